"""Periodic reports: what was planned, done and is still expected of a time, each figure as it was drafted.

A figure stays what it was when the report was drafted; what the data say now is compared with it, never written over
it. Once the report is marked as sent, nothing of it changes any more. Money in whole đồng.
"""

from decimal import Decimal
from typing import ClassVar

from nscl_desktop.domain import fields as f
from nscl_desktop.domain.records import Record, record
from nscl_desktop.domain.targets import COMPARISONS, NONE

HALF_YEAR, YEAR, PERIOD, MIDTERM, FINAL = "half_year", "year", "period", "midterm", "final"
REPORT_KINDS = (
    (HALF_YEAR, "Báo cáo 6 tháng"), (YEAR, "Báo cáo năm"), (PERIOD, "Báo cáo giai đoạn"), (MIDTERM, "Báo cáo sơ kết"),
    (FINAL, "Báo cáo tổng kết"),
)  # fmt: skip
DRAFT, SENT = "draft", "sent"
REPORT_STATES = ((DRAFT, "Nháp"), (SENT, "Đã gửi"))
SECTION, SOURCE, ELSEWHERE = "section", "source", "elsewhere"
MONEY_PARTS = ((SECTION, "Theo mục"), (SOURCE, "Theo nguồn"), (ELSEWHERE, "Cơ quan khác chủ trì"))
DOSSIERS, COURSES, PRIZES = "dossiers", "courses", "prizes"
LIST_NAMES = (
    (DOSSIERS, "Đơn vị, nội dung được hỗ trợ"), (COURSES, "Lớp đào tạo"), (PRIZES, "Giải thưởng"),
)  # fmt: skip


@record
class PeriodicReport(Record):
    """One report of a plan for the years from ``year_from`` to ``year_to``; figures are those of the end of ``cutoff``.

    ``obligation_id`` is the duty that it fulfils.
    """

    entity: ClassVar[str] = "periodic_report"
    noun: ClassVar[str] = "báo cáo định kỳ"

    title: str = f.text("Trích yếu", required=True)
    kind: str = f.choice("Loại báo cáo", REPORT_KINDS, YEAR)
    plan_id: str | None = f.ref("plan", "Kế hoạch", outside=True)
    obligation_id: str | None = f.ref("obligation", "Theo chế độ báo cáo", outside=True)
    year_from: int | None = f.integer("Từ năm")
    year_to: int | None = f.integer("Đến năm")
    cutoff: str = f.date("Ngày chốt số liệu")
    state: str = f.choice("Tình trạng", REPORT_STATES, DRAFT)
    number: str = f.text("Số, ký hiệu", hint="Ghi sau khi ký, thí dụ 45/BC-CCTĐC")
    date: str = f.date("Ngày ký")
    place: str = f.text("Địa danh")
    to_party: tuple[str, ...] = f.lines("Kính gửi", hint="Mỗi nơi một dòng")
    authority: tuple[str, ...] = f.lines("Quyền hạn, chức vụ người ký")
    signer: str = f.text("Họ tên người ký")
    recipients: tuple[str, ...] = f.lines("Nơi nhận")
    summary: str = f.long_text("Tình hình chỉ đạo, triển khai")
    difficulties: str = f.long_text("Khó khăn, vướng mắc")
    next_steps: str = f.long_text("Nhiệm vụ thời gian tới")
    proposals: str = f.long_text("Đề xuất, kiến nghị")
    sent_on: str = f.date("Ngày gửi")
    sent_by: str = f.text("Người gửi")
    note: str = f.long_text("Ghi chú")


@record
class ReportFigure(Record):
    """One target's figures: planned, done in the report's years, in all since the plan began.

    ``subject`` is the key of the oldest target that this one was taken from. A percentage keeps what it is a part of
    (``whole``, ``divided_by``); ``reason`` says why there is no number. Only ``estimate`` is entered by hand.
    """

    entity: ClassVar[str] = "report_figure"
    noun: ClassVar[str] = "số liệu của báo cáo"

    report_id: str = f.ref("periodic_report", "Báo cáo", owner=True)
    position: str = f.position()
    subject: str = f.text("Mục tiêu (khóa)")
    label: str = f.text("Số mục")
    text: str = f.long_text("Mục tiêu")
    comparison: str = f.choice("So sánh", COMPARISONS, NONE)
    planned: Decimal | None = f.number("Mục tiêu")
    planned_to: Decimal | None = f.number("Mục tiêu đến")
    tolerance: Decimal | None = f.number("Mức được thấp hơn của “khoảng” (%)")
    unit: str = f.text("Đơn vị tính")
    done: Decimal | None = f.number("Thực hiện trong kỳ")
    total: Decimal | None = f.number("Lũy kế")
    counted_unit: str = f.text("Số đếm tính theo")
    part: Decimal | None = f.number("Tử số")
    whole: Decimal | None = f.number("Mẫu số")
    divided_by: str = f.text("Mẫu số là")
    reason: str = f.text("Lý do chưa có số")
    estimate: Decimal | None = f.number("Ước cả năm")


@record
class ReportMoney(Record):
    """Money of a section or a source in the report's years: planned, given, bound, paid, and paid since the start.

    Sections and sources are two divisions of one sum and are never added together.
    """

    entity: ClassVar[str] = "report_money"
    noun: ClassVar[str] = "kinh phí của báo cáo"

    report_id: str = f.ref("periodic_report", "Báo cáo", owner=True)
    position: str = f.position()
    part: str = f.choice("Phân theo", MONEY_PARTS, SECTION)
    subject: str = f.text("Mục, nguồn (khóa)")
    label: str = f.text("Số mục")
    text: str = f.text("Nội dung")
    planned: int | None = f.money("Theo kế hoạch")
    current: int | None = f.money("Được giao")
    committed: int | None = f.money("Cam kết")
    paid: int | None = f.money("Đã chi")
    paid_total: int | None = f.money("Lũy kế đã chi")
    estimate: int | None = f.money("Ước cả năm")


@record
class ReportList(Record):
    """A list of the report as it was sent: one line for each row, its cells apart by tabs, first its number."""

    entity: ClassVar[str] = "report_list"
    noun: ClassVar[str] = "danh sách của báo cáo"

    report_id: str = f.ref("periodic_report", "Báo cáo", owner=True)
    name: str = f.choice("Danh sách", LIST_NAMES, DOSSIERS)
    rows: tuple[str, ...] = f.lines("Dòng")


REPORT_RECORDS: tuple[type[Record], ...] = (PeriodicReport, ReportFigure, ReportMoney, ReportList)
