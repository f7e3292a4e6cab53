"""Formulas of a sheet: cells of the document's tables as cells of the sheet, and sums that no spreadsheet refuses.

A formula is used only if it gives the figure that is printed, so recalculating never changes a signed paper.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Context, Decimal

from xlsxwriter.utility import xl_range, xl_rowcol_to_cell

from nscl_desktop.domain.appendix import Area, Formula, Product, Sum

MOST_ARGUMENTS = 255
MOST_CHARACTERS = 8192
_EXACT = Context(prec=60)
_SMALLEST_ROUNDING = Decimal("1e-12")

Rows = Sequence[tuple[int, int]]
Columns = Sequence[tuple[int, int]]


@dataclass(slots=True)
class TableOnSheet:
    """Where a table's cells stand: for each body row its first and last sheet row, for each column its first sheet
    column and the one behind its last; `values` are the numbers in its cells, None for words.
    """

    rows: Rows
    columns: Columns
    values: list[list[Decimal | None]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Formulas:
    """Writes and proves the formulas of one document."""

    tables: Sequence[TableOnSheet]

    @property
    def last_column(self) -> int:
        """The sheet's last column that a table reaches."""
        return max(table.columns[-1][1] for table in self.tables) - 1

    def gives(self, formula: Formula, table: int, row: int, value: Decimal) -> bool:
        """Whether the formula, computed from the figures on the sheet, gives the value."""
        if isinstance(formula, Sum):
            return _EXACT.subtract(self._sum(*formula.areas), self._sum(*formula.less)) == value
        if isinstance(formula, Product):
            cells = self.tables[table].values[row]
            left, right = cells[formula.left], cells[formula.right]
            return left is not None and right is not None and _EXACT.multiply(left, right) == value
        whole = self._sum(formula.whole)
        return bool(whole) and abs(_EXACT.divide(self._sum(formula.part), whole) - value) <= _rounding(value)

    def _sum(self, *areas: Area) -> Decimal:
        total = Decimal(0)
        for area in areas:
            for cells in self.tables[area.table].values[area.first_row : area.last_row + 1]:
                for value in cells[area.first_column : area.last_column + 1]:
                    if value is not None:
                        total = _EXACT.add(total, value)
        return total

    def texts(self, formula: Formula, table: int, row: int) -> list[str]:
        """The formula; several sums to be added up where one would be longer than a spreadsheet takes."""
        if isinstance(formula, Sum):
            added = sums([self._reference(area) for area in formula.areas])
            less = sums([self._reference(area) for area in formula.less])
            return [*added[:-1], "".join((added[-1], *(each.replace("=", "-", 1) for each in less)))] if less else added
        if isinstance(formula, Product):
            sheet_row = self.tables[table].rows[row][0]
            factors = [
                xl_rowcol_to_cell(sheet_row, self.tables[table].columns[column][0])
                for column in (formula.left, formula.right)
            ]
            return ["=" + "*".join(factors)]
        part, whole = self._reference(formula.part), self._reference(formula.whole)
        return ["=" + "/".join(f"SUM({cells})" if ":" in cells else cells for cells in (part, whole))]

    def _reference(self, area: Area) -> str:
        """A run of the document's cells on the sheet; merged cells count with their first, the others are blank."""
        table = self.tables[area.table]
        first_row, last_row = table.rows[area.first_row], table.rows[area.last_row]
        first_column, last_column = table.columns[area.first_column], table.columns[area.last_column]
        if first_row == last_row and first_column == last_column:
            return str(xl_rowcol_to_cell(first_row[0], first_column[0]))
        end = last_row[1] if first_row != last_row else first_row[0]
        last = last_column[1] - 1 if first_column != last_column else first_column[0]
        return str(xl_range(first_row[0], first_column[0], end, last))


def _rounding(share: Decimal) -> Decimal:
    """How far a share may lie from the quotient: half of its last decimal."""
    exponent = share.as_tuple().exponent
    return max(Decimal("0.5").scaleb(exponent), _SMALLEST_ROUNDING) if isinstance(exponent, int) else _SMALLEST_ROUNDING


def sums(references: Sequence[str]) -> list[str]:
    """=SUM(…) over the references, nested where they are too many; several of them where one would be too long."""
    formulas: list[str] = []
    start = 0
    while start < len(references):
        end = start + 1
        length = len(references[start])
        while end < len(references) and length + 1 + len(references[end]) <= MOST_CHARACTERS - 500:
            length += 1 + len(references[end])
            end += 1
        formulas.append("=" + _nested(references[start:end]))
        start = end
    return formulas


def _nested(arguments: Sequence[str]) -> str:
    if len(arguments) <= MOST_ARGUMENTS:
        return f"SUM({','.join(arguments)})"
    groups = [arguments[i : i + MOST_ARGUMENTS] for i in range(0, len(arguments), MOST_ARGUMENTS)]
    return _nested([_nested(group) for group in groups])
