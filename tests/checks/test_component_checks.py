"""Components of a price and of a year's money: nothing hidden, nothing averaged away, nothing lost."""

from decimal import Decimal

import pytest

from tests.checks.found import codes, found
from tests.small_plans import DN, Sketch


def _meeting(price: int | None = 6_840_000, last: int | None = None) -> Sketch:
    """Bình Dương 11.2: 3,2 + 2,64 + 0,5 = 6,34 triệu, and "Chi phí khác" without a figure."""
    sketch = Sketch().line("2", price=price).cell("2", quantity="10")
    for key, amount in (("a", 3_200_000), ("b", 2_640_000), ("c", 500_000), ("d", last)):
        sketch.line(f"2.{key}", "2", kind="component", price=amount)
    return sketch


def test_a_component_without_a_figure_is_found_with_what_is_left_for_it() -> None:
    (only,) = found(_meeting(), "C301")
    assert "“d Mục 2.d” chưa có số tiền, phần còn lại là 500.000 đồng" in only.message
    assert (only.expected, only.found) == ("6.840.000 đồng", "6.340.000 đồng")
    assert not found(_meeting(last=500_000), "C301")


def test_a_component_without_a_figure_that_leaves_nothing_open_is_right() -> None:
    assert not [code for code in codes(_meeting(6_340_000)) if code.startswith("C")]


def test_components_that_do_not_make_the_price_are_an_error() -> None:
    assert [each.found for each in found(_meeting(last=400_000), "C302")] == ["6.740.000 đồng"]
    assert [each.found for each in found(_meeting(6_000_000), "C302")] == ["6.340.000 đồng"]


def test_a_price_that_all_cells_bear_is_a_price_to_be_made_too() -> None:
    sketch = Sketch().line("2").cell("2", quantity="1", price=90).cell("2", 2023, quantity="1", price=90)
    sketch.line("2.a", "2", kind="component", price=60).line("2.b", "2", kind="component", price=40)
    assert [(each.expected, each.found) for each in found(sketch, "C302")] == [("90 đồng", "100 đồng")]


def test_where_cells_bear_unlike_prices_there_is_no_one_price_for_components_to_make() -> None:
    sketch = Sketch().line("2").cell("2", quantity="1", price=90).cell("2", 2023, quantity="1", price=95)
    sketch.line("2.a", "2", kind="component", price=60).line("2.b", "2", kind="component", price=40)
    assert not [code for code in codes(sketch) if code.startswith("C")]


def test_components_make_the_price_of_the_estimate_whatever_was_approved_or_paid() -> None:
    sketch = Sketch().line("2").cell("2", quantity="1", price=90).cell("2", quantity="1", price=95, measure="tham_dinh")
    sketch.line("2.a", "2", kind="component", price=60).line("2.b", "2", kind="component", price=40)
    assert [(each.expected, each.found) for each in found(sketch, "C302")] == [("90 đồng", "100 đồng")]


def test_a_price_whose_components_all_lack_figures_says_what_is_known() -> None:
    sketch = Sketch().line("2", price=90).cell("2", quantity="1").line("2.a", "2", kind="component")
    assert [each.message for each in found(sketch, "C301")] == [
        "0 đồng, đơn giá là 90 đồng: “a Mục 2.a” chưa có số tiền, phần còn lại là 90 đồng."
    ]


@pytest.mark.parametrize("basis", ["unit", "year"])
def test_a_quantity_whose_money_a_missing_component_hides_is_found(basis: str) -> None:
    sketch = Sketch().line("2", component_basis=basis).cell("2", quantity="1").line("2.a", "2", kind="component")
    assert [each.message for each in found(sketch, "C301")] == [
        "“a Mục 2.a” chưa có số tiền nên chưa tính được kinh phí của mục 2."
    ]
    without = Sketch().line("2", component_basis=basis).cell("2", amount=5).line("2.a", "2", kind="component")
    assert not found(without, "C301")


def _prizes(*winners: str, pieces: tuple[int | None, ...] = (1, 1, 3), unit: str = "doanh nghiệp") -> Sketch:
    sketch = Sketch().line("7", component_basis="year", unit=unit)
    for year, count in enumerate(winners, start=2022):
        sketch.cell("7", year, quantity=count)
    for key, price, each in zip("abc", (31_290_000, 20_860_000, 10_430_000), pieces, strict=True):
        quantity = None if each is None else Decimal(each)
        sketch.line(f"7.{key}", "7", kind="component", price=price, component_quantity=quantity)
    return sketch


def test_winners_and_prizes_are_counted_apart() -> None:
    """An average of 20,86 would make 4 × 20,86 look right; the components are 1 + 1 + 3."""
    (only,) = found(_prizes("4", "4", "4"), "C303")
    assert only.message == (
        "Số lượng mỗi năm là 4 doanh nghiệp, nhưng kinh phí tính cho 1 + 1 + 3 = 5 (các năm 2022-2024)."
    )
    assert (only.expected, only.found) == ("5", "4")
    assert not found(_prizes("5", "5"), "C303")


def test_only_the_years_that_differ_are_named_each_with_its_number() -> None:
    assert [(each.found, "2022-2023" in each.message) for each in found(_prizes("4", "6", "5"), "C303")] == [
        ("4, 6", True)
    ]
    assert ["(các năm 2022)" in each.message for each in found(_prizes("4", "0", "5"), "C303")] == [True]


def test_winners_of_two_sources_are_counted_together() -> None:
    sketch = _prizes("3").cell("7", 2022, DN, quantity="2")
    assert not found(sketch, "C303")


def test_a_component_of_which_there_is_none_counts_as_none_and_one_unstated_as_one() -> None:
    assert not found(_prizes("4", pieces=(None, 0, 3)), "C303")


def test_money_on_a_component_is_found_because_it_counts_nowhere() -> None:
    sketch = Sketch().line("2", price=5).cell("2", quantity="1").line("2.a", "2", kind="component", price=5)
    sketch.cell("2.a", amount=7_000)
    assert [each.found for each in found(sketch, "C304")] == ["7.000 đồng"]
    below = Sketch().line("2").line("2.a", "2", kind="component").line("2.a.1", "2.a").cell("2.a.1", amount=8)
    assert [each.place for each in found(below, "C304")] == ["mục 2.a"]
    assert below.budget().total() is None
