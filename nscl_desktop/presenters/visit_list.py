"""The list of visits: sought without dấu, narrowed to a plan, unit, state or stretch of days, newest first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nscl_desktop.domain.dates import format_short
from nscl_desktop.domain.inspections import DRAFT, PURPOSES, VISIT_STATES
from nscl_desktop.domain.sorting import sort_key
from nscl_desktop.domain.text import fold, fold_lines, match_key, match_key_lines
from nscl_desktop.domain.visit_rows import VisitRow

OVERDUE = "overdue"
STATES = (("", "Mọi tình trạng"), *VISIT_STATES, (OVERDUE, "Có kiến nghị quá hạn"))
USES = (("", "Kiểm tra và khảo sát"), *PURPOSES)


@dataclass(frozen=True, slots=True)
class VisitEntryRow:
    """One visit in the list."""

    visit_id: str
    unit: str
    date: str
    state: str
    what: str
    advice: str
    """What is still to be mended, and whether it is late; empty for nothing."""
    stored_state: str
    is_late: bool

    @property
    def spoken(self) -> str:
        """All of it in one sentence, for screen readers."""
        return ", ".join(filter(None, (self.unit, self.date, self.state, self.what, self.advice)))


class VisitList:
    """All visits of the file, filtered and sorted; versions that were corrected are hidden unless asked for."""

    def __init__(self) -> None:
        self.query = self.state = self.purpose = self.plan_id = self.date_from = self.date_to = ""
        self.with_corrected = False
        self._rows: tuple[VisitRow, ...] = ()
        self._keys: dict[str, tuple[str, str]] = {}
        """Of each visit what is sought in, with and without dấu: worked out once, not with each typed key."""

    def load(self, rows: Iterable[VisitRow]) -> None:
        """Take the visits of the file as they are now, the newest first, those without a day before them."""
        found = sorted(rows, key=lambda row: sort_key(row.unit))
        found.sort(key=lambda row: row.date or "9999", reverse=True)
        self._rows = tuple(found)
        texts = {row.id: f"{row.unit}\n{row.number}\n{row.location}\n{row.inspection_plan}" for row in found}
        self._keys = {key: (match_key_lines(text), fold_lines(text)) for key, text in texts.items()}

    @property
    def is_empty(self) -> bool:
        """Whether there is no visit at all, whatever is sought."""
        return not self._rows

    @property
    def is_narrowed(self) -> bool:
        """Whether something is sought or filtered out."""
        chosen = (self.query.strip(), self.state, self.purpose, self.plan_id, self.date_from, self.date_to)
        return any(chosen)

    @property
    def filter_count(self) -> int:
        """How many filters are set, what is typed not counted."""
        return sum(map(bool, (self.state, self.purpose, self.plan_id, self.date_from, self.date_to)))

    def clear(self) -> None:
        """Take all filters and what is sought away."""
        self.query = self.state = self.purpose = self.plan_id = self.date_from = self.date_to = ""

    def of_plan(self, plan_id: str, today: str) -> tuple[VisitEntryRow, ...]:
        """The visits that a plan of inspections holds, the newest first."""
        own = [row for row in self._rows if row.inspection_plan_id == plan_id and not row.is_corrected]
        own.sort(key=lambda row: (row.date or "9999", row.id), reverse=True)
        return tuple(_entry(row, today) for row in own)

    def plans(self) -> Sequence[tuple[str, str]]:
        """Key and name of the inspection plans that visits belong to, by name; all of them first."""
        found = {row.inspection_plan_id: row.inspection_plan for row in self._rows if row.inspection_plan_id}
        return [("", "Mọi đợt"), *sorted(found.items(), key=lambda pair: sort_key(pair[1]))]

    def entries(self, today: str) -> tuple[VisitEntryRow, ...]:
        """What is shown on ``today`` (ISO date): what has the typed dấu first, then the newest."""
        shown = [row for row in self._rows if self._is_shown(row, today)]
        marked, folded = match_key(self.query), fold(self.query)
        exact = [row for row in shown if marked in self._keys[row.id][0]]
        known = {row.id for row in exact}
        others = [row for row in shown if row.id not in known and folded in self._keys[row.id][1]]
        return tuple(_entry(row, today) for row in (*exact, *others))

    def _is_shown(self, row: VisitRow, today: str) -> bool:
        if row.is_corrected and not self.with_corrected:
            return False
        in_state = _is_overdue(row, today) if self.state == OVERDUE else self.state in ("", row.state)
        in_use = self.purpose in ("", row.purpose)
        in_plan = self.plan_id in ("", row.inspection_plan_id)
        begins = not self.date_from or row.date >= self.date_from
        ends = not self.date_to or (bool(row.date) and row.date <= self.date_to)
        return in_state and in_use and in_plan and begins and ends


def _is_overdue(row: VisitRow, today: str) -> bool:
    """Deadlines of a whole month or year are late only once that is over: a beginning of today is not before it."""
    return bool(row.next_deadline) and not today.startswith(row.next_deadline) and row.next_deadline < today


def _entry(row: VisitRow, today: str) -> VisitEntryRow:
    version = f" · bản sửa lần {row.version - 1}" if row.version > 1 else ""
    advice = ""
    is_late = row.state != DRAFT and _is_overdue(row, today)
    if row.open_advice and row.state != DRAFT:
        late = "có kiến nghị quá hạn" if is_late else ""
        due = f"hạn gần nhất {format_short(row.next_deadline)}" if row.next_deadline and not late else late
        advice = f"{row.open_advice} kiến nghị chưa xong" + (f", {due}" if due else "")
    return VisitEntryRow(
        row.id,
        row.unit or "Chưa chọn đơn vị",
        format_short(row.date) or "Chưa có ngày",
        f"{dict(VISIT_STATES)[row.state]}{version}",
        row.inspection_plan or row.checklist,
        advice,
        row.state,
        is_late,
    )
