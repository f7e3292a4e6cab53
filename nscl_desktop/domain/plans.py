"""A provincial plan under Quyết định 1322/QĐ-TTg and what stands in its text: the signed paper as records."""

from typing import ClassVar

from nscl_desktop.domain import fields as f
from nscl_desktop.domain.records import Record, record

DRAFT, SUBMITTED, ISSUED, REPLACED = "draft", "submitted", "issued", "replaced"
STATUSES = ((DRAFT, "Nháp"), (SUBMITTED, "Đã trình"), (ISSUED, "Đã ban hành"), (REPLACED, "Bị thay thế"))
COPY, YEAR_OF_PERIOD, ADJUSTMENT = "copy", "year", "adjustment"
ORIGINS = (
    ("", "Lập mới"),
    (COPY, "Sao chép"),
    (YEAR_OF_PERIOD, "Trích từ kế hoạch giai đoạn"),
    (ADJUSTMENT, "Điều chỉnh"),
)
UNITS = (("dong", "đồng"), ("nghin", "nghìn đồng"), ("trieu", "triệu đồng"), ("ty", "tỷ đồng"))


@record
class Plan(Record):
    """A plan of one period or one year, with the facts of the document that issues it."""

    entity: ClassVar[str] = "plan"
    noun: ClassVar[str] = "kế hoạch"

    code: str = f.text("Mã kế hoạch", required=True)
    title: str = f.text("Tên kế hoạch", required=True)
    province: str = f.text("Tỉnh, thành phố")
    year_from: int | None = f.integer("Từ năm")
    year_to: int | None = f.integer("Đến năm")
    status: str = f.choice("Trạng thái", STATUSES, DRAFT)
    version: int = f.integer("Lần ban hành", default=1)
    doc_kind: str = f.text("Loại văn bản", default="Kế hoạch", hint="Phụ lục kèm theo: Kế hoạch, Quyết định…")
    number: str = f.text("Số, ký hiệu", hint="Để trống khi chưa ký")
    date: str = f.date("Ngày ban hành")
    issuer: str = f.text("Cơ quan ban hành")
    issuer_parent: str = f.text("Cơ quan chủ quản")
    place: str = f.text("Địa danh")
    legal_bases: tuple[str, ...] = f.lines("Căn cứ")
    recipients: tuple[str, ...] = f.lines("Nơi nhận")
    appendix_title: str = f.text("Tiêu đề phụ lục")
    total_label: str = f.text("Tên dòng tổng", default="Tổng cộng")
    form: str = f.text("Mẫu phụ lục", hint="Mã mẫu dùng khi in, nếu không chọn mẫu khác")
    print_unit: str = f.choice("Đơn vị tính khi in", UNITS, "dong")
    thousand_word: str = f.choice("Đọc hàng nghìn", (("nghìn", "nghìn"), ("ngàn", "ngàn")), "nghìn")
    zero_tens_word: str = f.choice("Đọc số 0 hàng chục", (("linh", "linh"), ("lẻ", "lẻ")), "linh")
    four_word: str = f.choice("Đọc số 4 sau mươi", (("tư", "tư"), ("bốn", "bốn")), "tư")
    group_comma: bool = f.flag("Dấu phẩy giữa các nhóm số đọc")
    period_plan_id: str | None = f.ref("plan", "Kế hoạch giai đoạn", outside=True)
    period_plan_text: str = f.text("Kế hoạch giai đoạn (theo văn bản)")
    origin_id: str | None = f.ref("plan", "Lập từ kế hoạch", outside=True)
    origin_kind: str = f.choice("Cách lập", ORIGINS, "")
    note: str = f.long_text("Ghi chú")


@record
class Period(Record):
    """A stretch of years that has its own total and its own targets."""

    entity: ClassVar[str] = "period"
    noun: ClassVar[str] = "giai đoạn"

    plan_id: str = f.ref("plan", "Kế hoạch", owner=True)
    position: str = f.position()
    year_from: int = f.integer("Từ năm", default=0)
    year_to: int = f.integer("Đến năm", default=0)

    @property
    def name(self) -> str:
        """As it is written: "2021-2025", or "2021" for a single year."""
        return f"{self.year_from}" if self.year_from == self.year_to else f"{self.year_from}-{self.year_to}"


