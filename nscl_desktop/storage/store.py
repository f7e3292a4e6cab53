"""The open data file: the one place that writes records, and the reading of plans, lists and history."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import IntegrityError

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.errors import Bug
from nscl_desktop.domain.history import HistoryEntry, JournalStep
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.domain.records import Record
from nscl_desktop.storage import journal, queries
from nscl_desktop.storage.applying import write_journal, write_records
from nscl_desktop.storage.references import broken_reference
from nscl_desktop.storage.sqlite_errors import told_in_sentences
from nscl_desktop.storage.tables import SCHEMA_VERSION


def utc_now() -> datetime:
    """The moment that a step is dated with."""
    return datetime.now(UTC)


class Store:
    """One data file, from opening to closing.

    ``apply`` belongs to one thread at a time; reading may happen in any thread, on connections of its own, and sees
    the file as it was at one moment. Errors are sentences: ConflictError, InputError, EnvironmentProblem.
    """

    def __init__(self, engine: Engine, path: Path | None, clock: Callable[[], datetime] = utc_now) -> None:
        self._engine = engine
        self._clock = clock
        self._applying = threading.Lock()
        # In memory all threads share one connection, which must not be used by two of them at once.
        self._shared = threading.RLock() if path is None else None
        self.path = path
        self._name = str(path) if path else "(bộ nhớ)"

    def apply(self, change_set: ChangeSet, *, who: str, machine: str) -> datetime:
        """Write a ChangeSet and its journal in one transaction, durable on return; returns the moment noted for it.

        Raises ConflictError where a record is no longer as the change expects it, InputError for values that cannot
        be stored, EnvironmentProblem for a full disk and the like: nothing is written then.
        """
        if not self._applying.acquire(blocking=False):
            raise Bug("Đang lưu một bước thì một bước khác được lưu; các bước phải lần lượt.")
        try:
            # Told in milliseconds, so that it equals what will be read back.
            at = journal.from_stamp(journal.to_stamp(self._clock()))
            if change_set:
                self._write(change_set, {"at": journal.to_stamp(at), "who": who, "machine": machine})
            return at
        finally:
            self._applying.release()

    def _write(self, change_set: ChangeSet, step: dict[str, str]) -> None:
        try:
            with self._connected() as connection:
                writing = connection.execution_options(writes=True)
                with writing.begin():
                    write_journal(writing, change_set, {**step, "schema_version": SCHEMA_VERSION})
                    write_records(writing, change_set.changes)
        except IntegrityError as error:
            with self._connected() as connection:
                raise broken_reference(connection, change_set) from error

    def load_book(self, plan_id: str | None = None) -> Book:
        """One plan with the directories; everything there is for None. InputError for a plan that is not there."""
        with self._reading() as connection:
            if plan_id is None:
                return Book(queries.all_records(connection))
            return Book(queries.plan_records(connection, plan_id))

    def plan_rows(self) -> list[PlanRow]:
        """The list of plans, unsorted."""
        with self._reading() as connection:
            return queries.plan_rows(connection)

    def history(self, record_id: str, limit: int = 200) -> list[HistoryEntry]:
        """Changes of a record (a plan, a line, a cell …) and of all that belongs to it, newest first."""
        with self._reading() as connection:
            return journal.entries(connection, record_id, limit)

    def change_sets(
        self,
        after_seq: int = 0,
        *,
        scope: str | None = None,
        newest: int | None = None,
        without_whole_plans: bool = False,
    ) -> list[JournalStep]:
        """The steps after a number, oldest first; those of one plan for its undo, or only the ``newest`` so many."""
        with self._reading() as connection:
            return journal.steps(connection, after_seq, scope, newest, without_whole_plans=without_whole_plans)

    def last_seq(self) -> int:
        """Number of the newest step, 0 in a new file; grows when another program writes, too."""
        with self._reading() as connection:
            return journal.last_seq(connection)

    def last_change(self) -> datetime | None:
        """When the newest step was saved; None in a new file."""
        with self._reading() as connection:
            return journal.last_change(connection)

    def record_as_of(self, entity: str, record_id: str, at: datetime) -> Record | None:
        """A record as it was at a moment; None while it did not exist."""
        with self._reading() as connection:
            return journal.record_as_of(connection, entity, record_id, at)

    def close(self) -> None:
        """Give the file back: one plain file, without companions, when no other program has it open."""
        with told_in_sentences(self._name):
            self._engine.dispose()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._connected() as connection, connection.begin():
            yield connection

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        with told_in_sentences(self._name):
            if self._shared is None:
                with self._engine.connect() as connection:
                    yield connection
            else:
                with self._shared, self._engine.connect() as connection:
                    yield connection
