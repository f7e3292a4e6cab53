"""What the screens of inspections ask of the world below. Calls marked "aside" take long; all others answer at once."""

from collections.abc import Sequence
from typing import Protocol

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.history import HistoryEntry
from nscl_desktop.domain.inspections import Checklist, InspectionPlan
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.visit_rows import AdviceRow, KnownPerson, VisitRow
from nscl_desktop.services.desk import Desk


class Visits(Protocol):
    """The visits of the open data file, with their plans and what they left to be mended."""

    def rows(self) -> Sequence[VisitRow]:
        """Every visit, unsorted. Aside."""

    def plans(self) -> Sequence[InspectionPlan]:
        """Every plan of inspections, unsorted. Aside."""

    def checklists(self) -> Sequence[Checklist]:
        """The check lists in use. Aside."""

    def people(self) -> Sequence[KnownPerson]:
        """Whoever took part in a visit for the office, the newest visit first. Aside."""

    def advice(self) -> Sequence[AdviceRow]:
        """Every recommendation that stands, unsorted. Aside."""

    def last_draft(self) -> str:
        """The draft that was worked on last; empty where there is none. Aside."""

    def records(self, key: str) -> Sequence[Record]:
        """A visit as it is saved, with all that its desk holds; nothing where it is gone. Aside."""

    def read(self, key: str) -> Desk:
        """A visit for the desk; InputError if it is gone. Aside."""

    def read_plan(self, key: str) -> Desk:
        """A plan of inspections for the desk; InputError if it is gone. Aside."""

    def checklist(self, key: str) -> Book:
        """A check list with its questions, on no desk. Aside."""

    def add(self, step: ChangeSet) -> None:
        """Save a step that is made on no desk; raises why it was not saved. Aside."""

    def history(self, key: str) -> Sequence[HistoryEntry]:
        """Who changed a visit or plan and what belongs to it, newest first. Aside."""
