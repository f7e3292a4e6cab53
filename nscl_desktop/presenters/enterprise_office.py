"""What the register's screens ask of the world below. Calls marked "aside" take long; all others answer at once."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.enterprise_list import ListPage, ListPlace, ListQuery
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.history import HistoryEntry
from nscl_desktop.domain.records import Record
from nscl_desktop.services.desk import Desk

if TYPE_CHECKING:  # takes names apart, wanted when duplicates are asked for
    from nscl_desktop.domain.duplicates import Duplicate, DuplicateIndex


class Register(Protocol):
    """The units of the open data file."""

    def page(self, query: ListQuery, after: ListPlace | None, columns: Sequence[str]) -> ListPage:
        """The next rows of the list."""

    def prepare_to_seek(self) -> None:
        """Make ready what answers typed keys at once. Aside."""

    def count(self, query: ListQuery) -> int:
        """How many units answer a query. Aside."""

    def keys(self, query: ListQuery) -> Sequence[str]:
        """Keys of all units that answer a query, in the order of the list. Aside."""

    def words(self, column: str) -> Sequence[str]:
        """Every word that units bear in a field. Aside."""

    def units(self, keys: Sequence[str], tell: Callable[[str], object] | None = None) -> Sequence[Enterprise]:
        """These units, in the order of their keys. Aside; ``tell`` may stop it."""

    def read(self, key: str) -> Desk:
        """A unit for the desk; InputError if it is gone. Aside."""

    def pointing(self, key: str) -> Sequence[Record]:
        """Dossiers, visits and whatever else names a unit. Aside."""

    def belonging(self, key: str) -> Sequence[Record]:
        """What belongs to a unit, the unit itself first. Aside."""

    def about(self, key: str) -> Sequence[Record]:
        """Dossiers, visits and papers of a unit with what belongs to them and the names they use. Aside."""

    def add(self, step: ChangeSet, tell: Callable[[str], object] | None = None) -> None:
        """Save a step that is made on no desk; raises why it was not saved. Aside; ``tell`` may stop it unsaved."""

    def index(self) -> "DuplicateIndex":
        """The whole register, to ask which unit a new one may be. Aside."""

    def duplicates(self, tell: Callable[[str], object]) -> "Sequence[Duplicate]":
        """All pairs that may be one unit; ``tell`` raises to stop it. Aside."""

    def history(self, key: str) -> Sequence[HistoryEntry]:
        """Who changed a unit and what belongs to it, newest first. Aside."""

    def write_list(self, target: Path, headings: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
        """Write a list as XLSX: codes as text, numbers as numbers. Aside."""
