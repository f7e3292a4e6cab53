"""Where growth of output comes from: capital, labour, and the rest, which is total factor productivity (TFP).

G_A = G_Y − b_K·G_K − b_L·G_L with b_K + b_L = 1; GRDP takes the place of GDP in a province. Rates are fractions (0.082
for 8,2 %), output and capital are at constant prices in any one unit, labour in persons (average of the year). Shares
of growth are never clamped: they can be negative or above 1, and there are none where output did not grow.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext
from typing import NamedTuple

from nscl_desktop.domain.errors import InputError

ONE = Decimal(1)
_DIGITS = 28
_TOLERANCE = Decimal("0.0005")
"""Shares as they are published, rounded to three places, still make one."""


class Inputs(NamedTuple):
    """A year's output, capital and labour; ``labour_share`` is labour's part of income, where it is known."""

    year: int
    output: Decimal
    capital: Decimal
    labour: Decimal
    labour_share: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Growth:
    """The growth of output from one year to the next, taken apart: capital + labour + tfp = output."""

    year: int
    output: Decimal
    capital: Decimal
    labour: Decimal

    @property
    def tfp(self) -> Decimal:
        """What neither more capital nor more labour explains."""
        return self.output - self.capital - self.labour

    def share(self, part: Decimal) -> Decimal | None:
        """A part's share of the growth; None where output did not change."""
        return part / self.output if self.output else None


def discrete(before: Inputs, after: Inputs, capital_share: Decimal, labour_share: Decimal) -> Growth:
    """By yearly rates and constant shares, which the input-output table gives; InputError unless they make one."""
    if abs(capital_share + labour_share - ONE) > _TOLERANCE:
        raise InputError(
            "Tỷ trọng vốn và tỷ trọng lao động phải cộng lại bằng 1; hãy kiểm tra lại hai số này, thí dụ 0,42 và 0,58."
        )
    _require_positive(before, after)
    return Growth(
        after.year,
        after.output / before.output - ONE,
        capital_share * (after.capital / before.capital - ONE),
        labour_share * (after.labour / before.labour - ONE),
    )


def tornqvist(before: Inputs, after: Inputs) -> Growth:
    """By differences of logarithms, weighted with the mean of both years' shares; InputError where one is missing."""
    missing = next((each.year for each in (before, after) if each.labour_share is None), None)
    if before.labour_share is None or after.labour_share is None:
        raise InputError(f"Chưa có tỷ trọng lao động năm {missing}; hãy nhập, hoặc tính theo tỷ trọng cố định.")
    _require_positive(before, after)
    labour = (before.labour_share + after.labour_share) / 2
    return Growth(
        after.year,
        _log_change(before.output, after.output),
        (ONE - labour) * _log_change(before.capital, after.capital),
        labour * _log_change(before.labour, after.labour),
    )


def next_capital(before: Decimal, investment: Decimal, depreciation: Decimal) -> Decimal:
    """Capital at the end of a year by perpetual inventory: K_t = (1 − δ)·K_{t−1} + I_t."""
    return (ONE - depreciation) * before + investment


def period_shares(years: Iterable[Growth]) -> tuple[Decimal, Decimal, Decimal] | None:
    """Shares of capital, labour and TFP over several years: sums of parts over the sum of growth.

    Not the mean of yearly shares, which one year of little growth would rule. None where output did not change.
    """
    years = list(years)
    whole = sum((each.output for each in years), Decimal())
    if not whole:
        return None
    parts = (
        sum((each.capital for each in years), Decimal()),
        sum((each.labour for each in years), Decimal()),
        sum((each.tfp for each in years), Decimal()),
    )
    return parts[0] / whole, parts[1] / whole, parts[2] / whole


def average_rate(rates: Sequence[Decimal]) -> Decimal | None:
    """The yearly rate that gives the same growth over all years (geometric mean); None without any."""
    if not rates:
        return None
    if min(rates) <= -ONE:
        raise InputError("Có năm giảm từ 100 % trở lên nên không có tốc độ bình quân; hãy kiểm tra lại số liệu.")
    with localcontext(prec=_DIGITS):
        return (sum(((ONE + rate).ln() for rate in rates), Decimal()) / len(rates)).exp() - ONE


def sensitivity(before: Inputs, after: Inputs, capital_shares: Iterable[Decimal]) -> tuple[tuple[Decimal, Growth], ...]:
    """How TFP depends on the capital share that is assumed: each share with what it gives."""
    return tuple((share, discrete(before, after, share, ONE - share)) for share in capital_shares)


def _log_change(before: Decimal, after: Decimal) -> Decimal:
    with localcontext(prec=_DIGITS):
        return (after / before).ln()


def _require_positive(*years: Inputs) -> None:
    for each in years:
        named = (("Tổng sản phẩm (GRDP)", each.output), ("Vốn", each.capital), ("Lao động", each.labour))
        for words, value in named:
            if value <= 0:
                raise InputError(f"{words} năm {each.year} phải lớn hơn 0; hãy kiểm tra lại số đã nhập.")
