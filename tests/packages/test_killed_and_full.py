"""kill -9 during a merge, no room, a stick pulled out: the file is as before or as after, never between."""

import multiprocessing
import os
import sqlite3
import sys
import time
from contextlib import closing
from multiprocessing.context import ForkServerContext, SpawnContext
from pathlib import Path
from random import Random

import pytest

from nscl_desktop.domain.changes import inserted, updated
from nscl_desktop.domain.enterprises import Contact, Enterprise
from nscl_desktop.domain.errors import EnvironmentProblem, UnreadableFileError
from nscl_desktop.domain.inspections import Visit
from nscl_desktop.exchange.package_proposals import dump, records_to_json
from nscl_desktop.office.package_desk import open_package, read_package_file, write_return
from nscl_desktop.office.package_room import PackageRoom
from nscl_desktop.storage.connections import open_connection
from nscl_desktop.storage.opening import open_store
from nscl_desktop.storage.package_records import PackageRecords
from nscl_desktop.storage.store import Store
from tests.packages.merging_program import merge_until_killed
from tests.packages.offices import WHO, RealMachine, RealOffice, exported, work

KILLS = int(os.environ.get("NSCL_MERGE_KILLS", "8"))
FIRM_COUNT = 20
FIRMS = [Enterprise(id=f"e{n}", name=f"Công ty số {n}") for n in range(FIRM_COUNT)]


def office_and_package(folder: Path) -> tuple[RealOffice, RealMachine, Path]:
    office = RealOffice(folder)
    office.work(*map(inserted, FIRMS), inserted(Visit(id="v", enterprise_id="e0")))
    machine = office.check_out("m")
    work(
        machine.store,
        *(updated(each, phone="0274", note="đã đến " * 50) for each in FIRMS),
        *(inserted(Contact(id=f"k{n}", enterprise_id=f"e{n}", name="An")) for n in range(FIRM_COUNT)),
    )
    target = folder / "về.nsclgoi"
    write_return(machine.store, target)
    return office, machine, target


def prepared_processes() -> ForkServerContext | SpawnContext:
    """Where processes come from: forked from one that has loaded what merges already, so that many are quick."""
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["__main__", "tests.packages.merging_program", "nscl_desktop.storage.saving"])
    return context


def test_killing_the_program_during_merge_and_entry_leaves_the_file_before_or_after(tmp_path: Path) -> None:
    office, machine, package = office_and_package(tmp_path)
    before = merged_part(office.store)
    office.room.merge(read_package_file(package))
    after = merged_part(office.store)
    office.room.withdraw(machine.key)
    office.store.close()
    machine.store.close()
    data, chance, seen, entered = tmp_path / "nscl.db", Random(3), set(), 0
    processes = prepared_processes()
    for kill in range(KILLS):
        receiving, sending = processes.Pipe(duplex=False)
        process = processes.Process(target=merge_until_killed, args=(data, machine.key, package, sending))
        process.start()
        sending.close()
        for _ in range(kill % 3):
            entered = receiving.recv()
        # However long a merge takes here, some kills come as soon as it is told: then it is in the file.
        killed_at = time.perf_counter() + (chance.uniform(0, 0.1) if kill // 3 % 2 == 0 else 0)
        while time.perf_counter() < killed_at:
            pass
        process.kill()
        process.join()
        while receiving.poll():
            try:
                entered = receiving.recv()
            except EOFError:
                break
        receiving.close()
        is_received, number = settled(data, machine.key, before, after)
        assert entered <= number <= entered + 1
        seen.add(is_received)
        entered = number
    assert seen == {True, False}


def settled(data: Path, key: str, before: str, after: str) -> tuple[bool, int]:
    """Whether the package counts as received, and how far the entry got; data, reception and soundness agree."""
    store = open_store(data)
    room = PackageRoom(store, **WHO)
    found = merged_part(store)
    assert found in {before, after}
    with closing(sqlite3.connect(data)) as connection:
        (received,) = connection.execute("SELECT count(*) FROM received WHERE withdrawn IS NULL").fetchone()
        (number,) = connection.execute("SELECT location FROM visit").fetchone()
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert received == (found == after)
    if received:
        room.withdraw(key)
        assert merged_part(store) == before
    store.close()
    return bool(received), int(number or 0)


def merged_part(store: Store) -> str:
    """The data as JSON without the visit, which is entered between merges."""
    with store.reading() as connection:
        reader = PackageRecords(connection)
        return dump(records_to_json(reader.records(reader.all_keys() - {("visit", "v")})))


def test_a_full_disk_refuses_the_merge_whole(tmp_path: Path) -> None:
    office, machine, package = office_and_package(tmp_path)
    before = exported(office.store)
    office.store.close()
    machine.store.close()
    data = tmp_path / "nscl.db"
    pages = data.stat().st_size // 4096 + 2

    def connect() -> sqlite3.Connection:
        connection = open_connection(data)
        connection.execute(f"PRAGMA max_page_count={pages}")
        return connection

    small = Store(connect, data)
    with pytest.raises(EnvironmentProblem, match="đầy"):
        PackageRoom(small, **WHO).merge(read_package_file(package))
    assert exported(small) == before
    small.close()
    again = open_store(data)
    assert PackageRoom(again, **WHO).merge(read_package_file(package)).applied == FIRM_COUNT * (
        2 + 8
    )  # a contact: that it is there, and its seven fields
    again.close()


def test_a_package_that_cannot_be_written_is_not_given_out(tmp_path: Path) -> None:
    office, machine, _ = office_and_package(tmp_path)
    with pytest.raises(EnvironmentProblem):
        office.room.create("n", [("enterprise", "e1")], tmp_path / "không có" / "x.nsclgoi")
    assert [each.machine for each in office.room.check_outs()] == ["m"]
    with pytest.raises(EnvironmentProblem):
        write_return(machine.store, tmp_path / "không có" / "x.nsclgoi")


def test_a_file_half_made_from_a_package_is_not_left_behind(tmp_path: Path) -> None:
    office, _, _ = office_and_package(tmp_path)
    office.room.create("n", [("enterprise", "e1")], tmp_path / "x.nsclgoi")
    package = read_package_file(tmp_path / "x.nsclgoi")
    broken = type(package)(
        package.kind, package.check_out, package.office_file, package.machine, package.at,
        {**package.parts, "records": [["contact", {"id": "k", "enterprise_id": "không có"}]]},
    )  # fmt: skip
    folder = tmp_path / "máy"
    folder.mkdir()
    with pytest.raises(UnreadableFileError, match="hỏng"):
        open_package(broken, folder / "nscl.db", **WHO)
    assert list(folder.iterdir()) == []
