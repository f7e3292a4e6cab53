"""What is to be mended over all visits: order, days left, search, closing in place."""

import pytest

from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.follow_up_states import days_left
from nscl_desktop.domain.inspections import Recommendation
from nscl_desktop.domain.visit_rows import AdviceRow
from nscl_desktop.presenters.advice_list import CLOSED, CLOSED_ON, LATE, OUTCOME, STANDING, AdviceList

TODAY = "2026-03-10"


def advice(key: str, deadline: str = "", closed_on: str = "", text: str = "Lập sổ") -> Recommendation:
    return Recommendation(id=key, visit_id="v", position="a0", text=text, deadline=deadline, closed_on=closed_on)


ROWS = (
    AdviceRow(advice("none"), None, "", "2026-03-01", ""),
    AdviceRow(advice("late", "2026-03-05"), "e", "Công ty Hòa Bình", "2026-02-01", "05"),
    AdviceRow(advice("soon", "2026-03-12"), "e", "Âu Lạc", "2026-02-01", ""),
    AdviceRow(advice("far", "2026-12", text="Đo chi phí"), "e", "Âu Lạc", "2026-02-01", ""),
    AdviceRow(advice("old", "2026-02", "2026-02-10"), "e", "Âu Lạc", "2026-01-01", ""),
    AdviceRow(advice("new", "2026-02", "2026-03-02"), "e", "Âu Lạc", "2026-01-01", ""),
)


@pytest.fixture
def listed() -> AdviceList:
    made = AdviceList(TODAY)
    assert made.is_empty
    made.load(ROWS)
    return made


def keys(listed: AdviceList) -> list[str]:
    return [entry.row.advice.id for entry in listed.entries()]


def test_the_nearest_deadline_comes_first_those_without_one_last(listed: AdviceList) -> None:
    assert keys(listed) == ["late", "soon", "far", "none"]
    assert not listed.is_empty
    late, soon = listed.entries()[:2]
    assert (late.is_late, late.is_soon, soon.is_late, soon.is_soon) == (True, False, False, True)


def test_closed_ones_stand_behind_the_open_ones_the_newest_first(listed: AdviceList) -> None:
    listed.choice = ""
    assert keys(listed) == ["late", "soon", "far", "none", "new", "old"]
    listed.choice = CLOSED
    assert keys(listed) == ["new", "old"]
    listed.choice = LATE
    assert keys(listed) == ["late"]


def test_every_row_says_how_many_days_are_left(listed: AdviceList) -> None:
    listed.choice = ""
    words = {entry.row.advice.id: entry.cells[STANDING] for entry in listed.entries()}
    # 10/3 to 31/12/2026: 21 days of March, then 30, 31, 30, 31, 31, 30, 31, 30, 31
    assert words == {
        "late": "quá hạn 5 ngày", "soon": "còn 2 ngày", "far": f"còn {21 + 275} ngày",
        "none": "chưa khắc phục, không có thời hạn", "new": "khắc phục xong 2/3/2026, sau hạn 2/2026",
        "old": "khắc phục xong 10/2/2026",
    }  # fmt: skip
    assert days_left(ROWS[1].advice, TODAY) == -5
    assert days_left(ROWS[0].advice, TODAY) is None
    assert days_left(ROWS[5].advice, TODAY) is None


def test_recommendations_are_sought_without_dau(listed: AdviceList) -> None:
    listed.query = "hoa binh"
    assert keys(listed) == ["late"]
    listed.query = "do chi phi"
    assert keys(listed) == ["far"]
    listed.query = "05"
    assert keys(listed) == ["late"]


def test_the_foot_counts_what_is_open_late_and_closed(listed: AdviceList) -> None:
    assert listed.count_words() == "4 chưa khắc phục, trong đó 1 quá hạn · 2 đã khắc phục"
    listed.load(ROWS[:1])
    assert listed.count_words() == "1 chưa khắc phục · 0 đã khắc phục"


def test_day_and_outcome_are_told_in_place(listed: AdviceList) -> None:
    row = ROWS[1].advice
    (change,) = listed.step(row, CLOSED_ON, " 9/3/2026 ").changes
    assert change.after == {"closed_on": "2026-03-09"}
    (change,) = listed.step(row, OUTCOME, "Đã lập sổ").changes
    assert change.after == {"outcome": "Đã lập sổ"}
    (change,) = listed.close_step(row).changes
    assert change.after == {"closed_on": TODAY}
    with pytest.raises(InputError, match="Không đọc được ngày"):
        listed.step(row, CLOSED_ON, "hôm kia")
