"""What SQLite and bare rows count is what the rules count over whole records, for any dossiers and entries."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from nscl_desktop.domain.changes import ChangeSet, inserted
from nscl_desktop.domain.contracts import ADVANCE, OWN_SHARE, PAYMENT, RECOVERY, Contract, Payment
from nscl_desktop.domain.directory import Agency
from nscl_desktop.domain.dossiers.sums import Cell
from nscl_desktop.domain.dossiers.whole import gather
from nscl_desktop.domain.ledger import ENTRY_KINDS, BudgetYear, LedgerEntry
from nscl_desktop.domain.ledger_sums import Flow, dossier_flows, flows_by_cell
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.supports import Dossier, DossierMoney
from nscl_desktop.storage import ledger_queries as queries
from nscl_desktop.storage.opening import open_memory_store
from nscl_desktop.storage.store import Store
from tests.enterprises.registers import unit, write
from tests.ledger.napkin import YEAR, plan
from tests.small_plans import PLAN

UNIT = unit("u", "Một")
_LINES = st.sampled_from(["I", "I.1", "I.2", "elsewhere", None])
_YEARS = st.sampled_from([2022, 2023, None])
_SOURCES = st.sampled_from(["NSNN", "DN", ""])
_AMOUNTS = st.none() | st.integers(0, 10**13)
_MONEY = st.lists(st.tuples(_LINES, _YEARS, _SOURCES, _AMOUNTS), max_size=3)
_CONTRACTS = st.lists(st.tuples(_AMOUNTS, st.booleans()), max_size=3)
_PAYMENTS = st.lists(
    st.tuples(st.sampled_from([ADVANCE, PAYMENT, RECOVERY, OWN_SHARE]), _LINES, _YEARS, _SOURCES, _AMOUNTS), max_size=3
)
_DOSSIERS = st.lists(st.tuples(_MONEY, _CONTRACTS, _PAYMENTS, st.sampled_from(["open", "ended"])), max_size=5)


def records_of(drawn: Iterable[tuple[list, list, list, str]]) -> list[Record]:  # type: ignore[type-arg]  # drawn tuples
    found: list[Record] = []
    for number, (money, contracts, payments, state) in enumerate(drawn):
        key = f"d{number}"
        found.append(Dossier(id=key, code=key, title="Hỗ trợ", state=state, enterprise_id="u"))
        for at, (line, year, source, amount) in enumerate(money):
            found.append(
                DossierMoney(
                    id=f"{key}m{at}", dossier_id=key, position=f"a{at}", line_id=line, year=year, source=source,
                    amount=amount,
                )
            )  # fmt: skip
        for at, (value, is_appendix) in enumerate(contracts):
            changes = f"{key}c0" if is_appendix and at else None
            found.append(
                Contract(
                    id=f"{key}c{at}",
                    dossier_id=key,
                    number="1",
                    date=f"2022-0{at + 1}-01",
                    changes=changes,
                    value=value,
                )
            )
        for at, (move, line, year, source, amount) in enumerate(payments):
            found.append(
                Payment(
                    id=f"{key}p{at}", dossier_id=key, move=move, line_id=line, year=year, source=source, amount=amount
                )
            )
    return found


@cache
def store() -> Store:
    """One for all examples: making a new one takes longer than reading it."""
    made = open_memory_store()
    base: list[Record] = [Agency(id="tk", name="Cục Thống kê"), *plan().records, UNIT]
    write(made, ChangeSet("Thêm", tuple(map(inserted, base))))
    return made


@contextmanager
def reading_with(records: Iterable[Record]) -> Iterator[sqlite3.Connection]:
    """The store with these records in it, which are taken away again."""
    step = ChangeSet("Thêm", tuple(map(inserted, records)))
    write(store(), step)
    try:
        with store().reading() as connection:
            yield connection
    finally:
        write(store(), step.inverted("Bỏ"))


def of_plan(cells: dict[Cell, Flow], year: int) -> dict[Cell, Flow]:
    return {cell: flow for cell, flow in cells.items() if cell[0] in ("I", "I.1", "I.2", "II") and cell[1] == year}


@settings(max_examples=30, deadline=None)
@given(_DOSSIERS)
def test_dossiers_are_counted_as_the_rules_count_them(drawn: list[tuple[list, list, list, str]]) -> None:  # type: ignore[type-arg]  # drawn tuples
    records = records_of(drawn)
    expected = dossier_flows(gather(records).values())
    with reading_with(records) as connection:
        for year in (2022, 2023):
            assert queries.dossier_sums(connection, [PLAN], year) == of_plan(expected, year)
            together: dict[Cell, Flow] = {}
            for share in queries.dossier_shares(connection, [PLAN], year):
                assert share.unit == UNIT.name
                for cell, flow in share.cells.items():
                    together.setdefault(cell, Flow()).add(flow)
            assert {cell: flow for cell, flow in together.items() if flow != Flow()} == of_plan(expected, year)


_ENTRIES = st.lists(
    st.builds(
        LedgerEntry,
        id=st.uuids().map(str),
        year_id=st.sampled_from(["y", "z"]),
        line_id=_LINES,
        source=_SOURCES,
        kind=st.sampled_from([kind for kind, _ in ENTRY_KINDS]),
        amount=st.none() | st.integers(-(10**13), 10**13),
    ),
    max_size=8,
)


@settings(max_examples=25, deadline=None)
@given(_ENTRIES, st.data())
def test_entries_are_grouped_as_the_rules_count_them(entries: list[LedgerEntry], data: st.DataObject) -> None:
    named = st.sampled_from([None, "gone", *(each.id for each in entries)])
    linked = [_linked(each, data.draw(named)) for each in entries]
    years = {
        "y": YEAR,
        "z": BudgetYear(id="z", plan_id=PLAN, year=2023),
        "q": BudgetYear(id="q", plan_id="other", year=2022),
    }
    with reading_with([*years.values(), *linked]) as connection:
        found = queries.entry_flows(connection, [PLAN], 2022)
        assert set(queries.year_records(connection, [PLAN])) == {years["y"], years["z"], *linked}
        assert queries.year_flows(connection, [PLAN], 2022) == found
    expected = {cell: flow for cell, flow in flows_by_cell(linked, years).items() if cell[1] == 2022}
    assert found == expected


def _linked(entry: LedgerEntry, commitment: str | None) -> LedgerEntry:
    object.__setattr__(entry, "commitment_id", commitment)
    return entry


def test_the_sums_of_a_year_are_what_an_independent_query_adds_up() -> None:
    records = records_of([
        (
            [("I.1", 2022, "NSNN", 70), ("I.2", 2023, "NSNN", 30)], [(100, False)],
            [("payment", "I.1", 2022, "NSNN", 20)], "open",
        ),
        ([("I.1", 2022, "NSNN", 50)], [], [("advance", None, None, "", 15), ("recovery", None, None, "", 5)], "open"),
    ])  # fmt: skip
    given_money = LedgerEntry(id="e", year_id="y", line_id="I.1", source="NSNN", kind="allotted", amount=200)
    with reading_with([YEAR, given_money, *records]) as connection:
        flow = queries.year_flows(connection, [PLAN], 2022)["I.1", 2022, "NSNN"]
        paid = "SELECT sum(amount * CASE move WHEN 'recovery' THEN -1 ELSE 1 END) FROM payment"
        assert flow.out == _number(connection, paid) == 30
        assert flow.allotted == _number(connection, "SELECT sum(amount) FROM ledger_entry") == 200
    assert flow.bound == 70 + 10


def _number(connection: sqlite3.Connection, words: str) -> int:
    return int(connection.execute(words).fetchone()[0])
