"""The ledger as it goes to the accountant: entries and sums as rows, which a workbook writes with living formulas."""

from collections.abc import Sequence
from dataclasses import dataclass

from nscl_desktop.domain.dates import format_short
from nscl_desktop.domain.ledger import ENTRY_KINDS, BudgetYear, LedgerEntry
from nscl_desktop.domain.ledger_lines import LOST
from nscl_desktop.domain.ledger_sums import Flow, YearSums
from nscl_desktop.domain.naming import line_name, shortened
from nscl_desktop.domain.plan_rows import PlanRow

AMOUNTS = (
    ("allotted", "Giao"), ("adjusted", "Điều chỉnh"), ("moved", "Điều chuyển"), ("cut", "Cắt giảm"),
    ("carried", "Chuyển nguồn"), ("cancelled", "Hủy dự toán"), ("bound", "Cam kết"), ("advanced", "Tạm ứng"),
    ("paid", "Thanh toán"), ("recovered", "Thu hồi"), ("settled", "Quyết toán"),
)  # fmt: skip
"""Figures that are written as numbers; the others follow from them by formulas."""
DERIVED = (
    ("current", "Dự toán hiện hành"), ("out", "Đã chi"), ("free", "Hiện hành − cam kết"),
    ("unpaid", "Cam kết − đã chi"), ("left", "Hiện hành − đã chi"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SumRow:
    """One line and source of our own money, or (``lead``) of money that another agency leads."""

    label: str
    text: str
    source: str
    lead: str
    flow: Flow


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One entry in the words of the accountant's list."""

    texts: tuple[str, ...]
    amount: int


@dataclass(frozen=True, slots=True)
class LedgerPaper:
    """A niên độ: heading, sums by line and source, totals, entries by day."""

    heading: tuple[str, ...]
    sums: tuple[SumRow, ...]
    total: Flow
    elsewhere: Flow
    entries: tuple[EntryRow, ...]


ENTRY_HEADINGS = (
    "Ngày", "Loại", "Mục", "Nội dung", "Nguồn", "Chứng từ, quyết định", "Người ghi", "Chương", "Loại, khoản",
    "Mục, tiểu mục", "Ghi chú",
)  # fmt: skip


def ledger_paper(
    row: PlanRow, year: BudgetYear, sums: YearSums, entries: Sequence[LedgerEntry], agencies: dict[str, str]
) -> LedgerPaper:
    """Put the figures of a niên độ into rows: lines in printed order, entries by day."""
    lines = sums.lines
    codes = {source: at for at, source in enumerate(each.code for each in lines.budget.frame.sources)}
    keys = sorted(sums.cells_everywhere(), key=lambda key: (lines.place(key[0]), codes.get(key[1], 99)))
    rows = []
    for line_id, source in keys:
        label, text = line_words(sums, line_id)
        lead = "" if lines.is_ours(line_id) else agencies.get(lines.lead_id(line_id) or "", "cơ quan khác")
        rows.append(SumRow(label, text, source, lead, sums.own(line_id, source)))
    closed = (
        f"Khóa sổ ngày {format_short(year.closed_on)}, {year.closing_document}" if year.closed_on else "Chưa khóa sổ"
    )
    heading = (f"Sổ kinh phí niên độ {year.year}", f"{row.code} · {row.title}", closed, "Đơn vị tính: đồng")
    in_days = sorted(entries, key=lambda each: (each.date, lines.place(each.line_id or ""), each.id))
    return LedgerPaper(
        heading, tuple(rows), sums.flow(), sums.elsewhere, tuple(_entry_row(sums, each) for each in in_days)
    )


def line_words(sums: YearSums, line_id: str) -> tuple[str, str]:
    """How lists name a line: its place ("III.2") and its text."""
    tree = sums.lines.tree
    if line_id == LOST or not tree.has(line_id):
        return "", "Dòng không còn trong kế hoạch đang có hiệu lực"
    line = tree.line(line_id)
    name = line_name(tree, line)
    return (name.removeprefix("mục ") if name.startswith("mục ") else ""), shortened(line.text, 200)


def _entry_row(sums: YearSums, entry: LedgerEntry) -> EntryRow:
    label, text = line_words(sums, sums.lines.in_force(entry.line_id or ""))
    kind = dict(ENTRY_KINDS)[entry.kind] + (" (điều chỉnh sau khóa sổ)" if entry.corrects else "")
    note = " · ".join(filter(None, (entry.note, entry.reason)))
    texts = (
        format_short(entry.date), kind, label, text, entry.source, entry.document, entry.person, entry.chapter,
        entry.category, entry.item, note,
    )  # fmt: skip
    return EntryRow(texts, entry.amount or 0)
