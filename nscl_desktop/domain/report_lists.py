"""The lists of a report: units supported, courses held, prizes won; rows of texts, first their number."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from nscl_desktop.domain.dates import format_short
from nscl_desktop.domain.money import format_amount
from nscl_desktop.domain.periodic_reports import COURSES, DOSSIERS, PRIZES
from nscl_desktop.domain.sorting import sort_key
from nscl_desktop.domain.supports import STAGES, STATES
from nscl_desktop.domain.training import COURSE_KINDS

_STAGE_NAMES = tuple(name for _, name in STAGES)
_STATES, _KINDS = dict(STATES), dict(COURSE_KINDS)
HEADINGS = {
    DOSSIERS: ("STT", "Đơn vị", "Mã số thuế", "Nội dung hỗ trợ", "Mã hồ sơ", "Bước đã đến", "Hợp đồng (đồng)"),
    COURSES: ("STT", "Lớp", "Hình thức", "Thời gian", "Địa điểm", "Lượt người", "Người", "Đạt"),
    PRIZES: ("STT", "Đơn vị", "Sản phẩm", "Năm giải", "Giải", "Quyết định", "Tiền thưởng (đồng)"),
}  # fmt: skip
FIGURES = {DOSSIERS: (6,), COURSES: (5, 6, 7), PRIZES: (6,)}
"""Which columns of a list hold figures."""


class SupportedUnit(NamedTuple):
    """A dossier that went a step on in the report's time; ``rank`` is the furthest such step, ``value`` đồng."""

    name: str
    tax_code: str
    code: str
    title: str
    rank: int
    last_on: str
    state: str
    value: int


class HeldCourse(NamedTuple):
    """A course that began in the report's time; lượt người and người apart."""

    title: str
    kind: str
    date_from: str
    date_to: str
    location: str
    turns: int
    people: int
    passed: int


class WonPrize(NamedTuple):
    """A prize that was decided in the report's time, in đồng."""

    name: str
    product: str
    year: int
    prize: str
    decision: str
    decided_on: str
    amount: int


def report_lists(
    units: Sequence[SupportedUnit], courses: Sequence[HeldCourse], prizes: Sequence[WonPrize]
) -> tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]:
    """(name, rows) of each list; units by name, courses and prizes as they come."""
    keys = {name: sort_key(name) for name in {each.name for each in units}}
    ordered = sorted(units, key=lambda each: (keys[each.name], each.code, each.title))
    return (
        (DOSSIERS, _numbered(_unit_cells(each) for each in ordered)),
        (COURSES, _numbered(_course_cells(each) for each in courses)),
        (PRIZES, _numbered(_prize_cells(each) for each in prizes)),
    )  # fmt: skip


def rows_of(lines: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """A list as it was kept when the report was sent."""
    return tuple(tuple(line.split("\t")) for line in lines)


def summary(name: str, rows: Sequence[Sequence[str]]) -> str:
    """What a list comes to, unlike things apart: “12 hồ sơ của 9 đơn vị”."""
    if not rows:
        return "Không có trong kỳ."
    if name == DOSSIERS:
        units = {(row[1], row[2]) for row in rows if row[1]}
        return f"{len(rows)} hồ sơ của {len(units)} đơn vị."
    if name == COURSES:
        turns, passed = (sum(int(row[at].replace(".", "") or 0) for row in rows) for at in (5, 7))
        return f"{len(rows)} lớp, {turns} lượt người tham dự, {passed} lượt đạt."
    winners = {row[1] for row in rows if row[1]}
    return f"{len(rows)} giải của {len(winners)} đơn vị."


def _numbered(rows: Iterable[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    return tuple((str(at), *row) for at, row in enumerate(rows, 1))


def _unit_cells(each: SupportedUnit) -> tuple[str, ...]:
    state = "" if each.state == "open" else f" ({_STATES[each.state].lower()})"
    stage = f"{_STAGE_NAMES[each.rank]}, {format_short(each.last_on)}{state}"
    value = format_amount(each.value) if each.value else ""
    return each.name or "Chưa chọn đơn vị", each.tax_code, each.title, each.code, stage, value


def _course_cells(each: HeldCourse) -> tuple[str, ...]:
    when = " – ".join(dict.fromkeys(filter(None, map(format_short, (each.date_from, each.date_to)))))
    counts = (str(each.turns), str(each.people), str(each.passed))
    return each.title, _KINDS.get(each.kind, each.kind), when, each.location, *counts


def _prize_cells(each: WonPrize) -> tuple[str, ...]:
    decision = " ngày ".join(filter(None, (each.decision, format_short(each.decided_on))))
    amount = format_amount(each.amount) if each.amount else ""
    return each.name, each.product, str(each.year or ""), each.prize, decision, amount
