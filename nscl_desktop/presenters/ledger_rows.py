"""The rows of the ledger on screen: lines of the plan with figures, totals, entries in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from nscl_desktop.domain.budget_lines import SECTION
from nscl_desktop.domain.dates import format_short
from nscl_desktop.domain.ledger import LedgerEntry
from nscl_desktop.domain.ledger_lines import LOST
from nscl_desktop.domain.ledger_paper import LedgerPaper, ledger_paper, line_words
from nscl_desktop.domain.ledger_rules import NAMES
from nscl_desktop.domain.ledger_sums import Flow
from nscl_desktop.domain.money import format_amount
from nscl_desktop.domain.naming import shortened
from nscl_desktop.presenters.ledger_sheet import LedgerSheet

FIGURES = (
    ("allotted", "Dự toán giao"), ("current", "Dự toán hiện hành"), ("bound", "Cam kết"), ("out", "Đã chi"),
    ("free", "Hiện hành − cam kết"), ("unpaid", "Cam kết − đã chi"), ("left", "Hiện hành − đã chi"),
)  # fmt: skip
"""Names of the figures of ``Flow`` that stand in columns, with their headings."""


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A line with its figures in one source or all; ``remark`` says in words what is over, or who leads the line."""

    line_id: str
    label: str
    text: str
    depth: int
    flow: Flow
    remark: str
    is_section: bool = False
    is_ours: bool = True

    @property
    def figures(self) -> tuple[str, ...]:
        """As they stand in the columns; nothing where nothing was ever entered."""
        if self.flow == Flow():
            return ("",) * len(FIGURES)
        return tuple(format_amount(getattr(self.flow, name)) for name, _ in FIGURES)

    @property
    def is_over(self) -> bool:
        """Whether a remainder is below nought."""
        return min(self.flow.free, self.flow.unpaid, self.flow.left) < 0


def line_rows(sheet: LedgerSheet, source: str | None = None) -> tuple[LedgerRow, ...]:
    """Lines with money of the year in plan or ledger, and those above them, in printed order."""
    shown = _shown(sheet)
    found = [row for row in _tree_rows(sheet, source) if row.line_id in shown]
    lost = sheet.sums.flow(LOST, source)
    if lost != Flow():
        found.append(LedgerRow(LOST, "", line_words(sheet.sums, LOST)[1], 0, lost, _remark(lost)))
    return tuple(found)


def foot_rows(sheet: LedgerSheet, source: str | None = None) -> tuple[LedgerRow, ...]:
    """Our total, and what is followed of other agencies where there is any."""
    total = sheet.sums.flow("", source)
    found = [LedgerRow("", "", "Tổng cộng", 0, total, _remark(total), is_section=True)]
    if sheet.sums.elsewhere != Flow():
        found.append(
            LedgerRow(
                "", "", "Theo dõi: cơ quan khác chủ trì", 0, _elsewhere(sheet, source), "không cộng vào tổng",
                is_ours=False,
            )
        )  # fmt: skip
    return tuple(found)


def entry_texts(sheet: LedgerSheet, entry: LedgerEntry) -> tuple[str, ...]:
    """Ngày, loại, số tiền, nguồn, dòng, chứng từ, người ghi, ghi chú."""
    label, text = line_words(sheet.sums, sheet.lines.in_force(entry.line_id or ""))
    kind = NAMES[entry.kind] + (" (điều chỉnh)" if entry.corrects else "")
    sources = dict(sheet.sources())
    note = " · ".join(filter(None, (entry.note, entry.reason)))
    return (
        format_short(entry.date), kind, format_amount(entry.amount or 0), sources.get(entry.source, entry.source),
        label or shortened(text, 30), entry.document, entry.person, note,
    )  # fmt: skip


def agency_offers(sheet: LedgerSheet) -> tuple[tuple[str, str], ...]:
    """(key, name) of the agencies that lead lines of the plan."""
    keys = dict.fromkeys(lead for _, line in sheet.lines.tree.walk() if (lead := sheet.lines.lead_id(line.id)))
    return tuple((key, sheet.opened.agencies.get(key, key)) for key in keys)


def paper_of(sheet: LedgerSheet) -> LedgerPaper:
    """Entries and sums for the accountant."""
    opened = sheet.opened
    return ledger_paper(opened.row, sheet.year, sheet.sums, sheet.entries(), dict(opened.agencies))


def _elsewhere(sheet: LedgerSheet, source: str | None) -> Flow:
    found = Flow()
    for line_id, code in sheet.sums.cells_everywhere():
        if not sheet.lines.is_ours(line_id) and source in (None, code):
            found.add(sheet.sums.own(line_id, code))
    return found


def _shown(sheet: LedgerSheet) -> set[str]:
    """Lines with money of the year, and all above them."""
    budget, tree = sheet.lines.budget, sheet.lines.tree
    used = {line for line, _ in sheet.sums.cells_everywhere()}
    shown: set[str] = set()
    for _, line in tree.walk():
        planned = budget.total(line.id, years=(sheet.number,)) if sheet.lines.can_hold_money(line.id) else None
        if line.id in used or planned is not None:
            shown |= {line.id, *(each.id for each in tree.ancestors(line.id))}
    return shown


def _tree_rows(sheet: LedgerSheet, source: str | None) -> Iterator[LedgerRow]:
    for depth, line in sheet.lines.tree.walk():
        if not sheet.lines.can_hold_money(line.id):
            continue
        flow, is_ours = sheet.sums.flow(line.id, source), sheet.lines.is_ours(line.id)
        lead = sheet.opened.agencies.get(sheet.lines.lead_id(line.id) or "", "cơ quan khác")
        remark = _remark(flow) if is_ours else f"{lead} chủ trì"
        is_section = line.kind == SECTION or depth == 0
        yield LedgerRow(line.id, line.label, line.text, depth, flow, remark, is_section, is_ours)


def _remark(flow: Flow) -> str:
    """What is over, in words: the worst of it."""
    for amount, words in (
        (flow.left, "Chi vượt dự toán"), (flow.free, "Cam kết vượt dự toán"), (flow.unpaid, "Chi vượt cam kết"),
    ):  # fmt: skip
        if amount < 0:
            return f"▲ {words}"
    return ""
