"""Section Công việc: what the plans order, paid or not, at the left; the chosen piece of work at the right."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.domain.work import WorkReminder
from nscl_desktop.domain.work_standing import Standing, waits_for_answer
from nscl_desktop.presenters.office import Office
from nscl_desktop.presenters.work_office import OpenWork, WorkRow
from nscl_desktop.presenters.work_sheet import WorkList
from nscl_desktop.services.work import new_work
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.commands import Command, make_action
from nscl_desktop.ui.dossier_papers.paper_window import print_reminders
from nscl_desktop.ui.enterprises.change_window import AskWindow
from nscl_desktop.ui.list_and_page import ListAndPage
from nscl_desktop.ui.nothing_yet import NothingYet
from nscl_desktop.ui.preferences import Preferences
from nscl_desktop.ui.saving_aside import save_aside
from nscl_desktop.ui.tab import EDIT, FILE, VIEW, Menus, Surroundings, TabMaker
from nscl_desktop.ui.work.take_over_window import TakeOverWindow
from nscl_desktop.ui.work.work_list_view import WorkListView
from nscl_desktop.ui.work.work_page import WorkPage

_WORDS = (
    "Mọi việc mà kế hoạch giao, có kinh phí hay không: ai chủ trì, phối hợp với ai, hạn ngày nào, đến đâu.\n"
    "Lấy các nhiệm vụ của kế hoạch vào đây để theo dõi, đôn đốc và giữ minh chứng."
)


def prepare(_office: Office, _preferences: Preferences) -> TabMaker:
    """The list is read when the section is first looked at."""
    return WorkTab


class WorkTab:
    """The section's parts and what they do with one another."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._today = date.today().isoformat()  # noqa: DTZ011 - the clerk's own day
        self.work = WorkList(self._today)
        self.list = WorkListView(self.work, around.theme)
        self.nothing = NothingYet(
            "Chưa theo dõi việc nào", _WORDS, ("Lấy nhiệm vụ của kế hoạch…", self.take_over),
            ("Việc mới…", self.make_new), none_chosen="Chọn một việc",
        )  # fmt: skip
        self._place: ListAndPage[WorkPage] = ListAndPage("Công việc", self.list, self.nothing, around, (380, 980))
        self._split = self._place.split
        self.new = self._action(Command("Việc mới…", self.make_new, "add", ("Ctrl+N",)))
        self.taking = self._action(Command("Lấy nhiệm vụ của kế hoạch…", self.take_over, "import"))
        self.letter = self._action(Command("In công văn đôn đốc…", self._print, "print", ("Ctrl+P",)))
        self.letters = self._action(Command("Đôn đốc mọi việc quá hạn…", self._print_all, "print"))
        self.delete = self._action(Command("Xóa việc", self._delete, "delete"))
        self.find = self._action(Command("Tìm việc", self.list.search.setFocus, "search", ("Ctrl+F",)))
        self.round = self._action(Command("Sang vùng khác", self._go_round, keys=("F6",)))
        self.list.chosen.connect(self._show)
        self.list.new.clicked.connect(self.make_new)
        self._read()

    @property
    def page(self) -> WorkPage | None:
        """The work on the desk."""
        return self._place.page

    # -- what the window asks ---------------------------------------------------------------------------------------

    def widget(self) -> QWidget:
        """The section's page."""
        return self._split

    def menus(self) -> Menus:
        """Commands on the list and on the work on the desk."""
        self.delete.setEnabled(self.page is not None and self.page.item is not None)
        self.letter.setEnabled(self.delete.isEnabled())
        self.letters.setEnabled(self.work.counts()[Standing.LATE] > 0)
        undoing = [self.page.undo_action, self.page.redo_action, None] if self.page else []
        return {
            FILE: [self.new, self.taking, None, self.letter, self.letters],
            EDIT: [*undoing, self.delete],
            VIEW: [self.find, None, self.round],
        }

    def come_in_front(self) -> None:
        """Show the list with the keyboard in it."""
        self._around.voice.title.emit("Công việc")
        self._around.voice.findings.emit(-1, -1, -1)
        self.nothing.take_focus() if self.work.is_empty else self.list.list.setFocus()

    def go_to_findings(self) -> None:
        """Work has no findings; what is late stands first."""

    def settle(self) -> None:
        """Take what is being typed."""
        self._place.settle()

    def open_record(self, entity: str, key: str) -> None:
        """Show a piece of work; a filter that hides it is taken away."""
        self.list.show_all()
        self._read(key)

    def chosen(self) -> Sequence[tuple[str, str]]:
        """The work on the desk."""
        return [("work_item", self._place.wanted)] if self._place.wanted else []

    def read_again(self) -> None:
        """Nothing of before may stay on the desk."""
        key = self._place.wanted
        self._put_away()
        self._read(key)

    # -- doing ------------------------------------------------------------------------------------------------------

    def make_new(self) -> None:
        """Ctrl+N: ask for the name, all else is edited in place."""

        def take(texts: Sequence[str]) -> None:
            step = new_work(texts[0], year=int(self._today[:4]))
            work = self._around.office.work
            self._around.operations.run(
                "Đang thêm", lambda _: work.add(step), lambda _: self.open_record("", step.scope)
            )

        self._open(AskWindow("Việc mới", "Thêm", (("Tên việc", ""),), take, self._split))

    def take_over(self) -> None:
        """Follow tasks of a plan."""
        work = self._around.office.work

        def show(plans: list[PlanRow]) -> None:
            newest = sorted(plans, key=lambda row: (-(row.year_from or 0), row.code))
            self._open(TakeOverWindow(newest, self._around, self._save, self._split))

        self._around.operations.run("", lambda _: list(work.plans()), show)

    def _save(self, step: ChangeSet) -> None:
        told = f"Đã {step.words[:1].lower()}{step.words[1:]}"
        add = self._around.office.work.add
        save_aside(self._around, add, step, told, done=lambda: self._read(step.scope), undone=self.read_again)

    def _open(self, window: AskWindow | TakeOverWindow) -> None:
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()

    def _read(self, wanted: str = "") -> None:
        work = self._around.office.work

        def take(rows: list[WorkRow]) -> None:
            self.work.load(rows)
            keys = {row.item.id for row in rows}
            self.list.refill(wanted)
            if not self.list.key and self.list.list.count():
                blocked = self.list.list.blockSignals(True)
                self.list.list.setCurrentRow(0)
                self.list.list.blockSignals(blocked)
            key = wanted if wanted in keys else self.list.key
            if key:
                self._show(key)
            else:
                self._put_away()

        self._around.operations.run("", lambda _: list(work.rows()), take)

    def _show(self, key: str) -> None:
        if key and not (self.page and self.page.desk.root_id == key and self.page.item is not None):
            self._place.bring(key, self._around.office.work.read, self._make_page)

    def _make_page(self, opened: OpenWork) -> WorkPage:
        page = WorkPage(opened, self._around, self._today)
        page.state_changed.connect(self._on_state)
        return page

    def _put_away(self) -> None:
        self.nothing.follow(is_empty=self.work.is_empty)
        self._place.put_away()

    def _on_state(self) -> None:
        """The work has changed: its line in the list follows."""
        self._around.voice.menus_changed.emit()
        page = self.page
        if page is not None and page.item is not None:
            self.work.follow(WorkRow(page.item, waits_for_answer(page.sheet.parts(WorkReminder))))
            self.list.refill()

    def _delete(self) -> None:
        page = self.page
        if page is None or page.item is None:
            return
        page.settle()
        key, work = page.item.id, self._around.office.work

        def delete() -> None:
            step = page.sheet.remove()
            told = f"Đã {step.words[:1].lower()}{step.words[1:]}"
            save_aside(self._around, work.add, step, told, done=gone, undone=lambda: self._read(key), busy="Đang xóa")

        def gone() -> None:
            self._put_away()
            self._read()

        attempted(self._around.voice, delete)

    def _print(self) -> None:
        if self.page:
            self.page.settle()
            print_reminders(self._split, self._around, [self.page.desk.root_id])

    def _print_all(self) -> None:
        self.settle()
        print_reminders(self._split, self._around, ())

    def _go_round(self) -> None:
        self._place.go_round(self.list.list, self.list.search)

    def _action(self, command: Command) -> QAction:
        return make_action(self._split, command, self._around.theme)
