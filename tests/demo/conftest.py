"""The demo year, written once for all tests of it."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from nscl_desktop.office.demo_file import write_demo_file
from nscl_desktop.storage.opening import open_store
from nscl_desktop.storage.store import Store


@pytest.fixture(scope="session")
def year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data file, for reading alone."""
    path = tmp_path_factory.mktemp("nam-mau") / "năm mẫu.db"
    write_demo_file(path)
    return path


@pytest.fixture
def sql(year: Path) -> Iterator[sqlite3.Connection]:
    """The file as SQLite sees it, without the program."""
    connection = sqlite3.connect(f"file:{year}?mode=ro", uri=True)
    yield connection
    connection.close()


@pytest.fixture(scope="session")
def store(year: Path) -> Iterator[Store]:
    """The file as the program opens it."""
    opened = open_store(year, create=False)
    yield opened
    opened.close()
