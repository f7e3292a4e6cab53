"""A table in the making: its rows against its columns, the amounts in it, and where they stand in the document."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from nscl_desktop.domain.appendix import Area
from nscl_desktop.domain.budget import CellKey
from nscl_desktop.domain.forms.columns import Leaf, Scope
from nscl_desktop.domain.forms.model import Kind
from nscl_desktop.domain.forms.plan_figures import Slice
from nscl_desktop.domain.forms.rows import Draft, Shows

Spot = tuple[int, int, int]
"""(table, row, column) of a cell."""


@dataclass(slots=True)
class Register:
    """Where each amount of the document stands, so that a closing table can sum the tables before it."""

    spots: dict[tuple[str, frozenset[CellKey]], Spot] = field(default_factory=dict)
    """By line and slice."""
    tables: int = 0
    marks: set[str] = field(default_factory=set)
    """Footnote marks printed so far."""


class Grid:
    """Rows, columns and amounts of one table; the amounts come first, for formulas are compared with them."""

    def __init__(self, scope: Scope, shown: Sequence[Leaf], drafts: Sequence[Draft], table: int) -> None:
        self.scope = scope
        self.figures = scope.figures
        self.shown = shown
        self.drafts = drafts
        self.table = table
        self.amounts = [self._amounts_of(draft) for draft in drafts]
        self._rows = {draft.line_id: row for row, draft in enumerate(drafts) if draft.shows is Shows.MONEY}

    def keys(self, leaf: Leaf, draft: Draft) -> frozenset[CellKey]:
        """The cells that a row shows in a column; a row of a measure shows its own."""
        return self.keys_in(leaf, draft.measure) if draft.measure else leaf.keys

    def keys_in(self, leaf: Leaf, measure: str) -> frozenset[CellKey]:
        """The cells of a column's slice in another measure."""
        return self.figures.keys(in_measure(leaf.part, measure))

    def row_of(self, line_id: str) -> int | None:
        """The row that shows the money of a line."""
        return self._rows.get(line_id)

    def amount_column(self, part: Slice) -> int | None:
        """The column that shows the amounts of a slice."""
        fitting = [place for place, leaf in enumerate(self.shown) if leaf.kind is Kind.AMOUNT and leaf.part == part]
        if not fitting:
            keys = self.figures.keys(part)
            fitting = [place for place, leaf in enumerate(self.shown) if leaf.kind is Kind.AMOUNT and leaf.keys == keys]
        return fitting[0] if fitting else None

    def area(self, row: int, column: int) -> Area:
        """One cell."""
        return Area(self.table, row, column, row, column)

    def _amounts_of(self, draft: Draft) -> list[int | None]:
        if draft.shows is not Shows.MONEY:
            return [None] * len(self.shown)
        return [
            self.figures.amount(draft.line_id, self.keys(leaf, draft)) if leaf.kind is Kind.AMOUNT else None
            for leaf in self.shown
        ]


def in_measure(part: Slice, measure: str) -> Slice:
    """The same slice of another measure."""
    return replace(part, measure=measure)


def runs(places: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Neighbouring places, ascending, as (first, last)."""
    found: list[tuple[int, int]] = []
    for place in places:
        if found and found[-1][1] == place - 1:
            found[-1] = (found[-1][0], place)
        else:
            found.append((place, place))
    return tuple(found)
