"""Training: courses that the office holds or sends its people to, who took part, and what it gave them.

**Lượt người** counts enrolments that took part, **người** counts persons: the same person on two courses is two of the
former and one of the latter. Money is in đồng; what was paid stands in the ledger, here are the planned costs.
"""

from decimal import Decimal
from typing import ClassVar

from nscl_desktop.domain import fields as f
from nscl_desktop.domain.records import Record, record

HELD, SENT = "held", "sent"
COURSE_KINDS = ((HELD, "Văn phòng tổ chức"), (SENT, "Cử người đi học"))
PLANNED, INVITING, RUNNING, FINISHED, CALLED_OFF = "planned", "inviting", "running", "finished", "called_off"
COURSE_STATES = (
    (PLANNED, "Dự kiến"), (INVITING, "Đang mời, đăng ký"), (RUNNING, "Đang học"), (FINISHED, "Đã kết thúc"),
    (CALLED_OFF, "Không tổ chức"),
)  # fmt: skip
INVITED, REGISTERED, ATTENDED, PASSED, ABSENT = "invited", "registered", "attended", "passed", "absent"
ENROLMENT_STATES = (
    (INVITED, "Được mời"), (REGISTERED, "Đã đăng ký"), (ATTENDED, "Có tham dự"), (PASSED, "Đạt"), (ABSENT, "Vắng"),
)  # fmt: skip
PARTS_OF_DAY = (("morning", "Sáng"), ("afternoon", "Chiều"), ("day", "Cả ngày"), ("evening", "Tối"))
EXPERT, LECTURER, MEMBER = "expert", "lecturer", "member"
ROLES = (
    (EXPERT, "Chuyên gia năng suất chất lượng"), (LECTURER, "Giảng viên"), (MEMBER, "Thành viên câu lạc bộ"),
)  # fmt: skip


@record
class Person(Record):
    """Somebody who learns, teaches, judges or is praised; told apart by name, year of birth and unit."""

    entity: ClassVar[str] = "person"
    noun: ClassVar[str] = "người"

    name: str = f.text("Họ và tên", required=True)
    birth_year: int | None = f.integer("Năm sinh")
    sex: str = f.choice("Giới tính", (("", "Chưa ghi"), ("female", "Nữ"), ("male", "Nam")), "")
    enterprise_id: str | None = f.ref("enterprise", "Đơn vị công tác", outside=True)
    unit: str = f.text("Đơn vị công tác (theo lời)", hint="Khi đơn vị không có trong danh sách")
    title: str = f.text("Chức vụ")
    phone: str = f.text("Điện thoại")
    email: str = f.text("Thư điện tử")
    is_staff: bool = f.flag("Người của văn phòng")
    note: str = f.text("Ghi chú")


@record
class Club(Record):
    """A productivity and quality club (câu lạc bộ NSCL) that the plan wants founded or kept."""

    entity: ClassVar[str] = "club"
    noun: ClassVar[str] = "câu lạc bộ"

    name: str = f.text("Tên câu lạc bộ", required=True)
    founded_on: str = f.date("Ngày thành lập")
    decision: str = f.text("Quyết định số")
    plan_id: str | None = f.ref("plan", "Kế hoạch", outside=True)
    note: str = f.long_text("Ghi chú")


@record
class PersonRole(Record):
    """What a person is counted as: a productivity expert (BD 3-3-3-1), a lecturer, a member of a club."""

    entity: ClassVar[str] = "person_role"
    noun: ClassVar[str] = "vai trò của người"

    person_id: str = f.ref("person", "Người", owner=True)
    role: str = f.choice("Vai trò", ROLES, EXPERT)
    club_id: str | None = f.ref("club", "Câu lạc bộ", outside=True)
    field: str = f.text("Lĩnh vực")
    since: str = f.date("Từ ngày")
    until: str = f.date("Đến ngày")
    certificate: str = f.text("Chứng chỉ số")
    certified_on: str = f.date("Ngày cấp")
    valid_to: str = f.date("Có giá trị đến")
    issuer: str = f.text("Nơi cấp")
    plan_id: str | None = f.ref("plan", "Tính cho kế hoạch", outside=True)
    note: str = f.text("Ghi chú")


@record
class ExpertAssignment(Record):
    """A work that an expert was asked to do: at a unit, on a dossier, in a team."""

    entity: ClassVar[str] = "expert_assignment"
    noun: ClassVar[str] = "phân công chuyên gia"

    person_id: str = f.ref("person", "Chuyên gia", owner=True)
    enterprise_id: str | None = f.ref("enterprise", "Đơn vị", outside=True)
    dossier_id: str | None = f.ref("dossier", "Hồ sơ", outside=True)
    text: str = f.text("Nội dung", required=True)
    document: str = f.text("Văn bản phân công")
    date_from: str = f.date("Từ ngày")
    date_to: str = f.date("Đến ngày")
    result: str = f.text("Kết quả")


