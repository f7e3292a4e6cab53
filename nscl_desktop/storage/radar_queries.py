"""What waits for a day, in one stroke for each kind: the same deadlines as the lists of dossiers and advice show.

The lists read everything; here only what is late or near leaves SQLite. A test holds both against one another.
"""

import datetime as dt
import sqlite3
from collections.abc import Iterator

from nscl_desktop.domain.contracts import Contract
from nscl_desktop.domain.dossiers.days import days_until
from nscl_desktop.domain.dossiers.stages import ABOUT_CONTRACTS, ORDER
from nscl_desktop.domain.dossiers.sums import deadline_of, effective_contracts
from nscl_desktop.domain.dossiers.whole import gather
from nscl_desktop.domain.radar import CERTIFICATE_DAYS, SOON_DAYS, STILL_DAYS, RadarKind, Waiting
from nscl_desktop.domain.supports import Dossier
from nscl_desktop.storage.rows import read_records

_STAGES = f"stages(stage, rank) AS (VALUES {', '.join(f'({stage!r}, {at})' for at, stage in enumerate(ORDER))})"
_NO_CONTRACT = f"({', '.join(map(repr, sorted(ABOUT_CONTRACTS)))})"
_DOSSIER = "'dossier', d.id, trim(d.code || ' ' || d.title), coalesce(e.name, '')"
_STEPS = f"""
WITH {_STAGES}
SELECT {_DOSSIER}, min(s.due_on) FROM stage_step s CROSS JOIN stages r ON r.stage = s.stage
JOIN dossier d ON d.id = s.dossier_id LEFT JOIN enterprise e ON e.id = d.enterprise_id
WHERE s.due_on <> '' AND s.due_on <= :soon AND s.done_on = '' AND d.state = 'open'
    AND NOT (d.is_guidance AND s.stage IN {_NO_CONTRACT})
    AND NOT EXISTS (
        SELECT 1 FROM stage_step t JOIN stages q ON q.stage = t.stage
        WHERE t.dossier_id = d.id AND t.done_on <> '' AND q.rank >= r.rank
            AND NOT (d.is_guidance AND t.stage IN {_NO_CONTRACT}))
GROUP BY d.id
"""
_CONTRACTS = f"""
SELECT {_DOSSIER}, min(c.deadline) FROM contract c CROSS JOIN dossier d ON d.id = c.dossier_id
LEFT JOIN enterprise e ON e.id = d.enterprise_id
WHERE c.deadline <> '' AND c.deadline <= :soon AND c.accepted_on = '' AND c.liquidated_on = '' AND d.state = 'open'
    AND NOT EXISTS (SELECT 1 FROM contract x WHERE x.dossier_id = d.id AND coalesce(x.changes, '') <> '')
GROUP BY d.id
"""
_REPORTS = f"""
SELECT {_DOSSIER}, min(q.due_on) FROM report_request q JOIN dossier d ON d.id = q.dossier_id
LEFT JOIN enterprise e ON e.id = d.enterprise_id
WHERE q.received_on = '' AND q.due_on <> '' AND q.due_on <= :soon AND d.state = 'open' GROUP BY d.id
"""
_FOLLOWS = f"""
SELECT {_DOSSIER}, min(f.due_on) FROM follow_up f JOIN dossier d ON d.id = f.dossier_id
LEFT JOIN enterprise e ON e.id = d.enterprise_id
WHERE f.done_on = '' AND f.due_on <> '' AND f.due_on <= :soon AND d.state <> 'ended' GROUP BY d.id
"""
_CERTIFICATES = """
SELECT 'enterprise', e.id, trim(c.standard || ' ' || c.number), e.name, c.expires_on
FROM certificate c JOIN enterprise e ON e.id = c.enterprise_id
WHERE c.expires_on <> '' AND c.expires_on <= :months AND NOT EXISTS (
    SELECT 1 FROM certificate l WHERE l.enterprise_id = c.enterprise_id AND l.standard = c.standard
    AND l.expires_on > c.expires_on)
"""
_ADVICE = """
SELECT 'visit', v.id, a.text, coalesce(e.name, ''), a.deadline FROM recommendation a JOIN visit v ON v.id = a.visit_id
LEFT JOIN enterprise e ON e.id = v.enterprise_id
WHERE a.closed_on = '' AND a.deadline <> '' AND a.deadline <= :soon
    AND v.id NOT IN (SELECT corrects FROM visit WHERE corrects IS NOT NULL)
    AND (v.state <> 'draft' OR v.corrects IS NOT NULL)
"""
_WORK = """
SELECT 'work_item', w.id, w.title, w.lead, w.due_on FROM work_item w
WHERE w.due_on <> '' AND w.due_on <= :soon AND w.state IN ('waiting', 'doing')
"""
_STILL = """
SELECT 'dossier', x.id, trim(x.code || ' ' || x.title), coalesce(e.name, ''), x.last FROM (
    SELECT d.id, d.code, d.title, d.enterprise_id, max(s.done_on) AS last
    FROM dossier d CROSS JOIN stage_step s ON s.dossier_id = d.id
    WHERE d.state = 'open' AND s.done_on <> '' GROUP BY d.id HAVING max(s.done_on) < :still
) x LEFT JOIN enterprise e ON e.id = x.enterprise_id
"""
_QUERIES = {
    RadarKind.STAGE: _STEPS, RadarKind.CONTRACT: _CONTRACTS, RadarKind.UNIT_REPORT: _REPORTS,
    RadarKind.FOLLOW_UP: _FOLLOWS, RadarKind.CERTIFICATE: _CERTIFICATES, RadarKind.ADVICE: _ADVICE,
    RadarKind.WORK: _WORK, RadarKind.STILL: _STILL,
}  # fmt: skip
WAITING_KINDS = tuple(_QUERIES)
MADE_OF: dict[RadarKind, tuple[str, ...]] = {
    RadarKind.STAGE: ("dossier", "stage_step", "enterprise"), RadarKind.CONTRACT: ("dossier", "contract", "enterprise"),
    RadarKind.UNIT_REPORT: ("dossier", "report_request", "enterprise"),
    RadarKind.FOLLOW_UP: ("dossier", "follow_up", "enterprise"),
    RadarKind.CERTIFICATE: ("certificate", "enterprise"), RadarKind.ADVICE: ("recommendation", "visit", "enterprise"),
    RadarKind.WORK: ("work_item",), RadarKind.STILL: ("dossier", "stage_step", "enterprise"),
}  # fmt: skip
"""Kinds of records that each depends on."""


