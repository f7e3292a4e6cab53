"""What the rooms of the registers need of the open data file, which a test may keep in memory."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.history import HistoryEntry
from nscl_desktop.domain.records import Record
from nscl_desktop.services.desk import Desk
from nscl_desktop.storage.store import Store


class RegisterFile(Protocol):
    """The open data file, as rooms of the registers see it."""

    def registers(self, *, settled: bool) -> Store:
        """The file as it is open now."""

    def put_on_desk(self, book: Book, root: Record) -> Desk:
        """A record with all that belongs to it, for the desk."""

    def add(self, step: ChangeSet, tell: Callable[[str], object] | None = None) -> str:
        """Save a step that is made on no desk; ``tell`` hears how far a large one is, and may stop it by raising."""

    def history(self, record_id: str) -> Sequence[HistoryEntry]:
        """Changes of a record and all that belongs to it."""


class SignedFile(RegisterFile, Protocol):
    """The open data file, as it is told who works here."""

    signature: tuple[str, str]
    """Person and machine that later steps are signed with; steps that were taken keep theirs."""


class PackageFile(Protocol):
    """The open data file, as packages and handovers see it."""

    def registers(self, *, settled: bool) -> Store:
        """The file as it is open now."""

    def alone(self) -> AbstractContextManager[Store]:
        """The file for work that writes by itself."""

    @property
    def signature(self) -> tuple[str, str]:
        """Person and machine that steps are signed with."""
