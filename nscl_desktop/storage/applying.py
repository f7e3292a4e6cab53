"""The one way to write: a ChangeSet and its journal rows in one transaction."""

from collections.abc import Sequence
from functools import cache
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Delete, Insert, Update, and_, bindparam, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import Change, ChangeSet
from nscl_desktop.domain.errors import ConflictError
from nscl_desktop.domain.registry import BY_ENTITY
from nscl_desktop.storage.engine import sqlite_beneath
from nscl_desktop.storage.enterprise_list import follow
from nscl_desktop.storage.ownership import Ownership
from nscl_desktop.storage.records_json import fields_to_json
from nscl_desktop.storage.rows import columns_of, places_of, read_records, to_row
from nscl_desktop.storage.tables import CHANGE_SET, DATA

_Shape = tuple[str, tuple[str, ...] | None, tuple[str, ...] | None]
"""Entity, fields before, fields after: changes of one shape share a statement."""


_NOTE = """
INSERT INTO change (change_set_id, n, entity, record_id, owner_id, root_id, [before], [after])
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""


def write_journal(connection: Connection, change_set: ChangeSet, step: dict[str, Any]) -> None:
    """Note who did what; raises ConflictError for a ChangeSet that was applied before."""
    seq = select(func.coalesce(func.max(CHANGE_SET.c.seq), 0) + 1).scalar_subquery()
    said = {"id": change_set.id, "words": change_set.words, "scope": change_set.scope, "undoes": change_set.undoes}
    try:
        connection.execute(insert(CHANGE_SET).values(seq=seq, **said, **step))
    except IntegrityError as error:
        raise ConflictError(f"Bước “{change_set.words}” đã được lưu rồi; không lưu lần nữa.") from error
    written = [
        (fields_to_json(change.entity, change.before), fields_to_json(change.entity, change.after))
        for change in change_set.changes
    ]
    ownership = Ownership(connection, change_set.changes)
    rows = (
        (change_set.id, n, change.entity, change.id, ownership.owner(change), ownership.root(change), *fields)
        for n, (change, fields) in enumerate(zip(change_set.changes, written, strict=True))
    )
    sqlite_beneath(connection).executemany(_NOTE, rows)  # texts and numbers as they are: an import notes 20,000 rows


def write_records(connection: Connection, changes: Sequence[Change]) -> None:
    """Make the changes in their order, neighbours of one shape together.

    Raises ConflictError when a record is not as the change expects it; the caller rolls back.
    """
    for shape, group in groupby(changes, key=_shape):
        same = list(group)
        with connection.begin_nested() as savepoint:
            if _write_together(connection, shape, same):
                continue
            savepoint.rollback()
        for change in same:
            _write_alone(connection, change)
    for change in changes:
        if change.before is not None and change.after is not None:
            _require_tree(connection, change)
    follow(sqlite_beneath(connection), changes)


def _shape(change: Change) -> _Shape:
    before, after = change.before, change.after
    return change.entity, None if before is None else tuple(before), None if after is None else tuple(after)


def _write_together(connection: Connection, shape: _Shape, changes: Sequence[Change]) -> bool:
    """Write all of them at once; False where one of them did not find its record as expected."""
    try:
        result = connection.execute(_statement(shape), [_parameters(change) for change in changes])
    except IntegrityError:
        return False
    return shape[1] is None or result.rowcount == len(changes)


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
def _statement(shape: _Shape) -> Insert | Update | Delete:
    """INSERT; or UPDATE or DELETE that takes effect only where every column still is what it was before."""
    entity, before, after = shape
    table = DATA[entity]
    if before is None:
        return insert(table)
    was = [table.c[name] for field in before for name in columns_of(entity, field)]
    still = and_(
        table.c.id == bindparam("key"),
        *(column.is_not_distinct_from(bindparam(f"was_{column.name}", type_=column.type)) for column in was),
    )
    if after is None:
        return delete(table).where(still)
    now = [name for field in after for name in columns_of(entity, field)]
    return update(table).where(still).values({name: bindparam(f"now_{name}") for name in now})


def _parameters(change: Change) -> dict[str, Any]:
    before, after = (to_row(change.entity, fields or {}) for fields in (change.before, change.after))
    if change.before is None:
        return after
    was = {f"was_{name}": value for name, value in before.items()}
    return {"key": change.id, **was, **{f"now_{name}": value for name, value in after.items()}}
