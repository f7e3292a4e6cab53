"""One check list on the desk: its outline beside the chosen question, what is to be mended, and its own facts."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from nscl_desktop.domain.inspections import IN_USE
from nscl_desktop.presenters.checklist_editor import ChecklistEditor
from nscl_desktop.presenters.checklist_forms import ChecklistForm
from nscl_desktop.services.desk import Changed, Refused
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.checklists.outline import QuestionOutline
from nscl_desktop.ui.checklists.question_panel import QuestionPanel
from nscl_desktop.ui.commands import Command, make_action, tool_button
from nscl_desktop.ui.elided_label import ElidedLabel
from nscl_desktop.ui.record_form_view import RecordFormView
from nscl_desktop.ui.record_history import RecordHistory
from nscl_desktop.ui.tab import Surroundings
from nscl_desktop.ui.undoing import UNDO, follow_undo, take_redo, take_undo, undo_actions
from nscl_desktop.ui.wrapped_items import wrap_items

_KEY = Qt.ItemDataRole.UserRole
_MOST_FAULTS = 3


class ChecklistPage(QWidget):
    """``state_changed``: something of it is another now."""

    state_changed = Signal()
    version_wanted = Signal()
    preview_wanted = Signal()

    def __init__(self, editor: ChecklistEditor, around: Surroundings) -> None:
        super().__init__()
        self.editor, self._around = editor, around
        self.title, self.about = ElidedLabel(), ElidedLabel()
        self.title.setProperty("role", "title")
        self.about.setProperty("role", "caption")
        self.use, self.next, self.preview = QPushButton("Đưa vào dùng"), QPushButton("Lập phiên bản mới"), QPushButton()
        self.preview.setText("Xem thử")
        self.use.setProperty("primary", "true")
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        self.outline = QuestionOutline(around.theme)
        self.panel = QuestionPanel(editor.desk, around.voice)
        self.facts = RecordFormView(ChecklistForm(editor.desk), around.voice, columns=2, wide_lines=6)
        lists, key = around.office.checklists, editor.key
        self.history = RecordHistory(lambda: lists.history(key), around)
        self.bar, self.closed = QFrame(), QLabel("Câu hỏi không sửa được nữa. Muốn đổi thì lập phiên bản mới.")
        self.faults = QListWidget()
        self.faults.setAccessibleName("Những chỗ cần sửa trước khi dùng")
        self.faults.setProperty("framed", "true")
        wrap_items(self.faults)
        self.empty = QLabel("Chưa có câu hỏi nào. Nhấn “Thêm mục” hoặc “Thêm câu” để soạn; Enter thêm câu tiếp theo.")
        self.empty.setProperty("role", "notice")
        self.empty.setWordWrap(True)
        self._make_actions()
        self._lay_out()
        self._listen()
        self.follow()

    # -- what the tab asks ------------------------------------------------------------------------------------------

    def settle(self) -> None:
        """Take what is being typed."""
        self.panel.settle()
        self.facts.settle()
        self.outline.settle()

    def take_focus(self) -> None:
        """Begin with the outline, or with the facts where they are in front."""
        (self.outline, self.facts.editor("name"), self.history)[self.pages.currentIndex()].setFocus()

    def undo(self) -> None:
        """Ctrl+Z."""
        self.settle()
        take_undo(self._around.voice, self.editor.undo)

    def redo(self) -> None:
        """Ctrl+Y."""
        self.settle()
        take_redo(self._around.voice, self.editor.desk.redo)

    def show_question(self, key: str) -> None:
        """Make a question current."""
        self.pages.setCurrentIndex(0)
        self.outline.choose(key)
        self.outline.setFocus()

    def follow(self, current: str = "") -> None:
        """Show the check list as it is now."""
        editor, checklist = self.editor, self.editor.checklist
        self.setEnabled(checklist is not None)
        if checklist is None:
            return
        self.title.setText(checklist.name)
        self.about.setText(editor.about)
        self.use.setVisible(editor.is_draft)
        self.next.setVisible(not editor.is_draft)
        self.bar.setVisible(editor.is_draft)
        self.closed.setVisible(not editor.is_draft)
        self.outline.is_open = editor.is_draft
        rows = editor.rows()
        self.outline.fill(rows, current)
        self.outline.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.facts.refresh()
        self._show_faults()
        for action in self.editing:
            action.setEnabled(editor.is_draft and (bool(rows) or action in self.adding))
        self.retire_action.setEnabled(checklist.state == IN_USE)
        follow_undo(self.undo_action, self.redo_action, self.editor.desk.undo_stack)

    # -- building ---------------------------------------------------------------------------------------------------

    def _make_actions(self) -> None:
        self.undo_action, self.redo_action = undo_actions(self, self._around.theme, self.undo, self.redo)
        self.adding = (
            self._action("Thêm câu", lambda: self._add(heading=False), "add", "Ins"),
            self._action("Thêm mục", lambda: self._add(heading=True), "insert-row", "Ctrl+Ins"),
        )
        moving = (
            self._moving("Chuyển lên", lambda key: self.editor.move(key, -1), "move-up", "Alt+Up"),
            self._moving("Chuyển xuống", lambda key: self.editor.move(key, 1), "move-down", "Alt+Down"),
            self._moving("Ra một cấp", lambda key: self.editor.shift(key, -1), "outdent", "Alt+Left"),
            self._moving("Vào một cấp", lambda key: self.editor.shift(key, 1), "indent", "Alt+Right"),
        )
        self.delete_action = self._action("Xóa câu hoặc mục", self._delete, "delete", "Ctrl+Del")
        self.editing: tuple[QAction, ...] = (*self.adding, *moving, self.delete_action)
        self.retire_action = self._action("Thôi dùng bảng kiểm", self._retire, "lock")
        self.preview_action = self._action("Xem thử cách hỏi", self.preview_wanted.emit, "preview", "F5")

    def _lay_out(self) -> None:
        head, below = QHBoxLayout(), QHBoxLayout()
        head.setContentsMargins(16, 8, 16, 0)
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        for button in (self.preview, self.next, self.use):
            head.addWidget(button)
        below.setContentsMargins(16, 0, 16, 4)
        below.addWidget(self.about, 1)
        self.pages.addTab(self._questions(), "Câu hỏi")
        self.pages.addTab(self._own_facts(), "Thông tin")
        self.pages.addTab(self.history, "Lịch sử")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addLayout(below)
        layout.addWidget(self.pages, 1)

    def _questions(self) -> QWidget:
        self.bar.setProperty("panel", "band")
        row = QHBoxLayout(self.bar)
        row.setContentsMargins(16, 4, 16, 4)
        row.setSpacing(4)
        for action in self.editing:
            row.addWidget(tool_button(action, with_words=action in self.adding))
        row.addStretch(1)
        self.closed.setProperty("role", "caption")
        self.closed.setContentsMargins(16, 8, 16, 8)
        self.closed.setWordWrap(True)
        left, column = QWidget(), QVBoxLayout()
        left.setLayout(column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.closed)
        column.addWidget(self.outline, 1)
        column.addWidget(self.empty, 1)
        column.addWidget(self.faults)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(1)
        split.addWidget(left)
        split.addWidget(self.panel)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 0)
        split.setCollapsible(0, False)
        split.setSizes([620, 300])
        return split

    def _own_facts(self) -> QWidget:
        inner, column = QWidget(), QVBoxLayout()
        inner.setLayout(column)
        column.setContentsMargins(16, 12, 16, 16)
        column.addWidget(self.facts)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inner)
        return scroll

    def _action(self, words: str, run: Callable[[], object], icon: str, *keys: str) -> QAction:
        return make_action(self, Command(words, run, icon, keys), self._around.theme)

    def _moving(self, words: str, move: Callable[[str], object], icon: str, keys: str) -> QAction:
        return self._action(words, lambda: self._moved(move), icon, keys)

    # -- following --------------------------------------------------------------------------------------------------

    def _listen(self) -> None:
        self.outline.chosen.connect(self.panel.show_question)
        self.outline.renamed.connect(lambda key, text: self._attempt(lambda: self.editor.rename(key, text)))
        self.outline.new_wanted.connect(lambda is_heading: self._add(heading=is_heading))
        self.pages.currentChanged.connect(lambda _: self._on_page())
        self.use.clicked.connect(self._put_in_use)
        self.next.clicked.connect(self.version_wanted)
        self.preview.clicked.connect(self.preview_wanted)
        self.faults.itemActivated.connect(self._on_fault)
        self.faults.itemClicked.connect(self._on_fault)
        self.editor.desk.subscribe(self._on_event)

    def _on_page(self) -> None:
        if self.pages.currentWidget() is self.history:
            self.history.follow()

    def _on_event(self, event: Changed | Refused) -> None:
        self.follow()
        self.state_changed.emit()
        if isinstance(event, Refused):
            self._around.voice.refused.emit(event.sentence)

    def _show_faults(self) -> None:
        faults = self.editor.faults()
        self.faults.clear()
        for fault in faults:
            item = QListWidgetItem(f"⚠  {fault.sentence}")
            item.setData(_KEY, fault.question_id)
            self.faults.addItem(item)
        self.faults.setVisible(bool(faults) and self.outline.topLevelItemCount() > 0)
        line = self.fontMetrics().height()
        self.faults.setFixedHeight(min(len(faults), _MOST_FAULTS) * (2 * line + 12) + 4)

    def _on_fault(self, item: QListWidgetItem) -> None:
        self.show_question(str(item.data(_KEY)))

    # -- doing ------------------------------------------------------------------------------------------------------

    def _attempt(self, act: Callable[[], object]) -> bool:
        return attempted(self._around.voice, act)

    def _add(self, *, heading: bool) -> None:
        self.panel.settle()

        def add() -> None:
            fresh = self.editor.add(self.outline.key, heading=heading)
            self.pages.setCurrentIndex(0)
            self.outline.choose(fresh)
            self.outline.edit_words()

        self._attempt(add)

    def _moved(self, move: Callable[[str], object]) -> None:
        self.panel.settle()
        key = self.outline.key
        if key:
            self._attempt(lambda: move(key))

    def _delete(self) -> None:
        key = self.outline.key
        if key:
            self._attempt(lambda: self._around.voice.done.emit(self.editor.delete(key), UNDO, self.undo))

    def _put_in_use(self) -> None:
        self.settle()
        if self._attempt(self.editor.put_in_use):
            words = "Đã đưa bảng kiểm vào dùng. Từ nay muốn sửa thì lập phiên bản mới."
            self._around.voice.done.emit(words, UNDO, self.undo)

    def _retire(self) -> None:
        if self._attempt(self.editor.retire):
            self._around.voice.done.emit("Đã thôi dùng bảng kiểm.", UNDO, self.undo)
