"""What a form can ask of a plan: its years, periods, sources, printed columns and measures, and figures over slices.

Every figure comes from the Budget, never from what another cell prints.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from nscl_desktop.domain.budget import Budget, CellKey
from nscl_desktop.domain.budget_lines import ESTIMATE, Line
from nscl_desktop.domain.plans import Period, Source

NO_SOURCE = "Chưa phân nguồn"
"""Heading of money whose paper states no source."""
NO_SOURCE_CODE = "CHUA_PHAN_NGUON"


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of the plan's figures: some years and sources (by key) of one measure.

    ``column`` is the printed column it is narrowed to. ``narrowed`` names what was narrowed on the way here, so that of
    two equal slices the narrower column is known (a plan of one year: "Tổng cộng" sums "Năm 2021").
    """

    years: frozenset[int]
    sources: frozenset[str]
    measure: str
    column: str = ""
    narrowed: frozenset[str] = frozenset()

    def narrow(
        self, what: str, *, years: Collection[int] | None = None, sources: Collection[str] | None = None
    ) -> "Slice":
        """This slice, only with these years and sources."""
        return replace(
            self,
            years=self.years if years is None else self.years & frozenset(years),
            sources=self.sources if sources is None else self.sources & frozenset(sources),
            narrowed=self.narrowed | {what},
        )


class PlanFigures:
    """One plan's figures as columns and rows ask for them. Good for one printing: it does not follow edits."""

    def __init__(self, budget: Budget) -> None:
        self.budget = budget
        self.tree = budget.tree
        self.plan = budget.frame.plan
        self._with_text: set[str] = set()
        self._content = self._find_content()

    # -- what there is ----------------------------------------------------------------------------------------------

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years of the plan and of its figures, ascending."""
        first, last = self.plan.year_from, self.plan.year_to
        own = range(first, (last or first) + 1) if first and (last or first) - first < 100 else ()
        return tuple(sorted({*own, *(year for _, year, _ in self.content())}))

    @cached_property
    def periods(self) -> tuple[tuple[Period, frozenset[int]], ...]:
        """Each period with its years: every year of the plan once, so that period totals add up to the plan's.

        Years outside all periods come last, as a period of their own.
        """
        left = set(self.years)
        found: list[tuple[Period, frozenset[int]]] = []
        for period in self.budget.frame.periods:
            inside = frozenset(year for year in left if period.year_from <= year <= period.year_to)
            left -= inside
            found.append((period, inside))
        outside = {year for year in left if any(year == key[1] for key in self.content())}
        if outside:
            rest = Period(id="-", plan_id=self.plan.id, year_from=min(outside), year_to=max(outside))
            found.append((rest, frozenset(outside)))
        return tuple(found)

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """The plan's sources; money under a key that is none of them is shown as not yet assigned."""
        listed = self.budget.frame.sources
        strange = sorted({source for _, _, source in self.content()} - {source.id for source in listed})
        unassigned = (
            Source(id=key, plan_id=self.plan.id, code=NO_SOURCE_CODE, name=NO_SOURCE, column=NO_SOURCE)
            for key in strange
        )
        return (*listed, *unassigned)

    @cached_property
    def states_no_source(self) -> bool:
        """Whether all money stands under "chưa phân nguồn": a column for that source would say nothing."""
        return bool(self.sources) and all(source.code == NO_SOURCE_CODE for source in self.sources)

    @cached_property
    def columns(self) -> dict[str, frozenset[str]]:
        """Printed columns in order, with the keys of the sources under each."""
        found: dict[str, frozenset[str]] = {}
        for source in self.sources:
            found[source.printed_column] = found.get(source.printed_column, frozenset()) | {source.id}
        return found

    @cached_property
    def measures(self) -> dict[str, str]:
        """Names of the measures by code, in order."""
        found = {measure.code: measure.name for measure in self.budget.frame.measures}
        for code in sorted({measure for measure, _, _ in self.content()} - found.keys()):
            found[code] = "Dự toán" if code == ESTIMATE else code
        return found or {ESTIMATE: "Dự toán"}

    def whole(self, measure: str = "") -> Slice:
        """The slice of everything in a measure: the asked one, else the estimate, else the plan's first."""
        code = measure or (ESTIMATE if ESTIMATE in self.measures else next(iter(self.measures)))
        return Slice(frozenset(self.years), frozenset(source.id for source in self.sources), code)

    # -- figures ----------------------------------------------------------------------------------------------------

    def content(self, line_id: str = "") -> frozenset[CellKey]:
        """Cells in which a line or one below it has an amount, a quantity or a text of its own."""
        return self._content.get(line_id, frozenset())

    def keys(self, part: Slice, line_id: str = "") -> frozenset[CellKey]:
        """Cells with content inside a slice: two slices with the same keys have the same figures."""
        return frozenset(
            key
            for key in self.content(line_id)
            if key[0] == part.measure and key[1] in part.years and key[2] in part.sources
        )

    def amount(self, line_id: str, keys: Collection[CellKey]) -> int | None:
        """Đồng of a line with all below it in these cells."""
        cells = self.budget.cells(line_id)
        found = [cells[key] for key in keys if key in cells]
        return sum(found) if found else None

    def quantity(self, line: Line, part: Slice) -> Decimal | None:
        """Units entered on the line in the slice."""
        return self.budget.quantity(line, years=part.years, sources=part.sources, measure=part.measure)

    def price(self, line: Line, part: Slice) -> int | None:
        """Đồng for one unit: what the sources of the slice pay for it, where they pay different parts."""
        inside = [
            each
            for each in self.budget.allocations(line.id)
            if (each.measure == part.measure and each.source_id in part.sources and each.year in part.years)
        ]
        if part.narrowed and not inside:
            return None
        by_source: dict[str, set[int]] = {}
        for each in inside:
            if each.price is not None:
                by_source.setdefault(each.source_id, set()).add(each.price)
        different = set().union(*by_source.values())
        if line.shared_quantity and by_source:
            return sum(map(max, by_source.values())) if all(len(own) == 1 for own in by_source.values()) else None
        return different.pop() if len(different) == 1 else self.budget.price(line)

    def text(self, line_id: str, keys: Collection[CellKey]) -> str:
        """The text entered instead of the figures of these cells; "" unless it is one text for all of them."""
        if line_id not in self._with_text:
            return ""
        texts = {
            each.text for each in self.budget.allocations(line_id) if (each.measure, each.year, each.source_id) in keys
        }
        return texts.pop() if len(texts) == 1 else ""

    def sums_children(self, line_id: str, measure: str) -> bool:
        """Whether the line's money is the sum of the lines below it (else it is entered on the line itself)."""
        return any(key[0] == measure for child in self.added(line_id) for key in self.budget.cells(child.id))

    def added(self, line_id: str) -> Sequence[Line]:
        """The lines directly below that add to this one."""
        return [child for child in self.tree.children(line_id) if child.adds and child.kind != "component"]

    def _find_content(self) -> dict[str, frozenset[CellKey]]:
        content: dict[str, frozenset[CellKey]] = {}
        for _, line in reversed(list(self.tree.walk())):
            content[line.id] = self._own_content(line.id).union(
                *(content[child.id] for child in self.tree.children(line.id))
            )
        content[""] = frozenset().union(*(content[child.id] for child in self.tree.children()))
        return content

    def _own_content(self, line_id: str) -> frozenset[CellKey]:
        entered = self.budget.allocations(line_id)
        if any(each.text for each in entered):
            self._with_text.add(line_id)
        return frozenset(
            (each.measure, each.year, each.source_id)
            for each in entered
            if each.amount is not None or each.quantity is not None or each.text
        )
