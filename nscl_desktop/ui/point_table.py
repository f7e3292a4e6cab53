"""A grid of points, typed in as in Excel: Enter goes down, Tab right, blocks are pasted, Delete empties."""

from collections.abc import Callable, Sequence
from itertools import groupby

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

from nscl_desktop.ui.filling_column import FillingColumn

Index = QModelIndex | QPersistentModelIndex
Put = Callable[[int, int, Sequence[Sequence[str]]], bool]
"""Takes a block of texts whose first cell is at a row and column; whether it was taken."""
CHARACTERS = 16
"""Width of a column of points, and so of its heading."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PointTable(QTableView):
    """Keys as in Excel; the first column, which says what a row is of, takes what is left of the width."""

    def __init__(self, model: QAbstractTableModel, put: Put, characters: int = CHARACTERS) -> None:
        super().__init__()
        self._model, self._put, self._characters = model, put, characters
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
        width = self._characters * self.fontMetrics().averageCharWidth() + 24
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
        """The next cell below that can be typed in; just the one below where nothing can."""
        at = self.currentIndex()
        if not at.isValid():
            return
        below = [self._model.index(row, at.column()) for row in range(at.row() + 1, self._model.rowCount())]
        typed = [each for each in below if self._is_typed(each)]
        for each in typed[:1] or ([] if self._is_typed(at) else below[:1]):
            self.setCurrentIndex(each)

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
            self._put(first.row(), first.column(), block)

    def _empty(self) -> None:
        cells = [each for each in self._block() if self._is_typed(each)]
        if cells:
            width = cells[-1].column() - cells[0].column() + 1
            height = cells[-1].row() - cells[0].row() + 1
            self._put(cells[0].row(), cells[0].column(), [[""] * width for _ in range(height)])

    def go_to_first(self) -> None:
        """The first cell that can be typed in, line by line."""
        columns = range(1, self._model.columnCount())
        cells = (self._model.index(row, column) for row in range(self._model.rowCount()) for column in columns)
        first = next((each for each in cells if self._is_typed(each)), QModelIndex())
        if first.isValid():
            self.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.setFocus()

    def settle(self) -> None:
        """Take what is being typed."""
        editor = self.indexWidget(self.currentIndex())
        if editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def _is_typed(self, index: Index) -> bool:
        return bool(self._model.flags(index) & Qt.ItemFlag.ItemIsEditable)


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
