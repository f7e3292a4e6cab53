"""The checker's codes: stable, each with its severity and a Vietnamese title; explained with an example in the help."""

from dataclasses import dataclass

from nscl_desktop.domain.findings import Finding, Severity
from nscl_desktop.domain.money import format_amount

E, W, N = Severity.ERROR, Severity.WARNING, Severity.NOTE


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of finding."""

    code: str
    severity: Severity
    title: str


_ALL = (
    Code("S101", E, "Số liệu nêu trên giấy khác số tính được"),
    Code("S102", E, "Số tiền bằng chữ khác số tiền bằng số"),
    Code("S103", W, "Số tiền bằng chữ viết chưa đúng cách đọc"),
    Code("S104", W, "Không đọc được số tiền bằng chữ"),
    Code("S105", W, "Cột năm lặp lại trên phụ lục"),
    Code("A201", E, "Số lượng × đơn giá khác số tiền đã nhập"),
    Code("A202", E, "Số tiền nhập ở mục trên khác tổng các dòng bên dưới"),
    Code("A203", N, "Số tiền nhập ở mục trên trùng tổng các dòng bên dưới"),
    Code("A204", W, "Số tiền không chia hết cho đơn giá"),
    Code("A205", N, "Số tiền phải làm tròn đến đồng"),
    Code("A206", E, "Đơn giá các nguồn cộng lại khác đơn giá của mục"),
    Code("A207", W, "Số lượng các nguồn cùng trả không bằng nhau"),
    Code("A208", W, "Kinh phí cả năm bị tính cho nhiều nguồn"),
    Code("A209", W, "Có số lượng nhưng chưa có kinh phí"),
    Code("C301", W, "Thành phần đơn giá chưa có số tiền"),
    Code("C302", E, "Các thành phần cộng lại khác đơn giá"),
    Code("C303", W, "Số thành phần khác số lượng của mục"),
    Code("C304", W, "Số tiền ở dòng thành phần không được cộng"),
    Code("T401", W, "Số lượng dự toán chưa đạt mục tiêu"),
    Code("T402", N, "Mục tiêu và mục chi đếm bằng đơn vị khác nhau"),
    Code("T403", N, "Mục tiêu chưa gắn mục chi"),
    Code("T404", N, "Mục chi chưa gắn mục tiêu"),
    Code("L501", W, "Số lượng chuyển tiếp chưa liên kết hồ sơ"),
    Code("L502", E, "Số lượng chuyển tiếp lớn hơn số lượng của mục"),
    Code("L503", W, "Hai dòng cùng cấp trùng số thứ tự"),
    Code("L504", E, "Dòng không nằm dưới mục nào"),
    Code("P601", W, "Năm trong giai đoạn chưa có kinh phí"),
    Code("P602", W, "Số liệu hoặc tên mục suy luận, không có trên bản giấy"),
    Code("P603", W, "Kinh phí nằm ngoài giai đoạn của kế hoạch"),
    Code("P604", W, "Một cột in gộp nhiều nguồn kinh phí"),
    Code("P605", W, "Mã nguồn kinh phí trùng nhau"),
    Code("P606", W, "Hai giai đoạn có năm trùng nhau"),
    Code("H701", W, "Đơn giá có thể theo mức lương cơ sở đã thay (suy luận)"),
)

CODES: dict[str, Code] = {each.code: each for each in _ALL}


def dong(amount: int) -> str:
    """An amount as findings write it."""
    return f"{format_amount(amount)} đồng"


def finding(
    code: str,
    subject: str,
    place: str,
    message: str,
    *,
    expected: str = "",
    found: str = "",
    line_id: str = "",
    witnesses: tuple[str, ...] = (),
) -> Finding:
    """A finding with the severity of its code."""
    return Finding(code, CODES[code].severity, place, message, expected, found, line_id, subject, witnesses)
