"""Working days of Vietnamese offices: weekends, public holidays, and days that the government moves.

Bộ luật Lao động 2019, Điều 112: Tết Dương lịch one day, Tết Âm lịch five, Giỗ Tổ Hùng Vương one, 30/4, 1/5, Quốc khánh
two. Which five days of Tết, which neighbour of 2/9 and what is worked in exchange is decided each year: what is
proposed here (from the last day of the old lunar year on; 1/9) is data that the office corrects.
"""

import datetime as dt
from collections.abc import Collection
from typing import NamedTuple

from nscl_desktop.domain.lunar_calendar import LunarDay, solar_day

_DAY = dt.timedelta(days=1)
_SATURDAY = 5


class Holiday(NamedTuple):
    """A day off with what it is called."""

    day: dt.date
    name: str


def proposed_holidays(year: int) -> tuple[Holiday, ...]:
    """The days off of a year as the law names them, with the days after that make up for those on a weekend."""
    tet = solar_day(LunarDay(year, 1, 1))
    named = [
        Holiday(dt.date(year, 1, 1), "Tết Dương lịch"),
        *(Holiday(tet + number * _DAY, "Tết Âm lịch") for number in range(-1, 4)),
        Holiday(solar_day(LunarDay(year, 3, 10)), "Giỗ Tổ Hùng Vương"),
        Holiday(dt.date(year, 4, 30), "Ngày Chiến thắng"),
        Holiday(dt.date(year, 5, 1), "Ngày Quốc tế lao động"),
        Holiday(dt.date(year, 9, 1), "Quốc khánh"),
        Holiday(dt.date(year, 9, 2), "Quốc khánh"),
    ]
    taken = {each.day for each in named}
    for each in sorted(named):
        if each.day.weekday() >= _SATURDAY:
            instead = each.day
            while instead.weekday() >= _SATURDAY or instead in taken:
                instead += _DAY
            taken.add(instead)
            named.append(Holiday(instead, f"Nghỉ bù {each.name}"))
    return tuple(sorted(named))


class WorkCalendar:
    """Which days are worked, by the days off and the weekend days that are worked in exchange."""

    def __init__(self, off: Collection[dt.date] = (), worked: Collection[dt.date] = ()) -> None:
        self._off, self._worked = frozenset(off), frozenset(worked)

    def is_working(self, day: dt.date) -> bool:
        """Whether the office is open."""
        return day in self._worked or (day.weekday() < _SATURDAY and day not in self._off)

    def last_working(self, day: dt.date) -> dt.date:
        """The day itself, or the last working day before it."""
        while not self.is_working(day):
            day -= _DAY
        return day

    def working_days_between(self, start: dt.date, end: dt.date) -> int:
        """Working days after ``start`` up to and with ``end``; negative where the end has passed."""
        if end < start:
            return -self.working_days_between(end, start)
        return sum(self.is_working(start + number * _DAY) for number in range(1, (end - start).days + 1))
