"""The survey of 50 invented units: every figure counted a second time, by other means, from the same records."""

from collections import Counter, defaultdict
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from statistics import median

import pytest

from nscl_desktop.domain.enterprises import Enterprise, YearFigures
from nscl_desktop.domain.inspections import CHOICE, NUMBER, SCORE, TEXT, VERDICT, Answer, Question
from nscl_desktop.domain.survey_cases import survey_cases
from nscl_desktop.domain.survey_summary import Case, Grouping, QuestionSummary, behind, counted, summary, summary_by
from nscl_desktop.domain.survey_table import RowKind, survey_table
from nscl_desktop.services.public_facts import shipped_sectors, shipped_size_rules
from tests.inspections import survey

SECTIONS = {
    "01": "Nông nghiệp, lâm nghiệp và thủy sản", "10": "Công nghiệp chế biến, chế tạo",
    "14": "Công nghiệp chế biến, chế tạo", "22": "Công nghiệp chế biến, chế tạo", "25": "Công nghiệp chế biến, chế tạo",
    "41": "Xây dựng", "46": "Bán buôn và bán lẻ; sửa chữa ô tô, mô tô, xe máy và xe có động cơ khác",
    "49": "Vận tải, kho bãi", "": "Chưa rõ",
}  # fmt: skip
BILLION = 10**9
BOUNDS = {  # Nghị định 80/2021/NĐ-CP, Điều 5: people, revenue, capital
    "industry": (("Siêu nhỏ", 10, 3, 3), ("Nhỏ", 100, 50, 20), ("Vừa", 200, 200, 100)),
    "services": (("Siêu nhỏ", 10, 10, 3), ("Nhỏ", 50, 100, 50), ("Vừa", 100, 300, 100)),
}
UNITS = {each.id: each for each in survey.records() if isinstance(each, Enterprise)}
FIGURES = {each.enterprise_id: each for each in survey.records() if isinstance(each, YearFigures)}
ANSWERS = [each for each in survey.records() if isinstance(each, Answer)]
QUESTIONS = [each for each in survey.records() if isinstance(each, Question)]


def unit_of(answer: Answer) -> Enterprise:
    return UNITS[answer.visit_id.replace("visit", "unit")]


def sector(unit: Enterprise) -> str:
    return SECTIONS[unit.sector_code]


def size(unit: Enterprise) -> str:
    figures = FIGURES.get(unit.id)
    if figures is None or not unit.sector_code:
        return "Chưa rõ"
    bounds = BOUNDS["services" if unit.sector_code in {"46", "49"} else "industry"]
    labour, revenue, capital = figures.labour or 0, figures.revenue or 0, figures.capital or 0
    for name, people, most_revenue, most_capital in bounds:
        if labour <= people and (revenue <= most_revenue * BILLION or capital <= most_capital * BILLION):
            return name
    return "Lớn"


def group(unit: Enterprise, grouping: Grouping) -> str:
    return {
        Grouping.NONE: "", Grouping.SECTOR: sector(unit), Grouping.SIZE: size(unit),
        Grouping.BOTH: f"{sector(unit)} · {size(unit)}",
    }[grouping]  # fmt: skip


@cache
def cases() -> tuple[Case, ...]:
    return counted(survey_cases(survey.book(), survey.key(), shipped_sectors(), shipped_size_rules()))


def answers_by_group(question: Question, grouping: Grouping) -> dict[str, list[Answer]]:
    found: dict[str, list[Answer]] = defaultdict(list)
    for each in ANSWERS:
        if each.question_id == question.id:
            found[group(unit_of(each), grouping)].append(each)
    return found


def labels(question: Question, answers: list[Answer]) -> Counter[str]:
    verdicts = {"passed": "Đạt", "failed": "Chưa đạt", "not_applicable": "Không áp dụng"}
    return Counter(verdicts[each.verdict] if question.kind == VERDICT else each.text for each in answers)


def check(found: QuestionSummary, question: Question, answers: list[Answer]) -> None:
    assert found.answered == len(answers)
    if question.kind in {NUMBER, SCORE}:
        numbers = [each.number for each in answers if each.number is not None]
        mean = (sum(numbers, Decimal(0)) / len(numbers)).quantize(Decimal("0.01"), ROUND_HALF_UP) if numbers else None
        middle = median(numbers) if numbers else None
        assert (found.mean, found.median) == (mean, middle)
        assert (found.least, found.most) == ((min(numbers), max(numbers)) if numbers else (None, None))
    elif question.kind in {VERDICT, CHOICE}:
        counts = labels(question, answers)
        assert {each.label: each.count for each in found.shares if each.count} == dict(counts)
        for share in found.shares:
            if answers:
                exact = Decimal(100 * share.count) / len(answers)
                assert share.percent is not None
                assert abs(share.percent - exact) <= Decimal("0.05")
    else:
        assert question.kind == TEXT
        assert Counter(found.texts) == Counter(each.text for each in answers)


@pytest.mark.parametrize("grouping", list(Grouping))
def test_every_figure_of_every_group_is_as_counted_by_hand(grouping: Grouping) -> None:
    found = {(each.question_id, each.group): each for each in summary_by(survey.tree(), cases(), grouping)}
    groups = {group(unit, grouping) for unit in UNITS.values()}
    asked = [each for each in QUESTIONS if each.kind != "heading"]
    assert set(found) == {(question.id, name) for question in asked for name in groups}
    for question in asked:
        by_group = answers_by_group(question, grouping)
        for name in groups:
            check(found[question.id, name], question, by_group[name])


def test_the_groups_are_told_apart_at_all() -> None:
    assert len({sector(unit) for unit in UNITS.values()}) >= 6
    assert len({size(unit) for unit in UNITS.values()}) == 5


def test_a_conditional_question_is_asked_of_those_who_met_its_condition() -> None:
    names = next(each for each in QUESTIONS if "Tên tiêu chuẩn" in each.text)
    system = next(each for each in QUESTIONS if each.id == names.asked_if)
    certified = sum(each.text == "Đã được chứng nhận" for each in ANSWERS if each.question_id == system.id)
    found = next(each for each in summary(survey.tree(), cases()) if each.question_id == names.id)
    assert found.asked == certified
    assert found.answered <= certified


def test_each_figure_opens_as_many_units_as_it_says() -> None:
    for each in summary(survey.tree(), cases()):
        assert len(behind(survey.tree(), cases(), each.question_id)) == each.answered
        for share in each.shares:
            opened = behind(survey.tree(), cases(), each.question_id, share.label)
            assert len(opened) == share.count


def test_the_table_says_the_same_as_the_summary() -> None:
    table = survey_table(survey.tree(), cases(), Grouping.SIZE)
    assert table.columns == ("Tất cả", "Siêu nhỏ", "Nhỏ", "Vừa", "Lớn", "Chưa rõ")
    sizes = Counter(size(unit) for unit in UNITS.values())
    assert table.counts == (50, *(sizes[name] for name in table.columns[1:]))
    market = next(each for each in QUESTIONS if each.text == "Thị trường chính")
    rows = [row for row in table.rows if row.question_id == market.id]
    assert [row.kind for row in rows] == [RowKind.QUESTION, *[RowKind.SHARE] * 3]
    by_size = answers_by_group(market, Grouping.SIZE)
    for row in rows[1:]:
        counts = [labels(market, by_size[name])[row.label] for name in table.columns[1:]]
        assert [cell.value for cell in row.cells] == [sum(counts), *counts]
