"""Recommendations of all visits: what is late first, sought without dấu, closed where they stand."""

from collections.abc import Iterable
from dataclasses import dataclass

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.dates import format_short, parse_date
from nscl_desktop.domain.follow_up_states import FollowUp, Standing, days_left, standing
from nscl_desktop.domain.inspections import Recommendation
from nscl_desktop.domain.sorting import sort_key
from nscl_desktop.domain.text import fold, fold_lines
from nscl_desktop.domain.visit_rows import AdviceRow
from nscl_desktop.services.visit_work import set_part_field

OPEN, LATE, CLOSED = "open", "late", "closed"
CHOICES = ((OPEN, "Chưa khắc phục"), (LATE, "Quá hạn"), (CLOSED, "Đã khắc phục"), ("", "Tất cả"))
COLUMNS = ("Đơn vị", "Kiến nghị", "Thời hạn", "Tình hình", "Ngày xong", "Kết quả khắc phục", "Tồn tại", "Ngày kiểm tra")
ADVICE, STANDING, CLOSED_ON, OUTCOME = 1, 3, 4, 5
"""Places of columns; the last two are edited where they stand."""
_DONE = frozenset({FollowUp.CLOSED, FollowUp.CLOSED_LATE})
_FIELDS = {CLOSED_ON: "closed_on", OUTCOME: "outcome"}


@dataclass(frozen=True, slots=True)
class AdviceEntry:
    """One recommendation as a row."""

    row: AdviceRow
    standing: Standing
    cells: tuple[str, ...]

    @property
    def is_late(self) -> bool:
        """Whether it is open behind its deadline."""
        return self.standing.state is FollowUp.OVERDUE

    @property
    def is_soon(self) -> bool:
        """Whether its deadline is near."""
        return self.standing.state is FollowUp.SOON


class AdviceList:
    """``choice`` is one of CHOICES; ``today`` an ISO day."""

    def __init__(self, today: str) -> None:
        self.today, self.query, self.choice = today, "", OPEN
        self._entries: tuple[AdviceEntry, ...] = ()
        self._keys: dict[str, str] = {}
        """Of each recommendation what is sought in, without dấu."""

    def load(self, rows: Iterable[AdviceRow]) -> None:
        """Take the recommendations of the file as they are now, and put them in order.

        Open ones by their deadline, those without one behind them, closed ones last with the newest first.
        """
        found = [_entry(row, self.today) for row in rows]
        found.sort(key=lambda entry: sort_key(entry.row.unit))
        found.sort(key=lambda entry: entry.row.advice.closed_on, reverse=True)
        found.sort(key=lambda entry: "" if entry.row.advice.closed_on else entry.row.advice.deadline or "9999")
        self._entries = tuple(sorted(found, key=lambda entry: bool(entry.row.advice.closed_on)))
        self._keys = {each.row.advice.id: fold_lines(_sought(each.row)) for each in found}

    @property
    def is_empty(self) -> bool:
        """Whether there is none at all."""
        return not self._entries

    def count_words(self) -> str:
        """How many are open, late and closed: "5 chưa khắc phục, trong đó 2 quá hạn · 3 đã khắc phục"."""
        states = [entry.standing.state for entry in self._entries]
        closed, late = sum(state in _DONE for state in states), states.count(FollowUp.OVERDUE)
        within = f", trong đó {late} quá hạn" if late else ""
        return f"{len(states) - closed} chưa khắc phục{within} · {closed} đã khắc phục"

    def entries(self) -> tuple[AdviceEntry, ...]:
        """Those that answer what is sought and chosen."""
        folded = fold(self.query)
        chosen = (entry for entry in self._entries if self._is_chosen(entry.standing.state))
        return tuple(entry for entry in chosen if folded in self._keys[entry.row.advice.id])

    def step(self, advice: Recommendation, column: int, text: str) -> ChangeSet:
        """The step that tells how a recommendation ended; InputError for a day that is none."""
        value = parse_date(text.strip()) if column == CLOSED_ON else text
        return set_part_field(Book(), advice, _FIELDS[column], value)

    def close_step(self, advice: Recommendation) -> ChangeSet:
        """The step that closes a recommendation today."""
        return set_part_field(Book(), advice, "closed_on", self.today)

    def _is_chosen(self, state: FollowUp) -> bool:
        if self.choice == LATE:
            return state is FollowUp.OVERDUE
        return not self.choice or (self.choice == CLOSED) == (state in _DONE)


def _sought(row: AdviceRow) -> str:
    return f"{row.unit}\n{row.number}\n{row.advice.finding}\n{row.advice.text}"


def _entry(row: AdviceRow, today: str) -> AdviceEntry:
    advice, stands, left = row.advice, standing(row.advice, today), days_left(row.advice, today)
    words = f"còn {left} ngày" if left is not None and left > 0 else stands.words
    cells = (
        row.unit or "Chưa chọn đơn vị", advice.text, format_short(advice.deadline), words,
        format_short(advice.closed_on), advice.outcome, advice.finding, format_short(row.visited_on),
    )  # fmt: skip
    return AdviceEntry(row, stands, cells)
