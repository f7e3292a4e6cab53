"""Where a Vietnamese title is best broken: before a joining word, never inside a date, a number or a compound word.

A syllable is no word in Vietnamese: "năng | suất" at a line's end reads as badly as a word cut in two. The list holds
what the titles of this office are made of; what is not in it is broken like any other text.
"""

import re

_KEPT_WHOLE = re.compile(
    r"\b(?:"
    r"ngày\s+\S*\s*tháng\s+\S*\s*năm(?:\s+\d+)?|số\s+\S*/\S+|năm\s+\d{4}|giai\s+đoạn(?:\s+\d{4}\s?[-–]\s?\d{4})?"
    r"|nâng\s+cao|năng\s+suất|chất\s+lượng|sản\s+phẩm|hàng\s+h(?:óa|oá)|doanh\s+nghiệp|hỗ\s+trợ|thực\s+hiện|triển\s+khai"
    r"|kế\s+hoạch|chương\s+trình|nhiệm\s+vụ|quốc\s+gia|địa\s+bàn|kinh\s+phí|dự\s+toán|quyết\s+toán|chi\s+tiết|tổng\s+hợp"
    r"|tổng\s+cộng|(?:ủy|uỷ)\s+ban|nhân\s+dân|hội\s+đồng|chủ\s+tịch|giám\s+đốc|quyết\s+định|kèm\s+theo|khoa\s+học"
    r"|(?:chi\s+)?cục\s+trưởng|chi\s+cục|thủ\s+trưởng|kế\s+toán|đơn\s+vị|công\s+nghệ|tiêu\s+chuẩn|đo\s+lường|hợp\s+quy|hợp\s+chuẩn|đào\s+tạo|giải\s+thưởng|báo\s+cáo|kết\s+quả"
    r"|(?:tỉnh|thành\s+phố|của|và|về|cho|trên|tại)(?:\s+\S+)"
    r")",
    re.IGNORECASE,
)
_JOINING = re.compile(
    r"(?:của|và|trên|cho|về|tại|theo|để|nhằm|với|trong|kèm\s+theo|giai\s+đoạn|năm\s+\d|thực\s+hiện|triển\s+khai|hỗ\s+trợ"
    r"|nâng\s+cao|phục\s+vụ)\b",
    re.IGNORECASE,
)
GOOD, PLAIN, BAD = 0.0, 0.06, 0.6
"""What breaking a line costs there, against the square of how far (in parts of the room) a line is from the average."""


def break_costs(text: str) -> dict[int, float]:
    """Where the text can be broken (the place behind a single space), and what it costs there.

    Several spaces together are room to be filled in by hand, which no line ends in.
    """
    inside = [range(found.start() + 1, found.end()) for found in _KEPT_WHOLE.finditer(text)]
    costs = {}
    for found in re.finditer(r"(?<=\S) (?=\S)", text):
        place = found.end()
        if _JOINING.match(text, place):
            costs[place] = GOOD
        else:
            costs[place] = BAD if any(place in span for span in inside) else PLAIN
    return costs
