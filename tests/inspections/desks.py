"""A desk in memory: steps are made at once and saved when a test says so."""

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet


class MemoryDesk:
    def __init__(self, book: Book) -> None:
        self.book = book
        self.steps: list[ChangeSet] = []
        self.waiting = 0

    @property
    def unsaved(self) -> int:
        return self.waiting

    def perform(self, change_set: ChangeSet) -> None:
        if change_set:
            self.book.apply(change_set.changes)
            self.steps.append(change_set)
