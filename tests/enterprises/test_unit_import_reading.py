"""A list of units read: the heading wherever it stands, cells by their fields, what is doubtful said with its place."""

from datetime import date, datetime, time
from decimal import Decimal

import pytest

from nscl_desktop.domain.enterprises import VSIC_2018
from nscl_desktop.domain.money import MoneyUnit
from nscl_desktop.domain.old_encodings import Encoding
from nscl_desktop.domain.unit_headings import UnitColumn
from nscl_desktop.services.table_import_model import Weight
from nscl_desktop.services.unit_import_encoding import converted, old_texts
from nscl_desktop.services.unit_import_mapping import (
    choices_of,
    guess_mapping,
    likeliest,
    mapping_below,
    money_unit_above,
    remembered,
    used_for,
)
from nscl_desktop.services.unit_import_model import Choices, UnitTable, shown
from nscl_desktop.services.unit_import_rows import read_rows
from tests.enterprises.encoded import in_tcvn3, in_vni
from tests.enterprises.lists import YEAR, read, table

HEAD = ("STT", "Tên đơn vị", "MST", "Điện thoại")


def fields(sheet: UnitTable) -> list[str]:
    return [column.field for column in guess_mapping(sheet).columns]


def only(title: str, *cells: object) -> list[object]:
    """What a column with this heading gives, cell by cell."""
    rows = [(f"Đơn vị {at}", cell) for at, cell in enumerate(cells)]
    found = read(table(("Tên đơn vị", title), *rows))  # type: ignore[arg-type]
    return [next((value for name, value in each.values.items() if name != "name"), None) for each in found.drafts]


def messages(sheet: UnitTable, weight: Weight = Weight.WARNING) -> list[str]:
    return [finding.message for finding in read(sheet).findings if finding.weight is weight]


def test_the_heading_is_found_below_titles_with_groups_over_its_columns() -> None:
    sheet = table(
        ("ỦY BAN NHÂN DÂN TỈNH", None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (),
        ("DANH SÁCH DOANH NGHIỆP SẢN XUẤT SẢN PHẨM CHỦ LỰC",),
        ("STT", "Tên đơn vị", "Người đại diện", None, "Doanh thu (tỷ đồng)", None),
        (None, None, "Họ tên", "Chức vụ", 2023, 2024),
        ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)"),
        (1, "Công ty A", "Lê Tám", "Giám đốc", 1.5, 2),
        ("STT", "Tên đơn vị", "Người đại diện", None, "Doanh thu (tỷ đồng)", None),
        (2, "Công ty B", None, None, None, 3),
    )
    mapping = guess_mapping(sheet)
    assert (mapping.first, mapping.last, mapping.skipped) == (3, 4, frozenset({5, 7}))
    assert fields(sheet) == ["#", "name", "representative", "representative_title", "revenue", "revenue"]
    assert [draft.name for draft in read(sheet).drafts] == ["Công ty A", "Công ty B"]


def test_a_heading_repeated_on_a_later_page_is_no_unit() -> None:
    assert [draft.name for draft in read(table(HEAD, (1, "A"), HEAD, (2, "B"))).drafts] == ["A", "B"]


def test_a_sheet_without_heading_waits_for_the_clerk() -> None:
    sheet = table(("Công ty A", "0100109106"), ("Công ty B", "0300588569"))
    mapping = guess_mapping(sheet)
    assert (mapping.first, mapping.last) == (-1, -1)
    assert messages(sheet, Weight.BLOCKS) == ["Chưa biết cột nào ghi tên đơn vị; hãy chọn “Tên đơn vị” cho cột ấy."]
    mapping = mapping.with_column(0, used_for(mapping.columns[0], "name"))
    assert [each.name for each in read_rows(sheet, mapping, Choices(YEAR), len).drafts] == ["Công ty A", "Công ty B"]


def test_the_clerk_may_say_which_rows_are_the_heading() -> None:
    sheet = table(("Tên đơn vị", "Điện thoại"), ("Tên", "Số"), ("A", "1"))
    assert mapping_below(sheet, 0, 1).last == 1
    assert mapping_below(sheet, 0, 1).columns[0].title == "Tên đơn vị – Tên"


