"""How results are counted, as data: one rule for each target, figures that others publish, days off, reports sent.

A rule belongs to a target of a plan that may be issued and closed; so it stands beside the plan, not in it, and is
kept when the plan is amended.
"""

from decimal import Decimal
from typing import ClassVar

from nscl_desktop.domain import fields as f
from nscl_desktop.domain.records import Record, record
from nscl_desktop.domain.supports import STAGES

DOSSIER, ITEM, CERTIFICATE, COURSE, ENROLMENT, EXPERT, CLUB = (
    "dossier", "item", "certificate", "course", "enrolment", "expert", "club",
)  # fmt: skip
NOMINATION, PRIZE, COMMENDATION, WORK, WORK_UNIT, VISIT, PUBLISHED = (
    "nomination", "prize", "commendation", "work", "work_unit", "visit", "published",
)  # fmt: skip
COUNTED = (
    ("", "Không đếm được trong phần mềm"),
    (DOSSIER, "Hồ sơ hỗ trợ"), (ITEM, "Mục hỗ trợ (công cụ, hệ thống, sản phẩm…)"), (CERTIFICATE, "Giấy chứng nhận"),
    (COURSE, "Lớp đào tạo"), (ENROLMENT, "Học viên"), (EXPERT, "Chuyên gia năng suất chất lượng"),
    (CLUB, "Câu lạc bộ"), (NOMINATION, "Đơn vị dự giải"), (PRIZE, "Giải đạt được"), (COMMENDATION, "Khen thưởng"),
    (WORK, "Công việc"), (WORK_UNIT, "Đơn vị được chọn tham gia công việc"), (VISIT, "Lần kiểm tra, khảo sát"),
    (PUBLISHED, "Số liệu được công bố"),
)  # fmt: skip
EACH, BY_UNIT, BY_PERSON = "", "unit", "person"
DISTINCT = ((EACH, "Mỗi bản ghi một lần"), (BY_UNIT, "Mỗi đơn vị một lần"), (BY_PERSON, "Mỗi người một lần"))
STATES = (
    ("", "Theo thông lệ của loại được đếm"),
    ("finished", "Đã kết thúc, đã xong"), ("signed", "Đã ký biên bản"),
    ("attended", "Có tham dự"), ("passed", "Đạt"), ("certified", "Đã được cấp chứng chỉ"),
    ("registered", "Đăng ký"), ("screened", "Qua sơ tuyển"), ("national", "Trình hội đồng quốc gia"),
    ("decided", "Có quyết định"), ("any", "Ở mọi tình trạng"),
)  # fmt: skip
NARROWED = (
    ("", "Mọi loại"),
    ("held", "Lớp văn phòng tổ chức"), ("sent", "Lớp cử người đi học"),
    ("inspection", "Kiểm tra"), ("survey", "Khảo sát"),
    ("collective", "Tập thể"), ("individual", "Cá nhân"),
    ("policy", "Cơ chế, chính sách"), ("communication", "Thông tin, truyền thông"),
    ("conference", "Hội nghị, hội thảo"), ("study_visit", "Học tập kinh nghiệm"),
    ("database", "Cơ sở dữ liệu"), ("tfp", "Tính toán TFP"),
    ("cooperation", "Hợp tác"), ("choice", "Lựa chọn đơn vị tham gia"), ("assignment", "Phân công cơ quan"),
    ("report", "Báo cáo"), ("other", "Việc khác"),
)  # fmt: skip
"""Kinds of courses, visits, commendations and work items, told by their own codes."""
BY_DAY, BY_YEAR, BY_PAYMENT = "", "year", "payment"
YEAR_BY = (
    (BY_DAY, "Ngày đạt được (bước, cấp, kết thúc, quyết định)"), (BY_YEAR, "Năm ghi ở bản ghi (năm bắt đầu, năm giải)"),
    (BY_PAYMENT, "Niên độ chi"),
)  # fmt: skip
LATEST, MEAN, COMPOUND_RATES, COMPOUND_LEVELS = "", "mean", "rates", "levels"
AVERAGES = (
    (LATEST, "Số của năm gần nhất"), (MEAN, "Trung bình cộng các năm"),
    (COMPOUND_RATES, "Bình quân (nhân) của tốc độ tăng hằng năm, %"),
    (COMPOUND_LEVELS, "Tốc độ tăng bình quân từ số đầu kỳ đến số cuối kỳ, %"),
)  # fmt: skip
NO_BASE, PUBLISHED_BASE, REGISTER_BASE = "", "published", "register"
BASES = (
    (NO_BASE, "Không tính tỷ lệ"), (PUBLISHED_BASE, "Số liệu được công bố"),
    (REGISTER_BASE, "Số đơn vị trong danh sách của văn phòng"),
)  # fmt: skip


