"""Whether a data file can be trusted and written to, asked of SQLite itself on a connection of its own."""

import sqlite3
from pathlib import Path

from nscl_desktop.storage.sqlite_errors import damaged, told_in_sentences

_CACHE = 32_000
"""KB, for the time of a full check: each record is looked up in each index of its table, and these fit in."""


def require_readable(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a data file of which a page is lost or a record cannot be read: what opening needs to know.

    SQLite's quick_check reads every page and record, but does not look each record up in each index, which takes most
    of the time of a full check. An index that disagrees with its table is found when the file is next copied
    (``require_sound``), which happens whenever something has changed.
    """
    _require("PRAGMA quick_check(1)", connection, path)


def require_sound(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a file in which any page, record or index is broken: what a copy must prove before it counts as one."""
    connection.execute(f"PRAGMA cache_size=-{_CACHE}")
    _require("PRAGMA integrity_check(1)", connection, path)


def _require(check: str, connection: sqlite3.Connection, path: Path) -> None:
    with told_in_sentences(str(path)):
        verdict = connection.execute(check).fetchone()
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
