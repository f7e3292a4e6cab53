"""Values of long sheets: read by openpyxl, with short ways for what fills almost every cell of a list.

openpyxl takes a shared text apart as if it had fonts, and makes a dictionary of each cell. Plain texts, texts of the
shared table and numbers that are no dates need none of that; every other text and cell is left to openpyxl, so that
what a file says does not depend on the way by which it is read.
"""

from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, Protocol
from xml.etree.ElementTree import Element

from openpyxl.cell.text import Text
from openpyxl.reader.excel import SHARED_STRINGS, ExcelReader
from openpyxl.utils.cell import column_index_from_string
from openpyxl.worksheet._reader import WorkSheetParser  # the class that openpyxl's own read-only sheets use
from openpyxl.xml.constants import SHEET_MAIN_NS
from openpyxl.xml.functions import iterparse

RawCell = str | int | float | bool | datetime | date | time | None
_TEXT, _PLAIN, _VALUE = (f"{{{SHEET_MAIN_NS}}}{tag}" for tag in ("si", "t", "v"))
_DIGITS = "0123456789"
_Source = Any  # Any: openpyxl has no types


class LongSheet(Protocol):
    """One of openpyxl's read-only sheets."""

    title: str

    def reset_dimensions(self) -> None:
        """Forget what the file says about the sheet's size."""

    def iter_rows(self, *, max_row: int, max_col: int, values_only: bool) -> Iterator[tuple[RawCell, ...]]:
        """All rows from the first."""


class LongBook(Protocol):
    """One of openpyxl's read-only workbooks."""

    def __iter__(self) -> Iterator[LongSheet]: ...
    def close(self) -> None:
        """Let go of the file."""


def open_values(path: Path) -> LongBook:
    """The workbook as `load_workbook` opens it for reading alone, with results in place of formulas."""
    reader = _Reader(path, read_only=True, data_only=True, keep_links=False, keep_vba=False)
    try:
        reader.read()
    except BaseException:
        reader.archive.close()
        raise
    book: LongBook = reader.wb
    return book


def value_rows(sheet: LongSheet, max_row: int, max_col: int) -> Iterator[tuple[RawCell, ...] | list[RawCell]]:
    """As ``sheet.iter_rows`` gives them, but for empty cells at the end, of a book opened by `open_values`."""
    raw: _Source = sheet
    book = raw.parent
    number, following = 0, 1
    with raw._get_source() as source:  # noqa: SLF001 - read as openpyxl itself reads it
        parser = _Parser(
            source,
            raw._shared_strings,  # noqa: SLF001 - likewise
            data_only=True,
            epoch=book.epoch,
            date_formats=book._date_formats,  # noqa: SLF001 - likewise
            timedelta_formats=book._timedelta_formats,  # noqa: SLF001 - likewise
        )
        for number, cells in parser.parse():
            if number > max_row:
                break
            if following <= number:  # rows that stand before the last one read are not looked at
                yield from [()] * (number - following)
                yield _filled(cells, max_col)
                following = number + 1
    if number > max_row:
        yield from [()] * (max_row + 1 - following)


def _filled(cells: list[tuple[int, RawCell]], max_col: int) -> list[RawCell]:
    row: list[RawCell] = []
    for column, value in cells:
        if column == len(row) + 1 <= max_col:
            row.append(value)
        elif column <= len(row):
            row[column - 1] = value
        elif column <= max_col:
            row += [None] * (column - len(row) - 1)
            row.append(value)
    return row


class _Reader(ExcelReader):
    def read_strings(self) -> None:
        """The shared texts; those of one font are only their letters."""
        part = self.package.find(SHARED_STRINGS)
        if part is None:
            return
        with self.archive.open(part.PartName[1:]) as source:
            for _, node in iterparse(source):
                if node.tag == _TEXT:
                    self.shared_strings.append(_text(node).replace("x005F_", ""))
                    node.clear()


def _text(node: Element) -> str:
    if len(node) == 1 and node[0].tag == _PLAIN and not node.attrib:
        return node[0].text or ""
    text: str = Text.from_tree(node).content
    return text


class _Parser(WorkSheetParser):
    """Gives a cell as its column and value."""

    def __init__(self, *args: _Source, **named: _Source) -> None:
        super().__init__(*args, **named)
        self._columns: dict[str, int] = {}
        self._is_date: dict[str | None, bool] = {}

    def parse_cell(self, element: Element) -> tuple[int, RawCell]:
        kind, place = element.get("t", "n"), element.get("r")
        is_text = kind == "s"
        if not place or not (is_text or (kind == "n" and not self._shows_date(element.get("s")))):
            cell = super().parse_cell(element)
            return cell["column"], cell["value"]
        letters = place.rstrip(_DIGITS)
        column = self._columns.get(letters)
        if column is None:
            column = self._columns[letters] = column_index_from_string(letters)
        self.col_counter = column
        text = element.findtext(_VALUE)
        if not text:
            return column, None
        if is_text:
            return column, self.shared_strings[int(text)]
        return column, float(text) if "." in text or "E" in text or "e" in text else int(text)

    def _shows_date(self, style: str | None) -> bool:
        known = self._is_date.get(style)
        if known is None:
            known = self._is_date[style] = (int(style) if style else 0) in self.date_formats
        return known
