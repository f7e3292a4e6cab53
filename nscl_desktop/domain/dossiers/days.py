"""Days that are known in part, compared with a day that is known: a deadline "8/2021" ends with August.

Dates are prefixes of ISO dates (see domain/dates.py); ``day`` is always whole, "2021-08-15".
"""

import calendar
import datetime as dt


def is_past(due: str, day: str) -> bool:
    """Whether a deadline lies wholly before ``day``; no deadline is never past."""
    return bool(due) and due < day[: len(due)]


def is_within(day: str, first: str, last: str) -> bool:
    """Whether ``day`` lies in a time of validity whose ends count in; an end left empty is open."""
    return (not first or first <= day) and not (last and is_past(last, day))


def last_day_of(date: str) -> dt.date:
    """The last day that a date, known at least to the year, may mean."""
    year, month, day = (*map(int, date.split("-")), 0, 0)[:3]
    month = month or 12
    return dt.date(year, month, day or calendar.monthrange(year, month)[1])


def months_later(date: str, months: int) -> str:
    """The same day so many months on, else the last of that month: six months after 31/8 is 28/2."""
    known = last_day_of(date)
    index = known.year * 12 + known.month - 1 + months
    year, month = index // 12, index % 12 + 1
    return dt.date(year, month, min(known.day, calendar.monthrange(year, month)[1])).isoformat()


def days_until(date: str, day: str) -> int:
    """Days from ``day`` to the last day that ``date`` may mean; negative when it is past."""
    return (last_day_of(date) - dt.date.fromisoformat(day)).days
