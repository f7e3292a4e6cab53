"""Totals follow from the lines, are never counted twice, and keep up with every change."""

from decimal import Decimal

import pytest

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.budget_lines import Allocation, Line
from nscl_desktop.domain.changes import deleted, inserted, updated
from nscl_desktop.domain.fields import Place
from nscl_desktop.domain.plans import Plan
from tests.small_plans import DN, NSNN, PLAN, Sketch, apply, edit, usual


def test_a_section_is_the_sum_of_its_items_by_year_and_source() -> None:
    budget = usual().budget()
    assert budget.total("I") == 40_000_000
    assert budget.total("I", years=(2022,)) == 30_000_000
    assert budget.total("I", sources=(DN,)) == 3_000_000
    assert budget.total() == 45_000_000
    assert budget.years() == (2022, 2023)


def test_no_figure_is_not_zero() -> None:
    budget = usual().line("III").line("IV").cell("IV", amount=0).budget()
    assert budget.total("III") is None
    assert budget.total("IV") == 0
    assert budget.total("I", years=(2030,)) is None


def test_a_parent_counts_its_children_once_even_with_an_amount_of_its_own() -> None:
    """Tây Ninh III.7: the parent row shows 4 prizes, its two children carry 30 + 60 triệu."""
    sketch = Sketch().line("7", unit="DN").cell("7", quantity="4", amount=90_000_000)
    sketch.line("7.a", "7", price=30_000_000).cell("7.a", quantity="1")
    sketch.line("7.b", "7", price=20_000_000).cell("7.b", quantity="3")
    assert sketch.budget().total() == 90_000_000


def test_a_line_that_does_not_add_stays_out_of_its_parent() -> None:
    sketch = usual().line("I.3", "I", adds=False).cell("I.3", amount=9)
    budget = sketch.budget()
    assert budget.total("I.3") == 9
    assert budget.total("I") == 40_000_000


def test_a_price_made_of_components_follows_them() -> None:
    """Bình Dương item 3: 2 công cụ × 40 + 1 hệ thống × 50 = 130 triệu for one enterprise."""
    sketch = Sketch().line("3").cell("3", 2023, quantity="1").cell("3", 2024, quantity="2")
    sketch.line("3.a", "3", kind="component", price=40_000_000, component_quantity=Decimal(2))
    sketch.line("3.b", "3", kind="component", price=50_000_000, component_quantity=Decimal(1))
    budget = sketch.budget()
    assert budget.price(budget.tree.line("3")) == 130_000_000
    assert budget.total("3") == 390_000_000


def test_components_of_a_year_ignore_the_quantity_but_not_its_absence() -> None:
    """Bình Dương item 7: 31,29 + 20,86 + 3 × 10,43 = 83,44 triệu a year, whatever the number of winners."""
    sketch = Sketch().line("7", component_basis="year").cell("7", 2022, quantity="4").cell("7", 2023, quantity="0")
    sketch.line("7.a", "7", kind="component", price=31_290_000)
    sketch.line("7.b", "7", kind="component", price=20_860_000)
    sketch.line("7.c", "7", kind="component", price=10_430_000, component_quantity=Decimal(3))
    budget = sketch.budget()
    assert budget.total("7", years=(2022,)) == 83_440_000
    assert budget.total("7", years=(2023,)) == 0


def test_sources_that_share_one_quantity_are_counted_once() -> None:
    """Bắc Giang IV.2: one model a year, 238 triệu from the state and 157 from the enterprise."""
    sketch = Sketch().line("2", shared_quantity=True, price=395_000_000)
    for year in (2022, 2023):
        sketch.cell("2", year, NSNN, quantity="1", price=238_000_000).cell(
            "2", year, DN, quantity="1", price=157_000_000
        )
    budget = sketch.budget()
    assert budget.quantity(budget.tree.line("2")) == 2
    assert budget.total("2") == 790_000_000
    assert budget.total("2", sources=(DN,)) == 314_000_000


