"""The totals that Excel computed on the sheet against those computed here: what proves that figures were read right.

Excel leaves cells of text out of its sums, so a total that lacks just those is told as a remark and not refused.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from itertools import takewhile

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.money import MoneyUnit, format_amount
from nscl_desktop.domain.money_reading import parse_amount
from nscl_desktop.domain.table_headings import Use
from nscl_desktop.exchange.plan_workbook_columns import BudgetColumn
from nscl_desktop.exchange.plan_workbook_lines import ReadBudget, ReadLine
from nscl_desktop.exchange.plan_workbook_opening import Cell, Sheet, exact
from nscl_desktop.exchange.plan_workbook_values import CellReader, Report


def check_totals(sheet: Sheet, read: ReadBudget, computed: Budget, unit: MoneyUnit, report: Report) -> None:
    """Compare every stated figure of money: totals of lines, amounts of lines that others add up to, rows of totals.

    Amounts of a line whose parts stand below it are sums too: they are taken out of ``read`` where they agree.
    """
    _Totals(sheet, read, computed, unit, report).check()


class _Totals:
    def __init__(self, sheet: Sheet, read: ReadBudget, computed: Budget, unit: MoneyUnit, report: Report) -> None:
        self._sheet, self._read, self._computed = sheet, read, computed
        self._unit, self._report = unit, report
        self._cells = CellReader(report, unit)
        self._unread = frozenset(report.places)
        """Cells that could not be read: what adds them up cannot be compared."""
        self._sections = {each.row for each in read.lines if self._has_money_below(each)}
        self._entered = [each for each in read.head.figures(stated=False) if each.use is Use.AMOUNT]

    def check(self) -> None:
        """Lines first, then rows of totals."""
        stated = [each for each in self._read.head.figures(stated=True) if each.use is Use.AMOUNT]
        for line in self._read.lines:
            if line.row in self._sections:
                self._check_section(line)
            for column in stated:
                if line.row not in self._sections or self._stated(line.row, column):
                    self._compare(line.row, column, line.line.id, [line.row])
        rows = [each.row for each in self._read.lines]
        for row in self._read.totals:
            for column in (*stated, *self._entered):
                self._compare(row, column, "", rows)

    def _has_money_below(self, line: ReadLine) -> bool:
        below = self._computed.tree.children(line.line.id)
        return any(self._computed.total(child.id) is not None for child in below)

    def _check_section(self, line: ReadLine) -> None:
        """Amounts beside those of the lines below: compared, and not entered."""
        below = self._rows_below(line)
        for column in self._entered:
            self._compare(line.row, column, line.line.id, below)
        kept = [replace(cell, amount=None) for cell in line.cells]
        line.cells = [cell for cell in kept if cell.quantity is not None]

    def _rows_below(self, line: ReadLine) -> list[int]:
        behind = self._read.lines[self._read.lines.index(line) + 1 :]
        return [each.row for each in takewhile(lambda each: each.level > line.level, behind)]

    def _stated(self, row: int, column: BudgetColumn) -> int | None:
        """The figure in đồng as the sheet has it, rounded; None where none stands there."""
        if not self._cells.is_sound(self._sheet, row, column.column):
            return None
        value = self._sheet.cell(row, column.column).value
        if isinstance(value, int | float) and not isinstance(value, bool):
            return int((exact(value) * self._unit.value).quantize(Decimal(1), rounding=ROUND_HALF_UP))
        return self._cells.amount(self._sheet, row, column.column)

    def _compare(self, row: int, column: BudgetColumn, line_id: str, rows: Collection[int]) -> None:
        """Compare one figure with the computed one; ``rows`` are those that Excel's own sum goes over."""
        stated = self._stated(row, column)
        covered = [each for each in self._entered if _covers(column, each)]
        if stated is None or self._is_faulty(rows, covered):
            return
        years = {column.year} if column.year else None
        sources = {column.source.id} if column.source else None
        computed = self._computed.total(line_id, years=years, sources=sources) or 0
        if stated == computed:
            return
        place = self._sheet.place(row, column.column)
        typed = dict(self._typed_as_text(rows, covered))
        doubled = self._of_sections(rows, covered)
        if stated == computed - sum(typed.values()) + doubled:
            reasons = [f"chưa cộng các ô số ghi dạng chữ ({', '.join(list(typed)[:5])})"] if typed else []
            reasons += ["cộng cả số của dòng mục lớn"] if doubled else []
            self._report.remark(place, f"Excel {' và '.join(reasons)}; chương trình đã tính đúng từ các ô.")
            return
        self._report.fault(
            place,
            f"Biểu ghi {self._shown(stated)}, tính từ các ô được {self._shown(computed)}{_thousand(stated, computed)}; "
            "hãy xem lại các ô được cộng.",
        )

    def _is_faulty(self, rows: Collection[int], columns: Sequence[BudgetColumn]) -> bool:
        """Whether a cell that goes into the sum could not be read."""
        if not self._unread:
            return False
        pairs = {(each.year, each.source) for each in columns}
        figures = self._read.head.figures(stated=False)
        making = {each.column for each in figures if (each.year, each.source) in pairs} | {
            self._read.head.of(Use.PRICE)
        }
        return any(self._sheet.place(row, c) in self._unread for row in rows for c in making if c is not None)

    def _typed_as_text(self, rows: Collection[int], columns: Sequence[BudgetColumn]) -> Iterator[tuple[str, int]]:
        """Amounts typed as text among the cells that a total adds up: address and đồng. Excel leaves them out."""
        for column in columns:
            for row in rows:
                cell = self._sheet.cell(row, column.column)
                amount = self._typed(cell) if isinstance(cell.value, str) and cell.value else None
                if amount:
                    yield self._sheet.place(row, column.column).rsplit(", ", maxsplit=1)[-1], amount

    def _typed(self, cell: Cell) -> int | None:
        try:
            return parse_amount(cell.text, self._unit).value
        except InputError:
            return None

    def _of_sections(self, rows: Collection[int], columns: Sequence[BudgetColumn]) -> int:
        """Đồng that stand in sections beside the lines below them: Excel's sum over the column counts them twice."""
        cells = ((row, column) for row in rows if row in self._sections for column in columns)
        return sum(self._stated(row, column) or 0 for row, column in cells) if len(rows) > 1 else 0

    def _shown(self, dong: int) -> str:
        return f"{format_amount(dong, self._unit)} {self._unit.label}"


def _covers(total: BudgetColumn, column: BudgetColumn) -> bool:
    return total.year in (0, column.year) and (total.source is None or total.source == column.source)


def _thousand(stated: int, computed: int) -> str:
    if not stated or not computed or max(stated, computed) != 1000 * min(stated, computed):
        return ""
    return " (chênh đúng 1.000 lần, có thể do dấu chấm, dấu phẩy)"
