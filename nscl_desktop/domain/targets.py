"""What a plan promises and orders besides money: targets, tasks and assignments, reports with their dates."""

from decimal import Decimal
from typing import ClassVar

from nscl_desktop.domain import fields as f
from nscl_desktop.domain.records import Record, record

AT_LEAST, OVER, ABOUT, EXACTLY, NONE = "at_least", "over", "about", "exactly", ""
OBLIGATION_KINDS = (("report", "Báo cáo định kỳ"), ("midterm", "Sơ kết"), ("final", "Tổng kết"))
COMPARISONS = ((NONE, "Không lượng hóa"), (AT_LEAST, "ít nhất"), (OVER, "trên"), (ABOUT, "khoảng"), (EXACTLY, "bằng"))


@record
class Target(Record):
    """A target (mục tiêu) as the plan states it; ``value_to`` closes a range such as 30-35 %."""

    entity: ClassVar[str] = "target"
    noun: ClassVar[str] = "mục tiêu"

    plan_id: str = f.ref("plan", "Kế hoạch", owner=True)
    position: str = f.position()
    period_id: str | None = f.ref("period", "Giai đoạn")
    label: str = f.text("Số mục", hint="Nơi nêu trong văn bản, ví dụ I.2.a")
    text: str = f.long_text("Nội dung mục tiêu")
    comparison: str = f.choice("So sánh", COMPARISONS, NONE)
    value: Decimal | None = f.number("Giá trị")
    value_to: Decimal | None = f.number("Đến giá trị")
    unit: str = f.text("Đơn vị", hint="doanh nghiệp, chuyên gia, lượt người, %, %/năm…")
    percent_of: str = f.text("Mẫu số của tỷ lệ", hint="Tỷ lệ phần trăm của cái gì")
    year: int | None = f.integer("Đến năm")
    general: bool = f.flag("Mục tiêu chung")
    origin_id: str | None = f.ref("target", "Lấy từ mục tiêu", outside=True)


@record
class TargetLink(Record):
    """A budget line that feeds a target; ``counts`` says that the line's quantity is what the target counts."""

    entity: ClassVar[str] = "target_link"
    noun: ClassVar[str] = "mục chi của mục tiêu"

    target_id: str = f.ref("target", "Mục tiêu", owner=True)
    line_id: str = f.ref("line", "Mục chi")
    counts: bool = f.flag("Tính theo số lượng của mục chi", default=True)


@record
class Task(Record):
    """A task (nhiệm vụ) or an assignment to an agency (tổ chức thực hiện), paid for or not."""

    entity: ClassVar[str] = "task"
    noun: ClassVar[str] = "nhiệm vụ"

    plan_id: str = f.ref("plan", "Kế hoạch", owner=True)
    position: str = f.position()
    kind: str = f.choice("Loại", (("task", "Nhiệm vụ, giải pháp"), ("assignment", "Phân công thực hiện")), "task")
    group: str = f.text("Nhóm nhiệm vụ / cơ quan", hint="Tên nhóm nhiệm vụ, hoặc cơ quan được giao")
    label: str = f.text("Số mục")
    text: str = f.long_text("Nội dung")
    lead: str = f.text("Cơ quan chủ trì")
    partners: str = f.text("Cơ quan phối hợp")
    schedule: str = f.text("Thời gian thực hiện")


@record
class TaskLink(Record):
    """A budget line that pays for a task; a task without one is ordered but not funded here."""

    entity: ClassVar[str] = "task_link"
    noun: ClassVar[str] = "mục chi của nhiệm vụ"

    task_id: str = f.ref("task", "Nhiệm vụ", owner=True)
    line_id: str = f.ref("line", "Mục chi")


@record
class Obligation(Record):
    """A report that the plan asks for. "Trước ngày 30/11" is strict: the last safe day is 29/11."""

    entity: ClassVar[str] = "obligation"
    noun: ClassVar[str] = "chế độ báo cáo"

    plan_id: str = f.ref("plan", "Kế hoạch", owner=True)
    position: str = f.position()
    kind: str = f.choice("Loại", OBLIGATION_KINDS, "report")
    label: str = f.text("Số mục")
    text: str = f.long_text("Nội dung")
    from_party: str = f.text("Nơi báo cáo")
    to_party: str = f.text("Nơi nhận báo cáo")
    day: int | None = f.integer("Ngày")
    month: int | None = f.integer("Tháng")
    year: int | None = f.integer("Năm", hint="Để trống: hằng năm")
    strictly_before: bool = f.flag("Trước ngày", default=True)
    on_request: bool = f.flag("Và đột xuất khi có yêu cầu")
