"""FieldSpec, attribute, column and migrated schema agree; a new field fails here until a migration adds its column."""

import dataclasses
from functools import partial
from typing import Any

import pytest
from sqlalchemy import BigInteger, Boolean, Engine, Text, UniqueConstraint, inspect

from nscl_desktop.domain.fields import Kind
from nscl_desktop.domain.records import Record, fields_of
from nscl_desktop.domain.registry import RECORD_TYPES
from nscl_desktop.storage.connections import open_memory
from nscl_desktop.storage.creating import build_schema
from nscl_desktop.storage.engine import make_engine
from nscl_desktop.storage.header import SCHEMA_VERSION
from nscl_desktop.storage.store import utc_now
from nscl_desktop.storage.tables import DATA, METADATA
from nscl_desktop.storage.upgrading import MIGRATIONS, run_migrations

TEXTS = {Kind.TEXT, Kind.LONG_TEXT, Kind.CHOICE, Kind.DATE, Kind.POSITION}


def made_at_once() -> Engine:
    engine = make_engine(open_memory, shared=True)
    build_schema(engine, utc_now())
    return engine


def migrated() -> Engine:
    engine = make_engine(partial(open_memory, check_references=False), shared=True)
    with engine.connect() as connection, connection.begin():
        run_migrations(connection, MIGRATIONS, "head")
    return engine


def schema_of(engine: Engine) -> dict[str, Any]:  # Any: what the inspector says of a table
    look = inspect(engine)
    return {
        table: {
            "columns": {
                column["name"]: (str(column["type"]), column["nullable"], column["default"])
                for column in look.get_columns(table)
            },
            "key": look.get_pk_constraint(table),
            "links": sorted(look.get_foreign_keys(table), key=str),
            "indexes": sorted(look.get_indexes(table), key=str),
            "unique": look.get_unique_constraints(table),
            "checks": look.get_check_constraints(table),
        }
        for table in look.get_table_names()
    }


def test_migrations_and_metadata_make_the_same_file() -> None:
    at_once, step_by_step = schema_of(made_at_once()), schema_of(migrated())
    assert at_once.keys() == step_by_step.keys()
    for table, schema in at_once.items():
        assert step_by_step[table] == schema, table


def test_the_newest_migration_has_the_number_that_files_carry() -> None:
    numbers = sorted(path.name[:4] for path in (MIGRATIONS / "versions").glob("[0-9]*.py"))
    assert numbers[-1] == f"{SCHEMA_VERSION:04}"
    assert numbers == [f"{n:04}" for n in range(1, SCHEMA_VERSION + 1)]


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda record_type: record_type.entity)
def test_every_field_has_its_attribute_and_its_column(record_type: type[Record]) -> None:
    attributes = [item.name for item in dataclasses.fields(record_type)]
    specs = fields_of(record_type)
    assert [spec.name for spec in specs] == attributes
    columns = DATA[record_type.entity].columns
    expected: list[str] = []
    for spec in specs:
        expected += [f"{spec.name}_parent", f"{spec.name}_position"] if spec.kind is Kind.PLACE else [spec.name]
        if spec.kind in {Kind.MONEY, Kind.INTEGER}:
            assert isinstance(columns[spec.name].type, BigInteger)
        elif spec.kind is Kind.FLAG:
            assert isinstance(columns[spec.name].type, Boolean)
        elif spec.kind in TEXTS:
            assert isinstance(columns[spec.name].type, Text)
    assert [column.name for column in columns] == expected


def test_only_keys_are_unique_and_every_link_waits_for_the_commit() -> None:
    for table in METADATA.tables.values():
        assert not [each for each in table.constraints if isinstance(each, UniqueConstraint)], table
        assert not [index for index in table.indexes if index.unique], table
        for link in table.foreign_keys:
            assert (link.deferrable, link.initially) == (True, "DEFERRED"), link
            assert (link.ondelete, link.onupdate) == (None, None), link


def test_nothing_is_filled_in_behind_the_journal() -> None:
    for table in METADATA.tables.values():
        for column in table.columns:
            assert (column.server_default, column.default, column.onupdate, column.computed) == (None,) * 4, column


def test_every_link_has_an_index() -> None:
    for table in DATA.values():
        indexed = {tuple(index.columns) for index in table.indexes}
        for link in table.foreign_keys:
            assert (link.parent,) in indexed, link
