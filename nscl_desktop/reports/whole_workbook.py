"""One workbook of many large sheets, written row by row, so that a hundred thousand records need little memory."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

MOST_ROWS = 1_048_575
"""Rows of a sheet beside its heading, Excel's limit."""
_LONGEST_TEXT, _CUT = 32_767, "… (còn nữa, xem tệp dữ liệu)"
_DIGITS = 15
"""Digits that a figure of Excel keeps; what has more is written as text."""
_TELL_EVERY = 1000
_WIDTHS = (10, 48)
Cell = str | int | Decimal | None


class WholeSheet(NamedTuple):
    """A sheet: its name, headings, which columns hold money, how many rows there are, and the rows."""

    name: str
    headings: Sequence[str]
    money: frozenset[int]
    total: int
    rows: Iterable[Sequence[Cell]]


def write_whole_workbook(
    target: Path, sheets: Iterable[WholeSheet], index: str, tell: Callable[[str], object], most_rows: int = MOST_ROWS
) -> dict[str, int]:
    """Write these sheets behind one that lists them; rows by sheet. ``tell`` hears how far it is and may stop it."""
    counts: dict[str, int] = {}
    with Workbook(str(target), {"constant_memory": True, "strings_to_numbers": False}) as book:
        bold, money = book.add_format({"bold": True, "text_wrap": True}), book.add_format({"num_format": "#,##0"})
        first = book.add_worksheet(index)
        for sheet in sheets:
            counts[sheet.name] = _write(book, sheet, (bold, money), tell, most_rows)
        first.set_column(0, 0, _WIDTHS[1])
        first.write_row(0, 0, ("Loại bản ghi", "Số bản ghi"), bold)
        for row, (name, count) in enumerate(counts.items(), start=1):
            first.write_url(row, 0, f"internal:'{name}'!A1", string=name)
            first.write_number(row, 1, count)
    return counts


def _write(
    book: Workbook, sheet: WholeSheet, formats: tuple[Format, Format], tell: Callable[[str], object], most_rows: int
) -> int:
    written, page = 0, _page(book, sheet, sheet.name, formats[0])
    for row in sheet.rows:
        if written and written % most_rows == 0:
            page = _page(book, sheet, f"{sheet.name[:26]} ({written // most_rows + 1})", formats[0])
        if written % _TELL_EVERY == 0:
            tell(f"Ghi {sheet.name[:1].lower()}{sheet.name[1:]}: {written}/{sheet.total}")
        for column, cell in enumerate(row):
            _put(page, (written % most_rows + 1, column), cell, formats[1] if column in sheet.money else None)
        written += 1
    return written


def _page(book: Workbook, sheet: WholeSheet, name: str, bold: Format) -> Worksheet:
    page = book.add_worksheet(name)
    page.freeze_panes(1, 0)
    for column, heading in enumerate(sheet.headings):
        page.set_column(column, column, min(max(len(heading) + 2, _WIDTHS[0]), _WIDTHS[1]))
    page.write_row(0, 0, sheet.headings, bold)
    return page


def _put(page: Worksheet, place: tuple[int, int], cell: Cell, look: Format | None) -> None:
    if cell is None or cell == "":
        return
    if isinstance(cell, str):
        text = cell if len(cell) <= _LONGEST_TEXT else cell[: _LONGEST_TEXT - len(_CUT)] + _CUT
        page.write_string(*place, text)
    elif len(str(cell).lstrip("-").replace(".", "")) > _DIGITS:
        page.write_string(*place, str(cell))
    else:
        page.write_number(*place, cell, look)
