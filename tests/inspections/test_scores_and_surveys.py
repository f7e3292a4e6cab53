"""Points by section, surveys summed up, recommendations until they are closed; all worked out by hand."""

from decimal import Decimal

import pytest

from nscl_desktop.domain.answering import given
from nscl_desktop.domain.checklist_tree import ChecklistTree
from nscl_desktop.domain.follow_up_states import FollowUp, standing, still_open
from nscl_desktop.domain.inspections import DRAFT, FINISHED, SCORE, Answer, Recommendation, Visit
from nscl_desktop.domain.score_totals import RULE, ScoreTotal, score_totals
from nscl_desktop.domain.survey_summary import (
    Case,
    QuestionSummary,
    Share,
    counted,
    summary,
    summary_by_sector,
    summary_by_size,
)
from tests.inspections.sheets import FIVE, q, questions

TREE = ChecklistTree(questions())


def case(key: str, sector: str = "", size: str = "", **texts: str) -> Case:
    answers = {
        each: Answer(id=each, visit_id=key, question_id=each, **given(TREE.question(each), text))
        for each, text in texts.items()
    }
    return Case(Visit(id=key, state=FINISHED), answers, sector, size)


def test_points_are_added_by_section_and_in_all() -> None:
    totals = score_totals(TREE, case("v", sort="4", shine="3,5").answers)
    assert totals == (
        ScoreTotal("III", "III. Chấm điểm 5S", Decimal("7.5"), Decimal(10), 2, 0),
        ScoreTotal("", "Tổng điểm", Decimal("7.5"), Decimal(10), 2, 0),
    )
    assert totals[0].share == Decimal("75.0")


def test_a_question_without_points_counts_on_neither_side() -> None:
    (section, _) = score_totals(TREE, case("v", sort="4").answers)
    assert (section.points, section.most, section.judged, section.left_out) == (Decimal(4), Decimal(5), 1, 1)
    assert section.share == Decimal("80.0")


def test_there_is_no_share_of_nothing_and_none_without_a_most() -> None:
    assert score_totals(TREE, {})[0].share is None
    free = ChecklistTree([q("x", "", "a0", SCORE), q("y", "", "a1", SCORE, most=FIVE)])
    given_both = {key: Answer(id=key, visit_id="v", question_id=key, number=Decimal(4)) for key in ("x", "y")}
    (outside, _) = score_totals(free, given_both)
    assert (outside.name, outside.points, outside.share) == ("Các câu khác", Decimal(8), None)


def test_a_list_without_points_has_no_totals_and_the_rule_is_told() -> None:
    assert score_totals(ChecklistTree([q("x", "", "a0")]), {}) == ()
    assert "điểm tối đa chỉ tính những câu ấy" in RULE


CASES = [
    case("1", "C", "Nhỏ", papers="Đạt", people="10", machine="Tốt", words="gọn"),
    case("2", "C", "Vừa", papers="Chưa đạt", why="thiếu sổ", people="20", machine="Cũ"),
    case("3", "G", "Nhỏ", papers="Đạt", people="60"),
]


def of(found: tuple[QuestionSummary, ...], key: str, group: str = "") -> QuestionSummary:
    return next(each for each in found if each.question_id == key and each.group == group)


def test_verdicts_are_counted_with_their_shares() -> None:
    papers = of(summary(TREE, CASES), "papers")
    assert (papers.asked, papers.answered) == (3, 3)
    assert papers.shares == (
        Share("Đạt", 2, Decimal("66.7")), Share("Chưa đạt", 1, Decimal("33.3")),
        Share("Không áp dụng", 0, Decimal("0.0")),
    )  # fmt: skip


def test_figures_have_mean_median_least_and_most() -> None:
    people = of(summary(TREE, CASES), "people")
    assert (people.mean, people.median, people.least, people.most) == (
        Decimal("30.00"),
        Decimal(20),
        Decimal(10),
        Decimal(60),
    )


def test_choices_count_every_option_and_shares_are_of_those_who_answered() -> None:
    machine = of(summary(TREE, CASES), "machine")
    assert (machine.asked, machine.answered) == (3, 2)
    assert [(each.label, each.count, each.percent) for each in machine.shares] == [
        ("Tốt", 1, Decimal("50.0")), ("Cũ", 1, Decimal("50.0")), ("Hỏng", 0, Decimal("0.0")),
    ]  # fmt: skip


def test_a_question_counts_only_where_it_was_asked_and_words_are_listed() -> None:
    why = of(summary(TREE, CASES), "why")
    assert (why.asked, why.answered, why.texts) == (1, 1, ("thiếu sổ",))


def test_what_nobody_answered_has_neither_shares_nor_figures() -> None:
    found = summary(TREE, [case("1")])
    assert of(found, "people").mean is None
    assert [each.percent for each in of(found, "machine").shares] == [None, None, None]


def test_a_survey_is_split_by_sector_and_by_size_with_the_unknown_last() -> None:
    by_sector = summary_by_sector(TREE, [*CASES, case("4", people="5")])
    assert [each.group for each in by_sector if each.question_id == "people"] == ["C", "G", "Chưa rõ"]
    assert of(by_sector, "people", "C").mean == Decimal("15.00")
    by_size = summary_by_size(TREE, CASES)
    assert of(by_size, "people", "Nhỏ").mean == Decimal("35.00")


def test_drafts_and_versions_that_were_corrected_do_not_count() -> None:
    old, new = case("1"), Case(Visit(id="2", state=FINISHED, corrects="1"), {})
    draft = Case(Visit(id="3", state=DRAFT, corrects="2"), {})
    assert counted([old, new, draft]) == (new,)
    assert counted([old, new, draft], with_drafts=True) == (draft,)


@pytest.mark.parametrize(
    ("deadline", "closed", "state", "words"),
    [
        ("2026-03-31", "", FollowUp.OPEN, "hạn 31/3/2026"),
        ("2026-03-17", "", FollowUp.SOON, "còn 7 ngày"),
        ("2026-03-10", "", FollowUp.SOON, "đến hạn hôm nay"),
        ("2026-02-26", "", FollowUp.OVERDUE, "quá hạn 12 ngày"),
        ("2026-02", "", FollowUp.OVERDUE, "quá hạn 10 ngày"),
        ("2026", "", FollowUp.OPEN, "hạn 2026"),
        ("", "", FollowUp.OPEN, "chưa khắc phục, không có thời hạn"),
        ("2026-03-31", "2026-03-09", FollowUp.CLOSED, "khắc phục xong 9/3/2026"),
        ("", "2026-03-09", FollowUp.CLOSED, "khắc phục xong 9/3/2026"),
        ("2026-03-01", "2026-03-09", FollowUp.CLOSED_LATE, "khắc phục xong 9/3/2026, sau hạn 1/3/2026"),
    ],
)
def test_a_recommendation_stands_by_its_deadline(deadline: str, closed: str, state: FollowUp, words: str) -> None:
    advice = Recommendation(id="r", visit_id="v", text="Bổ sung sổ", deadline=deadline, closed_on=closed)
    found = standing(advice, "2026-03-10")
    assert (found.state, found.words) == (state, words)


def test_open_recommendations_come_by_deadline_and_those_without_one_last() -> None:
    made = [
        Recommendation(id=key, visit_id="v", text=key, deadline=deadline, closed_on=closed)
        for key, deadline, closed in [
            ("a", "", ""),
            ("b", "2026-05-01", ""),
            ("c", "2026-04-01", ""),
            ("d", "", "2026"),
        ]
    ]
    assert [each.id for each in still_open(made)] == ["c", "b", "a"]
