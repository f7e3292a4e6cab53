"""Hoàn tác and Làm lại of a page over a desk: two commands that name the step they would take, and taking it."""

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.services.undo import UndoStack
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.commands import Command, make_action, rename
from nscl_desktop.ui.tab import Voice
from nscl_desktop.ui.theme import Theme

UNDO, REDO = "Hoàn tác", "Làm lại"
Step = Callable[[], ChangeSet | None]


def undo_actions(
    page: QWidget, theme: Theme, undo: Callable[[], object], redo: Callable[[], object], *more_redo_keys: str
) -> tuple[QAction, QAction]:
    """The commands of Ctrl+Z and Ctrl+Y in ``page``."""
    return (
        make_action(page, Command(UNDO, undo, "undo", ("Ctrl+Z",)), theme),
        make_action(page, Command(REDO, redo, "redo", ("Ctrl+Y", *more_redo_keys)), theme),
    )


def follow_undo(undo: QAction, redo: QAction, stack: UndoStack) -> None:
    """Let the commands name what they would do now; where there is nothing they are shut."""
    for action, words, plain in ((undo, stack.undo_words, UNDO), (redo, stack.redo_words, REDO)):
        rename(action, f"{plain}: {words[:1].lower()}{words[1:]}" if words else plain)
        action.setEnabled(bool(words))


def take_undo(voice: Voice, step: Step, then: Callable[[ChangeSet], object] | None = None) -> None:
    """Take back a step and say which; ``then`` is told of it."""
    _take(voice, step, "Không còn bước nào để hoàn tác.", then)


def take_redo(voice: Voice, step: Step, then: Callable[[ChangeSet], object] | None = None) -> None:
    """Make an undone step again and say which; ``then`` is told of it."""
    _take(voice, step, "Không còn bước nào để làm lại.", then)


def _take(voice: Voice, step: Step, nothing: str, then: Callable[[ChangeSet], object] | None) -> None:
    def take() -> None:
        done = step()
        voice.said.emit(done.words if done else nothing)
        if done and then:
            then(done)

    attempted(voice, take)
