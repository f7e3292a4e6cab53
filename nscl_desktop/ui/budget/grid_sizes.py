"""Widths of columns and heights of rows of the budget grid, kept alike in its panes."""

from collections.abc import Iterable, Sequence

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QTableView

from nscl_desktop.presenters.budget_grid import BudgetGrid
from nscl_desktop.presenters.grid_columns import Part
from nscl_desktop.ui.budget.grid_painter import GridPainter
from nscl_desktop.ui.preferences import Preferences

_WIDEST = 900


class GridSizes:
    """Sizes for all tables that show the same columns."""

    def __init__(self, grid: BudgetGrid, painter: GridPainter, preferences: Preferences) -> None:
        self._grid, self._painter, self._preferences = grid, painter, preferences
        self.wraps = preferences.flag("grid.wraps", default=True)

    def widths(self) -> list[int]:
        """The width of each column: what the user made it, else enough for what usually stands in it."""
        character = QFontMetrics(self._painter.font).horizontalAdvance("0")
        found = []
        for column in self._grid.columns:
            kept = self._preferences.text(self._name(column.key))
            found.append(int(kept) if kept.isdigit() else column.characters * character + 16)
        return found

    def remember(self, section: int, width: int) -> None:
        """The user has given a column another width."""
        if section < len(self._grid.columns) and 0 < width <= _WIDEST:
            self._preferences.remember(self._name(self._grid.columns[section].key), str(width))

    def set_wraps(self, *, wraps: bool) -> None:
        """Whether long texts take several lines."""
        self.wraps = wraps
        self._preferences.remember("grid.wraps", wraps)

    def fit_rows(self, tables: Sequence[QTableView], rows: Iterable[int], text_width: int) -> None:
        """Give each row the height that its text needs, at most that of ``most_lines``."""
        for row in rows:
            height = self._painter.row_height(self._lines(row, text_width))
            for table in tables:
                if table.rowHeight(row) != height:
                    table.setRowHeight(row, height)

    def _lines(self, row: int, text_width: int) -> int:
        if not self.wraps:
            return 1
        place = next(index for index, column in enumerate(self._grid.columns) if column.part is Part.TEXT)
        width = self._painter.text_width(text_width, self._grid.rows[row].depth)
        font = self._painter.heavy if self._grid.rows[row].depth == 0 else self._painter.font
        text = self._grid.cell(row, place).text
        return len(self._painter.wrapped.lines(text, width, self._painter.most_lines, font))

    def _name(self, key: str) -> str:
        return f"grid.{self._grid.view_kind}.{key}".replace("/", "-")
