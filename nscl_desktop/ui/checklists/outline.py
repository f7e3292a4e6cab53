"""The outline of a check list: headings and questions in levels, their words edited in place, keys as in Excel."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from nscl_desktop.presenters.checklist_editor import OutlineRow
from nscl_desktop.ui.theme import Theme

_KEY = Qt.ItemDataRole.UserRole
_NUMBER, _TEXT, _ANSWER, _IF = range(4)
_HEADINGS = ("Số", "Nội dung", "Cách trả lời", "Chỉ hỏi")
_SHIFT_OR_PAD = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_EDITING = QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.AnyKeyPressed
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
Index = QModelIndex | QPersistentModelIndex


class QuestionOutline(QTreeWidget):
    """``chosen`` tells the current question's key."""

    chosen = Signal(str)
    renamed = Signal(str, str)
    """A question was given other words in place: key, text."""
    new_wanted = Signal(bool)
    """Enter wants a question behind the current one, Shift+Enter (True) a heading."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._items: dict[str, QTreeWidgetItem] = {}
        self._shape: list[tuple[str, int]] = []
        self.setAccessibleName("Các mục và câu hỏi")
        self.setHeaderLabels(_HEADINGS)
        self.setTreePosition(_TEXT)
        self.setIndentation(20)
        self.setItemsExpandable(False)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setItemDelegate(_WordsDelegate(self))
        header, character = self.header(), self.fontMetrics().averageCharWidth()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(_TEXT, header.ResizeMode.Stretch)
        for column, characters in ((_NUMBER, 8), (_ANSWER, 22), (_IF, 16)):
            self.setColumnWidth(column, characters * character + 16)
        self.is_open = False
        self.currentItemChanged.connect(lambda item, _: self.chosen.emit(_key_of(item)))
        self.itemDoubleClicked.connect(lambda *_: self.edit_words())
        self.selectionModel().currentColumnChanged.connect(lambda *_: self._keep_column())

    @property
    def is_open(self) -> bool:
        """Whether words can be edited."""
        return self.editTriggers() != QAbstractItemView.EditTrigger.NoEditTriggers

    @is_open.setter
    def is_open(self, is_open: bool) -> None:
        self.setEditTriggers(_EDITING if is_open else QAbstractItemView.EditTrigger.NoEditTriggers)

    @property
    def key(self) -> str:
        """The current question's key, empty for none."""
        return _key_of(self.currentItem())

    def fill(self, rows: Sequence[OutlineRow], current: str = "") -> None:
        """Show the outline as it is now; the question that was current stays so, unless another one is named."""
        shape = [(row.key, row.depth) for row in rows]
        if shape != self._shape:
            self._shape = shape
            self._build(rows, current or self.key)
        for row in rows:
            self._show(self._items[row.key], row)
        if current:
            self.choose(current)
        self.chosen.emit(self.key)

    def settle(self) -> None:
        """Take what is being typed."""
        editor = self.indexWidget(self.currentIndex())
        if editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def choose(self, key: str) -> None:
        """Make a question current."""
        if key in self._items:
            self.setCurrentItem(self._items[key], _TEXT)

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Up and down only: the words are current, and going to them would push the numbers out of sight."""
        kept = self.horizontalScrollBar().value()
        super().scrollTo(index, hint)
        self.horizontalScrollBar().setValue(kept)

    def edit_words(self) -> None:
        """Begin to type the current question's words."""
        item = self.currentItem()
        if self.is_open and _key_of(item):
            self.setFocus()
            self.editItem(item, _TEXT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter makes the next question; plain keys begin to type. The editor's own Enter comes here, too."""
        if self.state() == QAbstractItemView.State.EditingState:
            event.accept()
            return
        if event.key() in _ENTER and self.is_open and not event.modifiers() & ~_SHIFT_OR_PAD:
            self.new_wanted.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            return
        super().keyPressEvent(event)

    def _keep_column(self) -> None:
        """Whatever column is pressed, keys edit the words."""
        if self.key and self.currentColumn() != _TEXT:
            self.setCurrentItem(self.currentItem(), _TEXT)

    def _build(self, rows: Sequence[OutlineRow], current: str) -> None:
        scrolled = self.verticalScrollBar().value()
        blocked = self.blockSignals(True)
        self.clear()
        self._items = {}
        levels: list[QTreeWidgetItem] = []
        for row in rows:
            item = self._items[row.key] = QTreeWidgetItem()
            item.setData(_TEXT, _KEY, row.key)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            levels[row.depth :] = [item]
            if row.depth:
                levels[row.depth - 1].addChild(item)
            else:
                self.addTopLevelItem(item)
        self.expandAll()
        kept = self._items.get(current) or self.topLevelItem(0)
        if kept is not None:
            self.setCurrentItem(kept, _TEXT)
        self.verticalScrollBar().setValue(scrolled)
        if kept is not None:
            self.scrollToItem(kept)
        self.blockSignals(blocked)

    def _show(self, item: QTreeWidgetItem, row: OutlineRow) -> None:
        sign, star = "⚠ " if row.fault else "", " *" if row.is_required else ""
        texts = (f"{sign}{row.number}{star}", row.text, row.answered_by, row.asked_if)
        tips = (
            "Bắt buộc trả lời" if row.is_required else "",
            f"{row.text}\n{row.fault}" if row.fault else row.text,
            row.answered_by,
            row.asked_if,
        )
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if row.is_heading else QFont.Weight.Normal)
        colours = ("warning" if row.fault else "text", "text", "muted", "muted")
        for column in (_NUMBER, _TEXT, _ANSWER, _IF):
            item.setText(column, texts[column])
            item.setToolTip(column, tips[column])
            item.setForeground(column, self._theme.colour(colours[column]))
            item.setFont(column, font)


class _WordsDelegate(QStyledItemDelegate):
    """Only words are edited in place."""

    def __init__(self, outline: QuestionOutline) -> None:
        super().__init__(outline)
        self._outline = outline

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as a row of a table."""
        found = super().sizeHint(option, index)
        return QSize(found.width(), self._outline.fontMetrics().height() + 12)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line to type in."""
        editor = QLineEdit(parent)
        editor.setProperty("cell", "true")
        editor.setAccessibleName("Nội dung")
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Start with the words."""
        if isinstance(editor, QLineEdit):
            editor.setText(str(index.data()))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over what was typed, where it differs."""
        if isinstance(editor, QLineEdit) and editor.text() != index.data():
            self._outline.renamed.emit(str(index.data(_KEY)), editor.text())


def _key_of(item: QTreeWidgetItem | None) -> str:
    return str(item.data(_TEXT, _KEY)) if item is not None else ""
