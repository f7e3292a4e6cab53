"""The summary of a survey as an Excel workbook: counts and percentages as numbers, every answer on a second sheet."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook

from nscl_desktop.domain.survey_table import RULE, RowKind, SurveyTable
from nscl_desktop.reports.saving import save_bytes

_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
_HEADING = 4


def write_survey(
    target: Path, title: str, about: str, table: SurveyTable, answers: tuple[Sequence[str], Sequence[Sequence[object]]]
) -> None:
    """``answers``: headings and rows of the second sheet. EnvironmentProblem where the file cannot be written."""
    file = BytesIO()
    with Workbook(file, _OPTIONS) as book:
        _summary(book, title, about, table)
        _answers(book, *answers)
    save_bytes(target, file.getvalue())


def _summary(book: Any, title: str, about: str, table: SurveyTable) -> None:  # noqa: ANN401 - XlsxWriter has no types
    sheet = book.add_worksheet("Tổng hợp")
    edge = {"border": 1, "border_color": "#BBBBBB", "valign": "top", "text_wrap": True}
    heading = book.add_format({**edge, "bold": True, "bg_color": "#E8EEF5", "align": "center"})
    question, words = book.add_format({**edge, "bold": True}), book.add_format({**edge, "indent": 1})
    count, figure = (
        book.add_format({**edge, "num_format": "#,##0"}),
        book.add_format({**edge, "num_format": "#,##0.##"}),
    )
    bold_count, share = book.add_format({**edge, "bold": True}), book.add_format({**edge, "num_format": '0.0" %"'})
    sheet.write_string(0, 0, title, book.add_format({"bold": True, "font_size": 14}))
    sheet.write_string(1, 0, about, book.add_format({"italic": True}))
    sheet.write_string(2, 0, RULE, book.add_format({"italic": True, "font_color": "#555555"}))
    sheet.set_column(0, 0, 60)
    sheet.set_column(1, 2 * len(table.columns), 13)
    sheet.write_string(_HEADING, 0, "Câu hỏi, trả lời", heading)
    for place, (name, number) in enumerate(zip(table.columns, table.counts, strict=True)):
        sheet.write_string(_HEADING, 1 + 2 * place, f"{name} ({number} phiếu)", heading)
        sheet.write_string(_HEADING, 2 + 2 * place, "%", heading)
    sheet.set_row(_HEADING, 48)
    for at, row in enumerate(table.rows, start=_HEADING + 1):
        is_question = row.kind is RowKind.QUESTION
        sheet.write_string(at, 0, row.label, question if is_question else words)
        for place, cell in enumerate(row.cells):
            column = 1 + 2 * place
            look = bold_count if is_question else figure if row.kind is RowKind.FIGURE else count
            if is_question:
                sheet.write_string(at, column, f"{cell.text} trả lời", look)
            elif cell.value is not None:
                sheet.write_number(at, column, cell.value, look)
            if cell.percent is not None:
                sheet.write_number(at, column + 1, cell.percent, share)
    sheet.freeze_panes(_HEADING + 1, 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEADING)


def _answers(book: Any, headings: Sequence[str], rows: Sequence[Sequence[object]]) -> None:  # noqa: ANN401
    sheet = book.add_worksheet("Trả lời")
    bold, text = (
        book.add_format({"bold": True, "text_wrap": True, "valign": "top"}),
        book.add_format({"num_format": "@"}),
    )
    for column, words in enumerate(headings):
        sheet.write_string(0, column, words, bold)
        sheet.set_column(column, column, 24 if column else 40)
    for at, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            if isinstance(value, str):
                if value:
                    sheet.write_string(at, column, value, text)
            elif value is not None:
                sheet.write_number(at, column, value)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(len(rows), 1), max(len(headings) - 1, 0))
