"""Opening an Excel file that somebody else made: sizes looked at before reading, values and formulas side by side.

Only values are taken. Macros, links to other files, pictures and charts are not looked at. A formula counts by the
result that Excel stored with it; this program does not calculate sheets.
"""

import struct
import warnings
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Protocol
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils.cell import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from nscl_desktop.domain.errors import UnreadableFileError
from nscl_desktop.domain.text import nfc, quoted

MOST_ROWS = 5_000
MOST_COLUMNS = 200
_LAST_ROW = 20_000
_MOST_PARTS = 2_000
_MOST_UNPACKED = 32 * 1024 * 1024
"""Bytes of all XML parts; the largest plan fills two or three million."""
_MOST_PACKED = 64 * 1024 * 1024
_OLD_FORMAT = bytes.fromhex("D0CF11E0A1B11AE1")
"""How files of Excel 97–2003 begin, and today's files with a password."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
DAMAGED = (
    BadZipFile, InvalidFileException, KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, EOFError,
    SyntaxError, ArithmeticError, RuntimeError, NotImplementedError, struct.error, zlib.error,
)  # fmt: skip
"""What zipfile and openpyxl raise on files that are not what they claim to be."""


class _RawCell(Protocol):
    """What is used of openpyxl's cells, which have no types."""

    value: object
    data_type: str
    number_format: str


class _RawSheet(Protocol):
    title: str

    def reset_dimensions(self) -> None: ...
    def iter_rows(self, *, max_row: int, max_col: int) -> Iterator[tuple[_RawCell, ...]]: ...


class _RawBook(Protocol):
    def __iter__(self) -> Iterator[_RawSheet]: ...
    def close(self) -> None: ...


CellValue = str | int | float | bool | datetime | date | time | None
UNCACHED = "uncached"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its value (texts in NFC without blanks around them), and the formula that made it.

    ``trouble`` is an error such as #VALUE!, or UNCACHED for a formula without a stored result; ``value`` is None then.
    """

    value: CellValue = None
    formula: str = ""
    trouble: str = ""
    percent: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it."""
        return self.value in (None, "") and not self.trouble

    @property
    def text(self) -> str:
        """The value as a Vietnamese reader would type it, without dots between thousands."""
        return _text(self.value)


EMPTY = Cell()


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; rows and columns are counted from 0, rows may differ in length."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]

    def cell(self, row: int, column: int) -> Cell:
        """The cell, an empty one outside of what is filled."""
        cells = self.rows[row] if row < len(self.rows) else ()
        return cells[column] if column < len(cells) else EMPTY

    def place(self, row: int, column: int | None = None) -> str:
        """What the clerk calls it: "Dự toán, ô D7"."""
        where = f"dòng {row + 1}" if column is None else f"ô {get_column_letter(column + 1)}{row + 1}"
        return f"{self.name}, {where}"


def open_sheets(path: Path) -> tuple[Sheet, ...]:
    """All sheets of a workbook.

    Raises:
        UnreadableFileError: for what is no .xlsx file, has a password, is damaged, or unpacks to more than any plan.
    """
    check_workbook(path)
    try:
        # openpyxl warns of what it leaves out (validations, pictures); none of it is wanted here
        with warnings.catch_warnings(action="ignore"):
            values = _opened(path, data_only=True)
            formulas = _opened(path, data_only=False)
            try:
                return tuple(_sheet(path, value, formula) for value, formula in zip(values, formulas, strict=True))
            finally:
                values.close()
                formulas.close()
    except UnreadableFileError:
        raise
    except DAMAGED:
        raise damaged(path) from None


def check_workbook(path: Path, most_unpacked: int = _MOST_UNPACKED) -> None:
    """Refuse, before anything of it is read, what is no .xlsx file, has a password, or unpacks to more bytes."""
    name = quoted(path.name)
    try:
        if path.stat().st_size > _MOST_PACKED:
            raise UnreadableFileError(f"Tệp {name} lớn hơn 64 MB, không phải tệp kế hoạch.")
        with path.open("rb") as file:
            if file.read(len(_OLD_FORMAT)) == _OLD_FORMAT:
                raise _old_or_locked(name, encrypted=_ENCRYPTED in file.read())
    except OSError:
        raise UnreadableFileError(f"Không mở được tệp {name}; hãy kiểm tra tệp còn đó và không bị khóa.") from None
    try:
        with ZipFile(path) as archive:
            parts = archive.infolist()
            size = sum(part.file_size for part in parts if not part.filename.startswith("xl/media/"))
            if len(parts) > _MOST_PARTS or size > most_unpacked:
                raise UnreadableFileError(
                    f"Tệp {name} quá lớn khi mở ra ({size // 2**20} MB); "
                    "hãy xóa các dòng, cột trống đã định dạng rồi lưu lại."
                )
            if "xl/workbook.xml" not in {part.filename for part in parts}:
                raise UnreadableFileError(f"Tệp {name} không phải tệp Excel (.xlsx); hãy chọn đúng tệp.")
            if any(part.flag_bits & 1 for part in parts):
                raise _old_or_locked(name, encrypted=True)
    except DAMAGED:
        raise damaged(path) from None


