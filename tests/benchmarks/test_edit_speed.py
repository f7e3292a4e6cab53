"""One edited cell in a plan of 2,000 lines × 10 years × 3 sources: totals, findings and grid, in compute.

The yardstick is a bare dictionary of as many cells, filled anew: what recomputing everything would cost at the least.
The goal is 16 ms at the median, one frame of a screen; ratios are printed, because machines differ.
"""

import statistics
import time
from collections.abc import Callable, Collection
from decimal import Decimal

import pytest

from nscl_desktop.presenters.budget_grid import BudgetGrid
from nscl_desktop.presenters.grid_columns import Part, Scope, View
from nscl_desktop.presenters.grid_rows import Replaced
from nscl_desktop.presenters.grid_typing import GridTyping
from nscl_desktop.services.editing import set_cell
from tests.benchmarks.large_plan import SOURCES, YEARS, large_desk

EDITS = 60
ROWS_IN_SIGHT = 30
FRAME = 0.016


class Eyes:
    """Looks at every cell in sight that the grid says may have changed, as a view does."""

    def __init__(self, grid: BudgetGrid) -> None:
        self._grid = grid
        self.seen = 0
        grid.view = self

    def columns_changed(self) -> None:
        """Not in this race."""

    def rows_replaced(self, stretch: Replaced) -> None:
        """Not in this race."""

    def rows_changed(self, rows: Collection[int]) -> None:
        """Read the rows in sight."""
        for row in rows:
            if row < ROWS_IN_SIGHT:
                self.seen += sum(len(self._grid.cell(row, at).text) for at in range(len(self._grid.columns)))

    def totals_changed(self) -> None:
        """Read the foot."""
        self.seen += sum(len(self._grid.total(at)) for at in range(len(self._grid.columns)))


def taken(act: Callable[[int], object], times: int) -> float:
    """The median of some turns in seconds of the processor."""
    found = []
    for turn in range(times):
        began = time.process_time()
        act(turn)
        found.append(time.process_time() - began)
    return statistics.median(found)


@pytest.mark.benchmark
def test_one_edit_costs_less_than_a_frame() -> None:
    desk = large_desk()
    grid = BudgetGrid(desk)
    grid.show(View.SOURCES)
    eyes = Eyes(grid)
    leaf, year, source = "0.0.3", YEARS[4], SOURCES[1]
    narrow = BudgetGrid(desk)
    narrow.show(scope=Scope(year, source))
    typing, typed = GridTyping(narrow), Eyes(narrow)
    row, column = narrow.row_of(leaf), next(at for at, each in enumerate(narrow.columns) if each.part is Part.QUANTITY)
    assert row is not None
    assert typing.refusal(row, column) == ""

    def edit(turn: int) -> None:
        desk.perform(set_cell(desk.budget, leaf, year, source, "quantity", Decimal(turn + 3)))
        desk.findings()

    def preview(turn: int) -> None:
        typing.show_while_typing(row, column, str(turn + 3))

    cells = {(line, y, s): 2 for line in range(2000) for y in YEARS for s in SOURCES}

    def yardstick(turn: int) -> None:
        dict.fromkeys(cells, turn)
        sum(cells.values())

    edit(0)
    bare, edited, previewed = taken(yardstick, 15), taken(edit, EDITS), taken(preview, EDITS)
    print(f"\n  60,000 cells filled anew and summed up (yardstick)  {bare * 1000:7.2f} ms")
    print(f"  one edit: totals, findings, rows in sight           {edited * 1000:7.2f} ms  {edited / bare:6.2f} ×")
    ratio = previewed / bare
    print(f"  one key: totals shown while typing                  {previewed * 1000:7.2f} ms  {ratio:6.2f} ×")
    assert eyes.seen
    assert typed.seen
    assert edited <= max(FRAME, 2 * bare)
