"""Reading the journal: steps for undo, entries for history, and a record as it was."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import groupby
from typing import Any

from nscl_desktop.domain.changes import Change, ChangeSet
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.history import HistoryEntry, JournalStep
from nscl_desktop.domain.plans import Plan
from nscl_desktop.domain.record_kinds import kind_named
from nscl_desktop.domain.records import Record
from nscl_desktop.storage.records_json import fields_from_json

_JOINED = """
SELECT step.id, step.seq, step.at, step.who, step.machine, step.words, step.scope, step.schema_version, step.undoes,
       change.entity, change.record_id, change.owner_id, change.root_id, change.[before], change.[after]
FROM change_set AS step JOIN change ON change.change_set_id = step.id
"""
_MAKES_OR_REMOVES = "SELECT change_set_id FROM change WHERE entity = ? AND ([before] IS NULL OR [after] IS NULL)"


def to_stamp(at: datetime) -> str:
    """UTC with milliseconds, as text that sorts by time."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def from_stamp(stamp: str) -> datetime:
    """The moment again."""
    return datetime.fromisoformat(stamp)


def entities_since(connection: sqlite3.Connection, after_seq: int) -> frozenset[str]:
    """The kinds of records that steps after a number have changed."""
    rows = connection.execute(
        "SELECT DISTINCT c.entity FROM change_set s CROSS JOIN change c ON c.change_set_id = s.id WHERE s.seq > ?",
        [after_seq],
    )
    return frozenset(entity for (entity,) in rows)


def last_seq(connection: sqlite3.Connection) -> int:
    """Number of the newest step, 0 in a new file."""
    (newest,) = connection.execute("SELECT max(seq) FROM change_set").fetchone()
    return newest or 0


def last_change(connection: sqlite3.Connection) -> datetime | None:
    """When the newest step was taken."""
    row = connection.execute("SELECT at FROM change_set ORDER BY seq DESC LIMIT 1").fetchone()
    return None if row is None else from_stamp(row[0])


def steps(
    connection: sqlite3.Connection,
    after_seq: int,
    scope: str | None,
    newest: int | None,
    *,
    without_whole_plans: bool = False,
) -> list[JournalStep]:
    """The steps after ``after_seq``, oldest first; of one scope, and only the newest of them, where that is asked.

    Steps that make or remove a whole plan can be left out: they are as large as the plan, and undo never needs them.
    """
    wanted = ["SELECT id FROM change_set WHERE seq > ?"]
    values: list[str | int] = [after_seq]
    if without_whole_plans:
        wanted.append(f"AND id NOT IN ({_MAKES_OR_REMOVES})")
        values.append(Plan.entity)
    if scope is not None:
        wanted.append("AND scope = ?")
        values.append(scope)
    if newest is not None:
        wanted.append("ORDER BY seq DESC LIMIT ?")
        values.append(newest)
    rows = _joined(connection, f"WHERE step.id IN ({' '.join(wanted)}) ORDER BY step.seq, change.n", values)
    return [_step(list(group)) for _, group in groupby(rows, key=lambda row: row["seq"])]


def _joined(connection: sqlite3.Connection, which: str, values: Sequence[str | int]) -> Iterator[sqlite3.Row]:
    """Changes together with the steps that they belong to."""
    cursor = connection.cursor()
    cursor.row_factory = sqlite3.Row
    yield from cursor.execute(_JOINED + which, values)


def _step(rows: list[sqlite3.Row]) -> JournalStep:
    first = rows[0]
    changes = tuple(_change(row) for row in rows)
    return JournalStep(
        seq=first["seq"],
        at=from_stamp(first["at"]),
        who=first["who"],
        machine=first["machine"],
        schema_version=first["schema_version"],
        change_set=ChangeSet(
            words=first["words"], changes=changes, scope=first["scope"], id=first["id"], undoes=first["undoes"]
        ),
    )


def _change(row: sqlite3.Row) -> Change:
    entity = row["entity"]
    return Change(
        entity, row["record_id"], fields_from_json(entity, row["before"]), fields_from_json(entity, row["after"])
    )


def entries(connection: sqlite3.Connection, record_id: str, limit: int) -> list[HistoryEntry]:
    """Changes of a record and of what belongs to it, newest first."""
    touches = "change.record_id = ? OR change.owner_id = ? OR change.root_id = ?"  # each has its index
    which = f"WHERE {touches} ORDER BY step.seq DESC, change.n DESC LIMIT ?"
    return [_entry(row) for row in _joined(connection, which, [record_id, record_id, record_id, limit])]


def _entry(row: sqlite3.Row) -> HistoryEntry:
    change = _change(row)
    return HistoryEntry(
        seq=row["seq"],
        at=from_stamp(row["at"]),
        who=row["who"],
        machine=row["machine"],
        words=row["words"],
        entity=change.entity,
        id=change.id,
        owner_id=row["owner_id"],
        root_id=row["root_id"],
        before=change.before,
        after=change.after,
    )


def record_as_of(connection: sqlite3.Connection, entity: str, record_id: str, at: datetime) -> Record | None:
    """The record as the steps up to a moment had made it; None before it was added and after it was deleted."""
    which = "WHERE change.record_id = ? AND change.entity = ? AND step.at <= ? ORDER BY step.seq, change.n"
    values = _made_by(_change(row) for row in _joined(connection, which, [record_id, entity, to_stamp(at)]))
    return kind_named(entity)(**values) if values else None


def _made_by(changes: Iterable[Change]) -> dict[str, Any]:  # Any: the values of many field types
    values: dict[str, Value] = {}
    for change in changes:
        if change.after is None:
            values = {}
        else:
            values |= change.after
    return values
