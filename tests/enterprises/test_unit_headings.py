"""Headings of lists as offices write them, and the fields that they mean."""

import pytest

from nscl_desktop.domain.money import MoneyUnit
from nscl_desktop.domain.unit_headings import CERTIFICATES, IGNORE, NUMBERING, column_of

HEADINGS = [
    ("state", ("Tình trạng hoạt động",)),
    (NUMBERING, ("STT",)), (NUMBERING, ("TT",)), ("name", ("Tên đơn vị",)), ("name", ("Tên DN",)),
    ("name", ("Doanh nghiệp",)), ("name", ("Đơn vị thụ hưởng",)), ("tax_code", ("MST",)),
    ("tax_code", ("Mã số\ndoanh nghiệp",)), ("tax_code", ("Số ĐKKD",)), ("address", ("Địa chỉ trụ sở chính",)),
    ("commune", ("Địa chỉ", "Xã, phường")), ("district", ("Huyện, thị xã",)), ("province", ("Tỉnh",)),
    ("representative", ("Người đại diện pháp luật",)), ("representative", ("Người đại diện", "Họ và tên")),
    ("representative_title", ("Người đại diện", "Chức vụ")), ("representative", ("Tên chủ hộ",)),
    ("phone", ("Người đại diện", "Số điện thoại")), ("phone", ("ĐT",)), ("email", ("E-mail",)), ("email", ("Email",)),
    ("website", ("Trang thông tin điện tử",)), ("labour", ("Số lao động (người)",)), ("revenue", ("Doanh thu",)),
    ("capital", ("Tổng nguồn vốn",)), ("capital", ("Vốn (tỷ đồng)",)), (IGNORE, ("Vốn điều lệ",)),
    ("is_foreign_invested", ("Vốn đầu tư nước ngoài",)), ("is_foreign_invested", ("DN FDI",)),
    ("is_state_owned", ("Vốn nhà nước",)), ("sector_name", ("Ngành nghề SXKD chính",)), ("sector_code", ("Mã ngành",)),
    ("products", ("Sản phẩm chủ lực",)), ("products", ("Tên sản phẩm",)), (CERTIFICATES, ("ISO 9001",)),
    (CERTIFICATES, ("Hệ thống QLCL (ISO, HACCP…)",)), (IGNORE, ("Số giấy chứng nhận",)), ("kind", ("Loại hình DN",)),
    ("is_science_technology", ("Doanh nghiệp KH&CN",)), ("is_ocop", ("Chủ thể OCOP",)),
    ("founded_on", ("Năm thành lập",)),
    ("is_supporting_industry", ("Công nghiệp hỗ trợ",)), ("foreign_name", ("Tên tiếng Anh",)),
    ("short_name", ("Tên viết tắt",)), ("note", ("Ghi chú",)), (IGNORE, ("Đơn vị tính",)), (IGNORE, ("Màu sắc",)),
]  # fmt: skip


@pytest.mark.parametrize("field, path", HEADINGS)
def test_a_heading_means_its_field(field: str, path: tuple[str, ...]) -> None:
    assert column_of(path).field == field


def test_figures_say_their_year_and_money_its_unit() -> None:
    column = column_of(("Doanh thu (triệu đồng)", "Năm 2023"))
    assert (column.field, column.year, column.unit) == ("revenue", 2023, MoneyUnit.TRIEU)
    assert column.title == "Doanh thu (triệu đồng) – Năm 2023"
    assert column_of(("Lao động 2024",)).year == 2024
    units = [column_of((f"Doanh thu ({words})",)).unit for words in ("tỷ đồng", "nghìn đồng", "đồng", "lượt")]
    assert units == [MoneyUnit.TY, MoneyUnit.NGHIN, MoneyUnit.DONG, None]
    assert column_of(("Tên đơn vị năm 2024",)).year == 0
