"""A budget that follows changes is the budget computed anew, whatever changes; and no change is beyond taking back."""

from hypothesis import given
from hypothesis import strategies as st

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.records import Record
from tests.random_changes import random_step, rich_plan
from tests.small_plans import NSNN, PLAN


def figures(budget: Budget) -> dict[str, object]:
    """All that is computed of a plan, with the order of what is listed."""
    lines = [line for _, line in budget.tree.walk()]
    return {
        "order": [(depth, line.id) for depth, line in budget.tree.walk()],
        "strays": sorted(line.id for line in budget.tree.strays()),
        "cells": {key: budget.cells(key) for key in ["", *(line.id for line in lines)]},
        "entered": {line.id: budget.allocations(line.id) for line in lines},
        "years": budget.years(),
        "spent": budget.total(measure="thuc_hien", sources=(NSNN,)),
        "prices": [(budget.price(line), budget.price(line, measure="thuc_hien")) for line in lines],
        "units": [budget.quantity(line) for line in lines],
        "found": [budget.tree.has(key) for key in budget.book.table(Line)],
    }


@given(st.data())
def test_following_any_changes_gives_what_computing_anew_gives(data: st.DataObject) -> None:
    budget = rich_plan().budget()
    for _ in range(data.draw(st.integers(1, 6))):
        changes = random_step(budget, data)
        touched = budget.update(changes)
        assert figures(budget) == figures(Budget(budget.book, PLAN))
        assert touched <= {"", *budget.book.table(Line)}


@given(st.data())
def test_lines_that_were_not_touched_have_kept_their_figures(data: st.DataObject) -> None:
    budget = rich_plan().budget()
    for _ in range(data.draw(st.integers(1, 4))):
        before = {key: dict(budget.cells(key)) for key in ["", *(line.id for _, line in budget.tree.walk())]}
        touched = budget.update(random_step(budget, data))
        after = {key: dict(budget.cells(key)) for key in ["", *(line.id for _, line in budget.tree.walk())]}
        assert {key for key in after if after[key] != before.get(key, {})} <= touched


@given(st.data())
def test_taking_any_changes_back_leaves_every_record_as_it_was(data: st.DataObject) -> None:
    budget = rich_plan().budget()
    before: dict[str, Record] = {record.id: record for record in budget.book.records()}
    done = [change for _ in range(data.draw(st.integers(1, 6))) for change in random_step(budget, data)]
    budget.book.apply(change.inverted() for change in reversed(done))
    assert {record.id: record for record in budget.book.records()} == before