def test_sources_that_write_a_shared_quantity_unlike_count_as_the_largest() -> None:
    """As finding A207 says, "đang tính theo số lớn nhất": 3 in 2022 and 1 in 2023."""
    sketch = Sketch().line("2", shared_quantity=True, price=9)
    sketch.cell("2", 2022, NSNN, quantity="2").cell("2", 2022, DN, quantity="3").cell("2", 2023, DN, quantity="1")
    budget = sketch.budget()
    assert budget.quantity(budget.tree.line("2")) == 4


def test_an_agency_and_a_period_are_inherited_unless_named() -> None:
    sketch = usual()
    budget = sketch.budget()
    section = budget.tree.line("I")
    object.__setattr__(section, "lead_id", "so-khcn")
    object.__setattr__(section, "period_id", "p")
    assert budget.tree.lead_id(budget.tree.line("I.1")) == "so-khcn"
    assert budget.tree.period_id(budget.tree.line("I.2")) == "p"
    assert budget.tree.lead_id(budget.tree.line("II")) is None


def test_of_several_above_the_nearest_gives_agency_and_period_and_a_line_may_name_its_own() -> None:
    sketch = Sketch().line("A", lead_id="so-khcn", period_id="p1").line("I", "A", lead_id="so-ct", period_id="p2")
    budget = sketch.line("1", "I").line("2", "I", lead_id="hoi", period_id="p3").budget()
    tree = budget.tree
    found = {key: (tree.lead_id(tree.line(key)), tree.period_id(tree.line(key))) for key in ("1", "2")}
    assert found == {"1": ("so-ct", "p2"), "2": ("hoi", "p3")}


@pytest.mark.parametrize(("quantity", "expected"), [("0.1", 1), ("0.5", 3), ("0.7", 4), ("0.48", 2)])
def test_fractions_of_a_dong_are_rounded_half_up(quantity: str, expected: int) -> None:
    """Of 5 đồng: 0,5 → 1; 2,5 → 3 (not to the even 2); 3,5 → 4; 2,4 → 2."""
    budget = Sketch().line("1", price=5).cell("1", quantity=quantity).budget()
    assert budget.total() == expected


@pytest.mark.parametrize(("prices", "expected"), [((10, 10), 10), ((10, 12), None)])
def test_cells_of_one_price_give_the_price_of_the_line(prices: tuple[int, int], expected: int | None) -> None:
    sketch = Sketch().line("1").cell("1", 2022, quantity="1", price=prices[0])
    budget = sketch.cell("1", 2022, DN, quantity="1", price=prices[1]).budget()
    assert budget.price(budget.tree.line("1")) == expected


def test_a_price_that_changes_over_the_years_is_no_price_of_the_line() -> None:
    budget = Sketch().line("1").cell("1", 2022, quantity="1", price=10).cell("1", 2023, quantity="1", price=11).budget()
    assert budget.price(budget.tree.line("1")) is None
    assert budget.total() == 21


def test_prices_of_sources_that_share_one_quantity_add_up() -> None:
    """Bắc Giang IV.2: 238 + 157 = 395 triệu for one model."""
    sketch = Sketch().line("2", shared_quantity=True).cell("2", 2022, quantity="1", price=238)
    budget = sketch.cell("2", 2022, DN, quantity="1", price=157).budget()
    assert budget.price(budget.tree.line("2")) == 395


def test_a_component_without_a_price_leaves_the_price_open() -> None:
    sketch = Sketch().line("2").cell("2", quantity="10").line("2.a", "2", kind="component", price=5)
    budget = sketch.line("2.b", "2", kind="component").budget()
    assert budget.component_amount(budget.tree.line("2.b")) is None
    assert budget.total() is None


