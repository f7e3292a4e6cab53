"""Reading visits: the list in one query, one visit with all that its screen and its minutes need, the check lists."""

import sqlite3
from collections.abc import Iterator

from nscl_desktop.domain.attached_files import VisitFile
from nscl_desktop.domain.enterprises import Contact, Enterprise
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.inspections import (
    IN_USE,
    Answer,
    Checklist,
    InspectionPlan,
    Participant,
    Question,
    Recommendation,
    Visit,
)
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.supports import Dossier
from nscl_desktop.domain.visit_rows import AdviceRow, KnownPerson, VisitRow
from nscl_desktop.storage.rows import read_records

_ROWS = """
SELECT visit.id, visit.state, visit.version, visit.number, visit.date, visit.location, visit.enterprise_id,
    coalesce(enterprise.name, ''), coalesce(checklist.name, ''), coalesce(checklist.purpose, ''),
    visit.inspection_plan_id,
    coalesce(inspection_plan.name, ''), visit.id IN (SELECT corrects FROM visit WHERE corrects IS NOT NULL),
    coalesce(advice.number, 0), coalesce(advice.next_deadline, '')
FROM visit
LEFT JOIN enterprise ON enterprise.id = visit.enterprise_id
LEFT JOIN checklist ON checklist.id = visit.checklist_id
LEFT JOIN inspection_plan ON inspection_plan.id = visit.inspection_plan_id
LEFT JOIN (
    SELECT visit_id, count(*) AS number, min(nullif(deadline, '')) AS next_deadline
    FROM recommendation WHERE closed_on = '' GROUP BY visit_id
) AS advice ON advice.visit_id = visit.id
"""
_LAST_DRAFT = """
SELECT visit.id FROM change_set JOIN visit ON visit.id = change_set.scope
WHERE visit.state = 'draft' ORDER BY change_set.seq DESC LIMIT 1
"""
_NEWEST_PEOPLE = """
SELECT person.name, person.title, person.unit
FROM visit_participant AS person JOIN visit ON visit.id = person.visit_id
WHERE person.role <> 'host' GROUP BY person.name, person.title, person.unit ORDER BY max(visit.date) DESC, person.name
"""
_STANDING = """
visit_id IN (
    SELECT visit.id FROM visit
    WHERE visit.id NOT IN (SELECT corrects FROM visit WHERE corrects IS NOT NULL)
    AND (visit.state <> 'draft' OR visit.corrects IS NOT NULL)
)
"""
"""Only the newest version of a visit counts; a first draft is not told to the unit yet."""
_PARTS: tuple[type[Record], ...] = (Participant, Answer, Recommendation, VisitFile)


def visit_rows(connection: sqlite3.Connection) -> list[VisitRow]:
    """The facts of every visit, unsorted, because sorting follows the screen."""
    names = VisitRow.__slots__
    rows = [VisitRow(**dict(zip(names, row, strict=True))) for row in connection.execute(_ROWS)]
    return [_with_flag(row) for row in rows]


def _with_flag(row: VisitRow) -> VisitRow:
    """SQLite has no yes and no, only 1 and 0."""
    values = {name: getattr(row, name) for name in VisitRow.__slots__}
    return VisitRow(**{**values, "is_corrected": bool(row.is_corrected)})


def visit_records(connection: sqlite3.Connection, visit_id: str) -> Iterator[Record]:
    """A visit with all that belongs to it, its list's version with the questions, its correction, its unit with people
    and dossiers, and all plans of inspections, because it may be moved into another.

    InputError if it is gone.
    """
    visits = list(read_records(connection, Visit, "id = ? OR corrects = ?", [visit_id, visit_id]))
    visit = next((each for each in visits if isinstance(each, Visit) and each.id == visit_id), None)
    if visit is None:
        raise InputError("Không còn lần kiểm tra này trong tệp dữ liệu; hãy chọn lần khác.")
    yield from read_records(connection, Enterprise, "id = ?", [visit.enterprise_id or ""])
    yield from read_records(connection, Contact, "enterprise_id = ?", [visit.enterprise_id or ""])
    yield from read_records(connection, Dossier, "enterprise_id = ?", [visit.enterprise_id or ""])
    yield from read_records(connection, Checklist, "id = ?", [visit.checklist_id or ""])
    yield from read_records(connection, InspectionPlan)
    yield from read_records(connection, Question, "checklist_id = ?", [visit.checklist_id or ""])
    yield from visits
    for record_type in _PARTS:
        yield from read_records(connection, record_type, "visit_id = ?", [visit_id])


def checklist_records(connection: sqlite3.Connection) -> Iterator[Record]:
    """All check lists in all versions with their questions: a few hundred records, read together for the editor."""
    yield from read_records(connection, Checklist)
    yield from read_records(connection, Question)


def last_draft(connection: sqlite3.Connection) -> str:
    """The draft that was worked on last, by the journal; empty where there is none."""
    row = connection.execute(_LAST_DRAFT).fetchone()
    return row[0] if row else ""


def known_people(connection: sqlite3.Connection) -> list[KnownPerson]:
    """Whoever took part in a visit for the office, the newest visit first."""
    return [KnownPerson(*row) for row in connection.execute(_NEWEST_PEOPLE)]


def advice_rows(connection: sqlite3.Connection) -> list[AdviceRow]:
    """Every recommendation that stands, with its visit; unsorted."""
    visits = {row.id: row for row in visit_rows(connection)}
    found = []
    for advice in read_records(connection, Recommendation, _STANDING):
        if isinstance(advice, Recommendation):
            row = visits[advice.visit_id]
            found.append(AdviceRow(advice, row.enterprise_id, row.unit, row.date, row.number))
    return found


def plan_records(connection: sqlite3.Connection, plan_id: str) -> Iterator[Record]:
    """A plan of inspections; nothing where it is gone."""
    return read_records(connection, InspectionPlan, "id = ?", [plan_id])


def inspection_plans(connection: sqlite3.Connection) -> Iterator[Record]:
    """All plans of inspections."""
    return read_records(connection, InspectionPlan)


def checklist_version(connection: sqlite3.Connection, checklist_id: str) -> Iterator[Record]:
    """One version of a check list with its questions; nothing where it is gone."""
    yield from read_records(connection, Checklist, "id = ?", [checklist_id])
    yield from read_records(connection, Question, "checklist_id = ?", [checklist_id])


def usable_checklists(connection: sqlite3.Connection) -> Iterator[Record]:
    """The versions that new visits can be made by."""
    return read_records(connection, Checklist, "state = ?", [IN_USE])
