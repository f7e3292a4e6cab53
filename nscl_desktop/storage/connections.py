"""Connections to a data file, opened in one way for reading and for writing: SQLite's own, without SQLAlchemy."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

BUSY_SECONDS = 5.0
"""How long to wait for another program that is writing; after that the user is told."""

Connection = sqlite3.Connection
"""What queries are asked over, by those who hand it on without knowing what it is."""
Connect = Callable[[], sqlite3.Connection]
"""Opens one more connection to the data file, or hands out the only one there is to a file in memory."""


@contextmanager
def bare_connection(path: Path, mode: str = "rw") -> Iterator[sqlite3.Connection]:
    """SQLite without transactions of the driver's own; a missing file is made in mode "rwc" only."""
    with closing(_connected(_address(path, mode))) as connection:
        yield connection


def open_connection(path: Path, mode: str = "rw", *, check_references: bool = True) -> sqlite3.Connection:
    """A connection for steps and plans: its commits are durable and every link in them is checked.

    A migration rebuilds tables and must not check references: SQLite would delete the rows that point at them.
    """
    return _prepared(_connected(_address(path, mode)), check_references=check_references)


def open_memory(*, check_references: bool = True) -> sqlite3.Connection:
    """A data file in memory, which is gone with its connection."""
    return _prepared(_connected(":memory:"), check_references=check_references)


def _address(path: Path, mode: str) -> str:
    name = path.absolute().as_posix()
    # An empty authority, then the path from its root; a share's name begins with two strokes of its own.
    return f"file://{'' if name.startswith('/') else '/'}{quote(name)}?mode={mode}"


def _connected(address: str) -> sqlite3.Connection:
    # The driver's own idea of when a transaction begins would leave reads outside of it: each says BEGIN itself.
    return sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)


def _prepared(connection: sqlite3.Connection, *, check_references: bool) -> sqlite3.Connection:
    connection.execute("PRAGMA synchronous=FULL")  # WAL would default to losing the last commits at a power cut
    connection.execute(f"PRAGMA foreign_keys={'ON' if check_references else 'OFF'}")
    return connection


class Readers:
    """Connections for reading: each used by one thread at a time, then kept for the next read in any thread."""

    def __init__(self, connect: Connect) -> None:
        self._connect = connect
        self._idle: list[sqlite3.Connection] = []
        self._changing = threading.Lock()
        self._closed = False

    @contextmanager
    def one_moment(self) -> Iterator[sqlite3.Connection]:
        """A transaction: all that is read in it is the file at one moment, whatever others write meanwhile."""
        connection = self._take()
        try:
            connection.execute("BEGIN")
            yield connection
        finally:
            connection.rollback()  # ends the transaction, in which nothing was written
            self._give_back(connection)

    def close(self) -> None:
        """Let go of the file; a read that is still going on lets go of it at its end."""
        with self._changing:
            self._closed = True
            idle, self._idle = self._idle, []
        for connection in idle:
            connection.close()

    def _take(self) -> sqlite3.Connection:
        with self._changing:
            if self._idle:
                return self._idle.pop()
        return self._connect()

    def _give_back(self, connection: sqlite3.Connection) -> None:
        with self._changing:
            if not self._closed:
                self._idle.append(connection)
                return
        connection.close()
