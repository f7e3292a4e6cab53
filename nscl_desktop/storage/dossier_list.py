"""The list of dossiers in a few strokes through the tables: 20,000 dossiers are there within a second.

Each query answers for all dossiers, or for those of one unit.
"""

import sqlite3
from collections.abc import Iterable
from functools import cache
from string import Template
from typing import cast

from nscl_desktop.domain.contracts import Contract
from nscl_desktop.domain.dossiers.days import last_day_of
from nscl_desktop.domain.dossiers.listing import DossierRow
from nscl_desktop.domain.dossiers.stages import ABOUT_CONTRACTS, ORDER
from nscl_desktop.domain.dossiers.sums import deadline_of, effective_contracts
from nscl_desktop.domain.dossiers.whole import gather
from nscl_desktop.domain.supports import Dossier, StagePaper
from nscl_desktop.domain.text import fold
from nscl_desktop.storage.rows import read_records

_STAGES = f"stages(stage, rank) AS (VALUES {', '.join(f'({stage!r}, {at + 10})' for at, stage in enumerate(ORDER))})"
"""Ranks have two digits, so that a rank and a day make one text whose greatest is the latest day of the last stage."""
_NO_CONTRACT = f"({', '.join(map(repr, sorted(ABOUT_CONTRACTS)))})"
_OF_UNIT = "IN (SELECT id FROM dossier WHERE enterprise_id = ?)"
_ROWS = """
SELECT d.id, d.code, d.title, coalesce(d.enterprise_id, ''), coalesce(e.name, ''), coalesce(d.plan_id, ''), d.year,
    d.state, d.is_guidance, d.person, coalesce(d.carried_from, '') <> '' OR d.carried_text <> '',
    coalesce(d.replaces, '') <> '', d.committed_on
FROM dossier d LEFT JOIN enterprise e ON e.id = d.enterprise_id WHERE $of_d
"""
_REACHED = """
WITH $stages
SELECT s.dossier_id, max(r.rank || s.done_on), max(CASE s.stage WHEN 'registered' THEN s.done_on ELSE '' END)
FROM stage_step s JOIN stages r ON r.stage = s.stage JOIN dossier d ON d.id = s.dossier_id
WHERE s.done_on <> '' AND NOT (d.is_guidance AND s.stage IN $no_contract) AND $of_d
GROUP BY s.dossier_id
"""
_PLANNED = """
WITH $stages
SELECT s.dossier_id, s.due_on, r.rank FROM stage_step s JOIN stages r ON r.stage = s.stage
JOIN dossier d ON d.id = s.dossier_id
WHERE s.due_on <> '' AND s.done_on = '' AND NOT (d.is_guidance AND s.stage IN $no_contract)
    AND $of_d ORDER BY s.due_on DESC, r.rank DESC
"""
_REPORTS = """
SELECT dossier_id, min(due_on) FROM report_request
WHERE received_on = '' AND due_on <> '' AND $of_dossier GROUP BY dossier_id
"""
_FOLLOWS = """
SELECT dossier_id, min(due_on) FROM follow_up
WHERE done_on = '' AND due_on <> '' AND $of_dossier GROUP BY dossier_id
"""
_MONEY = """
SELECT dossier_id, sum(coalesce(amount, 0)) FROM dossier_money WHERE $of_dossier GROUP BY dossier_id
"""
_REPLACED = "SELECT replaces, 1 FROM dossier WHERE coalesce(replaces, '') <> ''"
_CERTIFICATES = """
SELECT c.dossier_id, min(c.expires_on) FROM certificate c
WHERE coalesce(c.dossier_id, '') <> '' AND c.expires_on <> '' AND $of_c AND NOT EXISTS (
    SELECT 1 FROM certificate l WHERE l.enterprise_id = c.enterprise_id AND l.standard = c.standard
    AND l.expires_on > c.expires_on) GROUP BY c.dossier_id
"""
_CONTRACTS = """
SELECT dossier_id, min(deadline) FROM contract
WHERE deadline <> '' AND accepted_on = '' AND liquidated_on = '' AND $of_dossier
    AND dossier_id NOT IN (SELECT dossier_id FROM contract WHERE coalesce(changes, '') <> '') GROUP BY dossier_id
"""
_CHANGED = "IN (SELECT dossier_id FROM contract WHERE coalesce(changes, '') <> '')"
_PAPERS_IN = """
SELECT dossier_id, paper_id FROM dossier_paper
WHERE coalesce(paper_id, '') <> '' AND (received_on <> '' OR trim(not_needed) <> '') AND $of_dossier
"""


@cache
def _sql(words: str, *, is_of_unit: bool) -> str:
    """A query with the stages and the condition that a dossier is one of the unit's, which any is without a unit."""
    columns = {"of_d": "d.id", "of_c": "c.dossier_id", "of_dossier": "dossier_id"}
    of = {name: f"{column} {_OF_UNIT}" if is_of_unit else "1" for name, column in columns.items()}
    return Template(words).substitute(of, stages=_STAGES, no_contract=_NO_CONTRACT)