def _old_or_locked(name: str, *, encrypted: bool) -> UnreadableFileError:
    if encrypted:
        return UnreadableFileError(f"Tệp {name} có mật khẩu; hãy mở bằng Excel, bỏ mật khẩu, lưu lại rồi nhập.")
    return UnreadableFileError(f"Tệp {name} là tệp Excel đời cũ (.xls); hãy mở bằng Excel và lưu thành .xlsx rồi nhập.")


def damaged(path: Path) -> UnreadableFileError:
    """The refusal of a file that cannot be read."""
    return UnreadableFileError(
        f"Tệp {quoted(path.name)} bị hỏng hoặc không phải tệp Excel (.xlsx); hãy lấy lại bản gốc."
    )


def _opened(path: Path, *, data_only: bool) -> _RawBook:
    book: _RawBook = load_workbook(path, read_only=True, data_only=data_only, keep_links=False, keep_vba=False)
    return book


def _sheet(path: Path, values: _RawSheet, formulas: _RawSheet) -> Sheet:
    rows: list[tuple[Cell, ...]] = []
    filled = 0
    for value_row, formula_row in zip(_rows(values), _rows(formulas), strict=True):
        cells = _cells(value_row, formula_row)
        filled += bool(cells)
        if filled > MOST_ROWS:
            raise UnreadableFileError(
                f"Tờ {quoted(values.title)} của tệp {quoted(path.name)} có hơn 5.000 dòng; hãy tách bớt rồi nhập."
            )
        rows.append(cells)
    while rows and not rows[-1]:
        rows.pop()
    return Sheet(" ".join(nfc(values.title).split()), tuple(rows))


def _rows(sheet: _RawSheet) -> Iterator[tuple[_RawCell, ...]]:
    if not hasattr(sheet, "iter_rows"):  # a sheet that is a chart
        return iter(())
    sheet.reset_dimensions()  # what the file says about its size may be wrong
    return sheet.iter_rows(max_row=_LAST_ROW, max_col=MOST_COLUMNS)


def _cells(values: tuple[_RawCell, ...], formulas: tuple[_RawCell, ...]) -> tuple[Cell, ...]:
    if all(formula.value is None for formula in formulas):
        return ()
    cells = [_cell(value, formula) for value, formula in zip(values, formulas, strict=True)]
    while cells and cells[-1].is_empty:
        cells.pop()
    return tuple(cells)


def _cell(value: _RawCell, formula: _RawCell) -> Cell:
    if formula.value is None:
        return EMPTY
    written = formula.value if isinstance(formula.value, str) else "="
    is_formula = formula.data_type == "f"
    kept = written if is_formula else ""
    if value.data_type == "e":
        return Cell(formula=kept, trouble=str(value.value))
    if value.value is None and is_formula:
        # an empty text as a result is a result
        return Cell("", kept) if value.data_type == "str" else Cell(None, kept, UNCACHED)
    if isinstance(value.value, str):
        return Cell(nfc(value.value).strip(), kept)
    percent = isinstance(value.value, int | float) and "%" in str(value.number_format)
    known = value.value if isinstance(value.value, int | float | datetime | date | time) else str(value.value)
    return Cell(known, kept, percent=percent)


def exact(number: float) -> Decimal:
    """The number as Excel shows it: 15 digits, without the noise of binary fractions."""
    return Decimal(format(number, ".15g"))


def _text(value: CellValue) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, bool):
        return "Có" if value else "Không"
    if isinstance(value, int | float):
        return f"{exact(value):f}".replace(".", ",")
    if isinstance(value, datetime | date):
        return f"{value.day:02d}/{value.month:02d}/{value.year}"
    return value.strftime("%H:%M")
