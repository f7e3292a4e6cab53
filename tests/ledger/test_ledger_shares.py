"""A cut is shared out exactly, never into what is bound; Tây Ninh's section III by hand."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.ledger_shares import replanned_quantity, shared_cut
from tests.ledger.napkin import TR, plan
from tests.samples.paper import sample

TAY_NINH_III = {("1",): 400, ("2",): 300, ("3",): 280, ("4",): 60, ("5",): 20, ("6",): 80, ("7a",): 30, ("7b",): 60}
"""Triệu đồng of the lines of section III, 1.230 together."""


def dong(millions: dict[tuple[str], int]) -> dict[tuple[str], int]:
    return {key: amount * TR for key, amount in millions.items()}


def test_ten_per_cent_of_section_three_falls_on_each_line_alike() -> None:
    weights = dong(TAY_NINH_III)
    assert shared_cut(123 * TR, weights, weights, TR) == dong(
        {("1",): 40, ("2",): 30, ("3",): 28, ("4",): 6, ("5",): 2, ("6",): 8, ("7a",): 3, ("7b",): 6}
    )


def test_seven_per_cent_in_millions_goes_by_the_largest_remainder_and_the_odd_rest_to_the_greatest_line() -> None:
    """28; 21; 19,6; 4,2; 1,4; 5,6; 2,1; 4,2: the two units left go to 3 and 6, the last 100.000 to line 1."""
    weights = dong(TAY_NINH_III)
    shares = shared_cut(86_100_000, weights, weights, TR)
    expected = dong({("1",): 28, ("2",): 21, ("3",): 20, ("4",): 4, ("5",): 1, ("6",): 6, ("7a",): 2, ("7b",): 4})
    expected["1",] += 100_000
    assert shares == expected
    assert sum(shares.values()) == 86_100_000


def test_what_is_bound_is_not_cut_and_its_share_falls_on_the_others() -> None:
    weights, free = {("a",): 100, ("b",): 100, ("c",): 50}, {("a",): 10, ("b",): 100, ("c",): 0}
    assert shared_cut(60, weights, free) == {("a",): 10, ("b",): 50}
    assert shared_cut(110, weights, free) == {("a",): 10, ("b",): 100}
    with pytest.raises(InputError, match="Cắt 111 đồng là quá phần chưa cam kết 110 đồng"):
        shared_cut(111, weights, free)


def test_a_unit_larger_than_the_rooms_still_gives_the_exact_sum() -> None:
    weights = {("a",): 700, ("b",): 600}
    assert shared_cut(1100, weights, {("a",): 650, ("b",): 590}, 1000) == {("a",): 650, ("b",): 450}


_MONEY = st.dictionaries(
    st.text("abcdefgh", min_size=1, max_size=2).map(lambda t: (t,)), st.integers(0, 10**9), max_size=8
)


@settings(max_examples=100)
@given(_MONEY, st.data(), st.sampled_from([1, 1000, 10**6]))
def test_any_cut_is_exact_within_the_room_and_of_nobody_else(
    weights: dict[tuple[str], int], data: st.DataObject, unit: int
) -> None:
    most = {key: data.draw(st.integers(-5, weight)) for key, weight in weights.items()}
    room = sum(amount for amount in most.values() if amount > 0)
    amount = data.draw(st.integers(0, room))
    shares = shared_cut(amount, weights, most, unit)
    assert sum(shares.values()) == amount
    assert all(0 < share <= most[key] for key, share in shares.items())


def test_what_is_left_still_pays_for_so_many_whole_units() -> None:
    budget = sample("TN-2021").budget
    section = budget.tree.children()[2]
    systems, tools = budget.tree.children(section.id)[1:3]
    # 6 hệ thống × 50 triệu: 270 triệu pay for 5; 4 công cụ × 70 triệu: 252 triệu for 3
    assert replanned_quantity(budget, systems.id, 2021, 270 * TR) == 5
    assert replanned_quantity(budget, tools.id, 2021, 252 * TR) == 3
    assert replanned_quantity(budget, tools.id, 2021, -1) == 0


def test_a_broken_quantity_stays_broken_and_lump_sums_have_none() -> None:
    sketch = plan().line("III", price=10).cell("III", quantity="2.5").line("IV").cell("IV", quantity="3")
    budget = sketch.budget()
    assert replanned_quantity(budget, "III", 2022, 14) == Decimal("1.40")
    assert replanned_quantity(budget, "I.2", 2022, 14) is None
    assert replanned_quantity(budget, "IV", 2022, 14) is None
