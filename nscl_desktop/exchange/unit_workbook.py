"""Lists of units out of any Excel workbook or CSV file: cells with their own types, texts untouched.

Sizes are looked at before anything is read. A formula counts by the result that Excel stored with it; one without is
named. Fonts are read only where cells may be in an old encoding, because .VnTimeH draws small letters as capitals.
"""

import csv
import re
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol
from zipfile import ZipFile

from openpyxl import load_workbook

from nscl_desktop.domain.errors import UnreadableFileError
from nscl_desktop.domain.text import quoted
from nscl_desktop.exchange.long_sheets import LongBook, LongSheet, RawCell, open_values, value_rows
from nscl_desktop.exchange.plan_workbook_opening import DAMAGED, check_workbook, damaged

MOST_ROWS = 100_000
_MOST_COLUMNS = 200
_MOST_UNPACKED = 512 * 1024 * 1024
_MOST_CSV = 64 * 1024 * 1024
_AT_ONCE = 1000
_OLD_LETTERS = re.compile("[µ¸¹¨®ª¬\u00ad¶¾©Æ§]")
"""Signs that stand in texts in TCVN3 or VNI, and hardly in any other."""
_FORMULA = re.compile(rb"<f[ >/]")
_TEXT_FILES = {".csv", ".tsv", ".txt"}

Tell = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class UnitSheet:
    """One sheet: row 0 is Excel's row 1. ``troubles``: row, column, sentence; ``fonts`` by row and column."""

    name: str
    rows: Sequence[Sequence[RawCell]]
    troubles: Sequence[tuple[int, int, str]] = ()
    fonts: dict[tuple[int, int], str] = field(default_factory=dict)


class _Font(Protocol):
    name: str | None


class _Cell(Protocol):
    value: RawCell
    font: _Font


def read_unit_sheets(path: Path, tell: Tell) -> tuple[UnitSheet, ...]:
    """All sheets that have something in them; UnreadableFileError for what cannot be read. ``tell`` may stop it."""
    if path.suffix.casefold() in _TEXT_FILES:
        return (_text_file(path),)
    check_workbook(path, _MOST_UNPACKED)
    try:
        # openpyxl warns of what it leaves out (validations, pictures); none of it is wanted here
        with warnings.catch_warnings(action="ignore"):
            found = tuple(_with_fonts(path, sheet) for sheet in _sheets(path, tell) if any(map(any, sheet.rows)))
    except DAMAGED as error:
        raise damaged(path) from error
    if not found:
        raise UnreadableFileError(f"Tệp {quoted(path.name)} không có ô nào ghi dữ liệu; hãy chọn tệp khác.")
    return found


def _sheets(path: Path, tell: Tell) -> Iterator[UnitSheet]:
    formulas = _all_rows(path, tell, data_only=False) if _has_formulas(path) else {}
    for name, rows in _all_rows(path, tell, data_only=True).items():
        yield UnitSheet(name, rows, tuple(_troubles(name, rows, formulas.get(name, ()))))


def _all_rows(path: Path, tell: Tell, *, data_only: bool) -> dict[str, list[tuple[RawCell, ...]]]:
    book: LongBook = (
        open_values(path)
        if data_only
        else load_workbook(path, read_only=True, data_only=False, keep_links=False, keep_vba=False)
    )
    try:
        return {
            sheet.title: list(_rows(path, sheet, tell, data_only=data_only))
            for sheet in book
            if hasattr(sheet, "iter_rows")
        }
    finally:
        book.close()


