"""What can go wrong, sorted by whose fault it is, because a user must do something different in each case.

Every error carries one Vietnamese sentence that says what happened, where, and what to do; screens and the command
line show that sentence and nothing else. A `Bug` is shown differently: the user can only report it.
"""

from typing import Self


class NsclError(Exception):
    """Anything this program raises on purpose. `sentence` is complete office Vietnamese, ready to be shown."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class InputError(NsclError):
    """What was typed, pasted or read from a file cannot be accepted; nothing has been changed.

    `place` names the cell, field, file line or line of the plan, as the user knows it; empty while only the
    text itself is known.
    """

    def __init__(self, sentence: str, place: str = "") -> None:
        super().__init__(sentence)
        self.place = place

    def at(self, place: str) -> Self:
        """The same fault with its place in front of the sentence, for callers who know where the text stands.

        The innermost place stays nearest to the sentence: "Tệp a.xlsx, ô D7: Không đọc được …".
        """
        where = f"{place}, {self.place}" if self.place else place
        bare = self.sentence.removeprefix(f"{self.place}: ") if self.place else self.sentence
        return type(self)(f"{where}: {bare}", where)


class UnreadableFileError(InputError):
    """A file that was named is damaged, foreign, or from a newer program; it is left as it is (exit code 65)."""


class ForeignWorkbookError(UnreadableFileError):
    """A sound workbook that is not this program's own form: its tables can come in once columns are chosen by hand."""


class ConflictError(NsclError):
    """The data changed between reading and writing: the step was refused as a whole and must be looked at again."""


class EnvironmentProblem(NsclError):  # noqa: N818 - neither the user's fault nor ours, so it is not called an error
    """The machine does not allow it: no room, no rights, no font, a folder that is not there."""


class Bug(NsclError):  # noqa: N818 - the name says whose fault it is
    """A fault of this program: reached a state that correct code cannot reach. Shown with a request to report it."""
