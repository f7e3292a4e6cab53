"""What the overview asks below. Calls marked "aside" take long."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.counting import CountedRecord
from nscl_desktop.domain.counting_rules import DayOff, PublishedFigure, SentReport
from nscl_desktop.domain.overview import Overview, TargetRow
from nscl_desktop.domain.plan_rows import PlanRow

if TYPE_CHECKING:
    from nscl_desktop.domain.ledger_sums import Flow

PLANNED, CURRENT, COMMITTED, PAID = "planned", "current", "committed", "paid"
MONEY_NAMES = {PLANNED: "Dự toán", CURRENT: "Được giao", COMMITTED: "Cam kết", PAID: "Đã chi"}


@dataclass(frozen=True, slots=True)
class MoneyQuestion:
    """Which figure of money: what, of which years, section (key of the line, "" for all) and source ("" for all)."""

    what: str
    years: tuple[int, ...]
    section: str = ""
    source: str = ""

    def amount(self, flow: "Flow") -> int:
        """What a flow gives to the figure, in đồng."""
        return {PLANNED: flow.proposed, CURRENT: flow.current, COMMITTED: flow.bound, PAID: flow.out}[self.what]


@dataclass(frozen=True, slots=True)
class MoneyShare:
    """One part of a figure of money: what, how it came about, đồng, and the record that opens."""

    name: str
    made: str
    amount: int
    entity: str
    key: str


class Overviews(Protocol):
    """The overview of the open data file."""

    def plans(self) -> Sequence[PlanRow]:
        """All plans, unsorted. Aside."""

    def moment(self) -> int:
        """Grows with every step that is saved: what was read at the same moment is still so."""

    def read(self, plan_id: str, year: int | None, today: str) -> Overview:
        """All of it; InputError for a plan that is gone. Aside."""

    def records(self, row: TargetRow) -> Sequence[CountedRecord]:
        """The records that a target's number counts. Aside."""

    def undated(self, row: TargetRow) -> int:
        """How many more would count if their day were known. Aside."""

    def figures_of(self, row: TargetRow) -> Sequence[PublishedFigure]:
        """The published figures that a target's number or its denominator comes from. Aside."""

    def shares(self, plan_id: str, question: MoneyQuestion) -> Sequence[MoneyShare]:
        """The entries and dossiers behind a figure of money. Aside."""

    def figures(self) -> Sequence[PublishedFigure]:
        """All published figures. Aside."""

    def days_off(self) -> Sequence[DayOff]:
        """The days off that the office noted. Aside."""

    def sent(self) -> Sequence[SentReport]:
        """Reports marked as sent. Aside."""

    def add(self, step: ChangeSet) -> None:
        """Save a step that is made on no desk; raises why it was not saved. Aside."""
