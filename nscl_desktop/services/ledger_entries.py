"""Single entries of the ledger: written, changed, removed, and set right in a closed year; one user action each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from nscl_desktop.domain.changes import ChangeSet, change_set, deleted, inserted, updated
from nscl_desktop.domain.dates import format_short
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.ledger import LedgerEntry
from nscl_desktop.domain.ledger_rules import NAMES, PAIRED, Position, cell_name, doubts, require_possible
from nscl_desktop.domain.money import format_amount
from nscl_desktop.domain.records import new_id
from nscl_desktop.services.dossier_parts import checked

FREE_KINDS = tuple(kind for kind in NAMES if kind not in PAIRED)
"""Kinds that are written one by one; transfers and carry-overs have two halves (ledger_moves)."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What every entry states besides the money: document, day, who wrote it; codes of the budget are optional."""

    date: str = ""
    document: str = ""
    person: str = ""
    note: str = ""
    chapter: str = ""
    category: str = ""
    item: str = ""

    def values(self) -> dict[str, Value]:
        """By name of the entry's field."""
        names = ("date", "document", "person", "note", "chapter", "category", "item")
        return {name: getattr(self, name) for name in names}


def draft(
    position: Position, kind: str, cell: tuple[str, str], amount: int, facts: Facts, **more: Value
) -> LedgerEntry:
    """An entry of the position's niên độ that is not written yet; ``cell`` is line and source."""
    line_id, source = cell
    values = {**facts.values(), "line_id": line_id, "source": source, "kind": kind, **more}
    fit = cast("dict[str, Any]", checked(LedgerEntry, values))  # Any: values of many field types, checked here
    return LedgerEntry(id=new_id(), year_id=position.year.id, amount=amount, **fit)


def record(position: Position, entry: LedgerEntry, reason: str = "") -> ChangeSet:
    """Write an entry; what is unlikely needs a reason."""
    if entry.kind in PAIRED:
        raise InputError(f"{NAMES[entry.kind]} gồm hai bút toán đi và đến; hãy dùng lệnh riêng của loại này.")
    (kept,) = accepted_entries(position, [entry], reason)
    return change_set(f"Ghi {_called(position, kept)}", [inserted(kept)], position.year.id)


def change(position: Position, entry: LedgerEntry, fresh: LedgerEntry, reason: str = "") -> ChangeSet:
    """Give an entry other values, in an open niên độ; half of a pair keeps line, source and amount."""
    _require_open(position)
    fixed = ("kind", "line_id", "source", "amount")
    if entry.pair and any(getattr(entry, name) != getattr(fresh, name) for name in fixed):
        raise InputError("Bút toán thuộc một cặp không sửa riêng dòng và số tiền; hãy xóa cả cặp rồi ghi lại.")
    (kept,) = accepted_entries(position, [replace(fresh, id=entry.id)], reason or entry.reason, [entry])
    values = {name: getattr(kept, name) for name in _EDITED}
    return change_set(f"Sửa {_called(position, entry)}", [updated(entry, **values)], position.year.id)


def remove(position: Position, entry: LedgerEntry, others: Sequence[LedgerEntry] = ()) -> ChangeSet:
    """Remove an entry, the other half of its pair with it; ``others`` are entries of the plan's other niên độ.

    Refused for a commitment that payments name, an entry that another corrects, and one without which less would be
    there than is bound.
    """
    _require_open(position)
    everything = [*position.entries, *others]
    gone = [each for each in everything if each.id == entry.id or (entry.pair and each.pair == entry.pair)]
    keys = {each.id for each in gone}
    paid = [each for each in everything if each.commitment_id in keys]
    if paid:
        raise InputError(
            f"Cam kết này còn {len(paid)} bút toán chi theo nó; hãy xóa hoặc chuyển các bút toán đó trước."
        )
    require_possible([], position, [each for each in gone if each.year_id == position.year.id])
    return change_set(f"Xóa {_called(position, entry)}", map(deleted, gone), position.year.id)


def correct(position: Position, entry: LedgerEntry, amount: int, facts: Facts) -> ChangeSet:
    """Bút toán điều chỉnh of a closed niên độ: ``amount`` đồng more (or less, negative) than the entry says.

    It needs its document; the corrected entry stays as it is.
    """
    year = position.year
    if not year.closed_on:
        raise InputError(f"Niên độ {year.year} chưa khóa sổ; hãy sửa thẳng bút toán.")
    if entry.pair:
        raise InputError("Điều chuyển và chuyển nguồn không điều chỉnh riêng một nửa; hãy điều chỉnh bút toán giao.")
    if not facts.document.strip():
        raise InputError("Bút toán điều chỉnh sau khóa sổ phải có văn bản; hãy ghi số, ký hiệu văn bản.")
    cell = entry.line_id or "", entry.source
    fresh = draft(
        position, entry.kind, cell, amount, facts, corrects=entry.id, commitment_id=entry.commitment_id,
        for_entity=entry.for_entity, for_id=entry.for_id,
    )  # fmt: skip
    require_possible([fresh], position)
    return change_set(f"Điều chỉnh sau khóa sổ {_called(position, entry)}", [inserted(fresh)], year.id)


def accepted_entries(
    position: Position, new: Sequence[LedgerEntry], reason: str, old: Sequence[LedgerEntry] = ()
) -> list[LedgerEntry]:
    """The new entries as they are kept, with the reason where one is needed; InputError where they cannot be kept."""
    require_possible(new, position, old)
    remarks = doubts(new, position, old)
    if remarks and not reason.strip():
        raise InputError(f"{' '.join(remarks)} Hãy kiểm tra lại, hoặc ghi lý do rồi ghi bút toán.")
    return [replace(each, reason=reason.strip() if remarks else "") for each in new]


def entry_words(entry: LedgerEntry) -> str:
    """What lists call an entry: kind, day and document."""
    parts = (NAMES[entry.kind], format_short(entry.date), entry.document)
    return " · ".join(filter(None, parts))


_EDITED = (
    "line_id", "source", "kind", "amount", "date", "document", "person", "quantity", "for_entity", "for_id",
    "commitment_id", "reason", "chapter", "category", "item", "note",
)  # fmt: skip


def _require_open(position: Position) -> None:
    year = position.year
    if year.closed_on:
        raise InputError(
            f"Niên độ {year.year} đã khóa sổ ngày {format_short(year.closed_on)}; hãy dùng bút toán điều chỉnh."
        )


def _called(position: Position, entry: LedgerEntry) -> str:
    line = position.sums.lines.in_force(entry.line_id or "")
    amount = format_amount(entry.amount or 0)
    return f"{NAMES[entry.kind].lower()} {amount} đồng, {cell_name(position.sums, line, entry.source)}"
