"""Inspections and surveys: check lists in versions, visits with what was seen, and what is to be mended until when.

This is the programme's own following up (BD IV.7), neither thanh tra nor state inspection of product quality.
"""

from decimal import Decimal
from typing import ClassVar

from nscl_desktop.domain import fields as f
from nscl_desktop.domain.fields import Place
from nscl_desktop.domain.records import Record, record

INSPECTION, SURVEY = "inspection", "survey"
PURPOSES = ((INSPECTION, "Kiểm tra"), (SURVEY, "Khảo sát"))
DRAFT, IN_USE, RETIRED = "draft", "in_use", "retired"
CHECKLIST_STATES = ((DRAFT, "Đang soạn"), (IN_USE, "Đang dùng"), (RETIRED, "Thôi dùng"))
HEADING, VERDICT, NUMBER, TEXT, SCORE, CHOICE, PHOTO = (
    "heading",
    "verdict",
    "number",
    "text",
    "score",
    "choice",
    "photo",
)
QUESTION_KINDS = (
    (HEADING, "Mục"),
    (VERDICT, "Đạt / chưa đạt / không áp dụng"),
    (NUMBER, "Số"),
    (TEXT, "Lời"),
    (SCORE, "Điểm"),
    (CHOICE, "Chọn một"),
    (PHOTO, "Ảnh"),
)
PASSED, FAILED, NOT_APPLICABLE = "passed", "failed", "not_applicable"
VERDICTS = (("", "Chưa trả lời"), (PASSED, "Đạt"), (FAILED, "Chưa đạt"), (NOT_APPLICABLE, "Không áp dụng"))
FINISHED, SIGNED = "finished", "signed"
VISIT_STATES = ((DRAFT, "Nháp"), (FINISHED, "Xong tại chỗ"), (SIGNED, "Đã ký biên bản"))
HEAD, MEMBER, CLERK, HOST = "head", "member", "clerk", "host"
ROLES = ((HEAD, "Trưởng đoàn"), (MEMBER, "Thành viên"), (CLERK, "Thư ký"), (HOST, "Đại diện đơn vị"))


@record
class Checklist(Record):
    """A version of a check list or questionnaire; once in use it is not changed: a new version follows it."""

    entity: ClassVar[str] = "checklist"
    noun: ClassVar[str] = "bảng kiểm"

    name: str = f.text("Tên bảng kiểm", required=True)
    purpose: str = f.choice("Dùng để", PURPOSES, INSPECTION)
    version: int = f.integer("Phiên bản", default=1)
    state: str = f.choice("Tình trạng", CHECKLIST_STATES, DRAFT)
    follows: str | None = f.ref("checklist", "Thay cho phiên bản", outside=True)
    note: str = f.long_text("Ghi chú")


@record
class Question(Record):
    """A heading or a question; shown only if another question was answered with ``condition``, where one is named."""

    entity: ClassVar[str] = "question"
    noun: ClassVar[str] = "câu hỏi"

    checklist_id: str = f.ref("checklist", "Bảng kiểm", owner=True)
    place: Place = f.place("question")
    kind: str = f.choice("Loại", QUESTION_KINDS, VERDICT)
    label: str = f.text("Số mục")
    text: str = f.text("Nội dung", required=True)
    hint: str = f.text("Hướng dẫn")
    unit: str = f.text("Đơn vị tính")
    least: Decimal | None = f.number("Nhỏ nhất")
    most: Decimal | None = f.number("Lớn nhất")
    options: tuple[str, ...] = f.lines("Các lựa chọn")
    is_required: bool = f.flag("Bắt buộc trả lời")
    asked_if: str | None = f.ref("question", "Chỉ hỏi khi câu", outside=True)
    condition: str = f.text("Được trả lời là")


