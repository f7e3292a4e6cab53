"""An upgrade is made on the file only when all of it succeeded, and a copy from before it is kept."""

import shutil
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from nscl_desktop.domain.errors import Bug, NsclError
from nscl_desktop.storage.header import APPLICATION_ID, SCHEMA_VERSION
from nscl_desktop.storage.opening import open_store
from nscl_desktop.storage.upgrading import MIGRATIONS, upgrade_file
from tests.storage.books import SmallPlan, file_with_a_plan
from tests.storage.random_steps import contents

NOON = datetime(2031, 8, 19, 12).astimezone()
NEXT = SCHEMA_VERSION + 1

MIGRATION = f"""
import sqlalchemy as sa
from alembic import op

revision, down_revision = "{NEXT:04}", "{SCHEMA_VERSION:04}"

def upgrade():
"""
# Rebuilds a table that others point at: with links checked, SQLite would delete or refuse their rows.
REBUILDS = """
    with op.batch_alter_table("plan") as table:
        table.add_column(sa.Column("region", sa.Text, nullable=True))
    op.execute("UPDATE plan SET region = 'Đông Nam Bộ'")
    with op.batch_alter_table("plan") as table:
        table.alter_column("region", nullable=False)
"""
FAILS_HALFWAY = """
    op.add_column("plan", sa.Column("region", sa.Text, nullable=True))
    op.execute("UPDATE no_such_table SET region = ''")
"""
LOSES_A_ROW = """
    op.execute("DELETE FROM target_link")
"""
BREAKS_A_LINK = """
    op.execute("UPDATE source SET plan_id = 'nowhere'")
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "100% của tỉnh" / "nscl.db"


@pytest.fixture
def made(path: Path) -> SmallPlan:
    return file_with_a_plan(path)


@pytest.fixture
def backups(path: Path) -> Path:
    return path.parent / "backups"


def scripts_with(tmp_path: Path, steps: str) -> Path:
    folder = tmp_path / "migrations 100%"
    shutil.copytree(MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / f"{NEXT:04}_next.py").write_text(MIGRATION + steps, "utf-8")
    return folder


def sql(path: Path, query: str) -> list[tuple[str | int, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def test_a_table_that_others_point_at_is_rebuilt_without_losing_their_rows(
    path: Path, made: SmallPlan, backups: Path, tmp_path: Path
) -> None:
    upgrade_file(path, backups, NOON, scripts=scripts_with(tmp_path, REBUILDS), version=NEXT)
    assert sql(path, "SELECT code, region FROM plan") == [(made.plan.code, "Đông Nam Bộ")]
    assert sql(path, "SELECT count(*) FROM line") == [(2,)]
    assert sql(path, "SELECT count(*) FROM allocation") == [(2,)]
    assert sql(path, "PRAGMA user_version") + sql(path, "SELECT schema_version FROM file_info") == [(NEXT,), (NEXT,)]
    assert sql(path, "PRAGMA foreign_key_check") == []


def test_the_file_from_before_the_upgrade_is_kept(path: Path, made: SmallPlan, backups: Path, tmp_path: Path) -> None:
    upgrade_file(path, backups, NOON, scripts=scripts_with(tmp_path, REBUILDS), version=NEXT)
    (copy,) = backups.iterdir()
    assert copy.name == "nscl-20310819-120000-upgrade.db"
    store = open_store(copy)
    assert set(store.load_book().records()) == set(made.records)
    store.close()


@pytest.mark.parametrize(
    ("steps", "part"),
    [
        (FAILS_HALFWAY, "no_such_table"),
        (LOSES_A_ROW, "số dòng không khớp ở các bảng: target_link"),
        (BREAKS_A_LINK, "bảng source có liên kết hỏng"),
    ],
    ids=["fails halfway", "loses a row", "breaks a link"],
)
def test_an_upgrade_that_goes_wrong_leaves_the_file_as_it_was(
    path: Path, made: SmallPlan, backups: Path, tmp_path: Path, steps: str, part: str
) -> None:
    with pytest.raises(Bug, match=f"Không nâng cấp được.*đã được sao lưu.*{part}"):
        upgrade_file(path, backups, NOON, scripts=scripts_with(tmp_path, steps), version=NEXT)
    assert sql(path, "SELECT version_num FROM alembic_version") == [(f"{SCHEMA_VERSION:04}",)]
    store = open_store(path)
    assert set(store.load_book().records()) == set(made.records)
    store.close()
    assert len(list(backups.iterdir())) == 1


def test_without_a_backup_there_is_no_upgrade(path: Path, made: SmallPlan, backups: Path, tmp_path: Path) -> None:
    backups.write_text("a file in the way")
    with pytest.raises(NsclError, match="Không ghi được bản sao lưu"):
        upgrade_file(path, backups, NOON, scripts=scripts_with(tmp_path, REBUILDS), version=NEXT)
    assert sql(path, "PRAGMA user_version") == [(SCHEMA_VERSION,)]


def test_opening_brings_an_older_file_up_to_date(path: Path, backups: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as empty:  # as old as can be: no tables yet
        empty.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        empty.execute("VACUUM")
    store = open_store(path)
    assert contents(store.load_book()) == []
    store.close()
    assert sql(path, "PRAGMA user_version") == [(SCHEMA_VERSION,)]
    assert len(list(backups.iterdir())) == 1