def test_of_several_sheets_the_one_with_most_fields_is_likeliest() -> None:
    assert likeliest([table(("Bìa",)), table(HEAD, (1, "A")), table(("Tên đơn vị", "MST"), ("B", None))]) == 1


def test_choices_are_remembered_by_their_headings() -> None:
    sheet = table(("Tên đơn vị", "Màu", "Doanh số 2023 (triệu đồng)"), ("A", "xanh", 5))
    mapping = guess_mapping(sheet)
    assert mapping.signature == "Tên đơn vị|Màu|Doanh số 2023 (triệu đồng)"
    changed = mapping.with_column(1, used_for(mapping.columns[1], "note"))
    again = remembered(guess_mapping(sheet), choices_of(changed))
    assert [column.field for column in again.columns] == ["name", "note", ""]
    assert remembered(mapping, {"Màu": "no such field"}) == mapping
    assert used_for(UnitColumn("", title="Doanh thu 2023 (triệu đồng)"), "capital").year == 2023


def test_of_two_columns_for_one_field_the_first_counts_and_the_clerk_is_told_of_the_other() -> None:
    sheet = table(("Tên đơn vị", "Điện thoại", "Di động"), ("An", "0276", "0909"))
    assert fields(sheet) == ["name", "phone", ""]
    assert messages(sheet) == ["DS, ô C1: Không hiểu cột “Di động” nên bỏ qua; nếu cần thì chọn cột này ghi gì."]
    mapping = guess_mapping(sheet)
    both = mapping.with_column(2, used_for(mapping.columns[2], "phone"))
    blocking = [each.message for each in read_rows(sheet, both, Choices(YEAR), len).findings]
    assert blocking == [
        "DS, ô B1: Hai cột cùng ghi “Điện thoại”; hãy chọn một cột.",
        "DS, ô C1: Hai cột cùng ghi “Điện thoại”; hãy chọn một cột.",
    ]


def test_codes_that_excel_made_numbers_get_their_nought_back_with_one_remark_for_the_column() -> None:
    sheet = table(HEAD, (1, "A", 100109106, 912345678), (2, "B", 100109106001, "0909"), (3, "C", "0100109106", None))
    drafts = read(sheet).drafts
    assert [draft.values.get("tax_code") for draft in drafts] == ["0100109106", "0100109106-001", "0100109106"]
    assert [draft.values.get("phone") for draft in drafts] == ["0912345678", "0909", None]
    assert messages(sheet, Weight.REMARK) == [
        "DS, ô C2: 2 ô của cột C bị Excel lưu thành số nên mất số 0 ở đầu; đã thêm lại (100109106 → 0100109106…).",
        "DS, ô D2: 1 ô của cột D bị Excel lưu thành số nên mất số 0 ở đầu; đã thêm lại (912345678 → 0912345678…).",
    ]


def test_a_code_that_is_text_is_never_changed_and_a_doubtful_one_is_named() -> None:
    sheet = table(HEAD, (1, "A", "100109106"), (2, "B", "0100109100"), (3, "C", 12345))
    assert [draft.values["tax_code"] for draft in read(sheet).drafts] == ["100109106", "0100109100", "12345"]
    assert [message[:10] for message in messages(sheet)] == ["DS, ô C2: ", "DS, ô C3: ", "DS, ô C4: "]


def test_cells_become_the_values_of_their_fields() -> None:
    assert only("Loại hình", "Công ty cổ phần", "TNHH MTV", "TNHH 2TV", "HTX", "hợp tác xã") == [
        "joint_stock", "llc_one", "llc_more", "cooperative", "cooperative"]  # fmt: skip
    assert only("OCOP", "x", "4 sao", "Không", 1, True, "-") == [True, True, False, True, True, None]
    assert only("Ngày thành lập", date(2015, 3, 2), "02/3/2015", 2015, datetime(2020, 1, 5, 7)) == [
        "2015-03-02", "2015-03-02", "2015", "2020-01-05"]  # fmt: skip
    assert only("Tình trạng", "tạm ngừng", "Đang hoạt động") == ["paused", "active"]
    assert only("Sản phẩm", "gạo; ngô\n- gạo") == [("gạo", "ngô")]
    assert only("Địa chỉ", "Ấp 1,\n xã  Tân Đông") == ["Ấp 1, xã Tân Đông"]
    assert only("Ghi chú", time(7, 30), 1.5, 2.125, False) == ["07:30", "1,5", "2,1250", "Không"]


