"""The summary of a survey as one table: a block of rows for each question, a column for all units and for each group.

A cell says how many, and what share that is of those who answered the question in the same group.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

from nscl_desktop.domain.checklist_tree import ChecklistTree
from nscl_desktop.domain.money import format_quantity
from nscl_desktop.domain.survey_summary import (
    Case,
    Grouping,
    QuestionSummary,
    behind,
    members_of,
    summary,
    summary_by,
)

ALL = "Tất cả"
RULE = (
    "Số đơn vị và tỷ lệ phần trăm; phần trăm tính trên số đơn vị đã trả lời câu ấy trong cùng nhóm, làm tròn đến một"
    " chữ số thập phân. Câu có điều kiện chỉ tính những đơn vị được hỏi."
)


class RowKind(Enum):
    """What a row of the table says."""

    QUESTION = auto()
    SHARE = auto()
    FIGURE = auto()
    TEXT = auto()


@dataclass(frozen=True, slots=True)
class SurveyCell:
    """``value`` and ``percent`` as they are kept in a spreadsheet; ``text`` as it is read."""

    text: str
    value: Decimal | int | None = None
    percent: Decimal | None = None


@dataclass(frozen=True, slots=True)
class SurveyRow:
    """``label``: of a share the answer; of a text the answer's words; ``unit_id``: of a text, who said it."""

    kind: RowKind
    question_id: str
    label: str
    cells: tuple[SurveyCell, ...] = ()
    unit_id: str = ""


@dataclass(frozen=True, slots=True)
class SurveyTable:
    """``columns``: all units first, then the groups; ``counts``: cases in each column."""

    columns: tuple[str, ...]
    counts: tuple[int, ...]
    rows: tuple[SurveyRow, ...]


def survey_table(tree: ChecklistTree, cases: Sequence[Case], grouping: Grouping) -> SurveyTable:
    """The whole table of the cases that count."""
    groups = {} if grouping is Grouping.NONE else members_of(cases, grouping)
    by_group = summary_by(tree, cases, grouping) if groups else ()
    rows: list[SurveyRow] = []
    for place, whole in enumerate(summary(tree, cases)):
        parts = by_group[place * len(groups) : (place + 1) * len(groups)]
        rows.extend(_block(_name(tree, whole), (whole, *parts)))
        rows.extend(_texts(tree, whole, cases))
    counts = (len(cases), *(len(members) for members in groups.values()))
    return SurveyTable((ALL, *groups), counts, tuple(rows))


def _name(tree: ChecklistTree, whole: QuestionSummary) -> str:
    unit = tree.question(whole.question_id).unit
    return f"{whole.number}. {whole.text}{f' ({unit})' if unit else ''}"


def _block(name: str, found: Sequence[QuestionSummary]) -> list[SurveyRow]:
    """A question's rows, from its summaries over all and over each group."""
    whole = found[0]
    answered = tuple(SurveyCell(f"{each.answered}/{each.asked}", each.answered) for each in found)
    rows = [SurveyRow(RowKind.QUESTION, whole.question_id, name, answered)]
    for share in whole.shares:
        same = [next((each for each in part.shares if each.label == share.label), None) for part in found]
        cells = tuple(
            SurveyCell(_share_words(each.count, each.percent), each.count, each.percent) if each else SurveyCell("–")
            for each in same
        )
        rows.append(SurveyRow(RowKind.SHARE, whole.question_id, share.label, cells))
    if whole.mean is not None:
        for label, values in (
            ("Trung bình", [each.mean for each in found]),
            ("Trung vị", [each.median for each in found]),
            ("Nhỏ nhất", [each.least for each in found]),
            ("Lớn nhất", [each.most for each in found]),
        ):
            figures = tuple(SurveyCell("–" if each is None else format_quantity(each), each) for each in values)
            rows.append(SurveyRow(RowKind.FIGURE, whole.question_id, label, figures))
    return rows


def _texts(tree: ChecklistTree, whole: QuestionSummary, cases: Sequence[Case]) -> list[SurveyRow]:
    if not whole.texts:
        return []
    key = whole.question_id
    return [
        SurveyRow(RowKind.TEXT, key, case.answers[key].text, unit_id=case.visit.enterprise_id or "")
        for case in behind(tree, cases, key)
    ]


def _share_words(count: int, percent: Decimal | None) -> str:
    return str(count) if percent is None else f"{count} ({percent_words(percent)})"


def percent_words(percent: Decimal) -> str:
    """A share as it is read, always with its one decimal: 66,7 %, 100,0 %."""
    return f"{percent:.1f} %".replace(".", ",")
