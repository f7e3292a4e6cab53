"""The budget grid as one widget: frozen columns, scrolling columns, and the row of totals that never scrolls away."""

from collections.abc import Iterable

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QTableView

from nscl_desktop.presenters.budget_grid import BudgetGrid
from nscl_desktop.presenters.grid_columns import HEAD_COLUMNS
from nscl_desktop.presenters.grid_typing import GridTyping
from nscl_desktop.ui.budget.grid_delegate import FootDelegate, GridDelegate
from nscl_desktop.ui.budget.grid_header import GroupedHeader
from nscl_desktop.ui.budget.grid_keys import Move, move_of
from nscl_desktop.ui.budget.grid_model import FootModel, GridModel
from nscl_desktop.ui.budget.grid_painter import GridPainter
from nscl_desktop.ui.budget.grid_pane import GridPane
from nscl_desktop.ui.budget.grid_sizes import GridSizes
from nscl_desktop.ui.budget.scroll_bar_below import ScrollBarBelow
from nscl_desktop.ui.preferences import Preferences
from nscl_desktop.ui.theme import Theme

_SELECT = QItemSelectionModel.SelectionFlag
_TEXT = HEAD_COLUMNS - 1
_LEAST_TEXT, _MOST_FROZEN = 160, 0.5
"""Part of the width that the frozen columns may take, so that figures stay in sight on a narrow screen."""


