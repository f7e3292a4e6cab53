"""Section Bảng kiểm: the check lists and questionnaires at the left, the chosen version at the right."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import (
    QFileDialog,
    QMenu,
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
from nscl_desktop.ui.file_target import chosen_target
from nscl_desktop.ui.list_and_page import ListAndPage
from nscl_desktop.ui.nothing_yet import NothingYet
from nscl_desktop.ui.preferences import Preferences
from nscl_desktop.ui.saving_aside import save_aside
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
        self.panel = ChecklistPanel(self.lists, around.theme)
        self.nothing = NothingYet(
            "Chưa có bảng kiểm nào",
            _WORDS,
            ("Lấy bảng mẫu…", self._show_samples),
            ("Bảng kiểm mới…", lambda: self._make_new(INSPECTION)),
            ("Phiếu khảo sát mới…", lambda: self._make_new(SURVEY)),
            none_chosen="Chọn một bảng kiểm",
        )
        self._place: ListAndPage[ChecklistPage] = ListAndPage(
            "Bảng kiểm", self.panel, self.nothing, around, (300, 1060)
        )
        self._split = self._place.split
        self._make_actions()
        self.panel.chosen.connect(self._show)
        self.panel.adding_wanted.connect(self._show_adding)
        self._put_away()
        self._read()

    @property
    def page(self) -> ChecklistPage | None:
        """The check list on the desk."""
        return self._place.page

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
        self._place.settle()

    def open_record(self, entity: str, key: str) -> None:
        """Show a check list, in the list and beside it."""
        self.panel.search.clear()
        self._read(key)

    def chosen(self) -> Sequence[tuple[str, str]]:
        """The check list on the desk."""
        return [("checklist", self._place.wanted)] if self._place.wanted else []

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
        if key and (anew or not (self.page and self.page.editor.key == key == self._place.wanted)):
            self._place.bring(key, self._room.read, self._make_page)

    def _make_page(self, desk: Desk) -> ChecklistPage:
        page = ChecklistPage(ChecklistEditor(desk, self._room.visits), self._around)
        page.state_changed.connect(self._on_state)
        page.version_wanted.connect(self._make_version)
        page.preview_wanted.connect(self._preview)
        return page

    def _put_away(self) -> None:
        self.nothing.follow(is_empty=self.lists.is_empty)
        self._place.put_away()

    def _on_state(self) -> None:
        """The list follows what is done on the desk."""
        self._around.voice.menus_changed.emit()
        if self.page:
            self.lists.load(self.page.editor.desk.book)
            self.panel.refill(self.page.editor.key)

    # -- doing ------------------------------------------------------------------------------------------------------

    def _save(self, step: ChangeSet, shown: str, told: str) -> None:
        """Save a step that stands on no desk, show what it made, offer to take it back."""

        def done() -> None:
            self._put_away()
            self._read(shown)

        def undone() -> None:
            self._put_away()
            self._read()

        save_aside(self._around, self._room.add, step, told, done=done, undone=undone)

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
        target = chosen_target(self._split, "Xuất bảng kiểm", f"{checklist.name}.json", _FILES)
        if target is None:
            return
        book, key = page.editor.desk.book, page.editor.key
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