def test_a_component_that_is_needed_no_times_costs_nothing() -> None:
    """2 × 40 + 0 × 50 = 80 đồng: zero is stated, and is not the 1 of a component that states no quantity."""
    sketch = Sketch().line("3").cell("3", quantity="1")
    sketch.line("3.a", "3", kind="component", price=40, component_quantity=Decimal(2))
    sketch.line("3.b", "3", kind="component", price=50, component_quantity=Decimal(0))
    assert sketch.budget().total() == 80


def test_when_a_component_is_priced_anew_all_that_it_makes_follows() -> None:
    sketch = Sketch().line("I").line("3", "I").cell("3", 2023, quantity="2")
    budget = sketch.line("3.a", "3", kind="component", price=40).budget()
    assert apply(budget, updated(budget.tree.line("3.a"), price=50)) == {"3.a", "3", "I", ""}
    assert (budget.total("3"), budget.total("I"), budget.total()) == (100, 100, 100)


def test_what_is_approved_at_another_price_leaves_the_estimate_as_it_is() -> None:
    sketch = Sketch().line("1").cell("1", 2022, quantity="2", price=10).cell("1", 2023, quantity="3")
    sketch.cell("1", 2022, quantity="2", price=9, measure="tham_dinh")
    budget = sketch.budget()
    assert (budget.total(), budget.total(measure="tham_dinh")) == (50, 18)
    assert budget.years("tham_dinh") == (2022,)


def test_what_is_done_counts_at_the_price_of_the_estimate_unless_it_has_one() -> None:
    sketch = (
        Sketch().line("1").cell("1", 2022, quantity="2", price=10).cell("1", 2022, quantity="1", measure="thuc_hien")
    )
    assert sketch.budget().total(measure="thuc_hien") == 10


def test_what_is_done_in_a_year_without_a_price_counts_at_the_price_of_what_is_done() -> None:
    """Estimated at 10 đồng, done at 9 in 2022; the one of 2023 names no price: 2 × 9 + 1 × 9 = 27."""
    sketch = Sketch().line("1").cell("1", 2022, quantity="2", price=10)
    sketch.cell("1", 2022, quantity="2", price=9, measure="thuc_hien").cell(
        "1", 2023, quantity="1", measure="thuc_hien"
    )
    assert sketch.budget().total(measure="thuc_hien") == 27


def test_what_was_paid_in_the_end_does_not_price_the_estimate() -> None:
    sketch = (
        Sketch().line("1").cell("1", 2022, quantity="2").cell("1", 2022, quantity="2", price=9, measure="thuc_hien")
    )
    assert sketch.budget().total() is None


def test_money_of_one_measure_below_hides_only_the_same_measure_above() -> None:
    sketch = Sketch().line("I").cell("I", amount=5).line("I.1", "I").cell("I.1", amount=3, measure="thuc_hien")
    budget = sketch.budget()
    assert (budget.total("I"), budget.total("I", measure="thuc_hien")) == (5, 3)


def test_when_money_comes_below_what_was_entered_above_gives_way_in_every_year_and_back() -> None:
    """The section's own 5 and 6 must leave the total in 2022 and 2023, though the new cell is in 2024."""
    sketch = Sketch().line("A").line("A.I", "A").cell("A.I", 2022, amount=5).cell("A.I", 2023, amount=6)
    budget = sketch.line("A.I.1", "A.I").budget()
    cell = Allocation(id="new", line_id="A.I.1", year=2024, source_id=NSNN, amount=7)
    apply(budget, inserted(cell))
    assert budget.cells() == budget.cells("A") == {("du_toan", 2024, NSNN): 7}
    apply(budget, deleted(cell))
    assert budget.total("A", years=(2022, 2023)) == budget.total() == 11


