"""What the screens of dossiers ask of the world below. Calls marked "aside" take long; all others answer at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.dossiers.listing import DossierRow
from nscl_desktop.domain.dossiers.whole import WholeDossier, Wholes, gather
from nscl_desktop.domain.enterprises import Certificate, Enterprise
from nscl_desktop.domain.history import HistoryEntry
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.domain.supports import Dossier, StagePaper, SupportKind, SupportNorm
from nscl_desktop.services.desk import Desk

if TYPE_CHECKING:
    from nscl_desktop.domain.records import Record


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The office's own lists: what can be supported, which papers stages need, what may be paid."""

    kinds: Mapping[str, SupportKind] = field(default_factory=dict)
    papers: tuple[StagePaper, ...] = ()
    norms: tuple[SupportNorm, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanUse:
    """A plan with the dossiers that use it, so that what is left of its lines can be told."""

    row: PlanRow
    budget: Budget
    wholes: Wholes


def lines_of(whole: WholeDossier) -> frozenset[str | None]:
    """The lines that a dossier takes money out of, planned or paid."""
    return frozenset([*(part.line_id for part in whole.money), *(each.line_id for each in whole.payments)])


@dataclass(slots=True)
class OpenDossier:
    """A dossier on the desk (with the certificates of its unit) and what it is held against.

    ``others``: dossiers of the same unit, lines or chain, read anew when it takes money out of other lines; ``plan``:
    its own one with nobody's use of it, None where it has none on file.
    """

    desk: Desk
    catalogue: Catalogue
    units: Mapping[str, Enterprise]
    others: Wholes
    plan: PlanUse | None

    @property
    def dossier(self) -> Dossier | None:
        """The dossier as it stands; None once it is deleted."""
        return self.desk.book.table(Dossier).get(self.desk.root_id)

    @property
    def whole(self) -> WholeDossier:
        """The dossier with its parts as they stand."""
        return gather(self.desk.book.records())[self.desk.root_id]

    @property
    def lines(self) -> frozenset[str | None]:
        """The lines that money is taken out of."""
        return lines_of(self.whole)

    @property
    def use(self) -> PlanUse | None:
        """Its plan with the dossiers that take money out of the same lines."""
        return self.plan and PlanUse(self.plan.row, self.plan.budget, self.wholes)

    @property
    def wholes(self) -> Wholes:
        """It and the others."""
        return {**self.others, self.desk.root_id: self.whole}

    @property
    def certificates(self) -> tuple[Certificate, ...]:
        """What its unit holds."""
        return tuple(self.desk.book.table(Certificate).values())


class Dossiers(Protocol):
    """The dossiers of the open data file."""

    def rows(self) -> Sequence[DossierRow]:
        """Every dossier as the list shows it. Aside."""

    def rows_of_unit(self, enterprise_id: str) -> Sequence[DossierRow]:
        """Those of one unit. Aside."""

    def read(self, key: str) -> OpenDossier:
        """A dossier for the desk; InputError if it is gone. Aside."""

    def others(self, key: str) -> Wholes:
        """What a dossier is held against, as it is saved now. Aside."""

    def plans(self) -> Sequence[PlanRow]:
        """The plans on file, newest first. Aside."""

    def use_of(self, plan_id: str) -> PlanUse:
        """A plan and what its dossiers take of it; InputError if it is gone. Aside."""

    def catalogue(self) -> Catalogue:
        """The lists as they are saved. Aside."""

    def catalogue_desk(self) -> Desk:
        """The lists for the desk, where they are edited. Aside."""

    def pointing(self, key: str) -> Mapping[str, int]:
        """Noun → number of records elsewhere that name a dossier. Aside."""

    def records(self, keys: Sequence[str]) -> "Sequence[Record]":
        """These dossiers with all that belongs to them. Aside."""

    def add(self, step: ChangeSet) -> None:
        """Save a step that is made on no desk; raises why it was not saved. Aside."""

    def history(self, key: str) -> Sequence[HistoryEntry]:
        """Who changed a dossier and what belongs to it, newest first. Aside."""
