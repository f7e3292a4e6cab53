"""Reading the journal: steps for undo, entries for history, and a record as it was."""

from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, RowMapping, func, or_, select

from nscl_desktop.domain.changes import Change, ChangeSet
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.history import HistoryEntry, JournalStep
from nscl_desktop.domain.plans import Plan
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.registry import BY_ENTITY
from nscl_desktop.storage.records_json import fields_from_json
from nscl_desktop.storage.tables import CHANGE, CHANGE_SET


def to_stamp(at: datetime) -> str:
    """UTC with milliseconds, as text that sorts by time."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def from_stamp(stamp: str) -> datetime:
    """The moment again."""
    return datetime.fromisoformat(stamp)


_JOINED = select(CHANGE_SET, CHANGE).join(CHANGE, CHANGE.c.change_set_id == CHANGE_SET.c.id)


def last_seq(connection: Connection) -> int:
    """Number of the newest step, 0 in a new file."""
    newest: int | None = connection.execute(select(func.max(CHANGE_SET.c.seq))).scalar_one()
    return newest or 0


def last_change(connection: Connection) -> datetime | None:
    """When the newest step was taken."""
    newest = select(CHANGE_SET.c.at).order_by(CHANGE_SET.c.seq.desc()).limit(1)
    stamp: str | None = connection.execute(newest).scalar_one_or_none()
    return None if stamp is None else from_stamp(stamp)


def steps(
    connection: Connection, after_seq: int, scope: str | None, newest: int | None, *, without_whole_plans: bool = False
) -> list[JournalStep]:
    """The steps after ``after_seq``, oldest first; of one scope, and only the newest of them, where that is asked.

    Steps that make or remove a whole plan can be left out: they are as large as the plan, and undo never needs them.
    """
    wanted = select(CHANGE_SET.c.id).where(CHANGE_SET.c.seq > after_seq)
    if without_whole_plans:
        whole = select(CHANGE.c.change_set_id).where(CHANGE.c.entity == Plan.entity)
        whole = whole.where(or_(CHANGE.c.before.is_(None), CHANGE.c.after.is_(None)))
        wanted = wanted.where(CHANGE_SET.c.id.not_in(whole))
    if scope is not None:
        wanted = wanted.where(CHANGE_SET.c.scope == scope)
    if newest is not None:
        wanted = wanted.order_by(CHANGE_SET.c.seq.desc()).limit(newest)
    query = _JOINED.where(CHANGE_SET.c.id.in_(wanted)).order_by(CHANGE_SET.c.seq, CHANGE.c.n)
    rows = connection.execute(query).mappings()
    return [_step(list(group)) for _, group in groupby(rows, key=lambda row: row["seq"])]


def _step(rows: list[RowMapping]) -> JournalStep:
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


def _change(row: RowMapping) -> Change:
    entity = row["entity"]
    return Change(
        entity, row["record_id"], fields_from_json(entity, row["before"]), fields_from_json(entity, row["after"])
    )


def entries(connection: Connection, record_id: str, limit: int) -> list[HistoryEntry]:
    """Changes of a record and of what belongs to it, newest first."""
    touches = or_(CHANGE.c.record_id == record_id, CHANGE.c.owner_id == record_id, CHANGE.c.root_id == record_id)
    query = _JOINED.where(touches).order_by(CHANGE_SET.c.seq.desc(), CHANGE.c.n.desc()).limit(limit)
    return [_entry(row) for row in connection.execute(query).mappings()]


def _entry(row: RowMapping) -> HistoryEntry:
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


def record_as_of(connection: Connection, entity: str, record_id: str, at: datetime) -> Record | None:
    """The record as the steps up to a moment had made it; None before it was added and after it was deleted."""
    query = (
        _JOINED.where(CHANGE.c.record_id == record_id, CHANGE.c.entity == entity, CHANGE_SET.c.at <= to_stamp(at))
        .order_by(CHANGE_SET.c.seq, CHANGE.c.n)
    )  # fmt: skip
    values = _made_by(_change(row) for row in connection.execute(query).mappings())
    return BY_ENTITY[entity](**values) if values else None


def _made_by(changes: Iterable[Change]) -> dict[str, Any]:  # Any: the values of many field types
    values: dict[str, Value] = {}
    for change in changes:
        if change.after is None:
            values = {}
        else:
            values |= change.after
    return values
