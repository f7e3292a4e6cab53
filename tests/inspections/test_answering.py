"""Which answers a question takes, by its kind, and how they read on paper."""

from decimal import Decimal

import pytest

from nscl_desktop.domain.answering import answer_words, answers_condition, bounds_words, given, is_answered, typed
from nscl_desktop.domain.errors import Bug, InputError
from nscl_desktop.domain.inspections import CHOICE, HEADING, NUMBER, PHOTO, SCORE, TEXT, Answer, Question
from tests.inspections.sheets import q

PEOPLE = q("people", "", "a0", NUMBER, unit="người", least=Decimal(1), most=Decimal(2000))
POINTS = q("points", "", "a0", SCORE, most=Decimal(5))
CHOOSE = q("choose", "", "a0", CHOICE, options=("Tốt", "Hỏng"))


def answered(question: Question, text: str, note: str = "") -> Answer:
    return Answer(id="a", visit_id="v", question_id=question.id, note=note, **given(question, text))


@pytest.mark.parametrize(
    ("text", "stored"),
    [("passed", "passed"), ("Đạt", "passed"), ("CHƯA ĐẠT", "failed"), ("không áp dụng", "not_applicable")],
)
def test_a_verdict_is_taken_by_its_stored_word_and_by_its_label(text: str, stored: str) -> None:
    assert given(q("x", "", "a0"), text) == {"verdict": stored, "number": None, "text": ""}


def test_another_verdict_is_refused_with_those_there_are() -> None:
    with pytest.raises(InputError, match="Câu “x” trả lời bằng một trong: Đạt, Chưa đạt, Không áp dụng"):
        given(q("x", "", "a0"), "tạm được")


@pytest.mark.parametrize(("text", "number"), [("1.290", 1290), ("12,5", "12.5"), (" 7 ", 7), ("1 290", 1290)])
def test_a_figure_is_read_in_vietnamese_forms(text: str, number: int | str) -> None:
    assert given(PEOPLE, text)["number"] == Decimal(number)


@pytest.mark.parametrize("text", ["0", "2.001"])
def test_a_figure_outside_its_bounds_is_refused_with_the_bounds(text: str) -> None:
    with pytest.raises(InputError, match=r"nhận số từ 1 đến 2\.000"):
        given(PEOPLE, text)


def test_a_figure_without_bounds_is_still_not_negative() -> None:
    free = q("x", "", "a0", NUMBER)
    assert given(free, "123456")["number"] == 123456
    with pytest.raises(InputError, match="không nhận số âm"):
        given(free, "-3")


def test_words_where_a_figure_is_asked_are_refused() -> None:
    with pytest.raises(InputError):
        given(PEOPLE, "nhiều")


def test_a_dash_leaves_a_figure_unanswered() -> None:
    assert given(PEOPLE, "-")["number"] is None


def test_a_choice_is_one_of_the_options_however_it_is_typed() -> None:
    assert given(CHOOSE, "tốt ")["text"] == "Tốt"
    with pytest.raises(InputError, match="chỉ có các lựa chọn: Tốt, Hỏng; không có “Mới”"):
        given(CHOOSE, "Mới")


@pytest.mark.parametrize("kind", [TEXT, PHOTO])
def test_words_are_kept_without_spaces_around_them(kind: str) -> None:
    assert given(q("x", "", "a0", kind), "  Máy mới\nlắp ")["text"] == "Máy mới\nlắp"


def test_an_empty_text_takes_an_answer_back() -> None:
    assert not is_answered(answered(PEOPLE, " "))
    assert not is_answered(None)
    assert not is_answered(answered(PEOPLE, "", note="chưa đếm"))


def test_a_heading_takes_no_answer() -> None:
    with pytest.raises(Bug):
        given(q("x", "", "a0", HEADING), "đạt")


@pytest.mark.parametrize(
    ("question", "text", "words"),
    [
        (q("x", "", "a0"), "failed", "Chưa đạt"),
        (PEOPLE, "1290", "1.290 người"),
        (q("x", "", "a0", NUMBER), "1290", "1.290"),
        (POINTS, "4", "4/5 điểm"),
        (q("x", "", "a0", SCORE), "4,5", "4,5 điểm"),
        (CHOOSE, "Tốt", "Tốt"),
        (PEOPLE, "", ""),
    ],
)
def test_answers_read_on_paper_with_unit_and_most(question: Question, text: str, words: str) -> None:
    assert answer_words(question, answered(question, text)) == words


def test_an_answer_is_typed_again_without_its_unit() -> None:
    assert typed(PEOPLE, answered(PEOPLE, "1290")) == "1.290"
    assert typed(PEOPLE, None) == ""


@pytest.mark.parametrize(
    ("question", "text", "condition", "holds"),
    [
        (q("x", "", "a0"), "failed", "Chưa đạt", True),
        (q("x", "", "a0"), "failed", "failed", True),
        (q("x", "", "a0"), "passed", "Chưa đạt", False),
        (q("x", "", "a0"), "", "Chưa đạt", False),
        (q("x", "", "a0"), "passed", " ", True),
        (PEOPLE, "1290", "1.290", True),
        (PEOPLE, "1290", "129", False),
        (PEOPLE, "1290", "nhiều", False),
        (CHOOSE, "Hỏng", "hỏng", True),
    ],
)
def test_a_condition_compares_what_was_meant(question: Question, text: str, condition: str, holds: bool) -> None:
    assert answers_condition(question, answered(question, text), condition) is holds


@pytest.mark.parametrize(
    ("question", "words"), [(PEOPLE, "từ 1 đến 2.000"), (POINTS, "đến 5"), (q("x", "", "a0", NUMBER), "")]
)
def test_bounds_are_told_as_far_as_there_are_any(question: Question, words: str) -> None:
    assert bounds_words(question) == words
