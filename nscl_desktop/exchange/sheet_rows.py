"""Rows of any Excel sheet as texts, for the same import as a table pasted from Word: each cell keeps its address."""

from dataclasses import dataclass
from pathlib import Path

from nscl_desktop.exchange.plan_workbook_opening import UNCACHED, Sheet, open_sheets

_MOST_PROBLEMS = 20


@dataclass(frozen=True, slots=True)
class SheetRows:
    """One sheet: row 0 is Excel's row 1, column 0 is A. ``problems`` are sentences about cells without a value.

    Numbers are written by the Vietnamese rule without dots between thousands ("1290,84"), so that they read exactly.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    problems: tuple[str, ...] = ()


def read_sheet_rows(path: Path) -> tuple[SheetRows, ...]:
    """All sheets of a workbook that have something in them.

    Raises:
        UnreadableFileError: for what is no readable .xlsx file.
    """
    return tuple(
        SheetRows(sheet.name, tuple(tuple(cell.text for cell in row) for row in sheet.rows), _problems(sheet))
        for sheet in open_sheets(path)
        if sheet.rows
    )


def _problems(sheet: Sheet) -> tuple[str, ...]:
    found = []
    for row, cells in enumerate(sheet.rows):
        for column, cell in enumerate(cells):
            if cell.trouble == UNCACHED:
                found.append(
                    f"{sheet.place(row, column)}: Công thức chưa có kết quả; hãy mở tệp bằng Excel, lưu lại rồi nhập."
                )
            elif cell.trouble:
                found.append(f"{sheet.place(row, column)}: Công thức báo lỗi {cell.trouble}; hãy sửa trong Excel.")
    return tuple(found[:_MOST_PROBLEMS])
