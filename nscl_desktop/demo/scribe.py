"""Who writes the demo year: makes the services' own steps one after the other, and folds them into few named ones."""

from random import Random

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import Change, ChangeSet, change_set, inserted, updated
from nscl_desktop.domain.dossiers.whole import WholeDossier, gather, whole_of
from nscl_desktop.domain.records import Record, RecordT, values_of

INVENTED = "Bịa ra cho năm mẫu, không phải số liệu thật."
"""Stands in the note of whatever has one."""
SCOPE = "demo-year"
"""Of the steps: each is undone as a whole."""
SEED = 2021


class Scribe:
    """The book as it is so far; ``random`` is seeded, so that two runs invent the same."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.random = Random(SEED)  # noqa: S311 - invents names, guards nothing
        self.steps: list[ChangeSet] = []
        self._before = self._now()

    def do(self, step: ChangeSet) -> ChangeSet:
        """Make one step of a service, as a clerk would."""
        self.book.apply(step.changes)
        return step

    def add(self, step: ChangeSet, kind: type[RecordT]) -> RecordT:
        """Make a step that adds; the first record of that kind which it adds."""
        key = next(each.id for each in self.do(step).changes if each.entity == kind.entity and each.before is None)
        return self.book.get(kind, key)

    def again(self, record: RecordT) -> RecordT:
        """A record as it stands now."""
        return self.book.get(type(record), record.id)

    def all(self, kind: type[RecordT]) -> list[RecordT]:
        """All records of a kind, in the order in which they came."""
        return list(self.book.table(kind).values())

    def dossier(self, key: str) -> WholeDossier:
        """A dossier as it stands now, with its parts."""
        return whole_of(gather(self.book.records()), key)

    def chapter(self, words: str) -> None:
        """Fold what was done since the last chapter into one step: each record from its beginning to its end."""
        changes: list[Change | None] = []
        for each in self.book.records():
            old = self._before.get((each.entity, each.id))
            if old is None:
                changes.append(inserted(each))
            elif old != each:
                changes.append(updated(old, **values_of(each)))
        self.steps.append(change_set(f"Năm mẫu: {words}", changes, SCOPE))
        self._before = self._now()

    def _now(self) -> dict[tuple[str, str], Record]:
        return {(each.entity, each.id): each for each in self.book.records()}
