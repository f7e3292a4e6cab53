"""The activity of the last days on screen: by day, by person, sought without dấu."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, timedelta, tzinfo

from nscl_desktop.domain.activity import ActivityStep
from nscl_desktop.domain.record_kinds import kind_named
from nscl_desktop.domain.text import fold

SPANS = ((7, "7 ngày qua"), (30, "30 ngày qua"), (90, "90 ngày qua"))
_DAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


def beginning(now: datetime, days: int) -> datetime:
    """The first moment of the ``days`` that end today; ``now`` tells the time zone."""
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight - timedelta(days=days - 1)


class ActivityList:
    """The steps that were read, told in the time of this machine or of a zone."""

    def __init__(self, steps: Sequence[ActivityStep], zone: tzinfo | None = None) -> None:
        self._steps = tuple(steps)
        self._zone = zone

    def people(self) -> list[str]:
        """Who took any of the steps, by name."""
        return sorted({step.who for step in self._steps})

    def days(self, who: str = "", text: str = "") -> list[tuple[str, str, str]]:
        """(day, its words, how many steps) of every day with steps that answer, newest first."""
        counts = Counter(self._day(step) for step in self._found(who, text))
        return [(day.isoformat(), _named(day), f"{counts[day]} bước") for day in sorted(counts, reverse=True)]

    def rows(self, day: str, who: str = "", text: str = "") -> list[tuple[ActivityStep, tuple[str, ...]]]:
        """The steps of a day that answer, with time, person, what was done and what it was done on."""
        return [(step, self._cells(step)) for step in self._found(who, text) if self._day(step).isoformat() == day]

    def _cells(self, step: ActivityStep) -> tuple[str, ...]:
        noun = kind_named(step.root_entity).noun if step.root_id else "nhiều bản ghi"
        on = noun[:1].upper() + noun[1:]
        changes = f"{on}, {step.changes} thay đổi" if step.changes > 1 else on
        return f"{step.at.astimezone(self._zone):%H:%M:%S}", step.who, step.words, changes

    def _found(self, who: str, text: str) -> list[ActivityStep]:
        words = fold(text).split()
        return [
            step
            for step in self._steps
            if (not who or step.who == who) and all(word in fold(f"{step.words} {step.who}") for word in words)
        ]

    def _day(self, step: ActivityStep) -> date:
        return step.at.astimezone(self._zone).date()


def _named(day: date) -> str:
    return f"{_DAYS[day.weekday()]}, {day:%d/%m/%Y}"
