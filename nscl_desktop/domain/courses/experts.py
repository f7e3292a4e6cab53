"""Productivity experts against what a plan wants by year (Bình Dương: 3-3-3-1), counted from the records.

An expert counts in the year of the certificate; the same person counts once in a plan. Whoever has the role without
a certified day is still on the way and counts in no year.
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.targets import Target
from nscl_desktop.domain.text import fold
from nscl_desktop.domain.training import EXPERT, PersonRole

_UNIT = "chuyen gia"


class YearProgress(NamedTuple):
    """One year: wanted and reached in it, and both since the beginning of the plan."""

    year: int
    wanted: Decimal
    reached: int
    wanted_so_far: Decimal
    reached_so_far: int

    @property
    def words(self) -> str:
        """How it stands at the end of the year."""
        left = self.wanted_so_far - self.reached_so_far
        if left > 0:
            return f"còn thiếu {left:f}"
        return "đủ" if left == 0 else f"vượt {-left:f}"


class ExpertProgress(NamedTuple):
    """A plan's experts by year. ``target`` is what the plan promises in words; ``on_the_way`` have no certified day."""

    years: tuple[YearProgress, ...]
    wanted: Decimal
    reached: int
    target: Decimal | None
    on_the_way: int


def wanted_by_year(budget: Budget) -> dict[int, Decimal]:
    """How many experts the lines of a plan pay for in each year: lines counted in “chuyên gia”."""
    found: dict[int, Decimal] = {}
    for _, line in budget.tree.walk():
        if fold(line.unit) != _UNIT:
            continue
        for year in budget.years():
            count = budget.quantity(line, years=[year])
            if count:
                found[year] = found.get(year, Decimal(0)) + count
    return found


def promised(budget: Budget) -> Decimal | None:
    """The experts that the targets of a plan name together, each period its own; None where none does."""
    targets = (each for each in budget.book.table(Target).values() if each.plan_id == budget.frame.plan.id)
    values = [each.value for each in targets if fold(each.unit) == _UNIT and each.value is not None]
    return sum(values, Decimal(0)) if values else None


def certified_by_year(roles: Iterable[PersonRole], plan_id: str) -> dict[int, set[str]]:
    """Year → the people who became experts in it and count for a plan, each once, in their first year."""
    first: dict[str, int] = {}
    for role in roles:
        if role.role == EXPERT and role.plan_id == plan_id and role.certified_on:
            year = int(role.certified_on[:4])
            first[role.person_id] = min(year, first.get(role.person_id, year))
    found: dict[int, set[str]] = {}
    for person, year in first.items():
        found.setdefault(year, set()).add(person)
    return found


def expert_progress(budget: Budget, roles: Iterable[PersonRole]) -> ExpertProgress:
    """What the plan wants and what was reached, by every year in which either is something."""
    roles = list(roles)
    plan_id = budget.frame.plan.id
    wanted, reached = wanted_by_year(budget), certified_by_year(roles, plan_id)
    years, wanted_so_far, reached_so_far = [], Decimal(0), 0
    for year in sorted({*wanted, *reached}):
        wanted_so_far += wanted.get(year, Decimal(0))
        reached_so_far += len(reached.get(year, ()))
        years.append(
            YearProgress(year, wanted.get(year, Decimal(0)), len(reached.get(year, ())), wanted_so_far, reached_so_far)
        )
    known = {person for people in reached.values() for person in people}
    waiting = {each.person_id for each in roles if each.role == EXPERT and each.plan_id == plan_id} - known
    return ExpertProgress(tuple(years), wanted_so_far, len(known), promised(budget), len(waiting))
