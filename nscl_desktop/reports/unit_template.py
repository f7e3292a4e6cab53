"""The empty list of units to be filled in: every heading that the import knows, codes as text, choices to pick from."""

from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from nscl_desktop.domain.enterprise_list import FLAGS
from nscl_desktop.domain.enterprises import KINDS, STATES, Enterprise
from nscl_desktop.domain.records import fields_of
from nscl_desktop.reports.saving import save_bytes

_ROWS = 2_000
"""Rows that are made ready below the heading."""
_LABELS = {spec.name: spec.label for spec in fields_of(Enterprise)}
_TEXT, _NUMBER, _DAY = "@", "#,##0", "dd/mm/yyyy"


class _Column(NamedTuple):
    title: str
    width: int
    look: str = _TEXT
    offers: tuple[str, ...] = ()


_COLUMNS = (
    _Column("Tên đơn vị", 42), _Column("Mã số thuế", 17), _Column("Loại hình", 26, offers=tuple(w for _, w in KINDS)),
    _Column("Địa chỉ", 42), _Column("Xã, phường, đặc khu", 20), _Column("Tỉnh, thành phố", 18),
    _Column("Người đại diện", 22), _Column("Chức vụ", 16), _Column("Điện thoại", 15), _Column("Thư điện tử", 24),
    _Column("Lao động bình quân (người)", 13, _NUMBER), _Column("Doanh thu năm trước (đồng)", 20, _NUMBER),
    _Column("Tổng nguồn vốn năm trước (đồng)", 20, _NUMBER), _Column("Mã ngành chính", 11), _Column("Ngành chính", 28),
    _Column("Sản phẩm chính", 30), _Column("Chứng nhận (ISO, HACCP…)", 26), _Column("Ngày thành lập", 14, _DAY),
    _Column("Tình trạng", 18, offers=tuple(words for _, words in STATES)),
    *(_Column(_LABELS[name], 12, offers=("x",)) for name in FLAGS), _Column("Ghi chú", 30),
)  # fmt: skip
_WORDS = (
    "Mỗi đơn vị một dòng; chỉ bắt buộc có tên. Nhiều sản phẩm hoặc chứng nhận trong một ô ngăn cách bằng dấu chấm phẩy."
    " Ghi x vào các cột đánh dấu. Có thể thêm, bớt, đổi chỗ các cột."
)


def write_unit_template(target: Path) -> None:
    """Write it; EnvironmentProblem where the file cannot be written."""
    file = BytesIO()
    with Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Danh sách đơn vị")
        title = book.add_format({"bold": True, "font_size": 14})
        words = book.add_format({"italic": True, "font_color": "#555555"})
        heading = book.add_format(
            {
                "bold": True,
                "text_wrap": True,
                "valign": "vcenter",
                "align": "center",
                "border": 1,
                "bg_color": "#E8EEF4",
            }
        )
        sheet.write_string(0, 0, "DANH SÁCH ĐƠN VỊ", title)
        sheet.write_string(1, 0, _WORDS, words)
        sheet.set_row(3, 48)
        looks = {look: book.add_format({"num_format": look}) for look in (_TEXT, _NUMBER, _DAY)}
        for at, column in enumerate(_COLUMNS):
            sheet.set_column(at, at, column.width, looks[column.look])
            sheet.write_string(3, at, column.title, heading)
            if column.offers:
                _offer(book, sheet, at, column.offers)
        sheet.freeze_panes(4, 1)
    save_bytes(target, file.getvalue())


def _offer(book: Workbook, sheet: Worksheet, at: int, offers: tuple[str, ...]) -> None:
    """A choice for each cell; a list longer than Excel takes in a rule stands on a sheet of its own."""
    source: list[str] | str = list(offers)
    if len(",".join(offers)) > 250:
        lists = book.get_worksheet_by_name("Lựa chọn") or book.add_worksheet("Lựa chọn")
        lists.write_column(0, 0, offers)
        lists.hide()
        source = f"='Lựa chọn'!$A$1:$A${len(offers)}"
    rule = {"validate": "list", "source": source, "ignore_blank": True, "show_error": False}
    sheet.data_validation(4, at, _ROWS, at, rule)
