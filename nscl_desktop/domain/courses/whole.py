"""A course with all that belongs to it, each list in its own order, so that the rules need neither book nor file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.training import (
    PARTS_OF_DAY,
    Attendance,
    Course,
    CourseCost,
    CoursePaper,
    Enrolment,
    Person,
    Session,
)

_PART_ORDER = {value: at for at, (value, _) in enumerate(PARTS_OF_DAY)}
_UNDATED = "9999"
PartT = TypeVar("PartT", bound=Record)


@dataclass(frozen=True, slots=True)
class WholeCourse:
    """``attendance`` holds (enrolment, session) of everyone who was there; ``people`` are known by key."""

    course: Course
    sessions: tuple[Session, ...] = ()
    enrolments: tuple[Enrolment, ...] = ()
    attendance: frozenset[tuple[str, str]] = frozenset()
    costs: tuple[CourseCost, ...] = ()
    papers: tuple[CoursePaper, ...] = ()
    people: Mapping[str, Person] = field(default_factory=dict)

    def attended(self, enrolment: Enrolment) -> int:
        """At how many sessions somebody was."""
        return sum((enrolment.id, session.id) in self.attendance for session in self.sessions)

    def person_of(self, enrolment: Enrolment) -> Person | None:
        """Who it is; None where no person is named."""
        return self.people.get(enrolment.person_id or "")

    def name_of(self, enrolment: Enrolment) -> str:
        """What somebody is called."""
        person = self.person_of(enrolment)
        return person.name if person else "(chưa rõ người)"


def whole_course(book: Book, key: str) -> WholeCourse | None:
    """The course of a book that holds one; None once it is deleted."""
    course = book.table(Course).get(key)
    if course is None:
        return None
    return WholeCourse(
        course,
        tuple(sorted(book.table(Session).values(), key=in_time)),
        _in_order(book, Enrolment),
        frozenset((each.enrolment_id, each.session_id or "") for each in book.table(Attendance).values()),
        _in_order(book, CourseCost),
        _in_order(book, CoursePaper),
        dict(book.table(Person)),
    )


def in_time(session: Session) -> tuple[str, int, str, str]:
    """The order of sessions: by day, part of the day, and as they were added; undated ones last."""
    return session.date or _UNDATED, _PART_ORDER.get(session.part, 0), session.position, session.id


def _in_order(book: Book, kind: type[PartT]) -> tuple[PartT, ...]:
    return tuple(sorted(book.table(kind).values(), key=lambda each: (str(getattr(each, "position", "")), each.id)))
