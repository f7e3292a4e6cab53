"""Section Lần kiểm tra: the visits at the left, the chosen one at the right, the entry screen in place of both."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QStackedWidget, QWidget

from nscl_desktop.domain.attached_files import VisitFile
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.visit_rows import VisitRow
from nscl_desktop.presenters.attached_pictures import RecordFiles
from nscl_desktop.presenters.office import Office
from nscl_desktop.presenters.visit_entry import VisitEntry
from nscl_desktop.presenters.visit_list import VisitList
from nscl_desktop.presenters.visit_record import differs
from nscl_desktop.services.desk import Changed, Desk, Refused
from nscl_desktop.ui.attached_pictures import PHOTOS, AttachedPictures
from nscl_desktop.ui.commands import Command, make_action
from nscl_desktop.ui.inspections.asking import Asking
from nscl_desktop.ui.inspections.visit_commands import VisitCommands
from nscl_desktop.ui.inspections.visit_list_view import VisitListView
from nscl_desktop.ui.inspections.visit_page import VisitPage
from nscl_desktop.ui.list_and_page import ListAndPage
from nscl_desktop.ui.nothing_yet import NothingYet
from nscl_desktop.ui.preferences import Preferences
from nscl_desktop.ui.tab import EDIT, FILE, VIEW, Menus, Surroundings, TabMaker
from nscl_desktop.ui.visit_entry_page import EntryPage

_WORDS = (
    "Mỗi lần kiểm tra hoặc khảo sát một đơn vị là một bản ghi: đơn vị, bảng kiểm, thành phần, kết quả từng câu,\n"
    "kiến nghị có thời hạn. Nhập tại chỗ trên máy xách tay, in thành Biên bản kiểm tra theo Nghị định 30/2020/NĐ-CP.\n"
    "Muốn ghi bằng tay trước thì in biểu mẫu trống của bảng kiểm."
)


def prepare(_office: Office, _preferences: Preferences) -> TabMaker:
    """The list is read when the section is made, which is when it is first looked at."""
    return VisitsTab


class VisitsTab:
    """The section's parts and what they do with one another."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._today = date.today().isoformat()  # noqa: DTZ011 - the clerk's own day
        self.visits = VisitList()
        self.entry: EntryPage | None = None
        """The entry screen, while it is open."""
        self._offered = ""
        """The draft of last time, whose entry is offered to be gone on with."""
        self.list = VisitListView(self.visits, around.theme, self._today)
        self.nothing = NothingYet(
            "Chưa có lần kiểm tra nào",
            _WORDS,
            ("Lần kiểm tra mới", lambda: self.asking.make_new()),  # noqa: PLW0108 - what asks comes later
            ("In biểu mẫu trống…", lambda: self.asking.show_blank()),  # noqa: PLW0108 - likewise
            none_chosen="Chọn một lần kiểm tra",
        )
        self._place: ListAndPage[VisitPage] = ListAndPage("Lần kiểm tra", self.list, self.nothing, around, (380, 980))
        self._whole = QStackedWidget()
        self._whole.addWidget(self._place.split)
        self.asking = Asking(self._whole, around, self._today)
        self.commands = VisitCommands(self._whole, around, lambda: self.page, self.asking)
        self.enter = make_action(
            self._whole, Command("Màn hình nhập tại chỗ", self.toggle_entry, "edit", ("F11",)), around.theme
        )
        self.find = make_action(self._whole, Command("Tìm lần kiểm tra", self._find, "search", ("Ctrl+F",)))
        self.round = make_action(self._place.split, Command("Sang vùng khác", self._go_round, keys=("F6",)))
        self._listen()
        self._read_list(offers_draft=True)

    @property
    def page(self) -> VisitPage | None:
        """The visit on the desk."""
        return self._place.page

    # -- what the window asks ---------------------------------------------------------------------------------------

    def widget(self) -> QWidget:
        """The section's page."""
        return self._whole

    def menus(self) -> Menus:
        """Commands on the list and on the visit on the desk."""
        self.commands.follow()
        self.enter.setEnabled(self.page is not None)
        undoing = [self.page.undo_action, self.page.redo_action, None] if self.page else []
        return {
            FILE: [self.commands.new, None, self.commands.print, self.commands.blank],
            EDIT: [*undoing, *self.commands.for_visit],
            VIEW: [self.find, self.enter, None, self.round],
        }

    def come_in_front(self) -> None:
        """Show the list as it is now; another section may have changed the visit on the desk."""
        self._around.voice.title.emit("Kiểm tra")
        self._around.voice.findings.emit(-1, -1, -1)
        self._compare()
        if self.entry:
            self._around.voice.alone.emit(True)
            self.entry.answer.take_focus()
        elif self.list.list.count():
            self.list.go_to_rows()
        else:
            self.list.search.setFocus()

    def go_to_findings(self) -> None:
        """What a visit lacks stands on its own page."""

    def settle(self) -> None:
        """Take what is being typed."""
        if self.entry:
            self.entry.keep()
        elif self.page:
            self.page.settle()

    def open_record(self, entity: str, key: str) -> None:
        """Show a visit, in the list and beside it; a filter that hides it is taken away."""
        self.settle()
        self._leave_entry()
        self._read_list(key)

    def read_again(self) -> None:
        """Nothing of before may stay on the desk."""
        self._leave_entry()
        self._place.put_away()
        self._read_list()

    def chosen(self) -> Sequence[tuple[str, str]]:
        """The visit on the desk."""
        return [("visit", self.page.desk.root_id)] if self.page else []

    # -- the entry screen -------------------------------------------------------------------------------------------

    def toggle_entry(self) -> None:
        """F11: to the entry screen and back."""
        if self.entry is None:
            self.open_entry()
        elif self.entry.keep():
            self._leave_entry()

    def open_entry(self, question_id: str = "") -> None:
        """Enter the visit on the desk, at a question or where it was left."""
        if self.page is None or not self.page.facts.is_there:
            return
        self.page.settle()
        entry = VisitEntry(self.page.desk, self.page.desk.root_id)
        if question_id:
            entry.go_to(question_id)
        photos = RecordFiles(self.page.desk, VisitFile, self._around.office.attachments, "")
        pictures = AttachedPictures(photos, self._around, self.page.undo, words=PHOTOS, is_touch=True)
        screen = self.entry = EntryPage(entry, pictures)
        screen.left.connect(self._leave_entry)
        screen.finish_wanted.connect(self._finish)
        self._whole.addWidget(screen)
        self._whole.setCurrentWidget(screen)
        self._around.voice.alone.emit(True)
        screen.answer.take_focus()
        self._around.voice.menus_changed.emit()

    def _leave_entry(self) -> None:
        if self.entry is None:
            return
        self._whole.setCurrentWidget(self._place.split)
        self._whole.removeWidget(self.entry)
        self.entry.deleteLater()
        self.entry = None
        self._around.voice.alone.emit(False)
        if self.page:
            self.page.follow()
            self.page.head.entry.setFocus()
        self._read_list()
        self._around.voice.menus_changed.emit()

    def _finish(self) -> None:
        self._leave_entry()
        if self.page:
            self.page.finish()

    # -- doing ------------------------------------------------------------------------------------------------------

    def _listen(self) -> None:
        self.list.chosen.connect(self._show)
        self.list.list.itemActivated.connect(lambda _: self._go_in())
        self.list.plan_chosen.connect(self._on_plan)
        self.list.new_wanted.connect(self.asking.make_new)
        self.asking.made.connect(self._on_changed)
        self.commands.changed.connect(self._on_changed)

    def _read_list(self, wanted: str = "", *, offers_draft: bool = False) -> None:
        """Read the list anew and show ``wanted``, else what is on the desk, else (at first) the draft of last time."""

        def read() -> tuple[Sequence[VisitRow], str]:
            visits = self._around.office.visits
            return visits.rows(), visits.last_draft() if offers_draft else ""

        def show(found: tuple[Sequence[VisitRow], str]) -> None:
            rows, draft = found
            self.visits.load(rows)
            self.list.offer_plans()
            key = wanted or self._place.wanted or draft
            self.list.refill(key)
            if wanted and self.list.current != wanted:
                self.list.show_all()
                self.list.refill(wanted)
            self.nothing.follow(is_empty=self.visits.is_empty)
            if not key and self.list.list.count():
                self.list.list.setCurrentRow(0)
            self._offered = draft if key == draft else ""
            self._show(key or self.list.current)

        self._around.operations.run("", lambda _: read(), show)

    def _show(self, key: str) -> None:
        if not (self.page and self.page.desk.root_id == key and self.page.facts.is_there):
            self._place.bring(key, self._around.office.visits.read, self._make_page, self._begin)

    def _make_page(self, desk: Desk) -> VisitPage:
        page = VisitPage(desk, self._around)
        page.state_changed.connect(self._around.voice.menus_changed)
        page.unit_wanted.connect(self.commands.choose_unit)
        page.entry_wanted.connect(self.open_entry)
        page.correction_wanted.connect(self.commands.make_correction)
        page.visit_wanted.connect(self._read_list)
        desk.subscribe(self._on_step)
        return page

    def _begin(self, page: VisitPage) -> None:
        """Enter goes on where the power went; else the keyboard is in the list, unless one types."""
        if self._offered == page.desk.root_id and page.facts.sheet.visit.at_question:
            page.head.entry.setFocus()
        elif not self.list.visits.query:
            self.list.list.setFocus()
        self._offered = ""

    def _on_step(self, event: Changed | Refused) -> None:
        """What the entry screen shows may have been taken back: by the file, or from the toast."""
        if self.entry is None:
            return
        if isinstance(event, Refused):
            self.entry.entry.follow()
            self.entry.show_question()
        elif event.change_set.undoes and self.entry.photos:
            self.entry.photos.refresh()

    def _on_changed(self, key: str) -> None:
        """Visits came or went, or the one on the desk is to be read anew."""
        self._place.put_away()
        self._place.wanted = key
        self._read_list(key)

    def _compare(self) -> None:
        """Read the visit on the desk anew where another section has changed it."""
        if self.page is None or self.entry:
            return
        page, visits = self.page, self._around.office.visits

        def follow(saved: Sequence[Record]) -> None:
            if self.page is page and differs(page.desk, saved):
                self._on_changed(page.desk.root_id if saved else "")

        self._around.operations.run("", lambda _: visits.records(page.desk.root_id), follow)

    def _go_in(self) -> None:
        """Enter in the list: on with the entry of a draft, else to the pages of the visit."""
        page = self.page
        if page is None or page.desk.root_id != self.list.current:
            self._show(self.list.current)
        elif page.facts.is_there and page.facts.sheet.is_open:
            self.open_entry()
        else:
            page.pages.tabBar().setFocus()

    def _on_plan(self, plan_id: str) -> None:
        self.asking.plan_id = plan_id

    def _find(self) -> None:
        self.list.search.setFocus()
        self.list.search.selectAll()

    def _go_round(self) -> None:
        self._place.go_round(self.list.list, self.list.search)
