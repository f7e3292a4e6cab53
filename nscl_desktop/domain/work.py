"""Work that plans order, paid or not: who leads, with whom, until when, how far it is, what proves it.

A plan's `Task` is a sentence of the issued paper and stays as it was signed; a `WorkItem` follows its doing. What it
costs stands in the ledger.
"""

from decimal import Decimal
from typing import ClassVar

from nscl_desktop.domain import fields as f
from nscl_desktop.domain.records import Record, record

WAITING, DOING, DONE, DROPPED = "waiting", "doing", "done", "dropped"
WORK_STATES = ((WAITING, "Chưa làm"), (DOING, "Đang làm"), (DONE, "Đã xong"), (DROPPED, "Không làm"))
WORK_KINDS = (
    ("policy", "Cơ chế, chính sách"),
    ("communication", "Thông tin, truyền thông"),
    ("conference", "Hội nghị, hội thảo"),
    ("study_visit", "Học tập kinh nghiệm"),
    ("survey", "Khảo sát"),
    ("database", "Cơ sở dữ liệu"),
    ("tfp", "Tính toán TFP"),
    ("cooperation", "Hợp tác"),
    ("choice", "Lựa chọn đơn vị tham gia"),
    ("assignment", "Phân công cơ quan"),
    ("report", "Báo cáo"),
    ("other", "Việc khác"),
)


@record
class WorkItem(Record):
    """One piece of work; ``task_id`` is the sentence of the plan that orders it.

    ``program`` is another programme in which it is done (lồng ghép); ``planned`` and ``quantity`` of ``unit`` are what
    was to come of it and what came ("01 hội nghị").
    """

    entity: ClassVar[str] = "work_item"
    noun: ClassVar[str] = "công việc"

    title: str = f.text("Tên việc", required=True)
    kind: str = f.choice("Loại", WORK_KINDS, "other")
    plan_id: str | None = f.ref("plan", "Kế hoạch", outside=True)
    task_id: str | None = f.ref("task", "Nhiệm vụ của kế hoạch", outside=True)
    line_id: str | None = f.ref("line", "Dòng dự toán", outside=True)
    year: int | None = f.integer("Năm")
    lead: str = f.text("Cơ quan chủ trì")
    partners: str = f.text("Cơ quan phối hợp")
    person: str = f.text("Người theo dõi")
    is_contact_body: bool = f.flag("Giao cho cơ quan đầu mối")
    program: str = f.text("Lồng ghép trong chương trình")
    date_from: str = f.date("Từ ngày")
    due_on: str = f.date("Thời hạn")
    state: str = f.choice("Tình trạng", WORK_STATES, WAITING)
    done_on: str = f.date("Ngày xong")
    quantity: Decimal | None = f.number("Kết quả (số lượng)")
    unit: str = f.text("Đơn vị tính")
    planned: Decimal | None = f.number("Phải làm (số lượng)")
    result: str = f.long_text("Kết quả")
    evidence: str = f.long_text("Minh chứng", hint="Số, ký hiệu văn bản, nơi lưu")
    note: str = f.long_text("Ghi chú")


@record
class WorkReminder(Record):
    """A reminder (công văn đôn đốc) that was sent for a piece of work, and what came of it."""

    entity: ClassVar[str] = "work_reminder"
    noun: ClassVar[str] = "lần đôn đốc"

    work_id: str = f.ref("work_item", "Công việc", owner=True)
    sent_on: str = f.date("Ngày gửi")
    number: str = f.text("Số công văn")
    to_party: str = f.text("Nơi nhận")
    due_on: str = f.date("Hạn trả lời")
    answered_on: str = f.date("Ngày trả lời")
    note: str = f.text("Ghi chú")


@record
class WorkUnit(Record):
    """A unit that takes part, chosen by sector and locality: Bắc Giang's 30 + 2 schools and 4 + 8 clinics."""

    entity: ClassVar[str] = "work_unit"
    noun: ClassVar[str] = "đơn vị tham gia"

    work_id: str = f.ref("work_item", "Công việc", owner=True)
    position: str = f.position()
    enterprise_id: str | None = f.ref("enterprise", "Đơn vị", outside=True)
    name: str = f.text("Tên đơn vị (theo lời)")
    group: str = f.text("Nhóm", hint="Trường tiểu học, trạm y tế…")
    sector: str = f.text("Ngành")
    locality: str = f.text("Địa bàn")
    year: int | None = f.integer("Năm")
    state: str = f.choice(
        "Tình trạng", (("proposed", "Đề xuất"), ("chosen", "Được chọn"), ("refused", "Không chọn")), "proposed"
    )
    note: str = f.text("Ghi chú")


WORK_RECORDS: tuple[type[Record], ...] = (WorkItem, WorkReminder, WorkUnit)