class GridView(QFrame):
    """Both panes and the foot over one model and one selection."""

    current_changed = Signal(int, int)
    """Row and column that the keyboard acts on."""
    refused = Signal(str)

    def __init__(self, grid: BudgetGrid, typing: GridTyping, theme: Theme, preferences: Preferences) -> None:
        super().__init__()
        self.grid, self.typing, self._theme = grid, typing, theme
        self.model = GridModel(grid, typing)
        self.painter = GridPainter(theme, self.font(), self)
        self.sizes = GridSizes(grid, self.painter, preferences)
        self.frozen = GridPane(self.model, self._lead, self)
        self.main = GridPane(self.model, self._lead, self)
        self._foot_model = FootModel(self.model)
        self.frozen_foot, self.foot = QTableView(self), QTableView(self)
        self._selection = QItemSelectionModel(self.model, self)
        self._anchor = (0, 0)
        self._current_key = ("", "")
        self._is_fitting = False
        self._set_up_panes()
        self._set_up_foot()
        self._lay_out()
        self._listen()
        self.setMinimumHeight(4 * self.painter.row_height(1))

    def fit(self) -> None:
        """Give columns and rows their sizes and the keyboard its first place; apart, because it takes a while."""
        self._fit_columns()
        self.go_to(0, _TEXT)

    # -- where the keyboard is --------------------------------------------------------------------------------------

    @property
    def current(self) -> tuple[int, int]:
        """Row and column of the current cell; (-1, -1) in an empty grid."""
        index = self._selection.currentIndex()
        return index.row(), index.column()

    @property
    def chosen(self) -> tuple[range, range]:
        """Rows and columns of the chosen block."""
        block = self._selection.selection()
        if block.isEmpty():
            row, column = self.current
            return range(row, row + 1), range(column, column + 1)
        area = block.first()
        return range(area.top(), area.bottom() + 1), range(area.left(), area.right() + 1)

    def go_to(self, row: int, column: int, *, extends: bool = False) -> None:
        """Make a cell current and bring it into sight; with ``extends`` choose from where choosing began."""
        if not self.model.rowCount() or not self.model.columnCount():
            return
        row = min(max(row, 0), self.model.rowCount() - 1)
        column = min(max(column, 0), self.model.columnCount() - 1)
        if not extends:
            self._anchor = (row, column)
        index = self.model.index(row, column)
        block = QItemSelection(self.model.index(*self._anchor), index)
        self._selection.select(block, _SELECT.ClearAndSelect)
        self._selection.setCurrentIndex(index, _SELECT.NoUpdate)
        pane = self.pane_of(column)
        if self.main.hasFocus() or self.frozen.hasFocus():
            pane.setFocus()
        pane.scrollTo(index)

    def choose_rows(self, rows: Iterable[int]) -> None:
        """Choose whole rows, such as those that a command has just moved."""
        found = sorted(rows)
        if found:
            self.go_to(found[0], _TEXT)  # the figures in sight stay in sight
            self._anchor = (found[0], 0)
            last = self.model.index(found[-1], self.model.columnCount() - 1)
            self._selection.select(QItemSelection(self.model.index(found[0], 0), last), _SELECT.ClearAndSelect)

    def pane_of(self, column: int) -> GridPane:
        """The pane that shows a column."""
        return self.frozen if column < HEAD_COLUMNS else self.main

    def take_focus(self) -> None:
        """Let the keyboard act on the current cell."""
        self.pane_of(self.current[1]).setFocus()

    def start_editing(self, *, at_end: bool = False) -> None:
        """Open the editor of the current cell."""
        self.pane_of(self.current[1]).start_editing(at_end=at_end)

    def settle(self) -> None:
        """Take what is being typed, as if the cell were left."""
        for pane in (self.frozen, self.main):
            editor = pane.indexWidget(pane.currentIndex())
            if editor is not None:
                pane.commitData(editor)
                pane.closeEditor(editor, GridDelegate.EndEditHint.NoHint)

    def set_wraps(self, *, wraps: bool) -> None:
        """Whether long texts take several lines."""
        self.sizes.set_wraps(wraps=wraps)
        self._fit_rows()

    def _lead(self, event: QKeyEvent) -> bool:
        """Where a moving key leads; False for other keys."""
        row, column = self.current
        page = max(1, self.main.viewport().height() // self.painter.row_height(1) - 1)
        move = move_of(event, row, column, (self.model.rowCount(), self.model.columnCount()), page)
        if move is None:
            return False
        self._go(move)
        return True

    def _go(self, move: Move) -> None:
        self.go_to(move.row, move.column, extends=move.extends)

    def _step(self, down: int, right: int) -> None:
        row, column = self.current
        self.go_to(row + down, column + right)
        self.take_focus()

    # -- building ---------------------------------------------------------------------------------------------------

    def _set_up_panes(self) -> None:
        for pane in (self.frozen, self.main):
            pane.setSelectionModel(self._selection)
            delegate = GridDelegate(self.model, self.painter, pane)  # each view hears its own editors only
            delegate.left.connect(self._step)
            delegate.refused.connect(self.refused)
            pane.setItemDelegate(delegate)
            header = GroupedHeader(self.model, self._theme, pane)
            pane.setHorizontalHeader(header)
            header.sectionResized.connect(self._on_resized)
        self.frozen.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.main.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.frozen.setProperty("pane", "frozen")
        self.frozen_foot.setProperty("pane", "frozen-foot")
        self.foot.setProperty("pane", "foot")
        self.frozen.setAccessibleName("Dự toán: số thứ tự và nội dung")
        self.main.setAccessibleName("Dự toán: số liệu")

    def _set_up_foot(self) -> None:
        painter = FootDelegate(self.model, self.painter, self)
        height = self.painter.row_height(1)
        for table in (self.frozen_foot, self.foot):
            table.setModel(self._foot_model)
            table.setItemDelegate(painter)
            table.setFrameShape(QFrame.Shape.NoFrame)
            table.horizontalHeader().hide()
            table.verticalHeader().hide()
            table.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
            table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            table.setSelectionMode(QTableView.SelectionMode.NoSelection)
            table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            table.setAccessibleName("Dòng tổng cộng")
            table.setRowHeight(0, height)
            table.setFixedHeight(height + 2)
        self.frozen_foot.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.foot.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _lay_out(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.frozen, 0, 0)
        layout.addWidget(self.main, 0, 1, 1, 2)
        layout.addWidget(self.frozen_foot, 1, 0)
        layout.addWidget(self.foot, 1, 1)
        gutter = self.main.verticalScrollBar().sizeHint().width()
        layout.setColumnMinimumWidth(2, gutter)
        layout.addWidget(ScrollBarBelow(self.main.horizontalScrollBar(), self), 2, 1)
        layout.setColumnStretch(1, 1)
        layout.setRowStretch(0, 1)

    def _listen(self) -> None:
        self.frozen.verticalScrollBar().valueChanged.connect(self.main.verticalScrollBar().setValue)
        self.main.verticalScrollBar().valueChanged.connect(self.frozen.verticalScrollBar().setValue)
        self.main.horizontalScrollBar().valueChanged.connect(self.foot.horizontalScrollBar().setValue)
        self._selection.currentChanged.connect(self._on_current)
        self.model.modelReset.connect(self._on_reset)
        self.model.rowsInserted.connect(self._fit_rows)
        self.model.dataChanged.connect(self._on_data)
        for pane in (self.frozen, self.main):
            pane.refused.connect(self.refused)
            pane.pressed_at.connect(self._on_pressed)
            pane.fold_toggled.connect(self._on_fold)

    # -- following --------------------------------------------------------------------------------------------------

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid() and index.row() < len(self.grid.rows):
            self._current_key = (self.grid.rows[index.row()].line_id, self.grid.columns[index.column()].key)
        self.current_changed.emit(index.row(), index.column())

    def _on_reset(self) -> None:
        line_id, key = self._current_key
        self._fit_columns()
        column = next((at for at, column in enumerate(self.grid.columns) if column.key == key), _TEXT)
        self.go_to(self.grid.row_of(line_id) or 0, column)

    def _on_pressed(self, index: QModelIndex, extends: bool) -> None:
        if not extends:
            self._anchor = (index.row(), index.column())

    def _on_fold(self, row: int) -> None:
        self.grid.fold(row, folded=self.grid.rows[row].is_open)

    def _on_data(self, first: QModelIndex, last: QModelIndex) -> None:
        rows = range(first.row(), min(last.row() + 1, len(self.grid.rows)))
        self.sizes.fit_rows((self.frozen, self.main), rows, self.frozen.columnWidth(_TEXT))

    def _fit_columns(self) -> None:
        self._is_fitting = True
        for section, width in enumerate(self.sizes.widths()):
            for pane, foot, is_head in ((self.frozen, self.frozen_foot, True), (self.main, self.foot, False)):
                shown = (section < HEAD_COLUMNS) == is_head
                for table in (pane, foot):
                    table.setColumnHidden(section, not shown)
                    table.setColumnWidth(section, width)
        self._is_fitting = False
        self._fit_frozen()
        self._fit_rows()

    def _fit_rows(self) -> None:
        rows = range(len(self.grid.rows))
        self.sizes.fit_rows((self.frozen, self.main), rows, self.frozen.columnWidth(_TEXT))

    def _fit_frozen(self) -> None:
        width = sum(self.frozen.columnWidth(section) for section in range(HEAD_COLUMNS))
        for table in (self.frozen, self.frozen_foot):
            table.setFixedWidth(width + 1)

    def _on_resized(self, section: int, _old: int, width: int) -> None:
        if width <= 0 or self._is_fitting:
            return
        foot = self.frozen_foot if section < HEAD_COLUMNS else self.foot
        foot.setColumnWidth(section, width)
        if self.isVisible():
            self.sizes.remember(section, width)
        if section < HEAD_COLUMNS:
            self._fit_frozen()
            self._fit_rows()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep room for figures beside the frozen columns."""
        super().resizeEvent(event)
        most = max(_LEAST_TEXT, int(self.width() * _MOST_FROZEN) - self.frozen.columnWidth(0))
        width = min(self.sizes.widths()[_TEXT], most)
        if width != self.frozen.columnWidth(_TEXT):
            self._is_fitting = True  # the clerk's own width stays remembered for a wider window
            for table in (self.frozen, self.frozen_foot):
                table.setColumnWidth(_TEXT, width)
            self._is_fitting = False
            self._fit_frozen()
            self._fit_rows()
