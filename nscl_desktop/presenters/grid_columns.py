"""The columns of the budget grid, by the way the clerk looks at the plan: unit prices, years, years and sources."""

from dataclasses import dataclass
from enum import StrEnum

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.plans import Source
from nscl_desktop.presenters.source_names import short_name


class View(StrEnum):
    """How the figures of a plan are laid out."""

    PRICES = "prices"
    YEARS = "years"
    SOURCES = "sources"


VIEWS = (
    (View.PRICES, "Theo đơn giá"),
    (View.YEARS, "Theo năm"),
    (View.SOURCES, "Năm × nguồn"),
)


class Part(StrEnum):
    """What a column shows of a line."""

    LABEL = "label"
    TEXT = "text"
    UNIT = "unit"
    QUANTITY = "quantity"
    PRICE = "price"
    AMOUNT = "amount"
    LEAD = "lead"
    PARTNERS = "partners"
    SCHEDULE = "schedule"
    NOTE = "note"


FIGURES = frozenset({Part.QUANTITY, Part.PRICE, Part.AMOUNT})
LINE_FIELDS = {
    Part.LABEL: "label", Part.TEXT: "text", Part.UNIT: "unit", Part.LEAD: "lead_text", Part.PARTNERS: "partners",
    Part.SCHEDULE: "schedule", Part.NOTE: "note",
}  # fmt: skip
"""Parts that are plain fields of the line."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the grid. ``years`` and ``sources`` narrow its figures; ``characters`` is its width at first."""

    part: Part
    title: str
    group: str = ""
    years: tuple[int, ...] = ()
    sources: tuple[str, ...] = ()
    characters: int = 12
    is_total: bool = False

    @property
    def is_figure(self) -> bool:
        """Whether numbers stand in it, so that they are right-aligned."""
        return self.part in FIGURES

    @property
    def key(self) -> str:
        """What the column's width is remembered by."""
        return f"{self.part}.{self.group}.{self.title}"


@dataclass(frozen=True, slots=True)
class Scope:
    """What the view by unit price is narrowed to; None means all."""

    year: int | None = None
    source: str | None = None


HEAD_COLUMNS = 2
"""Label and text never scroll away."""
_HEAD = (Column(Part.LABEL, "STT", characters=6), Column(Part.TEXT, "Nội dung", characters=44))
_TAIL = (
    Column(Part.LEAD, "Cơ quan chủ trì", characters=22), Column(Part.PARTNERS, "Cơ quan phối hợp", characters=22),
    Column(Part.SCHEDULE, "Thời gian thực hiện", characters=18), Column(Part.NOTE, "Ghi chú", characters=30),
)  # fmt: skip


def plan_years(budget: Budget) -> tuple[int, ...]:
    """Every year of the plan's periods and every year that has money."""
    planned = {
        year
        for period in budget.frame.periods
        if 0 < period.year_from <= period.year_to
        for year in range(period.year_from, period.year_to + 1)
    }
    return tuple(sorted(planned | set(budget.years())))


def still_there(scope: Scope, budget: Budget) -> Scope:
    """The scope without a year or source that the plan has lost: a view narrowed to it would show nothing."""
    year = scope.year if scope.year in plan_years(budget) else None
    return Scope(year, scope.source if scope.source in {source.id for source in budget.frame.sources} else None)


def columns_of(budget: Budget, view: View, scope: Scope, *, quantities: bool) -> tuple[Column, ...]:
    """The columns of a view. ``quantities`` adds a column of quantities beside each year's money."""
    years, sources = plan_years(budget), budget.frame.sources
    if view is View.PRICES:
        return (*_HEAD, *_price_columns(years, sources, scope), *_TAIL)
    unit = Column(Part.UNIT, "ĐVT", characters=8)
    everything = tuple(source.id for source in sources)
    price = Column(Part.PRICE, "Đơn giá", years=years, sources=everything, characters=14)
    if view is View.YEARS:
        by_year = [column for year in years for column in _year_columns(year, everything, quantities=quantities)]
        return (*_HEAD, unit, price, *by_year, *_total_columns(years, (), everything, quantities=quantities), *_TAIL)
    by_source = [
        column for year in years for column in _source_columns(year, sources, everything, quantities=quantities)
    ]
    total = _total_columns(years, sources, everything, quantities=quantities)
    return (*_HEAD, unit, price, *by_source, *total, *_TAIL)


def _price_columns(years: tuple[int, ...], sources: tuple[Source, ...], scope: Scope) -> tuple[Column, ...]:
    chosen_years = years if scope.year is None else (scope.year,)
    chosen = tuple(source.id for source in sources if scope.source in (None, source.id))
    return (
        Column(Part.UNIT, "ĐVT", characters=10),
        Column(Part.QUANTITY, "Số lượng", "", chosen_years, chosen, 10),
        Column(Part.PRICE, "Đơn giá", "", chosen_years, chosen, 14),
        Column(Part.AMOUNT, "Kinh phí", "", chosen_years, chosen, 16, is_total=True),
    )


def _year_columns(year: int, sources: tuple[str, ...], *, quantities: bool) -> tuple[Column, ...]:
    name = str(year)
    if not quantities:
        return (Column(Part.AMOUNT, name, years=(year,), sources=sources, characters=14),)
    return (
        Column(Part.QUANTITY, "Số lượng", name, (year,), sources, 9),
        Column(Part.AMOUNT, "Kinh phí", name, (year,), sources, 14),
    )


def _source_columns(
    year: int, sources: tuple[Source, ...], everything: tuple[str, ...], *, quantities: bool
) -> tuple[Column, ...]:
    name = str(year)
    head = (Column(Part.QUANTITY, "Số lượng", name, (year,), everything, 9),) if quantities else ()
    return (*head, *(Column(Part.AMOUNT, short_name(source), name, (year,), (source.id,), 13) for source in sources))


def _total_columns(
    years: tuple[int, ...], sources: tuple[Source, ...], everything: tuple[str, ...], *, quantities: bool
) -> tuple[Column, ...]:
    name = "Tổng cộng"
    if not sources and not quantities:
        return (Column(Part.AMOUNT, name, "", years, everything, 16, is_total=True),)
    head = (Column(Part.QUANTITY, "Số lượng", name, years, everything, 9, is_total=True),) if quantities else ()
    by_source = (
        Column(Part.AMOUNT, short_name(source), name, years, (source.id,), 14, is_total=True) for source in sources
    )
    last = Column(Part.AMOUNT, "Tất cả" if sources else "Kinh phí", name, years, everything, 16, is_total=True)
    return (*head, *by_source, last)
