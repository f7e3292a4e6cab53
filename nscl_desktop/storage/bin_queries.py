"""Reading the bin out of the journal: what was deleted and is not there again, newest first."""

import json
import sqlite3
from collections.abc import Collection, Iterable
from typing import Any, cast

from nscl_desktop.domain.changes import Change, Fields
from nscl_desktop.domain.deleted_records import DeletedRow, DeletedWhole, Ground, Key
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.record_kinds import kind_named
from nscl_desktop.domain.records import Record, owner_field, values_of
from nscl_desktop.domain.registry import RECORD_TYPES
from nscl_desktop.storage.records_json import fields_from_json
from nscl_desktop.storage.rows import read_records, select

MOST = 2000
"""So many are read: the newest. An import of 20,000 units that was taken back would else fill the window."""
ROOTS = tuple(kind.entity for kind in RECORD_TYPES if owner_field(kind) is None)
"""Kinds that belong to nothing else."""
_DELETED = """
SELECT change.entity, change.record_id, change.[before], step.at, step.who, step.machine, step.words, step.id
FROM change JOIN change_set AS step ON step.id = change.change_set_id
WHERE change.[after] IS NULL AND change.entity IN (SELECT value FROM json_each(?))
ORDER BY step.seq DESC, change.n DESC
"""
_STEP = "SELECT entity, record_id, root_id, [before], [after] FROM change WHERE change_set_id = ? ORDER BY n"
_AMONG = "id IN (SELECT value FROM json_each(?))"

Told = tuple[Key, Fields, tuple[str, ...]]
"""A deleted record's key and values, and of its step: at, who, machine, words, key."""


def deleted_roots(connection: sqlite3.Connection, most: int = MOST) -> list[Told]:
    """The newest deletions of records that belong to nothing else and are not in the file again."""
    found: dict[Key, Told] = {}
    for entity, key, before, *step in connection.execute(_DELETED, [json.dumps(ROOTS)]):
        if (entity, key) not in found:
            found[entity, key] = ((entity, key), fields_from_json(entity, before) or {}, tuple(step))
        if len(found) >= 2 * most:
            break
    back = there(connection, found)
    return [told for key, told in found.items() if key not in back][:most]


def unit_names(connection: sqlite3.Connection, keys: Iterable[str]) -> dict[str, str]:
    """Names of units, as far as they are on file."""
    return dict(connection.execute(select(Enterprise.entity, ["id", "name"], _AMONG), [json.dumps(list(keys))]))


def deleted_whole(connection: sqlite3.Connection, row: DeletedRow) -> DeletedWhole:
    """All that was deleted with a record in its step."""
    records: list[Record] = []
    unlinked: list[Change] = []
    has_lost = False
    for entity, key, root, before, after in connection.execute(_STEP, [row.step_id]):
        was, now = fields_from_json(entity, before), fields_from_json(entity, after)
        if was is not None and now is None and root == row.id:
            has_lost = has_lost or len(was) < len(json.loads(before))
            records.append(kind_named(entity)(**cast("dict[str, Any]", was)))  # Any: values of many field types
        elif was is not None and now is not None:
            unlinked.append(Change(entity, key, was, now))
    return DeletedWhole(row, tuple(reversed(records)), tuple(unlinked), has_lost)


def ground_of(connection: sqlite3.Connection, keys: Collection[Key], changed: Collection[Key]) -> Ground:
    """Which of these keys are in the file, and the values of the ``changed`` records."""
    values = {}
    for entity, key in changed:
        for record in read_records(connection, kind_named(entity), "id = ?", [key]):
            values[entity, key] = values_of(record)
    return Ground(frozenset(there(connection, keys)), values)


def there(connection: sqlite3.Connection, keys: Iterable[Key]) -> set[Key]:
    """Which of these are in the file."""
    by_kind: dict[str, list[str]] = {}
    for entity, key in keys:
        by_kind.setdefault(entity, []).append(key)
    found: set[Key] = set()
    for entity, wanted in by_kind.items():
        rows = connection.execute(select(entity, ["id"], _AMONG), [json.dumps(wanted)])
        found.update((entity, key) for (key,) in rows)
    return found
