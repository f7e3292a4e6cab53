"""How a plan lies in the Excel form: sheets, labels and columns. Template and reader ask here, so they cannot disagree.

Labels come from the FieldSpecs of the records; where a form needs shorter or other words they are named here.
"""

from dataclasses import dataclass
from enum import Enum

from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.fields import FieldSpec
from nscl_desktop.domain.plans import Plan
from nscl_desktop.domain.records import Record, fields_of
from nscl_desktop.domain.table_headings import Use
from nscl_desktop.domain.text import fold

GUIDE, PLAN, SOURCES, BUDGET, TARGETS = "Hướng dẫn", "Kế hoạch", "Nguồn", "Dự toán", "Mục tiêu"

PLAN_FIELDS = (
    "code", "title", "province", "year_from", "year_to", "print_unit", "doc_kind", "number", "date", "issuer",
    "issuer_parent", "place", "appendix_title", "total_label", "legal_bases", "recipients", "form", "thousand_word",
    "zero_tens_word", "four_word", "group_comma", "period_plan_text", "note",
)  # fmt: skip
SOURCE_FIELDS = ("code", "name", "group", "column", "mark", "footnote")
TARGET_FIELDS = ("label", "text", "comparison", "value", "value_to", "unit", "percent_of", "year")

PERIODS_LABEL = "Các giai đoạn"
"""For a plan of several periods: "2021-2025; 2026-2030"."""
LINES_LABEL = "Mục chi"
"""Column of the targets' sheet: the lines that feed a target, as III.2; III.3."""
UNIT_LABEL = "Đơn vị tính của biểu"
TOTAL_ROW = "Tổng cộng"
UNUSED = "(không dùng)"
"""Heading of a pair whose year lies behind the plan's last, or whose source is not filled in."""
QUANTITY, AMOUNT = "Số lượng", "Số tiền"

_LABELS: dict[tuple[str, str], str] = {
    (Plan.entity, "print_unit"): UNIT_LABEL,
    (Plan.entity, "place"): "Địa danh",
    (Line.entity, "label"): "STT",
    (Line.entity, "unit"): "ĐVT",
    (Line.entity, "shared_quantity"): "Các nguồn cùng trả",
}


class Extra(Enum):
    """Columns of the budget sheet that no table on paper has."""

    LEVEL = "Cấp"
    SHARED = "shared_quantity"
    CARRIED_QUANTITY = "carried_quantity"
    CARRIED_FROM = "carried_from"


@dataclass(frozen=True, slots=True)
class BudgetColumn:
    """One column of the budget sheet besides the pairs of year and source."""

    title: str
    use: Use | Extra
    width: float
    note: str = ""


def spec_named(record_type: type[Record], name: str) -> FieldSpec:
    """The FieldSpec of one field."""
    return next(spec for spec in fields_of(record_type) if spec.name == name)


def label_of(record_type: type[Record], name: str) -> str:
    """What the form calls a field."""
    return _LABELS.get((record_type.entity, name)) or spec_named(record_type, name).label


def fields_by_label(record_type: type[Record], names: tuple[str, ...]) -> dict[str, str]:
    """Field names by folded label: the form's own label and that of the FieldSpec are both understood."""
    found = {fold(spec_named(record_type, name).label): name for name in names}
    return found | {fold(label_of(record_type, name)): name for name in names}


_TOTALS = ("tong", "tong so", "tong kinh phi", "tong du toan", "cong")


def is_total(text: str) -> bool:
    """Whether a row that says this is a row of totals."""
    words = fold(text[:200]).rstrip(" :")
    return words in _TOTALS or words.startswith("tong cong")


_PRICE_NOTE = "Giá một đơn vị, theo đơn vị tính của biểu. Để trống nếu chi khoán."
COLUMNS_BEFORE = (
    BudgetColumn("Cấp", Extra.LEVEL, 6, "1: mục lớn (I, II…); 2: mục con; 3: mục nhỏ hơn… Không nhảy cấp."),
    BudgetColumn("STT", Use.LABEL, 7, "Ghi như trên giấy: I, 1, 1.1, a), -"),
    BudgetColumn("Nội dung", Use.TEXT, 48),
    BudgetColumn("ĐVT", Use.UNIT, 12, "Lần, Lớp, Doanh nghiệp…"),
    BudgetColumn("Đơn giá", Use.PRICE, 12, _PRICE_NOTE),
)
COLUMNS_AFTER = (
    BudgetColumn("Tổng", Use.AMOUNT, 14, "Excel tự cộng; chương trình so với số tính được khi nhập."),
    BudgetColumn(label_of(Line, "lead_id"), Use.LEAD, 24),
    BudgetColumn(label_of(Line, "partners"), Use.PARTNERS, 24),
    BudgetColumn(label_of(Line, "schedule"), Use.SCHEDULE, 20),
    BudgetColumn(label_of(Line, "note"), Use.NOTE, 24),
    BudgetColumn(label_of(Line, "carried_quantity"), Extra.CARRIED_QUANTITY, 11, "Đã gồm trong số lượng."),
    BudgetColumn(label_of(Line, "carried_from"), Extra.CARRIED_FROM, 14, "Ví dụ: 2016-2020"),
    BudgetColumn(
        label_of(Line, "shared_quantity"), Extra.SHARED, 11,
        "Đánh dấu x khi các nguồn cùng trả cho một số lượng; ghi số lượng ở từng nguồn.",
    ),
)  # fmt: skip
EXTRAS_BY_TITLE = {
    fold(column.title): column.use for column in (*COLUMNS_BEFORE, *COLUMNS_AFTER) if isinstance(column.use, Extra)
}
