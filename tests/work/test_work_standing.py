"""How work stands on a day, and the order in which it is shown."""

import pytest

from nscl_desktop.domain.work import DOING, DONE, DROPPED, WorkItem, WorkReminder
from nscl_desktop.domain.work_standing import Standing, in_order, state_of, waits_for_answer

TODAY = "2021-11-20"


def work(key: str, due_on: str = "", state: str = DOING) -> WorkItem:
    return WorkItem(id=key, title=key, due_on=due_on, state=state)


@pytest.mark.parametrize(
    ("due_on", "standing", "days", "words"),
    [
        ("", Standing.OPEN, None, ""),
        ("2021-11-08", Standing.LATE, -12, "quá hạn 12 ngày"),
        ("2021-10", Standing.LATE, -20, "quá hạn 20 ngày"),
        ("2021-11-20", Standing.SOON, 0, "hạn hôm nay"),
        ("2021-11", Standing.SOON, 10, "còn 10 ngày"),
        ("2021-12-20", Standing.SOON, 30, "còn 30 ngày"),
        ("2021-12-21", Standing.OPEN, 31, ""),
        ("2021", Standing.OPEN, 41, ""),
    ],
)
def test_work_is_late_once_the_last_day_that_its_end_can_mean_has_passed(
    due_on: str, standing: Standing, days: int | None, words: str
) -> None:
    state = state_of(work("a", due_on), TODAY)
    assert (state.standing, state.days, state.words) == (standing, days, words)


@pytest.mark.parametrize(("state", "words"), [(DONE, "đã xong"), (DROPPED, "không làm")])
def test_what_is_done_or_dropped_is_never_late(state: str, words: str) -> None:
    assert state_of(work("a", "2020-01-01", state), TODAY).words == words


def test_the_nearest_end_stands_first_and_what_is_over_last() -> None:
    items = [work("xong", "2021-01-01", DONE), work("không hạn"), work("sau", "2022"), work("trễ", "2021-10-01")]
    assert [each.id for each in in_order(items, TODAY)] == ["trễ", "sau", "không hạn", "xong"]


def test_the_newest_reminder_that_nobody_answered_is_told() -> None:
    first = WorkReminder(id="1", work_id="a", sent_on="2021-10-01")
    second = WorkReminder(id="2", work_id="a", sent_on="2021-11-01")
    answered = WorkReminder(id="3", work_id="a", sent_on="2021-11-15", answered_on="2021-11-18")
    draft = WorkReminder(id="4", work_id="a")
    assert waits_for_answer([second, first, draft]) is second
    assert waits_for_answer([second, answered]) is None
    assert waits_for_answer([draft]) is None
