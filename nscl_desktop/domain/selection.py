"""Selection rounds (đợt xét chọn) of beneficiaries or of consultants: criteria, scores, the line at the quota."""

from decimal import Decimal
from typing import ClassVar

from nscl_desktop.domain import fields as f
from nscl_desktop.domain.records import Record, record

BENEFICIARIES, CONSULTANTS = "beneficiaries", "consultants"


@record
class SelectionRound(Record):
    """One round; ``quota`` counts candidates, ``money`` is what there is for them in đồng."""

    entity: ClassVar[str] = "selection_round"
    noun: ClassVar[str] = "đợt xét chọn"

    name: str = f.text("Tên đợt", required=True)
    purpose: str = f.choice(
        "Xét chọn", ((BENEFICIARIES, "Đơn vị được hỗ trợ"), (CONSULTANTS, "Tổ chức tư vấn")), BENEFICIARIES
    )
    plan_id: str | None = f.ref("plan", "Kế hoạch", outside=True)
    line_id: str | None = f.ref("line", "Dòng dự toán", outside=True)
    held_on: str = f.date("Ngày họp")
    requirements: tuple[str, ...] = f.lines("Yêu cầu")
    quota: Decimal | None = f.number("Chỉ tiêu")
    money: int | None = f.money("Kinh phí")
    decision: str = f.text("Quyết định phê duyệt")
    decided_on: str = f.date("Ngày quyết định")


@record
class Criterion(Record):
    """What candidates are scored by, and the most points it gives."""

    entity: ClassVar[str] = "criterion"
    noun: ClassVar[str] = "tiêu chí"

    round_id: str = f.ref("selection_round", "Đợt xét chọn", owner=True)
    position: str = f.position()
    name: str = f.text("Tiêu chí", required=True)
    most_points: Decimal | None = f.number("Điểm tối đa")


@record
class Candidate(Record):
    """A unit that wants support, or a consultant's offer; taking one below the line needs a reason."""

    entity: ClassVar[str] = "candidate"
    noun: ClassVar[str] = "đơn vị dự xét"

    round_id: str = f.ref("selection_round", "Đợt xét chọn", owner=True)
    enterprise_id: str | None = f.ref("enterprise", "Đơn vị")
    dossier_id: str | None = f.ref("dossier", "Hồ sơ", outside=True)
    asked: int | None = f.money("Kinh phí đề nghị")
    is_eligible: bool = f.flag("Đủ điều kiện", default=True)
    why_not: str = f.text("Lý do không đủ điều kiện")
    result: str = f.choice("Kết quả", (("", "Chưa xét"), ("chosen", "Được chọn"), ("not", "Không được chọn")), "")
    reason: str = f.text("Lý do chọn khác thứ tự")


@record
class Score(Record):
    """Points that one judge gave a candidate for one criterion."""

    entity: ClassVar[str] = "score"
    noun: ClassVar[str] = "điểm"

    candidate_id: str = f.ref("candidate", "Đơn vị dự xét", owner=True)
    criterion_id: str | None = f.ref("criterion", "Tiêu chí")
    judge: str = f.text("Người chấm")
    points: Decimal | None = f.number("Điểm")
