"""How SQLite is run: durable commits, checked references, real transactions."""

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool, StaticPool

BUSY_SECONDS = 5.0
"""How long to wait for another program that is writing; after that the user is told."""


def _on_connect(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    # The driver's own idea of when a transaction begins would leave reads outside of it: BEGIN is said below.
    connection.isolation_level = None
    connection.execute("PRAGMA synchronous=FULL")  # WAL would default to losing the last commits at a power cut


def _check_references(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    connection.execute("PRAGMA foreign_keys=ON")


def _on_begin(connection: Connection) -> None:
    # A writer takes its lock at once: a read that turns into a write later can fail without any waiting.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def make_engine(path: Path | None, *, check_references: bool = True) -> Engine:
    """Connections to a data file, or to one in memory that all threads share.

    A migration rebuilds tables and must not check references: SQLite would delete the rows that point at them.
    """
    if path is None:
        engine = create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
    else:
        options: dict[str, Any] = {"timeout": BUSY_SECONDS, "check_same_thread": False}
        engine = create_engine(URL.create("sqlite", database=str(path)), poolclass=QueuePool, connect_args=options)
    event.listen(engine, "connect", _on_connect)
    if check_references:
        event.listen(engine, "connect", _check_references)
    event.listen(engine, "begin", _on_begin)
    return engine
