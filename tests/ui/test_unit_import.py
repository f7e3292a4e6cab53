"""A messy list taken into the register through the window: columns, rows, old beside new, one step, taken back."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableWidgetItem
from pytestqt.qtbot import QtBot

from nscl_desktop.domain.backup_copies import IMPORT
from nscl_desktop.domain.enterprise_list import ListQuery
from nscl_desktop.domain.enterprises import Certificate, Enterprise, YearFigures
from nscl_desktop.services.unit_import_model import Action, Standing
from nscl_desktop.ui.tabs.enterprises import EnterprisesTab
from nscl_desktop.ui.unit_import.import_window import UnitImportWindow
from nscl_desktop.ui.unit_import.rows_page import RowsPage
from tests.enterprises.messy_list import write_messy_list
from tests.enterprises.registers import unit
from tests.ui.offices import MemoryOffice, office_with
from tests.ui.windows import Opened, in_front, refusals, text

KNOWN = (
    unit("a", "Công ty TNHH Thương mại Âu Lạc", tax_code="0100686174", phone="0909"),
    unit("b", "Công ty TNHH Bình Minh", tax_code="0100109106", representative="Lê Văn Tư", products=("Bao bì giấy",)),
)


@pytest.fixture
def office() -> MemoryOffice:
    return office_with(*KNOWN)


@pytest.fixture
def tab(window: Opened, qtbot: QtBot) -> EnterprisesTab:
    return in_front(window, "enterprises", EnterprisesTab(window.around), qtbot)


def opened(tab: EnterprisesTab, qtbot: QtBot, path: Path) -> UnitImportWindow:
    tab.imports.take(path)
    qtbot.waitUntil(lambda: bool(tab.widget().findChildren(UnitImportWindow)))
    return tab.widget().findChildren(UnitImportWindow)[-1]


def examined(window: UnitImportWindow, qtbot: QtBot) -> RowsPage:
    window.verb.click()
    qtbot.waitUntil(lambda: window.rows is not None, timeout=30_000)
    assert window.rows is not None
    return window.rows


def units(office: MemoryOffice) -> dict[str, Enterprise]:
    keys = office.enterprises.keys(ListQuery())
    return {each.name: each for each in office.enterprises.units(keys)}


def row_of(page: RowsPage, words: str) -> int:
    """Where a row stands on screen."""
    shown = [page.model.data(page.model.index(at, 1)) for at in range(page.model.rowCount())]
    return shown.index(words)


def test_a_messy_list_is_understood_decided_taken_in_and_taken_back(
    window: Opened, tab: EnterprisesTab, qtbot: QtBot, tmp_path: Path, office: MemoryOffice
) -> None:
    dialog = opened(tab, qtbot, write_messy_list(tmp_path / "Danh sach.xlsx"))
    columns = dialog.columns
    assert columns.sheet.currentText() == "DS 2025"
    assert text(columns.table, 3, 1) == "Người đại diện – Họ và tên"
    assert columns.convert.text() == "Chuyển 4 ô viết theo bảng mã TCVN3 (ABC) sang Unicode (2 ô cần xem lại chữ hoa)"
    assert text(columns.old, 0, 2) == "Công ty Cổ phần Hoàng Long"

    page = examined(dialog, qtbot)
    page.kinds.setCurrentIndex(0)
    page.kinds.activated.emit(0)
    assert page.model.rowCount() == 6
    page.table.setCurrentIndex(page.model.index(row_of(page, "Công ty TNHH Bình Minh"), 0))
    assert page.actions_of_row[Action.UPDATE].isChecked()
    assert [text(page.differences, 0, column) for column in range(3)] == ["Người đại diện", "Lê Văn Tư", "Lê Văn Tám"]
    untick(page.differences.item(0, 2))
    findings = [page.findings.item(at).text() for at in range(page.findings.count())]
    assert any("ô G13: Không đọc được số “khoảng 50”" in each for each in findings)
    assert any("ô C9: 2 ô của cột C bị Excel lưu thành số" in each for each in findings)
    assert dialog.summary.text() == "Sẽ thêm 4 đơn vị, cập nhật 1, bỏ qua 1 dòng."

    dialog.verb.click()
    qtbot.waitUntil(lambda: len(units(office)) == 6 and not window.operations.is_busy)
    found = units(office)
    assert found["Công ty Cổ phần Hoàng Long"].representative == "Nguyễn Thị Hạnh"
    known = found["Công ty TNHH Bình Minh"]
    assert (known.id, known.representative, known.phone) == ("b", "Lê Văn Tư", "0912345678")
    assert known.products == ("Bao bì giấy", "thùng các-tông")
    parts = office.enterprises.belonging("b")
    figures = {each.year: each for each in parts if isinstance(each, YearFigures)}
    assert (figures[2024].revenue, figures[2025].revenue) == (12_000_000_000, 15_500_500_000)
    assert [(each.standard, each.edition) for each in parts if isinstance(each, Certificate)] == [("ISO 9001", "2015")]
    assert [copy.reason for copy in office.backups.copies()] == [IMPORT]

    tab.imports.take_back.trigger()
    qtbot.waitUntil(lambda: len(units(office)) == 2 and not window.operations.is_busy)
    assert units(office) == {each.name: each for each in KNOWN}
    said: list[str] = []
    window.around.voice.said.connect(said.append)
    tab.imports.take_back.trigger()
    qtbot.waitUntil(lambda: said == ["Không còn lần nhập Excel nào để hoàn tác."])


def untick(item: QTableWidgetItem | None) -> None:
    assert item is not None
    item.setCheckState(Qt.CheckState.Unchecked)


def test_all_rows_of_a_kind_are_decided_at_once_and_a_choice_of_columns_is_remembered(
    window: Opened, tab: EnterprisesTab, qtbot: QtBot, tmp_path: Path, office: MemoryOffice
) -> None:
    path = tmp_path / "ds.csv"
    path.write_text("Tên đơn vị;Màu\nCTY TNHH BINH MINH;xanh\nCTY TNHH THUONG MAI AU LAC;đỏ\nHTX Mới;\n", "utf-8")
    dialog = opened(tab, qtbot, path)
    dialog._desk.set_field(1, "note")  # noqa: SLF001 - as the choice in its row does
    dialog.columns.show_sheet()
    page = examined(dialog, qtbot)
    assert page.kinds.currentData() == Standing.DOUBTFUL  # what waits for the clerk comes first
    assert page.model.rowCount() == 2
    page.all_action.setCurrentIndex(page.all_action.findData(Action.UPDATE))
    page.apply.click()
    assert dialog.summary.text() == "Sẽ thêm 1 đơn vị, cập nhật 2, bỏ qua 0 dòng."
    page.actions_of_row[Action.SKIP].click()
    assert dialog.summary.text() == "Sẽ thêm 1 đơn vị, cập nhật 1, bỏ qua 1 dòng."
    dialog.back.click()
    assert dialog.rows is None
    page = examined(dialog, qtbot)
    dialog.verb.click()
    qtbot.waitUntil(lambda: "HTX Mới" in units(office) and not window.operations.is_busy)
    again = opened(tab, qtbot, path)
    assert [column.field for column in again._desk.columns()] == ["name", "note"]  # noqa: SLF001
    again.reject()


def test_without_a_column_of_names_nothing_goes_on_and_a_damaged_file_is_refused_in_a_sentence(
    window: Opened, tab: EnterprisesTab, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "ds.csv"
    path.write_text("Màu;Cỡ\nxanh;to\n", "utf-8")
    dialog = opened(tab, qtbot, path)
    assert not dialog.verb.isEnabled()
    assert dialog.summary.text() == "Hãy chọn một cột ghi “Tên đơn vị”."
    dialog.reject()
    refused = refusals(window)
    broken = tmp_path / "hong.xlsx"
    broken.write_bytes(b"PK\x03\x04 not a workbook")
    tab.imports.take(broken)
    qtbot.waitUntil(lambda: len(refused) == 1)
    assert "hong.xlsx" in refused[0]


def test_the_template_is_read_back_with_all_its_columns(
    window: Opened, tab: EnterprisesTab, qtbot: QtBot, tmp_path: Path, office: MemoryOffice
) -> None:
    target = tmp_path / "mau.xlsx"
    office.unit_imports.write_template(target)
    book = load_workbook(target)
    sheet = book["Danh sách đơn vị"]
    sheet["A5"], sheet["B5"], sheet["C5"] = "Hợp tác xã Rau sạch", "0100109107", "Hợp tác xã"
    book.save(target)
    dialog = opened(tab, qtbot, target)
    fields = [column.field for column in dialog._desk.columns()]  # noqa: SLF001
    assert "" not in fields
    assert len(set(fields)) == len(fields)
    examined(dialog, qtbot)
    dialog.verb.click()
    qtbot.waitUntil(lambda: "Hợp tác xã Rau sạch" in units(office) and not window.operations.is_busy)
    assert units(office)["Hợp tác xã Rau sạch"].kind == "cooperative"


def test_the_comparison_can_be_stopped_and_begun_again(
    window: Opened, tab: EnterprisesTab, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "ds.csv"
    path.write_text("\n".join(["Tên đơn vị;MST", *(f"Công ty TNHH Số {at};" for at in range(2500))]), "utf-8")
    dialog = opened(tab, qtbot, path)
    stopping = window.operations.progressed.connect(lambda _: dialog.stop.click())
    dialog.verb.click()
    qtbot.waitUntil(lambda: not window.operations.is_busy and dialog.verb.isEnabled())
    assert dialog.rows is None
    window.operations.progressed.disconnect(stopping)
    assert examined(dialog, qtbot).model.rowCount() == 2500
    dialog.reject()
