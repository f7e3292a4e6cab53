"""Totals follow from the lines, are never counted twice, and keep up with every change."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.budget_lines import Allocation, Line, allocation_id
from nscl_desktop.domain.changes import Change, deleted, inserted, updated
from tests.small_plans import DN, NSNN, PLAN, Sketch, usual


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


def test_an_agency_and_a_period_are_inherited_unless_named() -> None:
    sketch = usual()
    budget = sketch.budget()
    section = budget.tree.line("I")
    object.__setattr__(section, "lead_id", "so-khcn")
    object.__setattr__(section, "period_id", "p")
    assert budget.tree.lead_id(budget.tree.line("I.1")) == "so-khcn"
    assert budget.tree.period_id(budget.tree.line("I.2")) == "p"
    assert budget.tree.lead_id(budget.tree.line("II")) is None


def test_fractions_of_a_dong_are_rounded_half_up() -> None:
    budget = Sketch().line("1", price=3).cell("1", quantity="0.5").budget()
    assert budget.total() == 2


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


_cell = st.tuples(
    st.sampled_from(["I", "I.1", "I.2", "II"]),
    st.integers(2022, 2024),
    st.sampled_from([NSNN, DN]),
    st.one_of(st.none(), st.integers(0, 10**12)),
    st.one_of(st.none(), st.integers(0, 50).map(Decimal)),
)


def _change_of(budget: Budget, wanted: tuple[str, int, str, int | None, Decimal | None]) -> Change | None:
    line_id, year, source, amount, quantity = wanted
    known = budget.allocation(line_id, year, source)
    if known is None:
        key = allocation_id(line_id, year, source)
        return inserted(
            Allocation(id=key, line_id=line_id, year=year, source_id=source, amount=amount, quantity=quantity)
        )
    if amount is None and quantity is None:
        return deleted(known)
    return updated(known, amount=amount, quantity=quantity)


@given(st.lists(_cell, max_size=12))
def test_keeping_up_gives_the_same_figures_as_computing_anew(
    wanted: list[tuple[str, int, str, int | None, Decimal | None]],
) -> None:
    budget = usual().budget()
    for each in wanted:
        change = _change_of(budget, each)
        if change is not None:
            budget.book.apply([change])
            budget.update([change])
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
