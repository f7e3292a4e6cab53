"""Section Đợt kiểm tra: the plans of inspections at the left, the chosen one with its visits at the right."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from nscl_desktop.domain.inspections import InspectionPlan
from nscl_desktop.domain.visit_rows import VisitRow
from nscl_desktop.presenters.inspection_plan_record import PlanEntries
from nscl_desktop.presenters.office import Office
from nscl_desktop.presenters.visit_list import VisitList
from nscl_desktop.services.desk import Desk
from nscl_desktop.services.inspection_plans import delete_plan, new_plan
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.commands import Command, make_action
from nscl_desktop.ui.enterprises.change_window import AskWindow
from nscl_desktop.ui.inspections.asking import Asking, open_window
from nscl_desktop.ui.inspections.plan_items import PlanItems
from nscl_desktop.ui.inspections.plan_page import InspectionPlanPage
from nscl_desktop.ui.inspections.visit_items import ENTRY
from nscl_desktop.ui.list_and_page import ListAndPage
from nscl_desktop.ui.nothing_yet import NothingYet
from nscl_desktop.ui.preferences import Preferences
from nscl_desktop.ui.saving_aside import save_aside
from nscl_desktop.ui.tab import EDIT, FILE, VIEW, Menus, Surroundings, TabMaker

_WORDS = (
    "Đợt kiểm tra định kỳ hoặc đột xuất: quyết định hay kế hoạch kiểm tra, từ ngày đến ngày, và các đơn vị phải đến.\n"
    "Không bắt buộc: một lần kiểm tra có thể không thuộc đợt nào."
)


def prepare(_office: Office, _preferences: Preferences) -> TabMaker:
    """Everything is read when the section is first looked at."""
    return InspectionPlansTab


class InspectionPlansTab:
    """The section's parts and what they do with one another."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._today = date.today().isoformat()  # noqa: DTZ011 - the clerk's own day
        self.plans, self._visits = PlanEntries(), VisitList()
        self.search, self.add, self.list = QLineEdit(placeholderText="Tìm đợt"), QPushButton("Đợt mới"), QListWidget()
        self.nothing = NothingYet(
            "Chưa có đợt kiểm tra nào", _WORDS, ("Đợt kiểm tra mới", self.make_new), none_chosen="Chọn một đợt kiểm tra"
        )
        self._place: ListAndPage[InspectionPlanPage] = ListAndPage(
            "Đợt kiểm tra", self._make_side(), self.nothing, around, (380, 980)
        )
        self._split = self._place.split
        self.asking = Asking(self._split, around, self._today)
        self.new = self._action(Command("Đợt kiểm tra mới…", self.make_new, "add", ("Ctrl+N",)))
        self.delete = self._action(Command("Xóa đợt kiểm tra", self._delete, "delete"))
        self.round = self._action(Command("Sang vùng khác", self._go_round, keys=("F6",)))
        self._listen()

    @property
    def page(self) -> InspectionPlanPage | None:
        """The plan on the desk."""
        return self._place.page

    # -- what the window asks ---------------------------------------------------------------------------------------

    def widget(self) -> QWidget:
        """The section's page."""
        return self._split

    def menus(self) -> Menus:
        """Commands on the list and on the plan on the desk."""
        self.delete.setEnabled(self.page is not None and self.page.plan is not None)
        undoing = [self.page.undo_action, self.page.redo_action, None] if self.page else []
        return {FILE: [self.new], EDIT: [*undoing, self.delete], VIEW: [self.round]}

    def come_in_front(self) -> None:
        """Read anew: visits may have come or gone meanwhile."""
        self._around.voice.title.emit("Đợt kiểm tra")
        self._around.voice.findings.emit(-1, -1, -1)
        self._read()
        self.list.setFocus()

    def go_to_findings(self) -> None:
        """Plans of inspections have no findings."""

    def settle(self) -> None:
        """Take what is being typed."""
        self._place.settle()

    def open_record(self, entity: str, key: str) -> None:
        """Show a plan."""
        self.search.clear()
        self._read(key)

    def chosen(self) -> Sequence[tuple[str, str]]:
        """The plan of inspections on the desk."""
        return [("inspection_plan", self._place.wanted)] if self._place.wanted else []

    def read_again(self) -> None:
        """Nothing of before may stay on the desk."""
        self._place.put_away()
        self._read()

    # -- building ---------------------------------------------------------------------------------------------------

    def _make_side(self) -> QWidget:
        side, head = QFrame(), QHBoxLayout()
        side.setProperty("panel", "side")
        self.search.setAccessibleName("Tìm đợt kiểm tra")
        self.search.setClearButtonEnabled(True)
        head.setSpacing(8)
        head.addWidget(self.search, 1)
        head.addWidget(self.add)
        self.list.setAccessibleName("Các đợt kiểm tra")
        self.list.setProperty("plain", "true")
        self.list.setItemDelegate(PlanItems(self._around.theme, self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(side)
        column.setContentsMargins(12, 12, 12, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        return side

    def _listen(self) -> None:
        self.search.textChanged.connect(self._seek)
        self.add.clicked.connect(self.make_new)
        self.list.currentItemChanged.connect(lambda *_: self._show(self._current()))
        self.asking.made.connect(self._on_visit_made)

    def _action(self, command: Command) -> QAction:
        return make_action(self._split, command, self._around.theme)

    # -- doing ------------------------------------------------------------------------------------------------------

    def make_new(self) -> None:
        """Ctrl+N: ask for the name, all else is edited in place."""

        def take(texts: Sequence[str]) -> None:
            step = new_plan(texts[0])
            visits = self._around.office.visits
            self._around.operations.run("Đang thêm", lambda _: visits.add(step), lambda _: self._read(step.scope))

        window = AskWindow("Đợt kiểm tra mới", "Thêm", (("Tên đợt", ""),), take, self._split)
        open_window(window)

    def _read(self, wanted: str = "") -> None:
        visits = self._around.office.visits

        def show(found: tuple[Sequence[InspectionPlan], Sequence[VisitRow]]) -> None:
            plans, rows = found
            self.plans.load(plans, rows)
            self._visits.load(rows)
            self._refill(wanted or self._place.wanted)
            if self.page:
                self._show_visits()

        self._around.operations.run("", lambda _: (visits.plans(), visits.rows()), show)

    def _refill(self, wanted: str) -> None:
        blocked = self.list.blockSignals(True)
        self.list.clear()
        for entry in self.plans.entries():
            item = QListWidgetItem()
            item.setData(ENTRY, entry)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{entry.name}, {entry.about}, {entry.done}")
            item.setToolTip(entry.name)
            self.list.addItem(item)
            if entry.plan_id == wanted or (not wanted and self.list.count() == 1):
                self.list.setCurrentItem(item)
        self.list.blockSignals(blocked)
        self.nothing.follow(is_empty=self.plans.is_empty)
        self._show(self._current())

    def _current(self) -> str:
        item: QListWidgetItem | None = self.list.currentItem()
        return item.data(ENTRY).plan_id if item is not None else ""

    def _seek(self, text: str) -> None:
        self.plans.query = text
        self._refill(self._current())

    def _show(self, key: str) -> None:
        if not (self.page and self.page.desk.root_id == key and self.page.plan is not None):
            self._place.bring(key, self._around.office.visits.read_plan, self._make_page, lambda _: self._show_visits())

    def _make_page(self, desk: Desk) -> InspectionPlanPage:
        page = InspectionPlanPage(desk, self._around)
        page.state_changed.connect(self._read)
        page.state_changed.connect(self._around.voice.menus_changed)
        page.visit_wanted.connect(lambda visit: self._around.voice.record_wanted.emit("visit", visit))
        page.new_visit_wanted.connect(self._make_visit)
        return page

    def _show_visits(self) -> None:
        if self.page:
            self.page.show_visits(self._visits.of_plan(self.page.desk.root_id, self._today))

    def _make_visit(self) -> None:
        self.asking.plan_id = self.page.desk.root_id if self.page else ""
        self.asking.make_new()

    def _on_visit_made(self, key: str) -> None:
        self._read()
        self._around.voice.record_wanted.emit("visit", key)

    def _delete(self) -> None:
        plan = self.page.plan if self.page else None
        if plan is None:
            return
        self.settle()

        def gone() -> None:
            self._place.put_away()
            self._read()

        def delete() -> None:
            step = delete_plan(plan, self.plans.visit_count(plan.id))
            save_aside(
                self._around, self._around.office.visits.add, step, "Đã xóa đợt kiểm tra", done=gone,
                undone=lambda: self._read(plan.id), busy="Đang xóa",
            )  # fmt: skip

        attempted(self._around.voice, delete)

    def _go_round(self) -> None:
        self._place.go_round(self.list, self.search)
