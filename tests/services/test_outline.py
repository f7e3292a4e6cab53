"""Shaping the tree keeps money with its line, and undoing gives back exactly what was."""

import pytest

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.errors import InputError
from nscl_desktop.services.outline import Where, delete_lines, duplicate, indent, insert_line, move, outdent
from tests.small_plans import usual


def _do(budget: Budget, step: ChangeSet) -> None:
    budget.book.apply(step.changes)
    budget.update(step.changes)


def _shape(budget: Budget) -> list[tuple[int, str]]:
    return [(depth, line.label) for depth, line in budget.tree.walk()]


def test_lines_are_inserted_beside_and_inside() -> None:
    budget = usual().budget()
    for anchor, where in (("I.1", "after"), ("I.1", "before"), ("II", "inside"), ("", "after")):
        _do(budget, insert_line(budget, anchor, where))  # type: ignore[arg-type]  # the four ways, from a table
    assert _shape(budget) == [(0, "I"), (1, ""), (1, "1"), (1, ""), (1, "2"), (0, "II"), (1, ""), (0, "")]
    assert budget.total() == 45_000_000


def test_indenting_puts_lines_below_the_one_above_in_their_order() -> None:
    budget = usual().line("III").line("IV").budget()
    _do(budget, indent(budget, ["III", "IV"]))
    assert _shape(budget)[3:] == [(0, "II"), (1, "III"), (1, "IV")]


def test_the_first_line_of_a_level_cannot_be_indented() -> None:
    budget = usual().budget()
    with pytest.raises(InputError, match=r"mục I\.1"):
        indent(budget, ["I.1"])


def test_outdenting_puts_lines_right_behind_their_parent() -> None:
    budget = usual().budget()
    _do(budget, outdent(budget, ["I.1", "I.2"]))
    assert _shape(budget) == [(0, "I"), (0, "1"), (0, "2"), (0, "II")]
    assert budget.total() == 45_000_000
    with pytest.raises(InputError, match="ngoài cùng"):
        outdent(budget, ["II"])


@pytest.mark.parametrize(("step", "expected"), [(-1, ["2", "1"]), (1, ["1", "2"])])
def test_moving_passes_one_neighbour_and_stops_at_the_edge(step: int, expected: list[str]) -> None:
    budget = usual().budget()
    _do(budget, move(budget, ["I.2"], -1 if step < 0 else 1))
    assert [line.label for line in budget.tree.children("I")] == expected


def test_moving_down_several_lines_together_keeps_their_order() -> None:
    budget = usual().line("III").line("IV").budget()
    _do(budget, move(budget, ["I", "II"], 1))
    assert [line.label for line in budget.tree.children()] == ["III", "I", "II", "IV"]


def test_a_duplicate_carries_figures_and_children_behind_the_original() -> None:
    budget = usual().budget()
    _do(budget, duplicate(budget, ["I"]))
    assert [line.label for line in budget.tree.children()] == ["I", "I", "II"]
    assert budget.total() == 85_000_000


def test_deleting_a_chosen_parent_and_its_child_deletes_each_once() -> None:
    budget = usual().budget()
    step = delete_lines(budget, ["I", "I.1"])
    assert step.words == "Xóa mục I"
    _do(budget, step)
    assert _shape(budget) == [(0, "II")]


def test_nothing_chosen_is_said_plainly() -> None:
    with pytest.raises(InputError, match="Chưa chọn dòng nào"):
        delete_lines(usual().budget(), [])


def test_chosen_lines_go_below_one_line_in_their_order_even_behind_children_it_has() -> None:
    budget = usual().line("I.3", "I").line("I.4", "I").line("I.2.a", "I.2").budget()
    _do(budget, indent(budget, ["I.4", "I.3"]))
    assert _shape(budget) == [(0, "I"), (1, "1"), (1, "2"), (2, "a"), (2, "3"), (2, "4"), (0, "II")]


def test_a_line_with_money_does_not_go_below_a_component() -> None:
    budget = usual().line("I.0", "I").line("I.a", "I", kind="component").line("I.9", "I").budget()
    with pytest.raises(InputError, match=r"dưới mục I\.a được"):
        indent(budget, ["I.9"])
    parts = usual().line("I.a", "I", kind="component").line("I.b", "I", kind="component").budget()
    _do(parts, indent(parts, ["I.b"]))
    assert parts.tree.line("I.b").place.parent == "I.a"


def test_lines_of_different_sections_do_not_move_together() -> None:
    budget = usual().line("II.1", "II").budget()
    with pytest.raises(InputError, match="cùng một mục"):
        move(budget, ["I.1", "II.1"], 1)


@pytest.mark.parametrize("step", [-1, 1])
def test_moving_past_the_edge_is_no_step(step: int) -> None:
    assert not move(usual().budget(), ["I" if step < 0 else "II"], -1 if step < 0 else 1)


def test_a_duplicate_stands_before_what_followed_and_is_a_line_of_its_own() -> None:
    budget = usual().line("I.1.a", "I.1", origin_id="older").budget()
    _do(budget, duplicate(budget, ["I.1"]))
    assert _shape(budget)[:6] == [(0, "I"), (1, "1"), (2, "a"), (1, "1"), (2, "a"), (1, "2")]
    copies = [line for _, line in budget.tree.walk() if line.label in ("1", "a")][2:]
    assert [line.origin_id for line in copies] == [None, None]


@pytest.mark.parametrize(("anchor", "where", "kind"), [("", "inside", "section"), ("I", "inside", "item")])
def test_a_new_line_is_a_section_at_the_top_and_an_item_below(anchor: str, where: Where, kind: str) -> None:
    budget = usual().budget()
    step = insert_line(budget, anchor, where)
    _do(budget, step)
    assert budget.tree.line(step.changes[0].id).kind == kind
