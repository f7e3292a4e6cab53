"""Excel files of all kinds coming in through the window: our own form, a clerk's own workbook, and what is refused."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from nscl_desktop.exchange.plan_workbook import plan_template_workbook
from nscl_desktop.presenters.plan_making import WAYS, Way
from nscl_desktop.ui.dialogs.new_plan_window import NewPlanWindow
from nscl_desktop.ui.dialogs.table_import_window import TableImportWindow
from tests.exchange.workbook_makers import Formula, Row, save_workbook, sheets_with
from tests.ui.offices import MemoryShelf
from tests.ui.windows import Opened
from tests.ui.writing import write

OLE = bytes.fromhex("D0CF11E0A1B11AE1") + b"\x00" * 600
HEAD: list[Row] = [
    ["DỰ TOÁN KINH PHÍ NĂM 2026"],
    [None, None, None, None, None, None, "Đơn vị tính: triệu đồng"],
    [],
    ["STT", "Nội dung", "ĐVT", "Số lượng", "Đơn giá", "Năm 2026", None],
    [None, None, None, None, None, "NSNN", "DN"],
    ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
]
LINES: list[Row] = [
    ["I", "Đào tạo"],
    [1, "Lớp tập huấn", "Lớp", 2, 15.125, 30.25],
    [2, "Chuyên gia", "Khóa", 3, 1.125, None, 3.375],
    [None, "Tổng cộng", None, None, None, 30.25, 3.375],
]
"""2 × 15,125 = 30,25 of NSNN, 3 × 1,125 = 3,375 of DN: 33,625 triệu. Three decimals of a number are no thousands."""


def own_workbook(folder: Path, **cells: object) -> Path:
    """A clerk's workbook with a cover sheet before the table; ``cells`` replace those of the table, as F8=…"""
    rows = [list(row) for row in [*HEAD, *LINES]]
    for name, value in cells.items():
        row = rows[int(name[1:]) - 1]
        row += [None] * (7 - len(row))
        row["ABCDEFG".index(name[0])] = value
    return save_workbook(folder / "du toan.xlsx", {"Bìa": [["Sở Khoa học và Công nghệ"]], "Dự toán 2026": rows})


def shelf_of(opened: Opened) -> MemoryShelf:
    shelf = opened.around.office.shelf
    assert isinstance(shelf, MemoryShelf)
    return shelf


def new_from_file(opened: Opened, path: Path) -> NewPlanWindow:
    """Kế hoạch mới, the way of a file, with its name typed."""
    opened.tab.commands.new.trigger()
    window = opened.window.findChildren(NewPlanWindow)[-1]
    window.ways.setCurrentRow([way for way, *_ in WAYS].index(Way.FILE))
    write(window.lines["file"], str(path))
    return window


def go(opened: Opened, window: NewPlanWindow, qtbot: QtBot) -> None:
    """Press the button and wait for what comes of it."""
    qtbot.mouseClick(window.verb, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not opened.operations.is_busy)


def notes(window: NewPlanWindow) -> list[str]:
    return [window.notes.item(row).text() for row in range(window.notes.count())]


def findings(window: TableImportWindow) -> list[str]:
    return [window.findings.item(row).text() for row in range(window.findings.count())]


def mapping_window(opened: Opened, qtbot: QtBot) -> TableImportWindow:
    qtbot.waitUntil(lambda: bool(opened.window.findChildren(TableImportWindow)))
    return opened.window.findChildren(TableImportWindow)[-1]


