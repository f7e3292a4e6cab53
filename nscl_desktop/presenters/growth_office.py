"""What the screens of growth accounting ask below. Calls marked "aside" take long."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.counting_rules import PublishedFigure
from nscl_desktop.domain.growth_records import GrowthStudy
from nscl_desktop.domain.history import HistoryEntry
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.services.desk import Desk


@dataclass(frozen=True, slots=True)
class OpenStudy:
    """A study on the desk; ``published`` are all published figures on file, ``plans`` what it can belong to."""

    desk: Desk
    published: tuple[PublishedFigure, ...]
    plans: tuple[PlanRow, ...]

    @property
    def study(self) -> GrowthStudy | None:
        """The study as it stands; None once it is deleted."""
        return self.desk.book.table(GrowthStudy).get(self.desk.root_id)


class GrowthStudies(Protocol):
    """The studies of TFP of the open data file."""

    def rows(self) -> Sequence[GrowthStudy]:
        """All of them, unsorted. Aside."""

    def read(self, key: str) -> OpenStudy:
        """A study for the desk; InputError if it is gone. Aside."""

    def add(self, step: ChangeSet) -> None:
        """Save a step that is made on no desk; raises why it was not saved. Aside."""

    def history(self, key: str) -> Sequence[HistoryEntry]:
        """Who changed a study and its inputs, newest first. Aside."""