def _rows(path: Path, sheet: LongSheet, tell: Tell, *, data_only: bool) -> Iterator[tuple[RawCell, ...]]:
    sheet.reset_dimensions()  # what the file says about its size may be wrong
    waiting = 0
    found: Iterable[Sequence[RawCell]] = (
        value_rows(sheet, MOST_ROWS + 1, _MOST_COLUMNS)
        if data_only
        else sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=_MOST_COLUMNS, values_only=True)
    )
    for at, row in enumerate(found):
        if at % _AT_ONCE == 0:
            tell(f"Đọc tờ {quoted(sheet.title)}, dòng {at}")
        if at >= MOST_ROWS:
            raise UnreadableFileError(
                f"Tờ {quoted(sheet.title)} của tệp {quoted(path.name)} có hơn 100.000 dòng; hãy tách bớt rồi nhập."
            )
        filled = len(row)
        while filled and row[filled - 1] is None:
            filled -= 1
        if not filled:
            waiting += 1  # empty rows count only where something follows
            continue
        yield from [()] * waiting
        waiting = 0
        yield tuple(row[:filled])


def _has_formulas(path: Path) -> bool:
    with ZipFile(path) as archive:
        parts = [name for name in archive.namelist() if name.startswith("xl/worksheets/") and name.endswith(".xml")]
        return any(_FORMULA.search(archive.read(name)) for name in parts)


def _troubles(
    name: str, rows: Sequence[Sequence[RawCell]], formulas: Sequence[Sequence[RawCell]]
) -> Iterator[tuple[int, int, str]]:
    for at, row in enumerate(formulas):
        values = rows[at] if at < len(rows) else ()
        for column, written in enumerate(row):
            value = values[column] if column < len(values) else None
            if isinstance(written, str) and written.startswith("=") and value is None:
                yield at, column, f"{name}, dòng {at + 1}: Công thức chưa có kết quả; hãy mở tệp bằng Excel, lưu lại."


def _with_fonts(path: Path, sheet: UnitSheet) -> UnitSheet:
    suspects = {
        (at, column)
        for at, row in enumerate(sheet.rows)
        for column, cell in enumerate(row)
        if isinstance(cell, str) and not cell.isascii() and _OLD_LETTERS.search(cell)
    }
    if not suspects:
        return sheet
    book = load_workbook(path, read_only=True, data_only=True, keep_links=False)
    fonts = {}
    try:
        raw = book[sheet.name]
        raw.reset_dimensions()
        for at, row in enumerate(raw.iter_rows(max_row=len(sheet.rows), max_col=_MOST_COLUMNS)):
            for column, cell in enumerate(row):
                if (at, column) in suspects:
                    known: _Cell = cell
                    fonts[at, column] = known.font.name or ""
    finally:
        book.close()
    return UnitSheet(sheet.name, sheet.rows, sheet.troubles, fonts)


def _text_file(path: Path) -> UnitSheet:
    """A CSV file as Excel or another program wrote it: UTF-8, UTF-16, or one byte a letter as old fonts have it."""
    try:
        if path.stat().st_size > _MOST_CSV:
            raise UnreadableFileError(f"Tệp {quoted(path.name)} lớn hơn 64 MB; hãy tách bớt rồi nhập.")
        content = path.read_bytes()
    except OSError:
        raise UnreadableFileError(
            f"Không mở được tệp {quoted(path.name)}; hãy kiểm tra tệp còn đó và không bị khóa."
        ) from None
    text = _decoded(content)
    lines = text.splitlines()[:200]
    mark = max(";\t,", key=lambda each: sum(line.count(each) for line in lines))
    try:
        rows = [
            tuple(cell or None for cell in row) for row in csv.reader(text.splitlines(keepends=True), delimiter=mark)
        ]
    except csv.Error:
        raise damaged(path) from None
    if not any(map(any, rows)) or "\x00" in text:
        raise UnreadableFileError(f"Tệp {quoted(path.name)} không có dòng nào ghi dữ liệu; hãy chọn tệp khác.")
    if len(rows) > MOST_ROWS:
        raise UnreadableFileError(f"Tệp {quoted(path.name)} có hơn 100.000 dòng; hãy tách bớt rồi nhập.")
    return UnitSheet(path.stem, rows)


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("latin-1")
