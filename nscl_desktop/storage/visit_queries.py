"""Reading visits: the list in one query, one visit with all that its screen and its minutes need, the check lists."""

import sqlite3
from collections.abc import Iterator

from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.inspections import (
    Answer,
    Checklist,
    InspectionPlan,
    Participant,
    Question,
    Recommendation,
    Visit,
)
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.visit_rows import VisitRow
from nscl_desktop.storage.rows import read_records

_ROWS = """
SELECT visit.id, visit.state, visit.version, visit.number, visit.date, visit.location, visit.enterprise_id,
    coalesce(enterprise.name, ''), coalesce(checklist.name, ''), visit.inspection_plan_id,
    coalesce(inspection_plan.name, ''), EXISTS (SELECT 1 FROM visit later WHERE later.corrects = visit.id),
    (SELECT count(*) FROM recommendation r WHERE r.visit_id = visit.id AND r.closed_on = ''),
    (SELECT coalesce(min(r.deadline), '') FROM recommendation r
     WHERE r.visit_id = visit.id AND r.closed_on = '' AND r.deadline <> '')
FROM visit
LEFT JOIN enterprise ON enterprise.id = visit.enterprise_id
LEFT JOIN checklist ON checklist.id = visit.checklist_id
LEFT JOIN inspection_plan ON inspection_plan.id = visit.inspection_plan_id
"""
_PARTS: tuple[type[Record], ...] = (Participant, Answer, Recommendation)


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
    """A visit with all that belongs to it, its list's version with the questions, its unit and plan, its correction.

    InputError if it is gone.
    """
    visits = list(read_records(connection, Visit, "id = ? OR corrects = ?", [visit_id, visit_id]))
    visit = next((each for each in visits if isinstance(each, Visit) and each.id == visit_id), None)
    if visit is None:
        raise InputError("Không còn lần kiểm tra này trong tệp dữ liệu; hãy chọn lần khác.")
    yield from read_records(connection, Enterprise, "id = ?", [visit.enterprise_id or ""])
    yield from read_records(connection, Checklist, "id = ?", [visit.checklist_id or ""])
    yield from read_records(connection, InspectionPlan, "id = ?", [visit.inspection_plan_id or ""])
    yield from read_records(connection, Question, "checklist_id = ?", [visit.checklist_id or ""])
    yield from visits
    for record_type in _PARTS:
        yield from read_records(connection, record_type, "visit_id = ?", [visit_id])


def checklist_records(connection: sqlite3.Connection) -> Iterator[Record]:
    """All check lists in all versions with their questions: a few hundred records, read together for the editor."""
    yield from read_records(connection, Checklist)
    yield from read_records(connection, Question)
