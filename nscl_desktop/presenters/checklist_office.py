"""What the screens of check lists ask of the world below. Calls marked "aside" take long; others answer at once."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.history import HistoryEntry
from nscl_desktop.domain.inspections import Checklist
from nscl_desktop.services.desk import Desk


class ChecklistOffice(Protocol):
    """The check lists of the open data file."""

    def all(self) -> Book:
        """Every check list in every version, with its questions. Aside."""

    def read(self, key: str) -> Desk:
        """A check list for the desk, the others beside it to look at; InputError if it is gone. Aside."""

    def visits(self, key: str) -> int:
        """How many visits were made by a version."""

    def add(self, step: ChangeSet) -> str:
        """Save a step that is made on no desk; its scope. Aside."""

    def history(self, key: str) -> Sequence[HistoryEntry]:
        """Who changed a check list and its questions, newest first. Aside."""

    def samples(self) -> Sequence[Checklist]:
        """The check lists that come with the program."""

    def take_sample(self, key: str) -> ChangeSet:
        """The step that takes a shipped check list over as a draft; empty where the file has it already. Aside."""

    def write(self, book: Book, key: str, target: Path) -> None:
        """Write a check list as a file of its own. Aside."""

    def read_file(self, path: Path) -> ChangeSet:
        """The step that adds the check list of a file; UnreadableFileError for another file. Aside."""
