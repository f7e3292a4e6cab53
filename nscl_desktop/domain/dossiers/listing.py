"""What the list of dossiers knows of each: how far it has come, what it waits for, and which deadline is next."""

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from nscl_desktop.domain.dossiers.days import days_until
from nscl_desktop.domain.dossiers.stages import NAMES
from nscl_desktop.domain.supports import ENDED, OPEN

SOON_DAYS, CERTIFICATE_DAYS = 30, 90
"""Deadlines are shown so many days before; a certificate takes months to renew."""


class DossierRow(NamedTuple):
    """One dossier as the list shows it. Days are ISO dates or their beginnings, "" for none; money in đồng.

    ``stage`` is the furthest reached. ``next_stage`` and ``stage_due``: the deadline that comes first of the stages
    behind it. ``missing``: required papers of the stages reached that neither came in nor are excused.
    ``certificate_due``: the first certificate won by it to expire that none has renewed. ``folded`` is sought.
    """

    id: str
    code: str
    title: str
    enterprise_id: str
    unit: str
    plan_id: str
    year: int | None
    state: str
    is_guidance: bool
    person: str
    is_carried: bool
    is_replacement: bool
    is_replaced: bool
    money: int
    stage: str
    stage_on: str
    next_stage: str
    stage_due: str
    report_due: str
    contract_due: str
    follow_due: str
    certificate_due: str
    missing: int
    folded: str


class Wait(Enum):
    """What a deadline is of."""

    STAGE = "Bước"
    CONTRACT = "Hợp đồng"
    REPORT = "Báo cáo của đơn vị"
    FOLLOW_UP = "Theo dõi sau hỗ trợ"
    CERTIFICATE = "Giấy chứng nhận"


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline of a dossier that is past (``left`` below nought) or near, with the days left."""

    wait: Wait
    name: str
    due_on: str
    left: int
    short_name: str = ""

    @property
    def words(self) -> str:
        """Bước Khảo sát quá hạn 12 ngày; Giấy chứng nhận còn 40 ngày."""
        return f"{self.name} {self._when('quá hạn')}"

    @property
    def short(self) -> str:
        """For a narrow place: Khảo sát quá 12 ngày; Chứng nhận còn 40 ngày."""
        return f"{self.short_name} {self._when('quá')}"

    def _when(self, past: str) -> str:
        if self.left < 0:
            return f"{past} {-self.left} ngày"
        return f"còn {self.left} ngày" if self.left else "hạn hôm nay"


def deadlines(row: DossierRow, day: str) -> tuple[Deadline, ...]:
    """What is past or near on an ISO day, the most urgent first.

    Stages, contracts and reports wait only while a dossier is open; what an ended one leaves behind waits for nobody.
    """
    is_open = row.state == OPEN
    stage = NAMES.get(row.next_stage, "")
    waits = (
        (Wait.STAGE, f"{Wait.STAGE.value} {stage}", stage, row.stage_due, is_open),
        (Wait.CONTRACT, Wait.CONTRACT.value, Wait.CONTRACT.value, row.contract_due, is_open),
        (Wait.REPORT, Wait.REPORT.value, "Báo cáo", row.report_due, is_open),
        (Wait.FOLLOW_UP, Wait.FOLLOW_UP.value, "Theo dõi", row.follow_due, row.state != ENDED),
        (Wait.CERTIFICATE, Wait.CERTIFICATE.value, "Chứng nhận", row.certificate_due, True),
    )
    found = [
        Deadline(wait, name, due, left, short)
        for wait, name, short, due, counts in waits
        if due and counts and (left := days_until(due, day)) <= _within(wait)
    ]
    return tuple(sorted(found, key=lambda each: (each.left, each.name)))


def _within(wait: Wait) -> int:
    return CERTIFICATE_DAYS if wait is Wait.CERTIFICATE else SOON_DAYS