@record
class CountingRule(Record):
    """What a target counts; an empty list means all. Proposed rules stay unconfirmed until the office agrees.

    ``stage``: dossiers count once they have come so far. ``unit``: only items (or work) counted in it, by quantity.
    ``tolerance``: by how many per cent “khoảng” may fall short of the figure.
    """

    entity: ClassVar[str] = "counting_rule"
    noun: ClassVar[str] = "cách đếm"

    target_id: str | None = f.ref("target", "Mục tiêu", outside=True)
    counted: str = f.choice("Đếm gì", COUNTED, "")
    distinct: str = f.choice("Đếm mỗi lần theo", DISTINCT, EACH)
    kinds: tuple[str, ...] = f.lines("Loại hình đơn vị", hint="Để trống: mọi loại hình")
    public_only: bool = f.flag("Chỉ đơn vị công lập, vốn nhà nước")
    groups: tuple[str, ...] = f.lines("Nhóm nội dung hỗ trợ", hint="Để trống: mọi nhóm")
    supports: tuple[str, ...] = f.lines("Mã nội dung hỗ trợ, tiêu chuẩn", hint="Để trống: mọi nội dung")
    unit: str = f.text("Đơn vị tính của mục được đếm", hint="hệ thống, công cụ, sản phẩm…")
    stage: str = f.choice("Đã đến bước", (("", "Không xét bước"), *STAGES), "")
    state: str = f.choice("Tình trạng", STATES, "")
    narrowed: str = f.choice("Chỉ loại", NARROWED, "")
    year_by: str = f.choice("Năm tính theo", YEAR_BY, BY_DAY)
    with_carried: bool = f.flag("Tính cả phần chuyển tiếp từ giai đoạn trước", default=True)
    outside_plan: bool = f.flag("Tính cả ngoài kế hoạch này")
    on_lines: bool = f.flag("Chỉ tính phần lấy kinh phí từ mục chi gắn với mục tiêu")
    indicator: str = f.text("Chỉ tiêu công bố", hint="Tên chỉ tiêu ở bảng Số liệu công bố")
    average: str = f.choice("Lấy số", AVERAGES, LATEST)
    base: str = f.choice("Mẫu số của tỷ lệ", BASES, NO_BASE)
    base_indicator: str = f.text("Chỉ tiêu làm mẫu số")
    tolerance: Decimal | None = f.number("Mức được thấp hơn của “khoảng” (%)")
    confirmed: bool = f.flag("Văn phòng đã thống nhất cách đếm")
    reason: str = f.long_text("Lý do, căn cứ", hint="Vì sao đếm như vậy, hoặc vì sao không đếm được")


@record
class PublishedFigure(Record):
    """A figure that others publish (GRDP, number of public clinics): stated with its source, never computed."""

    entity: ClassVar[str] = "published_figure"
    noun: ClassVar[str] = "số liệu công bố"

    indicator: str = f.text("Chỉ tiêu", required=True)
    year: int | None = f.integer("Năm")
    value: Decimal | None = f.number("Giá trị")
    unit: str = f.text("Đơn vị tính")
    area: str = f.text("Địa bàn")
    source: str = f.text("Nguồn", hint="Niên giám thống kê tỉnh năm 2024, trang 112")
    published_on: str = f.date("Ngày công bố")
    is_estimate: bool = f.flag("Số ước, sơ bộ")
    note: str = f.text("Ghi chú")


@record
class DayOff(Record):
    """A day on which offices are closed, or a weekend day that is worked in exchange; the government decides yearly."""

    entity: ClassVar[str] = "day_off"
    noun: ClassVar[str] = "ngày nghỉ"

    date: str = f.date("Ngày")
    name: str = f.text("Tên ngày nghỉ")
    is_worked: bool = f.flag("Là ngày làm bù")
    document: str = f.text("Văn bản")


@record
class SentReport(Record):
    """That the report which an obligation asks for was sent for a year, so that nobody is reminded of it again."""

    entity: ClassVar[str] = "sent_report"
    noun: ClassVar[str] = "báo cáo đã gửi"

    obligation_id: str | None = f.ref("obligation", "Chế độ báo cáo", outside=True)
    year: int | None = f.integer("Năm")
    sent_on: str = f.date("Ngày gửi")
    document: str = f.text("Số văn bản")
    person: str = f.text("Người gửi")
    note: str = f.text("Ghi chú")


OVERVIEW_RECORDS: tuple[type[Record], ...] = (CountingRule, PublishedFigure, DayOff, SentReport)
