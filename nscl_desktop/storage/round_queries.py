"""Reading selection rounds, the records of daily papers, and the dossiers that name consultants."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from nscl_desktop.domain.enterprises import YearFigures
from nscl_desktop.domain.plans import Plan, Source
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.selection import Candidate, Criterion, Score, SelectionRound
from nscl_desktop.domain.supports import SupportKind
from nscl_desktop.storage.dossier_queries import dossier_records
from nscl_desktop.storage.enterprise_queries import enterprises_by_key
from nscl_desktop.storage.rows import quoted, read_records


def all_rounds(connection: sqlite3.Connection) -> Iterator[Record]:
    """All rounds and their candidates: some dozens, read together for the list."""
    yield from read_records(connection, SelectionRound)
    yield from read_records(connection, Candidate)


def round_records(connection: sqlite3.Connection, key: str) -> Iterator[Record]:
    """A round with all that belongs to it; nothing where it is gone."""
    yield from read_records(connection, SelectionRound, "id = ?", [key])
    yield from read_records(connection, Criterion, "round_id = ?", [key])
    yield from read_records(connection, Candidate, "round_id = ?", [key])
    own = "candidate_id IN (SELECT id FROM candidate WHERE round_id = ?)"
    yield from read_records(connection, Score, own, [key])


def paper_records(connection: sqlite3.Connection, keys: Sequence[str]) -> Iterator[Record]:
    """Dossiers with their parts, and what their papers name besides: units with figures, kinds, plans with sources."""
    dossiers = list(dossier_records(connection, keys))
    yield from dossiers
    units = _keys(dossiers, ("enterprise_id", "consultant_id", "party_id"))
    yield from enterprises_by_key(connection, units)
    yield from read_records(connection, SupportKind)
    for key in _keys(dossiers, ("enterprise_id",)):
        yield from read_records(connection, YearFigures, f"{quoted('enterprise_id')} = ?", [key])
    for key in _keys(dossiers, ("plan_id",)):
        yield from read_records(connection, Plan, "id = ?", [key])
        yield from read_records(connection, Source, f"{quoted('plan_id')} = ?", [key])


def consultant_dossiers(connection: sqlite3.Connection) -> list[str]:
    """Keys of the dossiers that name a consultant or have a contract with somebody."""
    rows = connection.execute(
        "SELECT id FROM dossier WHERE consultant_id IS NOT NULL"
        " UNION SELECT dossier_id FROM contract WHERE party_id IS NOT NULL"
    )
    return [key for (key,) in rows]


def dossiers_of(connection: sqlite3.Connection, units: Sequence[str]) -> list[str]:
    """Keys of the dossiers of these units."""
    among = ", ".join("?" * len(units))
    rows = connection.execute(f"SELECT id FROM dossier WHERE enterprise_id IN ({among})", units)  # noqa: S608 - only question marks
    return [key for (key,) in rows]


def open_for_rounds(connection: sqlite3.Connection) -> list[str]:
    """Keys of the open dossiers that were registered or surveyed and not yet selected or approved."""
    rows = connection.execute(
        "SELECT id FROM dossier WHERE state = 'open' AND NOT EXISTS (SELECT 1 FROM stage_step s"
        " WHERE s.dossier_id = dossier.id AND s.done_on <> '' AND s.stage NOT IN ('registered', 'surveyed'))"
    )
    return [key for (key,) in rows]


def consultant_units(connection: sqlite3.Connection) -> list[str]:
    """Keys of the units that the register calls consultants."""
    return [key for (key,) in connection.execute("SELECT id FROM enterprise WHERE kind = 'consultant'")]


def _keys(records: Iterable[Record], names: tuple[str, ...]) -> list[str]:
    found = {getattr(each, name, None) for each in records for name in names}
    return sorted(key for key in found if key)
