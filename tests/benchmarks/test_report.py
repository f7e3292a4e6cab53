"""A periodic report of 5,000 dossiers, drafted and set on pages, in compute of the processor; the goal is 3 s.

The yardstick is SQLite reading every dossier, step and payment into Python: what a report must pay that looks at all of
them. Ratios are printed, because machines differ.
"""

import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from random import Random

import pytest

from nscl_desktop.domain.changes import ChangeSet, inserted
from nscl_desktop.domain.periodic_reports import LIST_NAMES, PERIOD, PeriodicReport
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.domain.plans import Plan
from nscl_desktop.domain.report_figures import Draft
from nscl_desktop.domain.report_paper import ReportPaper, report_document
from nscl_desktop.domain.targets import Target, TargetLink
from nscl_desktop.exchange.plan_json import read_plan
from nscl_desktop.reports.pdf import write_pdf
from nscl_desktop.resource_files import resource_path
from nscl_desktop.services.counting import take_proposed
from nscl_desktop.services.dossier_catalogue import shipped_kinds
from nscl_desktop.storage.opening import open_store
from nscl_desktop.storage.report_drafting import draft
from nscl_desktop.storage.store import Store
from tests.benchmarks.test_overview import dossier
from tests.enterprises.registers import made_up, write

UNITS, DOSSIERS = 5_000, 5_000
GOAL = 3.0


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store, random = open_store(Path(tmp_path_factory.mktemp("report")) / "nscl.db"), Random(7)
    units = [made_up(random, number) for number in range(UNITS)]
    write(store, ChangeSet("Nhập đơn vị", tuple(map(inserted, units))))
    write(store, ChangeSet("Danh mục", tuple(map(inserted, shipped_kinds().kinds))))
    book = read_plan(resource_path("samples", "BD-2021-2030.json").read_text("utf-8"))
    write(store, ChangeSet("Thêm kế hoạch", tuple(map(inserted, book.records()))))
    (plan,) = book.table(Plan).values()
    write(store, take_proposed([(each, [each.id], None) for each in book.table(Target).values()]))
    lines, keys = sorted({link.line_id for link in book.table(TargetLink).values()}), [each.id for each in units]
    made = [each for number in range(DOSSIERS) for each in dossier(random, number, plan, lines, keys)]
    write(store, ChangeSet("Thêm hồ sơ", tuple(map(inserted, made))))
    yield store
    store.close()


def taken(act: Callable[[], object]) -> float:
    began = time.process_time()
    act()
    return time.process_time() - began


def read_all(store: Store) -> int:
    with store.reading() as connection:
        return sum(len(connection.execute(f"SELECT * FROM {name}").fetchall()) for name in  # noqa: S608 - own names
                   ("dossier", "stage_step", "payment"))  # fmt: skip


@pytest.mark.benchmark
def test_a_report_of_5000_dossiers_is_drafted_and_set_within_three_seconds(file: Store) -> None:
    with file.reading() as connection:
        row = PlanRow(**dict(zip(
            PlanRow.__dataclass_fields__,
            connection.execute(f"SELECT {', '.join(PlanRow.__dataclass_fields__)} FROM plan").fetchone(),  # noqa: S608
            strict=True,
        )))  # fmt: skip
    report = PeriodicReport(
        id="r", title="Tổng kết", kind=PERIOD, plan_id=row.id, year_from=2021, year_to=2030, cutoff="2030-12-31"
    )
    told: list[str] = []
    found: list[Draft] = []

    def make() -> None:
        with file.reading() as connection:
            found.append(draft(connection, report, told.append))

    def set_pages() -> None:
        lists = tuple((name, found[0].rows(name)) for name, _ in LIST_NAMES)
        paper = ReportPaper(replace(report), row, found[0].figures, found[0].money, lists)
        write_pdf(report_document(paper), BytesIO())

    bare = statistics.median(taken(lambda: read_all(file)) for _ in range(5))
    drafted, pages = taken(make), taken(set_pages)
    print(f"\n  every dossier, step and payment read (yardstick) {bare * 1000:7.1f} ms")
    print(
        f"  drafted {drafted * 1000:7.1f} ms {drafted / bare:6.2f} ×; set {pages * 1000:7.1f} ms {pages / bare:6.2f} ×"
    )
    assert len(found[0].rows("dossiers")) == DOSSIERS
    assert len(told) > 10
    assert drafted + pages <= max(GOAL, 20 * bare)
