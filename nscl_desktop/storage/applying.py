"""The one way to write: a ChangeSet and its journal rows in one transaction."""

from collections.abc import Sequence
from functools import cache
from itertools import groupby
from sqlite3 import IntegrityError
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError as WrappedIntegrityError

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import Change, ChangeSet
from nscl_desktop.domain.errors import ConflictError
from nscl_desktop.domain.registry import BY_ENTITY
from nscl_desktop.storage.engine import sqlite_beneath
from nscl_desktop.storage.enterprise_list import follow
from nscl_desktop.storage.ownership import Ownership
from nscl_desktop.storage.records_json import fields_to_json
from nscl_desktop.storage.rows import columns_of, places_of, quoted, read_records, stored_values, to_row
from nscl_desktop.storage.tables import CHANGE_SET, DATA
from nscl_desktop.storage.telling import Tell, told, unheard

_Shape = tuple[str, tuple[str, ...] | None, tuple[str, ...] | None]
"""Entity, fields before, fields after: changes of one shape share a statement."""


_NOTE = """
INSERT INTO change (change_set_id, n, entity, record_id, owner_id, root_id, [before], [after])
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""


def write_journal(connection: Connection, change_set: ChangeSet, step: dict[str, Any], tell: Tell = unheard) -> None:
    """Note who did what; raises ConflictError for a ChangeSet that was applied before."""
    seq = select(func.coalesce(func.max(CHANGE_SET.c.seq), 0) + 1).scalar_subquery()
    said = {"id": change_set.id, "words": change_set.words, "scope": change_set.scope, "undoes": change_set.undoes}
    try:
        connection.execute(insert(CHANGE_SET).values(seq=seq, **said, **step))
    except WrappedIntegrityError as error:
        raise ConflictError(f"Bước “{change_set.words}” đã được lưu rồi; không lưu lần nữa.") from error
    changes = change_set.changes
    written = [
        (fields_to_json(change.entity, change.before), fields_to_json(change.entity, change.after))
        for change in told(changes, len(changes), "Soạn nhật ký", tell)
    ]
    ownership = Ownership(connection, changes)
    rows = (
        (change_set.id, n, change.entity, change.id, ownership.owner(change), ownership.root(change), *fields)
        for n, (change, fields) in enumerate(
            zip(told(changes, len(changes), "Ghi nhật ký", tell), written, strict=True)
        )
    )
    sqlite_beneath(connection).executemany(_NOTE, rows)  # texts and numbers as they are: an import notes 20,000 rows


def write_records(connection: Connection, changes: Sequence[Change], tell: Tell = unheard) -> None:
    """Make the changes in their order, neighbours of one shape together.

    Raises ConflictError when a record is not as the change expects it, and whatever ``tell`` raises; the caller rolls
    back.
    """
    for shape, group in groupby(changes, key=_shape):
        same = list(group)
        with connection.begin_nested() as savepoint:
            if _write_together(connection, shape, same, tell):
                continue
            savepoint.rollback()
        for change in same:
            _write_alone(connection, change)
    for change in changes:
        if change.before is not None and change.after is not None and places_of(change.entity):
            _require_tree(connection, change)
    follow(sqlite_beneath(connection), changes, tell)


def _shape(change: Change) -> _Shape:
    before, after = change.before, change.after
    return change.entity, None if before is None else tuple(before), None if after is None else tuple(after)


def _write_together(connection: Connection, shape: _Shape, changes: Sequence[Change], tell: Tell) -> bool:
    """Write all of them at once; False where one of them did not find its record as expected."""
    entity, before, after = shape
    statement = _statement(shape)
    old = None if before is None else stored_values(entity, before)
    new = None if after is None else stored_values(entity, after)
    rows = (
        (
            *(new(change.after or {}) if new else ()),
            *((change.id, *old(change.before or {})) if old else ()),
        )
        for change in told(changes, len(changes), "Ghi dữ liệu", tell)
    )
    try:
        written = sqlite_beneath(connection).executemany(statement, rows)  # an import writes 20,000
    except IntegrityError:
        return False
    return before is None or written.rowcount == len(changes)


def _write_alone(connection: Connection, change: Change) -> None:
    """Refuse the change in the Book's words, or write it where the stored value only looks different (1,5; 1,50)."""
    table = DATA[change.entity]
    here = table.c.id == change.id
    found = read_records(sqlite_beneath(connection), BY_ENTITY[change.entity], "id = ?", [change.id])
    Book(found).apply([change])
    if change.before is None:
        connection.execute(insert(table), to_row(change.entity, change.after or {}))
    elif change.after is None:
        connection.execute(delete(table).where(here))
    else:
        connection.execute(update(table).where(here), to_row(change.entity, change.after))


def _require_tree(connection: Connection, change: Change) -> None:
    """Nothing stands below itself: two programs can each make a sound move, and together a ring."""
    table = DATA[change.entity]
    for column in (f"{name}_parent" for name in places_of(change.entity) if name in (change.after or {})):
        above: str | None = change.id
        seen: set[str | None] = set()
        while above:
            if above in seen:
                noun = BY_ENTITY[change.entity].noun
                raise ConflictError(f"Không chuyển được {noun} vào dưới chính nó; hãy chọn vị trí khác.")
            seen.add(above)
            above = connection.execute(select(table.c[column]).where(table.c.id == above)).scalar()


@cache
def _statement(shape: _Shape) -> str:
    """INSERT; or UPDATE or DELETE that takes effect only where every column still is what it was before."""
    entity, before, after = shape
    was, now = (
        [quoted(name) for field in fields or () for name in columns_of(entity, field)] for fields in (before, after)
    )
    if before is None:
        return f"INSERT INTO {quoted(entity)} ({', '.join(now)}) VALUES ({', '.join('?' * len(now))})"  # noqa: S608 - names are the program's own
    still = " AND ".join(["id = ?", *(f"{name} IS ?" for name in was)])
    if after is None:
        return f"DELETE FROM {quoted(entity)} WHERE {still}"  # noqa: S608 - names are the program's own
    return f"UPDATE {quoted(entity)} SET {', '.join(f'{name} = ?' for name in now)} WHERE {still}"  # noqa: S608 - names are the program's own