def import_into_open_plan(
    opened: Opened, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> TableImportWindow:
    choose(opened, path, monkeypatch)
    return mapping_window(opened, qtbot)


def choose(opened: Opened, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    opened.tab.commands.tables.from_file.trigger()


# -- our own form -----------------------------------------------------------------------------------------------------


def test_our_own_form_comes_in_at_once_where_nothing_is_ambiguous(bare: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    go(bare, new_from_file(bare, save_workbook(tmp_path / "a.xlsx", sheets_with())), qtbot)
    qtbot.waitUntil(lambda: bare.tab.page is not None)
    assert not any(window.isVisible() for window in bare.window.findChildren(NewPlanWindow))
    assert bare.tab.page is not None
    assert bare.tab.page.desk.plan.code == "TH-2026"
    assert bare.tab.page.desk.budget.total() == 369_250_000


def test_how_ambiguous_cells_were_read_is_shown_before_anything_is_made(
    bare: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    lines: list[Row] = [[1, "I", "Hội nghị", None, None, None, "68.4"]]
    window = new_from_file(bare, save_workbook(tmp_path / "a.xlsx", sheets_with(lines)))
    go(bare, window, qtbot)
    assert notes(window) == ["Dự toán, ô G3: “68.4” được đọc là 68,4 triệu đồng: dấu chấm là dấu thập phân."]
    assert window.verb.text() == "Nhập kế hoạch"
    assert "TH-2026 · Kế hoạch thử" in window.about.text()
    assert shelf_of(bare).steps == []
    go(bare, window, qtbot)
    qtbot.waitUntil(lambda: bare.tab.page is not None)
    assert bare.tab.page is not None
    assert bare.tab.page.desk.budget.total() == 68_400_000


def test_the_clerk_can_stop_after_the_remarks(bare: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    lines: list[Row] = [[1, "I", "Hội nghị", None, None, None, "68.4"]]
    window = new_from_file(bare, save_workbook(tmp_path / "a.xlsx", sheets_with(lines)))
    go(bare, window, qtbot)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert shelf_of(bare).steps == []
    assert shelf_of(bare).plans() == []


def test_a_form_mended_meanwhile_is_read_anew(bare: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    window = new_from_file(bare, save_workbook(path, sheets_with([[1, "I", "Hội nghị", None, None, None, "68.4"]])))
    go(bare, window, qtbot)
    save_workbook(path, sheets_with([[1, "I", "Hội nghị", None, None, None, "70.5"]]))
    go(bare, window, qtbot)
    assert shelf_of(bare).steps == []
    assert notes(window) == ["Dự toán, ô G3: “70.5” được đọc là 70,5 triệu đồng: dấu chấm là dấu thập phân."]


def test_a_file_that_is_chosen_is_read_before_any_button_is_pressed(
    bare: Opened, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "bieu.xlsx"
    path.write_bytes(plan_template_workbook())
    window = new_from_file(bare, Path())
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    window.choose_file.click()
    qtbot.waitUntil(lambda: window.verb.text() == "Nhập kế hoạch")
    assert "không có ô nào phải xem lại" in window.about.text()
    assert shelf_of(bare).steps == []


def test_every_fault_of_the_form_is_listed_with_its_cell(bare: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    lines: list[Row] = [
        [1, "I", "Đào tạo"],
        [3, "1", "Nhảy cấp", "Khóa", "mười", 2, "abc"],
        [2, "2", "Lớp học", "Lớp", 1, "12345678901234567890", None],
    ]
    window = new_from_file(bare, save_workbook(tmp_path / "sai.xlsx", sheets_with(lines)))
    go(bare, window, qtbot)
    assert window.message.text() == "Tệp “sai.xlsx” có 4 chỗ phải sửa, chưa nhập gì."
    assert [note.split(":")[0] for note in notes(window)] == [
        "Dự toán, ô A4", "Dự toán, ô E4", "Dự toán, ô G4", "Dự toán, ô F5",
    ]  # fmt: skip
    assert shelf_of(bare).steps == []
    write(window.lines["file"], "khac.xlsx")
    assert notes(window) == []


# -- a clerk's own workbook -------------------------------------------------------------------------------------------


def test_a_workbook_of_another_form_becomes_a_plan_column_by_column(bare: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    window = new_from_file(bare, own_workbook(tmp_path))
    go(bare, window, qtbot)
    assert "không theo biểu của chương trình" in window.about.text()
    assert (window.lines["year_from"].text(), window.lines["year_to"].text()) == ("2026", "2026")
    assert shelf_of(bare).steps == []
    write(window.lines["province"], "Cà Mau")
    go(bare, window, qtbot)
    importing = mapping_window(bare, qtbot)
    assert importing.windowTitle() == "Nhập bảng từ tệp Excel"
    assert [importing.sheet.itemText(at) for at in range(2)] == ["Bìa", "Dự toán 2026"]
    assert importing.sheet.currentText() == "Dự toán 2026"
    assert importing.summary.text() == ("Sẽ thêm 3 dòng, tổng 33,625 triệu đồng. 4 số tổng ghi trong bảng đều khớp.")
    steps = len(shelf_of(bare).steps)
    importing.verb.click()
    assert len(shelf_of(bare).steps) == steps + 1
    assert bare.tab.page is not None
    desk = bare.tab.page.desk
    assert desk.plan.code == "CM-2026"
    assert desk.budget.total() == 33_625_000
    codes = {source.code: source.id for source in desk.budget.frame.sources}
    assert desk.budget.total(sources=(codes["DN"],)) == 3_375_000
    bare.tab.page.undo()
    assert desk.budget.total() is None


def test_a_table_from_a_file_comes_into_the_open_plan_as_one_step(
    draft: Opened, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, total = len(shelf_of(draft).steps), 14_767_550_000
    importing = import_into_open_plan(draft, own_workbook(tmp_path), qtbot, monkeypatch)
    assert "Lưu ý: Năm 2026 nằm ngoài kế hoạch 2021-2025." in findings(importing)
    importing.verb.click()
    assert draft.tab.page is not None
    assert draft.tab.page.desk.budget.total() == total + 33_625_000
    assert len(shelf_of(draft).steps) == before + 1
    qtbot.mouseClick(draft.furniture.toast.button, Qt.MouseButton.LeftButton)
    assert draft.tab.page.desk.budget.total() == total


def test_another_sheet_can_be_chosen(
    draft: Opened, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    importing = import_into_open_plan(draft, own_workbook(tmp_path), qtbot, monkeypatch)
    importing.sheet.setCurrentIndex(0)
    importing.sheet.activated.emit(0)
    assert importing.table.cells.rowCount() == 1
    assert importing.table.cells.index(0, 0).data() == "Sở Khoa học và Công nghệ"
    assert "Không nhận ra dòng đầu bảng" in findings(importing)[0]
    importing.reject()
    assert shelf_of(draft).steps == []


def test_text_in_number_cells_and_endless_numbers_block_until_they_are_mended(
    draft: Opened, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = own_workbook(tmp_path, D8="hai", F8="12345678901234567890", E9="1e5x")
    importing = import_into_open_plan(draft, path, qtbot, monkeypatch)
    said = [finding for finding in findings(importing) if finding.startswith("Phải sửa: ")]
    places = [finding.removeprefix("Phải sửa: ").split(":")[0] for finding in said]
    assert places == ["Dự toán 2026, ô D8", "Dự toán 2026, ô F8", "Dự toán 2026, ô E9"]
    assert not importing.verb.isEnabled()
    cells = importing.table.cells
    for row, column, text in ((7, 3, "2"), (7, 5, "30,25"), (8, 4, "1,125")):
        cells.setData(cells.index(row, column), text)
    assert importing.verb.isEnabled()
    importing.reject()
    assert shelf_of(draft).steps == []


def test_cells_whose_formulas_have_no_value_block_where_they_are_wanted(
    draft: Opened, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = own_workbook(tmp_path, F8=Formula("=D8*E8", ""), G9=Formula("=1/0", "#DIV/0!"))
    importing = import_into_open_plan(draft, path, qtbot, monkeypatch)
    said = findings(importing)
    assert [finding for finding in said if "Công thức" in finding] == [
        "Phải sửa: Dự toán 2026, ô F8: Công thức chưa có kết quả; hãy mở tệp bằng Excel, lưu lại rồi nhập.",
        "Phải sửa: Dự toán 2026, ô G9: Công thức báo lỗi #DIV/0!; hãy sửa trong Excel.",
    ]
    assert not importing.verb.isEnabled()
    cells = importing.table.cells
    assert cells.index(7, 5).data() == "=D8*E8"
    cells.setData(cells.index(7, 5), "30,25")
    cells.setData(cells.index(8, 6), "3,375")
    assert importing.verb.isEnabled()
    assert "đều khớp" in importing.summary.text()


def test_a_text_of_two_megabytes_is_one_sentence_and_comes_in_nowhere(
    draft: Opened, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = own_workbook(tmp_path)
    endless(path, "Lớp tập huấn", "x" * 2_000_000)
    importing = import_into_open_plan(draft, path, qtbot, monkeypatch)
    blocking = [finding for finding in findings(importing) if finding.startswith("Phải sửa: ")]
    assert len(blocking) == 1
    assert "Dự toán 2026, dòng 8: “Nội dung" in blocking[0]
    assert len(blocking[0]) < 200
    assert len(str(importing.table.cells.index(7, 1).data())) < 3_000
    assert not importing.table.cells.flags(importing.table.cells.index(7, 1)) & Qt.ItemFlag.ItemIsEditable
    assert not importing.verb.isEnabled()


def endless(path: Path, text: str, instead: str) -> None:
    """Put a text into a workbook that no program for sheets would take."""
    from zipfile import ZIP_DEFLATED, ZipFile  # wanted here only

    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content.replace(text.encode(), instead.encode()))


def test_a_workbook_with_wrong_columns_says_what_to_choose(
    draft: Opened, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows: list[Row] = [["Họ tên", "Lương tháng"], ["Nguyễn Thị A", 7_450_000]]
    path = save_workbook(tmp_path / "luong.xlsx", {"Bảng lương": rows})
    importing = import_into_open_plan(draft, path, qtbot, monkeypatch)
    assert findings(importing)[0].startswith("Cảnh báo: Bảng lương, dòng 1: Không nhận ra dòng đầu bảng")
    assert importing.head.itemText(1) == "đến dòng 1: Họ tên | Lương tháng"
    importing.head.setCurrentIndex(1)
    importing.head.activated.emit(1)
    assert not any("đầu bảng" in finding for finding in findings(importing))
    assert importing.summary.text() == "Sẽ thêm 1 dòng."
    assert not importing.sheet.isVisible()


def test_a_plan_whose_table_was_not_taken_stays_empty_and_says_how_to_go_on(
    bare: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    window = new_from_file(bare, own_workbook(tmp_path))
    go(bare, window, qtbot)
    go(bare, window, qtbot)
    mapping_window(bare, qtbot).reject()
    assert bare.furniture.status.words.text().startswith("Chưa nhập bảng nào, kế hoạch còn trống")


# -- what is refused --------------------------------------------------------------------------------------------------

REFUSED = {
    "cu.xlsx": (OLE + "Workbook".encode("utf-16-le"), "Tệp “cu.xlsx” là tệp Excel đời cũ (.xls); hãy mở bằng Excel"),
    "cu.xls": (OLE + "Workbook".encode("utf-16-le"), "Tệp “cu.xls” là tệp Excel đời cũ (.xls); hãy mở bằng Excel"),
    "khoa.xlsx": (OLE + "EncryptedPackage".encode("utf-16-le"), "Tệp “khoa.xlsx” có mật khẩu; hãy mở bằng Excel"),
    "hong.xlsx": (plan_template_workbook()[:9000], "Tệp “hong.xlsx” bị hỏng hoặc không phải tệp Excel (.xlsx)"),
    "rong.xlsx": (b"", "Tệp “rong.xlsx” bị hỏng hoặc không phải tệp Excel (.xlsx)"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_no_sound_workbook_makes_no_plan(bare: Opened, qtbot: QtBot, tmp_path: Path, name: str) -> None:
    content, sentence = REFUSED[name]
    (tmp_path / name).write_bytes(content)
    window = new_from_file(bare, tmp_path / name)
    go(bare, window, qtbot)
    assert window.message.text().startswith(sentence)
    assert window.message.text().count(".") <= 4
    assert window.isVisible()
    assert window.verb.isEnabled()
    assert shelf_of(bare).steps == []


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_no_sound_workbook_changes_no_plan(
    draft: Opened, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    content, sentence = REFUSED[name]
    (tmp_path / name).write_bytes(content)
    choose(draft, tmp_path / name, monkeypatch)
    qtbot.waitUntil(lambda: draft.furniture.status.words.text().startswith(sentence))
    assert not draft.window.findChildren(TableImportWindow)
    assert shelf_of(draft).steps == []


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [("  ", "Chưa chọn tệp; hãy chọn một tệp .xlsx hoặc .json."), ("khong-co.xlsx", "Không có tệp “khong-co.xlsx”")],
)
def test_a_file_that_is_not_there_is_said_beside_the_buttons(
    bare: Opened, qtbot: QtBot, typed: str, sentence: str
) -> None:
    window = new_from_file(bare, Path())
    window.lines["file"].clear()
    write(window.lines["file"], typed)
    go(bare, window, qtbot)
    assert window.message.text().startswith(sentence)
    assert shelf_of(bare).steps == []


def test_leaving_while_a_file_is_read_does_no_harm(bare: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    window = new_from_file(bare, own_workbook(tmp_path))
    qtbot.mouseClick(window.verb, Qt.MouseButton.LeftButton)
    window.reject()
    qtbot.waitUntil(lambda: not bare.operations.is_busy)
    assert shelf_of(bare).steps == []
    assert bare.failures.window is None
