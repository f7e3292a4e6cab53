"""Whether a data file can be trusted and written to, asked of SQLite itself on a connection of its own."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from nscl_desktop.storage.engine import BUSY_SECONDS
from nscl_desktop.storage.sqlite_errors import damaged


@contextmanager
def bare_connection(path: Path) -> Iterator[sqlite3.Connection]:
    """SQLite without a transaction of the driver's; every statement stands alone unless BEGIN is said."""
    with closing(sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)) as connection:
        yield connection


def require_sound(connection: sqlite3.Connection, path: Path) -> None:
    """Read the whole file and refuse it when any page or index is broken."""
    if connection.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
        raise damaged(str(path))


def require_writable(connection: sqlite3.Connection) -> None:
    """Switch to the write-ahead log and take the writer's lock for a moment: fails as a first edit would."""
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("ROLLBACK")
