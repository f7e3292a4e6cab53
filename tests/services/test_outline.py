"""Shaping the tree keeps money with its line, and undoing gives back exactly what was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.records import Record
from nscl_desktop.services.outline import delete_lines, duplicate, indent, insert_line, move, outdent
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


_actions = st.lists(
    st.tuples(
        st.sampled_from(["insert", "indent", "outdent", "up", "down", "duplicate", "delete"]), st.integers(0, 30)
    ),
    max_size=8,
)


def _step(budget: Budget, action: str, index: int) -> ChangeSet:
    lines = [line.id for _, line in budget.tree.walk()]
    line_id = lines[index % len(lines)] if lines else ""
    if action == "insert" or not lines:
        return insert_line(budget, line_id)
    made = {
        "indent": lambda: indent(budget, [line_id]),
        "outdent": lambda: outdent(budget, [line_id]),
        "up": lambda: move(budget, [line_id], -1),
        "down": lambda: move(budget, [line_id], 1),
        "duplicate": lambda: duplicate(budget, [line_id]),
        "delete": lambda: delete_lines(budget, [line_id]),
    }
    return made[action]()


@given(_actions)
def test_undoing_every_step_gives_back_every_record_and_total(actions: list[tuple[str, int]]) -> None:
    budget = usual().budget()
    before: dict[str, Record] = {record.id: record for record in budget.book.records()}
    done: list[ChangeSet] = []
    for action, index in actions:
        try:
            step = _step(budget, action, index)
        except InputError:
            continue
        _do(budget, step)
        done.append(step)
    for step in reversed(done):
        _do(budget, step.inverted("Hoàn tác"))
    assert {record.id: record for record in budget.book.records()} == before
    assert budget.total() == 45_000_000
