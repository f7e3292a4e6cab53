"""The plan on the desk, with the figures and findings that follow every step."""

from datetime import datetime

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.checks.checker import PlanChecker
from nscl_desktop.domain.findings import Finding
from nscl_desktop.domain.plan_lock import require_unlocked
from nscl_desktop.domain.plans import Plan
from nscl_desktop.services.desk import ChangeWriter, Desk
from nscl_desktop.services.undo import UndoStack


class PlanDesk(Desk):
    """One plan on the desk: its records, computed figures and findings; a plan's status closes it to some steps."""

    def __init__(self, book: Book, plan_id: str, writer: ChangeWriter, undo: UndoStack | None = None) -> None:
        super().__init__(book, plan_id, writer, undo)
        self._start_again()

    @property
    def plan_id(self) -> str:
        """The key of the plan."""
        return self.root_id

    @property
    def plan(self) -> Plan:
        """The plan as it stands."""
        return self.book.get(Plan, self.plan_id)

    def findings(self) -> tuple[Finding, ...]:
        """What the checker reports now, worst first."""
        return self._checker.findings()

    def _require_open(self, change_set: ChangeSet) -> None:
        require_unlocked(self.book, self.plan_id, change_set.changes, undoing=change_set.undoes is not None)

    def _follow(self, change_set: ChangeSet) -> frozenset[str]:
        touched = self.budget.update(change_set.changes)
        self._checker.update(change_set.changes, touched)
        return touched

    def _start_again(self) -> None:
        self.budget = Budget(self.book, self.plan_id)
        self._checker = PlanChecker(self.budget)


def saved_sentence(at: datetime) -> str:
    """What the status bar says after each step: Đã lưu 10:42:07."""
    return f"Đã lưu {at:%H:%M:%S}"
