"""How closely a file is looked at: as much as opening needs, all of it before a copy counts as one."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from nscl_desktop.domain.errors import UnreadableFileError
from nscl_desktop.storage.backups import make_backup
from nscl_desktop.storage.opening import open_store
from tests.storage.books import SmallPlan, file_with_a_plan

NOON = datetime(2021, 8, 19, 5, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "nscl.db"


@pytest.fixture
def made(path: Path) -> SmallPlan:
    """A data file with an index that holds the order of another column."""
    made = file_with_a_plan(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA writable_schema=ON")
        other = "CREATE INDEX ix_line_lead_id ON line (note)"
        connection.execute("UPDATE sqlite_schema SET sql = ? WHERE name = 'ix_line_lead_id'", [other])
        connection.commit()
    return made


def test_an_index_that_disagrees_with_its_table_is_not_looked_for_at_opening(path: Path, made: SmallPlan) -> None:
    store = open_store(path)
    assert set(store.load_book().records()) == set(made.records)
    store.close()


def test_an_index_that_disagrees_with_its_table_never_gets_into_a_copy(path: Path, made: SmallPlan) -> None:
    with pytest.raises(UnreadableFileError, match=r"nscl.*bị hỏng"):
        make_backup(path, path.parent / "backups", "hand", NOON)
    assert list((path.parent / "backups").iterdir()) == []
