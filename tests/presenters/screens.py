"""A screen without widgets: it keeps what it was last told to draw, as a table view does, and finds cells by name."""

from collections.abc import Collection

from nscl_desktop.domain.budget_lines import Allocation
from nscl_desktop.domain.findings import Severity
from nscl_desktop.domain.naming import line_name
from nscl_desktop.presenters.budget_grid import BudgetGrid
from nscl_desktop.presenters.grid_cells import CellView
from nscl_desktop.presenters.grid_columns import Column, View
from nscl_desktop.presenters.grid_rows import Replaced, Row
from nscl_desktop.presenters.grid_typing import GridTyping
from nscl_desktop.services.workspace import PlanDesk
from tests.presenters.desks import section, small_plan


class Screen:
    """Draws a grid, and draws anew only what the grid says."""

    def __init__(self, grid: BudgetGrid) -> None:
        self.grid = grid
        grid.view = self
        self.columns: tuple[Column, ...] = ()
        self.rows: list[Row] = []
        self.cells: list[list[CellView]] = []
        self.marks: list[Severity | None] = []
        self.foot: list[str] = []
        self.drawn: set[int] = set()
        """Rows drawn anew since a test last cleared this."""
        self.columns_changed()

    def columns_changed(self) -> None:
        self.columns, self.rows = self.grid.columns, list(self.grid.rows)
        self.cells = [[] for _ in self.rows]
        self.marks = [None for _ in self.rows]
        self.rows_changed(range(len(self.rows)))
        self.totals_changed()

    def rows_replaced(self, stretch: Replaced) -> None:
        gone = slice(stretch.first, stretch.first + stretch.removed)
        fresh = range(stretch.first, stretch.first + stretch.added)
        self.rows[gone] = [self.grid.rows[row] for row in fresh]
        self.cells[gone] = [[] for _ in fresh]
        self.marks[gone] = [None for _ in fresh]
        self.rows_changed(fresh)

    def rows_changed(self, rows: Collection[int]) -> None:
        self.drawn.update(rows)
        for row in rows:
            self.rows[row] = self.grid.rows[row]
            self.cells[row] = [self.grid.cell(row, column) for column in range(len(self.columns))]
            self.marks[row] = self.grid.mark(row)

    def totals_changed(self) -> None:
        self.foot = [self.grid.total(column) for column in range(len(self.columns))]


def shown(desk: PlanDesk, view: View = View.PRICES) -> BudgetGrid:
    """The grid of a plan in one view."""
    grid = BudgetGrid(desk)
    grid.show(view)
    return grid


def place(grid: BudgetGrid, line: str, title: str, group: str = "") -> tuple[int, int]:
    """Row and column of a cell: the line as it is called ("III.7"), the column by its heading."""
    return row_of(grid, line), column_of(grid, title, group)


def row_of(grid: BudgetGrid, line: str) -> int:
    """The row of a line by the name a clerk gives it, or by the beginning of its text."""
    tree = grid.desk.budget.tree
    for row in range(len(grid.rows)):
        found = grid.line(row)
        if line_name(tree, found).removeprefix("mục ") == line or (found.text and found.text.startswith(line)):
            return row
    raise LookupError(line)


def column_of(grid: BudgetGrid, title: str, group: str = "") -> int:
    """The column with this heading."""
    return next(at for at, each in enumerate(grid.columns) if (each.title, each.group) == (title, group))


def text(grid: BudgetGrid, line: str, title: str, group: str = "") -> str:
    """What a cell shows."""
    return grid.cell(*place(grid, line, title, group)).text


def foot(grid: BudgetGrid, title: str, group: str = "") -> str:
    """What stands under a column."""
    return grid.total(column_of(grid, title, group))


def differences(screen: Screen) -> list[str]:
    """Where the screen differs from the same plan opened afresh; empty if nowhere."""
    grid = screen.grid
    fresh = BudgetGrid(grid.desk, grid.unit)
    fresh.show(grid.view_kind, scope=grid.scope, quantities=grid.quantities)
    found = []
    if screen.columns != fresh.columns or screen.rows != list(grid.rows):
        found.append("columns or rows")
    for row, cells, mark in zip(screen.rows, screen.cells, screen.marks, strict=True):
        at = fresh.row_of(row.line_id)
        if at is None or cells != [fresh.cell(at, column) for column in range(len(fresh.columns))]:
            found.append(f"cells of {row.line_id}")
        elif mark != grid.mark(grid.row_of(row.line_id) or 0):
            found.append(f"sign of {row.line_id}")
    if screen.foot != [fresh.total(column) for column in range(len(fresh.columns))]:
        found.append("foot")
    return found


def one_line(*cells: Allocation, price: int | None = None) -> BudgetGrid:
    """A plan of 2022 with one source and one line, seen by price."""
    desk = small_plan(section("I", "I", "Đào tạo", price=price), *cells, years=(2022, 2022), sources=("NSNN",))
    return BudgetGrid(desk)


def typed(grid: BudgetGrid, words: str, title: str, group: str = "", line: str = "I") -> str:
    """Type into a cell; what the program remarked."""
    told: list[str] = []
    typing = GridTyping(grid)
    typing.told = told.append
    typing.enter(*place(grid, line, title, group), words)
    return " ".join(told)


def stored(grid: BudgetGrid, line: str = "I", year: int = 2022, source: str = "NSNN") -> Allocation:
    """What the plan holds of a cell."""
    found = grid.desk.budget.allocation(line, year, source)
    assert found is not None
    return found
