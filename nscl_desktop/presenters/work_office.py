"""What the screens of work ask below. Calls marked "aside" take long."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.history import HistoryEntry
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.domain.plans import Plan
from nscl_desktop.domain.targets import Task
from nscl_desktop.domain.work import WorkItem, WorkReminder
from nscl_desktop.services.desk import Desk


@dataclass(frozen=True, slots=True)
class WorkRow:
    """A piece of work in the list; ``waiting``: the reminder that nobody has answered."""

    item: WorkItem
    waiting: WorkReminder | None = None


@dataclass(frozen=True, slots=True)
class OpenWork:
    """A piece of work on the desk; ``task`` is the sentence that ordered it."""

    desk: Desk
    task: Task | None

    @property
    def item(self) -> WorkItem | None:
        """The work as it stands; None once it is deleted."""
        return self.desk.book.table(WorkItem).get(self.desk.root_id)


@dataclass(frozen=True, slots=True)
class PlanTasks:
    """The tasks of a plan and the work that follows them, of whatever year."""

    plan: Plan
    tasks: tuple[Task, ...]
    work: tuple[WorkItem, ...]


class Work(Protocol):
    """The work of the open data file."""

    def rows(self) -> Sequence[WorkRow]:
        """All of it, unsorted. Aside."""

    def read(self, key: str) -> OpenWork:
        """A piece for the desk; InputError if it is gone. Aside."""

    def plans(self) -> Sequence[PlanRow]:
        """The plans that work can belong to. Aside."""

    def tasks(self, plan_id: str) -> PlanTasks:
        """What a plan orders; InputError if it is gone. Aside."""

    def add(self, step: ChangeSet) -> None:
        """Save a step that is made on no desk; raises why it was not saved. Aside."""

    def history(self, key: str) -> Sequence[HistoryEntry]:
        """Who changed a piece of work and what belongs to it, newest first. Aside."""