def test_what_cannot_be_read_is_left_out_and_named_all_at_once() -> None:
    sheet = table(
        ("Tên đơn vị", "Loại hình", "Số lao động", "Tình trạng", "Email", "Năm thành lập"),
        ("A", "Công ty TNHH", "khoảng 50", "lơ lửng", "khong-co", "năm ngoái"),
        ("B", "Nhóm bạn", None, None, None, None),
        ("C", "x" * 20_001, None, None, None, None),
    )
    found = read(sheet)
    assert dict(found.drafts[0].values) == {"name": "A", "email": "khong-co"}
    assert [finding.message[:8] for finding in found.findings] == [
        "DS, ô B2", "DS, ô C2", "DS, ô D2", "DS, ô E2", "DS, ô F2", "DS, ô B3", "DS, ô B4"]  # fmt: skip
    assert "không rõ một thành viên hay hai thành viên" in found.findings[0].message
    assert "không có trong danh mục" in found.findings[5].message
    note = table(("Tên đơn vị", "Ghi chú"), ("A", "x" * 20_001))
    assert "20.001 ký tự" in messages(note)[0]


def test_rows_that_are_no_units_are_left_out_and_said() -> None:
    sheet = table(
        HEAD, ("I", "Huyện Tân Biên"), (1, "A", "1"), (None, None, "0100109106", "1"), (None, "Tổng cộng", 2), ()
    )
    found = read(sheet)
    assert [draft.name for draft in found.drafts] == ["A"]
    assert "DS, ô B4: Dòng này không có tên đơn vị nên không nhập." in messages(sheet)
    assert messages(sheet, Weight.REMARK) == [
        "DS, ô B2: Dòng “Huyện Tân Biên” là dòng nhóm hoặc dòng tổng, không nhập.",
        "DS, ô B5: Dòng “Tổng cộng” là dòng nhóm hoặc dòng tổng, không nhập.",
    ]


def test_figures_go_to_their_years_revenue_to_the_year_whose_class_it_decides() -> None:
    sheet = table(
        ("Tên đơn vị", "Lao động 2024", "Doanh thu 2024 (tỷ đồng)", "Tổng nguồn vốn"),
        ("A", "120 người", 1.5, 20_000_000_000),
    )
    assert read(sheet).drafts[0].figures == {
        2024: {"labour": Decimal(120)},
        2025: {"revenue": 1_500_000_000, "capital": 20_000_000_000},
    }


def test_money_without_a_unit_is_understood_by_its_size_or_as_the_clerk_says() -> None:
    sheet = table(("Tên đơn vị", "Doanh thu"), ("A", 12_000), ("B", 800))
    assert read(sheet).drafts[0].figures == {YEAR: {"revenue": 12_000_000_000}}
    said = read(sheet, Choices(YEAR, MoneyUnit.NGHIN)).drafts[0].figures
    assert said == {YEAR: {"revenue": 12_000_000}}
    above = table(("Danh sách", "Biểu 2"), ("ĐVT: triệu đồng",), ("Đơn vị",), ("Tên đơn vị", "Doanh thu"), ("A", 1))
    assert money_unit_above(above, guess_mapping(above)) is MoneyUnit.TRIEU
    assert money_unit_above(sheet, guess_mapping(sheet)) is None
    unsaid = table(("ĐVT: cái",), (), ("Tên đơn vị", "Doanh thu"), ("A", 1))
    assert money_unit_above(unsaid, guess_mapping(unsaid)) is None


