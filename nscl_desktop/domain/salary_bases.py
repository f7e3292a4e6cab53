"""Prices that follow the lương cơ sở: k × base, with the base in force when the prize is decided.

Recognising k × base in a price is an inference: it is hinted at and offered, never printed and never applied unasked.
The product is rounded up to tens of thousands of đồng (Nghị định 98/2023/NĐ-CP, as quoted in the press; unverified).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.budget_lines import ESTIMATE, Line
from nscl_desktop.domain.directory import SalaryBase
from nscl_desktop.domain.text import fold

_AWARD_WORDS = ("giai thuong", "giai vang", "khen thuong", "bang khen")
_MOST_MULTIPLE = 60
_ROUND_TO = 10_000


@dataclass(frozen=True, slots=True)
class StalePrices:
    """A line whose award prices are multiples of a base that was replaced before its first year of money."""

    line: Line
    priced: tuple[Line, ...]
    base: SalaryBase
    following: SalaryBase
    first_year: int


@dataclass(frozen=True, slots=True)
class NewPrice:
    """What a price would be at another base, in đồng."""

    line: Line
    multiple: int
    old: int
    new: int


def stale_prices(budget: Budget) -> Iterator[StalePrices]:
    """Award lines that are budgeted at a base which no longer applied in their first year of money."""
    bases = known_bases(budget)
    for _, line in budget.tree.walk():
        if not _is_award(line.text):
            continue
        priced = tuple(part for part in budget.components(line) if part.price) or ((line,) if line.price else ())
        years = [year for (code, year, _), amount in budget.cells(line.id).items() if code == ESTIMATE and amount]
        if not priced or not years:
            continue
        first = min(years)
        current = next((base for base in reversed(bases) if base.valid_from <= f"{first}-12-31"), None)
        if current and all(_multiple(part, current) for part in priced):
            continue
        for base, following in pairwise(bases):
            if first >= int(following.valid_from[:4]) and all(_multiple(part, base) for part in priced):
                yield StalePrices(line, priced, base, following, first)
                break


@lru_cache(maxsize=4096)
def _is_award(text: str) -> bool:
    return any(word in fold(text) for word in _AWARD_WORDS)


def new_prices(budget: Budget, day: str) -> tuple[NewPrice, ...]:
    """What the stale prices would be at the base in force on an ISO day; empty while no base is known for it."""
    current = next((base for base in reversed(known_bases(budget)) if base.valid_from <= day), None)
    if current is None or not current.amount:
        return ()
    found = []
    for stale in stale_prices(budget):
        for part in stale.priced:
            multiple = _multiple(part, stale.base)
            made = rounded_product(Decimal(multiple), current.amount)
            found.append(NewPrice(part, multiple, part.price or 0, made))
    return tuple(each for each in found if each.new != each.old)


def rounded_product(multiple: Decimal, base: int) -> int:
    """A multiple (k) of a base in đồng, rounded up to tens of thousands; exact for any k."""
    above, below = multiple.as_integer_ratio()
    return -(-above * base // (below * _ROUND_TO)) * _ROUND_TO


def known_bases(budget: Budget) -> list[SalaryBase]:
    """The bases of the data file, oldest first."""
    known = (base for base in budget.book.table(SalaryBase).values() if base.amount and base.valid_from)
    return sorted(known, key=lambda base: base.valid_from)


def _multiple(part: Line, base: SalaryBase) -> int:
    return multiple_of(part.price or 0, base)


def multiple_of(price: int, base: SalaryBase) -> int:
    """How many bases a price in đồng is; 0 where it is no whole, plausible multiple."""
    multiple, rest = divmod(price, base.amount or 1)
    return multiple if not rest and multiple <= _MOST_MULTIPLE else 0
