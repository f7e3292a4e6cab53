"""Which tasks of a plan are to be followed: plan and year, the tasks that no work follows yet, ticked or not."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from shiboken6 import isValid

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.domain.targets import Task
from nscl_desktop.presenters.dossier_list import plan_words
from nscl_desktop.presenters.work_office import PlanTasks
from nscl_desktop.services.work import not_followed, take_over
from nscl_desktop.ui.dialogs.dialog import Dialog, caption
from nscl_desktop.ui.tab import Surroundings
from nscl_desktop.ui.tick_list import TickList


class TakeOverWindow(Dialog):
    """``take`` gets the step that follows the ticked tasks."""

    def __init__(
        self, plans: Sequence[PlanRow], around: Surroundings, take: Callable[[ChangeSet], object], parent: QWidget
    ) -> None:
        super().__init__(parent, "Theo dõi nhiệm vụ của kế hoạch", "Theo dõi")
        self._around, self._take = around, take
        self._found: PlanTasks | None = None
        self._plans = {row.id: row for row in plans}
        self.plan, self.year = QComboBox(), QLineEdit()
        for row in plans:
            self.plan.addItem(plan_words(row), row.id)
        self.tasks = TickList("Nhiệm vụ chưa được theo dõi", "Tìm nhiệm vụ (không cần dấu)")
        self.about = caption("")
        self.add_fields(("Kế hoạch", self.plan), ("Năm", self.year))
        self.content.addWidget(caption("Mỗi nhiệm vụ được đánh dấu thành một việc, với cơ quan chủ trì, phối hợp."))
        self.content.addWidget(self.tasks, 1)
        self.content.addWidget(self.about)
        self.every = self.add_button("Đánh dấu tất cả đang hiện")
        self.every.clicked.connect(self.tasks.tick_shown)
        self.plan.currentIndexChanged.connect(lambda _: self._ask())
        self.year.textChanged.connect(lambda _: self._fill())
        self.tasks.changed.connect(self._follow)
        self.verb.clicked.connect(self._done)
        self.resize(820, 560)
        self._ask()

    def _ask(self) -> None:
        plan_id = str(self.plan.currentData() or "")
        work = self._around.office.work
        self._found = None
        self._follow()
        if plan_id:
            row = self._plans[plan_id]
            self.year.setText(str(row.year_from or ""))
            self._around.operations.run("", lambda _: work.tasks(plan_id), self._show)

    def _show(self, found: PlanTasks) -> None:
        if isValid(self) and found.plan.id == self.plan.currentData():
            self._found = found
            self._fill()

    def _fill(self) -> None:
        self.tasks.fill([(task.id, _words(task)) for task in self._waiting()])
        self._follow()

    def _waiting(self) -> list[Task]:
        found = self._found
        return not_followed(found.tasks, found.work, self._year()) if found else []

    def _year(self) -> int | None:
        text = self.year.text().strip()
        return int(text) if text.isascii() and text.isdigit() else None

    def _follow(self) -> None:
        count = len(self.tasks.ticked)
        self.verb.setEnabled(count > 0)
        if self.plan.count() == 0:
            self.about.setText("Chưa có kế hoạch nào; lập kế hoạch ở tab Kế hoạch trước.")
        elif self._found and not self.tasks.list.count():
            self.about.setText("Mọi nhiệm vụ của kế hoạch trong năm này đã được theo dõi.")
        else:
            self.about.setText(f"Đã chọn {count} trong {self.tasks.list.count()} nhiệm vụ.")

    def _done(self) -> None:
        found, ticked = self._found, set(self.tasks.ticked)
        if found is None:
            return
        try:
            self._take(take_over(found.plan, [task for task in self._waiting() if task.id in ticked], self._year()))
        except InputError as error:
            self.say(error.sentence)
            return
        self.accept()


def _words(task: Task) -> str:
    """Whole, so that every word of the plan is found; the list shortens what it shows."""
    return " · ".join(filter(None, (" ".join(filter(None, (task.label, task.text or task.group))), task.lead)))
