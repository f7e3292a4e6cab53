"""The tables, derived from the FieldSpecs: one table for each kind of record, and the journal beside them.

No server defaults, triggers or cascades: a row changes only by a ChangeSet. The primary key is the only UNIQUE
constraint (duplicate codes are findings for the user, not failures). Every foreign key is checked at the commit.
"""

import dataclasses
from collections.abc import Iterator
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
)
from sqlalchemy.types import TypeEngine

from nscl_desktop.domain.fields import FieldSpec, Kind
from nscl_desktop.domain.records import Record, fields_of
from nscl_desktop.domain.registry import RECORD_TYPES
from nscl_desktop.storage.column_types import ExactDecimal, TextList

METADATA = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)

_Column = Column[Any]  # Any: a row's columns hold values of many types
_TYPES: dict[Kind, TypeEngine[Any] | type[TypeEngine[Any]]] = {
    Kind.TEXT: Text,
    Kind.LONG_TEXT: Text,
    Kind.CHOICE: Text,
    Kind.DATE: Text,
    Kind.POSITION: Text,
    Kind.LINES: TextList,
    Kind.MONEY: BigInteger,
    Kind.INTEGER: BigInteger,
    Kind.NUMBER: ExactDecimal,
    Kind.FLAG: Boolean,
}


def _reference(name: str, target: str, *, nullable: bool) -> _Column:
    # Indexed, because deleting the target looks up every row that points at it.
    key = ForeignKey(f"{target}.id", deferrable=True, initially="DEFERRED")
    return Column(name, String(36), key, nullable=nullable, index=True)


def _columns(spec: FieldSpec, *, nullable: bool) -> Iterator[_Column]:
    if spec.kind is Kind.KEY:
        yield Column(spec.name, String(36), primary_key=True)
    elif spec.outside:
        yield Column(spec.name, String(36), nullable=nullable)
    elif spec.kind is Kind.REF:
        yield _reference(spec.name, spec.target, nullable=nullable)
    elif spec.kind is Kind.PLACE:
        yield _reference(f"{spec.name}_parent", spec.target, nullable=True)
        yield Column(f"{spec.name}_position", Text, nullable=False)
    else:
        yield Column(spec.name, _TYPES[spec.kind], nullable=nullable)


def _table(record_type: type[Record]) -> Table:
    may_be_none = {item.name: item.default is None for item in dataclasses.fields(record_type)}
    columns = [c for spec in fields_of(record_type) for c in _columns(spec, nullable=may_be_none[spec.name])]
    return Table(record_type.entity, METADATA, *columns)


DATA: dict[str, Table] = {record_type.entity: _table(record_type) for record_type in RECORD_TYPES}
"""The table of each entity, owners before what they own."""

CHANGE_SET = Table(
    "change_set",
    METADATA,
    Column("id", String(36), primary_key=True),
    Column("seq", Integer, nullable=False, index=True),
    Column("at", Text, nullable=False),  # UTC, ISO 8601 with milliseconds
    Column("who", Text, nullable=False),
    Column("machine", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("scope", Text, nullable=False, index=True),
    Column("schema_version", Integer, nullable=False),
    Column("undoes", String(36)),
)

CHANGE = Table(
    "change",
    METADATA,
    Column("change_set_id", String(36), ForeignKey("change_set.id", deferrable=True, initially="DEFERRED"),
           primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("entity", Text, nullable=False),
    Column("record_id", String(36), nullable=False, index=True),
    # Where the record stood, so that the history of a line finds its cells and that of a plan everything in it,
    # even after they were deleted.
    Column("owner_id", String(36), nullable=False, index=True),
    Column("root_id", String(36), nullable=False, index=True),
    Column("before", Text),
    Column("after", Text),
)  # fmt: skip

FILE_INFO = Table(
    "file_info",
    METADATA,
    Column("file_id", String(36), primary_key=True),
    Column("schema_version", Integer, nullable=False),
    Column("created", Text, nullable=False),
)

ENTERPRISE_LIST = Table(
    "enterprise_list",
    METADATA,
    # In the order of the list, so that reading it on is one stroke through the file; without what is rarely wanted.
    Column("sort_key", Text, primary_key=True),
    Column("id", String(36), primary_key=True),
    *(Column(name, Text, nullable=False) for name in ("kind", "state")),
    Column("marks", Integer, nullable=False),
    *(Column(name, Text, nullable=False) for name in ("sector", "province", "commune", "tax", "folded")),
    Index("ix_enterprise_list_id", "id"),
    sqlite_with_rowid=False,
)
"""What the list of enterprises is sought by: made from the records by enterprise_list.py and from nothing else."""

ENTERPRISE_MARKED = Table(
    "enterprise_marked",
    METADATA,
    Column("id", String(36), primary_key=True),
    Column("marked", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""The same texts with their dấu, looked up only where something was typed with dấu."""

MIGRATION = Table(
    "alembic_version",
    METADATA,
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
"""Alembic's own mark, declared here so that a new file needs no run of the migrations."""
