"""Which entries cannot be, which are unlikely, and the niên độ that a date proposes.

What cannot be is refused with one sentence. What is unlikely is told with its numbers and kept with a reason.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from nscl_desktop.domain.dates import format_short
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.ledger import (
    ADJUSTED,
    ADVANCED,
    CARRIED,
    ENTRY_KINDS,
    MOVED,
    PAID,
    RECOVERED,
    SETTLED,
    BudgetYear,
    LedgerEntry,
)
from nscl_desktop.domain.ledger_sums import Flow, YearSums, flows_of_entries
from nscl_desktop.domain.limits import MOST_DONG
from nscl_desktop.domain.money import format_amount
from nscl_desktop.domain.naming import line_name

NAMES = dict(ENTRY_KINDS)
SIGNED = frozenset({ADJUSTED, MOVED, CARRIED})
PAIRED = frozenset({MOVED, CARRIED})
_LATE_KINDS = frozenset({PAID, RECOVERED, SETTLED})
_LAST_PAYMENT = "01-31"
"""Luật Ngân sách nhà nước 83/2015/QH13, Điều 64: the year is settled until 31/01 of the next."""


@dataclass(frozen=True, slots=True)
class Position:
    """What a step is held against: the figures and entries as they are before it."""

    year: BudgetYear
    sums: YearSums
    entries: Sequence[LedgerEntry]


def proposed_year(kind: str, date: str) -> int | None:
    """The niên độ that a date proposes: payments of January belong to the old year, until 31/01; None without date."""
    if len(date) < len("2021"):
        return None
    year = int(date[:4])
    return year - 1 if kind in _LATE_KINDS and date[5:7] == "01" else year


def require_possible(new: Sequence[LedgerEntry], position: Position, old: Sequence[LedgerEntry] = ()) -> None:
    """Raise InputError for what cannot be in a step that puts ``new`` entries of one niên độ in the place of ``old``.

    They are held together against what stands there, so that the two halves of a transfer or the parts of a cut are
    one; an adjusting entry of a closed year says what was, and is held against nothing.
    """
    for entry in new:
        _require_form(entry, position)
    if any(entry.corrects for entry in new):
        return
    changes = _changes(new, old, position)
    for (line_id, source), change in changes.items():
        _require_recovery(line_id, source, change, position)
    for (line_id, source), change in _with_those_above(changes, position.sums).items():
        _require_money(line_id, source, change, position.sums)


def require_zero_sum(entries: Iterable[LedgerEntry]) -> None:
    """Raise InputError where the halves of a transfer or carry-over do not add up to nothing, kind by kind."""
    sums: dict[str, int] = {}
    for entry in entries:
        sums[entry.kind] = sums.get(entry.kind, 0) + (entry.amount or 0)
    for kind, amount in sums.items():
        if amount:
            raise InputError(
                f"{NAMES[kind]} phải bằng nhau ở nơi đi và nơi đến, đang lệch {format_amount(abs(amount))} đồng;"
                " hãy ghi lại cho hai bên bằng nhau."
            )


def doubts(new: Sequence[LedgerEntry], position: Position, old: Sequence[LedgerEntry] = ()) -> tuple[str, ...]:
    """Sentences about what is unlikely in such a step, each with its numbers."""
    found: list[str] = []
    held: dict[tuple[str, str], Flow] = {}
    for (line_id, source), change in _changes(new, old, position).items():
        held.setdefault((_held_at(line_id, source, position.sums), source), Flow()).add(change)
    for (line_id, source), change in held.items():
        found += _about_cell(line_id, source, change, position.sums)
    for entry in new:
        found += _about_date(entry, position.year)
        found += _about_commitment(entry, position, {each.id for each in old})
    return tuple(found)


def cell_name(sums: YearSums, line_id: str, source: str) -> str:
    """How sentences name a cell: mục III.2, nguồn NSNN."""
    tree = sums.lines.tree
    name = line_name(tree, tree.line(line_id)) if tree.has(line_id) else "dòng không còn trong kế hoạch"
    return f"{name}, nguồn {source}" if source else name


def _require_form(entry: LedgerEntry, position: Position) -> None:
    what, year, lines = NAMES[entry.kind], position.year, position.sums.lines
    known = {source.code for source in lines.budget.frame.sources}
    if not entry.amount:
        raise InputError(f"Chưa ghi số tiền của bút toán {what.lower()}; hãy nhập số tiền khác 0.")
    if abs(entry.amount) > MOST_DONG:
        raise InputError("Số tiền lớn hơn 1.000.000 tỷ đồng; hãy kiểm tra lại các chữ số.")
    if entry.amount < 0 and not (entry.kind in SIGNED or entry.corrects or entry.pair):
        raise InputError(f"Số tiền {what.lower()} không ghi số âm; hãy chọn loại bút toán giảm tương ứng.")
    if not lines.can_hold_money(lines.in_force(entry.line_id or "")):
        raise InputError("Dòng dự toán của bút toán không có trong kế hoạch; hãy chọn một dòng có kinh phí.")
    if entry.source not in known:
        raise InputError(f"Nguồn “{entry.source}” không có trong kế hoạch; hãy chọn một nguồn của kế hoạch.")
    if year.closed_on and not entry.corrects:
        raise InputError(
            f"Niên độ {year.year} đã khóa sổ ngày {format_short(year.closed_on)}; chỉ ghi được bút toán điều chỉnh cho"
            " một bút toán đã có."
        )
    if entry.corrects and entry.corrects not in {each.id for each in position.entries}:
        raise InputError("Không còn bút toán cần điều chỉnh trong niên độ này; hãy chọn lại bút toán.")


def _require_money(line_id: str, source: str, change: Flow, sums: YearSums) -> None:
    """What is taken away must be there and not bound, on the line and on those above; others judge their own."""
    before = sums.flow(line_id, source)
    if change.current >= 0 or before.free + change.free >= 0 or not sums.lines.is_ours(line_id):
        return
    raise InputError(
        f"Giảm {format_amount(-change.current)} đồng của {cell_name(sums, line_id, source)} là quá phần chưa cam kết"
        f" {format_amount(max(before.free - change.bound, 0))} đồng (hiện hành {format_amount(before.current)}, đã cam"
        f" kết {format_amount(before.bound)}); hãy giảm số tiền hoặc chọn dòng khác."
    )


def _require_recovery(line_id: str, source: str, change: Flow, position: Position) -> None:
    before = position.sums.flow(line_id, source)
    if change.recovered > 0 and before.out + change.out < 0:
        raise InputError(
            f"Thu hồi {format_amount(change.recovered)} đồng là quá số đã chi {format_amount(max(before.out, 0))} đồng"
            f" của {cell_name(position.sums, line_id, source)}; hãy kiểm tra lại số tiền."
        )


def _changes(new: Sequence[LedgerEntry], old: Sequence[LedgerEntry], position: Position) -> dict[tuple[str, str], Flow]:
    """What a step changes in each cell of the version in force."""
    cells: dict[tuple[str, str], Flow] = {}
    for entries, times in ((new, 1), (old, -1)):
        for entry, flow in flows_of_entries(entries, position.entries):
            key = position.sums.lines.in_force(entry.line_id or ""), entry.source
            cells.setdefault(key, Flow()).add(flow, times)
    return cells


def _with_those_above(changes: dict[tuple[str, str], Flow], sums: YearSums) -> dict[tuple[str, str], Flow]:
    """The changes of each line with all below it, our total left out."""
    found: dict[tuple[str, str], Flow] = {}
    for (line_id, source), change in changes.items():
        for above in filter(None, sums.lines.added_to(line_id)):
            found.setdefault((above, source), Flow()).add(change)
    return found


def _held_at(line_id: str, source: str, sums: YearSums) -> str:
    """The nearest line, itself or above, that has money: what was given for a section is for all that it heads."""
    path = filter(None, sums.lines.added_to(line_id))
    return next((each for each in path if sums.flow(each, source).current > 0), line_id)


def _about_cell(line_id: str, source: str, change: Flow, sums: YearSums) -> Iterator[str]:
    before, name = sums.flow(line_id, source), cell_name(sums, line_id, source)
    bound, out, current = before.bound + change.bound, before.out + change.out, before.current + change.current
    if change.bound > 0 and bound > current:
        yield (
            f"Cam kết {format_amount(bound)} đồng vượt dự toán hiện hành {format_amount(current)} đồng của {name},"
            f" vượt {format_amount(bound - current)} đồng."
        )
    elif change.out > 0 and out > current:
        yield (
            f"Đã chi {format_amount(out)} đồng vượt dự toán hiện hành {format_amount(current)} đồng của {name},"
            f" vượt {format_amount(out - current)} đồng."
        )


def _about_date(entry: LedgerEntry, year: BudgetYear) -> Iterator[str]:
    """A payment outside of its niên độ and the month after it; what has no full date is not judged."""
    if entry.kind not in (ADVANCED, *_LATE_KINDS) or len(entry.date) < len("2021-11-24") or year.year is None:
        return
    last = f"{year.year + 1}-{_LAST_PAYMENT}" if entry.kind != ADVANCED else f"{year.year}-12-31"
    if entry.kind != SETTLED and not f"{year.year}-01-01" <= entry.date <= last:
        yield (
            f"Ngày {format_short(entry.date)} ở ngoài thời gian chi của niên độ {year.year}"
            f" (01/01/{year.year} đến {format_short(last)})."
        )


def _about_commitment(entry: LedgerEntry, position: Position, gone: set[str]) -> Iterator[str]:
    """Payments on one commitment that are more than it; entries that go with the step are not counted."""
    own = next((each for each in position.entries if each.id == entry.commitment_id), None)
    if own is None or entry.kind not in (ADVANCED, PAID):
        return
    there = [each for each in position.entries if each.commitment_id == own.id and each.id not in gone]
    paid = sum((each.amount or 0) * (-1 if each.kind == RECOVERED else 1) for each in (*there, entry))
    if paid > (own.amount or 0):
        yield (
            f"Đã chi {format_amount(paid)} đồng vượt cam kết {own.document or 'đã chọn'}"
            f" {format_amount(own.amount or 0)} đồng, vượt {format_amount(paid - (own.amount or 0))} đồng."
        )
