"""The ledger as an Excel file for the accountant: sums with living formulas, and all entries, amounts as numbers."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from nscl_desktop.domain.ledger_paper import AMOUNTS, DERIVED, ENTRY_HEADINGS, LedgerPaper, SumRow
from nscl_desktop.domain.ledger_sums import Flow
from nscl_desktop.reports.saving import save_bytes

_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
_WORDS = ("Mục", "Nội dung", "Nguồn", "Cơ quan chủ trì")
_WIDTHS = (8, 60, 12, 24)
_FIRST = len(_WORDS)
_AT = {name: _FIRST + place for place, (name, _) in enumerate((*AMOUNTS, *DERIVED))}
_FORMULAS = {
    "current": "={allotted}+{adjusted}+{moved}-{cut}+{carried}-{cancelled}",
    "out": "={advanced}+{paid}-{recovered}",
    "free": "={current}-{bound}",
    "unpaid": "={bound}-{out}",
    "left": "={current}-{out}",
}
_HEADING_ROWS = 5


def write_ledger(paper: LedgerPaper, target: Path) -> None:
    """Write the two sheets; EnvironmentProblem where the file cannot be written."""
    file = BytesIO()
    with Workbook(file, _OPTIONS) as book:
        formats = _formats(book)
        _Sums(book.add_worksheet("Tổng hợp"), formats).write(paper)
        _write_entries(book.add_worksheet("Bút toán"), formats, paper)
    save_bytes(target, file.getvalue())


class _Sums:
    """The sheet of sums: our lines, their total, then what is followed of other agencies with a total of its own."""

    def __init__(self, sheet: Worksheet, formats: dict[str, Format]) -> None:
        self._sheet, self._formats = sheet, formats

    def write(self, paper: LedgerPaper) -> None:
        """Everything, top to bottom."""
        sheet, formats = self._sheet, self._formats
        _write_heading(sheet, formats, paper.heading)
        names = (*_WORDS, *(words for _, words in (*AMOUNTS, *DERIVED)))
        for column, words in enumerate(names):
            sheet.write_string(_HEADING_ROWS, column, words, formats["heading"])
            sheet.set_column(column, column, _WIDTHS[column] if column < _FIRST else 17)
        sheet.set_row(_HEADING_ROWS, 32)
        row = self._block(_HEADING_ROWS + 1, [each for each in paper.sums if not each.lead], "Tổng cộng", paper.total)
        followed = [each for each in paper.sums if each.lead]
        if followed:
            self._block(row, followed, "Theo dõi: cơ quan khác chủ trì", paper.elsewhere)
        sheet.freeze_panes(_HEADING_ROWS + 1, 2)
        sheet.set_landscape()
        sheet.set_paper(8)  # A3: twenty columns
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(_HEADING_ROWS)

    def _block(self, first: int, rows: Sequence[SumRow], words: str, total: Flow) -> int:
        for at, each in enumerate(rows, first):
            for column, text in enumerate((each.label, each.text, each.source, each.lead)):
                self._sheet.write_string(at, column, text, self._formats["text"])
            for name, _ in AMOUNTS:
                self._sheet.write_number(at, _AT[name], getattr(each.flow, name), self._formats["money"])
            self._derive(at, each.flow, self._formats["money"])
        last, bold = first + len(rows), self._formats["total"]
        self._sheet.write_string(last, 1, words, self._formats["total_words"])
        for name, _ in AMOUNTS:
            column, value = _AT[name], getattr(total, name)
            if rows:
                span = f"{xl_rowcol_to_cell(first, column)}:{xl_rowcol_to_cell(last - 1, column)}"
                self._sheet.write_formula(last, column, f"=SUM({span})", bold, value)
            else:
                self._sheet.write_number(last, column, value, bold)
        self._derive(last, total, bold)
        return last + 1

    def _derive(self, row: int, flow: Flow, look: Format) -> None:
        cells = {name: xl_rowcol_to_cell(row, column) for name, column in _AT.items()}
        for name, formula in _FORMULAS.items():
            self._sheet.write_formula(row, _AT[name], formula.format(**cells), look, getattr(flow, name))


def _write_entries(sheet: Worksheet, formats: dict[str, Format], paper: LedgerPaper) -> None:
    _write_heading(sheet, formats, paper.heading)
    headings = (*ENTRY_HEADINGS, "Số tiền")
    for column, words in enumerate(headings):
        sheet.write_string(_HEADING_ROWS, column, words, formats["heading"])
        sheet.set_column(column, column, (12, 22, 8, 50, 12, 24, 18, 9, 12, 14, 30, 18)[column])
    for at, entry in enumerate(paper.entries, _HEADING_ROWS + 1):
        for column, text in enumerate(entry.texts):
            sheet.write_string(at, column, text, formats["text"])
        sheet.write_number(at, len(entry.texts), entry.amount, formats["money"])
    sheet.autofilter(_HEADING_ROWS, 0, _HEADING_ROWS + len(paper.entries), len(headings) - 1)
    sheet.freeze_panes(_HEADING_ROWS + 1, 0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _write_heading(sheet: Worksheet, formats: dict[str, Format], heading: Sequence[str]) -> None:
    for row, words in enumerate(heading):
        sheet.write_string(row, 0, words, formats["title" if not row else "plain"])


def _formats(book: Workbook) -> dict[str, Format]:
    font = {"font_name": "Times New Roman", "font_size": 11}
    cell = {**font, "border": 1, "valign": "top"}
    figures = {"num_format": "#,##0;[Red]-#,##0", "align": "right"}
    looks = {
        "title": {**font, "bold": True, "font_size": 14}, "plain": font,
        "heading": {**cell, "bold": True, "text_wrap": True, "align": "center", "valign": "vcenter"},
        "text": {**cell, "num_format": "@", "text_wrap": True}, "money": {**cell, **figures},
        "total": {**cell, **figures, "bold": True}, "total_words": {**cell, "bold": True},
    }  # fmt: skip
    return {name: book.add_format(look) for name, look in looks.items()}
