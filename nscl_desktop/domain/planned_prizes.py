"""Prizes as a line of the budget prices them: how many, how much, and how much at the lương cơ sở of another day.

Bình Dương's line holds 1 + 1 + 3 prizes for 83.440.000 đồng, which are 21, 14 and 7 times the base of its day; Tây
Ninh's holds 1 + 3 at flat sums. That a price is a multiple is an inference: it is shown beside, never written into the
plan.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.directory import SalaryBase
from nscl_desktop.domain.prize_money import base_on
from nscl_desktop.domain.salary_bases import multiple_of, rounded_product


@dataclass(frozen=True, slots=True)
class PlannedPrizes:
    """``money`` and ``today`` in đồng; they are the same where no price is a multiple of the base."""

    prizes: Decimal
    money: int
    today: int


def planned_prizes(budget: Budget, line_id: str, bases: Sequence[SalaryBase], day: str) -> PlannedPrizes | None:
    """What a line prices, by its components, else by the lines below it, else by itself; None where nothing is."""
    if not budget.tree.has(line_id):
        return None
    plan = budget.frame.plan
    then, now = base_on(bases, plan.date or f"{plan.year_from}-01-01"), base_on(bases, day)
    count, money, today = Decimal(0), Decimal(0), Decimal(0)
    for line, quantity in _priced(budget, budget.tree.line(line_id)):
        price = line.price or 0
        multiple = multiple_of(price, then) if then and now else 0
        count += quantity
        money += price * quantity
        today += quantity * (rounded_product(Decimal(multiple), now.amount or 0) if multiple and now else price)
    return PlannedPrizes(count, int(money), int(today)) if count else None


def _priced(budget: Budget, line: Line) -> list[tuple[Line, Decimal]]:
    parts = [(each, each.component_quantity or Decimal(1)) for each in budget.components(line) if each.price]
    below = [(each, budget.quantity(each) or Decimal(0)) for each in budget.addends(line.id) if each.price]
    return parts or below or ([(line, budget.quantity(line) or Decimal(0))] if line.price else [])
