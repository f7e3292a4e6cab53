"""A checker that follows changes says what a fresh one says, and never fails, whatever a plan holds."""

from hypothesis import given
from hypothesis import strategies as st

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.checks.checker import PlanChecker, check_plan
from nscl_desktop.domain.checks.codes import CODES
from tests.random_changes import random_step, rich_plan
from tests.small_plans import PLAN


@given(st.data())
def test_after_any_changes_the_checker_says_what_a_fresh_one_says(data: st.DataObject) -> None:
    budget = rich_plan().budget()
    checker = PlanChecker(budget)
    for _ in range(data.draw(st.integers(1, 6))):
        changes = random_step(budget, data)
        checker.update(changes, budget.update(changes))
        assert checker.findings() == check_plan(Budget(budget.book, PLAN))


@given(st.data())
def test_every_finding_of_any_plan_says_what_and_where(data: st.DataObject) -> None:
    budget = rich_plan().budget()
    for _ in range(data.draw(st.integers(1, 8))):
        budget.update(random_step(budget, data))
    for each in check_plan(budget):
        assert each.severity is CODES[each.code].severity
        assert each.subject
        assert each.place.strip()
        assert each.message.strip().endswith((".", "”"))
