"""The import of 10,000 units out of XLSX, with headings sought, cells read and duplicates found, in compute.

The yardstick is openpyxl reading the same rows, and those rows inserted as they are, under the keys and indexes that
the register has, in one durable transaction. The list is written as Excel writes it, with a table of shared texts:
texts in the cells would make the bare reading slow. The goal is three times the yardstick, by processor time, the one
beside the other; the duplicates of 100,000 units are printed as well.
"""

import statistics
import time
from pathlib import Path
from random import Random

import pytest
from openpyxl import load_workbook
from xlsxwriter import Workbook

from nscl_desktop.domain.duplicates import register_duplicates
from nscl_desktop.domain.records import new_id
from nscl_desktop.domain.tax_codes import check_digit
from nscl_desktop.office.unit_import_room import UnitImportRoom
from nscl_desktop.presenters.unit_import_decisions import RowDecisions
from nscl_desktop.presenters.unit_import_desk import UnitImportDesk
from nscl_desktop.services.unit_import_model import Standing
from nscl_desktop.storage.connections import bare_connection
from nscl_desktop.storage.opening import open_store
from tests.enterprises.registers import StoreAsFile, made_up

UNITS, REGISTER = 10_000, 100_000
HEADINGS = (
    "STT", "Tên doanh nghiệp", "Mã số thuế", "Địa chỉ", "Xã, phường", "Tỉnh", "Người đại diện", "Điện thoại",
    "Số lao động", "Doanh thu năm trước (triệu đồng)", "Ngành nghề", "Sản phẩm",
)  # fmt: skip
TEXTS, FIGURES = (1, 2, 3, 4, 5, 6, 7, 10, 11), (8, 9)
"""Columns of what a unit is, and of its figures of one year."""


def code(random: Random) -> str:
    """A tax code whose check digit holds, as almost all in a list do."""
    while True:
        nine = f"{random.randrange(10**9):09}"
        digit = check_digit(nine)
        if digit is not None:
            return f"{nine}{digit}"


def workbook(path: Path) -> Path:
    random = Random(7)
    with Workbook(str(path)) as book:
        sheet = book.add_worksheet("Danh sách")
        sheet.write(0, 0, "DANH SÁCH DOANH NGHIỆP")
        sheet.write_row(2, 0, HEADINGS)
        for number in range(UNITS):
            unit = made_up(random, number)
            row = (
                number + 1, unit.name, code(random), unit.address, unit.commune, unit.province, unit.representative,
                f"09{random.randrange(10**8):08}", random.randrange(5, 400), random.randrange(100, 90_000),
                "Cơ khí chế tạo", unit.products[0],
            )  # fmt: skip
            sheet.write_row(3 + number, 0, row)
    return path


def bare(source: Path, target: Path) -> float:
    """The yardstick: read, insert, commit."""
    began = time.process_time()
    book = load_workbook(source, read_only=True, data_only=True)
    rows = [(new_id(), *row) for row in book["Danh sách"].iter_rows(min_row=4, values_only=True)]
    book.close()
    with bare_connection(target, "rwc") as file:
        file.execute("PRAGMA journal_mode=WAL")
        file.execute("PRAGMA synchronous=FULL")
        file.execute(f"CREATE TABLE unit (id TEXT PRIMARY KEY, {', '.join(f'c{at}' for at in TEXTS)})")
        file.execute("CREATE TABLE figures (id TEXT PRIMARY KEY, unit_id TEXT, labour, revenue)")
        file.execute("CREATE INDEX of_unit ON figures (unit_id)")
        file.execute("BEGIN IMMEDIATE")
        file.executemany(
            f"INSERT INTO unit VALUES ({', '.join('?' * (len(TEXTS) + 1))})",  # noqa: S608 - only question marks
            ((row[0], *(row[at + 1] for at in TEXTS)) for row in rows),
        )
        file.executemany(
            "INSERT INTO figures VALUES (?, ?, ?, ?)",
            ((new_id(), row[0], *(row[at + 1] for at in FIGURES)) for row in rows),
        )
        file.execute("COMMIT")
    assert len(rows) == UNITS
    return time.process_time() - began


def imported(source: Path, target: Path) -> float:
    """What the program does, from the file to the saved step, on an empty register."""
    store = open_store(target)
    store.prepare_to_save()
    room = UnitImportRoom(StoreAsFile(store))
    began = time.process_time()
    desk = UnitImportDesk(room.read(source, len), source.name, 2025, {})
    decisions = RowDecisions(source.name, desk.examine(room, len))
    room.save(decisions.step())
    taken = time.process_time() - began
    assert decisions.counts == {Standing.NEW: UNITS}
    store.close()
    return taken


@pytest.mark.benchmark
def test_an_import_of_10_000_units_against_the_bare_reading_and_inserting_of_its_rows(tmp_path: Path) -> None:
    source = workbook(tmp_path / "list.xlsx")
    pairs = [  # one beside the other, so that both have the machine in the same mood
        (bare(source, tmp_path / f"bare-{run}.db"), imported(source, tmp_path / f"nscl-{run}.db")) for run in range(5)
    ]
    yardstick, whole = (min(times) for times in zip(*pairs, strict=True))
    ratio = statistics.median(ours / its for its, ours in pairs)
    print(f"\n  10,000 rows read and inserted (yardstick)            {yardstick:7.2f} s")
    print(f"  the import, with headings, checks and duplicates     {whole:7.2f} s  {ratio:6.2f} ×")
    assert ratio <= 3


@pytest.mark.benchmark
def test_the_duplicates_of_100_000_units() -> None:
    random = Random(5)
    units = [made_up(random, number) for number in range(REGISTER)]
    began = time.process_time()
    pairs = sum(1 for _ in register_duplicates(units))
    taken = time.process_time() - began
    print(f"\n  the duplicates of 100,000 units: {pairs} pairs in {taken:.2f} s, {taken / REGISTER * 1e6:.0f} µs each")
    assert pairs < REGISTER
