"""A survey as charts: a question's answers as bars, those of several groups beside each other, its words as a list."""

from collections import Counter
from collections.abc import Sequence
from decimal import ROUND_FLOOR, Decimal

from nscl_desktop.domain.answering import FIGURES
from nscl_desktop.domain.charts import Chart, Mark, Series, round_step
from nscl_desktop.domain.checklist_tree import ChecklistTree
from nscl_desktop.domain.inspections import Question
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
from nscl_desktop.domain.survey_table import percent_words
from nscl_desktop.domain.text import match_key

_MOST_TEXTS = 15
_MOST_CLASSES = 6
_MOST_SINGLE = 10
"""Whole numbers no further apart than this are a class each."""
_HUNDRED = Decimal(100)


def survey_charts(tree: ChecklistTree, cases: Sequence[Case], grouping: Grouping) -> tuple[Chart, ...]:
    """A chart for each question, in the order of the list. A mark's ref is the question's key, a tab and its label."""
    groups = {} if grouping is Grouping.NONE else members_of(cases, grouping)
    by_group = summary_by(tree, cases, grouping) if groups else ()
    made = []
    for place, whole in enumerate(summary(tree, cases)):
        question = tree.question(whole.question_id)
        parts = by_group[place * len(groups) : (place + 1) * len(groups)]
        if whole.shares:
            made.append(_grouped_shares(whole, parts) if parts else _shares(whole))
        elif question.kind in FIGURES:
            made.append(_means(question, whole, parts) if parts else _spread(tree, question, whole, cases))
        else:
            made.append(_words(whole))
    return tuple(made)


def _title(whole: QuestionSummary) -> str:
    return f"{whole.number}. {whole.text}"


def _answered(whole: QuestionSummary) -> str:
    return f"{whole.answered} trong {whole.asked} đơn vị được hỏi đã trả lời"


def _shares(whole: QuestionSummary) -> Chart:
    marks = tuple(
        Mark(Decimal(each.count), f"{each.count}{_in_brackets(each.percent)}", f"{whole.question_id}\t{each.label}")
        for each in whole.shares
    )
    note = f"{_answered(whole)}; số đơn vị và phần trăm của số đã trả lời"
    return Chart(_title(whole), note, tuple(each.label for each in whole.shares), (Series("", marks),))


def _grouped_shares(whole: QuestionSummary, parts: Sequence[QuestionSummary]) -> Chart:
    """Percentages, since the groups are of different sizes; their sizes stand at their names."""
    series = []
    for share in whole.shares:
        found = [next((each for each in part.shares if each.label == share.label), None) for part in parts]
        marks = tuple(
            Mark(
                each.percent if each else None,
                f"{percent_words(each.percent)} ({each.count})" if each and each.percent is not None else "–",
                f"{whole.question_id}\t{share.label}\t{part.group}",
            )
            for part, each in zip(parts, found, strict=True)
        )
        series.append(Series(share.label, marks))
    note = f"{_answered(whole)}; phần trăm của số đã trả lời trong từng nhóm, trong ngoặc là số đơn vị"
    return Chart(_title(whole), note, _names(parts), tuple(series), _HUNDRED)


def _means(question: Question, whole: QuestionSummary, parts: Sequence[QuestionSummary]) -> Chart:
    def series(name: str, values: Sequence[Decimal | None]) -> Series:
        words = ["–" if each is None else format_quantity(each) for each in values]
        marks = [
            Mark(value, said, f"{whole.question_id}\t\t{part.group}")
            for value, said, part in zip(values, words, parts, strict=True)
        ]
        return Series(name, tuple(marks))

    shown = (
        series("Trung bình", [each.mean for each in parts]),
        series("Trung vị", [each.median for each in parts]),
    )
    note = f"{_answered(whole)}{_unit(question)}"
    return Chart(_title(whole), note, _names(parts), shown, words=_figures(whole))


def _spread(tree: ChecklistTree, question: Question, whole: QuestionSummary, cases: Sequence[Case]) -> Chart:
    """How many units lie in each of some classes of equal width, whose bounds are round numbers."""
    given = [case.answers[question.id].number for case in behind(tree, cases, question.id)]
    numbers = [each for each in given if each is not None]
    step = _step(numbers)
    counts = Counter(_class_of(each, step) for each in numbers)
    places = range(min(counts, default=0), max(counts, default=-1) + 1)
    marks = tuple(Mark(Decimal(counts[place]), str(counts[place]), f"{question.id}\t") for place in places)
    is_single = step == 1 and all(each == each.to_integral_value() for each in numbers)
    categories = tuple(_class_words(place * step, step, is_single=is_single) for place in places)
    note = f"{_answered(whole)}; số đơn vị trong từng khoảng{_unit(question)}"
    return Chart(_title(whole), note, categories, (Series("", marks),) if marks else (), words=_figures(whole))


def _step(numbers: Sequence[Decimal]) -> Decimal:
    """Width of a class; whole numbers that lie close together are counted one by one."""
    if not numbers:
        return Decimal(1)
    stretch = max(numbers) - min(numbers)
    is_whole = all(each == each.to_integral_value() for each in numbers)
    if is_whole and stretch <= _MOST_SINGLE:
        return Decimal(1)
    return round_step(stretch, _MOST_CLASSES) if stretch else Decimal(1)


def _class_of(number: Decimal, step: Decimal) -> int:
    return int((number / step).to_integral_value(ROUND_FLOOR))


def _class_words(low: Decimal, step: Decimal, *, is_single: bool) -> str:
    if is_single:
        return format_quantity(low)
    return f"từ {format_quantity(low)} đến dưới {format_quantity(low + step)}"


def _figures(whole: QuestionSummary) -> tuple[str, ...]:
    if whole.mean is None or whole.median is None or whole.least is None or whole.most is None:
        return ()
    mean, middle, least, most = map(format_quantity, (whole.mean, whole.median, whole.least, whole.most))
    return (f"Tất cả: trung bình {mean}; trung vị {middle}; nhỏ nhất {least}; lớn nhất {most}.",)


def _words(whole: QuestionSummary) -> Chart:
    """Equal answers once, with how many gave them, the most frequent first."""
    told: dict[str, list[str]] = {}
    for text in whole.texts:
        told.setdefault(match_key(text), []).append(" ".join(text.split()))
    found = sorted(told.values(), key=len, reverse=True)
    shown = tuple(f"– {same[0]}{f' ({len(same)} đơn vị)' if len(same) > 1 else ''}" for same in found[:_MOST_TEXTS])
    left = len(found) - len(shown)
    more = (f"… và {left} ý kiến khác, xem bảng tổng hợp.",) if left else ()
    return Chart(_title(whole), _answered(whole), words=(*shown, *more))


def _names(parts: Sequence[QuestionSummary]) -> tuple[str, ...]:
    return tuple(f"{each.group}\n{each.answered} đơn vị" for each in parts)


def _unit(question: Question) -> str:
    return f"; đơn vị tính: {question.unit}" if question.unit else ""


def _in_brackets(percent: Decimal | None) -> str:
    return "" if percent is None else f" ({percent_words(percent)})"
