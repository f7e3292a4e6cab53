"""The writing side of an open data file: all of it that needs SQLAlchemy, loaded when it is first wanted."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy.exc import IntegrityError

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.storage.applying import write_journal, write_records
from nscl_desktop.storage.connections import Connect
from nscl_desktop.storage.engine import make_engine, sqlite_beneath, writing_told_in_sentences
from nscl_desktop.storage.header import SCHEMA_VERSION
from nscl_desktop.storage.references import broken_reference
from nscl_desktop.storage.telling import Tell, unheard

_LARGE_STEP = 1_000
"""Changes from which a step is given more memory."""
_ROOM_KIB = 64 * 1024
"""Memory for pages of a large step: with SQLite's own 2 MB each page of an index is written and read many times."""

Beside = Callable[[sqlite3.Connection], None]
"""Writes rows that are no records in the same transaction."""


class Saving:
    """Writes steps into one data file; belongs to one thread at a time."""

    def __init__(self, connect: Connect, file: str, *, shared: bool) -> None:
        self._engine = make_engine(connect, shared=shared)
        self._file = file
        with writing_told_in_sentences(file), self._engine.connect():
            pass  # the first connection takes longer than all others, and is kept

    def write(
        self, change_set: ChangeSet, step: dict[str, str], beside: Beside | None = None, tell: Tell = unheard
    ) -> None:
        """Write a ChangeSet and its journal in one transaction; raises as ``Store.apply`` does."""
        with writing_told_in_sentences(self._file):
            try:
                with self._engine.connect() as connection:
                    writing = connection.execution_options(writes=True)
                    with writing.begin(), _room_for(sqlite_beneath(writing), len(change_set.changes)):
                        write_journal(writing, change_set, {**step, "schema_version": SCHEMA_VERSION}, tell)
                        write_records(writing, change_set.changes, tell)
                        if beside:
                            beside(sqlite_beneath(writing))
            except IntegrityError as error:
                with self._engine.connect() as connection:
                    raise broken_reference(connection, change_set) from error

    def note(self, beside: Beside) -> None:
        """Write rows that are no records in a transaction of their own."""
        with writing_told_in_sentences(self._file), self._engine.connect() as connection:
            writing = connection.execution_options(writes=True)
            with writing.begin():
                beside(sqlite_beneath(writing))

    def close(self) -> None:
        """Let go of the file."""
        with writing_told_in_sentences(self._file):
            self._engine.dispose()


@contextmanager
def _room_for(connection: sqlite3.Connection, count: int) -> Iterator[None]:
    """More memory while a large step is written; what is durable, and when, is not touched by it."""
    if count < _LARGE_STEP:
        yield
        return
    (usual,) = connection.execute("PRAGMA cache_size").fetchone()
    connection.execute(f"PRAGMA cache_size=-{_ROOM_KIB}")
    try:
        yield
    finally:
        connection.execute(f"PRAGMA cache_size={usual}")
