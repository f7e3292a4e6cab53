"""Việc đã giao: which machine has what since when, how far its results have come home, what of it is still open."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nscl_desktop.domain.merging.proposals import OFFICE
from nscl_desktop.presenters.package_words import (
    CHOICE_WORDS,
    capital,
    day_words,
    field_words,
    figure,
    kinds_words,
    moment_words,
)
from nscl_desktop.services.package_views import CheckOutState, OpenItems, WaitingView

OUT, CLOSED = "Chưa", "Đã khép lại"
_MANY = 2000
"""From so many chosen records on, a number says more than their kinds."""


@dataclass(frozen=True, slots=True)
class CheckOutRow:
    """One row of the list."""

    key: str
    machine: str
    given: str
    what: str
    state: str
    open: str


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """Something that waits: where, why, and what may be decided: (choice, words)."""

    item: WaitingView
    place: str
    why: str
    who: str
    choices: tuple[tuple[str, str], ...]


class CheckOutList:
    """The check-outs as they are now, the newest first."""

    def __init__(self, check_outs: Iterable[CheckOutState] = (), items: OpenItems | None = None) -> None:
        self.states = {each.key: each for each in check_outs}
        self.items = items or OpenItems()

    def rows(self) -> Sequence[CheckOutRow]:
        """One row for each check-out."""
        return [
            CheckOutRow(
                each.key, each.machine, day_words(each.at), what_words(each), state_words(each),
                self.open_words(each.key),
            )
            for each in self.states.values()
        ]  # fmt: skip

    def conflicts(self, key: str) -> int:
        """How many fields differ in which this machine has a say."""
        return sum(key in {said.author for said in each.values} for each in self.items.conflicts)

    def waiting(self, key: str) -> list[WaitingView]:
        """What of this machine's work waits."""
        return [each for each in self.items.waiting if key in {said.author for said in each.wanted}]

    def open_words(self, key: str) -> str:
        """What is still open of a machine's work, in numbers; empty for nothing."""
        conflicts, waiting = self.conflicts(key), len(self.waiting(key))
        return ", ".join(
            filter(None, (f"{conflicts} chỗ khác nhau" if conflicts else "", f"{waiting} chỗ chờ" if waiting else ""))
        )

    def detail(self, key: str) -> str:
        """All that is known of a check-out, in lines."""
        each = self.states[key]
        lines = [
            f"Giao lúc {moment_words(each.at)} cho {each.machine}: {what_words(each)}.",
            f"Đã nhận {each.returns} gói kết quả, gần nhất lúc {moment_words(each.last_received)}."
            if each.last_received
            else "Chưa nhận gói kết quả nào.",
        ]
        if each.closed:
            lines.append(f"Đã khép lại lúc {moment_words(each.closed)}.")
        left = self.open_words(key)
        if left:
            lines.append(f"Còn {left}.")
        return "\n".join(lines)

    def can_withdraw(self, key: str) -> bool:
        """Whether a reception is there to be taken back."""
        return key in self.states and self.states[key].returns > 0 and self.states[key].closed is None

    def is_closed(self, key: str) -> bool:
        """Whether nothing more comes of it."""
        return key in self.states and self.states[key].closed is not None


def what_words(state: CheckOutState) -> str:
    """What was chosen when the work was given."""
    if len(state.roots) >= _MANY:
        return f"{figure(len(state.roots))} bản ghi"
    return kinds_words(state.roots)


def state_words(state: CheckOutState) -> str:
    """How far the work has come."""
    if state.closed:
        return CLOSED
    return f"{state.returns} lần, cuối {day_words(state.last_received)}" if state.returns else OUT


def waiting_rows(items: Iterable[WaitingView]) -> list[WaitingRow]:
    """What waits, for a table."""
    return [
        WaitingRow(
            each, _place(each), each.reason,
            ", ".join(dict.fromkeys(said.machine for said in each.wanted if said.author != OFFICE)),
            tuple((choice, CHOICE_WORDS[choice]) for choice in each.choices),
        )
        for each in items
    ]  # fmt: skip


def open_words(items: OpenItems) -> str:
    """What the foot of the window says of it; empty where nothing is open."""
    conflicts, waiting = len(items.conflicts), len(items.waiting)
    return " · ".join(
        filter(None, (f"{conflicts} chỗ khác nhau" if conflicts else "", f"{waiting} chỗ chờ" if waiting else ""))
    )


def _place(item: WaitingView) -> str:
    field = field_words(item.key[0], item.field) if item.field else ""
    return " · ".join(filter(None, (capital(item.title), field)))
