"""Fields on which office and machines differ, grouped by record: what each says, what is chosen, what is still open.

Columns are numbered as their keys are: 1 the common base, 2 the office, from 3 on the machines; any other value may be
typed. Nothing is saved here.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Kind, Value
from nscl_desktop.domain.limits import accepted
from nscl_desktop.domain.merging.proposals import OFFICE, Key, Spot
from nscl_desktop.presenters.field_text import text_of, value_of
from nscl_desktop.presenters.package_words import (
    Names,
    capital,
    field_words,
    moment_words,
    pointed_at,
    spec_named,
    value_words,
)
from nscl_desktop.services.package_views import ConflictView, Said

BASE = "base"
UNSAID = "—"
"""In the column of one who left the field alone."""
_UNTYPED = frozenset({Kind.REF, Kind.PLACE, Kind.POSITION, Kind.KEY})
"""Kinds of which no other value can be typed: they name records, not words."""


class Column(NamedTuple):
    """Who speaks in it: BASE, "office" or the key of a check-out; and its heading."""

    author: str
    title: str


class Decision(NamedTuple):
    """What is chosen of a conflict."""

    key: Key
    field: str
    value: Value


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """A row of the table: a conflict, or the heading of those of one record (``conflict`` is None)."""

    title: str
    conflict: ConflictView | None = None

    @property
    def spot(self) -> Spot | None:
        """Where it is."""
        return (self.conflict.key, self.conflict.field) if self.conflict else None


class ConflictTable:
    """All that differs now, and what the person in front of it has chosen so far."""

    def __init__(self, conflicts: Iterable[ConflictView] = (), names: Names | None = None) -> None:
        self._chosen: dict[Spot, tuple[str, Value]] = {}
        self.rows: tuple[ConflictRow, ...] = ()
        self.columns: tuple[Column, ...] = ()
        self._names: Names = {}
        self.show(conflicts, names or {})

    def show(self, conflicts: Iterable[ConflictView], names: Names) -> None:
        """Other conflicts; what was chosen of those that are as they were stays chosen."""
        before = {row.spot: row.conflict for row in self.rows if row.conflict}
        ordered = sorted(conflicts, key=lambda each: (each.key[0], each.title, each.key, each.field))
        self._names = names
        self.columns = (Column(BASE, "Gốc"), Column(OFFICE, "Văn phòng"), *_machines(ordered))
        self.rows = tuple(_grouped(ordered))
        same = {row.spot for row in self.rows if row.conflict and before.get(row.spot) == row.conflict}
        self._chosen = {spot: chosen for spot, chosen in self._chosen.items() if spot in same}

    # -- what is shown ----------------------------------------------------------------------------------------------

    @property
    def total(self) -> int:
        """How many fields differ."""
        return sum(row.conflict is not None for row in self.rows)

    @property
    def left(self) -> int:
        """How many of them nobody has chosen for yet."""
        return self.total - len(self._chosen)

    def field(self, row: int) -> str:
        """What the field of a row is called."""
        conflict = self._at(row)
        return field_words(conflict.key[0], conflict.field)

    def cell(self, row: int, column: int) -> str:
        """What somebody says in a row; the column behind the last one holds a value of one's own."""
        conflict = self._at(row)
        if column == len(self.columns):
            chosen = self._chosen.get((conflict.key, conflict.field))
            return self._words(conflict, chosen[1]) if chosen and not chosen[0] else ""
        author = self.columns[column].author
        if author == BASE:
            return self._words(conflict, conflict.base)
        said = _said(conflict, author)
        return self._words(conflict, said.value) if said else UNSAID

    def tip(self, row: int, column: int) -> str:
        """The whole value, and who gave it when, as far as that is known."""
        if column >= len(self.columns):
            return "F2: ghi một giá trị khác"
        said = _said(self._at(row), self.columns[column].author)
        told = ", ".join(filter(None, (said.who, moment_words(said.at)))) if said else ""
        return "\n".join(filter(None, (self.cell(row, column), told)))

    def shown_meanwhile(self, row: int) -> str:
        """What the field holds as long as nothing is decided."""
        conflict = self._at(row)
        return self._words(conflict, conflict.shown)

    def chosen(self, row: int) -> int | None:
        """The column that is chosen in a row; the one behind the last for a value of one's own."""
        conflict = self.rows[row].conflict
        found = self._chosen.get((conflict.key, conflict.field)) if conflict else None
        if found is None:
            return None
        authors = [column.author for column in self.columns]
        return authors.index(found[0]) if found[0] in authors else len(authors)

    def next_open(self, row: int) -> int:
        """The next row below, then from the top, that is not chosen yet; the same row where there is none."""
        places = [*range(row + 1, len(self.rows)), *range(row)]
        return next((place for place in places if self._is_open(place)), row)

    # -- choosing ---------------------------------------------------------------------------------------------------

    def choose(self, row: int, column: int) -> None:
        """Take the value of a column; InputError where that one said nothing."""
        conflict, author = self._at(row), self.columns[column].author
        said = _said(conflict, author)
        if author != BASE and said is None:
            raise InputError(f"{self.columns[column].title} không sửa chỗ này; hãy chọn cột khác.")
        self._chosen[conflict.key, conflict.field] = (author, said.value if said else conflict.base)

    def text(self, row: int) -> str | None:
        """The value to begin typing with: the one that is chosen, else the one shown now.

        None where no other value can be typed, because the field names another record.
        """
        conflict = self._at(row)
        spec = spec_named(conflict.key[0], conflict.field)
        chosen = self._chosen.get((conflict.key, conflict.field))
        return None if spec.kind in _UNTYPED else text_of(spec, chosen[1] if chosen else conflict.shown)

    def type_other(self, row: int, text: str) -> None:
        """Take a value that nobody gave; InputError for one that the field cannot hold."""
        conflict = self._at(row)
        spec = spec_named(conflict.key[0], conflict.field)
        self._chosen[conflict.key, conflict.field] = ("", accepted(spec, value_of(spec, text)))

    def choose_all(self, column: int) -> int:
        """Take one's values wherever nothing is chosen yet and that one said something; in how many rows."""
        author, taken = self.columns[column].author, 0
        for row in range(len(self.rows)):
            if self._is_open(row) and (author == BASE or _said(self._at(row), author)):
                self.choose(row, column)
                taken += 1
        return taken

    def leave(self, row: int) -> None:
        """Choose nothing after all."""
        self._chosen.pop((self._at(row).key, self._at(row).field), None)

    def decisions(self) -> tuple[Decision, ...]:
        """What is chosen, in the order of the table."""
        found = ((row.spot, self._chosen[row.spot][1]) for row in self.rows if row.spot in self._chosen and row.spot)
        return tuple(Decision(*spot, value) for spot, value in found)

    def _at(self, row: int) -> ConflictView:
        conflict = self.rows[row].conflict
        assert conflict is not None  # noqa: S101 - headings have neither cells nor keys
        return conflict

    def _is_open(self, row: int) -> bool:
        return self.rows[row].conflict is not None and self.rows[row].spot not in self._chosen

    def _words(self, conflict: ConflictView, value: Value) -> str:
        return value_words(conflict.key[0], conflict.field, value, self._names)


