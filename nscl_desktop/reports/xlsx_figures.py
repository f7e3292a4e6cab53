"""Figures of a table as a spreadsheet keeps them: real numbers in the table's unit, shown exactly as on paper.

Marks and dashes belong to the number format, so "628*" and "-" stay numbers that sums count.
"""

from decimal import Decimal

from nscl_desktop.domain.appendix import Cell, Column
from nscl_desktop.domain.money import MoneyUnit, decimals_needed
from nscl_desktop.domain.text import nfc
from nscl_desktop.reports.cell_text import is_figure

# Vietnamese separators wherever the program shows numbers by the format's own language; Excel takes Windows' own
_LOCALE = "[$-42A]"
_LONGEST_LITERAL = 20
"""Characters of a text printed instead of a figure: number formats neither wrap nor shrink."""
_MOST_DECIMALS = 15
"""No spreadsheet shows more digits of a number."""


def sheet_value(cell: Cell, unit: MoneyUnit) -> Decimal | None:
    """The number in the cell, amounts in `unit`, percentages as shares; None for words and empty cells."""
    if is_written_out(cell):
        return None
    if cell.amount is not None:
        return Decimal(cell.amount).scaleb(1 - len(str(unit.value)))
    if cell.quantity is not None:
        return cell.quantity
    return None if cell.percent is None else cell.percent.scaleb(-2)


def is_written_out(cell: Cell) -> bool:
    """Whether words are printed instead of a figure that are too many for a number format."""
    return is_figure(cell) and (len(cell.text) > _LONGEST_LITERAL or "\n" in cell.text)


def number_format(cell: Cell, column: Column, unit: MoneyUnit) -> str:
    """The format that shows the figure as it is printed, with just the decimals it has."""
    if cell.text:
        shown = _literal(cell.text + cell.mark)
        return ";".join([shown] * 3)
    return figure_format(decimals_shown(cell, column, unit), cell)


def figure_format(decimals: int, cell: Cell, digit: str = "0") -> str:
    """A format with so many decimals and the cell's sign and mark behind it; `digit` "#" shows them where needed."""
    fraction = "." + digit * decimals if decimals else ""
    percent = "%" if cell.percent is not None else ""
    return f"{_LOCALE}#,##0{fraction}{percent}{_literal(cell.mark)}"


def decimals_shown(cell: Cell, column: Column, unit: MoneyUnit) -> int:
    """The column's decimals, else as many as the figure needs."""
    if cell.amount is not None:
        return decimals_needed(cell.amount, unit) if column.decimals is None else column.decimals
    if cell.quantity is not None:
        return _decimals(cell.quantity)
    return _decimals(cell.percent or Decimal(0)) if column.decimals is None else column.decimals


def _decimals(number: Decimal) -> int:
    exponent = number.normalize().as_tuple().exponent
    return min(max(0, -exponent), _MOST_DECIMALS) if isinstance(exponent, int) else 0


def _literal(text: str) -> str:
    """Text inside a number format, where only a quotation mark needs a backslash and must stand outside quotes."""
    return '\\"'.join(f'"{part}"' if part else "" for part in nfc(text).split('"'))