def _asked(connection: sqlite3.Connection, words: str, unit: str) -> sqlite3.Cursor:
    return connection.execute(_sql(words, is_of_unit=bool(unit)), [unit] if unit else [])


def dossier_rows(connection: sqlite3.Connection, enterprise_id: str = "") -> list[DossierRow]:
    """The facts of every dossier, or of those of one unit; unsorted, because sorting follows the screen."""
    unit = enterprise_id
    reached = {key: rest for key, *rest in _asked(connection, _REACHED, unit)}
    planned = _planned(connection, unit, {key: int(found[:2]) for key, (found, _) in reached.items()})
    reports, follows, money, certificates = (
        dict(_asked(connection, query, unit)) for query in (_REPORTS, _FOLLOWS, _MONEY, _CERTIFICATES)
    )
    replaced = dict(connection.execute(_REPLACED))
    contracts = _contract_deadlines(connection, unit)
    missing = _Missing(connection, unit)
    rows = []
    for each in _asked(connection, _ROWS, unit):
        key, code, title, unit_id, unit_name, plan_id, year, state, is_guidance, person, *flags, committed = each
        found, registered = reached.get(key, ("", ""))
        rank = int(found[:2]) - 10 if found else -1
        due, next_stage = planned.get(key, ("", ""))
        day = registered or committed or (f"{year:04}" if year else "")
        rows.append(
            DossierRow(
                key, code, title, unit_id, unit_name, plan_id, year, state, bool(is_guidance), person, bool(flags[0]),
                bool(flags[1]), key in replaced, money.get(key, 0), ORDER[rank] if found else "", found[2:], next_stage,
                due, reports.get(key, ""), contracts.get(key, ""), follows.get(key, ""), certificates.get(key, ""),
                missing.count(key, rank, day, is_guidance=bool(is_guidance)), fold(f"{code} {title} {unit_name}"),
            )
        )  # fmt: skip
    return rows


def _planned(connection: sqlite3.Connection, unit: str, reached: dict[str, int]) -> dict[str, tuple[str, str]]:
    """Dossier → (first deadline behind the stage reached, its stage); the last one read is the first by day."""
    return {
        key: (due, ORDER[rank - 10])
        for key, due, rank in _asked(connection, _PLANNED, unit)
        if rank > reached.get(key, 0)
    }


def _contract_deadlines(connection: sqlite3.Connection, unit: str) -> dict[str, str]:
    """Dossier → first deadline of a contract not accepted; where there are appendices, their rules say which holds."""
    found: dict[str, str] = dict(_asked(connection, _CONTRACTS, unit))
    dossiers = read_records(connection, Dossier, f"id {_CHANGED}")
    records = [*dossiers, *read_records(connection, Contract, f"dossier_id {_CHANGED}")]
    for key, whole in gather(records).items():
        due = [
            deadline
            for contract, *_ in effective_contracts(whole)
            if not (contract.accepted_on or contract.liquidated_on) and (deadline := deadline_of(contract, whole))
        ]
        if due:
            found[key] = min(due)
    return found


class _Missing:
    """Counts the papers that are missing; what a list asks for on one day is worked out once."""

    def __init__(self, connection: sqlite3.Connection, unit: str) -> None:
        papers = cast("Iterable[StagePaper]", read_records(connection, StagePaper, "is_required"))
        self._papers = [(ORDER.index(each.stage), each) for each in papers]
        self._asked: dict[tuple[int, str, bool], frozenset[str]] = {}
        self._there: dict[str, set[str]] = {}
        for key, paper in _asked(connection, _PAPERS_IN, unit):
            self._there.setdefault(key, set()).add(paper)

    def count(self, key: str, rank: int, day: str, *, is_guidance: bool) -> int:
        """How many papers of the stages up to ``rank`` a dossier opened on ``day`` still lacks."""
        if rank < 0 or not self._papers:
            return 0
        asked = (rank, day, is_guidance)
        if asked not in self._asked:
            self._asked[asked] = self._needed(*asked)
        return len(self._asked[asked] - self._there.get(key, set()))

    def _needed(self, rank: int, day: str, is_guidance: bool) -> frozenset[str]:  # noqa: FBT001 - a key's part
        whole = last_day_of(day).isoformat() if day else "9999-12-31"
        return frozenset(
            paper.id
            for at, paper in self._papers
            if at <= rank
            and not (is_guidance and paper.stage in ABOUT_CONTRACTS)
            and (not paper.valid_from or paper.valid_from <= whole)
            and not (paper.valid_to and paper.valid_to < whole[: len(paper.valid_to)])
        )
