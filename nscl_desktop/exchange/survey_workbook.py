"""The Excel form of a questionnaire: a row for each unit, a column for each question, choices offered in the cells.

What was answered already stands in it, so that a form that comes back shows what has changed. Codes are texts; Excel
itself refuses figures out of bounds and words that are no choice, and the import checks both again.
"""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_range_abs

from nscl_desktop.domain.answering import FIGURES, typed
from nscl_desktop.domain.checklist_tree import ChecklistTree
from nscl_desktop.domain.inspections import CHOICE, PHOTO, VERDICT, VERDICTS, Question
from nscl_desktop.domain.survey_headings import FormRow, heading_of

_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
_OWN = (("STT", 6), ("Mã số thuế", 16), ("Tên đơn vị", 40), ("Ngày khảo sát", 14))
_HEADING, _SPARE = 3, 60
_LISTS = "Lựa chọn"


def survey_form(name: str, tree: ChecklistTree, rows: Sequence[FormRow]) -> bytes:
    """The workbook; empty rows follow for units that are not in it yet."""
    file = BytesIO()
    with Workbook(file, _OPTIONS) as book:
        _Form(book, name, tree).fill(rows)
    return file.getvalue()


class _Form:
    def __init__(self, book: Any, name: str, tree: ChecklistTree) -> None:  # noqa: ANN401 - XlsxWriter has no types
        self._tree = tree
        self._questions = [each for each in tree.questions() if each.kind != PHOTO]
        self._sheet = book.add_worksheet("Phiếu khảo sát")
        self._lists = book.add_worksheet(_LISTS)
        self._title = book.add_format({"bold": True, "font_size": 14})
        self._note = book.add_format({"italic": True, "font_color": "#555555"})
        edge = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#BBBBBB"}
        self._heading = book.add_format({**edge, "bold": True, "bg_color": "#E8EEF5"})
        self._text = book.add_format({**edge, "num_format": "@"})
        self._number = book.add_format({**edge, "num_format": "#,##0.##########"})
        self._sheet.write_string(0, 0, name, self._title)
        hint = "Mỗi đơn vị một dòng; câu có dấu * là bắt buộc. Không đổi dòng tiêu đề. Ô để trống là chưa trả lời."
        self._sheet.write_string(1, 0, hint, self._note)

    def fill(self, rows: Sequence[FormRow]) -> None:
        """Headings, rows and what may be entered."""
        last = _HEADING + len(rows) + _SPARE
        for column, (words, width) in enumerate(_OWN):
            self._sheet.set_column(column, column, width)
            self._sheet.write_string(_HEADING, column, words, self._heading)
        for place, question in enumerate(self._questions):
            column = len(_OWN) + place
            self._sheet.set_column(column, column, 24)
            self._sheet.write_string(_HEADING, column, heading_of(self._tree, question), self._heading)
            self._validate(column, question, last)
        self._sheet.set_row(_HEADING, 64)
        for number in range(len(rows) + _SPARE):
            self._row(_HEADING + 1 + number, number + 1, rows[number] if number < len(rows) else None)
        self._sheet.freeze_panes(_HEADING + 1, 3)
        self._sheet.set_landscape()
        self._sheet.repeat_rows(_HEADING)
        self._sheet.fit_to_pages(1, 0)
        self._lists.hide()

    def _row(self, at: int, number: int, row: FormRow | None) -> None:
        self._sheet.write_number(at, 0, number, self._number)
        day = "/".join(reversed(row.date.split("-"))) if row else ""
        for column, words in enumerate((row.unit.tax_code if row else "", row.unit.name if row else "", day), start=1):
            self._write(at, column, words)
        for place, question in enumerate(self._questions):
            column, answer = len(_OWN) + place, row.answers.get(question.id) if row else None
            words = typed(question, answer)
            if question.kind in FIGURES and answer is not None and answer.number is not None:
                self._sheet.write_number(at, column, answer.number, self._number)
            elif question.kind in FIGURES:
                self._sheet.write_blank(at, column, None, self._number)
            else:
                self._write(at, column, dict(VERDICTS)[words] if question.kind == VERDICT and words else words)

    def _write(self, at: int, column: int, words: str) -> None:
        if words:
            self._sheet.write_string(at, column, words, self._text)
        else:
            self._sheet.write_blank(at, column, None, self._text)

    def _validate(self, column: int, question: Question, last: int) -> None:
        options = self._options(question)
        rule: dict[str, object] = {"input_message": question.hint[:255]} if question.hint else {}
        if options:
            for row, option in enumerate(options):
                self._lists.write_string(row, column, option)
            rule |= {
                "validate": "list",
                "source": f"='{_LISTS}'!{xl_range_abs(0, column, len(options) - 1, column)}",
                "error_title": "Không có lựa chọn này",
                "error_message": "Hãy chọn một trong các lựa chọn của danh sách.",
            }
        elif question.kind in FIGURES:
            least, most = question.least or 0, question.most if question.most is not None else 10**9
            rule |= {
                "validate": "decimal",
                "criteria": "between",
                "minimum": float(least),
                "maximum": float(most),
                "error_title": "Số nằm ngoài giới hạn",
                "error_message": f"Câu này nhận số từ {least} đến {most}.",
            }
        elif rule:
            rule["validate"] = "any"
        if rule:
            self._sheet.data_validation(_HEADING + 1, column, last, column, rule)

    def _options(self, question: Question) -> Sequence[str]:
        if question.kind == VERDICT:
            return [label for _, label in VERDICTS[1:]]
        return question.options if question.kind == CHOICE else ()
