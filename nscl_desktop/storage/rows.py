"""A record as a table row and back: where a field's value stands in the columns."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select

from nscl_desktop.domain.changes import Fields
from nscl_desktop.domain.fields import Kind, Place
from nscl_desktop.domain.records import Record, fields_of
from nscl_desktop.storage.records_json import specs_by_name

Row = Mapping[str, Any]  # Any: what the columns hold


def columns_of(entity: str, field: str) -> tuple[str, ...]:
    """Names of the columns that hold a field: two for a place, one for all else."""
    if specs_by_name(entity)[field].kind is Kind.PLACE:
        return f"{field}_parent", f"{field}_position"
    return (field,)


def to_row(entity: str, fields: Fields) -> dict[str, Any]:
    """Column values of the given fields; the top of a tree ("") is NULL, because the column is a foreign key."""
    row: dict[str, Any] = dict(fields)
    for name in places_of(entity):
        if name in row:
            place = row.pop(name)
            row[f"{name}_parent"] = place[0] or None
            row[f"{name}_position"] = place[1]
    return row


def read_records(connection: Connection, record_type: type[Record], query: Select[Any]) -> Iterator[Record]:
    """The records that a query over whole rows of their table finds."""
    names = [spec.name for spec in fields_of(record_type)]
    places = places_of(record_type.entity)
    columns = [column for name in names for column in columns_of(record_type.entity, name)]
    for row in connection.execute(query).all():
        values = dict(zip(columns, row, strict=True))
        for name in places:
            values[name] = Place(values.pop(f"{name}_parent") or "", values.pop(f"{name}_position"))
        yield record_type(**values)


@cache
def places_of(entity: str) -> tuple[str, ...]:
    """Fields that say where a record stands in a tree."""
    return tuple(name for name, spec in specs_by_name(entity).items() if spec.kind is Kind.PLACE)
