"""A table of money on paper: lines with subtotals, the total, and below it what other agencies lead, all formulas."""

from collections.abc import Sequence
from dataclasses import dataclass

from nscl_desktop.domain import appendix as paper
from nscl_desktop.domain.appendix import Align, AppendixDoc, Area, Cell, HeaderCell, Paragraph, Ratio, Row, RowKind, Sum
from nscl_desktop.domain.counting import rounded
from nscl_desktop.domain.forms.grid import runs
from nscl_desktop.domain.money_rows import MoneyRow, RowMaker, YearMoney, added
from nscl_desktop.domain.money_tables import Column, TableKind, numbers
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.domain.report_figures import share
from nscl_desktop.domain.report_paper import cited

_WORDS = 2
"""Columns before the figures: STT and Nội dung."""
ELSEWHERE = "Kinh phí do cơ quan khác chủ trì (theo dõi, không cộng vào tổng)"


@dataclass(frozen=True, slots=True)
class Letter:
    """What stands around the table."""

    plan: PlanRow
    agency: tuple[str, ...] = ()


def money_document(kind: TableKind, money: YearMoney, letter: Letter) -> AppendixDoc:
    """The paper as data."""
    year = money.sums.year
    heading = paper.Heading(
        "", f"{kind.name} năm {year}".upper(), f"(Thực hiện {cited(letter.plan)})", letter.agency, motto=True
    )
    blocks = (
        Paragraph(f"Niên độ {year}: {money.closed}. Đơn vị tính: đồng", Align.RIGHT, italic=True),
        money_table(kind, money),
        Paragraph(f"Ghi chú: {kind.note}", Align.JUSTIFY, italic=True),
    )
    signers = (paper.Signature(("NGƯỜI LẬP BIỂU",)), paper.Signature(("THỦ TRƯỞNG ĐƠN VỊ",)))
    return AppendixDoc(
        heading, blocks,
        signatures=paper.SignatureBlock("…………, ngày …… tháng …… năm ………", signers),
        landscape=True, author=letter.agency[-1] if letter.agency else "",
    )  # fmt: skip


def money_table(kind: TableKind, money: YearMoney) -> paper.Table:
    """The table, which is the first of its document."""
    maker = RowMaker(money, [each.figure for each in kind.columns if each.figure], kind.by_source)
    writer = _Writer(kind)
    own = maker.rows(ours=True)
    roots = [writer.write(each, 0) for each in own]
    writer.add_up("", "Tổng cộng", own, roots, RowKind.TOTAL)
    if kind.by_source:
        codes = {source.code: source.name for source in money.sums.lines.budget.frame.sources}
        leaves = list(writer.leaves)
        for code in dict.fromkeys((*codes, *sorted({row.source for _, row in leaves} - {""}))):
            found = [(at, row) for at, row in leaves if row.source == code]
            if found:
                words = f"Trong đó: {codes.get(code, code)}"
                writer.add_up("", words, [row for _, row in found], [at for at, _ in found], RowKind.ITEM)
    others = maker.rows(ours=False)
    if others:
        at = writer.reserve()
        below = [writer.write(each, 1) for each in others]
        writer.add_up("", ELSEWHERE, others, below, RowKind.SECTION, at)
    return paper.Table(
        (
            paper.Column(12, Align.CENTER), paper.Column(88),
            *(paper.Column(18 if each.share else 30, Align.RIGHT, 1 if each.share else None) for each in kind.columns),
        ),
        (tuple(map(HeaderCell, ("STT", "Nội dung", *(each.title for each in kind.columns)))),),
        tuple(row for row in writer.rows if row is not None),
        numbers(kind),
        title=kind.name,
    )  # fmt: skip


class _Writer:
    """Writes rows of figures with their formulas, each at its place in the table."""

    def __init__(self, kind: TableKind) -> None:
        self._kind = kind
        self.rows: list[Row | None] = []
        self.leaves: list[tuple[int, MoneyRow]] = []

    def reserve(self) -> int:
        """A place for a row that is written later."""
        self.rows.append(None)
        return len(self.rows) - 1

    def write(self, row: MoneyRow, depth: int) -> int:
        """A row and those below it; where it stands."""
        at = self.reserve()
        below = [self.write(each, depth + 1) for each in row.below]
        if not below:
            self.leaves.append((at, row))
        kind = RowKind.SECTION if row.is_section or not depth else RowKind.ITEM
        self._put(at, row.label, row.text, row.amounts, below, kind, depth)
        return at

    def add_up(
        self, label: str, text: str, rows: Sequence[MoneyRow], places: Sequence[int], kind: RowKind, at: int = -1
    ) -> None:
        """A row that adds up rows at these places."""
        count = sum(each.figure is not None for each in self._kind.columns)
        at = self.reserve() if at < 0 else at
        self._put(at, label, text, added(rows, count), places, kind, 0)

    def _put(
        self, at: int, label: str, text: str, amounts: Sequence[int], below: Sequence[int], kind: RowKind, depth: int
    ) -> None:
        left = iter(amounts)
        known = [next(left) if each.figure else 0 for each in self._kind.columns]
        cells = [self._cell(column, place, at, known, below) for place, column in enumerate(self._kind.columns)]
        self.rows[at] = Row((Cell(label), Cell(text), *cells), kind, depth)

    def _cell(self, column: Column, place: int, at: int, known: Sequence[int], below: Sequence[int]) -> Cell:
        if column.share:
            part, whole = column.share
            found = share(known[part - 1], known[whole - 1])
            if found is None:
                return Cell("-", align=Align.CENTER)
            return Cell(percent=rounded(found), formula=Ratio(_area(at, part), _area(at, whole)))
        if column.plus:
            made = Sum(tuple(_area(at, each) for each in column.plus), tuple(_area(at, each) for each in column.less))
            return Cell(amount=known[place], formula=made)
        spot = _WORDS + place
        areas = tuple(Area(0, first, spot, last, spot) for first, last in runs(below))
        return Cell(amount=known[place], formula=Sum(areas) if areas else None)


def _area(row: int, column: int) -> Area:
    """One figure; columns of figures are counted from 1."""
    spot = _WORDS + column - 1
    return Area(0, row, spot, row, spot)
