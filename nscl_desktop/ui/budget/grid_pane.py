"""One half of the budget grid: the frozen first columns, or the rest. Both show the same model and selection."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from nscl_desktop.presenters.grid_columns import Part
from nscl_desktop.ui.budget.grid_delegate import put_cursor_at_end
from nscl_desktop.ui.budget.grid_model import GridModel
from nscl_desktop.ui.budget.grid_painter import PAD, STEP


class GridPane(QTableView):
    """A table without headings at the left and scroll bars of its own; the grid decides where keys lead."""

    pressed_at = Signal(QModelIndex, bool)
    """A cell was pressed; whether what is chosen shall grow to it."""
    refused = Signal(str)
    fold_toggled = Signal(int)

    def __init__(self, model: GridModel, lead: Callable[[QKeyEvent], bool], parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self._lead = model, lead
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Moving keys lead through both panes; a printable key starts typing, or says why it cannot."""
        if self._lead(event):
            event.accept()
            return
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_F2 and index.isValid():
            self.start_editing(at_end=True)
            return
        if index.isValid() and _types(event):
            sentence = self._model.typing.refusal(index.row(), index.column())
            if sentence:
                self.refused.emit(sentence)
                return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays in the grid, as in Excel; F6 leaves it."""
        return False

    def start_editing(self, *, at_end: bool = False) -> None:
        """Open the editor of the current cell, or say why it has none."""
        index = self.currentIndex()
        sentence = self._model.typing.refusal(index.row(), index.column())
        if sentence:
            self.refused.emit(sentence)
            return
        self.edit(index)
        editor = self.indexWidget(index)
        if at_end and editor is not None:
            put_cursor_at_end(editor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on the arrow before a text folds the line; elsewhere it chooses."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            if self._is_on_arrow(index, event.position().x()):
                self.fold_toggled.emit(index.row())
                return
            self.pressed_at.emit(index, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        if index.isValid() and event.button() == Qt.MouseButton.RightButton:
            if not self.selectionModel().isSelected(index):
                self.pressed_at.emit(index, False)
                self.setCurrentIndex(index)
            return
        super().mousePressEvent(event)

    def _is_on_arrow(self, index: QModelIndex, x: float) -> bool:
        column = self._model.grid.columns[index.column()]
        row = self._model.grid.rows[index.row()]
        if column.part is not Part.TEXT or not row.has_children:
            return False
        left = self.visualRect(index).left() + row.depth * STEP
        return left <= x <= left + PAD + 12


def _types(event: QKeyEvent) -> bool:
    held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    return bool(event.text()) and event.text().isprintable() and not held
