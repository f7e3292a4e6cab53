"""Codes of what is remarked on a dossier: stable, since the reasons for going on refer to them; nothing here blocks."""

from nscl_desktop.domain.dossiers.whole import WholeDossier
from nscl_desktop.domain.findings import Finding, Severity
from nscl_desktop.domain.money import format_amount

OVER_LINE, OVER_NORM, OVER_TIMES, DOUBLE = "H101", "H102", "H103", "H104"
STAGE_LATE, CONTRACT_LATE, REPORT_LATE = "H201", "H202", "H203"
CONTRACT_OVER, PAID_OVER, EXPIRING, ADVANCE_OPEN = "H301", "H302", "H204", "H303"
TITLES = {
    OVER_LINE: "Vượt kinh phí của mục chi",
    OVER_NORM: "Vượt định mức hỗ trợ",
    OVER_TIMES: "Vượt số lần hỗ trợ",
    DOUBLE: "Đã được hỗ trợ cùng nội dung",
    STAGE_LATE: "Bước thực hiện quá hạn",
    CONTRACT_LATE: "Hợp đồng quá thời hạn",
    REPORT_LATE: "Đơn vị chậm báo cáo",
    EXPIRING: "Giấy chứng nhận hết hạn",
    CONTRACT_OVER: "Giá trị hợp đồng lớn hơn kinh phí của hồ sơ",
    PAID_OVER: "Thanh toán lớn hơn giá trị nghiệm thu",
    ADVANCE_OPEN: "Tạm ứng chưa thu hồi",
}


def remark(whole: WholeDossier, code: str, mark: str, message: str, *, expected: str = "", found: str = "") -> Finding:
    """A warning about a dossier. ``mark`` tells causes of one code apart and stays the same while the cause does."""
    subject = f"{whole.dossier.id}/{mark}"
    waived = next((each.reason for each in whole.reasons if (each.code, each.mark) == (code, mark)), "")
    place = f"{whole.name[:1].upper()}{whole.name[1:]}"
    return Finding(code, Severity.WARNING, place, message, expected, found, subject=subject, waived=waived)


def mark_of(finding: Finding) -> str:
    """The mark that a reason for going on is kept under."""
    return finding.subject.partition("/")[2]


def dong(amount: int) -> str:
    """An amount for sentences."""
    return f"{format_amount(amount)} đồng"
