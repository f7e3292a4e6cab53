"""Reading periodic reports, and the lists that they show: units supported, courses held, prizes won.

A list is read by one query of bare figures: a report of 5,000 dossiers makes no records of them.
"""

import json
import sqlite3
from collections.abc import Iterator, Sequence

from nscl_desktop.domain.periodic_reports import PeriodicReport, ReportFigure, ReportList, ReportMoney
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.report_lists import HeldCourse, SupportedUnit, WonPrize
from nscl_desktop.domain.supports import STAGES
from nscl_desktop.storage.rows import read_records

_OWN = (ReportFigure, ReportMoney, ReportList)
_RANKS = " ".join(f"WHEN '{code}' THEN {rank}" for rank, (code, _) in enumerate(STAGES))
_DOSSIERS = f"""
SELECT coalesce(e.name, ''), coalesce(e.tax_code, ''), d.code, d.title, s.rank, s.last_on, d.state, coalesce(c.value, 0)
FROM dossier d
JOIN (
    SELECT dossier_id, max(CASE stage {_RANKS} ELSE 0 END) AS rank, max(done_on) AS last_on FROM stage_step
    WHERE done_on >= :first AND done_on <= :last GROUP BY dossier_id
) s ON s.dossier_id = d.id
LEFT JOIN enterprise e ON e.id = d.enterprise_id
LEFT JOIN (
    SELECT dossier_id, sum(coalesce(value, 0)) AS value FROM contract
    WHERE coalesce(changes, '') = '' AND date <= :last GROUP BY dossier_id
) c ON c.dossier_id = d.id
WHERE d.plan_id IN (SELECT value FROM json_each(:plans))
"""  # noqa: S608 - the program's own words alone
_TOOK_PART = "n.state IN ('attended', 'passed')"
_COURSES = f"""
SELECT c.title, c.kind, c.date_from, c.date_to, c.location, count(CASE WHEN {_TOOK_PART} THEN 1 END),
    count(DISTINCT CASE WHEN {_TOOK_PART} THEN coalesce(n.person_id, n.id) END),
    count(CASE WHEN n.state = 'passed' THEN 1 END)
FROM course c LEFT JOIN enrolment n ON n.course_id = c.id
WHERE c.state <> 'called_off' AND c.date_from >= :first AND c.date_from <= :last
    AND c.plan_id IN (SELECT value FROM json_each(:plans))
GROUP BY c.id ORDER BY c.date_from, c.title, c.id
"""  # noqa: S608 - likewise
_PRIZES = """
SELECT coalesce(e.name, ''), n.product, coalesce(r.year, 0), p.prize, p.decision, p.decided_on, coalesce(p.amount, 0)
FROM prize p JOIN nomination n ON n.id = p.nomination_id JOIN award_round r ON r.id = n.round_id
LEFT JOIN enterprise e ON e.id = n.enterprise_id
WHERE p.decided_on >= :first AND p.decided_on <= :last AND r.plan_id IN (SELECT value FROM json_each(:plans))
ORDER BY p.decided_on, e.name, p.id
"""


def all_reports(connection: sqlite3.Connection) -> list[PeriodicReport]:
    """Every report, unsorted."""
    return [each for each in read_records(connection, PeriodicReport) if isinstance(each, PeriodicReport)]


def report_records(connection: sqlite3.Connection, key: str) -> Iterator[Record]:
    """A report with all that belongs to it; nothing where it is gone."""
    yield from read_records(connection, PeriodicReport, "id = ?", [key])
    for kind in _OWN:
        yield from read_records(connection, kind, "report_id = ?", [key])


def supported_units(connection: sqlite3.Connection, plans: Sequence[str], first: str, last: str) -> list[SupportedUnit]:
    """Dossiers of these plans with a step between two days, unsorted."""
    return [SupportedUnit._make(row) for row in connection.execute(_DOSSIERS, _within(plans, first, last))]


def held_courses(connection: sqlite3.Connection, plans: Sequence[str], first: str, last: str) -> list[HeldCourse]:
    """Courses of these plans that began between two days, by day."""
    return [HeldCourse._make(row) for row in connection.execute(_COURSES, _within(plans, first, last))]


def won_prizes(connection: sqlite3.Connection, plans: Sequence[str], first: str, last: str) -> list[WonPrize]:
    """Prizes of rounds of these plans that were decided between two days, by day."""
    return [WonPrize._make(row) for row in connection.execute(_PRIZES, _within(plans, first, last))]


def _within(plans: Sequence[str], first: str, last: str) -> dict[str, str]:
    return {"plans": json.dumps(list(plans)), "first": first, "last": last}
