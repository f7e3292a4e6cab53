"""TFP by both usual ways. Expected figures: the worked example of the reference, computed there independently."""

import math
from decimal import Decimal
from random import Random

import pytest

from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.growth_accounting import (
    Growth,
    Inputs,
    average_rate,
    discrete,
    next_capital,
    period_shares,
    sensitivity,
    tornqvist,
)

D = Decimal
BEFORE = Inputs(0, D(52_000), D(118_000), D(612_000), D("0.575"))
AFTER = Inputs(1, D(56_264), D(128_620), D(621_180), D("0.585"))


def percent(value: Decimal | None, digits: int) -> str:
    assert value is not None
    return f"{value * 100:.{digits}f}"


def test_the_worked_example_with_constant_shares_comes_out_to_the_digit() -> None:
    growth = discrete(BEFORE, AFTER, D("0.42"), D("0.58"))
    assert [percent(part, 2) for part in (growth.output, growth.capital, growth.labour, growth.tfp)] == [
        "8.20", "3.78", "0.87", "3.55",
    ]  # fmt: skip
    shares = [growth.share(part) for part in (growth.capital, growth.labour, growth.tfp)]
    assert [percent(share, 2) for share in shares] == ["46.10", "10.61", "43.29"]


def test_the_worked_example_by_tornqvist_comes_out_to_the_digit() -> None:
    growth = tornqvist(BEFORE, AFTER)
    assert [percent(part, 4) for part in (growth.output, growth.capital, growth.labour, growth.tfp)] == [
        "7.8811", "3.6195", "0.8635", "3.3981",
    ]  # fmt: skip
    shares = [growth.share(part) for part in (growth.capital, growth.labour, growth.tfp)]
    assert [percent(share, 2) for share in shares] == ["45.93", "10.96", "43.12"]


def test_capital_follows_from_investment_and_depreciation() -> None:
    assert next_capital(D(118_000), D(16_520), D("0.05")) == D(128_620)


def test_shares_of_a_period_are_sums_over_sums() -> None:
    years = (Growth(1, D("0.08"), D("0.04"), D("0.01")), Growth(2, D("0.01"), D("0.02"), D("-0.005")))
    assert period_shares(years) == (D("0.06") / D("0.09"), D("0.005") / D("0.09"), D("0.025") / D("0.09"))


def test_there_are_no_shares_where_output_did_not_change() -> None:
    flat = Growth(1, D(0), D("0.02"), D("-0.01"))
    assert flat.share(flat.capital) is None
    assert period_shares([flat]) is None
    assert flat.tfp == D("-0.01")


def test_shares_may_be_negative_or_above_the_whole() -> None:
    growth = Growth(1, D("0.02"), D("0.05"), D("0.01"))
    assert growth.share(growth.capital) == D("2.5")
    assert growth.share(growth.tfp) == D(-2)


def test_an_average_rate_gives_the_same_growth_as_its_years() -> None:
    random = Random(7)
    rates = [D(random.randrange(-80, 200)) / 1000 for _ in range(9)]
    average = average_rate(rates)
    assert average is not None
    assert math.isclose((1 + float(average)) ** 9, math.prod(1 + float(rate) for rate in rates), rel_tol=1e-12)
    assert average_rate([]) is None


def test_a_year_that_lost_everything_has_no_average_rate() -> None:
    with pytest.raises(InputError, match="giảm từ 100 %"):
        average_rate([D("0.1"), D(-1)])


def test_a_larger_capital_share_leaves_less_to_tfp_where_capital_grew_faster() -> None:
    found = [growth.tfp for _, growth in sensitivity(BEFORE, AFTER, (D("0.37"), D("0.42"), D("0.47")))]
    assert [percent(tfp, 3) for tfp in found] == ["3.925", "3.550", "3.175"]


@pytest.mark.parametrize(("capital", "labour"), [("0.42", "0.5"), ("0.6", "0.6")])
def test_shares_that_do_not_make_one_are_refused(capital: str, labour: str) -> None:
    with pytest.raises(InputError, match="cộng lại bằng 1"):
        discrete(BEFORE, AFTER, D(capital), D(labour))


def test_a_missing_labour_share_is_named_with_its_year() -> None:
    with pytest.raises(InputError, match="năm 1"):
        tornqvist(BEFORE, AFTER._replace(labour_share=None))
    with pytest.raises(InputError, match="năm 0"):
        tornqvist(BEFORE._replace(labour_share=None), AFTER)


@pytest.mark.parametrize(
    ("after", "words"),
    [
        (AFTER._replace(output=D(0)), "Tổng sản phẩm \\(GRDP\\) năm 1"),
        (AFTER._replace(capital=D(-1)), "Vốn năm 1"),
        (AFTER._replace(labour=D(0)), "Lao động năm 1"),
    ],
)
def test_nothing_is_computed_from_figures_that_are_none(after: Inputs, words: str) -> None:
    with pytest.raises(InputError, match=words):
        tornqvist(BEFORE, after)
