"""The grid of attendance: the space bar marks, Enter goes down, Tab right, blocks are pasted, Delete empties."""

from collections.abc import Callable, Sequence
from itertools import groupby

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from nscl_desktop.presenters.attendance_grid import AttendanceGrid
from nscl_desktop.ui.filling_column import FillingColumn

Index = QModelIndex | QPersistentModelIndex
Attempt = Callable[[Callable[[], object]], bool]
_NONE = QModelIndex()
_DISPLAY, _EDIT, _TOOL_TIP, _ALIGNMENT = 0, 2, 3, 7  # roles as plain ints
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_BEHIND = (("Điểm", 7, _RIGHT), ("Dự buổi", 9, _CENTRE), ("Kết quả", 13, _LEFT), ("Số chứng nhận", 18, _LEFT))
_LEAST_ROWS = 5
"""Rows in sight on the smallest screen; then the page scrolls."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AttendanceModel(QAbstractTableModel):
    """First the names, then the sessions, points, and what is worked out."""

    def __init__(self, grid: AttendanceGrid, attempt: Attempt) -> None:
        super().__init__()
        self.grid, self._attempt = grid, attempt
        self._rows, self._sessions = tuple(grid.rows), tuple(grid.sessions)

    def refresh(self) -> None:
        """Show the course as it is now."""
        self.grid.follow()
        rows, sessions = tuple(self.grid.rows), tuple(self.grid.sessions)
        if [each.id for each in rows] == [each.id for each in self._rows] and sessions == self._sessions:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, self.columnCount() - 1))
            return
        self.beginResetModel()
        self._rows, self._sessions = rows, sessions
        self.endResetModel()

    def rowCount(self, parent: Index = _NONE) -> int:
        """Participants."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NONE) -> int:
        """Name, sessions, points and results."""
        return 0 if parent.isValid() else 1 + len(self._sessions) + len(_BEHIND)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Texts; why somebody does not pass is the tool tip."""
        row, column = self._rows[index.row()], index.column() - 1
        if role == _ALIGNMENT:
            return self._alignment(column)
        if role == _TOOL_TIP:
            return self.grid.tip(row)
        if role not in (_DISPLAY, _EDIT):
            return None
        return self.grid.name(row) if column < 0 else self.grid.text(row, column)

    def setData(self, index: Index, value: object, role: int = _EDIT) -> bool:
        """Take what was typed."""
        return self.put(index.row(), index.column(), [[str(value)]])

    def put(self, row: int, column: int, block: Sequence[Sequence[str]]) -> bool:
        """Take a block whose first cell is this one; a refusal is told and nothing is taken."""
        if not 0 < column <= len(self._sessions) + 1:
            return False
        return self._attempt(lambda: self.grid.enter(row, column - 1, block))

    def toggle(self, cells: Sequence[tuple[int, int]]) -> bool:
        """The space bar over cells (row, column of the table)."""
        return self._attempt(lambda: self.grid.toggle([(row, at - 1) for row, at in cells if at > 0]))

    def is_session(self, column: int) -> bool:
        """Whether a column is one of a session."""
        return 0 < column <= len(self._sessions)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """Sessions with their days; their subjects are tool tips. Rows are numbered as in the list."""
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1) if role == _DISPLAY else None
        column = section - 1
        if role == _ALIGNMENT:
            return self._alignment(column)
        if role not in (_DISPLAY, _TOOL_TIP):
            return None
        if column < 0:
            return "Họ và tên"
        if column >= len(self._sessions):
            return _BEHIND[column - len(self._sessions)][0]
        session = self._sessions[column]
        return self.grid.heading(session) if role == _DISPLAY else session.subject

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Marks and points can be typed."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if 0 < index.column() <= len(self._sessions) + 1 else flags

    def _alignment(self, column: int) -> int:
        if column < 0:
            return _LEFT
        return _CENTRE if column < len(self._sessions) else _BEHIND[column - len(self._sessions)][2]


class AttendanceTable(QTableView):
    """Keys as in Excel, and the space bar."""

    def __init__(self, model: AttendanceModel) -> None:
        super().__init__()
        self._model = model
        self.setModel(model)
        self.setAccessibleName("Có mặt từng buổi")
        self.setProperty("framed", "true")
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 12)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setFixedHeight(2 * self.fontMetrics().height() + 14)
        self.setMinimumHeight(header.height() + _LEAST_ROWS * (self.fontMetrics().height() + 12))
        delegate = _CellDelegate(self)
        delegate.entered.connect(self.go_down)
        self.setItemDelegate(delegate)
        FillingColumn(self, 0, 24)
        model.modelReset.connect(self._set_widths)
        self._set_widths()

    @property
    def session(self) -> int:
        """The session whose column is current, counted from 0; below nought for none."""
        column = self.currentIndex().column()
        return column - 1 if self._model.is_session(column) else -1

    @property
    def chosen_rows(self) -> Sequence[int]:
        """The rows of the chosen block."""
        return sorted({each.row() for each in self._block()})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The space bar, Enter down, blocks, Delete; all else as in every table."""
        key = event.key()
        if key == Qt.Key.Key_Space:
            self._model.toggle([(each.row(), each.column()) for each in self._block()])
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._empty()
        elif key in _ENTER:
            self.go_down()
        else:
            super().keyPressEvent(event)

    def go_down(self) -> None:
        """The cell below."""
        at = self.currentIndex()
        if at.isValid():
            self.setCurrentIndex(self._model.index(min(at.row() + 1, self._model.rowCount() - 1), at.column()))

    def _set_widths(self) -> None:
        character = self.fontMetrics().averageCharWidth()
        sessions = self._model.columnCount() - 1 - len(_BEHIND)
        for column in range(1, self._model.columnCount()):
            behind = column - 1 - sessions
            self.setColumnWidth(column, (13 if behind < 0 else _BEHIND[behind][1]) * character + 16)

    def _block(self) -> list[QModelIndex]:
        found = self.selectionModel().selectedIndexes() or [self.currentIndex()]
        return sorted((each for each in found if each.isValid()), key=lambda each: (each.row(), each.column()))

    def _copy(self) -> None:
        rows = groupby(self._block(), key=lambda each: each.row())
        lines = ["\t".join(str(each.data() or "") for each in row) for _, row in rows]
        QApplication.clipboard().setText("\n".join(lines))

    def _paste(self) -> None:
        block = [line.split("\t") for line in QApplication.clipboard().text().rstrip("\n").split("\n")]
        first = next(iter(self._block()), None)
        if first is not None:
            self._model.put(first.row(), first.column(), block)

    def _empty(self) -> None:
        cells = [each for each in self._block() if self._model.flags(each) & Qt.ItemFlag.ItemIsEditable]
        if cells:
            width = cells[-1].column() - cells[0].column() + 1
            height = cells[-1].row() - cells[0].row() + 1
            self._model.put(cells[0].row(), cells[0].column(), [[""] * width for _ in range(height)])


class _CellDelegate(QStyledItemDelegate):
    """``entered``: what was typed is taken, and the next cell is wanted."""

    entered = Signal()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """One line."""
        editor = QLineEdit(parent)
        editor.setProperty("cell", "true")
        editor.setAlignment(Qt.AlignmentFlag.AlignCenter)
        editor.setAccessibleName("Có mặt hoặc điểm")
        return editor

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter takes the text and goes down."""
        pressed = event if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else None
        if pressed and pressed.key() in _ENTER and isinstance(watched, QLineEdit):
            self.commitData.emit(watched)
            self.closeEditor.emit(watched, QStyledItemDelegate.EndEditHint.NoHint)
            self.entered.emit()
            return True
        return super().eventFilter(watched, event)
