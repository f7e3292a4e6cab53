"""The sheets Kế hoạch, Nguồn and Mục tiêu, and the less usual columns of the sheet Dự toán."""

from decimal import Decimal
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.budget_lines import Allocation, Line
from nscl_desktop.domain.plans import Plan, Source
from nscl_desktop.domain.targets import Target, TargetLink
from nscl_desktop.exchange.plan_json import PlanFileError
from nscl_desktop.exchange.plan_workbook import read_plan_workbook, read_workbook
from tests.exchange.workbook_makers import HEAD, LINES, SOURCES, Formula, Row, save_workbook, sheets_with


def findings_in(path: Path) -> list[str]:
    with pytest.raises(PlanFileError) as caught:
        read_plan_workbook(path)
    return list(caught.value.findings)


# -- Kế hoạch ---------------------------------------------------------------------------------------------------------


def test_every_field_of_the_plan_is_read(tmp_path: Path) -> None:
    plan: list[Row] = [
        ["Số, ký hiệu", "0950/KH-UBND"],
        ["Căn cứ", "Quyết định 1322/QĐ-TTg\n\nQuyết định 36/QĐ-TTg"],
        ["Đọc hàng nghìn", "ngàn"],
        ["Đọc số 0 hàng chục", "Lẻ"],
        ["Dấu phẩy giữa các nhóm số đọc", "x"],
        ["Ghi chú", 1.5],
        ["Tỉnh, thành phố:", "Tây Ninh"],
    ]
    book = read_plan_workbook(save_workbook(tmp_path / "a.xlsx", sheets_with(plan=plan)))
    read = next(iter(book.table(Plan).values()))
    assert (read.number, read.legal_bases) == ("0950/KH-UBND", ("Quyết định 1322/QĐ-TTg", "Quyết định 36/QĐ-TTg"))
    assert (read.thousand_word, read.zero_tens_word, read.group_comma, read.note) == ("ngàn", "lẻ", True, "1.5")
    assert (read.province, read.print_unit) == ("Tây Ninh", "trieu")


@pytest.mark.parametrize(
    "row, wanted",
    [
        (["Dấu phẩy giữa các nhóm số đọc", "có thể"], "ô B7: Chỉ ghi x (có) hoặc để trống"),
        (["Ngày ban hành", "32/13/2021"], "ô B7: Tháng trong “32/13/2021” phải từ 1 đến 12"),
        (["Ngày ban hành", Formula("=1/0", "#DIV/0!")], "ô B7: Công thức báo lỗi #DIV/0!"),
        (["Từ năm", 20260], "ô B6: “Từ năm” phải từ 1900 đến 2199"),
        (["Các giai đoạn", "năm nay"], "ô B7: Không đọc được giai đoạn “năm nay”"),
        (["Các giai đoạn", "2027-2026"], "ô B7: Không đọc được giai đoạn “2027-2026”"),
    ],
)
def test_a_value_of_the_plan_that_cannot_be(tmp_path: Path, row: Row, wanted: str) -> None:
    found = findings_in(save_workbook(tmp_path / "a.xlsx", sheets_with(plan=[row])))
    assert [finding for finding in found if finding.startswith(f"Kế hoạch, {wanted}")]


def test_years_the_wrong_way_round_and_labels_twice(tmp_path: Path) -> None:
    sheets = sheets_with(plan=[["Từ năm", 2029], ["Đến năm", 2026]])
    assert (
        "Kế hoạch: Từ năm 2029 đến năm 2026 không hợp lệ" in findings_in(save_workbook(tmp_path / "a.xlsx", sheets))[0]
    )
    sheets = sheets_with()
    sheets["Kế hoạch"].append(["Mã kế hoạch", "TH-2"])
    assert findings_in(save_workbook(tmp_path / "b.xlsx", sheets)) == [
        "Kế hoạch, ô A7: Ô “Mã kế hoạch” ghi hai lần; hãy giữ một."
    ]


