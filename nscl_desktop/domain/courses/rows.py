"""Lists of courses, people and clubs: what they show without reading whole records."""

from dataclasses import dataclass
from typing import NamedTuple

from nscl_desktop.domain.courses.counts import HeadCount


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseRow:
    """Facts of a course; ``heads`` counts who took part, ``enrolled`` everyone in its list."""

    id: str
    title: str
    kind: str
    state: str
    topic: str
    year: int | None
    date_from: str
    location: str
    plan_id: str | None
    sessions: int
    enrolled: int
    passed: int
    certificates: int
    heads: HeadCount


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """Facts of a person; ``roles`` are the codes of what they are counted as, ``turns`` their lượt on courses."""

    id: str
    name: str
    birth_year: int | None
    unit: str
    title: str
    phone: str
    is_staff: bool
    roles: frozenset[str]
    turns: int


class ClubRow(NamedTuple):
    """A club with how many members it has now."""

    id: str
    name: str
    founded_on: str
    decision: str
    members: int


class TakenCourse(NamedTuple):
    """A course that a person was on, in the time of the course."""

    course_id: str
    title: str
    year: int | None
    date_from: str
    state: str
    unit: str
    certificate: str


class UnitTraining(NamedTuple):
    """Somebody of a unit on a course: what the unit's page shows of it."""

    course_id: str
    title: str
    year: int | None
    date_from: str
    person_id: str | None
    person: str
    position: str
    state: str
    certificate: str
