"""Names for the totals of a sheet, so that other workbooks and screen readers find them: Tong_cong_Nam_2022_NSNN."""

import re
from collections.abc import Iterator, Sequence

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_rowcol_to_cell

from nscl_desktop.domain.appendix import AppendixDoc, RowKind
from nscl_desktop.domain.text import fold, nfc
from nscl_desktop.reports.xlsx_table import PlacedTable

_FORBIDDEN_IN_SHEETS = re.compile(r"[\[\]:*?/\\]")
_LONGEST_SHEET_NAME = 31
_LONGEST_NAME = 80
_TOTAL = "Tong_cong"


def sheet_name(doc: AppendixDoc) -> str:
    """Phụ lục, Phụ lục I …: at most 31 characters, none that Excel forbids."""
    name = " ".join(_FORBIDDEN_IN_SHEETS.sub(" ", nfc(doc.heading.label)).split())
    return name[:_LONGEST_SHEET_NAME].strip("' ") or "Phụ lục"


def name_totals(workbook: Workbook, sheet: str, tables: Sequence[PlacedTable]) -> None:
    """Name each amount of the total rows after the headings above it; a number tells equal names apart."""
    taken: set[str] = set()
    for placed in tables:
        for index, row in enumerate(placed.fitted.table.rows):
            if row.kind is not RowKind.TOTAL:
                continue
            for column, cell in enumerate(row.cells):
                if cell.amount is None:
                    continue
                name = next(each for each in _candidates(placed, column) if each.casefold() not in taken)
                taken.add(name.casefold())
                place = xl_rowcol_to_cell(
                    placed.on_sheet.rows[index][0], placed.on_sheet.columns[column][0], row_abs=True, col_abs=True
                )
                quoted_sheet = sheet.replace("'", "''")
                workbook.define_name(name, f"='{quoted_sheet}'!{place}")


def _candidates(placed: PlacedTable, column: int) -> Iterator[str]:
    above = [place.text for place in placed.places if place.first <= column < place.end]
    words = re.findall("[a-z0-9]+", fold(" ".join(above)))
    name = "_".join([_TOTAL, *[word.capitalize() for word in words]])[:_LONGEST_NAME]
    yield name
    number = 2
    while True:
        yield f"{name}_{number}"
        number += 1
