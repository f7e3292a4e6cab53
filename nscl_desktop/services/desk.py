"""Records on the desk: plain objects in memory, every edit queued to the database thread.

An edit changes memory at once and counts as saved only when the writer says so; when it fails, that edit and all
queued after it are taken back in memory and reported.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Protocol

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet
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


class Desk:
    """One root record with all that belongs to it, and the one way to change them.

    ``root_id`` is the scope of the steps. What a kind of desk computes from its records follows each step in `_follow`
    and is computed anew in `_start_again`.
    """

    def __init__(self, book: Book, root_id: str, writer: ChangeWriter, undo: UndoStack | None = None) -> None:
        self.book = book
        self.root_id = root_id
        self.undo_stack = undo or UndoStack()
        self._writer = writer
        self._unsaved: list[ChangeSet] = []
        self._listeners: list[Listener] = []

    def subscribe(self, listener: Listener) -> None:
        """Have ``listener`` told of every step and every refusal."""
        self._listeners.append(listener)

    def perform(self, change_set: ChangeSet) -> frozenset[str]:
        """Make one step in memory and queue it; the keys of lines whose figures may differ.

        Raises InputError when the records are closed to it, ConflictError when the data has moved on; nothing is
        changed then. An empty ChangeSet is no step.
        """
        if not change_set:
            return frozenset()
        self._require_open(change_set)
        self.book.apply(change_set.changes)
        self.undo_stack.push(change_set)
        self._unsaved.append(change_set)
        self._writer.submit(change_set)
        touched = self._follow(change_set)
        self._tell(Changed(change_set, touched))
        return touched

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

    @property
    def unsaved(self) -> int:
        """How many steps are still on their way to the file."""
        return len(self._unsaved)

    def mark_saved(self, change_set_id: str) -> None:
        """The writer has stored this step."""
        self._unsaved = [step for step in self._unsaved if step.id != change_set_id]

    def take_back(self, change_set_ids: Collection[str], sentence: str) -> None:
        """The writer refused these steps: undo them in memory, newest first, and tell the listeners."""
        refused = [step for step in self._unsaved if step.id in change_set_ids]
        if not refused:
            return
        for step in reversed(refused):
            self.book.apply(change.inverted() for change in reversed(step.changes))
        self._unsaved = [step for step in self._unsaved if step.id not in change_set_ids]
        self.undo_stack = self.undo_stack.without(change_set_ids)
        self._start_again()
        self._tell(Refused(sentence, tuple(refused)))

    def _require_open(self, change_set: ChangeSet) -> None:
        """Raise InputError where the records are closed to a step; those of the registers never are."""

    def _follow(self, _change_set: ChangeSet) -> frozenset[str]:
        return frozenset()

    def _start_again(self) -> None:
        """Compute anew, after steps were taken back."""

    def _tell(self, event: Changed | Refused) -> None:
        for listener in self._listeners:
            listener(event)
