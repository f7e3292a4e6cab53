"""Money moved between cells: điều chuyển, chuyển nguồn, and cắt giảm of a whole section or source in one step."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from nscl_desktop.domain.changes import ChangeSet, change_set, inserted
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.ledger import CARRIED, COMMITTED, CUT, MOVED, LedgerEntry
from nscl_desktop.domain.ledger_rules import Position, cell_name, require_zero_sum
from nscl_desktop.domain.ledger_shares import replanned_quantity, shared_cut
from nscl_desktop.domain.money import format_amount
from nscl_desktop.domain.records import new_id
from nscl_desktop.services.ledger_entries import Facts, accepted_entries, draft

BY_CURRENT, BY_FREE = "current", "free"
Cell = tuple[str, str]
"""(key of the line, source code)."""


@dataclass(frozen=True, slots=True)
class CutPart:
    """What a cut takes from one cell: money before, bound, taken; the line's quantity before and after, if any."""

    line_id: str
    source: str
    current: int
    bound: int
    amount: int
    before: Decimal | None
    after: Decimal | None


def transfer(position: Position, start: Cell, end: Cell, amount: int, facts: Facts, reason: str = "") -> ChangeSet:
    """Điều chuyển: one paired entry of zero sum with its decision, from one line or source to another."""
    if start == end:
        raise InputError("Nơi đi và nơi đến của điều chuyển đang là một; hãy chọn dòng hoặc nguồn khác.")
    if amount <= 0:
        raise InputError("Số tiền điều chuyển phải lớn hơn 0; hãy nhập số tiền.")
    if not facts.document.strip():
        raise InputError("Chưa ghi quyết định điều chuyển; hãy ghi số, ký hiệu của quyết định.")
    pair = new_id()
    halves = [
        draft(position, MOVED, start, -amount, facts, pair=pair),
        draft(position, MOVED, end, amount, facts, pair=pair),
    ]
    require_zero_sum(halves)
    kept = accepted_entries(position, halves, reason)
    return change_set(f"Điều chuyển {format_amount(amount)} đồng", map(inserted, kept), position.year.id)


def carry_over(
    old: Position, new: Position, cell: Cell, amount: int, bound: int, facts: Facts, reason: str = ""
) -> ChangeSet:
    """Chuyển nguồn: money of a cell goes to the next niên độ, as one pair of zero sum.

    ``bound`` đồng of it are commitments that go along, so that they bind in the niên độ in which they will be paid.
    """
    if new.year.year != (old.year.year or 0) + 1:
        raise InputError("Chuyển nguồn chỉ sang niên độ kế tiếp; hãy mở niên độ kế tiếp rồi chuyển.")
    if amount <= 0 or not 0 <= bound <= amount:
        raise InputError("Số chuyển nguồn phải lớn hơn 0 và không ít hơn phần cam kết đi theo; hãy sửa số tiền.")
    there = old.sums.own(*cell)
    if amount > there.left or bound > there.unpaid:
        raise InputError(
            f"{_upper(cell_name(old.sums, *cell))} chỉ còn {format_amount(max(there.left, 0))} đồng chưa chi, trong đó"
            f" {format_amount(max(there.unpaid, 0))} đồng đã cam kết; hãy giảm số chuyển nguồn."
        )
    pair = new_id()
    halves: list[tuple[Position, list[LedgerEntry]]] = []
    for position, sign in ((old, -1), (new, 1)):
        own = [draft(position, CARRIED, cell, sign * amount, facts, pair=pair)]
        if bound:
            own.append(draft(position, COMMITTED, cell, sign * bound, facts, pair=pair))
        halves.append((position, own))
    require_zero_sum([each for _, own in halves for each in own])
    kept = [each for position, own in halves for each in accepted_entries(position, own, reason)]
    words = f"Chuyển nguồn {format_amount(amount)} đồng từ niên độ {old.year.year} sang {new.year.year}"
    return change_set(words, map(inserted, kept), old.year.id)


def planned_cut(
    position: Position, line_id: str, source: str | None, amount: int, *, by: str = BY_CURRENT, unit: int = 1
) -> tuple[CutPart, ...]:
    """How a cut of ``amount`` đồng falls on the cells of a section ("": all of ours) and source (None: all).

    Shared in proportion to dự toán hiện hành (or what is not bound), never into what is bound; rounded to ``unit``
    đồng by the largest remainder. Nothing is written.
    """
    if amount <= 0:
        raise InputError("Số cắt giảm phải lớn hơn 0; hãy nhập số tiền hoặc tỷ lệ.")
    lines = position.sums.lines
    found = position.sums.cells(line_id, source).items()
    cells = {key: flow for key, flow in found if flow.current > 0 and lines.can_hold_money(key[0])}
    most = {key: max(flow.free, 0) for key, flow in cells.items()}
    weights = most if by == BY_FREE else {key: flow.current for key, flow in cells.items()}
    shares = shared_cut(amount, weights, most, unit)
    parts = []
    for at in _in_order(position, shares):
        flow, year = cells[at], position.year.year or 0
        before = lines.budget.quantity(lines.tree.line(at[0]), years=(year,))
        taken = sum(share for (line, _), share in shares.items() if line == at[0])
        rest = position.sums.flow(at[0]).current - taken
        after = replanned_quantity(lines.budget, at[0], year, rest)
        parts.append(CutPart(*at, flow.current, flow.bound, shares[at], before, after))
    return tuple(parts)


def cut(position: Position, parts: Sequence[CutPart], facts: Facts) -> ChangeSet:
    """Cắt giảm as it was planned and, maybe, quantities typed otherwise; all entries in one step with its decision."""
    if not facts.document.strip():
        raise InputError("Chưa ghi quyết định cắt giảm; hãy ghi số, ký hiệu của quyết định.")
    entries = [
        draft(position, CUT, (part.line_id, part.source), part.amount, facts, quantity=part.after) for part in parts
    ]
    kept = accepted_entries(position, entries, "")
    total = format_amount(sum(part.amount for part in parts))
    return change_set(f"Cắt giảm {total} đồng ở {len(parts)} dòng", map(inserted, kept), position.year.id)


def _in_order(position: Position, shares: dict[Cell, int]) -> list[Cell]:
    return sorted(shares, key=lambda key: (position.sums.lines.place(key[0]), key[1]))


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]
