"""How a piece of work stands on a day: done, late by so many days, soon due; and in which order work is shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from nscl_desktop.domain.dossiers.days import days_until
from nscl_desktop.domain.money import format_amount
from nscl_desktop.domain.sorting import sort_key
from nscl_desktop.domain.work import DONE, DROPPED, WorkItem, WorkReminder

SOON = 30
"""Days before the end at which work is soon due."""


class Standing(StrEnum):
    """In the order in which it is looked at."""

    LATE = "late"
    SOON = "soon"
    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class WorkState:
    """``days`` are those left until the end, negative once it has passed; None without an end or once it is done."""

    standing: Standing
    days: int | None = None

    @property
    def words(self) -> str:
        """For a list: “quá hạn 12 ngày”."""
        if self.standing is Standing.LATE:
            return f"quá hạn {format_amount(-(self.days or 0))} ngày"
        if self.standing is Standing.SOON:
            return f"còn {self.days} ngày" if self.days else "hạn hôm nay"
        return {Standing.DONE: "đã xong", Standing.DROPPED: "không làm"}.get(self.standing, "")


def state_of(item: WorkItem, today: str) -> WorkState:
    """How it stands on a day (ISO). An end known by month or year only has passed with its last day."""
    if item.state in (DONE, DROPPED):
        return WorkState(Standing.DONE if item.state == DONE else Standing.DROPPED)
    if not item.due_on:
        return WorkState(Standing.OPEN)
    days = days_until(item.due_on, today)
    if days < 0:
        return WorkState(Standing.LATE, days)
    return WorkState(Standing.SOON if days <= SOON else Standing.OPEN, days)


def in_order(items: Iterable[WorkItem], today: str) -> list[WorkItem]:
    """Late work first, then by its end, then what has none; what is done or dropped last."""

    def place(item: WorkItem) -> tuple[bool, str, object, str]:
        is_over = state_of(item, today).standing in (Standing.DONE, Standing.DROPPED)
        return is_over, item.due_on or "9999", sort_key(item.title), item.id

    return sorted(items, key=place)


def waits_for_answer(reminders: Iterable[WorkReminder]) -> WorkReminder | None:
    """The newest reminder that nobody has answered; None where all are, or none was sent."""
    sent = sorted((each for each in reminders if each.sent_on), key=lambda each: (each.sent_on, each.id))
    return sent[-1] if sent and not sent[-1].answered_on else None
