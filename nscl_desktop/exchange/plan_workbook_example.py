"""The worked example inside the empty Excel form: small enough to check by hand, with every way of giving money.

In triệu đồng: 33 + 33 + 62,7 (mục I) and 238 + 157 + 476 + 314 + 266 (mục II), together 1.579,7.
"""

from dataclasses import dataclass, field

FIRST_YEAR, LAST_YEAR = 2026, 2030
YEARS = tuple(range(FIRST_YEAR, LAST_YEAR + 1))

PLAN_VALUES: dict[str, str | int] = {
    "code": "VD-2026-2030",
    "title": "Kế hoạch nâng cao năng suất và chất lượng sản phẩm, hàng hóa giai đoạn 2026-2030 (ví dụ)",
    "year_from": FIRST_YEAR,
    "year_to": LAST_YEAR,
    "print_unit": "triệu đồng",
    "doc_kind": "Kế hoạch",
    "total_label": "Tổng cộng",
    "thousand_word": "nghìn",
    "zero_tens_word": "linh",
    "four_word": "tư",
}
SOURCES: tuple[dict[str, str], ...] = (
    {"code": "NSNN", "name": "Ngân sách nhà nước", "group": "Ngân sách nhà nước"},
    {"code": "DN", "name": "Doanh nghiệp", "group": "Doanh nghiệp"},
)


@dataclass(frozen=True, slots=True)
class ExampleLine:
    """One row: quantities and lump sums by (year, source code)."""

    level: int
    label: str
    text: str
    unit: str = ""
    price: float | None = None
    quantities: dict[tuple[int, str], float] = field(default_factory=dict)
    lumps: dict[tuple[int, str], float] = field(default_factory=dict)
    lead: str = ""
    schedule: str = ""
    shared: str = ""

    def amount(self, year: int, source: str) -> float | None:
        """What the cell of money shows: the lump sum, else quantity × price."""
        key = (year, source)
        if key in self.lumps:
            return self.lumps[key]
        return self.quantities[key] * self.price if key in self.quantities and self.price is not None else None


LINES = (
    ExampleLine(1, "I", "Thông tin, tuyên truyền về năng suất, chất lượng", lead="Sở Khoa học và Công nghệ"),
    ExampleLine(
        2, "1", "Phóng sự, chuyên đề trên Đài phát thanh và truyền hình", "Chuyên đề", 16.5,
        quantities={(2026, "NSNN"): 2, (2027, "NSNN"): 2}, schedule="Hằng năm",
    ),
    ExampleLine(2, "2", "Hội nghị tổng kết giai đoạn", lumps={(2030, "NSNN"): 62.7}, schedule="Năm 2030"),
    ExampleLine(
        1, "II", "Hỗ trợ doanh nghiệp áp dụng hệ thống quản lý, công cụ cải tiến",
        lead="Sở Khoa học và Công nghệ",
    ),
    ExampleLine(
        2, "1", "Hỗ trợ xây dựng, áp dụng hệ thống quản lý tiên tiến (ngân sách và doanh nghiệp cùng trả)",
        "Doanh nghiệp",
        quantities={(2026, "NSNN"): 1, (2026, "DN"): 1, (2027, "NSNN"): 2, (2027, "DN"): 2},
        lumps={(2026, "NSNN"): 238, (2026, "DN"): 157, (2027, "NSNN"): 476, (2027, "DN"): 314},
        shared="x",
    ),
    ExampleLine(2, "2", "Đào tạo chuyên gia năng suất, chất lượng", "Khóa", 133, quantities={(2027, "NSNN"): 2}),
)  # fmt: skip
TARGETS: tuple[dict[str, str | int], ...] = (
    {
        "label": "I.1", "text": "Hỗ trợ doanh nghiệp áp dụng hệ thống quản lý tiên tiến", "comparison": "ít nhất",
        "value": 3, "unit": "Doanh nghiệp", "year": LAST_YEAR, "lines": "II.1",
    },
    {
        "label": "I.2", "text": "Mức tăng năng suất lao động bình quân", "comparison": "trên", "value": 7,
        "unit": "%/năm", "year": LAST_YEAR,
    },
)  # fmt: skip

GUIDE = (
    "BIỂU NHẬP KẾ HOẠCH NĂNG SUẤT, CHẤT LƯỢNG",
    "1. Chữ màu xanh là ví dụ: ghi đè hoặc xóa đi. Không đổi tên các tờ và dòng đầu bảng (thứ tự cột thì tùy ý).",
    "2. Tờ Kế hoạch: ghi giá trị ở cột B. Đơn vị tính chọn ở đây dùng cho mọi số tiền của biểu.",
    "3. Tờ Nguồn: mỗi dòng một nguồn kinh phí. Tiêu đề năm và nguồn ở tờ Dự toán tự đổi theo hai tờ này.",
    "4. Tờ Dự toán: mỗi dòng một nội dung. Cấp 1 là mục lớn (I, II…), cấp 2 là mục con, không nhảy cấp.",
    "    - Có số lượng và đơn giá: ghi số lượng của từng năm, số tiền tự tính.",
    "    - Chi khoán: ghi đè số tiền của từng năm, để trống đơn giá.",
    "    - Dòng mục lớn để trống số tiền; chương trình cộng từ các dòng bên dưới.",
    "    - Nhiều nguồn cùng trả cho một số lượng: ghi số lượng và số tiền ở từng nguồn, đánh dấu x ở cột cuối.",
    "    - Thêm nguồn thứ ba: chép một cặp cột Số lượng, Số tiền và sửa tiêu đề, ví dụ “Năm 2026 – KCB”.",
    "    - Hết dòng có sẵn thì chép một dòng trống xuống dưới; cột Tổng và dòng Tổng cộng tự tính.",
    "5. Tờ Mục tiêu: cột Mục chi ghi số thứ tự của dòng dự toán phục vụ mục tiêu, ví dụ II.1; II.2.",
    "6. Lưu tệp bằng Excel rồi nhập vào chương trình. Khi có chỗ sai, chương trình nêu đủ từng ô và chưa nhập gì.",
    "    Tổng do Excel tính được so với tổng do chương trình tính, nên số đọc sai hàng nghìn sẽ bị phát hiện.",
)
