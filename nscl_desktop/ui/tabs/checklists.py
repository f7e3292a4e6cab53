"""Section Bảng kiểm: the check lists and questionnaires at the left, the chosen version at the right."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.inspections import INSPECTION, SURVEY
from nscl_desktop.presenters.checklist_editor import ChecklistEditor
from nscl_desktop.presenters.checklist_list import ChecklistList
from nscl_desktop.presenters.checklist_preview import preview
from nscl_desktop.presenters.office import Office
from nscl_desktop.services.checklist_editing import delete_checklist, new_checklist, new_version
from nscl_desktop.services.desk import Desk
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.checklists.checklist_page import ChecklistPage
from nscl_desktop.ui.checklists.list_panel import ChecklistPanel
from nscl_desktop.ui.checklists.preview_window import PreviewWindow
from nscl_desktop.ui.commands import Command, make_action
from nscl_desktop.ui.enterprises.change_window import AskWindow
from nscl_desktop.ui.preferences import Preferences
from nscl_desktop.ui.tab import EDIT, FILE, VIEW, Menus, Surroundings, TabMaker

_WORDS = (
    "Bảng kiểm là những câu hỏi mà đoàn kiểm tra trả lời tại đơn vị; phiếu khảo sát cũng là một bảng kiểm.\n"
    "Soạn bảng mới, hoặc lấy một bảng mẫu rồi sửa cho phù hợp."
)
_FILES = "Bảng kiểm (*.json)"


def prepare(_office: Office, _preferences: Preferences) -> TabMaker:
    """The lists are read when the section is made, which is when it is first looked at."""
    return ChecklistsTab


class ChecklistsTab:
    """The section's parts and what they do with one another."""

    def __init__(self, around: Surroundings) -> None:
        self._around, self._room = around, around.office.checklists
        self.lists = ChecklistList()
        self.page: ChecklistPage | None = None
        """The check list on the desk."""
        self._wanted = ""
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setAccessibleName("Bảng kiểm")
        self.panel = ChecklistPanel(self.lists, around.theme)
        self._stack = QStackedWidget()
        self.nothing_title = QLabel()
        self._make_actions()
        self._stack.addWidget(self._nothing())
        self._split.addWidget(self.panel)
        self._split.addWidget(self._stack)
        self._split.setStretchFactor(1, 1)
        self._split.setCollapsible(1, False)
        self._split.setHandleWidth(1)
        self._split.setSizes([300, 1060])
        self.panel.chosen.connect(self._show)
        self.panel.adding_wanted.connect(self._show_adding)
        self._put_away()
        self._read()

    # -- what the window asks ---------------------------------------------------------------------------------------

    def widget(self) -> QWidget:
        """The section's page."""
        return self._split

    def menus(self) -> Menus:
        """Commands on the lists and on the one on the desk."""
        page = self.page
        self.export.setEnabled(page is not None)
        self.delete.setEnabled(page is not None and page.editor.is_draft)
        edit: Sequence[QAction | None] = ()
        if page:
            edit = (page.undo_action, page.redo_action, None, *page.editing, None, page.retire_action)
        return {
            FILE: [self.new, self.new_survey, self.sample, None, self.import_action, self.export],
            EDIT: [*edit, self.delete],
            VIEW: [*([page.preview_action] if page else []), self.round],
        }

    def come_in_front(self) -> None:
        """Show the list with the keyboard in it."""
        self._around.voice.title.emit("Bảng kiểm")
        self._around.voice.findings.emit(-1, -1, -1)
        self.panel.take_focus()

    def go_to_findings(self) -> None:
        """To the first place that is to be mended."""
        if self.page and self.page.editor.faults():
            self.page.show_question(self.page.editor.faults()[0].question_id)

    def settle(self) -> None:
        """Take what is being typed."""
        if self.page:
            self.page.settle()

    def open_record(self, entity: str, key: str) -> None:
        """Show a check list, in the list and beside it."""
        self.panel.search.clear()
        self._read(key)

    def chosen(self) -> Sequence[tuple[str, str]]:
        """The check list on the desk."""
        return [("checklist", self._wanted)] if self._wanted else []

    def read_again(self) -> None:
        """Nothing of before may stay on the desk."""
        self._put_away()
        self._read()

    # -- building ---------------------------------------------------------------------------------------------------

    def _make_actions(self) -> None:
        self.new = self._action("Bảng kiểm mới…", lambda: self._make_new(INSPECTION), "document-add", "Ctrl+N")
        self.new_survey = self._action("Phiếu khảo sát mới…", lambda: self._make_new(SURVEY), "document-add")
        self.sample = self._action("Lấy bảng mẫu…", self._show_samples, "copy")
        self.import_action = self._action("Nhập bảng kiểm từ tệp…", self._import, "import")
        self.export = self._action("Xuất bảng kiểm ra tệp…", self._export, "export")
        self.delete = self._action("Xóa bảng kiểm đang soạn", self._delete, "delete")
        self.round = self._action("Sang vùng khác", self._go_round, "", "F6")

    def _action(self, words: str, run: Callable[[], object], icon: str, *keys: str) -> QAction:
        return make_action(self._split, Command(words, run, icon, keys), self._around.theme)

    def _nothing(self) -> QWidget:
        page, column, row = QWidget(), QVBoxLayout(), QHBoxLayout()
        page.setLayout(column)
        words = QLabel(_WORDS)
        self.nothing_title.setProperty("role", "title")
        words.setProperty("role", "caption")
        words.setWordWrap(True)
        column.setSpacing(16)
        column.addStretch(1)
        for label in (self.nothing_title, words):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        row.addStretch(1)
        for action, primary in ((self.sample, True), (self.new, False), (self.new_survey, False)):
            button = QPushButton(action.text())
            button.setProperty("primary", "true" if primary else "false")
            button.clicked.connect(action.trigger)
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(2)
        return page

    # -- the list ---------------------------------------------------------------------------------------------------

    def _read(self, wanted: str = "") -> None:
        """Read the lists anew; ``wanted`` is shown then."""
        kept = wanted or self.panel.list.key

        def take(book: Book) -> None:
            self.lists.load(book)
            if wanted and wanted not in {row.key for row in self.lists.rows()}:
                self.panel.retired.setChecked(True)
            self.panel.refill(kept)
            if self.panel.search.hasFocus() and not self.panel.search.text():
                self.panel.take_focus()
            if not self.panel.list.key and self.panel.list.count():
                self.panel.list.setCurrentRow(0)
            elif self.panel.list.key:
                self._show(self.panel.list.key, anew=bool(wanted))
            else:
                self._put_away()

        self._around.operations.run("", lambda _: self._room.all(), take)

    # -- the desk ---------------------------------------------------------------------------------------------------

    def _show(self, key: str, *, anew: bool = False) -> None:
        if not key or (not anew and self.page and self.page.editor.key == key and self._wanted == key):
            return
        self._wanted = key
        self.settle()
        self._around.operations.run("", lambda _: self._room.read(key), lambda desk: self._put_on(desk, key))

    def _put_on(self, desk: Desk, key: str) -> None:
        if self._wanted != key:
            return  # the choice went on meanwhile
        self._put_away()
        self._wanted = key
        page = self.page = ChecklistPage(ChecklistEditor(desk, self._room.visits), self._around)
        page.state_changed.connect(self._on_state)
        page.version_wanted.connect(self._make_version)
        page.preview_wanted.connect(self._preview)
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self._around.voice.menus_changed.emit()

    def _put_away(self) -> None:
        self._wanted = ""
        self.nothing_title.setText("Chưa có bảng kiểm nào" if self.lists.is_empty else "Chọn một bảng kiểm")
        self._stack.setCurrentIndex(0)
        if self.page:
            self._stack.removeWidget(self.page)
            self.page.deleteLater()
            self.page = None
            self._around.voice.menus_changed.emit()

    def _on_state(self) -> None:
        """The list follows what is done on the desk."""
        self._around.voice.menus_changed.emit()
        if self.page:
            self.lists.load(self.page.editor.desk.book)
            self.panel.refill(self.page.editor.key)

    # -- doing ------------------------------------------------------------------------------------------------------

    def _save(self, step: ChangeSet, shown: str, told: str) -> None:
        """Save a step that stands on no desk, show what it made, offer to take it back."""
        room, back = self._room, step.inverted(f"Hoàn tác: {step.words}")

        def undo() -> None:
            self._put_away()
            self._around.operations.run("Đang hoàn tác", lambda _: room.add(back), lambda _: self._read())

        def done(_: object) -> None:
            self._put_away()
            self._read(shown)
            self._around.voice.done.emit(told, "Hoàn tác", undo)

        self._around.operations.run("Đang lưu", lambda _: room.add(step), done)

    def _make_new(self, purpose: str) -> None:
        words = "phiếu khảo sát" if purpose == SURVEY else "bảng kiểm"

        def take(texts: Sequence[str]) -> None:
            step = new_checklist(texts[0], purpose)
            self._save(step, step.scope, f"Đã thêm {words}")

        window = AskWindow(f"{words[:1].upper()}{words[1:]} mới", "Thêm", (("Tên", ""),), take, self._split)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()

    def _make_version(self) -> None:
        page = self.page
        if page is None:
            return

        def make() -> None:
            step = new_version(page.editor.desk.book, page.editor.key)
            self._save(step, step.scope, "Đã lập phiên bản mới để soạn; bản đang dùng vẫn dùng cho đến khi thay")

        attempted(self._around.voice, make)

    def _delete(self) -> None:
        page = self.page
        if page:
            book, key = page.editor.desk.book, page.editor.key
            told = "Đã xóa bảng kiểm đang soạn"
            attempted(self._around.voice, lambda: self._save(delete_checklist(book, key), "", told))

    def _preview(self) -> None:
        page = self.page
        if page is None:
            return
        page.settle()
        window = PreviewWindow(preview(page.editor.desk.book, page.editor.key), self._split)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()

    def _show_adding(self) -> None:
        menu = QMenu(self._split)
        menu.addActions([self.new, self.new_survey])
        menu.addSeparator()
        self._offer_samples(menu)
        menu.addSeparator()
        menu.addAction(self.import_action)
        menu.popup(self.panel.add.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _show_samples(self) -> None:
        menu = QMenu(self._split)
        self._offer_samples(menu)
        menu.popup(QCursor.pos())

    def _offer_samples(self, menu: QMenu) -> None:
        for each in self._room.samples():
            menu.addAction(f"Mẫu: {each.name}", partial(self._take_sample, each.id, each.name))

    def _take_sample(self, key: str, name: str) -> None:
        def take(step: ChangeSet) -> None:
            if step:
                self._save(step, key, f"Đã thêm bảng mẫu “{name}” để soạn tiếp")
            else:
                self._around.voice.said.emit("Tệp dữ liệu đã có bảng mẫu này.")
                self.open_record("checklist", key)

        self._around.operations.run("", lambda _: self._room.take_sample(key), take)

    def _import(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self._split, "Nhập bảng kiểm từ tệp", "", _FILES)
        if chosen:
            self._around.operations.run(
                "Đang đọc tệp",
                lambda _: self._room.read_file(Path(chosen)),
                lambda step: self._save(step, step.scope, "Đã nhập bảng kiểm để soạn tiếp"),
            )

    def _export(self) -> None:
        page = self.page
        checklist = page.editor.checklist if page else None
        if page is None or checklist is None:
            return
        page.settle()
        chosen, _ = QFileDialog.getSaveFileName(self._split, "Xuất bảng kiểm", f"{checklist.name}.json", _FILES)
        if not chosen:
            return
        target, book, key = Path(chosen).with_suffix(".json"), page.editor.desk.book, page.editor.key
        said = self._around.voice.said
        self._around.operations.run(
            "Đang xuất bảng kiểm",
            lambda _: self._room.write(book, key, target),
            lambda _: said.emit(f"Đã xuất bảng kiểm ra {target.name}"),
        )

    def _go_round(self) -> None:
        """F6: from the list to the outline, to the question, and to the list again."""
        page = self.page
        if page is None or not (page.outline.hasFocus() or self.panel.list.hasFocus() or self.panel.search.hasFocus()):
            self.panel.list.setFocus()
        elif page.outline.hasFocus():
            page.panel.take_focus()
        else:
            page.take_focus()
