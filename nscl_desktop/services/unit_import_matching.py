"""Which unit of the register, or which row above, a row of a list is; and in what they differ.

By tax code first, then by name as `domain.duplicates` compares names. Only a code, or a name alike to the letter at no
other place, makes a row an update; all else that looks alike is shown and left to the clerk.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from nscl_desktop.domain.duplicates import Duplicate, DuplicateIndex
from nscl_desktop.domain.enterprises import Certificate, Enterprise, YearFigures
from nscl_desktop.domain.fields import FieldSpec, Value
from nscl_desktop.domain.records import Record, derived_id, fields_of, new_id
from nscl_desktop.domain.tax_codes import read_tax_code
from nscl_desktop.domain.text import fold, match_key
from nscl_desktop.services.unit_import_model import Standing
from nscl_desktop.services.unit_import_rows import Tell, UnitDraft

_AT_ONCE = 200
_SPECS = {spec.name: spec for spec in fields_of(Enterprise)}
_FIGURES = {spec.name: spec for spec in fields_of(YearFigures)}
_STANDARD = next(spec for spec in fields_of(Certificate) if spec.name == "standard")
_PLACES = ("province", "district", "commune")


class KnownUnits(Protocol):
    """The register as the comparison asks it."""

    def units(self, tell: Tell) -> Sequence[Enterprise]:
        """All of them."""

    def parts(self, keys: Sequence[str]) -> Sequence[Record]:
        """Year figures and certificates of some."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A field in which a row would change a unit. ``key`` names it within the row; ``old`` is empty for what is new."""

    key: str
    spec: FieldSpec
    old: Value
    new: Value
    year: int = 0


@dataclass(frozen=True, slots=True)
class ImportRow:
    """A row with what it is. ``unit`` is the record that adding it makes; ``target_id`` the one that it may be.

    ``reason`` says why, in a sentence; ``target_name`` what the other is called, ``target_row`` its row (-1: none).
    """

    draft: UnitDraft
    unit: Enterprise
    standing: Standing
    target_id: str = ""
    target_name: str = ""
    target_row: int = -1
    reason: str = ""
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Held:
    """What the register holds of the units that rows may be: the records themselves and what belongs to them."""

    units: Mapping[str, Enterprise] = field(default_factory=dict)
    figures: Mapping[str, YearFigures] = field(default_factory=dict)
    standards: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """By unit: keys of the standards of its certificates."""


def compare_rows(drafts: Sequence[UnitDraft], known: KnownUnits, tell: Tell) -> tuple[tuple[ImportRow, ...], Held]:
    """Every row against the register and the rows above it. Takes as long as the register is large."""
    units = {unit.id: unit for unit in known.units(tell)}
    index = DuplicateIndex()
    for at, unit in enumerate(units.values()):
        if at % _AT_ONCE == 0:
            tell(f"Xem đơn vị {at}/{len(units)} đã có")
        index.add(unit)
    matcher = _Matcher(units, index)
    rows = []
    # Keys in the order of the rows, so that saving fills one page of the file's indexes after the other
    keys = sorted(new_id() for _ in drafts)
    for at, (draft, key) in enumerate(zip(drafts, keys, strict=True)):
        if at % _AT_ONCE == 0:
            tell(f"So dòng {at}/{len(drafts)} với các đơn vị đã có")
        rows.append(matcher.match(draft, key))
    wanted = sorted({row.target_id for row in rows if row.target_id in units})
    held = _held({key: units[key] for key in wanted}, known.parts(wanted))
    return tuple(_with_differences(row, held) for row in rows), held


