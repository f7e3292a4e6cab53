"""A list of units taken into the register: one step, made of what the clerk decided for each row."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from nscl_desktop.domain.changes import Change, ChangeSet, change_set, inserted, updated
from nscl_desktop.domain.enterprises import Certificate, Enterprise, YearFigures
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.naming import shortened
from nscl_desktop.domain.records import Record, derived_id, new_id, values_of
from nscl_desktop.services.enterprises import REGISTER
from nscl_desktop.services.unit_import_matching import Held, ImportRow, standard_key
from nscl_desktop.services.unit_import_model import Action

WORDS = "Nhập đơn vị từ"
"""How the words of every such step begin, by which the last of them is found again."""


@dataclass(frozen=True, slots=True)
class Decided:
    """A row and what becomes of it; ``left_out`` are keys of differences that are not to be taken."""

    row: ImportRow
    action: Action
    left_out: frozenset[str] = frozenset()


def import_step(rows: Iterable[Decided], held: Held, file: str) -> ChangeSet:
    """The step; empty where every row is skipped. Rows that mean one unit follow one another in it."""
    register = _Register(held, file)
    for decided in rows:
        if decided.action is Action.ADD or (
            decided.action is Action.UPDATE and not register.knows(decided.row.target_id)
        ):
            register.add(decided.row)
        elif decided.action is Action.UPDATE:
            register.update(decided.row, decided.left_out)
    counts = [f"{count} {words}" for count, words in ((register.added, "mới"), (register.changed, "cập nhật")) if count]
    return change_set(f"{WORDS} “{shortened(file, 40)}”: {', '.join(counts)}", register.changes(), REGISTER)


class _Register:
    """The units in question as they will be, beside what they were."""

    def __init__(self, held: Held, file: str) -> None:
        self.added = 0
        self._held, self._origin = held, f"Tệp {file}"
        self._new: dict[str, Record] = {}
        self._changed: dict[str, Record] = {}
        self._standards = {key: set(names) for key, names in held.standards.items()}
        self._certificates: list[Certificate] = []

    @property
    def changed(self) -> int:
        """How many units that were there are others now, or got something."""
        owners = {each.enterprise_id for each in self._certificates}
        owners |= {
            each.enterprise_id
            for each in (*self._new.values(), *self._changed.values())
            if isinstance(each, YearFigures)
        }
        owners |= {key for key, each in self._changed.items() if isinstance(each, Enterprise)}
        return len(owners & self._held.units.keys())

    def knows(self, key: str) -> bool:
        """Whether a unit is in the register or was added by a row above."""
        return key in self._held.units or key in self._new

    def add(self, row: ImportRow) -> None:
        """The row is a new unit."""
        self._new[row.unit.id] = row.unit
        self.added += 1
        self._put_parts(row, row.unit.id, frozenset())

    def update(self, row: ImportRow, left_out: frozenset[str]) -> None:
        """The row says something of a unit that is there."""
        taken: dict[str, Any] = {  # Any: values of many fields
            each.key: each.new for each in row.differences if each.key in row.draft.values and each.key not in left_out
        }
        if row.target_id in self._new:  # of two rows that mean one new unit the second fills what the first left empty
            first = self._new[row.target_id]
            empty = {name: value for name, value in row.draft.values.items() if _is_empty(getattr(first, name))}
            self._new[row.target_id] = replace(first, **_of_many_types(empty))
        elif taken:
            now = self._changed.get(row.target_id, self._held.units[row.target_id])
            self._changed[row.target_id] = replace(now, **taken)
        self._put_parts(row, row.target_id, left_out)

    def _put_parts(self, row: ImportRow, unit_id: str, left_out: frozenset[str]) -> None:
        for year, figures in row.draft.figures.items():
            taken = {name: value for name, value in figures.items() if f"{name}@{year}" not in left_out}
            if taken:
                self._put_figures(unit_id, year, taken)
        known = self._standards.setdefault(unit_id, set())
        for standard, edition in row.draft.certificates:
            shown = f"{standard}:{edition}" if edition else standard
            key = standard_key(standard, edition)
            if key not in known and f"certificate@{shown}" not in left_out:
                known.add(key)
                self._certificates.append(
                    Certificate(id=new_id(), enterprise_id=unit_id, standard=standard, edition=edition)
                )

    def _put_figures(self, unit_id: str, year: int, taken: Mapping[str, Value]) -> None:
        key = derived_id(YearFigures.entity, unit_id, year)
        given = _of_many_types({**taken, "origin": self._origin})
        if key in self._held.figures:
            now = self._changed.get(key, self._held.figures[key])
            if any(getattr(now, name) != value for name, value in taken.items()):
                self._changed[key] = replace(now, **given)
        elif key in self._new:
            self._new[key] = replace(self._new[key], **given)
        else:
            self._new[key] = YearFigures(id=key, enterprise_id=unit_id, year=year, **given)

    def changes(self) -> Iterable[Change | None]:
        """New records by kind, owners first, then what has changed."""
        yield from (inserted(each) for each in self._new.values() if isinstance(each, Enterprise))
        yield from (inserted(each) for each in self._new.values() if isinstance(each, YearFigures))
        yield from map(inserted, self._certificates)
        for key, record in self._changed.items():
            before = self._held.units.get(key) or self._held.figures[key]
            yield updated(before, **values_of(record))


def _is_empty(value: Value) -> bool:
    return value in (None, "", (), False)


def _of_many_types(values: Mapping[str, Value]) -> dict[str, Any]:  # Any: fields of many types, given by name
    return dict(values)
