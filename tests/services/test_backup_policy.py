"""When a copy is made, and which copies are let go of as they age."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nscl_desktop.services.backups import is_due, superfluous

NOW = datetime(2023, 6, 15, 17, 0, tzinfo=UTC)


def ago(**span: float) -> datetime:
    return NOW - timedelta(**span)


@pytest.mark.parametrize(
    ("reason", "newest", "changed", "due"),
    [
        ("open", None, None, False),
        ("open", None, ago(hours=1), True),
        ("close", ago(hours=2), ago(hours=1), True),
        ("close", ago(hours=1), ago(hours=2), False),
        ("upgrade", ago(hours=1), ago(hours=2), True),
        ("import", ago(hours=1), None, True),
        ("restore", ago(hours=1), None, True),
    ],
)
def test_a_copy_is_made_when_it_would_hold_something_new_or_danger_is_near(
    reason: str, newest: datetime | None, changed: datetime | None, due: bool
) -> None:
    assert is_due(reason, newest, changed) is due


def test_all_copies_of_the_last_day_stay_up_to_ten() -> None:
    copies = [ago(minutes=30 * n) for n in range(14)]  # all of one calendar day
    assert superfluous(copies, NOW) == set(copies[10:])


def test_of_older_days_the_newest_copy_stays_for_a_month() -> None:
    evenings = [ago(days=n, hours=-3) for n in range(2, 30)]
    mornings = [at - timedelta(hours=8) for at in evenings]
    assert superfluous([*mornings, *evenings], NOW) == set(mornings)


def test_of_older_months_the_newest_copy_stays_for_two_years() -> None:
    # 15 June 2023: July 2021 is the oldest of the 24 months.
    firsts = [datetime(year, month, 1, tzinfo=UTC) for year in (2021, 2022) for month in range(1, 13)]
    lasts = [at.replace(day=28) for at in firsts]
    gone = superfluous([*firsts, *lasts], NOW)
    assert gone == {*firsts, *(at for at in lasts if at < datetime(2021, 7, 1, tzinfo=UTC))}


def test_the_newest_copy_stays_however_old_it_is() -> None:
    assert superfluous([ago(days=4000), ago(days=5000)], NOW) == {ago(days=5000)}


def test_a_clock_that_was_set_back_costs_no_copy() -> None:
    copies = {NOW + timedelta(days=n) for n in range(40)}
    assert superfluous(copies, NOW) == set()


@given(st.sets(st.datetimes(datetime(2020, 1, 1), datetime(2023, 6, 30), timezones=st.just(UTC)), max_size=60))
def test_thinning_twice_thins_no_more_and_keeps_few(copies: set[datetime]) -> None:
    kept = copies - superfluous(copies, NOW)
    assert superfluous(kept, NOW) == set()
    assert len({at for at in kept if at <= NOW}) <= 1 + 10 + 30 + 24
    assert not copies or kept