def test_a_cell_is_found_by_year_source_and_measure() -> None:
    budget = usual().cell("II", amount=3, measure="thuc_hien").budget()
    done, planned = budget.allocation("II", 2022, NSNN, "thuc_hien"), budget.allocation("II", 2022, NSNN)
    assert done is not None
    assert planned is not None
    assert (done.amount, planned.amount) == (3, 5_000_000)
    assert budget.allocation("II", 2022, DN) is None
    assert budget.has_entries("II")
    assert not budget.has_entries("I")


def test_cells_are_listed_by_year_and_by_the_order_of_their_sources() -> None:
    budget = usual().cell("II", 2022, DN, amount=1).cell("II", 2021, DN, amount=2).budget()
    assert [(cell.year, cell.source_id) for cell in budget.allocations("II")] == [(2021, DN), (2022, NSNN), (2022, DN)]
    apply(budget, updated(budget.frame.sources[1], position="Zz"))
    assert [(cell.year, cell.source_id) for cell in budget.allocations("II")] == [(2021, DN), (2022, DN), (2022, NSNN)]


def test_a_cell_made_and_removed_in_one_step_leaves_nothing() -> None:
    budget = usual().budget()
    cell = Allocation(id="brief", line_id="II", year=2023, source_id=NSNN, amount=7)
    paid = edit(cell, amount=8)
    assert apply(budget, inserted(cell), paid, paid.inverted(), deleted(cell)) == {"II", ""}
    assert budget.total() == 45_000_000


def test_a_cell_that_comes_to_belong_to_another_line_takes_its_money_along() -> None:
    budget = usual().budget()
    apply(budget, updated(budget.allocations("II")[0], line_id="I.2"))
    assert (budget.total("I"), budget.total("II"), budget.total()) == (45_000_000, None, 45_000_000)


def test_changes_of_another_plan_touch_nothing_here() -> None:
    sketch = usual().add(Plan(id="other", code="K", title="K"))
    sketch.add(Line(id="F", plan_id="other", price=3)).add(Line(id="F.1", plan_id="other", place=Place("F", "a0")))
    sketch.cell("F.1", amount=9)
    budget = sketch.budget()
    assert (
        apply(budget, updated(budget.book.get(Line, "F.1"), price=5), updated(cell_of(budget, "F.1"), amount=8))
        == set()
    )
    assert budget.total() == 45_000_000
    assert not budget.tree.has("F.1")


def cell_of(budget: Budget, line_id: str) -> Allocation:
    """The one cell of a line."""
    return next(cell for cell in budget.book.table(Allocation).values() if cell.line_id == line_id)


def _fresh_figures(budget: Budget) -> dict[str, dict[tuple[str, int, str], int]]:
    again = Budget(budget.book, PLAN)
    return {key: dict(again.cells(key)) for key in ["", *(line.id for _, line in again.tree.walk())]}


@pytest.mark.parametrize("line_id", ["I.1", "I.2", "II"])
def test_one_changed_cell_moves_exactly_the_lines_above_it(line_id: str) -> None:
    budget = usual().budget()
    cell = budget.allocations(line_id)[0]
    change = updated(cell, amount=1_000)
    assert change is not None
    budget.book.apply([change])
    touched = budget.update([change])
    expected = {line_id, "", *(line.id for line in budget.tree.ancestors(line_id))}
    assert touched == expected
    assert {key: dict(budget.cells(key)) for key in _fresh_figures(budget)} == _fresh_figures(budget)


def test_a_price_change_moves_the_total_and_a_moved_line_moves_its_money() -> None:
    budget = usual().budget()
    line = budget.tree.line("I.1")
    dearer = updated(line, price=20_000_000)
    assert dearer is not None
    budget.book.apply([dearer])
    budget.update([dearer])
    assert budget.total("I") == 50_000_000
    moved = updated(budget.tree.line("I.1"), place=budget.tree.line("II").place)
    assert moved is not None
    budget.book.apply([moved])
    budget.update([moved])
    assert budget.total("I") == 10_000_000
    assert isinstance(budget.tree.children()[-1], Line)
    assert budget.total() == 55_000_000
