"""A backup is one plain file, proved when it is made, and named so that it can be found without the program."""

import os
import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from nscl_desktop.domain.changes import updated
from nscl_desktop.domain.errors import EnvironmentProblem, UnreadableFileError
from nscl_desktop.domain.plans import Plan
from nscl_desktop.storage.backups import list_backups, make_backup, remove_backups
from nscl_desktop.storage.opening import open_store
from tests.storage.books import WHO, SmallPlan, file_with_a_plan, one
from tests.storage.random_steps import contents

NOON = datetime(2021, 8, 19, 12, 30, 15, 999999).astimezone()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "nscl.db"


@pytest.fixture
def made(data: Path) -> SmallPlan:
    return file_with_a_plan(data)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def test_a_backup_is_one_file_with_all_that_was_saved(data: Path, made: SmallPlan, folder: Path) -> None:
    store = open_store(data)
    store.apply(one(updated(made.plan, code="A")), **WHO)  # still in the write-ahead log
    copy = make_backup(data, folder, "open", NOON)
    store.apply(one(updated(made.plan, title="B")), **WHO)
    assert [each.name for each in folder.iterdir()] == ["nscl-20210819-123015-open.db"]
    assert (copy.path, copy.size) == (next(folder.iterdir()), copy.path.stat().st_size)
    store.close()
    opened = open_store(copy.path)
    plan = opened.load_book().get(Plan, made.plan.id)
    assert (plan.code, plan.title, opened.last_seq()) == ("A", made.plan.title, 2)
    opened.close()


def test_backups_are_listed_newest_first_by_their_names(data: Path, made: SmallPlan, folder: Path) -> None:
    made_at = [NOON, NOON + timedelta(days=1), NOON - timedelta(days=400)]
    copies = [
        make_backup(data, folder, reason, at) for reason, at in zip(("open", "close", "import"), made_at, strict=True)
    ]
    (folder / "nscl-notes.txt").write_text("x")
    (folder / "khác-20210819-123015-open.db").write_text("x")
    assert list_backups(data, folder) == [copies[1], copies[0], copies[2]]
    assert [copy.reason_label for copy in copies] == [
        "Khi mở chương trình",
        "Khi đóng chương trình",
        "Trước khi nhập dữ liệu",
    ]
    remove_backups(copies[:1])
    assert list_backups(data, folder) == [copies[1], copies[2]]
    remove_backups(copies[:1])  # gone already


def test_where_nothing_was_backed_up_there_is_nothing_to_list(data: Path, folder: Path) -> None:
    assert list_backups(data, folder) == []


def test_two_backups_in_one_second_are_two_files(data: Path, made: SmallPlan, folder: Path) -> None:
    first, second = (make_backup(data, folder, "open", NOON) for _ in range(2))
    assert second.at - first.at == timedelta(seconds=1)
    assert len(list_backups(data, folder)) == 2


def test_a_damaged_file_is_not_backed_up_as_if_it_were_sound(data: Path, made: SmallPlan, folder: Path) -> None:
    with data.open("r+b") as file:
        for page in range(4096, data.stat().st_size, 4096):
            file.seek(page)
            file.write(b"\xff" * 64)
    with pytest.raises(UnreadableFileError, match=r"nscl\.db” bị hỏng"):
        make_backup(data, folder, "close", NOON)
    assert list(folder.iterdir()) == []


def test_what_a_killed_program_left_of_a_copy_goes_but_not_what_another_is_writing(
    data: Path, made: SmallPlan, folder: Path
) -> None:
    folder.mkdir()
    left, written, foreign = (
        folder / name for name in (".nscl-20210818-080000-hand.db.part", ".nscl-20210819-123010-hand.db.part", "x.part")
    )
    for path, age in ((left, timedelta(hours=4)), (written, timedelta(seconds=5)), (foreign, timedelta(days=9))):
        path.write_bytes(b"half")
        os.utime(path, ((NOON - age).timestamp(),) * 2)
    copy = make_backup(data, folder, "open", NOON)
    assert sorted(folder.iterdir()) == sorted([written, foreign, copy.path])


def test_a_folder_that_cannot_be_made_is_reported(data: Path, made: SmallPlan, folder: Path) -> None:
    folder.write_text("a file in the way")
    with pytest.raises(EnvironmentProblem, match="Không ghi được bản sao lưu"):
        make_backup(data, folder, "open", NOON)


def test_a_backup_does_not_disturb_who_is_writing(data: Path, made: SmallPlan, folder: Path) -> None:
    store = open_store(data)
    with closing(sqlite3.connect(data, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        copy = make_backup(data, folder, "open", NOON)
        other.execute("ROLLBACK")
    opened = open_store(copy.path)
    assert contents(opened.load_book()) == contents(store.load_book())
    opened.close()
    store.close()
    assert sorted(each.name for each in data.parent.iterdir()) == ["backups", "nscl.db"]
