"""Whether a data file can be trusted and written to, asked of SQLite itself on a connection of its own."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from nscl_desktop.storage.engine import BUSY_SECONDS
from nscl_desktop.storage.sqlite_errors import damaged, told_in_sentences


@contextmanager
def bare_connection(path: Path, mode: str = "rw") -> Iterator[sqlite3.Connection]:
    """SQLite without transactions of the driver's own; a missing file is made in mode "rwc" only."""
    name = path.absolute().as_posix()
    # An empty authority, then the path from its root; a share's name begins with two strokes of its own.
    address = f"file://{'' if name.startswith('/') else '/'}{quote(name)}?mode={mode}"
    with closing(sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS, isolation_level=None)) as connection:
        yield connection


def require_sound(connection: sqlite3.Connection, path: Path) -> None:
    """Read the whole file and refuse it when any page or index is broken."""
    with told_in_sentences(str(path)):
        verdict = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if verdict != ("ok",):
        raise damaged(str(path))


def require_writable(connection: sqlite3.Connection) -> None:
    """Switch to the write-ahead log and take the writer's lock for a moment: fails as a first edit would."""
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("ROLLBACK")


def row_counts(connection: sqlite3.Connection) -> dict[str, int]:
    """How many rows each table holds."""
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    count = 'SELECT count(*) FROM "{}"'  # the names are the file's own
    return {name: connection.execute(count.format(name)).fetchone()[0] for name in tables}
