"""What is printed in a body cell, the same words in every kind of paper."""

from decimal import ROUND_HALF_UP, Decimal

from nscl_desktop.domain.appendix import Cell, Row, RowKind, Table
from nscl_desktop.domain.money import MoneyUnit, format_amount, format_quantity

_VIETNAMESE_MARKS = str.maketrans(",.", ".,")


def cell_text(cell: Cell, unit: MoneyUnit, decimals: int | None = None) -> str:
    """The cell as text, amounts in `unit`. Text beside a figure is printed instead of it; a mark stands behind it."""
    if cell.text:
        text = cell.text
    elif cell.amount is not None:
        text = format_amount(cell.amount, unit, decimals)
    elif cell.quantity is not None:
        text = format_quantity(cell.quantity)
    elif cell.percent is not None:
        text = f"{_percent(cell.percent, decimals)}%"
    else:
        return cell.mark
    return text + cell.mark


def _percent(percent: Decimal, decimals: int | None) -> str:
    """All shares of a column with as many decimals as it asks for, rounded half up; else in full."""
    if decimals is None:
        return format_quantity(percent)
    rounded = percent.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return f"{rounded:,f}".translate(_VIETNAMESE_MARKS)


def is_figure(cell: Cell) -> bool:
    """Whether the cell holds a number, which must never be broken or cut, whatever is printed for it."""
    return cell.amount is not None or cell.quantity is not None or cell.percent is not None


def is_bold(row: Row, cell: Cell) -> bool:
    """Sections and totals are bold but for their light cells, other rows where a cell says so."""
    return not cell.light and (cell.bold or row.kind in {RowKind.SECTION, RowKind.TOTAL})


def row_title(table: Table, row: Row) -> str:
    """A row's name for bookmarks and messages: its first two texts that are no figures ("I. Tăng cường …")."""
    words = [cell.text.strip() for cell in row.cells if cell.text.strip() and not is_figure(cell)][:2]
    if len(words) == 2 and len(words[0]) > 8:  # the first is a name already, the second only a remark
        del words[1]
    title = (". " if words and not words[0].endswith((".", ")")) else " ").join(words)
    return " ".join(title.split()) or table.title
