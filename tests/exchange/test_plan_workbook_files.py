"""Files that are no readable workbook: each gets one sentence, nothing is unpacked beyond measure."""

from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from nscl_desktop.domain.errors import UnreadableFileError
from nscl_desktop.domain.money import MoneyUnit
from nscl_desktop.domain.money_reading import parse_amount
from nscl_desktop.exchange.plan_workbook import plan_template_workbook, read_plan_workbook
from nscl_desktop.exchange.plan_workbook_opening import open_sheets
from nscl_desktop.exchange.sheet_rows import read_sheet_rows
from tests.exchange.workbook_makers import Formula, Row, save_workbook, sheets_with

OLE = bytes.fromhex("D0CF11E0A1B11AE1")


def sentence_of(path: Path) -> str:
    with pytest.raises(UnreadableFileError) as caught:
        read_plan_workbook(path)
    return caught.value.sentence


def repacked(path: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """A sound workbook with some parts changed."""
    save_workbook(path, sheets_with())
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def test_an_old_workbook_asks_to_be_saved_anew(tmp_path: Path) -> None:
    path = tmp_path / "cu.xlsx"
    path.write_bytes(OLE + b"\x00" * 600 + "Workbook".encode("utf-16-le"))
    assert (
        sentence_of(path) == "Tệp “cu.xlsx” là tệp Excel đời cũ (.xls); hãy mở bằng Excel và lưu thành .xlsx rồi nhập."
    )


def test_a_workbook_with_a_password_asks_to_be_unlocked(tmp_path: Path) -> None:
    path = tmp_path / "khoa.xlsx"
    path.write_bytes(OLE + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le"))
    assert sentence_of(path) == "Tệp “khoa.xlsx” có mật khẩu; hãy mở bằng Excel, bỏ mật khẩu, lưu lại rồi nhập."


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"M\xe3 k\xe1\xba\xbf ho\xe1\xba\xa1ch;T\xc3\xaan"])
def test_what_is_no_archive_is_damaged(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "hong.xlsx"
    path.write_bytes(content)
    assert sentence_of(path) == "Tệp “hong.xlsx” bị hỏng hoặc không phải tệp Excel (.xlsx); hãy lấy lại bản gốc."


def test_a_workbook_cut_off_anywhere_is_damaged_and_nothing_else_happens(tmp_path: Path) -> None:
    whole = plan_template_workbook()
    path = tmp_path / "cut.xlsx"
    for share in range(1, 10):
        path.write_bytes(whole[: len(whole) * share // 10])
        assert "bị hỏng" in sentence_of(path)


def test_a_byte_changed_anywhere_gives_a_plan_or_a_sentence(tmp_path: Path) -> None:
    whole = plan_template_workbook()
    path = tmp_path / "doi.xlsx"
    answers = []
    for place in range(40, len(whole), len(whole) // 25):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0x5A]) + whole[place + 1 :])
        try:
            read_plan_workbook(path)
        except UnreadableFileError as error:
            answers.append(error.sentence)
    assert answers
    assert [answer for answer in answers if not answer.startswith("Tệp “doi.xlsx”")] == []


def test_an_archive_of_something_else_is_no_workbook(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    assert sentence_of(path) == "Tệp “a.xlsx” không phải tệp Excel (.xlsx); hãy chọn đúng tệp."


def test_broken_parts_are_damage(tmp_path: Path) -> None:
    def break_sheet(parts: dict[str, bytes]) -> None:
        parts["xl/worksheets/sheet3.xml"] = parts["xl/worksheets/sheet3.xml"][:400]

    def drop_strings(parts: dict[str, bytes]) -> None:
        parts["xl/sharedStrings.xml"] = b"<sst xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'/>"

    for change in (break_sheet, drop_strings):
        assert "bị hỏng" in sentence_of(repacked(tmp_path / "a.xlsx", change))


def test_an_archive_that_unpacks_to_gigabytes_is_refused_before_reading(tmp_path: Path) -> None:
    def blow_up(parts: dict[str, bytes]) -> None:
        parts["xl/worksheets/sheet3.xml"] = b"<x>" + b" " * (64 * 1024 * 1024) + b"</x>"

    path = repacked(tmp_path / "bom.xlsx", blow_up)
    assert path.stat().st_size < 200_000
    assert sentence_of(path).startswith("Tệp “bom.xlsx” quá lớn khi mở ra (64 MB)")


def test_an_archive_with_thousands_of_parts_is_refused(tmp_path: Path) -> None:
    path = save_workbook(tmp_path / "a.xlsx", sheets_with())
    with ZipFile(path, "a") as archive:
        for index in range(2100):
            archive.writestr(ZipInfo(f"xl/media/{index}"), b"")
    assert "quá lớn khi mở ra" in sentence_of(path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert sentence_of(tmp_path / "khong.xlsx") == (
        "Không mở được tệp “khong.xlsx”; hãy kiểm tra tệp còn đó và không bị khóa."
    )


def test_a_cell_far_out_does_not_fill_the_memory(tmp_path: Path) -> None:
    def far(parts: dict[str, bytes]) -> None:
        sheet = parts["xl/worksheets/sheet3.xml"].decode()
        cell = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
        parts["xl/worksheets/sheet3.xml"] = sheet.replace("</sheetData>", cell).encode()

    sheet = open_sheets(repacked(tmp_path / "xa.xlsx", far))[2]
    assert len(sheet.rows) == 7


def test_more_lines_than_any_plan_has(tmp_path: Path) -> None:
    rows: list[Row] = [[f"dòng {row}"] for row in range(5001)]
    path = save_workbook(tmp_path / "dai.xlsx", {"Sổ": rows})
    with pytest.raises(UnreadableFileError, match=r"có hơn 5\.000 dòng"):
        open_sheets(path)


# -- rows of any sheet ------------------------------------------------------------------------------------------------


def test_rows_of_a_sheet_are_texts_that_read_exactly(tmp_path: Path) -> None:
    rows: list[Row] = [["STT", "Năm", 2022], [1, 1290.84, 15_400_000], [], ["1.1", 0.1 + 0.2, True]]
    found = read_sheet_rows(save_workbook(tmp_path / "a.xlsx", {"Bảng 1": rows, "Trống": []}))
    assert [sheet.name for sheet in found] == ["Bảng 1"]
    assert found[0].rows == (("STT", "Năm", "2022"), ("1", "1290,84", "15400000"), (), ("1.1", "0,3", "Có"))


def test_cells_without_a_value_are_told(tmp_path: Path) -> None:
    path = save_workbook(tmp_path / "a.xlsx", {"B": [[Formula("=1/0", "#DIV/0!"), Formula("=1", "")]]})
    sheet = read_sheet_rows(path)[0]
    assert sheet.rows == (("#DIV/0!", "=1"),)
    assert sheet.troubles == (
        (0, 0, "B, ô A1: Công thức báo lỗi #DIV/0!; hãy sửa trong Excel."),
        (0, 1, "B, ô B1: Công thức chưa có kết quả; hãy mở tệp bằng Excel, lưu lại rồi nhập."),
    )


def test_three_decimals_of_a_number_are_never_thousands(tmp_path: Path) -> None:
    """Of "1,125" typed as a text nobody knows; the number 1.125 is certain."""
    sheet = read_sheet_rows(save_workbook(tmp_path / "a.xlsx", {"B": [[1.125, "1,125", 1250.5]]}))[0]
    assert sheet.rows == (("1,1250", "1,125", "1250,5"),)
    assert parse_amount(sheet.rows[0][0], MoneyUnit.TRIEU).value == 1_125_000


def test_a_workbook_with_nothing_in_it_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match=r"Tệp “a.xlsx” không có ô nào ghi dữ liệu; hãy chọn tệp khác\."):
        read_sheet_rows(save_workbook(tmp_path / "a.xlsx", {"B": []}))
