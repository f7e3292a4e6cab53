"""Working days: what the law names, checked with the calendars of 2023 to 2025 where nothing else was decided."""

from datetime import date

import pytest

from nscl_desktop.domain.working_days import Holiday, WorkCalendar, proposed_holidays


def days_off(year: int) -> set[date]:
    return {each.day for each in proposed_holidays(year)}


def test_the_days_off_of_2024_are_those_of_the_law() -> None:
    named = [(f"{each.day:%d/%m}", each.name) for each in proposed_holidays(2024)]
    assert named == [
        ("01/01", "Tết Dương lịch"),
        ("09/02", "Tết Âm lịch"), ("10/02", "Tết Âm lịch"), ("11/02", "Tết Âm lịch"), ("12/02", "Tết Âm lịch"),
        ("13/02", "Tết Âm lịch"), ("14/02", "Nghỉ bù Tết Âm lịch"), ("15/02", "Nghỉ bù Tết Âm lịch"),
        ("18/04", "Giỗ Tổ Hùng Vương"),
        ("30/04", "Ngày Chiến thắng"), ("01/05", "Ngày Quốc tế lao động"),
        ("01/09", "Quốc khánh"), ("02/09", "Quốc khánh"), ("03/09", "Nghỉ bù Quốc khánh"),
    ]  # fmt: skip


def test_the_kings_day_on_a_saturday_is_made_up_for_after_the_holidays_that_follow() -> None:
    # 2023: Giỗ Tổ on Saturday 29/4, then 30/4 (Sunday) and 1/5: offices were closed until Wednesday 3/5
    assert Holiday(date(2023, 5, 3), "Nghỉ bù Ngày Chiến thắng") in proposed_holidays(2023)
    assert Holiday(date(2023, 5, 2), "Nghỉ bù Giỗ Tổ Hùng Vương") in proposed_holidays(2023)


def test_weekends_and_holidays_are_not_worked_and_exchanged_saturdays_are() -> None:
    # 2024: 29/4 was off and worked on Saturday 4/5
    calendar = WorkCalendar(days_off(2024) | {date(2024, 4, 29)}, [date(2024, 5, 4)])
    week = [date(2024, 4, 26), date(2024, 4, 27), date(2024, 4, 29), date(2024, 4, 30), date(2024, 5, 2)]
    assert [calendar.is_working(day) for day in week] == [True, False, False, False, True]
    assert calendar.is_working(date(2024, 5, 4))


def test_the_last_working_day_before_a_day_off() -> None:
    calendar = WorkCalendar(days_off(2025))
    assert calendar.last_working(date(2025, 11, 29)) == date(2025, 11, 28)  # 29/11/2025 is a Saturday
    assert calendar.last_working(date(2025, 9, 2)) == date(2025, 8, 29)  # 30 and 31/8 are a weekend
    assert calendar.last_working(date(2025, 11, 26)) == date(2025, 11, 26)


@pytest.mark.parametrize(
    ("start", "end", "count"),
    [
        ("2025-11-24", "2025-11-24", 0), ("2025-11-24", "2025-11-28", 4), ("2025-11-28", "2025-12-01", 1),
        ("2025-11-28", "2025-11-24", -4), ("2025-08-29", "2025-09-03", 1),
    ],
)  # fmt: skip
def test_working_days_are_counted_after_the_first_day(start: str, end: str, count: int) -> None:
    calendar = WorkCalendar(days_off(2025))
    assert calendar.working_days_between(date.fromisoformat(start), date.fromisoformat(end)) == count
