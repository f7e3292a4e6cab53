"""Tết as it was and will be celebrated in Vietnam; where it differs from Beijing's, that is said."""

from datetime import date
from itertools import pairwise

import pytest

from nscl_desktop.domain.lunar_calendar import LunarDay, months_of, solar_day

TET = (
    "2000-02-05", "2001-01-24", "2002-02-12", "2003-02-01", "2004-01-22", "2005-02-09", "2006-01-29", "2007-02-17",
    "2008-02-07", "2009-01-26", "2010-02-14", "2011-02-03", "2012-01-23", "2013-02-10", "2014-01-31", "2015-02-19",
    "2016-02-08", "2017-01-28", "2018-02-16", "2019-02-05", "2020-01-25", "2021-02-12", "2022-02-01", "2023-01-22",
    "2024-02-10", "2025-01-29", "2026-02-17", "2027-02-06", "2028-01-26", "2029-02-13", "2030-02-02",
)  # fmt: skip
LEAP_MONTHS = {2001: 4, 2004: 2, 2006: 7, 2009: 5, 2012: 4, 2014: 9, 2017: 6, 2020: 4, 2023: 2, 2025: 6, 2028: 5}


@pytest.mark.parametrize("day", TET)
def test_tet_falls_on_the_day_on_which_it_is_celebrated(day: str) -> None:
    assert solar_day(LunarDay(int(day[:4]), 1, 1)).isoformat() == day


def test_tet_is_that_of_ha_noi_not_of_beijing() -> None:
    assert solar_day(LunarDay(2007, 1, 1)) == date(2007, 2, 17)  # in Beijing the 18th
    assert solar_day(LunarDay(2030, 1, 1)) == date(2030, 2, 2)  # in Beijing the 3rd


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (2021, "2021-04-21"), (2022, "2022-04-10"), (2023, "2023-04-29"), (2024, "2024-04-18"), (2025, "2025-04-07"),
        (2026, "2026-04-26"),
    ],
)  # fmt: skip
def test_the_kings_day_is_the_tenth_of_the_third_month(year: int, day: str) -> None:
    assert solar_day(LunarDay(year, 3, 10)).isoformat() == day


def test_leap_months_stand_where_they_were() -> None:
    found = {year: month.month for year in range(2000, 2031) for _, month in months_of(year) if month.is_leap}
    assert found == LEAP_MONTHS


@pytest.mark.parametrize("year", range(1901, 2100))
def test_a_year_is_twelve_or_thirteen_whole_months_one_after_the_other(year: int) -> None:
    months = months_of(year)
    assert len(months) in (12, 13)
    starts = [start for start, _ in months] + [months_of(year + 1)[0][0]]
    assert {(after - before).days for before, after in pairwise(starts)} <= {29, 30}
    assert sorted({month.month for _, month in months}) == list(range(1, 13))


def test_a_leap_month_has_days_of_its_own() -> None:
    plain, leap = solar_day(LunarDay(2025, 6, 1)), solar_day(LunarDay(2025, 6, 1, is_leap=True))
    assert (leap - plain).days in (29, 30)
