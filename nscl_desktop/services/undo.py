"""What Ctrl+Z and Ctrl+Y would do next, told from the journal alone, so that it holds over a restart."""

from collections.abc import Collection, Iterable

from nscl_desktop.domain.changes import ChangeSet

_UNDO, _REDO = "Hoàn tác: ", "Làm lại: "


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
        return self._done[-1].inverted(_UNDO + _plain(self._done[-1].words)) if self._done else None

    def redo(self) -> ChangeSet | None:
        """The ChangeSet that makes the last undone step again."""
        return self._undone[-1].inverted(_REDO + _plain(self._undone[-1].words)) if self._undone else None


def _plain(words: str) -> str:
    return words.removeprefix(_UNDO).removeprefix(_REDO)
