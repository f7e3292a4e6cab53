"""Whatever a clerk does can be taken back and done again; then records, figures and findings are as they were."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.checks.checker import check_plan
from nscl_desktop.domain.errors import InputError
from nscl_desktop.services.editing import set_field
from nscl_desktop.services.workspace import PlanDesk
from tests.random_changes import rich_plan
from tests.services.service_steps import STEPS
from tests.services.test_workspace import Queue
from tests.small_plans import PLAN


def _desk() -> PlanDesk:
    return PlanDesk(rich_plan().statement("st", 30_000_000, line_id="I.1").budget().book, PLAN, Queue())


def _all(desk: PlanDesk) -> dict[str, object]:
    return {record.id: record for record in desk.book.records()}


def _sound(desk: PlanDesk) -> None:
    """What is shown after a step is what opening the plan anew would show."""
    fresh = Budget(desk.book, PLAN)
    assert desk.budget.cells() == fresh.cells()
    assert desk.findings() == check_plan(fresh)


@pytest.mark.parametrize("name", STEPS)
@settings(max_examples=25)
@given(st.data())
def test_each_kind_of_step_is_taken_back_whole_and_done_again(name: str, data: st.DataObject) -> None:
    desk = _desk()
    prepared: list[str] = {"withdraw": ["submit"], "adjust": ["issue"], "correct": ["issue"]}.get(name, [])
    for field, value in (("number", "1/KH-UBND"), ("date", "2022-01-05")):
        desk.perform(set_field(desk.budget, desk.plan, field, value))
    for each in prepared:
        desk.perform(STEPS[each](desk.budget, data))
    before = _all(desk)
    with suppress(InputError):
        step = STEPS[name](desk.budget, data)
        if step:
            desk.perform(step)
            after = _all(desk)
            _sound(desk)
            desk.undo()
            assert _all(desk) == before
            _sound(desk)
            desk.redo()
            assert _all(desk) == after
            desk.undo()
    assert _all(desk) == before


@given(st.data())
def test_a_long_day_of_any_steps_is_taken_back_to_its_morning(data: st.DataObject) -> None:
    desk = _desk()
    morning = _all(desk)
    for name in data.draw(st.lists(st.sampled_from(sorted(STEPS)), max_size=8)):
        before = _all(desk)
        try:
            step = STEPS[name](desk.budget, data)
            desk.perform(step)
        except InputError:
            assert _all(desk) == before
            continue
        _sound(desk)
    while desk.undo():
        pass
    assert _all(desk) == morning
    _sound(desk)
