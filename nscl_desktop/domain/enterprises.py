"""Who is supported: enterprises, cooperatives, households, schools, clinics, conformity bodies; facts with their years.

Schools and clinics are kinds of their own, never counted as enterprises (Bắc Giang: 32 schools, 12 clinics).
"""

from decimal import Decimal
from typing import ClassVar

from nscl_desktop.domain import fields as f
from nscl_desktop.domain.records import Record, record

KINDS = (
    ("private", "Doanh nghiệp tư nhân"),
    ("llc_one", "Công ty TNHH một thành viên"),
    ("llc_more", "Công ty TNHH hai thành viên trở lên"),
    ("joint_stock", "Công ty cổ phần"),
    ("partnership", "Công ty hợp danh"),
    ("branch", "Chi nhánh, đơn vị phụ thuộc"),
    ("cooperative", "Hợp tác xã"),
    ("cooperative_union", "Liên hiệp hợp tác xã"),
    ("cooperative_group", "Tổ hợp tác"),
    ("household", "Hộ kinh doanh"),
    ("clinic", "Cơ sở khám bệnh, chữa bệnh"),
    ("school", "Cơ sở giáo dục"),
    ("conformity_body", "Tổ chức đánh giá sự phù hợp"),
    ("consultant", "Tổ chức tư vấn"),
    ("other", "Loại khác"),
)
UNKNOWN_KIND = ""
STATES = (("active", "Đang hoạt động"), ("paused", "Tạm ngừng"), ("closed", "Đã giải thể, chấm dứt"))
VSIC_2018, VSIC_2025 = "2018", "2025"
SECTOR_EDITIONS = ((VSIC_2018, "VSIC 2018 (QĐ 27/2018/QĐ-TTg)"), (VSIC_2025, "VSIC 2025 (QĐ 36/2025/QĐ-TTg)"))
INDUSTRY, SERVICES = "industry", "services"
SIZE_SECTORS = (
    ("", "Theo mã ngành"),
    (INDUSTRY, "Nông, lâm, thủy sản; công nghiệp và xây dựng"),
    (SERVICES, "Thương mại và dịch vụ"),
)


@record
class Enterprise(Record):
    """A unit that is or may be supported. The address is kept as it was written; places are words, since units merge.

    ``merged_into``: this record was found to be the same unit as another one; its key goes on working.
    """

    entity: ClassVar[str] = "enterprise"
    noun: ClassVar[str] = "đơn vị"

    name: str = f.text("Tên đơn vị", required=True)
    kind: str = f.choice("Loại hình", ((UNKNOWN_KIND, "Chưa rõ"), *KINDS), UNKNOWN_KIND)
    short_name: str = f.text("Tên viết tắt")
    foreign_name: str = f.text("Tên tiếng nước ngoài")
    tax_code: str = f.text("Mã số thuế", hint="10, 13 hoặc 12 chữ số; để trống nếu chưa có")
    parent_id: str | None = f.ref("enterprise", "Đơn vị chủ quản", outside=True)
    representative: str = f.text("Người đại diện")
    representative_title: str = f.text("Chức vụ người đại diện")
    phone: str = f.text("Điện thoại")
    email: str = f.text("Thư điện tử")
    website: str = f.text("Trang thông tin")
    address: str = f.text("Địa chỉ")
    commune: str = f.text("Xã, phường, đặc khu")
    district: str = f.text("Huyện (trước 01/7/2025)")
    province: str = f.text("Tỉnh, thành phố")
    sector_edition: str = f.choice("Hệ thống ngành", SECTOR_EDITIONS, VSIC_2025)
    sector_code: str = f.text("Mã ngành chính")
    sector_name: str = f.text("Ngành chính")
    size_sector: str = f.choice("Lĩnh vực khi xét quy mô", SIZE_SECTORS, "")
    products: tuple[str, ...] = f.lines("Sản phẩm chính")
    is_small_medium: bool = f.flag("Doanh nghiệp nhỏ và vừa")
    is_supporting_industry: bool = f.flag("Công nghiệp hỗ trợ")
    is_key_industry: bool = f.flag("Ngành mũi nhọn")
    is_key_export: bool = f.flag("Sản phẩm xuất khẩu chủ lực")
    is_ocop: bool = f.flag("Chủ thể OCOP")
    is_science_technology: bool = f.flag("Doanh nghiệp khoa học và công nghệ")
    is_startup: bool = f.flag("Khởi nghiệp sáng tạo")
    is_state_owned: bool = f.flag("Vốn nhà nước")
    is_foreign_invested: bool = f.flag("Vốn đầu tư nước ngoài")
    founded_on: str = f.date("Ngày thành lập")
    state: str = f.choice("Tình trạng", STATES, "active")
    merged_into: str | None = f.ref("enterprise", "Đã gộp vào", outside=True)
    note: str = f.long_text("Ghi chú")


MARKS = (
    "is_small_medium", "is_supporting_industry", "is_key_industry", "is_key_export", "is_ocop",
    "is_science_technology", "is_startup",
)  # fmt: skip
"""Fields of the priority marks that plans name, in the order in which they are shown."""


@record
class FormerName(Record):
    """A name that a unit bore until a day: paper of 2021 prints the name of 2021."""

    entity: ClassVar[str] = "former_name"
    noun: ClassVar[str] = "tên cũ"

    enterprise_id: str = f.ref("enterprise", "Đơn vị", owner=True)
    name: str = f.text("Tên cũ", required=True)
    until: str = f.date("Dùng đến ngày")
    instrument: str = f.text("Văn bản đổi tên")


@record
class YearFigures(Record):
    """What decides the size class of one year (NĐ 80/2021/NĐ-CP, Điều 5): labour in people, money in đồng.

    Labour is the yearly mean of employees in social insurance; revenue and capital are those of the year before.
    """

    entity: ClassVar[str] = "year_figures"
    noun: ClassVar[str] = "số liệu năm"

    enterprise_id: str = f.ref("enterprise", "Đơn vị", owner=True)
    year: int = f.integer("Năm", default=0)
    labour: Decimal | None = f.number("Lao động bình quân (người)")
    revenue: int | None = f.money("Doanh thu năm trước")
    capital: int | None = f.money("Tổng nguồn vốn năm trước")
    origin: str = f.text("Nguồn số liệu")


@record
class Contact(Record):
    """A person to call."""

    entity: ClassVar[str] = "contact"
    noun: ClassVar[str] = "người liên hệ"

    enterprise_id: str = f.ref("enterprise", "Đơn vị", owner=True)
    position: str = f.position()
    name: str = f.text("Họ và tên", required=True)
    title: str = f.text("Chức vụ")
    phone: str = f.text("Điện thoại")
    email: str = f.text("Thư điện tử")
    note: str = f.text("Ghi chú")


@record
class Certificate(Record):
    """A certificate that a unit holds, by whatever support or none, until the day it expires."""

    entity: ClassVar[str] = "certificate"
    noun: ClassVar[str] = "giấy chứng nhận"

    enterprise_id: str = f.ref("enterprise", "Đơn vị", owner=True)
    standard: str = f.text("Tiêu chuẩn", required=True)
    edition: str = f.text("Phiên bản")
    number: str = f.text("Số giấy chứng nhận")
    body: str = f.text("Tổ chức chứng nhận")
    scope: str = f.text("Phạm vi")
    issued_on: str = f.date("Ngày cấp")
    expires_on: str = f.date("Ngày hết hạn")
    dossier_id: str | None = f.ref("dossier", "Hồ sơ hỗ trợ", outside=True)
    note: str = f.text("Ghi chú")
