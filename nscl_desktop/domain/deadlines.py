"""When the reports that plans ask for are due: the day as the plan states it, and the last day that is surely in time.

"Trước ngày 30/11" is strict, so the last safe day is 29/11; when the office is closed on it, what counts for the clerk
is the last working day before.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from nscl_desktop.domain.dates import last_safe_day
from nscl_desktop.domain.targets import Obligation
from nscl_desktop.domain.working_days import WorkCalendar

RINGS = (30, 14, 7, 1)
"""Days before the end at which the clerk is reminded anew."""


class Due(NamedTuple):
    """One report of one year; ``stated`` is the day that the plan names, from which the other two come."""

    last_working: dt.date
    last_safe: dt.date
    stated: dt.date
    obligation: Obligation

    @property
    def report(self) -> tuple[str, int]:
        """Which report it is: the obligation's key and the year."""
        return self.obligation.id, self.stated.year

    def days_left(self, today: dt.date) -> int:
        """Days until the last safe day; negative when it has passed."""
        return (self.last_safe - today).days

    def ring(self, today: dt.date) -> int | None:
        """The narrowest ring that the day has come into: 1 on the last day; None while it is further off than all."""
        left = self.days_left(today)
        return min((ring for ring in RINGS if left <= ring), default=None)


def dues(
    obligations: Iterable[Obligation],
    years: Iterable[int],
    calendar: WorkCalendar,
    sent: Collection[tuple[str, int]] = (),
) -> list[Due]:
    """All reports that fall due in these years and are not ``sent`` (obligation's key, year), the next one first.

    An obligation without a day has no due day and is left out; one with a year of its own falls due in that year only.
    """
    years = list(years)
    found = [
        due
        for obligation in obligations
        for year in years
        for due in _of_year(obligation, year, calendar)
        if due.report not in sent
    ]
    return sorted(found, key=lambda due: (due[:3], due.obligation.position, due.obligation.id))


def _of_year(obligation: Obligation, year: int, calendar: WorkCalendar) -> Iterator[Due]:
    if not obligation.day or not obligation.month or obligation.year not in (None, year):
        return
    day, month = last_safe_day(obligation.day, obligation.month, strictly_before=obligation.strictly_before)
    stated = _day_of(year, obligation.month, obligation.day)
    is_day_of_last_year = (month, day) > (obligation.month, obligation.day)
    last_safe = _day_of(year - is_day_of_last_year, month, day)
    yield Due(calendar.last_working(last_safe), last_safe, stated, obligation)


def _day_of(year: int, month: int, day: int) -> dt.date:
    """A day of a year; 29/2 is the last of February."""
    return dt.date(year, month, day) if (month, day) != (2, 29) else dt.date(year, 3, 1) - dt.timedelta(days=1)
