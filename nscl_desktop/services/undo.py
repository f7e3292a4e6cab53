"""What Ctrl+Z and Ctrl+Y would do next, told from the journal alone, so that it holds over a restart."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from nscl_desktop.domain.changes import Change, ChangeSet
from nscl_desktop.domain.history import HistoryEntry

_UNDO, _REDO = "Hoàn tác: ", "Làm lại: "
_BOOKMARKS = frozenset({("visit", "at_question")})
"""Fields that remember where somebody was reading: going elsewhere is nothing to take back, and is not taken back."""


class UndoStack:
    """The steps of one plan in order: those that can be undone and those that can be redone."""

    def __init__(self, steps: Iterable[ChangeSet] = ()) -> None:
        self._steps: list[ChangeSet] = []
        self._done: list[ChangeSet] = []
        self._undone: list[ChangeSet] = []
        for step in steps:
            self.push(step)

    def push(self, step: ChangeSet) -> None:
        """Take note of a step that was made: a fresh one ends what could be redone."""
        if step.changes and all(map(is_bookmark, step.changes)):
            return
        self._steps.append(step)
        if step.undoes and self._done and self._done[-1].id == step.undoes:
            self._done.pop()
            self._undone.append(step)
        elif step.undoes and self._undone and self._undone[-1].id == step.undoes:
            self._undone.pop()
            self._done.append(step)
        else:
            self._done.append(step)
            self._undone.clear()

    def without(self, step_ids: Collection[str]) -> "UndoStack":
        """The stack as if these steps, which the data file refused, had never been made."""
        return UndoStack(step for step in self._steps if step.id not in step_ids)

    @property
    def undo_words(self) -> str | None:
        """What would be undone, as the user named it; None when there is nothing."""
        return _plain(self._done[-1].words) if self._done else None

    @property
    def redo_words(self) -> str | None:
        """What would be done again; None when there is nothing."""
        return _plain(self._undone[-1].words) if self._undone else None

    def undo(self) -> ChangeSet | None:
        """The ChangeSet that takes back the last step; it counts once it is pushed."""
        return _inverted(self._done[-1], _UNDO) if self._done else None

    def redo(self) -> ChangeSet | None:
        """The ChangeSet that makes the last undone step again."""
        return _inverted(self._undone[-1], _REDO) if self._undone else None


def is_bookmark(change: Change | HistoryEntry) -> bool:
    """Whether a change only says where somebody was reading."""
    return None not in (change.before, change.after) and all(
        (change.entity, field) in _BOOKMARKS for field in change.after or {}
    )


def _inverted(step: ChangeSet, verb: str) -> ChangeSet:
    back = step.inverted(verb + _plain(step.words))
    return replace(back, changes=tuple(change for change in back.changes if not is_bookmark(change)))


def _plain(words: str) -> str:
    return words.removeprefix(_UNDO).removeprefix(_REDO)
