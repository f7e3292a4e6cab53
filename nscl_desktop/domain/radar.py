"""The radar of deadlines: what is due or late, the most urgent first, each with the day stated and the last safe day.

Reports that plans ask for come one by one, everything else by kind with the number of its records: an office reads
three hundred late steps as one line, and opens it.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from nscl_desktop.domain.counting_rules import DayOff
from nscl_desktop.domain.deadlines import RINGS, Due
from nscl_desktop.domain.dossiers.days import last_day_of
from nscl_desktop.domain.working_days import WorkCalendar, proposed_holidays

SOON_DAYS, CERTIFICATE_DAYS, REPORT_DAYS, STILL_DAYS = 30, 90, 120, 180
"""So many days before its end something is shown; a dossier without any step for so long stands still."""
LATE_REPORT_DAYS = 90
"""A report that was due longer ago and is not marked as sent is no news."""


class RadarKind(Enum):
    """What a line of the radar is of."""

    REPORT = "Báo cáo"
    WORK = "Công việc"
    STAGE = "Bước của hồ sơ"
    CONTRACT = "Hợp đồng"
    UNIT_REPORT = "Báo cáo của đơn vị"
    FOLLOW_UP = "Theo dõi sau hỗ trợ"
    CERTIFICATE = "Giấy chứng nhận"
    ADVICE = "Kiến nghị kiểm tra"
    STILL = "Hồ sơ đứng yên"


class Waiting(NamedTuple):
    """One record that waits for a day: what opens, what it is called, whose it is, the day (ISO, known in part)."""

    kind: RadarKind
    entity: str
    key: str
    name: str
    unit: str
    due_on: str


@dataclass(frozen=True, slots=True)
class RadarLine:
    """One line. ``left`` are days until the last safe day, below nought when late; ``working`` the working days left.

    ``stated`` is the day as the plan or record names it, ``safe`` the last day that is surely in time, ``last_working``
    the last day before it on which the office is open. ``records`` are behind the line, the most urgent first; a report
    has none, it has its ``due``.
    """

    kind: RadarKind
    name: str
    whose: str
    stated: dt.date
    safe: dt.date
    last_working: dt.date
    left: int
    working: int
    records: tuple[Waiting, ...] = ()
    due: Due | None = None
    plan_id: str = ""

    @property
    def ring(self) -> int | None:
        """The narrowest of 30, 14, 7, 1 days that it has come into; None while it is further off."""
        return min((ring for ring in RINGS if self.left <= ring), default=None)

    @property
    def left_words(self) -> str:
        """Còn 7 ngày (5 ngày làm việc); hôm nay là ngày cuối; quá hạn 3 ngày."""
        if self.kind is RadarKind.STILL:
            return f"đã {-self.left} ngày không có bước nào"
        if self.left < 0:
            return f"quá hạn {-self.left} ngày"
        if self.left == 0:
            return "hôm nay là ngày cuối"
        return f"còn {self.left} ngày ({self.working} ngày làm việc)"


def calendar_of(days: Iterable[DayOff], years: Iterable[int]) -> WorkCalendar:
    """The office's days off; of years for which it has noted none, those that the law names."""
    known = [each for each in days if len(each.date) == 10]
    off = {dt.date.fromisoformat(each.date) for each in known if not each.is_worked}
    worked = {dt.date.fromisoformat(each.date) for each in known if each.is_worked}
    noted = {day.year for day in off | worked}
    for year in years:
        if year not in noted:
            off |= {each.day for each in proposed_holidays(year)}
    return WorkCalendar(off, worked)


def report_lines(
    dues: Iterable[Due], today: dt.date, calendar: WorkCalendar, plan_ids: Collection[str] = ()
) -> list[RadarLine]:
    """A line for each report that is near or late; those of all plans, or of these."""
    found = []
    for due in dues:
        left = due.days_left(today)
        if -LATE_REPORT_DAYS <= left <= REPORT_DAYS and (not plan_ids or due.obligation.plan_id in plan_ids):
            whose = " → ".join(filter(None, (due.obligation.from_party, due.obligation.to_party)))
            working = calendar.working_days_between(today, due.last_safe)
            found.append(
                RadarLine(
                    RadarKind.REPORT, due.obligation.text, whose, due.stated, due.last_safe, due.last_working, left,
                    working, due=due, plan_id=due.obligation.plan_id,
                )
            )  # fmt: skip
    return found


def waiting_lines(records: Iterable[Waiting], today: dt.date, calendar: WorkCalendar) -> list[RadarLine]:
    """A line for each kind, late and near apart, under the day of its most urgent record."""
    groups: dict[tuple[RadarKind, bool], list[Waiting]] = {}
    start = today.isoformat()
    for each in records:  # of a day known in part the last day decides, which is over when its beginning is
        groups.setdefault((each.kind, each.due_on < start[: len(each.due_on)]), []).append(each)
    found = []
    for (kind, _), group in groups.items():
        named = tuple(sorted(group, key=lambda each: (each.due_on, each.unit, each.name, each.key)))
        first = last_day_of(named[0].due_on)
        found.append(
            RadarLine(
                kind, _name(named), named[0].unit if len(named) == 1 else "", first, first,
                calendar.last_working(first), (first - today).days, calendar.working_days_between(today, first), named,
            )
        )  # fmt: skip
    return found


def in_order(lines: Iterable[RadarLine]) -> list[RadarLine]:
    """Reports that are due first of all on a day; what is late before what is near, dossiers that stand still last."""
    return sorted(lines, key=lambda line: (line.kind is RadarKind.STILL, line.left, _KINDS.index(line.kind), line.name))


def due_soon(lines: Sequence[RadarLine]) -> int:
    """How many things are late or due within 30 days, each record counted; what stands still is no deadline."""
    near = [line for line in lines if line.left <= SOON_DAYS and line.kind is not RadarKind.STILL]
    return sum(max(len(line.records), 1) for line in near)


_KINDS = tuple(RadarKind)


def _name(records: Sequence[Waiting]) -> str:
    first = records[0]
    return first.name if len(records) == 1 else f"{len(records)} {first.kind.value[:1].lower()}{first.kind.value[1:]}"