class _Matcher:
    """Takes one row after the other; each is known to those below it."""

    def __init__(self, units: Mapping[str, Enterprise], index: DuplicateIndex) -> None:
        self._units, self._index = units, index
        self._rows: dict[str, UnitDraft] = {}
        self._claimed: dict[str, UnitDraft] = {}

    def match(self, draft: UnitDraft, key: str) -> ImportRow:
        """What a row is; ``key`` becomes that of the unit that it makes."""
        unit = Enterprise(id=key, **draft.values)  # type: ignore[arg-type]  # values of many fields, by name
        hits = self._index.take(unit)
        self._rows[unit.id] = draft
        hit = self._best(unit, hits)
        if hit is None:
            return ImportRow(draft, unit, Standing.NEW)
        above = self._rows.get(hit.first_id) or self._claimed.get(hit.first_id)
        target = self._units.get(hit.first_id)
        name = target.name if target else self._rows[hit.first_id].name
        row = ImportRow(draft, unit, Standing.DOUBTFUL, hit.first_id, name, reason=hit.reason)
        if above:
            reason = f"Trùng với dòng {above.row + 1} của tệp. {hit.reason}"
            return replace(row, standing=Standing.REPEATED, target_row=above.row, reason=reason)
        if target and self._is_sure(unit, target):
            self._claimed[target.id] = draft
            return replace(row, standing=Standing.UPDATE)
        return row

    def _best(self, unit: Enterprise, hits: Sequence[Duplicate]) -> Duplicate | None:
        """A unit of the register goes before a row above it of the same grade."""

        def worth(hit: Duplicate) -> tuple[int, bool, bool]:
            return hit.grade, self._has_code(unit, hit), hit.first_id in self._units

        return max(hits, key=worth, default=None)

    def _has_code(self, unit: Enterprise, hit: Duplicate) -> bool:
        other = self._units.get(hit.first_id)
        return other is not None and bool(unit.tax_code) and _code(other) == _code(unit)

    @staticmethod
    def _is_sure(unit: Enterprise, target: Enterprise) -> bool:
        """The same code; or the same name, where neither code nor place speaks against it."""
        if unit.tax_code and target.tax_code:
            return _code(unit) == _code(target)
        places = [(fold(getattr(unit, name)), fold(getattr(target, name))) for name in _PLACES]
        is_elsewhere = any(mine and other and mine != other for mine, other in places)
        return match_key(unit.name) == match_key(target.name) and not is_elsewhere


def _code(unit: Enterprise) -> str:
    return read_tax_code(unit.tax_code).text


def _held(units: Mapping[str, Enterprise], parts: Sequence[Record]) -> Held:
    figures = {part.id: part for part in parts if isinstance(part, YearFigures)}
    standards: dict[str, set[str]] = {}
    for part in parts:
        if isinstance(part, Certificate):
            standards.setdefault(part.enterprise_id, set()).add(standard_key(part.standard, part.edition))
    return Held(units, figures, {key: frozenset(names) for key, names in standards.items()})


def standard_key(standard: str, edition: str) -> str:
    """The key by which two certificates are of one standard."""
    return fold(f"{standard}:{edition}").replace(" ", "")


def _with_differences(row: ImportRow, held: Held) -> ImportRow:
    """With what it would change; a row that changes nothing is the same."""
    target = held.units.get(row.target_id)
    if target is None:
        return row
    found = tuple(differences(row.draft, target, held))
    if row.standing is not Standing.UPDATE or any(each.key != "name" for each in found):
        return replace(row, differences=found)
    reason = "Đã có, chỉ khác cách viết tên." if found else "Đã có, không có gì khác."
    return replace(row, differences=found, standing=Standing.SAME, reason=reason)


def differences(draft: UnitDraft, target: Enterprise, held: Held) -> Iterator[Difference]:
    """Every field that the row would change: what a row leaves empty is never one of them."""
    for name, value in draft.values.items():
        old = getattr(target, name)
        new = _joined(old, value)
        if not _is_alike(old, new) and (name != "sector_edition" or target.sector_code != draft.values["sector_code"]):
            yield Difference(name, _SPECS[name], old, new)
    for year, figures in sorted(draft.figures.items()):
        record = held.figures.get(derived_id(YearFigures.entity, target.id, year))
        for name, value in figures.items():
            old = getattr(record, name) if record else None
            if old != value:
                yield Difference(f"{name}@{year}", _FIGURES[name], old, value, year)
    known = held.standards.get(target.id, frozenset())
    for standard, edition in draft.certificates:
        if standard_key(standard, edition) not in known:
            shown = f"{standard}:{edition}" if edition else standard
            yield Difference(f"certificate@{shown}", _STANDARD, "", shown)


def _joined(old: Value, new: Value) -> Value:
    """Lists grow and never lose an entry; all else is replaced."""
    if isinstance(old, tuple) and isinstance(new, tuple):
        known = {match_key(each) for each in old}
        return (*old, *(each for each in new if match_key(each) not in known))
    return new


def _is_alike(old: Value, new: Value) -> bool:
    if isinstance(old, str) and isinstance(new, str):
        return match_key(old) == match_key(new)
    return old == new
