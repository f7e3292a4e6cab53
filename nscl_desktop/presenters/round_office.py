"""What the screens of selection rounds and consultants ask below. Calls marked "aside" take long."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.dossiers.counting import Kinds
from nscl_desktop.domain.dossiers.whole import Wholes, gather
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.history import HistoryEntry
from nscl_desktop.domain.selection import SelectionRound
from nscl_desktop.services.desk import Desk


@dataclass(frozen=True, slots=True)
class RoundRow:
    """A round in the list, with how many stand for it and how many were chosen."""

    selection: SelectionRound
    candidates: int
    chosen: int


@dataclass(frozen=True, slots=True)
class OpenRound:
    """A round on the desk, with the dossiers of its candidates; ``others``: what else those units were supported with.

    ``units``: the units that stand for it and those of ``others``, by key.
    """

    desk: Desk
    units: Mapping[str, Enterprise]
    others: Wholes
    kinds: Kinds

    @property
    def selection(self) -> SelectionRound | None:
        """The round as it stands; None once it is deleted."""
        return self.desk.book.table(SelectionRound).get(self.desk.root_id)

    @property
    def wholes(self) -> Wholes:
        """The dossiers of the candidates as they stand."""
        return gather(self.desk.book.records())


@dataclass(frozen=True, slots=True)
class Waiting:
    """Dossiers that were registered or surveyed and not yet selected, with the units they are of."""

    wholes: Wholes
    units: Mapping[str, Enterprise]


@dataclass(frozen=True, slots=True)
class ConsultantsWork:
    """The consultants on file and all dossiers that name one; ``units`` holds the supported units too."""

    consultants: tuple[str, ...]
    units: Mapping[str, Enterprise]
    wholes: Wholes
    rounds: tuple[RoundRow, ...]
    """Those that selected consultants."""
    offers: Mapping[str, Sequence[tuple[str, str]]]
    """Consultant → (round, result) of each of its offers."""


class Rounds(Protocol):
    """The selection rounds of the open data file."""

    def rows(self) -> Sequence[RoundRow]:
        """Every round. Aside."""

    def read(self, key: str) -> OpenRound:
        """A round for the desk; InputError if it is gone. Aside."""

    def waiting(self) -> Waiting:
        """The dossiers that can stand for a round. Aside."""

    def units(self, keys: Sequence[str]) -> Sequence[Enterprise]:
        """These units. Aside."""

    def consultants(self) -> ConsultantsWork:
        """Consultants with what they have done. Aside."""

    def add(self, step: ChangeSet) -> None:
        """Save a step that is made on no desk; raises why it was not saved. Aside."""

    def history(self, key: str) -> Sequence[HistoryEntry]:
        """Who changed a round and what belongs to it, newest first. Aside."""
