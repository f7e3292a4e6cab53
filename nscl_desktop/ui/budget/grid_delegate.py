"""Editing in the budget grid: editors that never disturb Telex, and keys as in Excel while one is open.

What is typed goes to the presenter when the cell is left, never per key; only the totals follow each key.
"""

from typing import Final

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QTextCursor
from PySide6.QtWidgets import (
    QCompleter,
    QLineEdit,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from nscl_desktop.domain.errors import NsclError
from nscl_desktop.presenters.grid_columns import Part
from nscl_desktop.ui.budget.grid_model import GridModel, Index
from nscl_desktop.ui.budget.grid_painter import GridPainter
from nscl_desktop.ui.style_options import area_of, state_of

_LONG: Final = frozenset({Part.TEXT, Part.NOTE})
_LEAST_LINES: Final = 3
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STARTED_WITH = "nsclStartedWith"


class GridDelegate(QStyledItemDelegate):
    """Paints cells and makes their editors."""

    left = Signal(int, int)
    """An editor was left by key: how many rows down and columns right to go."""
    refused = Signal(str)

    def __init__(self, model: GridModel, painter: GridPainter, parent: QObject) -> None:
        super().__init__(parent)
        self._model, self._painter = model, painter

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One cell."""
        grid, row, column = self._model.grid, index.row(), index.column()
        if row >= len(grid.rows):
            return
        area, state = area_of(option), state_of(option)
        rejected = self._model.typing.rejected(row, column)
        shown = grid.rows[row]
        self._painter.paint(
            painter, area, shown, grid.columns[column], grid.cell(row, column),
            chosen=bool(state & QStyle.StateFlag.State_Selected), rejected=rejected[0] if rejected else "",
            is_section=shown.depth == 0,
        )  # fmt: skip
        if column == 0:
            severity = grid.mark(row)
            if severity:
                self._painter.paint_sign(painter, area, severity)
        if state & QStyle.StateFlag.State_HasFocus:
            self._painter.paint_current(painter, area)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Rows are sized by the view; this is for a column sized to its contents."""
        return QSize(self._painter.width_of(str(index.data() or "")), self._painter.row_height(1))

    # -- editors ----------------------------------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line for figures and short texts, several lines for long ones."""
        column = self._model.grid.columns[index.column()]
        name = str(self._model.headerData(index.column(), Qt.Orientation.Horizontal, 11))
        if column.part in _LONG:
            long = QPlainTextEdit(parent)
            long.setTabChangesFocus(True)
            _dress(long, name)
            return long
        line = QLineEdit(parent)
        _dress(line, name)
        if column.is_figure:
            line.setAlignment(Qt.AlignmentFlag.AlignRight)
            row, place = index.row(), index.column()
            line.textEdited.connect(lambda text: self._model.typing.show_while_typing(row, place, text))
        words = self._model.typing.suggestions(index.column())
        if words:
            completer = QCompleter(words, line)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            line.setCompleter(completer)
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Start with what the cell holds, all of it chosen, so that typing replaces it as in Excel."""
        if editor.property(_STARTED_WITH) is not None:
            return  # a repaint of the cell must not overwrite what is being typed
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        editor.setProperty(_STARTED_WITH, text)
        if isinstance(editor, QLineEdit):
            editor.setText(text)
            editor.selectAll()
        elif isinstance(editor, QPlainTextEdit):
            editor.setPlainText(text)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand what was typed to the presenter; a text that cannot be read stays in the cell and says why."""
        text = _text_of(editor)
        if text == editor.property(_STARTED_WITH):
            self._model.typing.stop_typing()
            return
        try:
            self._model.typing.enter(index.row(), index.column(), text)
        except NsclError as error:
            self.refused.emit(error.sentence)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Over the cell; a long text gets room for some lines, upwards where there is none below."""
        area = QRect(area_of(option))
        if isinstance(editor, QPlainTextEdit):
            area.setHeight(max(area.height(), self._painter.row_height(_LEAST_LINES) + 8))
            area.setWidth(max(area.width(), 320))
            host = editor.parentWidget()
            bottom = host.height() if host is not None else area.bottom()
            if area.bottom() > bottom:
                area.moveBottom(bottom)
        editor.setGeometry(area)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Typing is over, entered or not."""
        self._model.typing.stop_typing()
        super().destroyEditor(editor, index)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes down, Tab right, with Shift the other way; Alt+Enter breaks the line; Esc gives up."""
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QWidget):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride and _step(event, watched) == "break":
            event.accept()  # else Alt+Enter would open the line's details under the hands of the writer
            return True
        if event.type() == QEvent.Type.KeyPress:
            step = _step(event, watched)
            if step == "break" and isinstance(watched, QPlainTextEdit):
                watched.insertPlainText("\n")
                return True
            if isinstance(step, tuple):
                self.commitData.emit(watched)
                self.closeEditor.emit(watched, QStyledItemDelegate.EndEditHint.NoHint)
                self.left.emit(*step)
                return True
            if event.key() in _ENTER:
                return False
        return super().eventFilter(watched, event)


class FootDelegate(QStyledItemDelegate):
    """Paints the row of totals."""

    def __init__(self, model: GridModel, painter: GridPainter, parent: QObject) -> None:
        super().__init__(parent)
        self._model, self._painter = model, painter

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One total."""
        column = self._model.grid.columns[index.column()]
        chosen = bool(state_of(option) & QStyle.StateFlag.State_Selected)
        self._painter.paint_foot(painter, area_of(option), column, str(index.data() or ""), chosen=chosen)


def put_cursor_at_end(editor: QWidget) -> None:
    """F2: go on writing behind what is there."""
    if isinstance(editor, QLineEdit):
        editor.end(False)
    elif isinstance(editor, QPlainTextEdit):
        editor.moveCursor(QTextCursor.MoveOperation.End)


def _step(event: QKeyEvent, editor: QWidget) -> tuple[int, int] | str:
    shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    if event.key() in _ENTER:
        if event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier):
            return "break"
        return (-1, 0) if shift else (1, 0)
    if event.key() == Qt.Key.Key_Tab:
        return (0, 1)
    if event.key() == Qt.Key.Key_Backtab:
        return (0, -1)
    if isinstance(editor, QLineEdit) and not _is_completing(editor):
        if event.key() == Qt.Key.Key_Down:
            return (1, 0)
        if event.key() == Qt.Key.Key_Up:
            return (-1, 0)
    return ""


def _is_completing(editor: QLineEdit) -> bool:
    completer: QCompleter | None = editor.completer()
    return completer is not None and completer.popup().isVisible()


def _text_of(editor: QWidget) -> str:
    if isinstance(editor, QLineEdit):
        return editor.text()
    return editor.toPlainText() if isinstance(editor, QPlainTextEdit) else ""


def _dress(editor: QWidget, name: str) -> None:
    editor.setProperty("cell", "true")
    editor.setAccessibleName(name)