@record
class Source(Record):
    """A funding source of one plan; several may be printed in one column, told apart by a mark and a footnote.

    Bắc Giang's hospitals' own money is a source of its own, printed in the column DN with a star.
    """

    entity: ClassVar[str] = "source"
    noun: ClassVar[str] = "nguồn kinh phí"

    plan_id: str = f.ref("plan", "Kế hoạch", owner=True)
    position: str = f.position()
    code: str = f.text("Mã nguồn", required=True)
    name: str = f.text("Tên nguồn", required=True)
    group: str = f.text("Nhóm nguồn", hint="Ngân sách nhà nước, Doanh nghiệp, Khác")
    column: str = f.text("In ở cột", hint="Tên cột trên phụ lục; để trống thì in theo mã nguồn")
    mark: str = f.text("Dấu chú thích")
    footnote: str = f.text("Chú thích")

    @property
    def printed_column(self) -> str:
        """The column heading under which this source is printed."""
        return self.column or self.code


@record
class Measure(Record):
    """One kind of figure kept for the same cells: dự toán, đề nghị, thẩm định, giao, thực hiện, quyết toán."""

    entity: ClassVar[str] = "measure"
    noun: ClassVar[str] = "loại số liệu"

    plan_id: str = f.ref("plan", "Kế hoạch", owner=True)
    position: str = f.position()
    code: str = f.text("Mã", required=True)
    name: str = f.text("Tên", required=True)


@record
class Signer(Record):
    """One signature block: authority lines from top to bottom, then the name (NĐ 30/2020, Phụ lục I, II.7)."""

    entity: ClassVar[str] = "signer"
    noun: ClassVar[str] = "người ký"

    plan_id: str = f.ref("plan", "Kế hoạch", owner=True)
    position: str = f.position()
    on_appendix: bool = f.flag("Ký trên phụ lục", hint="Bỏ chọn: chỉ ký văn bản chính")
    authority: tuple[str, ...] = f.lines("Quyền hạn, chức vụ", hint="TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH…")
    name: str = f.text("Họ và tên")
    image: str = f.text("Ảnh chữ ký (.png)")


@record
class TextBlock(Record):
    """A paragraph or heading of the plan's text, in reading order; the whole document can be read back from them."""

    entity: ClassVar[str] = "text_block"
    noun: ClassVar[str] = "đoạn văn bản"

    plan_id: str = f.ref("plan", "Kế hoạch", owner=True)
    position: str = f.position()
    depth: int = f.integer("Cấp", default=0, hint="0: tên phần; số lớn hơn: mục con; đoạn văn lấy cấp của mục chứa nó")
    heading: bool = f.flag("Là tiêu đề")
    label: str = f.text("Số mục")
    text: str = f.long_text("Nội dung")


@record
class Correction(Record):
    """Where the stored text departs from a plainly garbled paper copy, so that nothing is changed in silence."""

    entity: ClassVar[str] = "correction"
    noun: ClassVar[str] = "chỗ sửa so với bản giấy"

    plan_id: str = f.ref("plan", "Kế hoạch", owner=True)
    position: str = f.position()
    where: str = f.text("Vị trí")
    printed: str = f.text("Bản giấy ghi")
    corrected: str = f.text("Ghi lại là")
    reason: str = f.text("Lý do")


@record
class Attachment(Record):
    """A file kept beside the data file by content hash, such as the scan of the signed paper."""

    entity: ClassVar[str] = "attachment"
    noun: ClassVar[str] = "tệp đính kèm"

    plan_id: str = f.ref("plan", "Kế hoạch", owner=True)
    position: str = f.position()
    name: str = f.text("Tên tệp")
    kind: str = f.choice("Loại", (("signed", "Bản ký"), ("other", "Khác")), "other")
    sha256: str = f.text("Mã băm SHA-256")
    size: int | None = f.integer("Kích thước (byte)")
