"""Reading dossiers: one with its parts, those it is held against, the lists of the office."""

import sqlite3
from collections.abc import Iterator, Sequence

from nscl_desktop.domain.dossiers.whole import Wholes, gather
from nscl_desktop.domain.records import Record, fields_of, owner_field
from nscl_desktop.domain.registry import REGISTER_RECORDS
from nscl_desktop.domain.supports import Dossier, StagePaper, SupportKind, SupportNorm
from nscl_desktop.storage.rows import quoted, read_records

_AT_ONCE = 500
"""Keys in one query."""


def catalogue_records(connection: sqlite3.Connection) -> Iterator[Record]:
    """What can be supported, the papers of the stages, the norms: some hundred records."""
    for record_type in (SupportKind, StagePaper, SupportNorm):
        yield from read_records(connection, record_type)


def dossier_records(connection: sqlite3.Connection, keys: Sequence[str]) -> Iterator[Record]:
    """These dossiers with all that belongs to them, owners first; those that are gone are left out."""
    for first in range(0, len(keys), _AT_ONCE):
        some = keys[first : first + _AT_ONCE]
        among = f"IN ({', '.join('?' * len(some))})"
        yield from read_records(connection, Dossier, f"id {among}", some)
        for record_type in _PARTS:
            yield from read_records(connection, record_type, f"{quoted('dossier_id')} {among}", some)


def related_keys(connection: sqlite3.Connection, dossier: Dossier) -> list[str]:
    """Keys of the dossiers that a dossier is held against.

    Those of its unit, those that take money out of its lines of the plan or what is below them, those carried over to
    or from it, and those that replace it or that it replaces.
    """
    rows = connection.execute(
        """
        WITH RECURSIVE chain(id) AS (
            SELECT ? UNION SELECT d.id FROM dossier d JOIN chain c ON d.carried_from = c.id
            UNION SELECT d.carried_from FROM dossier d JOIN chain c ON d.id = c.id WHERE d.carried_from <> ''),
        below(id) AS (
            SELECT line_id FROM dossier_money WHERE dossier_id = ?
            UNION SELECT line_id FROM payment WHERE dossier_id = ?
            UNION SELECT l.id FROM line l JOIN below b ON l.place_parent = b.id)
        SELECT id FROM chain UNION SELECT id FROM dossier WHERE enterprise_id = ? OR replaces = ? OR id = ?
        UNION SELECT dossier_id FROM dossier_money WHERE line_id IN below
        UNION SELECT dossier_id FROM payment WHERE line_id IN below
        """,
        [dossier.id] * 3 + [dossier.enterprise_id, dossier.id, dossier.replaces],
    )
    return [key for (key,) in rows if key != dossier.id]


def related_dossiers(connection: sqlite3.Connection, dossier: Dossier) -> Wholes:
    """The dossiers that a dossier is held against, each with its parts."""
    return gather(dossier_records(connection, related_keys(connection, dossier)))


def plan_dossiers(connection: sqlite3.Connection, plan_id: str) -> list[str]:
    """Keys of the dossiers that are done under a plan or take money out of its lines."""
    rows = connection.execute(
        "SELECT id FROM dossier WHERE plan_id = ? UNION"
        " SELECT m.dossier_id FROM dossier_money m JOIN line l ON l.id = m.line_id WHERE l.plan_id = ?",
        [plan_id, plan_id],
    )
    return [key for (key,) in rows]


def pointing_words(connection: sqlite3.Connection, key: str) -> dict[str, int]:
    """Noun → number of the records that name a dossier without belonging to it (visits, candidates, dossiers)."""
    found: dict[str, int] = {}
    for record_type, names in _POINTING.items():
        condition = " OR ".join(f"{quoted(name)} = ?" for name in names)
        count = sum(1 for _ in read_records(connection, record_type, condition, [key] * len(names)))
        if count:
            found[record_type.noun] = count
    return found


_PARTS = tuple(each for each in REGISTER_RECORDS if owner_field(each) == "dossier_id")


def _pointing(record_type: type[Record]) -> tuple[str, ...]:
    return tuple(spec.name for spec in fields_of(record_type) if spec.target == Dossier.entity and not spec.owner)


_POINTING = {each: names for each in REGISTER_RECORDS if (names := _pointing(each))}
"""Kinds of records that name a dossier, with the fields that do."""
