"""The register of units for the window's tests: a store in memory that is written at once."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.history import HistoryEntry
from nscl_desktop.domain.records import Record
from nscl_desktop.services.desk import Desk
from nscl_desktop.storage.opening import open_memory_store
from nscl_desktop.storage.store import Store
from tests.enterprises.registers import write


class MemoryRegister:
    """Every desk writes into the one store, which is made when it is first wanted."""

    def __init__(self) -> None:
        self._store: Store | None = None
        self._desks: dict[str, Desk] = {}
        self.signature = ("Trần Thị Thử", "MAY-01")

    @property
    def store(self) -> Store:
        if self._store is None:
            self._store = open_memory_store()
        return self._store

    def registers(self, *, settled: bool) -> Store:
        return self.store

    @contextmanager
    def alone(self) -> Iterator[Store]:
        yield self.store

    def put_on_desk(self, book: Book, root: Record) -> Desk:
        desk = self._desks[root.entity] = Desk(book, root.id, self)
        return desk

    def submit(self, change_set: ChangeSet) -> None:
        write(self.store, change_set)
        for desk in self._desks.values():
            desk.mark_saved(change_set.id)

    def add(self, step: ChangeSet, tell: Callable[[str], object] | None = None) -> str:
        write(self.store, step, tell)
        return step.scope

    def history(self, record_id: str) -> Sequence[HistoryEntry]:
        return self.store.history(record_id)
