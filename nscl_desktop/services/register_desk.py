"""One record of the registers on the desk with all that belongs to it: changed in memory at once, saved behind.

What the plan has in `PlanDesk`, without budget and lock: a step counts as saved when the writer says so, and what it
refuses is taken back here.
"""

from collections.abc import Callable, Collection

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.services.undo import UndoStack
from nscl_desktop.services.workspace import Changed, ChangeWriter, Refused

Listener = Callable[[Changed | Refused], None]


class RegisterDesk:
    """A root record by its key, which is the scope of its steps."""

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

    def perform(self, change_set: ChangeSet) -> None:
        """Make one step in memory and queue it; ConflictError when the data has moved on. An empty one is no step."""
        if change_set:
            self.book.apply(change_set.changes)
            self.undo_stack.push(change_set)
            self._unsaved.append(change_set)
            self._writer.submit(change_set)
            self._tell(Changed(change_set, frozenset()))

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
        refused = [step for step in self._unsaved if step.id in set(change_set_ids)]
        if not refused:
            return
        for step in reversed(refused):
            self.book.apply(change.inverted() for change in reversed(step.changes))
        self._unsaved = [step for step in self._unsaved if step not in refused]
        self.undo_stack = self.undo_stack.without(change_set_ids)
        self._tell(Refused(sentence, tuple(refused)))

    def _tell(self, event: Changed | Refused) -> None:
        for listener in self._listeners:
            listener(event)
