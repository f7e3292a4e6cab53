"""A list of the register as an Excel sheet: codes stay text, numbers are numbers, a heading that filters."""

from collections.abc import Sequence
from decimal import Decimal
from io import BytesIO
from pathlib import Path

from xlsxwriter import Workbook

from nscl_desktop.reports.saving import save_bytes

_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
_WIDEST, _NARROWEST = 60, 8


def write_register(target: Path, headings: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Write the rows below their headings; EnvironmentProblem where the file cannot be written."""
    file = BytesIO()
    with Workbook(file, _OPTIONS) as book:
        sheet = book.add_worksheet("Danh sách")
        heading = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "border": 1})
        text, number = book.add_format({"num_format": "@"}), book.add_format({"num_format": "#,##0"})
        for column, words in enumerate(headings):
            widest = max((len(str(row[column])) for row in rows), default=0)
            sheet.set_column(column, column, min(max(widest, len(words), _NARROWEST), _WIDEST) + 2)
            sheet.write_string(0, column, words, heading)
        for at, row in enumerate(rows, 1):
            for column, value in enumerate(row):
                if isinstance(value, int | Decimal) and not isinstance(value, bool):
                    sheet.write_number(at, column, value, number)
                elif value:
                    sheet.write_string(at, column, str(value), text)
        sheet.freeze_panes(1, 1)
        if headings:
            sheet.autofilter(0, 0, len(rows), len(headings) - 1)
    save_bytes(target, file.getvalue())
