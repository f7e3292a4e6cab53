"""Tab Kế hoạch: the list of plans at the left, the chosen one at the right."""

import importlib
from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.presenters.office import Office
from nscl_desktop.presenters.plan_list import PlanList
from nscl_desktop.services.workspace import PlanDesk
from nscl_desktop.ui.commands import Command, make_action
from nscl_desktop.ui.demo_year import open_demo_year
from nscl_desktop.ui.nothing_yet import NothingYet
from nscl_desktop.ui.plan_commands import PlanCommands
from nscl_desktop.ui.plan_list_view import PlanListView
from nscl_desktop.ui.plan_page import PlanPage
from nscl_desktop.ui.preferences import Preferences
from nscl_desktop.ui.qt_classes import LATER, make_classes
from nscl_desktop.ui.slices import Slices
from nscl_desktop.ui.tab import EDIT, FILE, PLAN, VIEW, Menus, Surroundings, TabMaker

_REST = (
    "targets_page", "facts_page", "history_page", "paper.paper_page", "dialogs.new_plan_window",
    "dialogs.compare_window", "dialogs.plan_steps", "dialogs.restore_window", "dialogs.table_import_window",
    "command_palette",
)  # fmt: skip
_IDLE_MS = 400
_WORDS = (
    "Một kế hoạch gồm văn bản, mục tiêu và dự toán; mọi con số được kiểm tra với nhau và in thành phụ lục.\n"
    "Lập kế hoạch mới, hoặc nhập một kế hoạch từ tệp Excel, JSON.\n"
    "Máy mới: Trợ giúp, Bắt đầu từng bước… để ghi cơ quan, người ký và kế hoạch đầu tiên."
)


def prepare(office: Office, preferences: Preferences) -> TabMaker:
    """Read the list, and the plan that was open last (else the first of the list)."""
    rows = office.shelf.plans()
    plans = PlanList()
    plans.load(rows)
    keys = [entry.plan_id for entry in plans.entries()]
    last = preferences.text("plan")
    wanted = last if last in keys else next(iter(keys), "")
    desk = office.shelf.read(wanted) if wanted else None
    return lambda around: PlansTab(around, rows, desk)


def _load_rest(office: Office) -> None:
    """Load what the first edit and the next clicks need, aside, so that neither the start nor they wait for it."""
    office.shelf.prepare_to_save()
    for name in _REST:
        importlib.import_module(f"nscl_desktop.ui.{name}")
    office.paper.forms()


