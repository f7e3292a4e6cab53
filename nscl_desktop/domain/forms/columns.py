"""Repeats the columns of a form for the years, sources and measures of a plan."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from nscl_desktop.domain.budget import CellKey
from nscl_desktop.domain.forms.fields_in_text import filled
from nscl_desktop.domain.forms.line_texts import line_text
from nscl_desktop.domain.forms.model import BUDGETED, ColumnSpec, Each, Kind, Narrowing, TableSpec
from nscl_desktop.domain.forms.plan_figures import PlanFigures, Slice
from nscl_desktop.domain.plans import Period

NO_YEAR = "Chưa phân năm"
_BY_SOURCE = frozenset({Each.SOURCE, Each.COLUMN})


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a block stands: the part of the plan it shows, its section or item, its period, and its fields."""

    figures: PlanFigures
    part: Slice
    fields: Mapping[str, str]
    line_id: str = ""
    period: Period | None = None
    levels: Mapping[str, str] = field(default_factory=dict)
    """Line key by kind of block around ("section", "item")."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A leaf column as it is printed. ``keys`` are the cells of its slice that have content in the plan."""

    spec: ColumnSpec
    kind: Kind
    part: Slice
    keys: frozenset[CellKey]


@dataclass(frozen=True, slots=True)
class Heading:
    """A title over leaves, or over further titles."""

    title: str
    below: tuple["Heading", ...] = ()
    leaf: Leaf | None = None


def expand(spec: TableSpec, scope: Scope) -> tuple[Heading, ...]:
    """The columns of a table for one plan, as a forest of headings."""
    return _Expansion(spec, scope).headings(spec.printed, scope.part, scope.fields)


class _Expansion:
    """Walks down the columns of one table, narrowing the slice and gathering fields on the way."""

    def __init__(self, spec: TableSpec, scope: Scope) -> None:
        self._scope = scope
        self._figures = scope.figures
        self._measures = _measures_of(spec.printed, scope)
        self._only_budgeted = spec.only == BUDGETED

    def headings(self, specs: Sequence[ColumnSpec], part: Slice, fields: Mapping[str, str]) -> tuple[Heading, ...]:
        """The columns in order, each as often as it is repeated; groups without columns vanish."""
        found: list[Heading] = []
        for spec in specs:
            if self._says_nothing(spec, specs):
                continue
            for variant, known in self._variants(spec, narrowed(self._figures, part, spec.narrowing), fields):
                found += self._one(spec, variant, known)
        return tuple(found)

    def _one(self, spec: ColumnSpec, part: Slice, fields: Mapping[str, str]) -> list[Heading]:
        title = filled(spec.title, fields)
        if fields.get("year") == "0" and "{year}" in spec.title:
            title = NO_YEAR
        if spec.kind is Kind.GROUP:
            below = self.headings(spec.columns, part, fields)
            if self._figures.states_no_source and len(below) == 1 and spec.columns[-1].each in _BY_SOURCE:
                # What is left needs no heading over it: the column for the year, or the one of all sources
                return [replace(below[0], title=title) if len(spec.columns) == 1 else below[0]]
            return [Heading(title, below)] if below else []
        if spec.kind is Kind.QUANTITY_AMOUNT:
            names = spec.titles or ("Số lượng", "Kinh phí")
            pair = zip(names, (Kind.QUANTITY, Kind.AMOUNT), strict=True)
            return [Heading(title, tuple(self._leaf(spec, kind, filled(name, fields), part) for name, kind in pair))]
        return [self._leaf(spec, spec.kind, title, part)]

    def _says_nothing(self, spec: ColumnSpec, beside: Sequence[ColumnSpec]) -> bool:
        """Whether a column is left out: an optional one without texts, or sources where the paper states none.

        Then the amount beside them, of the same part of the figures, says all.
        """
        if spec.kind is Kind.AMOUNT and spec.each in _BY_SOURCE and self._figures.states_no_source:
            same = (Kind.AMOUNT, Each.ONCE, spec.narrowing)
            return any((other.kind, other.each, other.narrowing) == same for other in beside)
        return spec.optional and not self._has_anything(spec)

    def _has_anything(self, spec: ColumnSpec) -> bool:
        """Whether any line of the table prints something in a column of texts."""
        tree, top = self._figures.tree, self._scope.line_id
        lines = [*([tree.line(top)] if top else []), *(line for _, line in tree.walk(top))]
        return any(line_text(self._figures.budget, line, spec, spec.kind) for line in lines)

    def _leaf(self, spec: ColumnSpec, kind: Kind, title: str, part: Slice) -> Heading:
        return Heading(title, leaf=Leaf(spec, kind, part, self._figures.keys(part)))

    def _variants(
        self, spec: ColumnSpec, part: Slice, fields: Mapping[str, str]
    ) -> Iterator[tuple[Slice, Mapping[str, str]]]:
        if not spec.each:
            yield part, fields
            return
        for code, variant, added in _REPEATED[spec.each](self._figures, part):
            if spec.where and code not in spec.where and not (BUDGETED in spec.where and self._has_content(variant)):
                continue
            if spec.each is Each.YEAR and self._only_budgeted and not self._is_budgeted(variant):
                continue
            yield variant, {**fields, **added}

    def _has_content(self, part: Slice) -> bool:
        return bool(self._figures.keys(part, self._scope.line_id))

    def _is_budgeted(self, part: Slice) -> bool:
        """Whether the year has figures in any measure of this table; where no year has, all are kept."""
        whole = self._scope.part
        content = {
            year
            for measure, year, source in self._figures.content(self._scope.line_id)
            if measure in self._measures and year in whole.years and source in whole.sources
        }
        return not content or bool(part.years & content)


