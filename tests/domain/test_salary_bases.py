"""Award prices that follow an older lương cơ sở (DOMAIN 4.4): recognised only where nothing else explains them."""

import pytest

from nscl_desktop.domain.directory import SalaryBase
from nscl_desktop.domain.salary_bases import known_bases, new_prices, stale_prices
from tests.small_plans import Sketch

BASES = (("2017-07-01", 1_300_000), ("2019-07-01", 1_490_000), ("2023-07-01", 1_800_000), ("2024-07-01", 2_340_000))


def _award(price: int | None, year: int = 2026, *, text: str = "Giải thưởng chất lượng quốc gia") -> Sketch:
    sketch = Sketch(2021, 2030).line("7", text=text, price=price).cell("7", year, quantity="1")
    for day, amount in BASES:
        sketch.add(SalaryBase(id=day, valid_from=day, amount=amount))
    return sketch


@pytest.mark.parametrize(
    ("price", "year", "multiples"),
    [
        (10_430_000, 2026, [7]),  # 7 × 1.490.000, replaced on 1/7/2023
        (10_430_000, 2023, [7]),  # the prize may be decided before or after 1 July: still a hint
        (10_430_000, 2022, []),
        (10_430_001, 2026, []),
        (23_400_000, 2025, []),  # 18 × 1.300.000, but also 10 × 2.340.000, the base of that year
        (61 * 1_490_000, 2026, []),  # no prize is as high
        (0, 2026, []),
        (None, 2026, []),
    ],
)
def test_a_price_is_old_when_only_a_replaced_base_makes_it(price: int | None, year: int, multiples: list[int]) -> None:
    budget = _award(price, year).budget()
    assert [stale.base.amount for stale in stale_prices(budget)] == [1_490_000] * len(multiples)
    assert [each.multiple for each in new_prices(budget, "2026-01-01")] == multiples


def test_only_prices_of_awards_are_looked_at() -> None:
    assert not list(stale_prices(_award(10_430_000, text="Tập huấn").budget()))
    assert list(stale_prices(_award(10_430_000, text="Khen thưởng doanh nghiệp").budget()))


def test_the_first_year_is_the_first_with_money_not_the_first_with_a_nought() -> None:
    """Bình Dương prints 0 for 2021: nothing is paid at the base of that year."""
    sketch = _award(10_430_000).cell("7", 2021, quantity="0")
    assert [stale.first_year for stale in stale_prices(sketch.budget())] == [2026]


def test_what_is_spent_later_does_not_make_an_estimate_old() -> None:
    sketch = _award(10_430_000, 2022).cell("7", 2026, quantity="1", measure="thuc_hien")
    assert not list(stale_prices(sketch.budget()))


def test_new_prices_are_rounded_up_to_tens_of_thousands_and_unchanged_ones_left_out() -> None:
    sketch = _award(10_430_000)
    sketch.add(SalaryBase(id="new", valid_from="2026-07-01", amount=2_533_333))
    assert [each.new for each in new_prices(sketch.budget(), "2026-11-22")] == [17_740_000]  # 17.733.331
    assert new_prices(sketch.budget(), "2020-01-01") == ()  # the same base: nothing to offer


def test_bases_without_a_day_or_an_amount_are_no_bases() -> None:
    sketch = _award(1).add(SalaryBase(id="x", valid_from="", amount=1)).add(SalaryBase(id="y", valid_from="2020"))
    assert [base.valid_from for base in known_bases(sketch.budget())] == [day for day, _ in BASES]
