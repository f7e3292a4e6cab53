"""When the reports are due that the source plans ask for; the days were counted on a calendar."""

from datetime import date

import pytest

from nscl_desktop.domain.deadlines import dues
from nscl_desktop.domain.targets import Obligation
from nscl_desktop.domain.working_days import WorkCalendar, proposed_holidays
from tests.samples.paper import sample


def calendar(*years: int) -> WorkCalendar:
    return WorkCalendar([each.day for year in years for each in proposed_holidays(year)])


def obligation(key: str, day: int | None, month: int | None, **fields: object) -> Obligation:
    return Obligation(id=key, plan_id="p", day=day, month=month, **fields)  # type: ignore[arg-type]  # by name


def test_a_report_before_a_day_is_safe_the_day_before_and_the_last_working_day() -> None:
    (due,) = dues([obligation("a", 30, 11)], [2025], calendar(2025))
    # 29/11/2025 is a Saturday
    assert (due.stated, due.last_safe, due.last_working) == (date(2025, 11, 30), date(2025, 11, 29), date(2025, 11, 28))


def test_a_report_until_a_day_is_safe_on_that_day() -> None:
    (due,) = dues([obligation("a", 20, 11, strictly_before=False)], [2025], calendar(2025))
    assert due.last_safe == due.last_working == date(2025, 11, 20)


def test_before_new_year_is_the_last_day_of_the_old_one() -> None:
    (due,) = dues([obligation("a", 1, 1)], [2026], calendar(2025))
    assert (due.stated, due.last_safe) == (date(2026, 1, 1), date(2025, 12, 31))


def test_the_end_of_february_is_found_in_every_year() -> None:
    found = dues([obligation("a", 29, 2, strictly_before=False)], [2024, 2025], WorkCalendar())
    assert [due.stated for due in found] == [date(2024, 2, 29), date(2025, 2, 28)]
    assert [due.last_safe for due in found] == [date(2024, 2, 28), date(2025, 2, 28)]


def test_what_was_sent_what_has_no_day_and_what_belongs_to_another_year_is_not_due() -> None:
    given = [obligation("a", 30, 11), obligation("b", None, None), obligation("c", 30, 6, year=2025)]
    found = dues(given, [2024, 2025], calendar(2024, 2025), sent={("a", 2024)})
    assert [due.report for due in found] == [("c", 2025), ("a", 2025)]


@pytest.mark.parametrize(
    ("today", "left", "ring"),
    [
        ("2025-10-01", 59, None), ("2025-10-30", 30, 30), ("2025-11-15", 14, 14), ("2025-11-22", 7, 7),
        ("2025-11-28", 1, 1), ("2025-11-29", 0, 1), ("2025-12-02", -3, 1),
    ],
)  # fmt: skip
def test_rings_become_narrower_as_the_day_comes_near(today: str, left: int, ring: int | None) -> None:
    (due,) = dues([obligation("a", 30, 11)], [2025], calendar(2025))
    assert due.days_left(date.fromisoformat(today)) == left
    assert due.ring(date.fromisoformat(today)) == ring


@pytest.mark.parametrize(
    ("code", "year", "days"),
    [
        ("BD-2021-2030", 2025, {"30/11"}), ("TN-2021", 2021, {"30/5", "20/11", "30/11"}),
        ("BG-2021-2025", 2023, {"20/11", "30/11"}),
    ],
)  # fmt: skip
def test_the_reports_of_the_source_plans_are_due_when_they_say(code: str, year: int, days: set[str]) -> None:
    found = dues(sample(code).listed(Obligation), [year], calendar(year))
    assert {f"{due.stated.day}/{due.stated.month}" for due in found} == days
