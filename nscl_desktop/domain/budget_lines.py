"""The budget as entered: a tree of lines, and for each line its cells by year, source and measure."""

from decimal import Decimal
from typing import ClassVar

from nscl_desktop.domain import fields as f
from nscl_desktop.domain.records import Record, derived_id, record

SECTION, ITEM, COMPONENT, EXPLANATION = "section", "item", "component", "explanation"
LINE_KINDS = (
    (SECTION, "Mục lớn"),
    (ITEM, "Mục chi"),
    (COMPONENT, "Thành phần của đơn giá"),
    (EXPLANATION, "Diễn giải"),
)
PER_UNIT, PER_YEAR = "unit", "year"
BASES = ((PER_UNIT, "Đơn giá"), (PER_YEAR, "Kinh phí một năm"))
ESTIMATE = "du_toan"
"""Measure code of the estimate, the one that is printed unless a form asks for others."""


@record
class Line(Record):
    """One line of the budget tree.

    Money comes from its allocations; a line whose children carry money shows their sum. Children of kind COMPONENT
    never add to the amount: together they make the price of one unit, or the money of one year (``component_basis``).
    """

    entity: ClassVar[str] = "line"
    noun: ClassVar[str] = "mục chi"

    plan_id: str = f.ref("plan", "Kế hoạch", owner=True)
    place: f.Place = f.place("line")
    period_id: str | None = f.ref("period", "Giai đoạn")
    kind: str = f.choice("Loại dòng", LINE_KINDS, ITEM)
    label: str = f.text("Số thứ tự", hint="Ghi tự do: I, 1, 1.1, a), đ), -")
    text: str = f.long_text("Nội dung")
    unit: str = f.text("Đơn vị tính")
    price: int | None = f.money("Đơn giá", hint="Đồng cho một đơn vị; để trống nếu lập từ thành phần hoặc chi khoán")
    component_quantity: Decimal | None = f.number("Số lượng thành phần", hint="Chỉ cho dòng thành phần: 2 × 40 triệu")
    component_basis: str = f.choice("Thành phần hợp thành", BASES, PER_UNIT)
    shared_quantity: bool = f.flag("Các nguồn cùng trả cho một số lượng", hint="Số lượng của năm không cộng theo nguồn")
    adds: bool = f.flag("Cộng vào mục trên", default=True)
    quantity_label: str = f.text("Tên dòng số lượng", hint="Dòng số lượng trong bảng theo từng mục (Bình Dương)")
    amount_label: str = f.long_text("Tên dòng kinh phí", hint="Dòng kinh phí trong bảng theo từng mục (Bình Dương)")
    inline: bool = f.flag("Chỉ nêu trong câu tính kinh phí", hint="Thành phần không in thành dòng riêng")
    lead_id: str | None = f.ref("agency", "Cơ quan chủ trì", owner=False)
    lead_text: str = f.text("Cơ quan chủ trì (in)", hint="Khi chữ in khác tên cơ quan, ví dụ: Có dự án riêng")
    partners: str = f.text("Cơ quan phối hợp")
    schedule: str = f.text("Thời gian thực hiện")
    month_from: int | None = f.integer("Từ tháng")
    month_to: int | None = f.integer("Đến tháng")
    note: str = f.long_text("Ghi chú")
    remark: str = f.long_text("Ghi chú nội bộ", hint="Không in ra giấy")
    carried_quantity: Decimal | None = f.number("Số lượng chuyển tiếp", hint="Đã gồm trong số lượng")
    carried_from: str = f.text("Chuyển tiếp từ giai đoạn")
    carried_link: str = f.text("Hồ sơ chuyển tiếp", hint="Mã hồ sơ của giai đoạn trước; trống là chưa liên kết")
    provisional: bool = f.flag("Tạm tính, thanh quyết toán theo thực tế")
    inferred: bool = f.flag("Suy luận, không có trên bản giấy")
    support_kind: str = f.text("Loại hỗ trợ")
    origin_id: str | None = f.ref("line", "Lấy từ mục chi", outside=True)


@record
class Allocation(Record):
    """The cell of a line for one year, source and measure.

    ``amount`` is a lump sum and is entered only where no quantity × price makes it. ``text`` is printed instead of an
    amount ("-", "Có dự án riêng"). ``formula`` keeps what the clerk typed ("=4*395") as the figure's explanation.
    """

    entity: ClassVar[str] = "allocation"
    noun: ClassVar[str] = "số liệu"

    line_id: str = f.ref("line", "Mục chi", owner=True)
    year: int = f.integer("Năm", default=0)
    source_id: str = f.ref("source", "Nguồn")
    measure: str = f.text("Loại số liệu", default=ESTIMATE)
    quantity: Decimal | None = f.number("Số lượng")
    price: int | None = f.money("Đơn giá")
    amount: int | None = f.money("Số tiền")
    text: str = f.text("Chữ thay số")
    formula: str = f.text("Cách tính")


def allocation_id(line_id: str, year: int, source_id: str, measure: str = ESTIMATE) -> str:
    """The only key a cell can have, so that two machines which fill the same cell meet in the merge."""
    return derived_id(Allocation.entity, line_id, year, source_id, measure)