def waiting_of(connection: sqlite3.Connection, kind: RadarKind, today: dt.date) -> list[Waiting]:
    """What of one kind is late or near on a day; dossiers that stand still under the day of their last step."""
    days = {
        name: (today + dt.timedelta(days=distance)).isoformat()
        for name, distance in (("soon", SOON_DAYS), ("months", CERTIFICATE_DAYS), ("still", -STILL_DAYS))
    }
    words = _QUERIES[kind]
    given = {name: day for name, day in days.items() if f":{name}" in words}
    within = CERTIFICATE_DAYS if kind is RadarKind.CERTIFICATE else SOON_DAYS
    limit = days["months"] if kind is RadarKind.CERTIFICATE else days["soon"]
    found = [
        Waiting(kind, *row)
        for row in connection.execute(words, given)
        if len(row[4]) == 10 or row[4] < limit[: len(row[4])] or days_until(row[4], today.isoformat()) <= within
    ]  # of a month, its last day decides
    return [*found, *_changed_contracts(connection, today)] if kind is RadarKind.CONTRACT else found


def waiting_records(connection: sqlite3.Connection, today: dt.date) -> Iterator[Waiting]:
    """Everything that is late or near on a day."""
    for kind in WAITING_KINDS:
        yield from waiting_of(connection, kind, today)


def _changed_contracts(connection: sqlite3.Connection, today: dt.date) -> Iterator[Waiting]:
    """Contracts with appendices: which deadline holds is a rule of the domain."""
    changed = "IN (SELECT dossier_id FROM contract WHERE coalesce(changes, '') <> '')"
    records = [
        *read_records(connection, Dossier, f"state = 'open' AND id {changed}"),
        *read_records(connection, Contract, f"dossier_id {changed}"),
    ]
    named = "SELECT d.id, e.name FROM dossier d JOIN enterprise e ON e.id = d.enterprise_id"
    units = dict(connection.execute(f"{named} WHERE d.id {changed}"))
    for key, whole in gather(records).items():
        due = [
            deadline
            for contract, *_ in effective_contracts(whole)
            if not (contract.accepted_on or contract.liquidated_on) and (deadline := deadline_of(contract, whole))
        ]
        if due and days_until(min(due), today.isoformat()) <= SOON_DAYS:
            name = f"{whole.dossier.code} {whole.dossier.title}".strip()
            yield Waiting(RadarKind.CONTRACT, "dossier", key, name, units.get(key, ""), min(due))
