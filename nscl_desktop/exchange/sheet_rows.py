"""Rows of any Excel sheet as texts, for the same import as a table pasted from Word: each cell keeps its address."""

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from nscl_desktop.domain.errors import UnreadableFileError
from nscl_desktop.domain.text import quoted
from nscl_desktop.exchange.plan_workbook_opening import UNCACHED, Cell, Sheet, open_sheets

_AMBIGUOUS_DECIMALS = 3


class CellTrouble(NamedTuple):
    """A cell whose value is not known, and the sentence that says so; counted from 0."""

    row: int
    column: int
    sentence: str


@dataclass(frozen=True, slots=True)
class SheetRows:
    """One sheet: row 0 is Excel's row 1, column 0 is A.

    Numbers are written by the Vietnamese rule without dots between thousands ("1290,84"), so that they read exactly; a
    cell in ``troubles`` shows Excel's error or its formula.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    troubles: tuple[CellTrouble, ...] = ()


def read_sheet_rows(path: Path) -> tuple[SheetRows, ...]:
    """All sheets of a workbook that have something in them.

    Raises:
        UnreadableFileError: for what is no readable .xlsx file, or has nothing in it.
    """
    found = tuple(
        SheetRows(sheet.name, tuple(tuple(map(_shown, row)) for row in sheet.rows), _troubles(sheet))
        for sheet in open_sheets(path)
        if sheet.rows
    )
    if not found:
        raise UnreadableFileError(f"Tệp {quoted(path.name)} không có ô nào ghi dữ liệu; hãy chọn tệp khác.")
    return found


def _shown(cell: Cell) -> str:
    if cell.trouble:
        return cell.formula if cell.trouble == UNCACHED else cell.trouble
    _, comma, decimals = cell.text.partition(",")
    is_number = isinstance(cell.value, int | float)
    # behind a comma three digits could be thousands; one more zero makes them decimals, which a number's always are
    return f"{cell.text}0" if is_number and comma and len(decimals) == _AMBIGUOUS_DECIMALS else cell.text


def _troubles(sheet: Sheet) -> tuple[CellTrouble, ...]:
    found = []
    for row, cells in enumerate(sheet.rows):
        for column, cell in enumerate(cells):
            if cell.trouble == UNCACHED:
                sentence = "Công thức chưa có kết quả; hãy mở tệp bằng Excel, lưu lại rồi nhập."
            elif cell.trouble:
                sentence = f"Công thức báo lỗi {cell.trouble}; hãy sửa trong Excel."
            else:
                continue
            found.append(CellTrouble(row, column, f"{sheet.place(row, column)}: {sentence}"))
    return tuple(found)
