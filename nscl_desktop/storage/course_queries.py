"""Reading courses, people and clubs: lists in one query each, a record with all that its page needs."""

import sqlite3
from collections.abc import Iterator, Sequence

from nscl_desktop.domain.attached_files import CourseFile
from nscl_desktop.domain.courses.counts import HeadCount
from nscl_desktop.domain.courses.rows import ClubRow, CourseRow, PersonRow, TakenCourse, UnitTraining
from nscl_desktop.domain.ledger import ADVANCED, PAID, RECOVERED
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.training import (
    Attendance,
    Club,
    Course,
    CourseCost,
    CoursePaper,
    Enrolment,
    ExpertAssignment,
    Person,
    PersonRole,
    Session,
)
from nscl_desktop.storage.rows import quoted, read_records

_COURSES = """
SELECT course.id, course.title, kind, course.state, topic, year, date_from, location, plan_id,
    (SELECT count(*) FROM course_session s WHERE s.course_id = course.id),
    count(e.id), count(CASE WHEN e.state = 'passed' THEN 1 END), count(nullif(e.certificate, '')),
    count(CASE WHEN e.state IN ('attended', 'passed') THEN 1 END),
    count(DISTINCT CASE WHEN e.state IN ('attended', 'passed') THEN e.person_id END),
    count(CASE WHEN e.state IN ('attended', 'passed') AND e.person_id IS NULL THEN 1 END)
FROM course LEFT JOIN enrolment e ON e.course_id = course.id GROUP BY course.id
"""
_HEADS = """
SELECT count(*), count(DISTINCT e.person_id), count(*) - count(e.person_id)
FROM enrolment e JOIN course ON course.id = e.course_id
WHERE e.state IN ('attended', 'passed') AND course.state <> 'called_off'
"""
_PEOPLE = """
SELECT person.id, person.name, birth_year, coalesce(nullif(person.unit, ''), enterprise.name, ''), person.title,
    person.phone, is_staff, coalesce(roles.codes, ''), coalesce(taken.turns, 0)
FROM person
LEFT JOIN enterprise ON enterprise.id = person.enterprise_id
LEFT JOIN (SELECT person_id, group_concat(DISTINCT role) AS codes FROM person_role GROUP BY person_id) AS roles
    ON roles.person_id = person.id
LEFT JOIN (
    SELECT person_id, count(*) AS turns FROM enrolment WHERE state IN ('attended', 'passed') GROUP BY person_id
) AS taken ON taken.person_id = person.id
"""
_TAKEN = """
SELECT course.id, course.title, course.year, course.date_from, e.state,
    coalesce(nullif(e.unit, ''), enterprise.name, ''), e.certificate
FROM enrolment e JOIN course ON course.id = e.course_id LEFT JOIN enterprise ON enterprise.id = e.enterprise_id
WHERE e.person_id = ? ORDER BY coalesce(nullif(course.date_from, ''), course.year) DESC, course.id
"""
_CLUBS = """
SELECT club.id, name, founded_on, decision, count(DISTINCT CASE WHEN role.until = '' THEN role.person_id END)
FROM club LEFT JOIN person_role role ON role.club_id = club.id AND role.role = 'member' GROUP BY club.id
"""
_OF_UNIT = """
SELECT course.id, course.title, course.year, course.date_from, e.person_id, coalesce(person.name, ''), e.title, e.state,
    e.certificate
FROM enrolment e JOIN course ON course.id = e.course_id LEFT JOIN person ON person.id = e.person_id
WHERE e.enterprise_id = ?
ORDER BY coalesce(nullif(course.date_from, ''), course.year) DESC, course.id, e.position, e.id
"""
_AT_ONCE = 500


def course_rows(connection: sqlite3.Connection) -> list[CourseRow]:
    """Every course with its counts, unsorted."""
    rows = []
    for row in connection.execute(_COURSES):
        key, title, kind, state, topic, year, date_from, location, plan, sessions, enrolled, passed, given = row[:13]
        rows.append(
            CourseRow(
                id=key, title=title, kind=kind, state=state, topic=topic, year=year, date_from=date_from,
                location=location, plan_id=plan, sessions=sessions, enrolled=enrolled, passed=passed,
                certificates=given, heads=HeadCount(*row[13:]),
            )
        )  # fmt: skip
    return rows


def heads(connection: sqlite3.Connection, year: int | None = None) -> HeadCount:
    """Lượt người and người of all courses, or of those of a year; courses that did not take place count nothing."""
    condition = "" if year is None else " AND course.year = ?"
    row = connection.execute(_HEADS + condition, [] if year is None else [year]).fetchone()
    return HeadCount(*row)