@record
class InspectionPlan(Record):
    """A plan of visits, periodic or ad hoc, with the decision it rests on."""

    entity: ClassVar[str] = "inspection_plan"
    noun: ClassVar[str] = "đợt kiểm tra"

    name: str = f.text("Tên đợt", required=True)
    purpose: str = f.choice("Loại", PURPOSES, INSPECTION)
    is_ad_hoc: bool = f.flag("Đột xuất")
    plan_id: str | None = f.ref("plan", "Kế hoạch", outside=True)
    document: str = f.text("Quyết định, kế hoạch kiểm tra")
    documented_on: str = f.date("Ngày văn bản")
    date_from: str = f.date("Từ ngày")
    date_to: str = f.date("Đến ngày")
    note: str = f.long_text("Ghi chú")


@record
class Visit(Record):
    """One visit to one unit by one version of a check list.

    A finished visit is corrected by a new version (``corrects``) with a reason; signed minutes stay as signed.
    ``at_question`` is where the entry goes on after a power cut.
    """

    entity: ClassVar[str] = "visit"
    noun: ClassVar[str] = "lần kiểm tra"

    inspection_plan_id: str | None = f.ref("inspection_plan", "Đợt kiểm tra", outside=True)
    enterprise_id: str | None = f.ref("enterprise", "Đơn vị")
    dossier_id: str | None = f.ref("dossier", "Hồ sơ hỗ trợ", outside=True)
    checklist_id: str | None = f.ref("checklist", "Bảng kiểm")
    state: str = f.choice("Tình trạng", VISIT_STATES, DRAFT)
    version: int = f.integer("Lần lập", default=1)
    corrects: str | None = f.ref("visit", "Sửa cho bản", outside=True)
    correction_reason: str = f.text("Lý do sửa")
    number: str = f.text("Số biên bản", hint="Do văn phòng cấp")
    date: str = f.date("Ngày")
    began_at: str = f.text("Bắt đầu lúc", hint="08 giờ 30 phút")
    ended_at: str = f.text("Kết thúc lúc")
    location: str = f.text("Địa điểm")
    legal_bases: tuple[str, ...] = f.lines("Căn cứ")
    shortcomings: str = f.long_text("Tồn tại, hạn chế")
    opinion: str = f.long_text("Ý kiến của đơn vị")
    conclusion: str = f.long_text("Kết luận")
    copies: int | None = f.integer("Số bản lập")
    at_question: str | None = f.ref("question", "Đang ở câu", outside=True)


@record
class Participant(Record):
    """Somebody who takes part in a visit, of the team or of the unit."""

    entity: ClassVar[str] = "visit_participant"
    noun: ClassVar[str] = "người tham gia"

    visit_id: str = f.ref("visit", "Lần kiểm tra", owner=True)
    position: str = f.position()
    name: str = f.text("Họ và tên", required=True)
    title: str = f.text("Chức vụ")
    unit: str = f.text("Đơn vị công tác")
    role: str = f.choice("Vai trò", ROLES, MEMBER)


@record
class Answer(Record):
    """What was found on one question of a visit."""

    entity: ClassVar[str] = "answer"
    noun: ClassVar[str] = "câu trả lời"

    visit_id: str = f.ref("visit", "Lần kiểm tra", owner=True)
    question_id: str | None = f.ref("question", "Câu hỏi")
    verdict: str = f.choice("Đánh giá", VERDICTS, "")
    number: Decimal | None = f.number("Số, điểm")
    text: str = f.long_text("Lời, lựa chọn")
    note: str = f.text("Ghi chú")


@record
class Recommendation(Record):
    """What the unit is to mend until when; open until it is found mended."""

    entity: ClassVar[str] = "recommendation"
    noun: ClassVar[str] = "kiến nghị"

    visit_id: str = f.ref("visit", "Lần kiểm tra", owner=True)
    position: str = f.position()
    question_id: str | None = f.ref("question", "Theo câu", outside=True)
    finding: str = f.text("Tồn tại")
    text: str = f.text("Kiến nghị", required=True)
    deadline: str = f.date("Thời hạn khắc phục")
    closed_on: str = f.date("Ngày khắc phục xong")
    outcome: str = f.text("Kết quả khắc phục")
