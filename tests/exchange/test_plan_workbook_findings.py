"""What a form filled in wrongly comes to: every fault at once, with its sheet and cell; nothing is brought in."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import load_workbook

from nscl_desktop.domain.errors import ForeignWorkbookError
from nscl_desktop.exchange.plan_json import PlanFileError
from nscl_desktop.exchange.plan_workbook import read_plan_workbook
from tests.exchange.workbook_makers import HEAD, LINES, SOURCES, TOTAL, Formula, Row, save_workbook, sheets_with


def findings_of(path: Path) -> list[str]:
    with pytest.raises(PlanFileError) as caught:
        read_plan_workbook(path)
    return list(caught.value.findings)


def findings_in(tmp_path: Path, lines: Sequence[Row]) -> list[str]:
    return findings_of(save_workbook(tmp_path / "a.xlsx", sheets_with(lines)))


def one_line(**cells: object) -> list[Row]:
    """A single row with a lump sum of 5 triệu in G3, some of its cells replaced by their letter."""
    row: list[object] = [1, "1", "Lớp học", "Lớp", None, None, 5, None, None, None]
    for letter, value in cells.items():
        row["ABCDEFGHIJ".index(letter)] = value
    return [row]


def test_all_faults_of_all_sheets_are_told_at_once(tmp_path: Path) -> None:
    lines: list[Row] = [
        [1, "I", "Đào tạo"],
        [3, "1", "Nhảy cấp", "Khóa", "mười", 2, "abc"],
        [2, "2", None, "Lớp", 1, "12345678901234567890", -5],
        [2, "3", "Ngày tháng", None, None, None, None, None, date(2026, 3, 4)],
    ]
    sheets = sheets_with(
        lines,
        plan=[["Mã kế hoạch", None], ["Từ năm", "hai nghìn"], ["Số ký hiệu lạ", "1"]],
        sources=[*SOURCES, ["NSNN", "Lặp lại"], ["", "Không mã"]],
        targets=[["Nội dung mục tiêu", "So sánh", "Mục chi"], ["Đào tạo", "nhiều", "V.9"], [None, "trên", None]],
    )
    found = findings_of(save_workbook(tmp_path / "a.xlsx", sheets))
    wanted = [
        "Kế hoạch: Thiếu “Mã kế hoạch”",
        "Kế hoạch, ô B6: “Từ năm” cần một số nguyên",
        "Kế hoạch, ô A7: Không có ô “Số ký hiệu lạ” trong mẫu",
        "Nguồn, ô A4: Mã nguồn “NSNN” ghi hai lần",
        "Nguồn, dòng 5: Thiếu mã nguồn",
        "Dự toán, ô A4: Cấp nhảy từ 1 xuống 3",
        "Dự toán, ô E4: Không đọc được số “mười”",
        "Dự toán, ô G4: Không đọc được số “abc”",
        "Dự toán, ô C5: Dòng này thiếu nội dung",
        "Dự toán, ô F5: Số lượng “12345678901234567890” quá lớn",
        "Dự toán, ô G5: “Số tiền” không được âm",
        "Dự toán, ô I6: Excel đã hiểu ô này là ngày 04/03/2026",
        "Mục tiêu, ô B2: “So sánh” không có lựa chọn “nhiều”",
        "Mục tiêu, ô C2: Không có mục chi “V.9”",
        "Mục tiêu, dòng 3: Mục tiêu thiếu nội dung",
    ]
    missing = [start for start in wanted if not any(finding.startswith(start) for finding in found)]
    assert missing == []
    assert all(len(finding) < 300 for finding in found)


CELLS: dict[str, tuple[dict[str, object], str]] = {
    "nhiều chữ số": ({"G": 1e19}, "Dự toán, ô G3: Số tiền “10000000000000000000” (đơn vị tính: triệu đồng) lớn hơn"),
    "số thập phân quá nhỏ": ({"G": 0.0000001}, "Dự toán, ô G3: Số tiền “0,0000001” (đơn vị tính: triệu đồng) lẻ dưới"),
    "số âm dạng chữ": ({"G": "(5)"}, "Dự toán, ô G3: “Số tiền” không được âm"),
    "dấu gạch": ({"G": "-"}, "Dự toán, ô G3: Dấu gạch không phải số tiền"),
    "số có dấu sao": ({"G": "628*"}, "Dự toán, ô G3: Số “628*” có dấu chú thích"),
    "công thức lỗi": ({"G": Formula("=1/0", "#DIV/0!")}, "Dự toán, ô G3: Công thức báo lỗi #DIV/0!"),
    "đúng sai": ({"F": True}, "Dự toán, ô F3: Cần một số, không phải “Có”"),
    "số lượng kèm đơn vị": ({"F": "2 lớp"}, "Dự toán, ô F3: Ô số lượng “2 lớp” chỉ được ghi số"),
    "số tiền bằng đồng trong biểu triệu": (
        {"G": 15_000_000},
        "Dự toán, ô G3: Số này tính theo triệu đồng là hơn 1.000",
    ),
    "cấp là chữ": ({"A": "một"}, "Dự toán, ô A3: Cấp phải là số từ 1 đến 20"),
}


@pytest.mark.parametrize("cells, wanted", list(CELLS.values()), ids=list(CELLS))
def test_one_bad_cell_is_named(tmp_path: Path, cells: dict[str, object], wanted: str) -> None:
    found = findings_in(tmp_path, one_line(**cells))
    assert len(found) == 1
    assert found[0].startswith(wanted)


def test_a_text_of_two_million_letters_is_refused_in_one_sentence(tmp_path: Path) -> None:
    path = save_workbook(tmp_path / "a.xlsx", sheets_with(one_line(C="DÀI VÔ TẬN", D="ĐƠN VỊ DÀI")))
    with ZipFile(path) as archive:  # no program writes this, but files come from anywhere
        parts = {name: archive.read(name) for name in archive.namelist()}
    long = "x" * 2_000_000
    strings = parts["xl/sharedStrings.xml"].decode()
    parts["xl/sharedStrings.xml"] = strings.replace("DÀI VÔ TẬN", long).replace("ĐƠN VỊ DÀI", long).encode()
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    assert findings_of(path) == [
        "Dự toán, ô C3: “Nội dung” dài 2.000.000 ký tự; hãy rút xuống dưới 20.000 ký tự.",
        "Dự toán, ô D3: “Đơn vị tính” dài 2.000.000 ký tự; hãy rút xuống dưới 20.000 ký tự.",
    ]


def test_a_code_must_be_there_and_a_title_too(tmp_path: Path) -> None:
    sheets = sheets_with(plan=[["Mã kế hoạch", "  "], ["Tên kế hoạch", None]])
    assert findings_of(save_workbook(tmp_path / "a.xlsx", sheets)) == [
        "Kế hoạch: Thiếu “Mã kế hoạch”; hãy ghi rồi nhập lại.",
        "Kế hoạch: Thiếu “Tên kế hoạch”; hãy ghi rồi nhập lại.",
    ]


# -- headings ---------------------------------------------------------------------------------------------------------


def heads(*titles: object) -> list[Row]:
    return [["Cấp", "STT", "Nội dung", *titles], [None, None, None, *(["Số tiền"] * len(titles))]]


@pytest.mark.parametrize(
    "head, place",
    [
        (heads("Năm 2026 – KCB"), "Dự toán, ô D1: Không có nguồn “KCB” ở tờ Nguồn"),
        (heads("Năm 2035 – DN"), "Dự toán, ô D1: Năm 2035 nằm ngoài kế hoạch 2026-2027"),
        ([["Cấp", "STT", "Nội dung", "Số tiền"]], "Dự toán, ô D1: Cột này không ghi năm"),
        ([["Cấp", "STT", "Nội dung", "Màu sắc"]], "Dự toán, ô D1: Không hiểu cột “Màu sắc”"),
        ([["Cấp", "STT", "Nội dung"]], "Dự toán, ô D1: Không hiểu cột không có tiêu đề"),
        (
            [["Cấp", "STT", "Nội dung", "Đơn giá (đồng)"]],
            "Dự toán, ô D1: Tiêu đề ghi đồng nhưng tờ Kế hoạch chọn triệu",
        ),
        (heads("(không dùng)"), "Dự toán, ô D2: Cột (không dùng)"),
    ],
)
def test_a_column_that_cannot_be_placed_is_named(tmp_path: Path, head: list[Row], place: str) -> None:
    sheets = sheets_with([[1, "1", "Lớp học", 5]], head=head)
    found = findings_of(save_workbook(tmp_path / "a.xlsx", sheets))
    assert len(found) == 1
    assert found[0].startswith(place)


def test_two_columns_for_the_same_year_and_source(tmp_path: Path) -> None:
    sheets = sheets_with([[1, "1", "Lớp học", 5, 5]], head=heads("Năm 2026 – DN", "Năm 2026 – DN"))
    assert findings_of(save_workbook(tmp_path / "a.xlsx", sheets)) == [
        "Dự toán, ô E1: Cột này trùng với cột ở Dự toán, ô D1; hãy xóa một cột."
    ]


def test_a_sheet_without_heading_or_lines(tmp_path: Path) -> None:
    nothing = findings_of(save_workbook(tmp_path / "a.xlsx", sheets_with([], head=[["xin chào"]])))
    assert nothing == ["Dự toán: Không thấy dòng đầu bảng (STT, Nội dung, ĐVT…) trong 30 dòng đầu."]
    empty = findings_of(save_workbook(tmp_path / "b.xlsx", sheets_with([])))
    assert empty == ["Dự toán: Chưa có dòng chi nào dưới dòng đầu bảng; hãy nhập rồi thử lại."]


# -- totals -----------------------------------------------------------------------------------------------------------


def test_an_amount_a_thousand_times_too_large_is_caught_by_the_total(tmp_path: Path) -> None:
    lines: list[Row] = [
        [1, "1", "Hội nghị", None, None, None, 1290.84],
        [None, None, "Tổng cộng", None, None, None, 1.29084],
    ]
    found = findings_in(tmp_path, lines)
    assert len(found) == 1
    assert found[0].startswith(
        "Dự toán, ô G4: Biểu ghi 1,29084 triệu đồng, tính từ các ô được 1.290,84 triệu đồng (chênh đúng 1.000 lần"
    )


def test_totals_of_lines_columns_and_sections_are_compared(tmp_path: Path) -> None:
    lines = [list(row) for row in (*LINES, TOTAL)]
    lines[0] = [1, "I", "Đào tạo", None, None, None, 300]  # its lines have 266 in 2026
    lines[1][9] = 267
    lines[-1][8] = 63
    found = findings_in(tmp_path, lines)
    assert [finding.split(":")[0] for finding in found] == [
        "Dự toán, ô G3", "Dự toán, ô J4", "Dự toán, ô I7",
    ]  # fmt: skip


def test_totals_over_a_cell_that_cannot_be_read_are_not_told_as_faults(tmp_path: Path) -> None:
    lines = [list(row) for row in (*LINES, TOTAL)]
    lines[1][6] = "hai trăm"
    found = findings_in(tmp_path, lines)
    assert [finding.split(":")[0] for finding in found] == ["Dự toán, ô G4"]


def test_the_unit_above_the_table_must_be_that_of_the_plan(tmp_path: Path) -> None:
    sheets = sheets_with()
    sheets["Dự toán"] = [["Đơn vị tính: nghìn đồng"], *HEAD, *LINES]
    assert findings_of(save_workbook(tmp_path / "a.xlsx", sheets)) == [
        "Dự toán, ô A1: Tờ này ghi đơn vị tính nghìn đồng nhưng tờ Kế hoạch chọn triệu đồng; hãy sửa cho khớp."
    ]


def test_formulas_without_results_ask_to_be_saved_by_excel(tmp_path: Path) -> None:
    path = save_workbook(tmp_path / "a.xlsx", sheets_with(one_line(G=Formula("=2*2.5", 5))))
    book = load_workbook(path)
    book.save(path)  # this library stores no results
    assert findings_of(path) == ["Dự toán, ô G3: Công thức chưa có kết quả; hãy mở tệp bằng Excel, lưu lại rồi nhập."]


def test_a_long_list_of_faults_is_cut_off(tmp_path: Path) -> None:
    lines: list[Row] = [[1, f"{row}", "Lớp học", None, None, None, "abc"] for row in range(300)]
    found = findings_in(tmp_path, lines)
    assert len(found) == 101
    assert found[-1] == "Và 200 chỗ khác nữa."


def test_a_workbook_of_something_else_is_named_as_such(tmp_path: Path) -> None:
    path = save_workbook(tmp_path / "luong.xlsx", {"Bảng lương": [["Họ tên", "Lương"]]})
    with pytest.raises(ForeignWorkbookError) as caught:
        read_plan_workbook(path)
    assert caught.value.sentence == (
        "Tệp “luong.xlsx” không có tờ “Kế hoạch” và “Dự toán” nên không phải biểu nhập của chương trình; hãy mở cửa sổ "
        "chương trình, chọn Kế hoạch mới…, Từ tệp Excel hoặc JSON, rồi cho biết từng cột của bảng ghi gì."
    )


def test_a_workbook_whose_sheets_have_our_names_by_chance_is_of_another_form(tmp_path: Path) -> None:
    sheets: dict[str, list[Row]] = {"Kế hoạch": [["Tên kế hoạch", "Năm 2026"]], "Dự toán": [["STT", "Nội dung"]]}
    with pytest.raises(ForeignWorkbookError, match=r"không có các ô của biểu mẫu"):
        read_plan_workbook(save_workbook(tmp_path / "a.xlsx", sheets))
