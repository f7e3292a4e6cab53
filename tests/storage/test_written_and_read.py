"""What SQLAlchemy Core writes, plain SQL reads back to the last digit: every kind of record, every kind of field."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import fields
from string import ascii_lowercase

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, delete, insert
from sqlalchemy import select as core_select

from nscl_desktop.domain.fields import FieldSpec, Kind, Place, Value
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.domain.plans import Plan
from nscl_desktop.domain.records import Record, fields_of, values_of
from nscl_desktop.domain.registry import RECORD_TYPES
from nscl_desktop.storage.connections import open_memory
from nscl_desktop.storage.creating import build_schema
from nscl_desktop.storage.engine import make_engine, sqlite_beneath
from nscl_desktop.storage.rows import read_records, select, selected_columns, to_row
from nscl_desktop.storage.store import utc_now
from nscl_desktop.storage.stored_values import READ
from nscl_desktop.storage.tables import DATA

KEYS = st.uuids().map(str)
INTEGERS = st.integers(-(2**63) + 1, 2**63 - 1)
VALUES: dict[Kind, st.SearchStrategy[Value]] = {
    Kind.KEY: KEYS,
    Kind.REF: KEYS,
    Kind.TEXT: st.text(),
    Kind.LONG_TEXT: st.text(),
    Kind.CHOICE: st.text(ascii_lowercase),
    Kind.DATE: st.sampled_from(["", "2021", "2021-08", "2021-08-19"]),
    Kind.POSITION: st.text(ascii_lowercase, min_size=1),
    Kind.LINES: st.lists(st.text(), max_size=3).map(tuple),
    Kind.MONEY: INTEGERS,
    Kind.INTEGER: INTEGERS,
    Kind.NUMBER: st.decimals(allow_nan=False, allow_infinity=False),
    Kind.FLAG: st.booleans(),
    Kind.PLACE: st.builds(Place, st.one_of(st.just(""), KEYS), st.text(ascii_lowercase, min_size=1)),
}
every_type = pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda record_type: record_type.entity)


def values(spec: FieldSpec) -> st.SearchStrategy[Value]:
    return st.one_of(st.none(), VALUES[spec.kind]) if spec.nullable else VALUES[spec.kind]


def records(record_type: type[Record]) -> st.SearchStrategy[Record]:
    drawn = st.fixed_dictionaries({spec.name: values(spec) for spec in fields_of(record_type)})
    return drawn.map(lambda made: record_type(**made))  # type: ignore[arg-type]  # known only by their FieldSpecs


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    with closing(open_memory(check_references=False)) as connection:  # of the one record that is there at a time
        made = make_engine(lambda: connection, shared=True)
        build_schema(made, utc_now())
        yield made


def test_every_kind_of_field_is_tried() -> None:
    assert {spec.kind for record_type in RECORD_TYPES for spec in fields_of(record_type)} == set(VALUES) == set(Kind)


@every_type
def test_plain_sql_names_exactly_the_columns_of_the_table(record_type: type[Record]) -> None:
    assert selected_columns(record_type.entity) == tuple(DATA[record_type.entity].columns.keys())


@every_type
@settings(max_examples=25)
@given(data=st.data())
def test_a_record_written_is_read_back_equal(engine: Engine, record_type: type[Record], data: st.DataObject) -> None:
    record = data.draw(records(record_type))
    table, row = DATA[record_type.entity], to_row(record_type.entity, values_of(record))
    with engine.connect() as connection:
        writing = connection.execution_options(writes=True)
        with writing.begin():
            writing.execute(insert(table), row)
            (read,) = read_records(sqlite_beneath(writing), record_type)
            (seen,) = writing.execute(core_select(table)).mappings()
            writing.execute(delete(table))
    assert read == record
    assert repr(read) == repr(record)  # 1.5 and 1.50, 1 and True differ here
    assert (dict(seen), repr(dict(seen))) == (row, repr({name: row[name] for name in seen}))


def test_the_list_of_plans_shows_only_what_stands_in_its_column_as_it_is() -> None:
    shown = {item.name for item in fields(PlanRow)}
    kinds = {spec.name: spec.kind for spec in fields_of(Plan)}
    assert {name for name in shown if kinds[name] in READ or kinds[name] is Kind.PLACE} == set()


def test_a_column_that_is_not_there_is_never_taken_for_a_text(engine: Engine) -> None:
    with engine.connect() as connection, pytest.raises(Exception, match="no such column"):
        sqlite_beneath(connection).execute(select("plan", ["id", "missing"]))
