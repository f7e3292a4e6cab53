"""A file that a plan shall come from: what was found in it, and which of its sheets is the budget."""

from pathlib import Path

import pytest

from nscl_desktop.domain.errors import InputError
from nscl_desktop.exchange.plan_workbook import plan_template_workbook
from nscl_desktop.office.file_room import FileRoom
from nscl_desktop.presenters.incoming_file import faults_of, likeliest, path_of, read_incoming, read_tables
from tests.exchange.workbook_makers import Row, save_workbook, sheets_with
from tests.presenters.desks import refused

TABLE: list[Row] = [
    ["DỰ TOÁN"],
    ["STT", "Nội dung", "Năm 2027", "Năm 2028"],
    [1, "Lớp học", 20, 30],
]


def test_our_own_form_is_a_plan(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(plan_template_workbook())
    found = read_incoming(FileRoom(), path)
    assert found.book is not None
    assert found.plan_name.startswith("VD-2026-2030 · Kế hoạch nâng cao năng suất")
    assert (found.tables, found.years, found.must_be_seen) == ((), (), False)


def test_sheets_named_as_ours_do_not_make_the_form(tmp_path: Path) -> None:
    cover: list[Row] = [["KẾ HOẠCH NĂM 2027"], ["Đơn vị", "Chi cục TĐC"]]
    path = save_workbook(tmp_path / "a.xlsx", {"Kế hoạch": cover, "Dự toán": TABLE})
    found = read_incoming(FileRoom(), path)
    assert found.book is None
    assert [table.name for table in found.tables] == ["Kế hoạch", "Dự toán"]
    assert (found.plan_name, found.years, found.must_be_seen) == ("", (2027, 2028), True)


def test_the_sheet_with_the_best_heading_is_the_budget(tmp_path: Path) -> None:
    long: list[Row] = [[f"Dòng {row}"] for row in range(60)]
    path = save_workbook(tmp_path / "a.xlsx", {"Thuyết minh": long, "Bảng 1": TABLE, "Bìa": [["Sở KH&CN"]]})
    assert likeliest(read_tables(FileRoom(), path)) == 1
    path = save_workbook(tmp_path / "b.xlsx", {"Bìa": [["Sở KH&CN"]], "Thuyết minh": long})
    assert likeliest(read_tables(FileRoom(), path)) == 1


def test_cells_keep_their_addresses(tmp_path: Path) -> None:
    path = save_workbook(tmp_path / "a.xlsx", {"Bảng": [[], [], *TABLE]})
    (table,) = read_tables(FileRoom(), path)
    assert table.rows[4] == ("1", "Lớp học", "20", "30")
    assert table.place(4, 2) == "Bảng, ô C5"


def test_a_sheet_that_is_no_table_is_left_out_and_one_alone_is_refused(tmp_path: Path) -> None:
    far: list[Row] = [["Đầu"], *[[] for _ in range(6000)], ["Cuối"]]
    path = save_workbook(tmp_path / "a.xlsx", {"Dài": far, "Bảng": TABLE})
    assert [table.name for table in read_tables(FileRoom(), path)] == ["Bảng"]
    path = save_workbook(tmp_path / "b.xlsx", {"Dài": far})
    assert refused(lambda: read_tables(FileRoom(), path)).startswith("Dài: Bảng có 6002 dòng")


def test_the_same_remarks_are_not_shown_twice_and_others_are(tmp_path: Path) -> None:
    def reading(text: str) -> Path:
        return save_workbook(tmp_path / "a.xlsx", sheets_with([[1, "I", "Hội nghị", None, None, None, text]]))

    first = read_incoming(FileRoom(), reading("68.4"))
    assert first.remarks == ("Dự toán, ô G3: “68.4” được đọc là 68,4 triệu đồng: dấu chấm là dấu thập phân.",)
    assert first.must_be_seen
    assert not first.says_as(None)
    assert first.says_as(read_incoming(FileRoom(), reading("68.4")))
    assert not first.says_as(read_incoming(FileRoom(), reading("68.5")))


@pytest.mark.parametrize("typed", ['"C:/Dự toán.xlsx"', "  C:/Dự toán.xlsx "])
def test_a_path_may_stand_in_quotation_marks(typed: str) -> None:
    assert path_of(typed) == Path("C:/Dự toán.xlsx")


@pytest.mark.parametrize("typed", ["", "  ", '""'])
def test_no_path_is_asked_for(typed: str) -> None:
    assert refused(lambda: path_of(typed)) == "Chưa chọn tệp; hãy chọn một tệp .xlsx hoặc .json."


def test_faults_that_a_refusal_lists_can_be_shown_one_by_one() -> None:
    assert faults_of(InputError("Có 2 chỗ:\n- Ô A1\n- Ô B2")) == ("Ô A1", "Ô B2")
    assert faults_of(InputError("Không mở được tệp.")) == ()


def test_only_excel_files_have_sheets(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("{}", "utf-8")
    assert refused(lambda: read_tables(FileRoom(), path)).startswith("Tệp “a.json” không phải tệp Excel (.xlsx)")
