"""Small workbooks as clerks make them, written cell by cell; amounts in triệu đồng unless a test says otherwise."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from xlsxwriter import Workbook

Row = Sequence[object]


class Formula(NamedTuple):
    """A formula with the result that Excel stored."""

    formula: str
    value: object


PLAN: list[Row] = [
    ["KẾ HOẠCH"],
    ["Mã kế hoạch", "TH-2026"],
    ["Tên kế hoạch", "Kế hoạch thử"],
    ["Từ năm", 2026],
    ["Đến năm", 2027],
    ["Đơn vị tính của biểu", "triệu đồng"],
]
SOURCES: list[Row] = [["Mã nguồn", "Tên nguồn"], ["NSNN", "Ngân sách nhà nước"], ["DN", "Doanh nghiệp"]]
HEAD: list[Row] = [
    ["Cấp", "STT", "Nội dung", "ĐVT", "Đơn giá", "Năm 2026 – NSNN", None, "Năm 2027 – DN", None, "Tổng"],
    [None, None, None, None, None, "Số lượng", "Số tiền", "Số lượng", "Số tiền"],
]
LINES: list[Row] = [
    [1, "I", "Đào tạo"],
    [2, "1", "Đào tạo chuyên gia", "Khóa", 133, 2, 266, None, None, 266],
    [2, "2", "Đào tạo tại doanh nghiệp", "Lớp", 15.5, None, None, 4, 62, 62],
    [1, "II", "Hội nghị", None, None, None, 41.25, None, None, 41.25],
]
TOTAL: Row = [None, None, "Tổng cộng", None, None, None, 307.25, None, 62, 369.25]
"""2 × 133 + 41,25 = 307,25 of NSNN in 2026 and 4 × 15,5 = 62 of DN in 2027: 369,25 triệu."""


def sheets_with(
    lines: Sequence[Row] | None = None,
    *,
    plan: Sequence[Row] = (),
    head: Sequence[Row] | None = None,
    sources: Sequence[Row] | None = None,
    targets: Sequence[Row] | None = None,
) -> dict[str, list[Row]]:
    """The sheets of a small sound plan, some of them replaced; rows of ``plan`` replace those with the same label."""
    replaced = {row[0] for row in plan}
    made: dict[str, list[Row]] = {
        "Kế hoạch": [*(row for row in PLAN if row[0] not in replaced), *plan],
        "Nguồn": list(SOURCES if sources is None else sources),
        "Dự toán": [*(HEAD if head is None else head), *([*LINES, TOTAL] if lines is None else lines)],
    }
    if targets is not None:
        made["Mục tiêu"] = list(targets)
    return made


def save_workbook(path: Path, sheets: Mapping[str, Sequence[Row]]) -> Path:
    """Write sheets of rows; dates as dates, texts as texts."""
    book = Workbook(path, {"strings_to_numbers": False, "strings_to_formulas": False})
    formats = {"date": book.add_format({"num_format": "dd/mm/yyyy"}), "percent": book.add_format({"num_format": "0%"})}
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for row, cells in enumerate(rows):
            for column, value in enumerate(cells):
                if isinstance(value, Formula):
                    sheet.write_formula(row, column, value.formula, None, value.value)
                elif isinstance(value, date):
                    sheet.write_datetime(row, column, value, formats["date"])
                elif value is not None:
                    sheet.write(row, column, value)
    book.close()
    return path