def test_standards_are_read_with_their_editions_and_a_tick_means_the_heading() -> None:
    sheet = table(
        ("Tên đơn vị", "ISO 9001", "Chứng nhận khác"),
        ("A", "x", "ISO 22000:2018; HACCP"),
        ("B", "không", "-"),
        ("C", "ISO 9001:2015", None),
    )
    assert [draft.certificates for draft in read(sheet).drafts] == [
        (("ISO 9001", ""), ("ISO 22000", "2018"), ("HACCP", "")), (), (("ISO 9001", "2015"),)]  # fmt: skip


def test_a_sector_code_bears_the_edition_that_was_chosen_and_products_of_two_columns_are_joined() -> None:
    sheet = table(("Tên đơn vị", "Mã ngành", "Sản phẩm chính", "Sản phẩm phụ"), ("A", "C1071", "bánh", "kẹo"))
    values = read(sheet, Choices(YEAR, edition=VSIC_2018)).drafts[0].values
    assert (values["sector_code"], values["sector_edition"], values["products"]) == ("C1071", "2018", ("bánh", "kẹo"))


def test_a_formula_without_result_is_named_in_its_cell() -> None:
    sheet = UnitTable(
        "DS", (("Tên đơn vị", "Ghi chú"), ("A", None)), {(1, 1): "DS, dòng 2: Công thức chưa có kết quả."}
    )
    assert messages(sheet) == ["DS, dòng 2: Công thức chưa có kết quả."]


def test_cells_in_old_encodings_are_recognised_and_shown_before_they_are_converted() -> None:
    sheet = table(
        ("STT", in_tcvn3("Tên đơn vị"), "MST"),
        (1, in_tcvn3("Công ty Cổ phần Hoàng Long"), "0300588569"),
        (2, in_vni("Hợp tác xã Rau sạch Tân Đông"), None),
        (3, "Công ty Hòa Phát", "café"),
        (4, "Công ty Đại Việt", None),
        (5, in_tcvn3("Công ty Cổ phần Hoàng Long"), None),
    )
    found = old_texts(sheet)
    assert [(each.row, each.after, each.encoding) for each in found] == [
        (0, "Tên đơn vị", Encoding.TCVN3), (1, "Công ty Cổ phần Hoàng Long", Encoding.TCVN3),
        (2, "Hợp tác xã Rau sạch Tân Đông", Encoding.VNI), (5, "Công ty Cổ phần Hoàng Long", Encoding.TCVN3),
    ]  # fmt: skip
    assert fields(converted(sheet, found)) == ["#", "name", "tax_code"]
    assert [draft.name for draft in read(converted(sheet, found)).drafts][:2] == [
        "Công ty Cổ phần Hoàng Long", "Hợp tác xã Rau sạch Tân Đông"]  # fmt: skip
    assert converted(sheet, ()) is sheet
    fonted = UnitTable("DS", ((in_tcvn3("công ty hoàng long"),),), fonts={(0, 0): ".VnTimeH"})
    assert old_texts(fonted)[0].after == "CÔNG TY HOÀNG LONG"


def test_cells_are_shown_as_a_reader_writes_them() -> None:
    cells = (None, "a\n b", True, 5, 7.0, 2.5, date(2024, 3, 5), time(8, 5))
    assert [shown(cell) for cell in cells] == ["", "a b", "Có", "5", "7", "2,5", "05/03/2024", "08:05"]
    assert table(("a",), ("b", "c")).texts(0) == ("a", "")
    assert UnitTable("", (("a",),)).place(0, 0) == "ô A1"
    assert table(("a",)).place(0) == "DS, dòng 1"


def test_the_reading_can_be_stopped() -> None:
    class Stopped(Exception):  # noqa: N818 - the clerk's wish
        pass

    def tell(words: str) -> None:
        raise Stopped(words)

    sheet = table(HEAD, *((at, f"Đơn vị {at}") for at in range(600)))
    with pytest.raises(Stopped, match="Đọc dòng 501/601"):
        read_rows(sheet, guess_mapping(sheet), Choices(YEAR), tell)
