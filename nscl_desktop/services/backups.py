"""When to copy the data file, and which copies to let go of as they age. Pure: files are storage's business."""

from collections.abc import Callable, Collection
from datetime import datetime, timedelta

from nscl_desktop.domain.backup_copies import CLOSING, OPENING

RECENT = timedelta(hours=24)
MOST_RECENT = 10
DAYS = 30
MONTHS = 24


def is_due(reason: str, newest_copy: datetime | None, last_change: datetime | None) -> bool:
    """Whether to make a copy now. On opening and closing only what has changed since the newest copy is worth one;
    before an upgrade, an import or a restore a copy is always made.
    """
    if reason not in {OPENING, CLOSING}:
        return True
    if last_change is None:
        return False
    return newest_copy is None or newest_copy < last_change


def superfluous(copies: Collection[datetime], now: datetime) -> set[datetime]:
    """Moments of the copies that may be deleted.

    Kept are the ten newest of the last 24 hours, the newest of each of the last 30 days on which there is one, the
    newest of each of the last 24 months, and always the newest of all. Copies dated after ``now`` are kept: a clock
    that was set back is no reason to lose anything.
    """
    past = sorted((at for at in copies if at <= now), reverse=True)
    kept = set(past[:1]) | {at for at in past if now - at < RECENT and at in past[:MOST_RECENT]}
    kept |= _newest_of_each(past, lambda at: at.date(), lambda at: (now.date() - at.date()).days < DAYS)
    kept |= _newest_of_each(past, _month, lambda at: _month(now) - _month(at) < MONTHS)
    return set(past) - kept


def _month(at: datetime) -> int:
    """Months counted from year 0."""
    return at.year * 12 + at.month


def _newest_of_each(
    newest_first: Collection[datetime], span: Callable[[datetime], object], counts: Callable[[datetime], bool]
) -> set[datetime]:
    newest: dict[object, datetime] = {}
    for at in newest_first:
        if counts(at):
            newest.setdefault(span(at), at)
    return set(newest.values())
