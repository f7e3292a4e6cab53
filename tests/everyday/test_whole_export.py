"""Xuất toàn bộ: data file, one workbook, attached files; stopped, nothing is left."""

import hashlib
import sqlite3
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from nscl_desktop.cli import main
from nscl_desktop.domain.changes import ChangeSet, inserted
from nscl_desktop.domain.contracts import Contract
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Kind, Place
from nscl_desktop.domain.inspections import Checklist, Question
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.registry import RECORD_TYPES
from nscl_desktop.domain.supports import Dossier
from nscl_desktop.domain.training import Course
from nscl_desktop.office.export_room import export_all
from nscl_desktop.reports.whole_workbook import WholeSheet, write_whole_workbook
from nscl_desktop.services.whole_export import cells, headings, sheet_name
from nscl_desktop.storage.opening import open_store

SCAN = b"%PDF-1.4 scan"
RECORDS: list[Record] = [
    Enterprise(id="u", name="=Công ty A", tax_code="0100109106", products=("gỗ", "ván")),
    Dossier(id="d", enterprise_id="u", title="Áp dụng 5S", is_guidance=True),
    Contract(id="h", dossier_id="d", number="01/HĐ", value=123_456_789),
    Course(id="c", title="Lớp 5S", kind="sent", date_from="2026-04-20", points_to_pass=Decimal("5.5")),
    Checklist(id="b", name="Bảng"), Question(id="q", checklist_id="b", place=Place("", "a"), text="Một"),
    Question(id="r", checklist_id="b", place=Place("q", "b"), text="Hai"),
]  # fmt: skip


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "cũ" / "nscl.db"
    path.parent.mkdir()
    store = open_store(path)
    store.apply(ChangeSet("Thêm", tuple(map(inserted, RECORDS))), who="A", machine="M")
    store.close()
    folder = path.parent / "attachments"
    folder.mkdir()
    (folder / f"{hashlib.sha256(SCAN).hexdigest()}.pdf").write_bytes(SCAN)
    (folder / ".half.tmp").write_bytes(b"x")
    return path


def sheet_of(path: Path, name: str) -> list[dict[str, object]]:
    book = load_workbook(path)
    rows = list(book[name].iter_rows(values_only=True))
    return [dict(zip(map(str, rows[0]), row, strict=True)) for row in rows[1:]]


def test_a_folder_holds_the_file_one_workbook_and_the_attached_files(data: Path, tmp_path: Path) -> None:
    target = tmp_path / "ra"
    found = export_all(data, target)
    assert found.words == "7 bản ghi của 6 loại, 1 tệp đính kèm"
    with sqlite3.connect(target / "nscl.db") as connection:
        assert connection.execute("SELECT count(*) FROM question").fetchone() == (2,)
    assert [path.read_bytes() for path in (target / "attachments").iterdir()] == [SCAN]
    book = load_workbook(target / "So lieu.xlsx")
    assert len(book.sheetnames) == len(RECORD_TYPES) + 1
    (unit,) = sheet_of(target / "So lieu.xlsx", "Đơn vị")
    assert (unit["Khóa"], unit["Mã số thuế"], unit["Tên đơn vị"]) == ("u", "0100109106", "=Công ty A")
    with pytest.raises(InputError, match="đã có dữ liệu"):
        export_all(data, target)


def test_codes_are_text_money_is_a_figure_and_links_are_named(data: Path, tmp_path: Path) -> None:
    export_all(data, tmp_path / "ra")
    path = tmp_path / "ra" / "So lieu.xlsx"
    (dossier,) = sheet_of(path, "Hồ sơ hỗ trợ")
    assert (dossier["Đơn vị được hỗ trợ"], dossier["Đơn vị được hỗ trợ (khóa)"]) == ("=Công ty A", "u")
    (contract,) = sheet_of(path, "Hợp đồng")
    assert 123_456_789 in contract.values()
    (course,) = sheet_of(path, "Lớp đào tạo")
    assert (course["Hình thức"], course["Từ ngày"], course["Điểm phải đạt"]) == ("Cử người đi học", "20/4/2026", 5.5)
    first, second = sheet_of(path, "Câu hỏi")
    assert (first["Thuộc về"], second["Thuộc về"], second["Thuộc về (khóa)"]) == (None, "Một", "q")


def test_the_command_line_writes_a_zip(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "toàn bộ.zip"
    assert main(["export-all", "--data", str(data), "-o", str(target)]) == 0
    assert "7 bản ghi của 6 loại, 1 tệp đính kèm" in capsys.readouterr().out
    with zipfile.ZipFile(target) as archive:
        assert archive.testzip() is None
        names = sorted(archive.namelist())
    assert names == sorted(["So lieu.xlsx", f"attachments/{hashlib.sha256(SCAN).hexdigest()}.pdf", "nscl.db"])


@pytest.mark.parametrize("word", ["Đang chép tệp dữ liệu", "Ghi đơn vị", "Đang ghi tệp 2/3", "Đang kết thúc"])
def test_stopped_it_leaves_nothing(data: Path, tmp_path: Path, word: str) -> None:
    class StoppedError(Exception):
        pass

    def watch(words: str) -> None:
        if words.startswith(word):
            raise StoppedError

    folder = tmp_path / "nơi"
    with pytest.raises(StoppedError):
        export_all(data, folder / "ra.zip", watch)
    assert list(folder.iterdir()) == []


def test_long_sheets_go_on_long_texts_are_cut_and_long_numbers_are_text(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    rows = [("a" * 40_000, 1), ("b", 12_345_678_901_234_567), ("", -5)]
    sheets = [WholeSheet("Tên", ["Chữ", "Số"], frozenset({1}), 3, rows)]
    assert write_whole_workbook(path, sheets, "Mục lục", lambda _: None, most_rows=2) == {"Tên": 3}
    book = load_workbook(path)
    assert book.sheetnames == ["Mục lục", "Tên", "Tên (2)"]
    shown = list(book["Tên"].iter_rows(min_row=2, values_only=True))
    assert (len(str(shown[0][0])), str(shown[0][0])[-4:], shown[1]) == (32_767, "iệu)", ("b", "12345678901234567"))
    assert list(book["Tên (2)"].iter_rows(values_only=True)) == [("Chữ", "Số"), (None, -5)]


def test_every_kind_has_a_row_as_wide_as_its_heading_and_a_sheet_of_its_own() -> None:
    taken: set[str] = set()
    for kind in RECORD_TYPES:
        name = sheet_name(kind, taken)
        assert name.casefold() not in {each.casefold() for each in taken}
        assert len(name) <= 31
        taken.add(name)
        assert headings(kind)[-1] == ("Khóa", Kind.TEXT)
    assert sheet_name(Enterprise, {"ĐƠN VỊ", "Đơn vị (2)"}) == "Đơn vị (3)"
    assert len(cells(RECORDS[0], {})) == len(headings(Enterprise))
