"""A data file is opened whole, or refused untouched with one clear sentence."""

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from nscl_desktop.domain.changes import updated
from nscl_desktop.domain.errors import EnvironmentProblem, InputError, NsclError, UnreadableFileError
from nscl_desktop.domain.plans import Plan
from nscl_desktop.storage.connections import open_connection
from nscl_desktop.storage.header import APPLICATION_ID, SCHEMA_VERSION
from nscl_desktop.storage.opening import open_store
from nscl_desktop.storage.store import Store
from tests.storage.books import WHO, SmallPlan, file_with_a_plan, one
from tests.storage.random_steps import contents


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Kế hoạch 100%.db"


@pytest.fixture
def made(path: Path) -> SmallPlan:
    return file_with_a_plan(path)


def sql(path: Path, *statements: str) -> list[tuple[str | int, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        rows = [row for statement in statements for row in connection.execute(statement).fetchall()]
        connection.commit()
    return rows


def refused(path: Path, kind: type[NsclError]) -> str:
    """The sentence with which the file is refused; neither it nor its folder has changed."""
    folder = path.parent
    before = {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}
    with pytest.raises(kind) as caught:
        open_store(path)
    assert type(caught.value) is kind
    assert {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()} == before
    return caught.value.sentence


def test_a_missing_file_is_made_with_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "Sở KH&CN" / "2021" / "nscl.db"
    store = open_store(path)
    assert store.plan_rows() == []
    store.close()
    assert [each.name for each in path.parent.iterdir()] == ["nscl.db"]
    assert sql(path, "PRAGMA application_id", "PRAGMA user_version", "PRAGMA journal_mode") == [
        (APPLICATION_ID,), (SCHEMA_VERSION,), ("wal",),
    ]  # fmt: skip
    assert sql(path, "SELECT schema_version FROM file_info") == [(SCHEMA_VERSION,)]


def test_a_missing_file_is_not_made_for_reading(path: Path) -> None:
    with pytest.raises(InputError, match="Không có tệp dữ liệu"):
        open_store(path, create=False)
    assert not path.exists()


def test_what_was_saved_is_there_after_opening_again(path: Path, made: SmallPlan) -> None:
    store = open_store(path)
    assert set(store.load_book().records()) == set(made.records)
    store.close()


def test_every_connection_writes_durably_and_checks_links(path: Path) -> None:
    open_store(path).close()
    with closing(open_connection(path)) as connection:
        names = ("synchronous", "foreign_keys")
        said = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in names}
    assert said == {"synchronous": 2, "foreign_keys": 1}  # 2 is FULL


def test_two_programs_can_have_the_file_open(path: Path, made: SmallPlan) -> None:
    first, second = open_store(path), open_store(path)
    first.apply(one(updated(made.plan, code="A")), **WHO)
    second.apply(one(updated(made.plan, title="B")), **WHO)
    for store in (first, second):
        plan = store.load_book().get(Plan, made.plan.id)
        assert (plan.code, plan.title) == ("A", "B")
        assert store.last_seq() == 3
    first.close()
    second.close()


def test_two_programs_that_start_together_make_one_file(path: Path) -> None:
    stores: list[Store] = []
    threads = [threading.Thread(target=lambda: stores.append(open_store(path))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [store.plan_rows() for store in stores] == [[], [], [], []]
    assert len(sql(path, "SELECT file_id FROM file_info")) == 1
    for store in stores:
        store.close()
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_folder_is_not_a_data_file(tmp_path: Path) -> None:
    assert "là một thư mục" in refused(tmp_path, InputError)


@pytest.mark.parametrize("content", [b"", b"SQLite", b"PK\x03\x04" * 100, "Kế hoạch năm 2021".encode() * 50])
def test_another_kind_of_file_is_refused(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert "không phải là tệp dữ liệu của chương trình" in refused(path, UnreadableFileError)


def test_the_data_of_another_program_is_refused(path: Path) -> None:
    sql(path, "CREATE TABLE plan (id)", "PRAGMA user_version = 1")
    assert "là của chương trình khác" in refused(path, UnreadableFileError)


def test_a_newer_file_is_refused_politely(path: Path, made: SmallPlan) -> None:
    sql(path, f"PRAGMA user_version = {SCHEMA_VERSION + 1}", "PRAGMA wal_checkpoint(TRUNCATE)")
    sentence = refused(path, UnreadableFileError)
    assert "phiên bản mới hơn" in sentence
    assert "Hãy cài phiên bản mới" in sentence


def test_a_newer_file_is_known_even_before_its_log_is_written_back(path: Path, made: SmallPlan) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
        other.commit()
        with pytest.raises(UnreadableFileError, match="phiên bản mới hơn"):
            open_store(path)


def test_a_damaged_page_is_found(path: Path, made: SmallPlan) -> None:
    size = path.stat().st_size
    with path.open("r+b") as file:
        for page in range(4096, size, 4096):
            file.seek(page)
            file.write(b"\xff" * 64)
    assert "bị hỏng" in refused(path, UnreadableFileError)


def test_a_file_cut_short_is_found(path: Path, made: SmallPlan) -> None:
    os.truncate(path, path.stat().st_size // 2)
    assert "bị hỏng" in refused(path, UnreadableFileError)


def without_patience(path: Path) -> Store:
    """A store that does not wait for other programs."""

    def connect() -> sqlite3.Connection:
        connection = open_connection(path)
        connection.execute("PRAGMA busy_timeout=0")
        return connection

    return Store(connect, path)


def test_a_file_that_another_program_is_writing_is_reported_and_works_again(path: Path, made: SmallPlan) -> None:
    store, step = without_patience(path), one(updated(made.plan, code="A"))
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(EnvironmentProblem, match="đang bị chương trình khác giữ"):
            store.apply(step, **WHO)
        other.execute("ROLLBACK")
    store.apply(step, **WHO)
    assert store.load_book().get(Plan, made.plan.id).code == "A"
    store.close()


@pytest.fixture
def read_only(tmp_path: Path) -> Iterator[Path]:
    """A folder with a data file that nobody may write to, not even an administrator."""
    folder = tmp_path / "chỉ đọc"
    folder.mkdir()
    file_with_a_plan(folder / "nscl.db")
    if os.name == "nt" or os.geteuid() != 0:
        for each in (folder / "nscl.db", folder):
            each.chmod(each.stat().st_mode & ~0o222)
        yield folder
        folder.chmod(0o755)
        return
    if not shutil.which("mount"):
        pytest.skip("an administrator can write everywhere, and there is no mount to prevent it")
    bind = ["mount", "--bind", str(folder), str(folder)]
    if subprocess.run(bind, capture_output=True, check=False).returncode:
        pytest.skip("an administrator can write everywhere, and mounting is not allowed")
    subprocess.run(["mount", "-o", "remount,bind,ro", str(folder)], check=True)
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_read_only_file_is_refused(read_only: Path) -> None:
    sentence = refused(read_only / "nscl.db", EnvironmentProblem)
    assert "quyền ghi" in sentence or "quyền đọc và ghi" in sentence


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets files be made in a read-only folder")
def test_a_file_cannot_be_made_in_a_read_only_folder(read_only: Path) -> None:
    assert "không ghi được vào thư mục này" in refused(read_only / "khác.db", EnvironmentProblem)


def test_reading_sees_one_moment_while_another_thread_writes(path: Path, made: SmallPlan) -> None:
    store = open_store(path)
    stop = threading.Event()

    def write() -> None:
        item = made.item
        while not stop.is_set():
            changed = updated(item, price=(item.price or 0) + 1, note=str((item.price or 0) + 1))
            store.apply(one(changed), **WHO)
            item = store.load_book().get(type(item), item.id)

    writer = threading.Thread(target=write)
    writer.start()
    for _ in range(30):
        item = store.load_book(made.plan.id).get(type(made.item), made.item.id)
        assert item.note in {"", str(item.price)}
    stop.set()
    writer.join()
    assert len(contents(store.load_book())) == len(made.records)
    store.close()
