"""What the screen of the ledger asks below. Calls marked "aside" take long."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.dossiers.sums import Cell
from nscl_desktop.domain.history import HistoryEntry
from nscl_desktop.domain.ledger_paper import LedgerPaper
from nscl_desktop.domain.ledger_sums import DossierShare, Flow
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.domain.settlement_pack import SettlementPack
from nscl_desktop.services.desk import Desk


@dataclass(frozen=True, slots=True)
class OpenLedger:
    """A plan's niên độ as it is on file; ``desk`` is None until the niên độ is opened.

    ``first`` is the key of the plan's first version, which owns the niên độ; ``budget`` is of the version in force,
    ``others`` are lines of all other versions. ``dossiers`` holds what dossiers give in this niên độ and the next.
    """

    row: PlanRow
    first: str
    year: int
    budget: Budget
    others: tuple[Line, ...]
    agencies: Mapping[str, str]
    book: Book
    desk: Desk | None
    dossiers: Mapping[Cell, Flow]


class Ledgers(Protocol):
    """The ledger of the open data file."""

    def plans(self) -> Sequence[PlanRow]:
        """The version in force of each plan: those whose money is kept here first, newest first. Aside."""

    def read(self, plan_id: str, year: int) -> OpenLedger:
        """A niên độ of the plan that ``plan_id`` is a version of; InputError if it is gone. Aside."""

    def shares(self, plan_id: str, year: int) -> Sequence[DossierShare]:
        """The dossiers behind the figures of a niên độ. Aside."""

    def settlement(self, dossier_id: str) -> SettlementPack:
        """What the settlement of a dossier needs and lacks; InputError where it is gone. Aside."""

    def place_of(self, entity: str, key: str) -> tuple[str, int]:
        """Plan and niên độ of a niên độ or an entry; InputError where it is gone. Aside."""

    def write(self, paper: LedgerPaper, target: Path) -> None:
        """Write entries and sums as an Excel file. Aside."""

    def add(self, step: ChangeSet) -> None:
        """Save a step that is made on no desk; raises why it was not saved. Aside."""

    def history(self, key: str) -> Sequence[HistoryEntry]:
        """Who changed a niên độ and its entries, newest first. Aside."""
