"""Reading a survey: what was answered by one questionnaire, with the units and what their groups follow from."""

import sqlite3
from collections.abc import Iterator

from nscl_desktop.domain.enterprises import Enterprise, YearFigures
from nscl_desktop.domain.inspections import Answer, Checklist, InspectionPlan, Question, Visit
from nscl_desktop.domain.records import Record
from nscl_desktop.storage.rows import read_records

_VISITS = "SELECT id FROM visit WHERE checklist_id = ?"
_UNITS = "SELECT enterprise_id FROM visit WHERE checklist_id = ?"


def visits_by_checklist(connection: sqlite3.Connection, checklist_id: str) -> int:
    """How many visits were made by a version of a check list."""
    (count,) = connection.execute("SELECT count(*) FROM visit WHERE checklist_id = ?", [checklist_id]).fetchone()
    return int(count)


def survey_records(connection: sqlite3.Connection, checklist_id: str) -> Iterator[Record]:
    """A questionnaire with its questions, visits, answers, and of the units visited what decides sector and size."""
    key = [checklist_id]
    yield from read_records(connection, Checklist, "id = ?", key)
    yield from read_records(connection, Question, "checklist_id = ?", key)
    yield from read_records(connection, Visit, "checklist_id = ?", key)
    yield from read_records(connection, Answer, f"visit_id IN ({_VISITS})", key)
    yield from read_records(connection, Enterprise, f"id IN ({_UNITS})", key)
    yield from read_records(connection, YearFigures, f"enterprise_id IN ({_UNITS})", key)
    yield from read_records(connection, InspectionPlan)