def test_a_plan_of_one_year_needs_no_year_in_its_headings(tmp_path: Path) -> None:
    head: list[Row] = [["STT", "Nội dung", "Số lượng", "Đơn giá", "Thành tiền"], ["(1)", "(2)", "(3)", "(4)", "(5)"]]
    sheets = sheets_with([[1, "Lớp", 2, 15, 30], [2, "Khóa", 3, 1, 3]], head=head, plan=[["Đến năm", 2026]])
    book = read_plan_workbook(save_workbook(tmp_path / "a.xlsx", sheets))
    assert {cell.year for cell in book.table(Allocation).values()} == {2026}
    assert Budget(book, next(iter(book.table(Plan)))).total() == 33_000_000


# -- Nguồn ------------------------------------------------------------------------------------------------------------


def test_sources_with_marks_and_columns(tmp_path: Path) -> None:
    sources: list[Row] = [
        ["Các nguồn kinh phí"],
        [],
        ["Tên nguồn", "Mã nguồn", "In ở cột", "Dấu chú thích", "Chú thích"],
        ["Ngân sách nhà nước", "NSNN"],
        ["Doanh nghiệp", "DN"],
        ["Bệnh viện", "KCB", "DN", "*", "Kinh phí hợp pháp"],
    ]
    book = read_plan_workbook(save_workbook(tmp_path / "a.xlsx", sheets_with(sources=sources)))
    kept = [(each.code, each.printed_column, each.mark) for each in book.table(Source).values()]
    assert kept == [("NSNN", "NSNN", ""), ("DN", "DN", ""), ("KCB", "DN", "*")]


def test_headings_of_sources_nobody_knows(tmp_path: Path) -> None:
    odd: list[Row] = [[*SOURCES[0], "Số dư"], [*SOURCES[1], 5], SOURCES[2]]
    assert findings_in(save_workbook(tmp_path / "a.xlsx", sheets_with(sources=odd))) == [
        "Nguồn, ô C1: Không hiểu cột “Số dư”; hãy sửa tên cột cho đúng mẫu hoặc xóa cột."
    ]
    none = findings_in(save_workbook(tmp_path / "b.xlsx", sheets_with(sources=[["linh tinh"]])))
    assert none[0].startswith("Nguồn: Không thấy dòng đầu bảng trong 30 dòng đầu")


def test_a_workbook_without_a_sheet_of_sources(tmp_path: Path) -> None:
    head: list[Row] = [["STT", "Nội dung", "Năm 2026"]]
    sheets = sheets_with([[1, "Lớp", 2]], head=head)
    del sheets["Nguồn"]
    book = read_plan_workbook(save_workbook(tmp_path / "a.xlsx", sheets))
    assert [each.code for each in book.table(Source).values()] == ["CHUA_PHAN_NGUON"]


# -- Mục tiêu ---------------------------------------------------------------------------------------------------------


def test_targets_point_at_one_line_only(tmp_path: Path) -> None:
    lines = [*LINES, [1, "II", "Hội nghị khác", None, None, None, 1], [1, None, "Không số", None, None, None, 1]]
    targets: list[Row] = [["Nội dung mục tiêu", "Mục chi"], ["Hội nghị", "II"], ["Lớp", "I.1, I.1"]]
    assert findings_in(save_workbook(tmp_path / "a.xlsx", sheets_with(lines, targets=targets))) == [
        "Mục tiêu, ô B2: Có nhiều mục chi cùng mang số “II” ở tờ Dự toán; hãy ghi theo số thứ tự, ví dụ III.2."
    ]


def test_the_same_line_twice_is_one_link(tmp_path: Path) -> None:
    targets: list[Row] = [["Nội dung mục tiêu", "Mục chi", "Giá trị"], ["Lớp", "I.1, I.1", 3], [None, None, None]]
    book = read_plan_workbook(save_workbook(tmp_path / "a.xlsx", sheets_with(targets=targets)))
    assert [link.counts for link in book.table(TargetLink).values()] == [False]  # it names no unit to count


def test_an_empty_sheet_of_targets_is_none(tmp_path: Path) -> None:
    assert read_plan_workbook(save_workbook(tmp_path / "a.xlsx", sheets_with(targets=[]))).table(Target) == {}


