"""The grid of points, typed in as in Excel: Enter goes down, Tab right, blocks are pasted, Delete empties."""

from collections.abc import Callable, Sequence
from itertools import groupby
from textwrap import wrap

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
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

from nscl_desktop.domain.money import format_quantity
from nscl_desktop.presenters.round_scores import ScoreGrid
from nscl_desktop.ui.filling_column import FillingColumn

Index = QModelIndex | QPersistentModelIndex
Attempt = Callable[[Callable[[], object]], bool]
_NONE = QModelIndex()
_DISPLAY, _EDIT, _TOOL_TIP, _ALIGNMENT = 0, 2, 3, 7  # roles as plain ints
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_CHARACTERS = 16
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ScoreModel(QAbstractTableModel):
    """First the units' names, then the criteria, last the sum."""

    def __init__(self, grid: ScoreGrid, attempt: Attempt) -> None:
        super().__init__()
        self.grid, self._attempt = grid, attempt
        self._rows, self._columns = grid.rows(), grid.columns()

    def refresh(self) -> None:
        """Show the points as they are now."""
        self.grid.follow()
        rows, columns = self.grid.rows(), self.grid.columns()
        is_same = [each.id for each in rows] == [each.id for each in self._rows] and columns == self._columns
        if is_same:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, self.columnCount() - 1))
            return
        self.beginResetModel()
        self._rows, self._columns = rows, columns
        self.endResetModel()

    def rowCount(self, parent: Index = _NONE) -> int:
        """Candidates."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NONE) -> int:
        """Name, criteria, sum."""
        return 0 if parent.isValid() else len(self._columns) + 2

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Texts."""
        row, column = self._rows[index.row()], index.column()
        if role == _ALIGNMENT:
            return _RIGHT if column else _LEFT
        if role not in (_DISPLAY, _EDIT, _TOOL_TIP):
            return None
        if column == 0:
            return self.grid.row_name(row)
        if column > len(self._columns):
            return self.grid.total(row)
        return self.grid.text(row, self._columns[column - 1])

    def setData(self, index: Index, value: object, role: int = _EDIT) -> bool:
        """Take what was typed."""
        return self.put(index.row(), index.column(), [[str(value)]])

    def put(self, row: int, column: int, block: Sequence[Sequence[str]]) -> bool:
        """Take a block whose first cell is this one; a refusal is told and nothing is taken."""
        if not 0 < column <= len(self._columns):
            return False
        return self._attempt(lambda: self.grid.enter(row, column - 1, block))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """Criteria with the most points."""
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == _ALIGNMENT:
            return _RIGHT if section else _LEFT
        if role not in (_DISPLAY, _TOOL_TIP):
            return None
        if section == 0:
            return "Đơn vị dự xét"
        if section > len(self._columns):
            return "Tổng"
        criterion = self._columns[section - 1]
        most = (
            f"(tối đa {format_quantity(criterion.most_points)})"
            if criterion.most_points is not None
            else "(không giới hạn)"
        )
        if role == _TOOL_TIP:
            return f"{criterion.name} {most}"
        return "\n".join((*wrap(criterion.name, _CHARACTERS + 2, max_lines=2, placeholder="…"), most))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The points of one judge can be typed."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        is_typed = self.grid.judge and 0 < index.column() <= len(self._columns)
        return flags | Qt.ItemFlag.ItemIsEditable if is_typed else flags


class ScoreTable(QTableView):
    """Keys as in Excel."""

    def __init__(self, model: ScoreModel) -> None:
        super().__init__()
        self._model = model
        self.setModel(model)
        self.setAccessibleName("Bảng điểm")
        self.setProperty("framed", "true")
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 12)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setFixedHeight(3 * self.fontMetrics().height() + 16)
        delegate = _CellDelegate(self)
        delegate.entered.connect(self.go_down)
        self.setItemDelegate(delegate)
        FillingColumn(self, 0, 24)
        model.modelReset.connect(self._set_widths)
        self._set_widths()

    def _set_widths(self) -> None:
        width = _CHARACTERS * self.fontMetrics().averageCharWidth() + 24
        for column in range(1, self._model.columnCount()):
            self.setColumnWidth(column, width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter down, blocks, Delete; all else as in every table."""
        key = event.key()
        if event.matches(QKeySequence.StandardKey.Copy):
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

    def go_to_first(self) -> None:
        """The first cell that can be typed in."""
        if self._model.rowCount() and self._model.columnCount() > 2:
            first = self._model.index(0, 1)
            self.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.setFocus()


class _CellDelegate(QStyledItemDelegate):
    """``entered``: what was typed is taken, and the next cell is wanted."""

    entered = Signal()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """One line, at the right."""
        editor = QLineEdit(parent)
        editor.setProperty("cell", "true")
        editor.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        editor.setAccessibleName("Điểm")
        return editor

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter takes the points and goes down."""
        pressed = event if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else None
        if pressed and pressed.key() in _ENTER and isinstance(watched, QLineEdit):
            self.commitData.emit(watched)
            self.closeEditor.emit(watched, QStyledItemDelegate.EndEditHint.NoHint)
            self.entered.emit()
            return True
        return super().eventFilter(watched, event)
