"""Restoring loses nothing: the present state is kept first, and a file that is no good changes nothing."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from nscl_desktop.domain.changes import updated
from nscl_desktop.domain.errors import EnvironmentProblem, UnreadableFileError
from nscl_desktop.domain.plans import Plan
from nscl_desktop.storage.backups import list_backups, make_backup
from nscl_desktop.storage.opening import open_store
from nscl_desktop.storage.restoring import restore
from nscl_desktop.storage.store import Store
from tests.storage.books import WHO, SmallPlan, file_with_a_plan, one

MORNING = datetime(2021, 8, 19, 8).astimezone()
NOON = MORNING + timedelta(hours=4)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "nscl.db"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


@pytest.fixture
def made(data: Path) -> SmallPlan:
    return file_with_a_plan(data)


@pytest.fixture
def backup(data: Path, folder: Path, made: SmallPlan) -> Path:
    """A copy of the morning; the plan was renamed since."""
    path = make_backup(data, folder, "open", MORNING).path
    store = open_store(data)
    store.apply(one(updated(made.plan, code="SAU")), **WHO)
    store.close()
    return path


def code_in(path: Path, made: SmallPlan) -> str:
    store: Store = open_store(path)
    code = store.load_book().get(Plan, made.plan.id).code
    store.close()
    return code


def test_the_backup_takes_the_place_of_the_file_and_the_file_is_kept(
    data: Path, folder: Path, made: SmallPlan, backup: Path
) -> None:
    kept = restore(backup, data, folder, NOON)
    assert code_in(data, made) == made.plan.code
    assert kept is not None
    assert (kept.reason, kept.at, list_backups(data, folder)[0]) == ("restore", NOON, kept)
    assert code_in(kept.path, made) == "SAU"
    assert sorted(each.name for each in data.parent.iterdir()) == ["backups", "nscl.db"]


def test_restoring_can_itself_be_taken_back(data: Path, folder: Path, made: SmallPlan, backup: Path) -> None:
    kept = restore(backup, data, folder, NOON)
    assert kept is not None
    restore(kept.path, data, folder, NOON)
    assert code_in(data, made) == "SAU"


def test_the_log_of_a_killed_program_belongs_to_the_file_that_is_kept(
    data: Path, folder: Path, made: SmallPlan, backup: Path
) -> None:
    store = open_store(data)
    plan = store.load_book().get(Plan, made.plan.id)
    store.apply(one(updated(plan, code="TRONG NHẬT KÝ")), **WHO)
    killed = {name: data.with_name(name).read_bytes() for name in ("nscl.db", "nscl.db-wal")}
    store.close()
    for name, content in killed.items():
        data.with_name(name).write_bytes(content)
    kept = restore(backup, data, folder, NOON)
    assert kept is not None
    assert code_in(kept.path, made) == "TRONG NHẬT KÝ"
    assert code_in(data, made) == made.plan.code


def test_a_damaged_file_is_kept_as_it_is(data: Path, folder: Path, made: SmallPlan, backup: Path) -> None:
    broken = b"\x00" * 5000
    data.write_bytes(broken)
    data.with_name("nscl.db-wal").write_bytes(b"log")
    kept = restore(backup, data, folder, NOON)
    assert kept is not None
    assert (kept.reason, kept.path.read_bytes()) == ("damaged", broken)
    assert kept.path.with_name(kept.path.name + "-wal").read_bytes() == b"log"
    assert code_in(data, made) == made.plan.code


def test_a_file_with_damaged_pages_is_kept_as_it_is(data: Path, folder: Path, made: SmallPlan, backup: Path) -> None:
    with data.open("r+b") as file:
        for page in range(4096, data.stat().st_size, 4096):
            file.seek(page)
            file.write(b"\xff" * 64)
    kept = restore(backup, data, folder, NOON)
    assert kept is not None
    assert kept.reason == "damaged"
    assert code_in(data, made) == made.plan.code


def test_a_lost_file_is_brought_back(data: Path, folder: Path, made: SmallPlan, backup: Path) -> None:
    data.unlink()
    assert restore(backup, data, folder, NOON) is None
    assert code_in(data, made) == made.plan.code


@pytest.mark.parametrize("content", [b"", b"not a backup" * 100])
def test_a_backup_that_is_no_good_changes_nothing(
    data: Path, folder: Path, made: SmallPlan, backup: Path, content: bytes
) -> None:
    backup.write_bytes(content)
    with pytest.raises(UnreadableFileError):
        restore(backup, data, folder, NOON)
    assert code_in(data, made) == "SAU"
    assert [copy.path for copy in list_backups(data, folder)] == [backup]


def test_a_backup_with_damaged_pages_changes_nothing(data: Path, folder: Path, made: SmallPlan, backup: Path) -> None:
    with backup.open("r+b") as file:
        for page in range(4096, backup.stat().st_size, 4096):
            file.seek(page)
            file.write(b"\xff" * 64)
    with pytest.raises(UnreadableFileError, match=rf"{backup.name}” bị hỏng"):
        restore(backup, data, folder, NOON)
    assert code_in(data, made) == "SAU"
    assert [copy.path for copy in list_backups(data, folder)] == [backup]
    assert sorted(each.name for each in data.parent.iterdir()) == ["backups", "nscl.db"]


def test_a_file_still_open_elsewhere_is_not_replaced(data: Path, folder: Path, made: SmallPlan, backup: Path) -> None:
    store = open_store(data)
    store.plan_rows()
    with pytest.raises(EnvironmentProblem, match="đang bị chương trình khác giữ"):
        restore(backup, data, folder, NOON)
    assert store.load_book().get(Plan, made.plan.id).code == "SAU"
    store.close()
    assert code_in(data, made) == "SAU"
    assert sorted(each.name for each in data.parent.iterdir()) == ["backups", "nscl.db"]


def test_what_cannot_be_cleared_away_for_the_backup_is_said_and_the_backup_is_not_half_put_back(
    data: Path, folder: Path, made: SmallPlan, backup: Path
) -> None:
    """A folder stands where the old file's log would be: SQLite would take it for a part of the restored file."""
    data.unlink()
    in_the_way = data.with_name(f"{data.name}-wal")
    in_the_way.mkdir()
    with pytest.raises(EnvironmentProblem, match="Không thay được tệp dữ liệu"):
        restore(backup, data, folder, NOON)
    assert sorted(each.name for each in data.parent.iterdir()) == ["backups", in_the_way.name]
