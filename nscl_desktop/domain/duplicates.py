"""Candidates of duplicates in a register of 100,000 units, in time linear in its size: no unit is held against all.

Two units are compared when they share a tax code, or a key of their brands (`unit_names.block_keys`) with the numbers
and the kind of dependent unit, in which names of one unit never differ; so many units may bear one brand that in a
crowded block only those with the same trades and places are compared. The clerk decides; nothing here joins anything
(beneficiaries are shown as "có thể trùng").
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.tax_codes import TaxCode, is_proved, read_tax_code
from nscl_desktop.domain.unit_name_parts import UnitName, brand_key, take_apart
from nscl_desktop.domain.unit_names import Grade, Likeness, block_keys, compare, slip_keys

CROWDED = 24  # units of one brand or code that are still all compared with each other


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Two units that may be one; ``first_id`` stands earlier in the register. ``reason``: a sentence."""

    first_id: str
    second_id: str
    grade: Grade
    reason: str


@dataclass(frozen=True, slots=True)
class _Entry:
    """A unit with its name taken apart; ``keys`` and ``slips`` end with the parts in which one unit's names agree."""

    id: str
    code: TaxCode
    is_proved: bool
    name: UnitName
    keys: tuple[str, ...]
    slips: tuple[str, ...]


class DuplicateIndex:
    """A register that answers at entry which of its units a new one may be; units are added as they come.

    Records already joined to another one (`merged_into`) are left out: they are settled.
    """

    def __init__(self, enterprises: Iterable[Enterprise] = ()) -> None:
        self._by_code: dict[str, list[_Entry]] = defaultdict(list)
        self._by_key: dict[str, list[_Entry]] = defaultdict(list)
        self._by_slip: dict[str, list[_Entry]] = defaultdict(list)
        for enterprise in enterprises:
            self.add(enterprise)

    def add(self, enterprise: Enterprise) -> None:
        """Take a unit in."""
        if enterprise.merged_into is None:
            self._add(_entry(enterprise))

    def candidates(self, enterprise: Enterprise) -> tuple[Duplicate, ...]:
        """The units that this one may be, the surest first; a unit is no candidate of its own."""
        return self._candidates(_entry(enterprise))

    def take(self, enterprise: Enterprise) -> tuple[Duplicate, ...]:
        """`candidates`, and the unit is taken in: those that follow may be it."""
        entry = _entry(enterprise)
        found = self._candidates(entry)
        self._add(entry)
        return found

    def _add(self, entry: _Entry) -> None:
        if entry.code.text and len(self._by_code[entry.code.text]) < CROWDED:
            self._by_code[entry.code.text].append(entry)
        for key in entry.keys:
            _put(self._by_key, key, entry)
        for key in entry.slips:
            _put(self._by_slip, key, entry)

    def _candidates(self, entry: _Entry) -> tuple[Duplicate, ...]:
        found: dict[str, Duplicate] = {}
        for other in self._by_code.get(entry.code.text, ()):
            found[other.id] = Duplicate(other.id, entry.id, Grade.SAME, f"Trùng mã số thuế {entry.code.text}.")
        for other in self._of_like_brand(entry):
            if other.id not in found and not _told_apart(other, entry):
                likeness = compare(other.name, entry.name)
                if likeness.grade >= Grade.LIKELY:
                    found[other.id] = Duplicate(other.id, entry.id, likeness.grade, _sentence(likeness))
        found.pop(entry.id, None)
        return tuple(sorted(found.values(), key=lambda hit: -hit.grade))

    def _of_like_brand(self, entry: _Entry) -> Iterator[_Entry]:
        for table, wanted in (
            (self._by_key, entry.keys),
            (self._by_key, entry.slips),
            (self._by_slip, entry.keys),
        ):
            for key in wanted:
                block = table.get(key, ())
                yield from block
                if len(block) >= CROWDED:
                    yield from table.get(_narrow(key, entry.name), ())


def register_duplicates(enterprises: Iterable[Enterprise]) -> Iterator[Duplicate]:
    """All pairs of a register that may be one unit, each once, as they are found."""
    index = DuplicateIndex()
    for enterprise in enterprises:
        if enterprise.merged_into is None:
            yield from index.take(enterprise)


def _entry(enterprise: Enterprise) -> _Entry:
    name, code = take_apart(enterprise.name), read_tax_code(enterprise.tax_code)
    told = "\n".join(("", name.head, brand_key(name.head_words), *name.numbers))
    keys, slips = (tuple(f"{key}{told}" for key in keys) for keys in (block_keys(name), slip_keys(name)))
    return _Entry(enterprise.id, code, is_proved(code), name, keys, slips)


def _put(table: dict[str, list[_Entry]], key: str, entry: _Entry) -> None:
    """Into the block of a key; when that is crowded, into a narrower one, whose first few are enough to name."""
    for place in (key, _narrow(key, entry.name)):
        if len(table[place]) < CROWDED:
            table[place].append(entry)
            return


def _narrow(key: str, name: UnitName) -> str:
    parts = (*sorted(name.trades), "", *sorted(name.places))
    return "\n".join((key, *parts))


def _told_apart(a: _Entry, b: _Entry) -> bool:
    """Two codes whose check digits hold are two units, or a firm and its branch; a wrong one may be mistyped."""
    return a.is_proved and b.is_proved and a.code.text != b.code.text


def _sentence(likeness: Likeness) -> str:
    return f"Tên giống nhau: {likeness.reason}."
