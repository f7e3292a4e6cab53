"""An author who edits at random but never breaks a link: steps for the store and for a Book, over every kind of record.

It knows the records only by their FieldSpecs, so that a new kind of record is edited, too.
"""

import uuid
from collections.abc import Callable
from decimal import Decimal
from random import Random

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import Change, ChangeSet, deleted, inserted, updated
from nscl_desktop.domain.errors import ConflictError
from nscl_desktop.domain.fields import FieldSpec, Kind, Place, Value
from nscl_desktop.domain.records import Record, fields_of
from nscl_desktop.domain.registry import BY_ENTITY, RECORD_TYPES

TEXTS = ("", "Chi cục Tiêu chuẩn Đo lường Chất lượng", "a'b\"c", "dòng 1\ndòng 2", "=1+1", "😀 \x00 ẩn", "-", "0")
NUMBERS = tuple(map(Decimal, ("0", "1.50", "1.5", "20.86", "-0", "1E+3", "0.000000001", "123456789012345678901.5")))
AMOUNTS = (None, 0, 1, -5, 1_184_684_000, 2**63 - 1)


class Author:
    """Makes steps on top of one another; ``book`` is what they add up to."""

    def __init__(self, random: Random, book: Book | None = None) -> None:
        self.random = random
        self.book = book or Book()

    def step(self) -> ChangeSet:
        """A step of one to four changes, already made in ``book``."""
        changes: list[Change] = []
        while not changes or (len(changes) < 4 and self.random.random() < 0.6):
            change = self._change()
            if change is not None and self._made(change):
                changes.append(change)
        words = f"Bước {self.random.randrange(1000)}"
        return ChangeSet(words, tuple(changes), scope=self.random.choice(["", changes[0].id]), id=self._new_id())

    def _made(self, change: Change) -> bool:
        """Whether the book took the change; it refuses a move of a line to below itself."""
        try:
            self.book.apply([change])
        except ConflictError:
            return False
        return True

    def _change(self) -> Change | None:
        kind = self.random.random()
        records = list(self.book.records())
        if not records or kind < 0.5:
            return self._insert()
        if kind < 0.85:
            return self._update(self.random.choice(records))
        free = sorted({record.id for record in records} - self._pointed_at(records))
        if not free:
            return None
        key = self.random.choice(free)
        return deleted(next(record for record in records if record.id == key))

    def _insert(self) -> Change | None:
        record_type = self.random.choice(RECORD_TYPES)
        specs = fields_of(record_type)
        if any(spec.owner and not self._keys(spec.target) for spec in specs):
            return None
        values = {spec.name: self._value(spec) for spec in specs}
        return inserted(record_type(**values))  # type: ignore[arg-type]  # the author knows only FieldSpecs

    def _update(self, record: Record) -> Change | None:
        specs = [spec for spec in fields_of(type(record)) if spec.kind is not Kind.KEY]
        chosen = self.random.sample(specs, self.random.randint(1, min(3, len(specs))))
        return updated(record, **{spec.name: self._value(spec) for spec in chosen})

    def _value(self, spec: FieldSpec) -> Value:
        pick = self.random.choice
        if spec.kind is Kind.REF:
            keys = self._keys(spec.target)
            return pick(keys if spec.owner else [None, *keys])
        if spec.kind is Kind.PLACE:
            return Place(pick(["", *self._keys(spec.target)]), pick(("a0", "a1", "Zz")))
        plain: dict[Kind, Callable[[], Value]] = {
            Kind.KEY: self._new_id,
            Kind.LINES: lambda: tuple(pick(TEXTS) for _ in range(self.random.randrange(3))),
            Kind.MONEY: lambda: pick(AMOUNTS),
            Kind.INTEGER: lambda: self.random.randrange(2019, 2031),
            Kind.NUMBER: lambda: pick((None, *NUMBERS)),
            Kind.FLAG: lambda: self.random.random() < 0.5,
        }
        return plain[spec.kind]() if spec.kind in plain else pick(TEXTS)

    def _keys(self, entity: str) -> list[str]:
        return list(self.book.table(BY_ENTITY[entity]))

    def _new_id(self) -> str:
        return str(uuid.UUID(int=self.random.getrandbits(128), version=4))

    @staticmethod
    def _pointed_at(records: list[Record]) -> set[str]:
        found: set[str] = set()
        for record in records:
            for spec in fields_of(type(record)):
                value = getattr(record, spec.name)
                if spec.target and value:
                    found.add(value.parent if isinstance(value, Place) else value)
        return found


def contents(book: Book) -> list[str]:
    """Everything in a book, to the last digit: 1.5 and 1.50 differ here."""
    return sorted(map(repr, book.records()))
