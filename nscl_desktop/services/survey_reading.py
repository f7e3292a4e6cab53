"""Answers to a questionnaire read from the rows of any sheet: the heading found anywhere, every finding with its cell.

A column belongs to a question whose words stand in its heading, with or without number, unit and mark. Nothing is
guessed: what cannot be accepted is told, and the row is not taken until it is mended.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from nscl_desktop.domain.answering import given
from nscl_desktop.domain.checklist_tree import ChecklistTree
from nscl_desktop.domain.dates import parse_date
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.inspections import PHOTO, Question
from nscl_desktop.domain.survey_headings import heading_of
from nscl_desktop.domain.tax_codes import read_tax_code
from nscl_desktop.domain.text import fold, quoted

_SEARCHED_ROWS = 60
_TAX = frozenset({"ma so thue", "mst", "ma so doanh nghiep", "ma so thue ma so doanh nghiep"})
_NAME = frozenset({"ten don vi", "ten doanh nghiep", "don vi", "doanh nghiep", "ten co so", "ten to chuc"})
_DATE = frozenset({"ngay", "ngay khao sat", "ngay tra loi", "thoi diem khao sat"})
_IGNORED = frozenset({"stt", "tt", "so tt", "so thu tu", ""})
_NUMBER = re.compile(r"^(?:[IVX]+|[0-9]+|[a-z])(?:\.[0-9]+)*[.)]\s*")
_UNIT = re.compile(r"\s*\([^()]*\)\s*$")
_SIGNS = re.compile(r"[^\w]+")

Cell = tuple[int, int]
"""Row and column, from 0."""


@dataclass(frozen=True, slots=True)
class SurveyFinding:
    """A sentence that begins with its cell or row; one that ``blocks`` keeps the row from being taken."""

    sentence: str
    blocks: bool = True


@dataclass(slots=True)
class SurveyLine:
    """One row of answers: texts by question, only those that the questions accept."""

    row: int
    tax_code: str = ""
    name: str = ""
    date: str = ""
    answers: dict[str, str] = field(default_factory=dict)
    findings: list[SurveyFinding] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class SurveyReading:
    """What a sheet holds; ``notes`` are on columns that nothing was made of."""

    lines: tuple[SurveyLine, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Columns:
    row: int
    tax: int | None
    name: int | None
    date: int | None
    questions: Mapping[int, Question]
    unknown: tuple[int, ...]


def read_survey(
    rows: Sequence[Sequence[str]], tree: ChecklistTree, troubles: Iterable[tuple[int, int, str]] = ()
) -> SurveyReading:
    """The answers of a sheet; InputError where no row is a heading with a unit and a question."""
    columns = _heading(rows, tree)
    if columns is None:
        raise InputError(
            "Không thấy dòng tiêu đề có cột “Tên đơn vị” hoặc “Mã số thuế” cùng các câu hỏi của phiếu;"
            " hãy dùng phiếu Excel do chương trình xuất ra, hoặc ghi tiêu đề cột đúng lời câu hỏi."
        )
    said = {(row, column): sentence for row, column, sentence in troubles}
    lines = [
        line for row in range(columns.row + 1, len(rows)) if (line := _line(rows[row], row, columns, said)) is not None
    ]
    notes = tuple(
        f"Cột {column_name(column)} {quoted(rows[columns.row][column])} không khớp câu hỏi nào nên không nhập."
        for column in columns.unknown
    )
    return SurveyReading(tuple(lines), notes)


def column_name(column: int) -> str:
    """A column, from 0, as Excel calls it: A, Z, AA."""
    name = ""
    number = column + 1
    while number:
        number, place = divmod(number - 1, 26)
        name = chr(ord("A") + place) + name
    return name


def _heading(rows: Sequence[Sequence[str]], tree: ChecklistTree) -> _Columns | None:
    """The row with the most questions in it, among the first ones."""
    known = _known_headings(tree)
    found = [_columns(row, cells, known) for row, cells in enumerate(rows[:_SEARCHED_ROWS])]
    best = max(found, key=lambda each: len(each.questions), default=None)
    return best if best and best.questions and (best.tax is not None or best.name is not None) else None


def _columns(row: int, cells: Sequence[str], known: Mapping[str, Question | None]) -> _Columns:
    places: dict[str, int] = {}
    questions: dict[int, Question] = {}
    unknown = []
    for column, cell in enumerate(cells):
        key = _plain(cell)
        role = next((name for name, words in (("tax", _TAX), ("name", _NAME), ("date", _DATE)) if key in words), "")
        question = next((known[each] for each in _variants(cell) if known.get(each) is not None), None)
        if question is not None and question not in questions.values():
            questions[column] = question
        elif role and role not in places:
            places[role] = column
        elif key not in _IGNORED:
            unknown.append(column)
    return _Columns(row, places.get("tax"), places.get("name"), places.get("date"), questions, tuple(unknown))


def _known_headings(tree: ChecklistTree) -> dict[str, Question | None]:
    """What a heading may say → the question; None where two questions say the same."""
    known: dict[str, Question | None] = {}
    for each in tree.questions():
        if each.kind == PHOTO:
            continue
        for words in {
            _plain(heading_of(tree, each)),
            _plain(f"{tree.full_number(each)} {each.text}"),
            _plain(each.text),
        }:
            known[words] = None if words in known else each
    return known


def _variants(heading: str) -> list[str]:
    """The heading whole, without its unit, without its number, without both."""
    bare = heading.strip().rstrip("*").strip()
    without_unit = _UNIT.sub("", bare)
    return [_plain(each) for each in (bare, without_unit, _NUMBER.sub("", bare), _NUMBER.sub("", without_unit))]


def _plain(words: str) -> str:
    return _SIGNS.sub(" ", fold(words)).strip()


def _line(cells: Sequence[str], row: int, columns: _Columns, troubles: Mapping[Cell, str]) -> SurveyLine | None:
    """None for a row with nothing of a survey in it."""

    def text(column: int | None) -> str:
        return cells[column].strip() if column is not None and column < len(cells) else ""

    line = SurveyLine(row, read_tax_code(text(columns.tax)).text, " ".join(text(columns.name).split()))
    given_texts = {column: text(column) for column in columns.questions if text(column)}
    if not (line.tax_code or line.name or given_texts):
        return None
    if not (line.tax_code or line.name):
        line.findings.append(SurveyFinding(f"Dòng {row + 1}: chưa ghi tên đơn vị hay mã số thuế; hãy ghi vào."))
    _take_date(line, text(columns.date), columns.date)
    for column, words in given_texts.items():
        question = columns.questions[column]
        trouble = troubles.get((row, column))
        try:
            if trouble:
                raise InputError(trouble)
            given(question, words)
            line.answers[question.id] = words
        except InputError as error:
            line.findings.append(SurveyFinding(_at(row, column, error.sentence)))
    return line


def _take_date(line: SurveyLine, text: str, column: int | None) -> None:
    if not text or column is None:
        return
    try:
        line.date = parse_date(text)
        if len(line.date) < len("2026-01-01"):
            raise InputError(f"Ngày {quoted(text)} còn thiếu ngày hoặc tháng; hãy ghi đủ, ví dụ 05/03/2026.")
    except InputError as error:
        line.findings.append(SurveyFinding(_at(line.row, column, error.sentence)))


def _at(row: int, column: int, sentence: str) -> str:
    return f"Ô {column_name(column)}{row + 1}: {sentence}"
