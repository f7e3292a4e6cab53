"""The order, numbers and conditions of questions."""

import pytest

from nscl_desktop.domain.answering import given
from nscl_desktop.domain.checklist_tree import ChecklistTree
from nscl_desktop.domain.errors import Bug
from nscl_desktop.domain.inspections import HEADING, Answer
from tests.inspections.sheets import q, questions


def answers(tree: ChecklistTree, **texts: str) -> dict[str, Answer]:
    return {
        key: Answer(id=key, visit_id="v", question_id=key, **given(tree.question(key), text))
        for key, text in texts.items()
    }


def test_questions_come_in_the_order_of_the_paper_with_their_depth() -> None:
    tree = ChecklistTree(reversed(questions()))
    assert [(depth, each.id) for depth, each in tree.walk()][:4] == [(0, "I"), (1, "papers"), (1, "why"), (0, "II")]


def test_headings_are_numbered_in_roman_and_questions_below_them_from_one() -> None:
    tree = ChecklistTree(
        [*questions(), q("IV", "", "a3", HEADING), q("sub", "IV", "a0", HEADING), q("in", "sub", "a0")]
    )
    numbers = {each.id: tree.number(each) for _, each in tree.walk()}
    assert [numbers[key] for key in ("I", "papers", "why", "II", "people", "III", "IV", "sub", "in")] == [
        "I", "1", "2", "II", "1", "III", "IV", "1", "1.1",
    ]  # fmt: skip


def test_a_number_that_the_office_wrote_is_kept_and_questions_under_no_heading_count_by_themselves() -> None:
    tree = ChecklistTree([q("A", "", "a0", HEADING, label="A"), q("x", "", "a1"), q("y", "", "a2")])
    assert [tree.number(each) for _, each in tree.walk()] == ["A", "1", "2"]


def test_a_question_is_asked_only_when_the_one_it_depends_on_was_answered_so() -> None:
    tree = ChecklistTree(questions())
    why = tree.question("why")
    assert not tree.is_asked(why, {})
    assert not tree.is_asked(why, answers(tree, papers="Đạt"))
    assert tree.is_asked(why, answers(tree, papers="Chưa đạt"))


def test_what_depends_on_a_question_that_is_not_asked_is_not_asked() -> None:
    chain = [*questions(), q("deep", "I", "a2", asked_if="why", condition="")]
    tree = ChecklistTree(chain)
    assert not tree.is_asked(tree.question("deep"), answers(tree, papers="Đạt", why="cũ"))
    assert tree.is_asked(tree.question("deep"), answers(tree, papers="Chưa đạt", why="cũ"))


def test_a_heading_with_a_condition_hides_all_below_it() -> None:
    parts = [q("x", "", "a0"), q("H", "", "a1", HEADING, asked_if="x", condition="Đạt"), q("y", "H", "a0")]
    tree = ChecklistTree(parts)
    assert [each.id for each in tree.asked({})] == ["x"]
    assert [each.id for each in tree.asked(answers(tree, x="Đạt"))] == ["x", "y"]


def test_a_lost_condition_or_heading_hides_nothing() -> None:
    tree = ChecklistTree([q("x", "gone", "a0", asked_if="lost", condition="Đạt")])
    assert [each.id for each in tree.asked({})] == ["x"]
    assert tree.section(tree.question("x")) is None


def test_a_ring_of_conditions_hides_nothing_for_ever() -> None:
    tree = ChecklistTree([q("x", "", "a0", asked_if="y", condition="Đạt"), q("y", "", "a1", asked_if="x")])
    given_both = answers(tree, x="Đạt", y="Đạt")
    assert [each.id for each in tree.asked(given_both)] == ["x", "y"]


def test_the_section_of_a_question_is_its_innermost_heading() -> None:
    tree = ChecklistTree([*questions(), q("S", "II", "a9", HEADING), q("in", "S", "a0")])
    found = tree.section(tree.question("in"))
    assert found is not None
    assert found.id == "S"
    assert [each.id for each in tree.above(tree.question("in"))] == ["II", "S"]


def test_an_unknown_question_is_a_fault_of_the_program() -> None:
    with pytest.raises(Bug):
        ChecklistTree([]).question("x")


def test_headings_up_to_a_high_number_are_written_in_roman() -> None:
    tree = ChecklistTree([q(f"h{n:02}", "", f"b{n:02}", HEADING) for n in range(19)])
    assert [tree.number(each) for _, each in tree.walk()][3:19:5] == ["IV", "IX", "XIV", "XIX"]
