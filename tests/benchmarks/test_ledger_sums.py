"""The sums of one niên độ in a file of 20,000 dossiers with contracts and payments, in compute of the processor.

The plan has 220 lines over five years; a tenth of the dossiers is paid by two sources, one in fifty has an appendix,
and half of the payments leave open where they belong. The yardstick is Python itself adding up as many numbers as
there are rows. The goal is 100 ms; ratios are printed, because machines differ.
"""

import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from nscl_desktop.domain.changes import ChangeSet, inserted
from nscl_desktop.domain.contracts import ADVANCE, Contract, Payment
from nscl_desktop.domain.ledger import ALLOTTED, BudgetYear, LedgerEntry
from nscl_desktop.domain.ledger_lines import LedgerLines
from nscl_desktop.domain.ledger_sums import YearSums
from nscl_desktop.domain.records import Record, new_id
from nscl_desktop.domain.supports import Dossier, DossierMoney
from nscl_desktop.storage.ledger_queries import year_flows
from nscl_desktop.storage.opening import open_store
from nscl_desktop.storage.store import Store
from tests.enterprises.registers import write
from tests.small_plans import PLAN, Sketch

DOSSIERS, FIRST, YEARS = 20_000, 2021, 5
SECTIONS, ITEMS = 10, 21
GOAL = 0.1


def sketch() -> Sketch:
    found = Sketch(FIRST, FIRST + YEARS - 1)
    for section in range(SECTIONS):
        found.line(f"S{section}", kind="section")
        for item in range(ITEMS):
            found.line(f"S{section}.{item}", f"S{section}")
    return found


def dossier(random: Random, number: int) -> Iterator[Record]:
    key, year = new_id(), FIRST + number % YEARS
    line = f"S{random.randrange(SECTIONS)}.{random.randrange(ITEMS)}"
    yield Dossier(id=key, code=f"HS-{number}", title="Áp dụng 5S", plan_id=PLAN, year=year)
    for at, source in enumerate(("NSNN", "DN") if random.random() < 0.1 else ("NSNN",)):
        part = new_id()
        yield DossierMoney(
            id=part, dossier_id=key, position=f"a{at}", line_id=line, year=year, source=source, amount=70_000_000
        )
    contract = new_id()
    yield Contract(id=contract, dossier_id=key, number=f"{number}/HĐ", value=random.randrange(50, 100) * 1_000_003)
    if random.random() < 0.02:
        yield Contract(id=new_id(), dossier_id=key, number="PL", changes=contract, value=60_000_000, date="2022-01-01")
    yield Payment(id=new_id(), dossier_id=key, move=ADVANCE, line_id=line, year=year, source="NSNN", amount=20_000_000)
    yield Payment(id=new_id(), dossier_id=key, amount=30_000_000)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    found, random = open_store(Path(tmp_path_factory.mktemp("ledger")) / "nscl.db"), Random(7)
    records: list[Record] = [*sketch().records, BudgetYear(id="y", plan_id=PLAN, year=FIRST)]
    records += [
        LedgerEntry(id=new_id(), year_id="y", line_id=f"S{section}.{item}", source="NSNN", kind=ALLOTTED, amount=10**10)
        for section in range(SECTIONS)
        for item in range(ITEMS)
    ]
    for number in range(DOSSIERS):
        records += dossier(random, number)
    write(found, ChangeSet("Thêm", tuple(map(inserted, records))))
    yield found
    found.close()


def taken(act: Callable[[], object]) -> float:
    began = time.process_time()
    act()
    return time.process_time() - began


@pytest.mark.benchmark
def test_the_sums_of_a_year_come_at_once_from_twenty_thousand_dossiers(store: Store) -> None:
    budget = sketch().budget()
    found: list[YearSums] = []

    def summed() -> None:
        with store.reading() as connection:
            flows = year_flows(connection, [PLAN], FIRST)
        found.append(YearSums(LedgerLines(budget), flows, FIRST))

    numbers = [str(number) for number in range(4 * DOSSIERS)]
    bare = statistics.median(taken(lambda: sum(int(number) for number in numbers)) for _ in range(9))
    sums = statistics.median(taken(summed) for _ in range(9))
    print(f"\n  80,000 numbers added up by Python (yardstick)      {bare * 1000:7.2f} ms")
    print(f"  the sums of one niên độ, 20,000 dossiers on file   {sums * 1000:7.2f} ms  {sums / bare:6.2f} ×")
    total = found[0].flow()
    assert total.allotted == SECTIONS * ITEMS * 10**10
    assert total.out == DOSSIERS // YEARS * 50_000_000
    assert sums <= max(GOAL, 12 * bare)
