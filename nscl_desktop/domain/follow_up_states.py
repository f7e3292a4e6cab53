"""Recommendations until they are closed: open, soon due, overdue by so many days, mended in time or late."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from nscl_desktop.domain.dates import format_short
from nscl_desktop.domain.inspections import Recommendation

SOON_DAYS = 7


class FollowUp(StrEnum):
    """How a recommendation stands on a day."""

    OPEN = "open"
    SOON = "soon"
    OVERDUE = "overdue"
    CLOSED = "closed"
    CLOSED_LATE = "closed_late"


@dataclass(frozen=True, slots=True)
class Standing:
    """The state and its words: "quá hạn 12 ngày"."""

    state: FollowUp
    words: str


def standing(advice: Recommendation, today: str) -> Standing:
    """How a recommendation stands on ``today`` (ISO date). A deadline of a month or year ends with its last day."""
    last = _last_day(advice.deadline)
    if advice.closed_on:
        closed = f"khắc phục xong {format_short(advice.closed_on)}"
        if last and advice.closed_on > last.isoformat():
            return Standing(FollowUp.CLOSED_LATE, f"{closed}, sau hạn {format_short(advice.deadline)}")
        return Standing(FollowUp.CLOSED, closed)
    if last is None:
        return Standing(FollowUp.OPEN, "chưa khắc phục, không có thời hạn")
    left = _days_between(today, last)
    if left < 0:
        return Standing(FollowUp.OVERDUE, f"quá hạn {-left} ngày")
    if left <= SOON_DAYS:
        return Standing(FollowUp.SOON, "đến hạn hôm nay" if left == 0 else f"còn {left} ngày")
    return Standing(FollowUp.OPEN, f"hạn {format_short(advice.deadline)}")


def days_left(advice: Recommendation, today: str) -> int | None:
    """Days until the deadline of one that is open, below nought where it is over; None for all others."""
    last = _last_day(advice.deadline)
    return None if advice.closed_on or last is None else _days_between(today, last)


def still_open(recommendations: Iterable[Recommendation]) -> tuple[Recommendation, ...]:
    """Those not closed, the nearest deadline first, those without one last."""
    waiting = [each for each in recommendations if not each.closed_on]
    return tuple(sorted(waiting, key=lambda each: (each.deadline or "9999", each.position, each.id)))


def _days_between(today: str, last: dt.date) -> int:
    return (last - dt.date.fromisoformat(today)).days


def _last_day(date: str) -> dt.date | None:
    if not date:
        return None
    parts = [int(part) for part in date.split("-")]
    if len(parts) == 3:
        return dt.date(*parts)
    year, month = parts[0], parts[1] if len(parts) == 2 else 12
    following = dt.date(year + month // 12, month % 12 + 1, 1)
    return following - dt.timedelta(days=1)
