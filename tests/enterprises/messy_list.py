"""A list of enterprises as departments send it: titles, merged headings over two rows, numbers for codes, old fonts."""

from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from tests.enterprises.encoded import in_tcvn3

HEAD, FIRST = 5, 8
"""Row 5 and 6 of Excel hold the heading, row 7 numbers it, data begin at row 8."""
ROWS: tuple[tuple[object, ...], ...] = (
    ("I", "Huyện Tân Biên"),
    (1, "Công ty TNHH Bình Minh", 100109106, "Lê Văn Tám", "Giám đốc", 912345678, 45, 12000, 15500.5,
     "Sản xuất bao bì", "Bao bì giấy; thùng các-tông", "ISO 9001:2015"),
    (2, in_tcvn3("Công ty Cổ phần Hoàng Long"), "0300588569", in_tcvn3("Nguyễn Thị Hạnh"), in_tcvn3("Giám đốc"),
     "0276 3822 115", "120 người", 85000, 91000, in_tcvn3("Chế biến gỗ"), None, "x"),
    (3, "HTX Rau an toàn Tân Đông", None, "Đỗ Thị Hòa", "Chủ tịch HĐQT", None, None, None, None, "Trồng trọt",
     "Rau muống, cải xanh", None),
    (4, "CTY TNHH BÌNH MINH", 100109106, None, None, None, None, None, None, None, None, None),
    (5, "Công ty TNHH Âu Lạc", "0101248141", "Trần Âu", "Giám đốc", "028.3822.7777", "khoảng 50", None, None, None,
     None, None),
    (6, None, "0106869738", "Vũ Thị Không Tên", None, None, None, None, None, None, None, None),
    (7, "Cơ sở Minh Tâm", "12345", None, None, None, 4, None, None, None, "Bánh tráng", "-"),
    (None, "Tổng cộng", None, None, None, None, 169, None, None, None, None, None),
)  # fmt: skip


def write_messy_list(path: Path) -> Path:
    """The workbook, behind a sheet that is no list."""
    book = Workbook()
    cover = book.active
    assert isinstance(cover, Worksheet)
    cover.title = "Bìa"
    cover["A1"] = "Sở Khoa học và Công nghệ"
    sheet = book.create_sheet("DS 2025")
    sheet["A1"], sheet["F1"] = "ỦY BAN NHÂN DÂN TỈNH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    sheet["A3"] = "DANH SÁCH DOANH NGHIỆP ĐĂNG KÝ THAM GIA CHƯƠNG TRÌNH NĂM 2025"
    _write_heading(sheet)
    for row, values in enumerate(ROWS, FIRST):
        for column, value in enumerate(values, 1):
            cell = sheet.cell(row, column, value)
            if isinstance(value, str) and value == ROWS[2][column - 1] and row == FIRST + 2:
                cell.font = Font(name=".VnTime")
    book.save(path)
    return path


def _write_heading(sheet: Worksheet) -> None:
    upper = {
        1: "STT", 2: "Tên doanh nghiệp", 3: "MST", 4: "Người đại diện", 6: "Điện thoại", 7: "Số lao động (người)",
        8: "Doanh thu (triệu đồng)", 10: "Ngành nghề", 11: "Sản phẩm", 12: "ISO 9001",
    }  # fmt: skip
    for column, words in upper.items():
        sheet.cell(HEAD, column, words)
    for column, words in {4: "Họ và tên", 5: "Chức vụ", 8: "Năm 2023", 9: "Năm 2024"}.items():
        sheet.cell(HEAD + 1, column, words)
    for area in ("A5:A6", "B5:B6", "C5:C6", "D5:E5", "F5:F6", "G5:G6", "H5:I5", "J5:J6", "K5:K6", "L5:L6"):
        sheet.merge_cells(area)
    for column in range(1, 13):
        sheet.cell(HEAD + 2, column, f"({column})")
