"""What the screens of periodic reports ask below. Calls marked "aside" take long."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.history import HistoryEntry
from nscl_desktop.domain.merge_fields import Context
from nscl_desktop.domain.money_rows import YearMoney
from nscl_desktop.domain.periodic_reports import PeriodicReport
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.domain.report_figures import Draft
from nscl_desktop.domain.targets import Obligation
from nscl_desktop.services.desk import Desk

Tell = Callable[[str], object]
"""Hears how far drafting is; what it raises stops it."""


@dataclass(frozen=True, slots=True)
class ReportPlan:
    """What a report names of its plan: the version in force, its duties to report."""

    row: PlanRow
    obligations: tuple[Obligation, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenReport:
    """A report on the desk, with the note that its duty was done; ``draft`` is what the data say now.

    ``plan`` is None where it is gone.
    """

    desk: Desk
    draft: Draft
    plan: ReportPlan | None

    @property
    def report(self) -> PeriodicReport | None:
        """The report as it stands; None once it is deleted."""
        return self.desk.book.table(PeriodicReport).get(self.desk.root_id)


class Reports(Protocol):
    """The periodic reports of the open data file."""

    def rows(self) -> Sequence[PeriodicReport]:
        """All of them, unsorted. Aside."""

    def plans(self) -> Sequence[PlanRow]:
        """The version in force of each plan, newest first. Aside."""

    def money_years(self, plan_id: str) -> Sequence[int]:
        """The niên độ of a plan, ascending. Aside."""

    def year_money(self, plan_id: str, year: int) -> YearMoney:
        """The sums of a niên độ for its tables; InputError where the plan is gone. Aside."""

    def draft(self, report: PeriodicReport, tell: Tell = ...) -> Draft:
        """The figures and lists that the data give a report now; InputError if its plan is gone. Aside."""

    def read(self, key: str, tell: Tell = ...) -> OpenReport:
        """A report for the desk; InputError if it is gone. Aside."""

    def write_letter(self, values: Context, target: Path) -> None:
        """Fill the office's template of a report, else the shipped one. Aside."""

    def add(self, step: ChangeSet) -> None:
        """Save a step that is made on no desk; raises why it was not saved. Aside."""

    def history(self, key: str) -> Sequence[HistoryEntry]:
        """Who changed a report and what belongs to it, newest first. Aside."""
