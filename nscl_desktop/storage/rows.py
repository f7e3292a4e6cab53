"""A record as a table row and back: where a field's value stands in the columns."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any

from nscl_desktop.domain.changes import Fields
from nscl_desktop.domain.fields import Kind, Place
from nscl_desktop.domain.record_kinds import kind_named
from nscl_desktop.domain.records import Record, fields_of
from nscl_desktop.storage.records_json import specs_by_name
from nscl_desktop.storage.stored_values import READ, WRITTEN, Stored

_UNLIKE = frozenset({Kind.PLACE, *WRITTEN})
"""Kinds whose values stand in their columns as something else."""


def columns_of(entity: str, field: str) -> tuple[str, ...]:
    """Names of the columns that hold a field: two for a place, one for all else."""
    if specs_by_name(entity)[field].kind is Kind.PLACE:
        return f"{field}_parent", f"{field}_position"
    return (field,)


def to_row(entity: str, fields: Fields) -> dict[str, Any]:  # Any: what the columns hold
    """Column values of the given fields; the top of a tree ("") is NULL, because the column is a foreign key."""
    row: dict[str, Any] = dict(fields)
    for name in places_of(entity):
        if name in row:
            place = row.pop(name)
            row[f"{name}_parent"] = place[0] or None
            row[f"{name}_position"] = place[1]
    return row


def stored_values(entity: str, names: Sequence[str]) -> Callable[[Fields], Sequence[Stored]]:
    """What makes, of fields with these names in this order, the values of their columns as SQLite takes them."""
    specs = specs_by_name(entity)
    # from behind, because a place takes two columns
    unlike = [(at, specs[name].kind) for at, name in enumerate(names) if specs[name].kind in _UNLIKE][::-1]

    def values(fields: Fields) -> Sequence[Stored]:
        row: list[Stored] = list(fields.values())
        for at, kind in unlike:
            value = row[at]
            if kind is Kind.PLACE:
                row[at : at + 1] = value[0] or None, value[1]
            elif value is not None:
                row[at] = WRITTEN[kind](value)
        return row

    return values


def read_records(
    connection: sqlite3.Connection, record_type: type[Record], condition: str = "", values: Sequence[str] = ()
) -> Iterator[Record]:
    """The records of a kind; those for which an SQL condition over their columns holds, if there is one."""
    columns, readings = selected_columns(record_type.entity), _readings(record_type.entity)
    places = places_of(record_type.entity)
    for row in connection.execute(select(record_type.entity, columns, condition), values):
        made = dict(zip(columns, row, strict=True))
        for name, read in readings:
            stored = made[name]
            made[name] = None if stored is None else read(stored)
        for name in places:
            made[name] = Place(made.pop(f"{name}_parent") or "", made.pop(f"{name}_position"))
        yield record_type(**made)


def select(entity: str, columns: Sequence[str], condition: str = "") -> str:
    """A query in plain SQL."""
    words = ["SELECT", ", ".join(map(quoted, columns)), "FROM", quoted(entity)]
    return " ".join([*words, "WHERE", condition] if condition else words)


def quoted(name: str) -> str:
    """A table's or column's name in SQL, where it may be a word of SQL, too; all of them are the program's own.

    In brackets, because SQLite takes an unknown name in quotation marks for a text.
    """
    return f"[{name}]"


@cache
def selected_columns(entity: str) -> tuple[str, ...]:
    """All columns of an entity's table, in the order of the fields that they hold."""
    return tuple(column for spec in fields_of(kind_named(entity)) for column in columns_of(entity, spec.name))


@cache
def places_of(entity: str) -> tuple[str, ...]:
    """Fields that say where a record stands in a tree."""
    return tuple(name for name, spec in specs_by_name(entity).items() if spec.kind is Kind.PLACE)


@cache
def _readings(entity: str) -> tuple[tuple[str, Callable[[Stored], object]], ...]:
    return tuple((name, READ[spec.kind]) for name, spec in specs_by_name(entity).items() if spec.kind in READ)
