"""Periodic reports: drafted, written, renewed, sent and taken back; one user action each.

Nothing of a report that was sent is changed: it is what the other side holds in hand.
"""

from collections.abc import Iterable, Sequence

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import Change, ChangeSet, change_set, deleted, inserted, updated
from nscl_desktop.domain.counting_rules import SentReport
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.naming import shortened
from nscl_desktop.domain.periodic_reports import (
    DRAFT,
    FINAL,
    HALF_YEAR,
    MIDTERM,
    PERIOD,
    SENT,
    YEAR,
    PeriodicReport,
    ReportFigure,
    ReportList,
    ReportMoney,
)
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.domain.records import derived_id
from nscl_desktop.domain.report_figures import COPIED, Draft
from nscl_desktop.domain.targets import Obligation
from nscl_desktop.services.counting import mark_sent as mark_obligation
from nscl_desktop.services.dossier_parts import checked, made
from nscl_desktop.services.removal import removal

Part = ReportFigure | ReportMoney
_WHOLE_DAY = len("2026-06-30")
_SET_BY_STEPS = frozenset({"state", "sent_on", "sent_by"})


def new_report(plan: PlanRow, kind: str, year_from: int | None, year_to: int | None, cutoff: str) -> PeriodicReport:
    """A report of a plan that is not on file yet; InputError for years or a day that make no time."""
    report = made(
        PeriodicReport, title=_title(kind, year_from, year_to), kind=kind, plan_id=plan.id, year_from=year_from,
        year_to=year_to, cutoff=cutoff,
    )  # fmt: skip
    _require_time(report)
    return report


def open_report(report: PeriodicReport, draft: Draft) -> ChangeSet:
    """Put a report on file with the figures that the data give now."""
    return change_set(f"Lập {called(report)}", map(inserted, (report, *draft.records)), report.id)


def set_value(report: PeriodicReport, record: PeriodicReport | Part, name: str, value: Value) -> ChangeSet:
    """Give a field of a report, or the estimate of one of its figures, a new value; counted figures are not typed."""
    _require_draft(report)
    if name in _SET_BY_STEPS or (not isinstance(record, PeriodicReport) and name != "estimate"):
        raise InputError("Số liệu này lấy từ dữ liệu, không nhập tay; hãy sửa ở nơi ghi dữ liệu rồi cập nhật báo cáo.")
    values = checked(type(record), {name: value})
    change = updated(record, **values)
    if isinstance(record, PeriodicReport) and change:
        known = {each: getattr(record, each) for each in ("title", "kind", "year_from", "year_to", "cutoff")}
        _require_time(PeriodicReport(**{"id": record.id, **known, **{k: v for k, v in values.items() if k in known}}))
    return change_set(f"Sửa {called(report)}", [change], report.id)


def renew(
    report: PeriodicReport, stored: Iterable[Part], draft: Draft, wanted: Iterable[str] | None = None
) -> ChangeSet:
    """Take over what the data say now, for all figures or those ``wanted``; estimates stay as they were entered."""
    _require_draft(report)
    known = {each.id: each for each in stored}
    fresh = {each.id: each for each in draft.records}
    keys = known.keys() | fresh.keys()
    keys = keys & set(wanted) if wanted is not None else keys
    changes: list[Change | None] = []
    for key in sorted(keys):
        old, new = known.get(key), fresh.get(key)
        if old is None:
            changes.append(inserted(fresh[key]))
        elif new is None:
            changes.append(deleted(old))
        else:
            changes.append(updated(old, **{name: getattr(new, name) for name in COPIED[type(old)]}))
    return change_set(f"Cập nhật số liệu của {called(report)}", changes, report.id)


def send(
    report: PeriodicReport, draft: Draft, sent_on: str, person: str, obligation: Obligation | None = None
) -> ChangeSet:
    """Mark a report as sent: its figures stand as they were drafted, its lists as they are now, the duty is done."""
    _require_draft(report)
    values = checked(PeriodicReport, {"sent_on": sent_on, "sent_by": person})
    if len(str(values["sent_on"])) < _WHOLE_DAY:
        raise InputError("Chưa ghi ngày gửi báo cáo; hãy nhập theo mẫu 24/11/2026.")
    lists = [
        ReportList(
            id=derived_id(ReportList.entity, report.id, name), report_id=report.id, name=name,
            rows=tuple("\t".join(row) for row in rows),
        )
        for name, rows in draft.lists
    ]  # fmt: skip
    changes: list[Change | None] = [updated(report, state=SENT, **values), *map(inserted, lists)]
    if obligation is not None and report.year_to is not None:
        changes += mark_obligation(obligation, report.year_to, sent_on, report.number, person).changes
    return change_set(f"Ghi đã gửi {called(report)}", changes, report.id)


def take_back(report: PeriodicReport, lists: Iterable[ReportList], duty: SentReport | None = None) -> ChangeSet:
    """The report was not sent after all: a draft again, its lists live; the duty that it fulfilled is open again."""
    changes = [updated(report, state=DRAFT, sent_on="", sent_by=""), *map(deleted, lists)]
    return change_set(f"Rút về nháp {called(report)}", [*changes, *map(deleted, [duty] if duty else [])], report.id)


def remove(book: Book, report: PeriodicReport) -> ChangeSet:
    """Delete a draft with its figures."""
    _require_draft(report)
    return change_set(f"Xóa {called(report)}", removal(book, [report]), report.id)


def duty_of(report: PeriodicReport, known: Sequence[SentReport]) -> SentReport | None:
    """The note that the report's duty was done, where there is one."""
    return next(
        (each for each in known if (each.obligation_id, each.year) == (report.obligation_id, report.year_to)), None
    )


def called(report: PeriodicReport) -> str:
    """What history calls a report."""
    return f"báo cáo “{shortened(report.title, 48)}”"


def _title(kind: str, first: int | None, last: int | None) -> str:
    years = f"{first}" if first == last else f"{first}-{last}"
    when = {
        HALF_YEAR: f"6 tháng đầu năm {years}", YEAR: f"năm {years}", PERIOD: f"giai đoạn {years}",
        MIDTERM: f"giai đoạn {years}", FINAL: f"giai đoạn {years}",
    }  # fmt: skip
    what = {MIDTERM: "Sơ kết", FINAL: "Tổng kết"}.get(kind, "Kết quả")
    return f"{what} thực hiện Kế hoạch nâng cao năng suất, chất lượng sản phẩm, hàng hóa {when.get(kind, years)}"


def _require_draft(report: PeriodicReport) -> None:
    if report.state == SENT:
        raise InputError("Báo cáo đã gửi nên không sửa, không xóa được; hãy rút về nháp trước.")


def _require_time(report: PeriodicReport) -> None:
    if report.year_from is None or report.year_to is None or report.year_from > report.year_to:
        raise InputError("Báo cáo cần năm đầu và năm cuối, năm đầu không sau năm cuối; hãy nhập lại.")
    if len(report.cutoff) < _WHOLE_DAY:
        raise InputError("Ngày chốt số liệu cần đủ ngày, tháng, năm; hãy nhập theo mẫu 15/6/2026.")
    if int(report.cutoff[:4]) < report.year_from:
        raise InputError("Ngày chốt số liệu trước kỳ báo cáo nên không có số liệu nào; hãy nhập lại.")
