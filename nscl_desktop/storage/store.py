"""The open data file: the one place that writes records, and the reading of plans, lists and history."""

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import UTC, datetime
from pathlib import Path
from sqlite3 import Connection
from typing import TYPE_CHECKING

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.errors import Bug
from nscl_desktop.domain.history import HistoryEntry, JournalStep
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.domain.records import Record
from nscl_desktop.storage import journal, queries
from nscl_desktop.storage.connections import Connect, Readers
from nscl_desktop.storage.sqlite_errors import told_in_sentences
from nscl_desktop.storage.telling import Tell, unheard

if TYPE_CHECKING:
    from nscl_desktop.storage.saving import Beside, Saving


def utc_now() -> datetime:
    """The moment that a step is dated with."""
    return datetime.now(UTC)


class Store:
    """One data file, from opening to closing.

    ``apply`` belongs to one thread at a time; reading may happen in any thread, on connections of its own, and sees
    the file as it was at one moment. Errors are sentences: ConflictError, InputError, EnvironmentProblem.
    """

    def __init__(self, connect: Connect, path: Path | None, clock: Callable[[], datetime] = utc_now) -> None:
        self._connect = connect
        self._clock = clock
        self._applying = threading.Lock()
        self._readers = Readers(connect)
        self._preparing = threading.Lock()
        self._saving: Saving | None = None
        # In memory all threads share one connection, which must not be used by two of them at once.
        self._alone: AbstractContextManager[object] = threading.RLock() if path is None else nullcontext()
        self.path = path
        self._name = str(path) if path else "(bộ nhớ)"

    def prepare_to_save(self) -> None:
        """Load and connect what writes, about a quarter of a second, so that the first step need not wait for it."""
        with self._alone:
            self._prepared()

    def _prepared(self) -> "Saving":
        with self._preparing:
            if self._saving is None:
                from nscl_desktop.storage.saving import Saving  # heavy, and whoever only reads never needs it

                self._saving = Saving(self._connect, self._name, shared=self.path is None)
            return self._saving

    def apply(self, change_set: ChangeSet, tell: Tell = unheard, /, *, who: str, machine: str) -> datetime:
        """Write a ChangeSet and its journal in one transaction, durable on return; returns the moment noted for it.

        ``tell`` hears how far a large step is; what it raises stops the step, and nothing is written.
        Raises ConflictError where a record is no longer as the change expects it, InputError for values that cannot
        be stored, EnvironmentProblem for a full disk and the like: nothing is written then.
        """
        return self._apply(change_set, who, machine, None, tell)

    def apply_with(self, change_set: ChangeSet, beside: "Beside", *, who: str, machine: str) -> datetime:
        """As ``apply``; ``beside`` writes rows that are no records in the same transaction.

        The step is kept even if it changes no record, so that these rows can name it.
        """
        return self._apply(change_set, who, machine, beside)

    def _apply(
        self, change_set: ChangeSet, who: str, machine: str, beside: "Beside | None", tell: Tell = unheard
    ) -> datetime:
        if not self._applying.acquire(blocking=False):
            raise Bug("Đang lưu một bước thì một bước khác được lưu; các bước phải lần lượt.")
        try:
            # Told in milliseconds, so that it equals what will be read back.
            at = journal.from_stamp(journal.to_stamp(self._clock()))
            if change_set or beside:
                said = {"at": journal.to_stamp(at), "who": who, "machine": machine}
                with self._alone:
                    self._prepared().write(change_set, said, beside, tell)
            return at
        finally:
            self._applying.release()

    def note(self, beside: "Beside") -> datetime:
        """Write rows that are no records and no step; returns the moment. Raises as ``apply`` does."""
        with self._applying, self._alone:
            self._prepared().note(beside)
        return self._clock()

    def load_book(self, plan_id: str | None = None) -> Book:
        """One plan with the directories; everything there is for None. InputError for a plan that is not there."""
        with self.reading() as connection:
            if plan_id is None:
                return Book(queries.all_records(connection))
            return Book(queries.plan_records(connection, plan_id))

    def plan_rows(self) -> list[PlanRow]:
        """The list of plans, unsorted."""
        with self.reading() as connection:
            return queries.plan_rows(connection)

    def history(self, record_id: str, limit: int = 200) -> list[HistoryEntry]:
        """Changes of a record (a plan, a line, a cell …) and of all that belongs to it, newest first."""
        with self.reading() as connection:
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
        with self.reading() as connection:
            return journal.steps(connection, after_seq, scope, newest, without_whole_plans=without_whole_plans)

    def last_seq(self) -> int:
        """Number of the newest step, 0 in a new file; grows when another program writes, too."""
        with self.reading() as connection:
            return journal.last_seq(connection)

    def last_change(self) -> datetime | None:
        """When the newest step was saved; None in a new file."""
        with self.reading() as connection:
            return journal.last_change(connection)

    def record_as_of(self, entity: str, record_id: str, at: datetime) -> Record | None:
        """A record as it was at a moment; None while it did not exist."""
        with self.reading() as connection:
            return journal.record_as_of(connection, entity, record_id, at)

    def close(self) -> None:
        """Give the file back: one plain file, without companions, when no other program has it open."""
        with told_in_sentences(self._name), self._preparing:
            self._readers.close()
            if self._saving:
                self._saving.close()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection for queries of storage's own modules: all that is read with it is the file at one moment."""
        with told_in_sentences(self._name), self._alone, self._readers.one_moment() as connection:
            yield connection
