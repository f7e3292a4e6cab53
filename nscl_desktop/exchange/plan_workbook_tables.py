"""Plain tables of the Excel form (sources, targets): the heading is found by its words, in any order of columns."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from nscl_desktop.domain.records import Record
from nscl_desktop.domain.text import fold, quoted
from nscl_desktop.exchange.plan_workbook_layout import spec_named
from nscl_desktop.exchange.plan_workbook_opening import Sheet
from nscl_desktop.exchange.plan_workbook_values import CellReader, Report

HEAD_WITHIN = 30
"""Rows from the top in which a heading is looked for."""
_LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class PlainTable:
    """A table with one heading row: the column of each known name, and the rows below that are not empty."""

    sheet: Sheet
    head: int
    columns: Mapping[str, int]

    def rows(self) -> Iterator[int]:
        """The rows that hold something in a known column."""
        for row in range(self.head + 1, len(self.sheet.rows)):
            if any(not self.sheet.cell(row, column).is_empty for column in self.columns.values()):
                yield row


def title_of(sheet: Sheet, row: int, column: int) -> str:
    """A cell's text as a folded heading."""
    return fold(sheet.cell(row, column).text[:_LONGEST_TITLE])


def find_table(sheet: Sheet, names: Mapping[str, str], report: Report) -> PlainTable | None:
    """The table whose heading has the most of the titles in ``names`` (folded title → name); reports what is amiss.

    Columns that are filled under a heading nobody knows are reported by name, as a slip there would lose data.
    """
    heads = range(min(HEAD_WITHIN, len(sheet.rows)))
    known = {row: _columns(sheet, row, names) for row in heads}
    head = max(heads, key=lambda row: (len(known[row]), -row), default=None)
    if head is None or len(known[head]) < 2:
        if any(not cell.is_empty for row in sheet.rows for cell in row):
            wanted = ", ".join(names)
            report.fault(
                sheet.name, f"Không thấy dòng đầu bảng trong {HEAD_WITHIN} dòng đầu; cần các cột như: {wanted}."
            )
        return None
    columns = known[head]
    for column, cell in enumerate(sheet.rows[head]):
        if not cell.is_empty and column not in columns.values():
            below = (row for row in range(head + 1, len(sheet.rows)) if not sheet.cell(row, column).is_empty)
            if next(below, None) is not None:
                sentence = f"Không hiểu cột {quoted(cell.text)}; hãy sửa tên cột cho đúng mẫu hoặc xóa cột."
                report.fault(sheet.place(head, column), sentence)
    return PlainTable(sheet, head, columns)


def _columns(sheet: Sheet, row: int, names: Mapping[str, str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for column in range(len(sheet.rows[row])):
        name = names.get(title_of(sheet, row, column))
        if name:
            found.setdefault(name, column)
    return found


def row_values(
    reader: CellReader, table: PlainTable, row: int, record_type: type[Record], names: Sequence[str]
) -> dict[str, Any]:  # Any: dataclasses.replace takes the fields' own types
    """The fields of a record that are filled in a row."""
    return {
        name: reader.value(table.sheet, row, table.columns[name], spec_named(record_type, name))
        for name in names
        if name in table.columns and not table.sheet.cell(row, table.columns[name]).is_empty
    }
