"""What is late or about to run out on a day: stages, contracts, reports of the unit, certificates.

One delay is one finding: of several overdue stages the first is named and the others, and the contract whose time ran
out with them, are its witnesses.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from nscl_desktop.domain.dates import format_short
from nscl_desktop.domain.dossiers.codes import CONTRACT_LATE, EXPIRING, REPORT_LATE, STAGE_LATE, remark
from nscl_desktop.domain.dossiers.days import days_until, is_past
from nscl_desktop.domain.dossiers.papers import ReportStatus, report_status
from nscl_desktop.domain.dossiers.stages import overdue
from nscl_desktop.domain.dossiers.sums import deadline_of, effective_contracts
from nscl_desktop.domain.dossiers.whole import WholeDossier
from nscl_desktop.domain.enterprises import Certificate
from nscl_desktop.domain.findings import Finding
from nscl_desktop.domain.supports import OPEN


def late(whole: WholeDossier, day: str) -> Iterator[Finding]:
    """Overdue stages, contracts and reports on an ISO day; paused, ended and finished dossiers are late with none."""
    late_stages = [state for state in overdue(whole, day) if state.step is not None]
    contracts = list(_late_contracts(whole, day))
    if late_stages:
        first, *rest = late_stages
        due = first.step.due_on if first.step else ""
        message = f"Bước {first.name} quá hạn {-days_until(due, day)} ngày (hạn {format_short(due)})."
        witnesses = [f"Bước {each.name}: hạn {format_short(each.step.due_on)}" for each in rest if each.step]
        witnesses += [found.message for found in contracts]
        made = remark(whole, STAGE_LATE, first.stage, message, expected=format_short(due))
        yield replace(made, witnesses=tuple(witnesses))
    else:
        yield from contracts
    for report in whole.reports:
        if report_status(report, whole, day) is ReportStatus.OVERDUE:
            message = (
                f"Đơn vị chưa nộp báo cáo, hạn {format_short(report.due_on)}, "
                f"quá hạn {-days_until(report.due_on, day)} ngày."
            )
            yield remark(whole, REPORT_LATE, report.id, message, expected=format_short(report.due_on))


def expiring(certificates: Iterable[Certificate], day: str, within: int) -> list[tuple[Certificate, int]]:
    """Certificates that expire within so many days of an ISO day, or have expired, with the days left; soonest first.

    A certificate of the same unit and standard that was issued later is its renewal: the older one is not listed.
    """
    known = list(certificates)
    found = [
        (each, days_until(each.expires_on, day))
        for each in known
        if each.expires_on and not any(_renews(other, each) for other in known)
    ]
    return sorted(((each, left) for each, left in found if left <= within), key=lambda pair: (pair[1], pair[0].id))


def certificates_of(
    whole: WholeDossier, certificates: Iterable[Certificate], day: str, within: int
) -> Iterator[Finding]:
    """The certificates won by a dossier that expire soon or have expired."""
    for each, left in expiring(certificates, day, within):
        if each.dossier_id == whole.dossier.id:
            when = f"còn {left} ngày" if left >= 0 else f"đã hết hạn {-left} ngày"
            message = f"Giấy chứng nhận {each.standard} hết hạn ngày {format_short(each.expires_on)}, {when}."
            yield remark(whole, EXPIRING, each.id, message, expected=format_short(each.expires_on))


def _late_contracts(whole: WholeDossier, day: str) -> Iterator[Finding]:
    if whole.dossier.state != OPEN:
        return
    for contract, _, _ in effective_contracts(whole):
        deadline = deadline_of(contract, whole)
        if not contract.accepted_on and not contract.liquidated_on and is_past(deadline, day):
            message = (
                f"Hợp đồng {contract.number} quá thời hạn {-days_until(deadline, day)} ngày "
                f"(hạn {format_short(deadline)}) mà chưa nghiệm thu."
            )
            yield remark(whole, CONTRACT_LATE, contract.id, message, expected=format_short(deadline))


def _renews(other: Certificate, each: Certificate) -> bool:
    same = (other.enterprise_id, other.standard) == (each.enterprise_id, each.standard)
    return same and other.expires_on > each.expires_on
