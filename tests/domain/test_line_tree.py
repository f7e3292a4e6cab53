"""Lines stand where their places say; what hangs nowhere is known, and nothing goes round in circles."""

import pytest

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.changes import deleted, updated
from nscl_desktop.domain.errors import Bug, ConflictError
from nscl_desktop.domain.fields import Place
from nscl_desktop.domain.naming import line_name
from nscl_desktop.domain.plans import Period, Plan, Source
from tests.small_plans import PLAN, Sketch, apply, edit, usual


def _placed(key: str, parent: str, position: str) -> Line:
    return Line(id=key, plan_id=PLAN, place=Place(parent, position), label=key)


def _ring() -> Budget:
    """Two lines each below the other, and a line below one that is not there: what a careless merge can leave."""
    sketch = usual().add(_placed("A", "B", "a0")).add(_placed("B", "A", "a0")).add(_placed("C", "gone", "a0"))
    return sketch.cell("A", amount=7).cell("C", amount=8).budget()


def test_lines_stand_by_position_and_lines_of_one_position_by_key() -> None:
    sketch = Sketch().add(_placed("x", "", "a1")).add(_placed("b", "", "a0")).add(_placed("a", "", "a0"))
    assert [line.id for line in sketch.add(_placed("y", "x", "a0")).budget().tree.children()] == ["a", "b", "x"]


def test_sources_of_one_position_stand_by_key_wherever_they_were_made() -> None:
    """Two offices that each add a source behind the last give both one position; a merge must not shuffle them."""
    added = [Source(id=key, plan_id=PLAN, position="a5", code=key.upper()) for key in ("y", "x", "z")]
    sketch = Sketch()
    for source in added:
        sketch.add(source)
    assert [source.code for source in sketch.budget().frame.sources] == ["NSNN", "DN", "X", "Y", "Z"]


def test_walking_gives_parents_before_children_with_their_depth() -> None:
    tree = usual().budget().tree
    assert [(depth, line.id) for depth, line in tree.walk()] == [(0, "I"), (1, "I.1"), (1, "I.2"), (0, "II")]
    assert [(depth, line.id) for depth, line in tree.walk("I", 4)] == [(4, "I.1"), (4, "I.2")]
    assert next((depth, line.id) for depth, line in tree.walk("", 1)) == (1, "I")


def test_levels_without_end_are_walked_as_two_are() -> None:
    sketch = Sketch().add(_placed("0", "", "a0"))
    for n in range(1, 1500):
        sketch.add(_placed(str(n), str(n - 1), "a0"))
    budget = sketch.cell("1499", amount=5).budget()
    assert budget.total("0") == 5
    assert len(budget.tree.ancestors("1499")) == 1499


def test_lines_that_hang_nowhere_are_known_and_count_nowhere() -> None:
    budget = _ring()
    assert {line.id for line in budget.tree.strays()} == {"A", "B", "C"}
    assert not budget.tree.has("A")
    assert budget.total() == 45_000_000
    assert [line.id for line in budget.tree.ancestors("A")] == ["B", "A"]
    assert line_name(budget.tree, budget.tree.line("C")) == "mục C"


def test_a_stray_line_comes_back_with_its_money_when_it_is_given_a_place() -> None:
    budget = _ring()
    apply(budget, updated(budget.tree.line("C"), place=Place("II", "a0")))
    assert budget.total("II") == 8
    apply(budget, updated(budget.tree.line("A"), text="Vẫn chưa có chỗ"), updated(budget.tree.line("A"), price=3))
    assert budget.total() == 40_000_008


def test_a_line_below_itself_is_refused_and_nothing_has_changed() -> None:
    budget = usual().line("I.1.a", "I.1").budget()
    up = edit(budget.tree.line("II"), text="Khác")
    down = edit(budget.tree.line("I"), place=Place("I.1.a", "a0"))
    with pytest.raises(ConflictError, match="dưới chính nó"):
        budget.book.apply([up, down])
    assert budget.tree.line("II").text == "Mục II"
    assert budget.tree.line("I").place.parent == ""


def test_the_line_above_may_change_places_with_the_line_below_in_one_step() -> None:
    budget = usual().budget()
    item, section = budget.tree.line("I.1"), budget.tree.line("I")
    apply(budget, updated(item, place=section.place), updated(section, place=Place("I.1", "a0")))
    assert [line.id for line in budget.tree.ancestors("I.2")] == ["I", "I.1"]
    assert budget.total() == 45_000_000 - 30_000_000 + 0  # what is entered on I.1 gives way to what is now below it


def test_a_deleted_line_is_gone_from_the_tree_even_before_the_tree_is_read_anew() -> None:
    budget = usual().budget()
    budget.book.apply([deleted(budget.allocations("II")[0]), deleted(budget.tree.line("II"))])
    assert not budget.tree.has("II")
    with pytest.raises(Bug, match="mục chi"):
        budget.tree.line("II")


@pytest.mark.parametrize(
    ("years", "name"),
    [((2021, 2025), "2021-2025"), ((2021, None), "2021"), ((None, 2025), "2025"), ((None, None), "0")],
)
def test_a_plan_that_lists_no_period_is_one_period_of_its_years(
    years: tuple[int | None, int | None], name: str
) -> None:
    plan = Plan(id=PLAN, code="K", title="K", year_from=years[0], year_to=years[1])
    assert [period.name for period in Budget(Book([plan]), PLAN).frame.periods] == [name]


def test_periods_and_measures_stand_in_their_order() -> None:
    frame = usual().add(Period(id="0", plan_id=PLAN, position="Zz", year_from=2016, year_to=2020)).budget().frame
    assert [period.name for period in frame.periods] == ["2016-2020", "2022-2025"]
    assert [measure.code for measure in frame.measures] == ["du_toan"]