@record
class Course(Record):
    """A course; ``plan_id`` and ``line_id`` say which line of the budget pays for it.

    ``certificate_series`` numbers its certificates: "{số}/2021/CN-TĐC" with {số} counted from 01.
    """

    entity: ClassVar[str] = "course"
    noun: ClassVar[str] = "lớp đào tạo"

    title: str = f.text("Tên lớp", required=True)
    kind: str = f.choice("Hình thức", COURSE_KINDS, HELD)
    state: str = f.choice("Tình trạng", COURSE_STATES, PLANNED)
    topic: str = f.text("Chuyên đề", hint="5S, Kaizen, ISO 9001:2015…")
    plan_id: str | None = f.ref("plan", "Kế hoạch", outside=True)
    line_id: str | None = f.ref("line", "Dòng dự toán", outside=True)
    year: int | None = f.integer("Năm")
    date_from: str = f.date("Từ ngày")
    date_to: str = f.date("Đến ngày")
    location: str = f.text("Địa điểm")
    organiser: str = f.text("Đơn vị tổ chức")
    document: str = f.text("Quyết định, kế hoạch")
    documented_on: str = f.date("Ngày văn bản")
    most_people: int | None = f.integer("Số học viên tối đa")
    sessions_to_pass: int | None = f.integer("Số buổi phải dự để đạt", hint="Để trống: phải dự mọi buổi")
    points_to_pass: Decimal | None = f.number("Điểm phải đạt", hint="Để trống: không xét điểm")
    certificate_series: str = f.text("Ký hiệu số chứng nhận", hint="Thí dụ {số}/2021/CN-TĐC")
    evaluation: str = f.long_text("Đánh giá của học viên")
    note: str = f.long_text("Ghi chú")


@record
class Session(Record):
    """One half day of a course with its subject and lecturer."""

    entity: ClassVar[str] = "course_session"
    noun: ClassVar[str] = "buổi học"

    course_id: str = f.ref("course", "Lớp", owner=True)
    position: str = f.position()
    date: str = f.date("Ngày")
    part: str = f.choice("Buổi", PARTS_OF_DAY, "day")
    subject: str = f.text("Nội dung")
    lecturer_id: str | None = f.ref("person", "Giảng viên", outside=True)
    hours: Decimal | None = f.number("Số giờ")
    location: str = f.text("Địa điểm")


@record
class Enrolment(Record):
    """A person on a course, with unit and position as they were at that time."""

    entity: ClassVar[str] = "enrolment"
    noun: ClassVar[str] = "học viên"

    course_id: str = f.ref("course", "Lớp", owner=True)
    position: str = f.position()
    person_id: str | None = f.ref("person", "Người")
    enterprise_id: str | None = f.ref("enterprise", "Đơn vị khi học", outside=True)
    unit: str = f.text("Đơn vị khi học (theo lời)")
    title: str = f.text("Chức vụ khi học")
    phone: str = f.text("Điện thoại")
    state: str = f.choice("Tình trạng", ENROLMENT_STATES, REGISTERED)
    points: Decimal | None = f.number("Điểm")
    certificate: str = f.text("Số chứng nhận")
    certified_on: str = f.date("Ngày cấp chứng nhận")
    copies: int | None = f.integer("Số bản sao đã cấp")
    note: str = f.text("Ghi chú")


@record
class Attendance(Record):
    """That a person was there at one session."""

    entity: ClassVar[str] = "attendance"
    noun: ClassVar[str] = "lượt dự"

    enrolment_id: str = f.ref("enrolment", "Học viên", owner=True)
    session_id: str | None = f.ref("course_session", "Buổi học")


@record
class CourseCost(Record):
    """A planned cost of a course out of one line, niên độ and source; what it came to stands in the ledger."""

    entity: ClassVar[str] = "course_cost"
    noun: ClassVar[str] = "khoản chi của lớp"

    course_id: str = f.ref("course", "Lớp", owner=True)
    position: str = f.position()
    text: str = f.text("Nội dung chi", required=True)
    line_id: str | None = f.ref("line", "Dòng dự toán", outside=True)
    year: int | None = f.integer("Niên độ")
    source: str = f.text("Nguồn")
    quantity: Decimal | None = f.number("Số lượng")
    unit: str = f.text("Đơn vị tính")
    price: int | None = f.money("Đơn giá")
    amount: int | None = f.money("Thành tiền dự kiến")


@record
class CoursePaper(Record):
    """A paper that the settlement of a course needs, when it came in, or why it is not needed."""

    entity: ClassVar[str] = "course_paper"
    noun: ClassVar[str] = "giấy tờ của lớp"

    course_id: str = f.ref("course", "Lớp", owner=True)
    position: str = f.position()
    name: str = f.text("Tên giấy tờ", required=True)
    is_required: bool = f.flag("Bắt buộc", default=True)
    number: str = f.text("Số, ký hiệu")
    received_on: str = f.date("Ngày nhận")
    not_needed: str = f.text("Lý do không cần")


TRAINING_RECORDS: tuple[type[Record], ...] = (
    Person, Club, PersonRole, ExpertAssignment, Course, Session, Enrolment, Attendance, CourseCost, CoursePaper,
)  # fmt: skip
