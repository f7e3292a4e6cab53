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
from nscl_desktop.office.package_desk import open_package, read_package_file, write_return
from nscl_desktop.office.package_room import PackageRoom
from nscl_desktop.storage.connections import open_connection
from nscl_desktop.storage.opening import open_store
from nscl_desktop.storage.store import Store
from tests.packages.merging_program import merge_until_killed
from tests.packages.offices import WHO, RealMachine, RealOffice, exported, work

KILLS = int(os.environ.get("NSCL_MERGE_KILLS", "24"))
FIRMS = [Enterprise(id=f"e{n}", name=f"Công ty số {n}") for n in range(60)]


def office_and_package(folder: Path) -> tuple[RealOffice, RealMachine, Path]:
    office = RealOffice(folder)
    office.work(*map(inserted, FIRMS))
    machine = office.check_out("m")
    work(
        machine.store,
        *(updated(each, phone="0274", note="đã đến " * 50) for each in FIRMS),
        *(inserted(Contact(id=f"k{n}", enterprise_id=f"e{n}", name="An")) for n in range(60)),
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


def test_killing_the_program_during_a_merge_leaves_the_file_before_or_after(tmp_path: Path) -> None:
    office, machine, package = office_and_package(tmp_path)
    before = exported(office.store)
    office.room.merge(read_package_file(package))
    after = exported(office.store)
    office.room.withdraw(machine.key)
    office.store.close()
    machine.store.close()
    data, chance, seen = tmp_path / "nscl.db", Random(3), set()
    processes = prepared_processes()
    for _ in range(KILLS):
        receiving, sending = processes.Pipe(duplex=False)
        process = processes.Process(target=merge_until_killed, args=(data, machine.key, package, sending))
        process.start()
        sending.close()
        for _ in range(chance.randrange(3)):
            receiving.recv()
        killed_at = time.perf_counter() + chance.uniform(0, 0.05)
        while time.perf_counter() < killed_at:
            pass
        process.kill()
        process.join()
        receiving.close()
        seen.add(settled(data, machine.key, before, after))
    assert seen == {True, False}


def settled(data: Path, key: str, before: str, after: str) -> bool:
    """Whether the package counts as received; data, reception and soundness of the file agree.."""
    store = open_store(data)
    room = PackageRoom(store, **WHO)
    found = exported(store)
    assert found in {before, after}
    with closing(sqlite3.connect(data)) as connection:
        (received,) = connection.execute("SELECT count(*) FROM received WHERE withdrawn IS NULL").fetchone()
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert received == (found == after)
    if received:
        room.withdraw(key)
        assert exported(store) == before
    store.close()
    return bool(received)


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
    assert (
        PackageRoom(again, **WHO).merge(read_package_file(package)).applied == 60 * 2 + 60 * 8
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
