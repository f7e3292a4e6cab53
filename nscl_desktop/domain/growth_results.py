"""A TFP study worked out: capital that is missing, growth by year both ways, the whole time, what is doubtful.

Shares of growth are in per cent here, as they are told. A year is compared with the year before alone: over a gap
nothing is computed. Published indicators stand beside and enter no computation.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.growth_accounting import (
    ONE,
    Growth,
    Inputs,
    average_rate,
    discrete,
    next_capital,
    period_shares,
    sensitivity,
    tornqvist,
)
from nscl_desktop.domain.growth_records import GrowthInput, GrowthStudy

HUNDRED = Decimal(100)
_STEPS = tuple(Decimal(step) / HUNDRED for step in (-10, -5, 0, 5, 10))
Shares = tuple[Decimal, Decimal, Decimal]
"""Of capital, labour and TFP, in per cent of the growth."""


@dataclass(frozen=True, slots=True)
class YearResult:
    """Growth from the year before, by constant shares and by Törnqvist, as far as the inputs allow."""

    year: int
    constant: Growth | None
    tornqvist: Growth | None
    labour_productivity: Decimal
    """Growth of output for each worker, as a fraction."""
    capital_productivity: Decimal


@dataclass(frozen=True, slots=True)
class GrowthResult:
    """What follows from the inputs. ``computed``: years whose capital is that of perpetual inventory."""

    inputs: tuple[Inputs, ...] = ()
    computed: frozenset[int] = frozenset()
    years: tuple[YearResult, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def constant(self) -> Shares | None:
        """Shares of the whole time by constant shares: sums over sums, never a mean of yearly shares."""
        return _percent(each.constant for each in self.years)

    @property
    def tornqvist(self) -> Shares | None:
        """Likewise by Törnqvist; None unless every year has it."""
        return _percent(each.tornqvist for each in self.years)

    @property
    def tfp_rate(self) -> Decimal | None:
        """Yearly growth of TFP over the whole time (geometric mean), by constant shares, as a fraction."""
        found = [each.constant.tfp for each in self.years if each.constant is not None]
        return average_rate(found) if len(found) == len(self.years) else None


def growth_result(study: GrowthStudy, rows: Iterable[GrowthInput]) -> GrowthResult:
    """Work a study out; what cannot be computed is remarked on, with year and reason."""
    inputs, computed, remarks = _inputs(study, rows)
    shares_are_sound = study.capital_share is not None and study.labour_share is not None
    if not shares_are_sound:
        remarks.append("Chưa nhập tỷ trọng vốn và tỷ trọng lao động nên chưa tính theo tỷ trọng cố định.")
    years = []
    for before, after in pairwise(inputs):
        if after.year != before.year + 1:
            remarks.append(f"Thiếu số liệu giữa năm {before.year} và năm {after.year} nên không tính qua quãng này.")
            continue
        constant = by_index = None
        try:
            if study.capital_share is not None and study.labour_share is not None:
                constant = discrete(before, after, study.capital_share, study.labour_share)
            if before.labour_share is not None and after.labour_share is not None:
                by_index = tornqvist(before, after)
            years.append(YearResult(after.year, constant, by_index, *_productivities(before, after)))
        except InputError as error:
            if error.sentence not in remarks:
                remarks.append(error.sentence)
    return GrowthResult(tuple(inputs), frozenset(computed), tuple(years), tuple(remarks))


def sensitivities(study: GrowthStudy, result: GrowthResult) -> tuple[tuple[Decimal, Shares | None], ...]:
    """Capital shares around the study's with what each makes of the whole time; nothing without shares."""
    if study.capital_share is None:
        return ()
    tried = [study.capital_share + step for step in _STEPS if 0 < study.capital_share + step < ONE]
    known = {each.year: each for each in result.inputs}
    pairs = [(known[each.year - 1], known[each.year]) for each in result.years]
    by_share: dict[Decimal, list[Growth]] = {share: [] for share in tried}
    for before, after in pairs:
        for share, growth in sensitivity(before, after, tried):
            by_share[share].append(growth)
    return tuple((share, _percent(growths)) for share, growths in by_share.items() if growths)


def target_words(study: GrowthStudy, result: GrowthResult) -> str:
    """How the computed share of TFP stands to what the plan promises; "" where either is missing."""
    found = result.constant or result.tornqvist
    if study.target is None or found is None:
        return ""
    promise = " - ".join(_shown(each) for each in (study.target, study.target_to) if each is not None)
    stands = "đạt" if found[2] >= study.target else "chưa đạt"
    return f"Mục tiêu {promise} %, tính được {_shown(found[2])} % của tăng trưởng cả kỳ: {stands}."


def percents(growth: Growth) -> Shares | None:
    """Shares of one year's growth in per cent; None where output did not change."""
    return _percent([growth])


def _inputs(study: GrowthStudy, rows: Iterable[GrowthInput]) -> tuple[list[Inputs], set[int], list[str]]:
    found: list[Inputs] = []
    computed: set[int] = set()
    remarks: list[str] = []
    for each in sorted((row for row in rows if row.year is not None), key=lambda row: (row.year or 0, row.id)):
        year = each.year or 0
        if found and found[-1].year == year:
            remarks.append(f"Năm {year} nhập hai lần; chỉ tính dòng đầu.")
            continue
        capital = each.capital
        before = found[-1] if found and found[-1].year == year - 1 else None
        if capital is None and before and each.investment is not None and study.depreciation is not None:
            capital = next_capital(before.capital, each.investment, study.depreciation)
            computed.add(year)
        named = (("GRDP", each.output), ("vốn", capital), ("lao động", each.labour))
        missing = [words for words, value in named if value is None]
        if missing or each.output is None or capital is None or each.labour is None:
            remarks.append(f"Năm {year} chưa có {', '.join(missing)}.")
            continue
        found.append(Inputs(year, each.output, capital, each.labour, each.labour_share))
    return found, computed, remarks


def _productivities(before: Inputs, after: Inputs) -> tuple[Decimal, Decimal]:
    output = after.output / before.output
    return output / (after.labour / before.labour) - ONE, output / (after.capital / before.capital) - ONE


def _percent(growths: Iterable[Growth | None]) -> Shares | None:
    known: Sequence[Growth | None] = list(growths)
    if not known or any(each is None for each in known):
        return None
    shares = period_shares(each for each in known if each is not None)
    return None if shares is None else (shares[0] * HUNDRED, shares[1] * HUNDRED, shares[2] * HUNDRED)


def _shown(value: Decimal) -> str:
    return f"{value.quantize(Decimal('0.1')):f}".replace(".", ",").removesuffix(",0")