_Variant = tuple[str, Slice, dict[str, str]]


def period_fields(period: Period) -> dict[str, str]:
    """The fields of a period."""
    ends = {"period_from": str(period.year_from), "period_to": str(period.year_to)}
    named = f"giai đoạn {period.name}" if period.year_from != period.year_to else f"năm {period.name}"
    return {"period": period.name, "period_name": named, **ends}


def _years(_: PlanFigures, part: Slice) -> Iterator[_Variant]:
    for year in sorted(part.years):
        yield str(year), part.narrow("year", years={year}), {"year": str(year)}


def _periods(figures: PlanFigures, part: Slice) -> Iterator[_Variant]:
    for period, years in figures.periods:
        if years & part.years:
            yield period.name, part.narrow("period", years=years), period_fields(period)


def _sources(figures: PlanFigures, part: Slice) -> Iterator[_Variant]:
    for source in figures.sources:
        if source.id in part.sources:
            fields = {"source": source.name, "source_code": source.code}
            yield source.code, part.narrow("source", sources={source.id}), fields


def _columns(figures: PlanFigures, part: Slice) -> Iterator[_Variant]:
    for name, sources in figures.columns.items():
        if sources & part.sources:
            variant = replace(part.narrow("source", sources=sources), column=name)
            yield name, variant, {"column": name}


def _measures(figures: PlanFigures, part: Slice) -> Iterator[_Variant]:
    for code, name in figures.measures.items():
        yield code, replace(part, measure=code), {"measure": name}


_REPEATED: Mapping[Each, Callable[[PlanFigures, Slice], Iterator[_Variant]]] = {
    Each.YEAR: _years, Each.PERIOD: _periods, Each.SOURCE: _sources, Each.COLUMN: _columns, Each.MEASURE: _measures
}  # fmt: skip


def narrowed(figures: PlanFigures, part: Slice, narrowing: Narrowing) -> Slice:
    """The slice after a fixed narrowing; codes that the plan does not have leave nothing."""
    if narrowing == Narrowing():
        return part
    years: set[int] | None = None
    if narrowing.years or narrowing.periods:
        years = set(narrowing.years)
        years.update(*(inside for period, inside in figures.periods if period.name in narrowing.periods))
    sources: set[str] | None = None
    if narrowing.sources or narrowing.groups or narrowing.columns:
        sources = {
            source.id
            for source in figures.sources
            if source.code in narrowing.sources
            or source.group in narrowing.groups
            or source.printed_column in narrowing.columns
        }
    found = part if years is None else part.narrow("year", years=years)
    found = found if sources is None else found.narrow("source", sources=sources)
    column = narrowing.columns[0] if len(narrowing.columns) == 1 else found.column
    return replace(found, measure=narrowing.measure or found.measure, column=column)


def _measures_of(columns: Sequence[ColumnSpec], scope: Scope) -> set[str]:
    """The measures that the columns of a table show."""
    found = {scope.part.measure}
    for spec in columns:
        found |= set(scope.figures.measures) if spec.each is Each.MEASURE else set()
        found |= {spec.narrowing.measure} - {""}
        found |= _measures_of(spec.columns, scope)
    return found