class PlansTab:
    """The tab's parts and what they do with one another."""

    def __init__(self, around: Surroundings, rows: Sequence[PlanRow], desk: PlanDesk | None) -> None:
        self._around = around
        self.plans = PlanList()
        self.plans.load(rows)
        self.list = PlanListView(self.plans, around.theme)
        self.page: PlanPage | None = None
        """The open plan, once its page is whole."""
        self._coming: PlanPage | None = None
        self._stack = QStackedWidget()
        self.first_steps = NothingYet(
            "Chưa có kế hoạch nào",
            _WORDS,
            ("Kế hoạch mới", lambda: self.commands.make_new()),  # noqa: PLW0108 - the commands come later
            ("Nhập từ tệp…", lambda: self.commands.import_plan()),  # noqa: PLW0108 - likewise
            ("Xem năm mẫu", lambda: open_demo_year(around)),
            none_chosen="Chọn một kế hoạch",
        )
        self.first_steps.follow(is_empty=self.plans.is_empty)
        self._stack.addWidget(self.first_steps)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setAccessibleName("Kế hoạch")
        self._split.addWidget(self.list)
        self._split.addWidget(self._stack)
        self._split.setStretchFactor(1, 1)
        self._split.setCollapsible(1, False)
        self._split.setHandleWidth(1)
        self._split.setSizes([280, 1000])
        self._slices = Slices(self._split)
        self.commands = PlanCommands(self._split, around, lambda: self.page)
        self.commands.open_wanted.connect(self.open)
        self.commands.list_changed.connect(self.reload)
        self.commands.restored.connect(self._on_restored)
        self.round = make_action(self._split, Command("Sang vùng khác", self._go_round, keys=("F6",)))
        self.wide = make_action(self._split, Command("Chỉ xem kế hoạch đang mở", self._widen, keys=("F11",)))
        self.wide.setCheckable(True)
        self.list.new_wanted.connect(self.commands.make_new)
        self.list.chosen.connect(self.open)
        self.list.refill(desk.plan_id if desk else "")
        self._rested = False
        if desk:
            self._slices.take(iter((None,)), lambda: self.show(desk))
        else:
            self._rest()

    # -- what the window asks ---------------------------------------------------------------------------------------

    def widget(self) -> QWidget:
        """The tab's page."""
        return self._split

    def menus(self) -> Menus:
        """Commands of the tab and of the open plan."""
        self.commands.follow()
        of_tab = {FILE: self.commands.for_file, PLAN: self.commands.for_plan}
        if self.page is None:
            return of_tab
        budget = self.page.budget
        return {
            **of_tab,
            EDIT: [self.page.undo_action, self.page.redo_action, None, *budget.edit_actions],
            VIEW: [*self.page.page_actions, self.round, self.wide, None, *budget.view_actions],
            PLAN: [*self.commands.for_plan, None, *budget.line_actions],
        }

    def come_in_front(self) -> None:
        """Show what is open, or open the first plan."""
        if self.page:
            self.page.tell()
            self.page.take_focus()
        else:
            self._around.voice.title.emit("")

    def go_to_findings(self) -> None:
        """Show the findings of the open plan."""
        if self.page:
            self.page.budget.go_to_findings()

    def settle(self) -> None:
        """Take what is being typed."""
        if self.page:
            self.page.settle()

    def open_record(self, entity: str, key: str) -> None:
        """Put a plan on the desk."""
        self.open(key)

    def chosen(self) -> Sequence[tuple[str, str]]:
        """The open plan."""
        return [("plan", key)] if (key := self._current()) else []

    def read_again(self) -> None:
        """Nothing of the old file may stay on the desk; the plan that was open is opened again if it is there."""
        current = self._current()
        self._put_away()
        self.reload()
        if any(entry.plan_id == current for entry in self.plans.entries()):
            self.open(current)

    def _widen(self) -> None:
        """F11: the open plan alone, without the list and its own heading; on a small screen rows are worth more."""
        self.list.setHidden(self.wide.isChecked())
        if self.page:
            self.page.heading.setHidden(self.wide.isChecked())

    def _go_round(self) -> None:
        """F6: the keyboard goes from the list to the plan's pages, into the page, and to the list again."""
        page = self.page
        if page is None:
            self.list.list.setFocus()
        elif self.list.list.hasFocus() or self.list.search.hasFocus():
            page.pages.tabBar().setFocus()
        elif page.pages.tabBar().hasFocus():
            page.take_focus()
        else:
            self.list.list.setFocus()

    # -- plans ------------------------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Read the list of plans anew, totals aside."""
        self.plans.load(self._around.office.shelf.plans())
        self.first_steps.follow(is_empty=self.plans.is_empty)
        self.list.refill(self._current())
        self._ask_for_totals()

    def open(self, plan_id: str) -> None:
        """Put a plan on the desk, none for ""; what is being typed in the one before is taken first."""
        if plan_id == self._current():
            return
        self.settle()
        if not plan_id:
            self._put_away()
            return
        shelf = self._around.office.shelf
        self._around.operations.run("Đang mở kế hoạch", lambda _: shelf.read(plan_id), self.show)

    def show(self, desk: PlanDesk) -> None:
        """Show the plan on the desk."""
        page = PlanPage(desk, self._around)
        page.act_wanted.connect(lambda act: self.commands.begin(page, act))
        page.budget.table_wanted.connect(self.commands.paste_table.trigger)
        page.state_changed.connect(self._on_state)
        self._put_away()
        self._coming = page
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self.list.refill(desk.plan_id)
        self._slices.take(page.build(), lambda: self._on_built(page))

    def _on_built(self, page: PlanPage) -> None:
        self._coming, self.page = None, page
        self._around.preferences.remember("plan", page.desk.plan_id)
        self._around.voice.menus_changed.emit()
        if self._split.isVisibleTo(self._split.window()):  # else another tab has come in front meanwhile
            page.tell()
            page.take_focus()
        self.commands.shown(page)
        self._rest()

    def _put_away(self) -> None:
        self._slices.stop()
        for page in filter(None, (self.page, self._coming)):
            self._stack.removeWidget(page)
            page.deleteLater()
        if self.page:
            self.page = None
            self._around.voice.menus_changed.emit()
            self._around.voice.title.emit("")
        self._coming = None
        if self.wide.isChecked():
            self.wide.trigger()

    def _on_state(self) -> None:
        """Status, number or years of the open plan may be others now."""
        self.commands.follow()
        if self.page:
            desk = self.page.desk
            if self.plans.replace(desk.plan, desk.budget.total()):
                self.list.refill(desk.plan_id)

    def _on_restored(self) -> None:
        self._around.voice.data_replaced.emit()
        self._around.voice.said.emit("Đã khôi phục bản sao lưu.")

    def _current(self) -> str:
        page = self._coming or self.page
        return page.desk.plan_id if page else ""

    def _rest(self) -> None:
        """Once, after the plan is on screen: another thread at work makes every stroke of painting wait for it."""
        if not self._rested:
            self._rested = True
            QTimer.singleShot(_IDLE_MS, self._ask_for_totals)
            QTimer.singleShot(_IDLE_MS, self._load_rest)

    def _load_rest(self) -> None:
        for _ in make_classes(LATER):
            pass
        self._around.operations.run("", lambda _: _load_rest(self._around.office), lambda _: None)

    def _ask_for_totals(self) -> None:
        shelf = self._around.office.shelf
        self._around.operations.run("", lambda _: dict(shelf.totals()), self._take_totals)

    def _take_totals(self, totals: dict[str, int]) -> None:
        self.plans.take_totals(totals)
        self.list.refill(self._current())