def course_records(connection: sqlite3.Connection, key: str) -> Iterator[Record]:
    """A course with all that belongs to it and the people that it names; nothing where it is gone."""
    yield from read_records(connection, Course, "id = ?", [key])
    for kind in (Session, Enrolment, CourseCost, CoursePaper, CourseFile):
        yield from read_records(connection, kind, "course_id = ?", [key])
    own = "enrolment_id IN (SELECT id FROM enrolment WHERE course_id = ?)"
    yield from read_records(connection, Attendance, own, [key])
    named = (
        "id IN (SELECT person_id FROM enrolment WHERE course_id = ?"
        " UNION SELECT lecturer_id FROM course_session WHERE course_id = ?)"
    )
    yield from read_records(connection, Person, named, [key, key])


def taken_numbers(connection: sqlite3.Connection, course_id: str, series: str) -> list[str]:
    """Certificates that other courses gave out of the same series."""
    rows = connection.execute(
        "SELECT e.certificate FROM enrolment e JOIN course ON course.id = e.course_id"
        " WHERE course.id <> ? AND course.certificate_series = ? AND e.certificate <> ''",
        [course_id, series],
    )
    return [number for (number,) in rows]


def paid_for(connection: sqlite3.Connection, course_id: str) -> dict[str, int]:
    """Sums of the ledger for a course, in đồng by kind of entry: advanced, paid, recovered."""
    kinds = (ADVANCED, PAID, RECOVERED)
    rows = connection.execute(
        "SELECT kind, sum(amount) FROM ledger_entry WHERE for_entity = ? AND for_id = ? AND kind IN (?, ?, ?)"
        " GROUP BY kind",
        [Course.entity, course_id, *kinds],
    )
    return {kind: amount or 0 for kind, amount in rows}


def people_rows(connection: sqlite3.Connection) -> list[PersonRow]:
    """Everyone on file, unsorted."""
    return [
        PersonRow(
            id=key, name=name, birth_year=born, unit=unit, title=title, phone=phone, is_staff=bool(staff),
            roles=frozenset(filter(None, codes.split(","))), turns=turns,
        )
        for key, name, born, unit, title, phone, staff, codes, turns in connection.execute(_PEOPLE)
    ]  # fmt: skip


def person_records(connection: sqlite3.Connection, key: str) -> Iterator[Record]:
    """Somebody with roles and assignments; nothing where they are gone."""
    yield from read_records(connection, Person, "id = ?", [key])
    for kind in (PersonRole, ExpertAssignment):
        yield from read_records(connection, kind, "person_id = ?", [key])


def taken_courses(connection: sqlite3.Connection, person_id: str) -> list[TakenCourse]:
    """The courses that somebody was on, newest first."""
    return [TakenCourse(*row) for row in connection.execute(_TAKEN, [person_id])]


def people_by_key(connection: sqlite3.Connection, keys: Sequence[str]) -> Iterator[Record]:
    """These people, as far as they are there."""
    for first in range(0, len(keys), _AT_ONCE):
        some = keys[first : first + _AT_ONCE]
        yield from read_records(connection, Person, f"id IN ({', '.join('?' * len(some))})", some)


def club_rows(connection: sqlite3.Connection) -> list[ClubRow]:
    """Every club, unsorted; a membership that ended counts no more."""
    return [ClubRow(*row) for row in connection.execute(_CLUBS)]


def club_records(connection: sqlite3.Connection, key: str) -> Iterator[Record]:
    """A club with its memberships and the people in it."""
    yield from read_records(connection, Club, "id = ?", [key])
    member = f"{quoted('club_id')} = ? AND {quoted('role')} = 'member'"
    yield from read_records(connection, PersonRole, member, [key])
    named = "id IN (SELECT person_id FROM person_role WHERE club_id = ? AND role = 'member')"
    yield from read_records(connection, Person, named, [key])


def experts(connection: sqlite3.Connection) -> Iterator[Record]:
    """Every expert role with the person who has it."""
    yield from read_records(connection, PersonRole, "role = 'expert'")
    yield from read_records(connection, Person, "id IN (SELECT person_id FROM person_role WHERE role = 'expert')")


def assignment_counts(connection: sqlite3.Connection) -> dict[str, int]:
    """Person → how many works they were asked to do."""
    return dict(connection.execute("SELECT person_id, count(*) FROM expert_assignment GROUP BY person_id"))


def unit_trainings(connection: sqlite3.Connection, enterprise_id: str) -> list[UnitTraining]:
    """Everyone who came from a unit to a course, the newest course first."""
    return [UnitTraining(*row) for row in connection.execute(_OF_UNIT, [enterprise_id])]
