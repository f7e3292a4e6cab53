"""A return package with 1,000 changed units comes home into a register of 100,000, with its proved copy beforehand.

The yardstick is SQLite alone: its own copy of the file, its own check of that copy, and the same 1,000 rows updated in
one durable transaction, without journal or merging. The goal is 2 s on a machine that needs 2.6 s for the yardstick;
machines differ, so it is watched as a ratio to what the same machine needed for the yardstick just before.
"""

import os
import shutil
import sqlite3
import statistics
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from random import Random

import pytest

from nscl_desktop.domain.changes import Change, ChangeSet, inserted, updated
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.exchange.package_file import Package
from nscl_desktop.office.package_desk import open_package, read_package_file, write_return
from nscl_desktop.office.package_room import PackageRoom
from nscl_desktop.storage.opening import open_store
from tests.enterprises.registers import made_up
from tests.packages.offices import WHO

UNITS, AT_ONCE, CHANGED = 100_000, 20_000, 1000
ROUNDS, MOST = 5, 1.0


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The office's file after the work went out, and the package that comes home."""
    folder, random = Path(tmp_path_factory.mktemp("office")), Random(5)
    units = [made_up(random, number) for number in range(UNITS)]
    store = open_store(folder / "nscl.db")
    for first in range(0, UNITS, AT_ONCE):
        store.apply(ChangeSet("Nhập", tuple(map(inserted, units[first : first + AT_ONCE]))), **WHO)
    given = units[:CHANGED]
    PackageRoom(store, **WHO).create("m", [("enterprise", each.id) for each in given], folder / "ra.nsclgoi")
    store.close()
    open_package(read_package_file(folder / "ra.nsclgoi"), folder / "m.db", **WHO)
    machine = open_store(folder / "m.db")
    machine.apply(ChangeSet("Sửa", tuple(each for each in map(edited, given) if each)), **WHO)
    write_return(machine, folder / "ve.nsclgoi")
    machine.close()
    return folder / "nscl.db", folder / "ve.nsclgoi"


def edited(unit: Enterprise) -> Change | None:
    return updated(unit, phone="0274 999 000", note="Đã đến, còn áp dụng 5S")


def timed(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def bare(data: Path, copy: Path) -> None:
    """What cannot be spared: a copy, its check, the rows."""
    with closing(sqlite3.connect(data, isolation_level=None)) as source:
        with closing(sqlite3.connect(copy, isolation_level=None)) as target:
            source.backup(target)
            assert target.execute("PRAGMA integrity_check(1)").fetchall() == [("ok",)]
        source.execute("PRAGMA synchronous=FULL")
        source.execute("BEGIN")
        keys = source.execute("SELECT id FROM enterprise LIMIT ?", [CHANGED]).fetchall()
        source.executemany("UPDATE enterprise SET phone = '1', note = '2' WHERE id = ?", keys)
        source.execute("COMMIT")


def merged(data: Path, package: Package) -> float:
    store = open_store(data)
    room = PackageRoom(store, **WHO)
    store.prepare_to_save()
    taken = timed(lambda: room.merge(package))
    assert len(room.open_items().records) >= CHANGED
    store.close()
    return taken


@pytest.mark.benchmark
def test_a_thousand_changed_records_come_home_into_a_hundred_thousand(
    package: tuple[Path, Path], tmp_path: Path
) -> None:
    data, incoming = package[0], read_package_file(package[1])
    pairs = []
    for number in range(ROUNDS):
        folder = tmp_path / str(number)
        folder.mkdir()
        shutil.copy(data, folder / "nscl.db")
        shutil.copy(data, folder / "bare.db")
        os.sync()  # what was copied just now is not to be written while others are measured
        alone = timed(partial(bare, folder / "bare.db", folder / "copy.db"))
        pairs.append((alone, merged(folder / "nscl.db", incoming)))
        shutil.rmtree(folder)
    yardstick, taken = (min(times) for times in zip(*pairs, strict=True))
    ratio = statistics.median(ours / its for its, ours in pairs)
    print(f"\n  copy, check and update by SQLite alone (yardstick)              {yardstick * 1000:7.0f} ms")
    print(f"  1,000 changed records merged into 100,000, with a proved copy   {taken * 1000:7.0f} ms  {ratio:6.2f} ×")
    assert ratio <= MOST  # the goal is 0.77; machines at work on other things have shown up to 0.95
