"""Section Đợt kiểm tra: the plans of inspections at the left, the chosen one with its visits at the right."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from nscl_desktop.domain.changes import ChangeSet
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
from nscl_desktop.ui.preferences import Preferences
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
        self.page: InspectionPlanPage | None = None
        """The plan on the desk."""
        self._wanted = ""
        self.search, self.add, self.list = QLineEdit(placeholderText="Tìm đợt"), QPushButton("Đợt mới"), QListWidget()
        self.nothing_title = QLabel()
        self._split, self._stack = QSplitter(Qt.Orientation.Horizontal), QStackedWidget()
        self.nothing = self._make_nothing()
        self._lay_out()
        self.asking = Asking(self._split, around, self._today)
        self.new = self._action(Command("Đợt kiểm tra mới…", self.make_new, "add", ("Ctrl+N",)))
        self.delete = self._action(Command("Xóa đợt kiểm tra", self._delete, "delete"))
        self.round = self._action(Command("Sang vùng khác", self._go_round, keys=("F6",)))
        self._listen()

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
        if self.page:
            self.page.settle()

    def open_record(self, entity: str, key: str) -> None:
        """Show a plan."""
        self.search.clear()
        self._read(key)

    def chosen(self) -> Sequence[tuple[str, str]]:
        """The plan of inspections on the desk."""
        return [("inspection_plan", self._wanted)] if self._wanted else []

    def read_again(self) -> None:
        """Nothing of before may stay on the desk."""
        self._put_away()
        self._read()

    # -- building ---------------------------------------------------------------------------------------------------

    def _make_nothing(self) -> QWidget:
        page, column, row = QWidget(), QVBoxLayout(), QHBoxLayout()
        page.setLayout(column)
        words, new = QLabel(_WORDS), QPushButton("Đợt kiểm tra mới")
        self.nothing_title.setProperty("role", "title")
        words.setProperty("role", "caption")
        words.setWordWrap(True)
        new.setProperty("primary", "true")
        new.clicked.connect(lambda: self.make_new())  # noqa: PLW0108 - without Qt's own argument
        column.setSpacing(16)
        column.addStretch(1)
        for label in (self.nothing_title, words):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        row.addStretch(1)
        row.addWidget(new)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(2)
        return page

    def _lay_out(self) -> None:
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
        self._stack.addWidget(self.nothing)
        self._split.setAccessibleName("Đợt kiểm tra")
        self._split.addWidget(side)
        self._split.addWidget(self._stack)
        self._split.setStretchFactor(1, 1)
        self._split.setCollapsible(1, False)
        self._split.setHandleWidth(1)
        self._split.setSizes([380, 980])

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
            self._refill(wanted or self._wanted)
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
        self.nothing_title.setText("Chưa có đợt kiểm tra nào" if self.plans.is_empty else "Chọn một đợt kiểm tra")
        self._show(self._current())

    def _current(self) -> str:
        item: QListWidgetItem | None = self.list.currentItem()
        return item.data(ENTRY).plan_id if item is not None else ""

    def _seek(self, text: str) -> None:
        self.plans.query = text
        self._refill(self._current())

    def _show(self, key: str) -> None:
        self._wanted = key
        if self.page and self.page.desk.root_id == key and self.page.plan is not None:
            return
        if not key:
            self._put_away()
            return
        self.settle()
        visits = self._around.office.visits
        self._around.operations.run("", lambda _: visits.read_plan(key), lambda desk: self._put_on(desk, key))

    def _put_on(self, desk: Desk, key: str) -> None:
        if self._wanted != key:
            return  # the choice went on meanwhile
        self._put_away()
        page = self.page = InspectionPlanPage(desk, self._around)
        page.state_changed.connect(self._read)
        page.state_changed.connect(self._around.voice.menus_changed)
        page.visit_wanted.connect(lambda visit: self._around.voice.record_wanted.emit("visit", visit))
        page.new_visit_wanted.connect(self._make_visit)
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self._show_visits()
        self._around.voice.menus_changed.emit()

    def _show_visits(self) -> None:
        if self.page:
            self.page.show_visits(self._visits.of_plan(self.page.desk.root_id, self._today))

    def _put_away(self) -> None:
        self._stack.setCurrentWidget(self.nothing)
        if self.page:
            self._stack.removeWidget(self.page)
            self.page.deleteLater()
            self.page = None
            self._around.voice.menus_changed.emit()

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

        def delete() -> None:
            self._save(delete_plan(plan, self.plans.visit_count(plan.id)), plan.id)

        attempted(self._around.voice, delete)

    def _save(self, step: ChangeSet, key: str) -> None:
        visits, back = self._around.office.visits, step.inverted(f"Hoàn tác: {step.words}")

        def undo() -> None:
            self._around.operations.run("Đang hoàn tác", lambda _: visits.add(back), lambda _: self._read(key))

        def told() -> None:
            self._wanted = ""
            self._put_away()
            self._read()
            self._around.voice.done.emit("Đã xóa đợt kiểm tra", "Hoàn tác", undo)

        self._around.operations.run("Đang xóa", lambda _: visits.add(step), lambda _: told())

    def _go_round(self) -> None:
        """F6: from the list to the plan and back."""
        if self.page and self.list.hasFocus():
            self.page.take_focus()
        else:
            self.list.setFocus()
