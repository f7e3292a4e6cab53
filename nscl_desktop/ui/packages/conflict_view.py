"""Chỗ khác nhau as a table: a heading for each record, a row for each field, a column for each who said something.

Keys are those of the columns: 1 the common base, 2 the office, 3 and on the machines; F2 types another value, Delete
leaves the place open, the arrows go on. What is chosen bears a tick and bold letters.
"""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from nscl_desktop.domain.errors import InputError
from nscl_desktop.presenters.package_conflicts import UNSAID, ConflictTable
from nscl_desktop.presenters.package_other_value import OtherValue
from nscl_desktop.ui.dialogs.dialog import caption
from nscl_desktop.ui.packages.other_value_window import OtherValueWindow
from nscl_desktop.ui.tab import Surroundings

_KEYS = "1, 2, 3… chọn theo cột · F2 giá trị khác · Del để ngỏ · ↓ chỗ sau"
_FIELD_WIDTH, _LEAST_WIDTH = 128, 104
_ROOM_FOR_WHOLE = 320
"""Below this height of the view the rows are worth more than the current one once more in full."""
_NO_FLAGS = Qt.ItemFlag.NoItemFlags
_READ = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class ConflictGrid(QTableWidget):
    """The table alone; it says which row and column were meant."""

    chosen = Signal(int, int)
    left_open = Signal(int)
    typing_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Các chỗ khác nhau")
        self.setProperty("framed", "true")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.cellClicked.connect(self._on_clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose, F2 types, Delete leaves open; all else moves about."""
        row, key, text = self.currentRow(), event.key(), event.text()
        if row >= 0 and text.isdecimal() and text != "0":
            self.chosen.emit(row, int(text) - 1)
        elif row >= 0 and key in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.typing_wanted.emit(row)
        elif row >= 0 and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.left_open.emit(row)
        else:
            super().keyPressEvent(event)

    def _on_clicked(self, row: int, column: int) -> None:
        if column == self.columnCount() - 1:
            self.typing_wanted.emit(row)
        elif column > 0:
            self.chosen.emit(row, column - 1)


class ConflictView(QWidget):
    """The table, the whole of the current place below it, and the ways to choose many at once."""

    changed = Signal()
    """Something was chosen or left open."""
    told = Signal(str)
    """Why something cannot be chosen; empty once that is over."""

    def __init__(self, table: ConflictTable, around: Surroundings, nothing: str) -> None:
        super().__init__()
        self.table, self._around = table, around
        self.grid = ConflictGrid()
        self.whole = QPlainTextEdit(readOnly=True, tabChangesFocus=True)
        self.whole.setAccessibleName("Chỗ đang xem, đủ chữ")
        self.nothing = QLabel(nothing)
        self.nothing.setProperty("role", "notice")
        self.nothing.setWordWrap(True)
        self.many = QPushButton("Chọn hết chỗ còn lại")
        self.many.setMenu(QMenu(self.many))
        self.hint = caption(_KEYS)
        self._lay_out()
        self.setFocusProxy(self.grid)
        self.grid.chosen.connect(self._choose)
        self.grid.left_open.connect(self._leave)
        self.grid.typing_wanted.connect(self.type_other)
        self.grid.currentCellChanged.connect(lambda *_: self._show_whole())
        around.theme.changed.connect(self.refresh)
        self.refresh()

    def _lay_out(self) -> None:
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.split.addWidget(self.grid)
        self.split.addWidget(self.whole)
        self.split.setStretchFactor(0, 1)
        self.split.setSizes([384, 112])
        self.split.setCollapsible(0, False)
        foot = QHBoxLayout()
        foot.setSpacing(16)
        foot.addWidget(self.hint, 1)
        foot.addWidget(self.many)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 8)
        layout.setSpacing(8)
        layout.addWidget(self.nothing, 1)
        layout.addWidget(self.split, 1)
        layout.addLayout(foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a small screen the tool tip alone shows what is cut off."""
        super().resizeEvent(event)
        self.whole.setVisible(self.height() >= _ROOM_FOR_WHOLE)

    # -- showing ----------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the table as it is now; the current place stays."""
        kept = self.grid.currentRow()
        titles = [f"{number}  {column.title}" for number, column in enumerate(self.table.columns, 1)]
        self.grid.clearSpans()
        self.grid.setColumnCount(len(titles) + 2)
        for column, title in enumerate(("Trường", *titles, "Giá trị khác (F2)")):
            heading = QTableWidgetItem(title)
            heading.setToolTip(title)
            self.grid.setHorizontalHeaderItem(column, heading)
        self.grid.setRowCount(len(self.table.rows))
        for row, each in enumerate(self.table.rows):
            if each.conflict is None:
                self._head(row, each.title)
            else:
                self._fill(row)
        self._size_columns()
        has_rows = bool(self.table.rows)
        self.nothing.setVisible(not has_rows)
        for part in (self.split, self.hint, self.many):
            part.setVisible(has_rows)
        self._offer_many()
        if has_rows:
            first = self.table.next_open(0) if self.table.rows[0].conflict is None else 0
            self.grid.setCurrentCell(kept if 0 < kept < len(self.table.rows) else max(first, 1), 0)
        self._show_whole()

    def _head(self, row: int, title: str) -> None:
        self.grid.setSpan(row, 0, 1, self.grid.columnCount())
        item = QTableWidgetItem(title)
        item.setFlags(_NO_FLAGS)
        item.setFont(self._font(bold=True))
        item.setForeground(self._around.theme.colour("text"))
        item.setBackground(self._around.theme.colour("section"))
        item.setToolTip(title)
        self.grid.setItem(row, 0, item)
        self.grid.setRowHeight(row, self.grid.fontMetrics().height() + 12)

    def _fill(self, row: int) -> None:
        chosen, theme = self.table.chosen(row), self._around.theme
        self.grid.setRowHeight(row, 2 * self.grid.fontMetrics().height() + 12)
        self.grid.setItem(row, 0, self._cell(self.table.field(row), self.table.field(row)))
        for column in range(len(self.table.columns) + 1):
            text = self.table.cell(row, column)
            item = self._cell(text, self.table.tip(row, column))
            if chosen == column:
                item.setFont(self._font(bold=True))
                item.setIcon(theme.icon("checkmark", "accent"))
            elif chosen is not None or text == UNSAID:
                item.setForeground(theme.colour("muted"))
            self.grid.setItem(row, column + 1, item)

    def _cell(self, text: str, tip: str) -> QTableWidgetItem:
        item = QTableWidgetItem(" ".join(text.split()))
        item.setFlags(_READ)
        item.setToolTip(tip)
        return item

    def _size_columns(self) -> None:
        header, count = self.grid.horizontalHeader(), self.grid.columnCount()
        header.setMinimumSectionSize(_LEAST_WIDTH)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self.grid.setColumnWidth(0, _FIELD_WIDTH)
        if count > 6:  # more machines than fit: the table scrolls to the side instead of shrinking its words
            header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
            for column in range(1, count):
                self.grid.setColumnWidth(column, _LEAST_WIDTH + 40)

    def _show_whole(self) -> None:
        row = self.grid.currentRow()
        if not 0 <= row < len(self.table.rows) or self.table.rows[row].conflict is None:
            self.whole.clear()
            return
        heading = f"{self.table.rows[row].title} · {self.table.field(row)}"
        said = [f"{column.title}: {self.table.cell(row, at)}" for at, column in enumerate(self.table.columns)]
        meanwhile = f"Chưa quyết định thì trường này giữ: {self.table.shown_meanwhile(row)}"
        self.whole.setPlainText("\n".join((heading[:1].upper() + heading[1:], *said, meanwhile)))

    def _offer_many(self) -> None:
        menu = self.many.menu()
        menu.clear()
        for place, column in enumerate(self.table.columns):
            menu.addAction(f"Theo {column.title}", partial(self._choose_all, place))
        self.many.setEnabled(self.table.left > 0)

    def _font(self, *, bold: bool) -> QFont:
        font = QFont(self.grid.font())
        font.setBold(bold)
        return font

    # -- choosing ---------------------------------------------------------------------------------------------------

    def type_other(self, row: int) -> None:
        """F2: a value that nobody gave."""
        if self.table.text(row) is None:
            self.told.emit("Trường này chỉ tới một bản ghi khác nên không ghi chữ được; hãy chọn một trong các cột.")
            return
        window = OtherValueWindow(OtherValue(self.table, row), self._around, self)
        window.taken.connect(lambda: self._on_changed(row))
        window.open()

    def _choose(self, row: int, column: int) -> None:
        if self.table.rows[row].conflict is None or column > len(self.table.columns):
            return
        if column == len(self.table.columns):
            self.type_other(row)
            return
        try:
            self.table.choose(row, column)
        except InputError as error:
            self.told.emit(error.sentence)
        else:
            self._on_changed(row)

    def _leave(self, row: int) -> None:
        if self.table.rows[row].conflict is not None:
            self.table.leave(row)
            self._on_changed(row)

    def _choose_all(self, column: int) -> None:
        taken = self.table.choose_all(column)
        self.refresh()
        self.changed.emit()
        self.told.emit("" if taken else f"{self.table.columns[column].title} không nói gì ở các chỗ còn lại.")

    def _on_changed(self, row: int) -> None:
        self._fill(row)
        self.many.setEnabled(self.table.left > 0)
        self._show_whole()
        self.told.emit("")
        self.changed.emit()
