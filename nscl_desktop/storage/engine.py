"""The writing side's way to SQLite: SQLAlchemy over the connections of the data file, with real transactions."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.pool import QueuePool, StaticPool

from nscl_desktop.storage.connections import Connect
from nscl_desktop.storage.sqlite_errors import from_sqlite, told_in_sentences


def make_engine(connect: Connect, *, shared: bool = False) -> Engine:
    """An engine over connections that ``connect`` opens; over one that all threads share if the file is in memory."""
    engine = create_engine("sqlite://", creator=connect, poolclass=StaticPool if shared else QueuePool)
    event.listen(engine, "begin", _on_begin)
    return engine


def _on_begin(connection: Connection) -> None:
    # A writer takes its lock at once: a read that turns into a write later can fail without any waiting.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def sqlite_beneath(connection: Connection) -> sqlite3.Connection:
    """SQLite's own connection, in the transaction of SQLAlchemy's."""
    return cast("sqlite3.Connection", connection.connection.driver_connection)


@contextmanager
def writing_told_in_sentences(file: str) -> Iterator[None]:
    """As ``told_in_sentences``, also for what SQLAlchemy has wrapped.

    IntegrityError passes: only who knows the step can say what it broke.
    """
    with told_in_sentences(file):
        try:
            yield
        except IntegrityError:
            raise
        except DBAPIError as error:
            if isinstance(error.orig, sqlite3.Error):
                raise from_sqlite(error.orig, file) from error
            raise