def names_wanted(conflicts: Iterable[ConflictView]) -> set[Key]:
    """The records that the values of conflicts point at."""
    wanted: set[Key] = set()
    for each in conflicts:
        values = (each.base, each.shown, *(said.value for said in each.values))
        wanted |= pointed_at(each.key[0], ((each.field, value) for value in values))
    return wanted


def _machines(conflicts: Sequence[ConflictView]) -> list[Column]:
    """A column for each check-out that speaks; machines of one name are told apart by numbers."""
    names = {said.author: said.machine for each in conflicts for said in each.values if said.author != OFFICE}
    ordered = sorted(names, key=lambda author: (names[author], author))
    return [Column(author, _numbered(author, ordered, names)) for author in ordered]


def _numbered(author: str, authors: Collection[str], names: Mapping[str, str]) -> str:
    same = [each for each in authors if names[each] == names[author]]
    return names[author] if len(same) == 1 else f"{names[author]} ({same.index(author) + 1})"


def _grouped(conflicts: Sequence[ConflictView]) -> Iterable[ConflictRow]:
    last: Key | None = None
    for each in conflicts:
        if each.key != last:
            last = each.key
            yield ConflictRow(capital(each.title))
        yield ConflictRow(each.title, each)


def _said(conflict: ConflictView, author: str) -> Said | None:
    return next((said for said in conflict.values if said.author == author), None)
