"""What was answered is in the file without anybody closing it, and the entry goes on at the same question."""

from contextlib import closing
from datetime import datetime
from pathlib import Path

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet, change_set, inserted
from nscl_desktop.domain.errors import NsclError
from nscl_desktop.presenters.visit_entry import VisitEntry
from nscl_desktop.storage.opening import open_store
from nscl_desktop.storage.store import Store
from nscl_desktop.storage.visit_queries import visit_records
from nscl_desktop.storage.writer import WriteQueue
from tests.inspections.sheets import book


class QueuedDesk:
    """A desk in front of the real queue."""

    def __init__(self, made: Book, queue: WriteQueue) -> None:
        self.book, self._queue = made, queue
        self.unsaved = 0

    def perform(self, step: ChangeSet) -> None:
        if step:
            self.book.apply(step.changes)
            self._queue.submit(step)


def saved(step_id: str, at: datetime) -> None:
    """Nobody waits for the news here."""


def failed(step_id: str, error: NsclError, later: tuple[str, ...]) -> None:
    raise error


def read(store: Store) -> Book:
    with store.reading() as connection:
        return Book(visit_records(connection, "v"))


def test_the_file_can_be_opened_beside_one_that_was_never_closed(tmp_path: Path) -> None:
    path = tmp_path / "visit.db"
    with closing(open_store(path)) as store:
        store.apply(change_set("Thử", map(inserted, book().records())), who="an", machine="may")
        queue = WriteQueue(store, sign=lambda: ("an", "may"), on_saved=saved, on_failed=failed)
        entry = VisitEntry(QueuedDesk(read(store), queue), "v")
        entry.enter("failed", "thiếu sổ")
        entry.step(1)
        entry.enter("Sổ theo dõi", "")
        entry.step(1)
        assert queue.drain()
        with closing(open_store(path)) as other:
            again = VisitEntry(QueuedDesk(read(other), queue), "v")
        queue.close()
    assert again.question is not None
    assert again.question.id == "people"
    assert again.progress == (2, 7)
    assert again.sheet.answers["papers"].note == "thiếu sổ"
