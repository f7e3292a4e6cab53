"""The list of dossiers with columns of choice, and as an Excel sheet: as the list of units has both."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from nscl_desktop.domain.supports import Dossier, DossierMoney, StageStep
from nscl_desktop.ui.dossiers.list_view import DossierListView
from tests.ui.dossier_windows import UNITS, Section, section_of
from tests.ui.offices import MemoryOffice, office_with
from tests.ui.windows import Opened

ALL = [
    "Đơn vị được hỗ trợ", "Mã hồ sơ", "Nội dung hỗ trợ", "Đã đến", "Cần làm", "Năm", "Kinh phí (đồng)",
    "Người theo dõi",
]  # fmt: skip


@pytest.fixture
def office() -> MemoryOffice:
    return office_with(
        *UNITS,
        Dossier(id="a", enterprise_id="u1", code="0012", title="Áp dụng 5S", year=2022, person="Nguyễn Thị Hà"),
        DossierMoney(id="m", dossier_id="a", year=2022, amount=120_000_000),
        StageStep(id="s", dossier_id="a", stage="surveyed", done_on="2022-02-01"),
        Dossier(id="b", enterprise_id="u1", code="0007", title="Áp dụng Kaizen", year=2021, state="done"),
    )


@pytest.fixture
def section(window: Opened, qtbot: QtBot) -> Section:
    return section_of(window, qtbot)


def exported(section: Section, target: Path, monkeypatch: pytest.MonkeyPatch) -> list[list[object]]:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    with section.qtbot.waitSignal(section.window.around.voice.said):
        section.tab.commands.export.trigger()
    sheet = load_workbook(target).active
    assert sheet is not None
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def headings(listed: DossierListView) -> list[object]:
    model = listed.table.model()
    return [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]


def test_two_lines_say_all_until_columns_are_chosen(section: Section) -> None:
    listed = section.tab.list
    assert headings(listed) == ["Hồ sơ"]
    assert not listed.table.horizontalHeader().isVisible()


def test_columns_stand_beside_the_two_lines_and_are_remembered(
    section: Section, monkeypatch: pytest.MonkeyPatch
) -> None:
    menus: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, _: menus.append(menu))
    section.tab.commands.columns.trigger()
    actions = {each.text(): each for each in menus[0].actions()}
    assert list(actions) == ALL[1:]
    for words in ("Kinh phí (đồng)", "Đã đến", "Người theo dõi"):
        actions[words].trigger()
    actions["Người theo dõi"].trigger()
    listed = section.tab.list
    assert headings(listed) == ["Hồ sơ", "Đã đến", "Kinh phí (đồng)"]
    model = listed.table.model()
    shown = [[model.index(row, column).data() for column in (1, 2)] for row in range(2)]
    assert shown == [["Khảo sát", "120.000.000"], ["Hoàn thành", ""]]
    assert section.window.around.preferences.text("dossier_columns") == "where,money"
    listed.table.grab()  # every column is drawn
    again = section_of(section.window, section.qtbot)
    assert headings(again.tab.list) == ["Hồ sơ", "Đã đến", "Kinh phí (đồng)"]


def test_what_is_shown_goes_into_a_sheet_with_codes_as_text_and_amounts_as_numbers(
    section: Section, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = exported(section, tmp_path / "ra.xlsx", monkeypatch)
    assert rows[0] == ALL
    assert [row[1] for row in rows[1:]] == ["0012", "0007"]
    assert rows[1][3:] == ["Khảo sát", rows[1][4], "2022", 120_000_000, "Nguyễn Thị Hà"]


def test_only_what_is_sought_and_chosen_is_exported(
    section: Section, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = section.tab.list
    listed.show_columns(["code", "title"])
    listed.search.setText("kaizen")
    assert exported(section, tmp_path / "ra.xlsx", monkeypatch) == [
        ["Đơn vị được hỗ trợ", "Mã hồ sơ", "Nội dung hỗ trợ"],
        [UNITS[0].name, "0007", "Áp dụng Kaizen"],
    ]
