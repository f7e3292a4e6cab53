"""The Vietnamese lunar calendar (âm lịch), as far as public holidays need it: Tết and Giỗ Tổ Hùng Vương.

A month begins on the day of the new moon, a day being that of Hà Nội (UTC+7): so Tết of 2007 and of 2030 fell or will
fall a day earlier than in Beijing. The eleventh month holds the winter solstice; of thirteen months between two of them
the first in which the sun enters no new sign (trung khí) is the leap month. Positions of sun and moon by the main terms
of Jean Meeus, Astronomical Algorithms, good to some minutes for the years from 1900 to 2100.
"""

from datetime import date, timedelta
from functools import cache
from math import floor, radians, sin
from typing import NamedTuple

_HANOI = 7 / 24
_J2000 = 2_451_545.0
_CENTURY = 36_525
_ORDINAL = 1_721_424.5
"""Julian day less Python's ordinal of a day, at its beginning."""
_SOLSTICE = 9
"""The winter solstice begins the tenth of the twelve parts of the sun's way."""
_FIRST_NEW_MOON = 2_451_550.09766
_MONTH = 29.530588861


class LunarDay(NamedTuple):
    """A day of the lunar calendar; ``is_leap`` for one of the month that is put in (tháng nhuận)."""

    year: int
    month: int
    day: int
    is_leap: bool = False


def solar_day(lunar: LunarDay) -> date:
    """The day of the common calendar."""
    start = next(
        start for start, month in months_of(lunar.year) if (month.month, month.is_leap) == (lunar.month, lunar.is_leap)
    )
    return start + timedelta(days=lunar.day - 1)


@cache
def months_of(year: int) -> tuple[tuple[date, LunarDay], ...]:
    """The months of a lunar year with their first days, in order."""
    found = [*_from_eleventh(year - 1), *_from_eleventh(year)]
    return tuple((start, month) for start, month in found if month.year == year)


def _from_eleventh(year: int) -> list[tuple[date, LunarDay]]:
    """The months from the eleventh of a year to the tenth of the next."""
    first, after = _month_of_solstice(year), _month_of_solstice(year + 1)
    starts = [_new_moon_day(number) for number in range(first, after + 1)]
    leap = _leap_month(starts) if len(starts) == 14 else None
    found, number = [], 11
    for index, start in enumerate(starts[:-1]):
        is_leap = index == leap
        if index and not is_leap:
            number += 1
        month = (number - 1) % 12 + 1
        found.append((start, LunarDay(year if month >= 11 else year + 1, month, 1, is_leap)))
    return found


def _leap_month(starts: list[date]) -> int:
    """The first month at whose end the sun stands in the same sign as at its beginning."""
    signs = [_sign(start) for start in starts]
    return next(index for index in range(1, 13) if signs[index] == signs[index + 1])


def _month_of_solstice(year: int) -> int:
    """The number of the eleventh month's new moon: the last before the sun has passed the winter solstice."""
    last = floor((date(year, 12, 31).toordinal() + _ORDINAL - _FIRST_NEW_MOON) / _MONTH)
    return next(number for number in (last + 1, last, last - 1) if _is_eleventh(number, year))


def _is_eleventh(number: int, year: int) -> bool:
    start = _new_moon_day(number)
    return start.year == year and _sign(start) < _SOLSTICE <= _sign(_new_moon_day(number + 1))


def _new_moon_day(number: int) -> date:
    return date.fromordinal(floor(_new_moon(number) + _HANOI - _ORDINAL))


def _sign(day: date) -> int:
    """Which twelfth of its way the sun stands in when a day begins in Hà Nội."""
    return floor(_longitude(day.toordinal() + _ORDINAL - _HANOI) % 360 / 30)


def _new_moon(number: int) -> float:
    """Julian day (universal time) of a new moon, counted from that of January 2000."""
    t = number / 1236.85
    mean = _FIRST_NEW_MOON + _MONTH * number + 0.00015437 * t**2
    sun = radians(2.5534 + 29.10535670 * number - 0.0000014 * t**2)
    moon = radians(201.5643 + 385.81693528 * number + 0.0107582 * t**2)
    latitude = radians(160.7108 + 390.67050284 * number - 0.0016118 * t**2)
    node = radians(124.7746 - 1.56375588 * number + 0.0020672 * t**2)
    e = 1 - 0.002516 * t
    terms = (
        (-0.40720, moon), (0.17241 * e, sun), (0.01608, 2 * moon), (0.01039, 2 * latitude),
        (0.00739 * e, moon - sun), (-0.00514 * e, moon + sun), (0.00208 * e**2, 2 * sun),
        (-0.00111, moon - 2 * latitude), (-0.00057, moon + 2 * latitude), (0.00056 * e, 2 * moon + sun),
        (-0.00042, 3 * moon), (0.00042 * e, sun + 2 * latitude), (0.00038 * e, sun - 2 * latitude),
        (-0.00024 * e, 2 * moon - sun), (-0.00017, node),
    )  # fmt: skip
    return mean + sum(size * sin(angle) for size, angle in terms) - _clock_difference(t)


def _clock_difference(t: float) -> float:
    """Days by which the clock of the planets is ahead of ours; about a minute in this century."""
    return (62.92 + 0.32217 * 100 * t + 0.005589 * (100 * t) ** 2) / 86_400


def _longitude(julian_day: float) -> float:
    """Apparent longitude of the sun in degrees."""
    t = (julian_day - _J2000) / _CENTURY
    anomaly = radians(357.52911 + 35_999.05029 * t - 0.0001537 * t**2)
    centre = (
        (1.914602 - 0.004817 * t) * sin(anomaly) + (0.019993 - 0.000101 * t) * sin(2 * anomaly)
        + 0.000289 * sin(3 * anomaly)
    )  # fmt: skip
    node = radians(125.04 - 1934.136 * t)
    return 280.46646 + 36_000.76983 * t + 0.0003032 * t**2 + centre - 0.00569 - 0.00478 * sin(node)
