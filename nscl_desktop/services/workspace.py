"""The open data file as the main thread sees it: plain objects in memory, every edit queued to the database thread.

An edit changes memory at once and counts as saved only when the writer says so; when it fails, that edit and all
queued after it are taken back in memory and reported.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.checks.checker import PlanChecker
from nscl_desktop.domain.findings import Finding
from nscl_desktop.domain.plan_lock import require_unlocked
from nscl_desktop.domain.plans import Plan
from nscl_desktop.services.undo import UndoStack


class ChangeWriter(Protocol):
    """The queue in front of the data file."""

    def submit(self, change_set: ChangeSet) -> None:
        """Queue a ChangeSet; it is saved or refused later."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What listeners are told after a step: the step and the lines whose figures may differ ("" = the total)."""

    change_set: ChangeSet
    touched: frozenset[str]


@dataclass(frozen=True, slots=True)
class Refused:
    """The data file refused a step; it and all later ones were taken back in memory."""

    sentence: str
    taken_back: tuple[ChangeSet, ...]


Listener = Callable[[Changed | Refused], None]


class PlanDesk:
    """One plan on the desk: its records, computed figures, findings, and the one way to change them."""

    def __init__(self, book: Book, plan_id: str, writer: ChangeWriter, undo: UndoStack | None = None) -> None:
        self.book = book
        self.plan_id = plan_id
        self.budget = Budget(book, plan_id)
        self.undo_stack = undo or UndoStack()
        self._checker = PlanChecker(self.budget)
        self._writer = writer
        self._unsaved: list[ChangeSet] = []
        self._listeners: list[Listener] = []

    @property
    def plan(self) -> Plan:
        """The plan as it stands."""
        return self.book.get(Plan, self.plan_id)

    def findings(self) -> tuple[Finding, ...]:
        """What the checker reports now, worst first."""
        return self._checker.findings()

    def subscribe(self, listener: Listener) -> None:
        """Have ``listener`` told of every step and every refusal."""
        self._listeners.append(listener)

    def perform(self, change_set: ChangeSet) -> frozenset[str]:
        """Make one step in memory and queue it; the keys of lines whose figures may differ.

        Raises InputError when the plan's status closes it, ConflictError when the data has moved on; nothing is
        changed then. An empty ChangeSet is no step.
        """
        if not change_set:
            return frozenset()
        require_unlocked(self.book, self.plan_id, change_set.changes, undoing=change_set.undoes is not None)
        self.book.apply(change_set.changes)
        self.undo_stack.push(change_set)
        self._unsaved.append(change_set)
        self._writer.submit(change_set)
        return self._follow(change_set)

    def undo(self) -> ChangeSet | None:
        """Take back the last step; what was done, or None."""
        step = self.undo_stack.undo()
        if step:
            self.perform(step)
        return step

    def redo(self) -> ChangeSet | None:
        """Make the last undone step again; what was done, or None."""
        step = self.undo_stack.redo()
        if step:
            self.perform(step)
        return step

    def mark_saved(self, change_set_id: str) -> None:
        """The writer has stored this step."""
        self._unsaved = [step for step in self._unsaved if step.id != change_set_id]

    @property
    def unsaved(self) -> int:
        """How many steps are still on their way to the file."""
        return len(self._unsaved)

    def take_back(self, change_set_ids: Collection[str], sentence: str) -> None:
        """The writer refused these steps: undo them in memory, newest first, and tell the listeners."""
        refused = [step for step in self._unsaved if step.id in set(change_set_ids)]
        for step in reversed(refused):
            self.book.apply(change.inverted() for change in reversed(step.changes))
        self._unsaved = [step for step in self._unsaved if step.id not in set(change_set_ids)]
        self.undo_stack = self.undo_stack.without(change_set_ids)
        self.budget = Budget(self.book, self.plan_id)
        self._checker = PlanChecker(self.budget)
        self._tell(Refused(sentence, tuple(refused)))

    def _follow(self, change_set: ChangeSet) -> frozenset[str]:
        touched = self.budget.update(change_set.changes)
        self._checker.update(change_set.changes, touched)
        self._tell(Changed(change_set, touched))
        return touched

    def _tell(self, event: Changed | Refused) -> None:
        for listener in self._listeners:
            listener(event)


def saved_sentence(at: datetime) -> str:
    """What the status bar says after each step: Đã lưu 10:42:07."""
    return f"Đã lưu {at:%H:%M:%S}"
