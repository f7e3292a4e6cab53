"""What a signed paper states: figures and words kept beside the computed ones as assertions for the checker."""

from decimal import Decimal
from typing import ClassVar

from nscl_desktop.domain import fields as f
from nscl_desktop.domain.records import Record, record

FIGURES = (("amount", "Số tiền"), ("quantity", "Số lượng"), ("price", "Đơn giá"))
ORIGINS = (("appendix", "Phụ lục"), ("text", "Văn bản"))


@record
class Statement(Record):
    """One stated figure and its scope. Empty scope fields mean "all": no line is the whole plan, no year is all years.

    ``source`` is a source code, or with ``column`` a printed column (which may gather several sources). ``value`` is
    in đồng (amount, price), ``count`` for a quantity. ``words`` are the amount in words, as printed.
    """

    entity: ClassVar[str] = "statement"
    noun: ClassVar[str] = "số liệu nêu trên giấy"

    plan_id: str = f.ref("plan", "Kế hoạch", owner=True)
    position: str = f.position()
    origin: str = f.choice("Nơi nêu", ORIGINS, "appendix")
    where: str = f.text("Vị trí")
    quote: str = f.long_text("Nguyên văn")
    figure: str = f.choice("Loại", FIGURES, "amount")
    line_id: str | None = f.ref("line", "Mục chi")
    year_from: int | None = f.integer("Từ năm")
    year_to: int | None = f.integer("Đến năm")
    source: str = f.text("Mã nguồn")
    column: str = f.text("Cột in")
    lead_id: str | None = f.ref("agency", "Cơ quan chủ trì")
    value: int | None = f.money("Giá trị (đồng)")
    count: Decimal | None = f.number("Số lượng")
    words: str = f.long_text("Bằng chữ")


@record
class Footnote(Record):
    """A note printed under the table, with the mark that points at it."""

    entity: ClassVar[str] = "footnote"
    noun: ClassVar[str] = "chú thích"

    plan_id: str = f.ref("plan", "Kế hoạch", owner=True)
    position: str = f.position()
    mark: str = f.text("Dấu")
    text: str = f.long_text("Nội dung")


@record
class Waiver(Record):
    """A finding that a person accepted, with the reason; lifts the draft watermark and stays in history."""

    entity: ClassVar[str] = "waiver"
    noun: ClassVar[str] = "lý do chấp nhận"

    plan_id: str = f.ref("plan", "Kế hoạch", owner=True)
    finding: str = f.text("Phát hiện", hint="Mã và vị trí của phát hiện")
    reason: str = f.long_text("Lý do")
    accepted_by: str = f.text("Người chấp nhận")