def test_a_percentage_of_excel_is_read_as_it_is_shown(tmp_path: Path) -> None:
    path = save_workbook(tmp_path / "a.xlsx", sheets_with())
    book = Workbook(path)
    percent = book.add_format({"num_format": "0%"})
    for name, rows in sheets_with(targets=[["Nội dung mục tiêu", "Giá trị"], ["Năng suất tăng"]]).items():
        sheet = book.add_worksheet(name)
        for row, cells in enumerate(rows):
            for column, value in enumerate(cells):
                if value is not None:
                    sheet.write(row, column, value)
        if name == "Mục tiêu":
            sheet.write_number(1, 1, 0.3, percent)
    book.close()
    target = next(iter(read_plan_workbook(path).table(Target).values()))
    assert (target.value, target.unit) == (Decimal(30), "%")


# -- Dự toán ----------------------------------------------------------------------------------------------------------


def test_carried_quantities_schedules_and_shared_quantities(tmp_path: Path) -> None:
    head = [
        [*HEAD[0][:5], "Năm 2026 – NSNN", None, "Năm 2026 – DN", None, "Cơ quan phối hợp", "Thời gian thực hiện",
         "Số lượng chuyển tiếp", "Chuyển tiếp từ giai đoạn", "Các nguồn cùng trả"],
        HEAD[1],
    ]  # fmt: skip
    lines: list[Row] = [
        [1, 1, "Mô hình", "DN", None, 4, 952, 4, 628, "Các sở", "2026", "2", "2016-2020", "x"],
        [1, 2, "Lẻ", "DN", None, 3, 1000, 3, 1, None, None, None, None, "x"],
    ]
    book = read_plan_workbook(save_workbook(tmp_path / "a.xlsx", sheets_with(lines, head=head)))
    line = next(each for each in book.table(Line).values() if each.label == "1")
    assert (line.carried_quantity, line.carried_from, line.shared_quantity) == (Decimal(2), "2016-2020", True)
    assert (line.partners, line.schedule) == ("Các sở", "2026")
    budget = Budget(book, line.plan_id)
    assert (budget.quantity(line), budget.price(line)) == (Decimal(4), 395_000_000)
    assert budget.total() == (952 + 628 + 1001) * 1_000_000


def test_a_missing_level_among_others_is_named(tmp_path: Path) -> None:
    lines: list[Row] = [[1, "I", "Đào tạo"], [None, "1", "Lớp", None, None, None, 5]]
    assert findings_in(save_workbook(tmp_path / "a.xlsx", sheets_with(lines))) == [
        "Dự toán, ô A4: Thiếu cấp; hãy ghi 1 cho mục lớn, 2 cho mục con…"
    ]


def test_ambiguous_quantities_and_prices_are_told_too(tmp_path: Path) -> None:
    lines: list[Row] = [[1, "1", "Lớp", "Lớp", "16.5", "2.5", None]]
    remarks = read_workbook(save_workbook(tmp_path / "a.xlsx", sheets_with(lines))).remarks
    assert [remark.split(" được")[0] for remark in remarks] == ["Dự toán, ô E3: “16.5”", "Dự toán, ô F3: “2.5”"]


def test_a_typed_formula_that_is_not_what_the_cell_shows_is_not_kept(tmp_path: Path) -> None:
    lines: list[Row] = [
        [1, "1", "Lớp", None, None, None, Formula("=2*3", 7)],
        [1, "2", "Khóa", None, None, None, Formula("=2*(3", 6)],
        [1, "3", "Máy", None, None, None, Formula("=G3+1", 8)],
    ]
    book = read_plan_workbook(save_workbook(tmp_path / "a.xlsx", sheets_with(lines)))
    assert {cell.formula for cell in book.table(Allocation).values()} == {""}


def test_amounts_too_small_for_the_unit(tmp_path: Path) -> None:
    lines: list[Row] = [[1, "1", "Lớp", None, None, None, 0.0005]]
    assert findings_in(save_workbook(tmp_path / "a.xlsx", sheets_with(lines)))[0].startswith(
        "Dự toán, ô G3: Số này tính theo triệu đồng chưa đến 1.000 đồng"
    )
