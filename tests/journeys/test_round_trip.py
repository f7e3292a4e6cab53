"""A plan that people have worked on goes out as a file and comes back with every figure and finding."""

from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.checks.checker import check_plan
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.plans import Plan
from nscl_desktop.exchange.plan_json import read_plan, write_plan
from nscl_desktop.services.totals import plan_totals
from tests.random_changes import rich_plan
from tests.services.service_steps import STEPS
from tests.small_plans import PLAN, apply

WORK = ["field", "plan", "cell", "paste", "add", "delete", "insert", "indent", "outdent", "up", "duplicate"]


@settings(max_examples=40)
@given(st.data())
def test_a_plan_comes_back_as_it_went_out_whatever_was_done_to_it(data: st.DataObject) -> None:
    budget = rich_plan().statement("st", 30_000_000, line_id="I.1", words="Ba mươi triệu đồng").budget()
    for name in data.draw(st.lists(st.sampled_from(WORK), max_size=6)):
        with suppress(InputError):
            apply(budget, *STEPS[name](budget, data).changes)
    written = write_plan(budget.book, PLAN)
    book = read_plan(written)
    again = Budget(book, next(iter(book.table(Plan))))
    assert plan_totals(again) == plan_totals(budget)
    assert [(depth, line.label, line.text) for depth, line in again.tree.walk()] == [
        (depth, line.label, line.text) for depth, line in budget.tree.walk()
    ]
    assert [(each.code, each.place, each.message) for each in check_plan(again)] == [
        (each.code, each.place, each.message) for each in check_plan(budget)
    ]
    assert read_plan(write_plan(book, again.frame.plan_id)).get(Plan, again.frame.plan_id) == again.frame.plan
