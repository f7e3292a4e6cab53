"""The one table of records: cells edited in place, buttons below for adding, deleting and ordering."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractItemModel, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from nscl_desktop.domain.fields import Kind
from nscl_desktop.domain.records import Record
from nscl_desktop.presenters.record_list import RecordSource
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.commands import Command, make_action
from nscl_desktop.ui.filling_column import FillingColumn
from nscl_desktop.ui.record_table_model import ExtraColumn, Index, RecordTableModel
from nscl_desktop.ui.style_options import area_of
from nscl_desktop.ui.tab import Surroundings

_WIDEST, _LEAST = 20, 30
"""Characters; only the stretched column is wider, and one whose heading is."""
_LONG = frozenset({Kind.LONG_TEXT, Kind.LINES})


class RecordTable(QWidget):
    """A RecordList on screen; ``chosen`` tells the key of the current record, empty for none."""

    chosen = Signal(str)

    def __init__(
        self,
        records: RecordSource,
        around: Surroundings,
        undo: Callable[[], object],
        *,
        noun: str,
        extra: Sequence[ExtraColumn] = (),
        stretched: int = 0,
        rows: int = 0,
        lines: int = 1,
    ) -> None:
        super().__init__()
        self._records, self._around, self._undo = records, around, undo
        self.model = RecordTableModel(records, extra, lambda act: attempted(around.voice, act))
        self.table = QTableView()
        self._set_up_table(noun, rows, lines)
        self._filling = FillingColumn(self.table, stretched, _LEAST)
        self.empty = QLabel(f"Chưa có {noun} nào. Nhấn “Thêm {noun}” để ghi.")
        self.empty.setProperty("role", "caption" if rows else "notice")
        self._adder: Callable[[], object] | None = None
        self.add = QPushButton(f"Thêm {noun}")
        self.delete, self.up, self.down = QPushButton("Xóa"), QPushButton("Lên"), QPushButton("Xuống")
        self._lay_out()
        self._listen()
        self.refresh()

    @property
    def current(self) -> Record | None:
        """The record of the current row."""
        return self.model.record_at(self.table.currentIndex().row())

    def refresh(self) -> None:
        """Show the records as they are now; the current one stays current."""
        kept = self.current.id if self.current else ""
        column = max(self.table.currentIndex().column(), 0)
        self.model.refresh()
        row = self.model.row_of(kept)
        if row >= 0 and row != self.table.currentIndex().row():
            self.table.setCurrentIndex(self.model.index(row, column))
        self._follow()

    def choose(self, record_id: str) -> None:
        """Make a record current."""
        row = self.model.row_of(record_id)
        if row >= 0:
            self.table.setCurrentIndex(self.model.index(row, max(self.table.currentIndex().column(), 0)))

    def add_by(self, adder: Callable[[], object]) -> None:
        """Make new records in another way (by choosing a file) where an empty one would say nothing."""
        self._adder = adder
        self.add.setText(f"{self.add.text()}…")

    def shrink_to(self, characters: int) -> None:
        """The stretched column may become as narrow as this, so that columns behind it stay in sight."""
        self._filling.shrink_to(characters)

    def stand_in_own_order(self) -> None:
        """No buttons for moving: the records stand by day or year."""
        self.up.hide()
        self.down.hide()

    def settle(self) -> None:
        """Take what is being typed."""
        editor = self.table.indexWidget(self.table.currentIndex())
        if editor is not None:
            self.table.commitData(editor)
            self.table.closeEditor(editor, QStyledItemDelegate.EndEditHint.NoHint)

    # -- building ---------------------------------------------------------------------------------------------------

    def _set_up_table(self, noun: str, rows: int, lines: int) -> None:
        table = self.table
        table.setModel(self.model)
        table.setProperty("framed", "true")
        table.setItemDelegate(RecordDelegate(self.model, table))
        table.setAccessibleName(f"Danh sách {noun}")
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.verticalHeader().hide()
        table.setTabKeyNavigation(False)
        table.setWordWrap(True)
        table.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.resizeColumnsToContents()
        character = table.fontMetrics().averageCharWidth()
        for column in range(self.model.columnCount()):
            width = min(table.columnWidth(column) + 8, _WIDEST * character)
            table.setColumnWidth(column, max(width, header.sectionSizeHint(column) + 8))
        line = lines * table.fontMetrics().height() + 12
        table.verticalHeader().setDefaultSectionSize(line)
        if rows:
            table.setFixedHeight((rows + 1) * line + 8)

    def _lay_out(self) -> None:
        buttons = self.buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.add, self.delete, self.up, self.down):
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.empty)
        layout.addLayout(buttons)

    def _listen(self) -> None:
        self.add.clicked.connect(self._on_add)
        self.delete.clicked.connect(self._on_delete)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._follow())
        self.model.modelReset.connect(self._follow)
        make_action(self, Command(self.add.text(), self._on_add, keys=("Ins",)))
        make_action(self, Command("Xóa", self._on_delete, keys=("Ctrl+Del",)))
        make_action(self, Command("Lên", lambda: self._move(-1), keys=("Alt+Up",)))
        make_action(self, Command("Xuống", lambda: self._move(1), keys=("Alt+Down",)))

    def _follow(self) -> None:
        is_open, record = self._records.is_open, self.current
        is_empty = not self.model.rowCount()
        self.table.setVisible(not is_empty)
        self.empty.setVisible(is_empty)
        self.add.setEnabled(is_open)
        for button in (self.delete, self.up, self.down):
            button.setEnabled(is_open and record is not None)
        self.chosen.emit(record.id if record else "")

    # -- doing ------------------------------------------------------------------------------------------------------

    def _on_add(self) -> None:
        self.settle()
        if self._adder:
            self._adder()
            return

        def add() -> None:
            fresh = self._records.add()
            self.refresh()
            self.choose(fresh)
            self.table.setFocus()
            self.table.edit(self.table.currentIndex())

        attempted(self._around.voice, add)

    def _on_delete(self) -> None:
        record = self.current
        if record is None:
            return

        def delete() -> None:
            done = self._records.delete(record)
            self._around.voice.done.emit(done, "Hoàn tác", self._undo)

        attempted(self._around.voice, delete)

    def _move(self, step: int) -> None:
        record = self.current
        if record is None:
            return

        def move() -> None:
            self._records.move(record, step)
            self.refresh()
            self.choose(record.id)

        attempted(self._around.voice, move)


class RecordDelegate(QStyledItemDelegate):
    """Editors by kind: a list for choices and links, several lines for long texts, else one line."""

    def __init__(self, model: RecordTableModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The editor of a cell."""
        spec = self._model.spec_at(index.column())
        editor: QWidget
        if spec and spec.kind in (Kind.CHOICE, Kind.REF):
            choice = QComboBox(parent)
            for value, label in self._model.offers(index.column()):
                choice.addItem(label, value)
            choice.activated.connect(lambda _: self._take(choice))
            editor = choice
        elif spec and spec.kind in _LONG:
            long = QPlainTextEdit(parent)
            long.setTabChangesFocus(True)
            editor = long
        else:
            editor = QLineEdit(parent)
        editor.setProperty("cell", "true")
        editor.setAccessibleName(spec.label if spec else "")
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Start with what the cell holds."""
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(editor.findText(text), 0))
        elif isinstance(editor, QPlainTextEdit):
            editor.setPlainText(text)
            editor.selectAll()
        elif isinstance(editor, QLineEdit):
            editor.setText(text)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over what was typed or chosen, where it differs."""
        if isinstance(editor, QComboBox):
            text = editor.currentText()
        elif isinstance(editor, QPlainTextEdit):
            text = editor.toPlainText()
        else:
            text = editor.text() if isinstance(editor, QLineEdit) else ""
        if text != str(index.data(Qt.ItemDataRole.EditRole) or ""):
            model.setData(index, text)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Over the cell; a long text gets room for some lines."""
        area = area_of(option)
        if isinstance(editor, QPlainTextEdit):
            area.setHeight(max(area.height(), 4 * editor.fontMetrics().lineSpacing() + 12))
            host = editor.parentWidget()
            if host is not None and area.bottom() > host.height():
                area.moveBottom(max(host.height(), area.height()))
        editor.setGeometry(area)

    def _take(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
