"""What the screens of training ask below. Calls marked "aside" take long."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.courses.rows import ClubRow, CourseRow, PersonRow, TakenCourse, UnitTraining
from nscl_desktop.domain.history import HistoryEntry
from nscl_desktop.domain.training import Club, Course, Person, PersonRole
from nscl_desktop.services.desk import Desk


@dataclass(frozen=True, slots=True)
class OpenCourse:
    """A course on the desk. ``units``: names of the units that its people are of, by key.

    ``taken``: certificates of other courses out of the same series; ``paid``: what the ledger says, by kind of entry.
    """

    desk: Desk
    units: Mapping[str, str]
    taken: Sequence[str] = ()
    paid: Mapping[str, int] | None = None

    @property
    def course(self) -> Course | None:
        """The course as it stands; None once it is deleted."""
        return self.desk.book.table(Course).get(self.desk.root_id)


@dataclass(frozen=True, slots=True)
class OpenPerson:
    """Somebody on the desk with the courses that they were on."""

    desk: Desk
    courses: Sequence[TakenCourse]
    units: Mapping[str, str]
    clubs: Sequence[ClubRow]

    @property
    def person(self) -> Person | None:
        """As they stand; None once they are deleted."""
        return self.desk.book.table(Person).get(self.desk.root_id)


@dataclass(frozen=True, slots=True)
class OpenClub:
    """A club on the desk with its members."""

    desk: Desk
    units: Mapping[str, str]

    @property
    def club(self) -> Club | None:
        """As it stands; None once it is deleted."""
        return self.desk.book.table(Club).get(self.desk.root_id)


@dataclass(frozen=True, slots=True)
class ExpertsWork:
    """Everyone with the role of an expert, by key, with their roles; names of units; how many works each was given."""

    people: Mapping[str, Person]
    roles: Sequence[PersonRole]
    units: Mapping[str, str]
    assignments: Mapping[str, int]


class Courses(Protocol):
    """Training, people and clubs of the open data file."""

    def rows(self) -> Sequence[CourseRow]:
        """Every course. Aside."""

    def read(self, key: str) -> OpenCourse:
        """A course for the desk; InputError if it is gone. Aside."""

    def people(self) -> Sequence[PersonRow]:
        """Everyone on file. Aside."""

    def read_person(self, key: str) -> OpenPerson:
        """Somebody for the desk; InputError if they are gone. Aside."""

    def persons(self, keys: Sequence[str]) -> Sequence[Person]:
        """These people. Aside."""

    def units_named(self, names: Sequence[str]) -> Mapping[str, str]:
        """Folded name → key of the units of the register that are called so. Aside."""

    def of_unit(self, enterprise_id: str) -> Sequence[UnitTraining]:
        """Everyone who came from a unit to a course, newest first. Aside."""

    def experts(self) -> ExpertsWork:
        """Productivity experts with their roles. Aside."""

    def clubs(self) -> Sequence[ClubRow]:
        """Every club. Aside."""

    def read_club(self, key: str) -> OpenClub:
        """A club for the desk; InputError if it is gone. Aside."""

    def add(self, step: ChangeSet) -> None:
        """Save a step that is made on no desk; raises why it was not saved. Aside."""

    def history(self, key: str) -> Sequence[HistoryEntry]:
        """Who changed a record and what belongs to it, newest first. Aside."""
