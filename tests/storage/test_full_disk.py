"""A full disk loses nothing that was saved, says so, and is over when there is room again."""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from nscl_desktop.domain.changes import ChangeSet, updated
from nscl_desktop.domain.errors import EnvironmentProblem
from nscl_desktop.domain.plans import Plan
from nscl_desktop.storage.backups import make_backup
from nscl_desktop.storage.connections import open_connection
from nscl_desktop.storage.opening import open_store
from nscl_desktop.storage.store import Store
from tests.storage.books import WHO, file_with_a_plan, one

NOON = datetime(2021, 8, 19, 5, tzinfo=UTC)


def note(plan: Plan, number: int) -> tuple[Plan, ChangeSet]:
    changed = Plan(id=plan.id, code=plan.code, title=f"{number} " * 2000, legal_bases=plan.legal_bases)
    return changed, one(updated(plan, title=changed.title))


def edit(store: Store, plans: list[Plan]) -> None:
    """Edit the plan again and again, noting each state that was saved."""
    for number in range(5000):
        changed, step = note(plans[-1], number)
        store.apply(step, **WHO)
        plans.append(changed)


def fill(store: Store, plan: Plan) -> Plan:
    """Edit until the disk is full; the plan as it was last saved."""
    plans = [plan]
    with pytest.raises(EnvironmentProblem, match=r"đã đầy.*dữ liệu đã lưu trước đó còn nguyên"):
        edit(store, plans)
    return plans[-1]


def test_a_full_file_refuses_the_step_and_keeps_all_before(tmp_path: Path) -> None:
    path = tmp_path / "nscl.db"
    made = file_with_a_plan(path)
    pages = path.stat().st_size // 4096 + 20

    def connect() -> sqlite3.Connection:
        connection = open_connection(path)
        connection.execute(f"PRAGMA max_page_count={pages}")
        return connection

    store = Store(connect, path)
    saved = fill(store, made.plan)
    steps = store.last_seq()
    assert steps > 1
    assert store.load_book().get(Plan, made.plan.id) == saved
    store.close()

    with_room = open_store(path)
    assert (with_room.last_seq(), with_room.load_book().get(Plan, saved.id)) == (steps, saved)
    changed, step = note(saved, 9999)
    with_room.apply(step, **WHO)
    assert with_room.load_book().get(Plan, saved.id) == changed
    with_room.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes."""
    folder = tmp_path / "đĩa nhỏ"
    folder.mkdir()
    if os.name == "nt" or os.geteuid() != 0 or not shutil.which("mount"):
        pytest.skip("only an administrator on Linux can mount a small disk")
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("mounting is not allowed here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_disk_really_full_loses_nothing_and_works_again_with_room(small_disk: Path) -> None:
    path = small_disk / "nscl.db"
    made = file_with_a_plan(path)
    store = open_store(path)
    saved = fill(store, made.plan)
    assert store.load_book().get(Plan, made.plan.id) == saved
    subprocess.run(["mount", "-o", "remount,size=8m", str(small_disk)], check=True)
    changed, step = note(saved, 9999)
    store.apply(step, **WHO)
    store.close()
    again = open_store(path)
    assert again.load_book().get(Plan, saved.id) == changed
    again.close()


def test_a_backup_that_finds_no_room_leaves_nothing_half_made(small_disk: Path, tmp_path: Path) -> None:
    path = tmp_path / "nscl.db"
    made = file_with_a_plan(path)
    store = open_store(path)
    plan = made.plan
    for number in range(200):
        plan, step = note(plan, number)
        store.apply(step, **WHO)
    store.close()
    with pytest.raises(EnvironmentProblem, match="đầy"):
        make_backup(path, small_disk / "backups", "open", NOON)
    assert list((small_disk / "backups").iterdir()) == []


def test_a_file_is_not_made_where_there_is_no_room(small_disk: Path) -> None:
    (small_disk / "đầy").write_bytes(b"x" * (2 * 1024 * 1024 - 64 * 1024))
    with pytest.raises(EnvironmentProblem, match="đầy"):
        open_store(small_disk / "nscl.db")
    assert [each.name for each in small_disk.iterdir()] == ["đầy"]
