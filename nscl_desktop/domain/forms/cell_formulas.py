"""The formula of a cell, so that a spreadsheet keeps totals alive: only one that gives its own amount."""

from collections.abc import Iterable
from decimal import Decimal

from nscl_desktop.domain.appendix import Area, Formula, Product, Sum
from nscl_desktop.domain.budget import CellKey
from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.forms.column_sums import links
from nscl_desktop.domain.forms.grid import Grid, Register, Spot, runs
from nscl_desktop.domain.forms.rows import Draft


class Formulas:
    """Finds the formulas of one table; ``closing`` tables sum the tables before them."""

    def __init__(self, grid: Grid, register: Register, *, closing: bool) -> None:
        self._grid = grid
        self._figures = grid.figures
        self._register = register
        self._closing = closing
        self._links = links(grid.shown, grid.figures.content(grid.scope.line_id))

    def of_amount(self, row: int, column: int, draft: Draft, amount: int) -> Formula | None:
        """Down the rows for a sum of lines, else quantity × price, else across the columns."""
        grid = self._grid
        if draft.added and sum(grid.amounts[place][column] or 0 for place in draft.added) == amount:
            return Sum(tuple(Area(grid.table, first, column, last, column) for first, last in runs(draft.added)))
        factors = self._links[column].factors
        if factors and draft.line is not None and self._product(draft.line, *factors) == amount:
            return Product(*factors)
        if across := self._across(row, column):
            return across
        return self._over_tables(draft, column) if self._closing else None

    def of_quantity(self, row: int, column: int, line: Line, quantity: Decimal) -> Sum | None:
        """Across the columns; not where sources share one quantity, for then the columns repeat it."""
        places = [place for first, last in self._links[column].runs for place in range(first, last + 1)]
        units = (self._figures.quantity(line, self._grid.shown[place].part) for place in places)
        return self._across(row, column) if sum((each for each in units if each), Decimal(0)) == quantity else None

    def _across(self, row: int, column: int) -> Sum | None:
        """The sum of the columns that together show what this one shows."""
        areas = [Area(self._grid.table, row, first, row, last) for first, last in self._links[column].runs]
        return Sum(tuple(areas)) if areas else None

    def _product(self, line: Line, quantity: int, price: int) -> Decimal | None:
        units = self._figures.quantity(line, self._grid.shown[quantity].part)
        each = self._figures.price(line, self._grid.shown[price].part)
        return None if units is None or each is None else units * each

    def _over_tables(self, draft: Draft, column: int) -> Sum | None:
        spots = self._spots_before(draft.line_id, self._grid.keys(self._grid.shown[column], draft))
        return Sum(_areas(spots)) if spots else None

    def _spots_before(self, line_id: str, keys: frozenset[CellKey]) -> list[Spot] | None:
        """Cells of earlier tables that make a line's amount; None if some of it is not printed there."""
        spot = self._register.spots.get((line_id, keys))
        if spot:
            return [spot]
        amount = self._figures.amount(line_id, keys)
        if amount is None:
            return []
        children = self._figures.added(line_id)
        if sum(self._figures.amount(child.id, keys) or 0 for child in children) != amount:
            return None
        found: list[Spot] = []
        for child in children:
            spots = self._spots_before(child.id, keys)
            if spots is None:
                return None
            found += spots
        return found


def _areas(spots: Iterable[Spot]) -> tuple[Area, ...]:
    """Single cells as areas, neighbours below one another merged."""
    areas: list[Area] = []
    for table, column, row in sorted((table, column, row) for table, row, column in spots):
        last = areas[-1] if areas else None
        if last and (last.table, last.last_column, last.last_row + 1) == (table, column, row):
            areas[-1] = Area(table, last.first_row, column, row, column)
        else:
            areas.append(Area(table, row, column, row, column))
    return tuple(areas)
