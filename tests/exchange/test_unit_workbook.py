"""Cells of a list as the file holds them: types kept, old fonts told, lacking results named, bad files refused."""

from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from nscl_desktop.domain.errors import UnreadableFileError
from nscl_desktop.exchange import unit_workbook
from nscl_desktop.exchange.unit_workbook import read_unit_sheets
from tests.enterprises.encoded import in_tcvn3


def sheet_of(book: Workbook) -> Worksheet:
    assert isinstance(book.active, Worksheet)
    return book.active


def test_cells_keep_their_types_and_empty_rows_their_places(tmp_path: Path) -> None:
    book = Workbook()
    sheet = sheet_of(book)
    sheet.append(["Tên", "MST", "Ngày", "Lao động"])
    sheet.append([])
    sheet.append(["  Công ty\u00a0A ", 100109106, datetime(2015, 3, 2), 4.5])
    sheet["A9"].number_format = "@"  # formatted, but empty
    book.create_sheet("Trống")
    book.save(tmp_path / "ds.xlsx")
    (found,) = read_unit_sheets(tmp_path / "ds.xlsx", len)
    assert (found.name, found.troubles, found.fonts) == ("Sheet", (), {})
    assert [tuple(row) for row in found.rows] == [
        ("Tên", "MST", "Ngày", "Lao động"),
        (),
        ("  Công ty\u00a0A ", 100109106, datetime(2015, 3, 2), 4.5),
    ]


def test_a_formula_without_a_stored_result_is_named(tmp_path: Path) -> None:
    book = Workbook()
    sheet_of(book).append(["Tên", "Số"])
    sheet_of(book).append(["A", "=1+1"])
    book.save(tmp_path / "ds.xlsx")
    (found,) = read_unit_sheets(tmp_path / "ds.xlsx", len)
    assert found.troubles == (
        (1, 1, "Sheet, dòng 2: Công thức chưa có kết quả; hãy mở tệp bằng Excel, lưu lại."),
    )  # fmt: skip


def test_the_font_of_a_cell_in_an_old_encoding_is_told(tmp_path: Path) -> None:
    book = Workbook()
    sheet_of(book)["B2"] = in_tcvn3("công ty hoàng long")
    sheet_of(book)["B2"].font = Font(name=".VnTimeH")
    sheet_of(book)["A1"] = "Tên"
    book.save(tmp_path / "ds.xlsx")
    (found,) = read_unit_sheets(tmp_path / "ds.xlsx", len)
    assert found.fonts == {(1, 1): ".VnTimeH"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("mark", [";", ",", "\t"])
def test_text_files_are_read_with_whatever_parts_their_cells(tmp_path: Path, encoding: str, mark: str) -> None:
    path = tmp_path / "ds.csv"
    path.write_text(f'Tên{mark}MST\n"Công ty {mark} A"{mark}0100109106\nB{mark}\n', encoding)
    (found,) = read_unit_sheets(path, len)
    assert found.rows == [("Tên", "MST"), (f"Công ty {mark} A", "0100109106"), ("B", None)]


def test_a_text_file_of_old_fonts_keeps_their_signs(tmp_path: Path) -> None:
    path = tmp_path / "ds.txt"
    path.write_bytes(in_tcvn3("Tên;Công ty Hoàng Long").encode("latin-1"))
    assert read_unit_sheets(path, len)[0].rows == [(in_tcvn3("Tên"), in_tcvn3("Công ty Hoàng Long"))]


@pytest.mark.parametrize(
    "name, content, words",
    [
        ("a.xlsx", b"PK\x03\x04 torn", "bị hỏng"),
        ("a.xls", bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 600, "đời cũ"),
        ("a.csv", b"", "không có dòng nào"),
        ("a.csv", b"a\x00b;c", "không có dòng nào"),
        ("khong-co.csv", None, "Không mở được"),
        ("khong-co.xlsx", None, "Không mở được"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(
    tmp_path: Path, name: str, content: bytes | None, words: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(UnreadableFileError, match=words):
        read_unit_sheets(tmp_path / name, len)


def test_an_empty_workbook_and_an_endless_one_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Workbook().save(tmp_path / "trong.xlsx")
    with pytest.raises(UnreadableFileError, match="không có ô nào"):
        read_unit_sheets(tmp_path / "trong.xlsx", len)
    monkeypatch.setattr(unit_workbook, "MOST_ROWS", 3)
    book = Workbook()
    for number in range(5):
        sheet_of(book).append([f"Đơn vị {number}"])
    book.save(tmp_path / "dai.xlsx")
    (tmp_path / "dai.csv").write_text("a\nb\nc\nd\ne\n", "utf-8")
    for name in ("dai.xlsx", "dai.csv"):
        with pytest.raises(UnreadableFileError, match=r"hơn 100\.000 dòng"):
            read_unit_sheets(tmp_path / name, len)


def test_reading_can_be_stopped(tmp_path: Path) -> None:
    book = Workbook()
    sheet_of(book).append(["Tên"])
    book.save(tmp_path / "ds.xlsx")

    class Stopped(Exception):  # noqa: N818 - the clerk's wish
        pass

    def stop(words: str) -> None:
        raise Stopped(words)

    with pytest.raises(Stopped, match="dòng 0"):
        read_unit_sheets(tmp_path / "ds.xlsx", stop)
