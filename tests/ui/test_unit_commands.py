"""Commands on units as a clerk gives them: renaming, many at once, duplicates, deleting, export, columns."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from nscl_desktop.domain.changes import ChangeSet, inserted
from nscl_desktop.domain.enterprises import Enterprise, FormerName
from nscl_desktop.domain.supports import Dossier
from nscl_desktop.ui.enterprises.change_window import AskWindow, ManyWindow
from nscl_desktop.ui.enterprises.duplicates_window import DuplicatesWindow
from nscl_desktop.ui.enterprises.merge_window import MergeWindow
from nscl_desktop.ui.enterprises.unit_commands import UnitCommands
from nscl_desktop.ui.tabs.enterprises import EnterprisesTab
from tests.enterprises.registers import unit, write
from tests.ui.offices import MemoryOffice, fill
from tests.ui.windows import Opened, in_front, refusals, rest, text

UNITS = (
    unit("a", "Âu Lạc", province="Tỉnh Tây Ninh"),
    unit("b", "Công ty TNHH Bình Minh", tax_code="0100109106"),
    unit("c", "Cty Bình Minh", tax_code="0100109106"),
)


class Clerk:
    """Somebody in front of the tab, over a register of three units."""

    def __init__(self, window: Opened, office: MemoryOffice, qtbot: QtBot) -> None:
        fill(office, *UNITS)
        self.window, self.office, self.qtbot = window, office, qtbot
        self.tab = in_front(window, "enterprises", EnterprisesTab(window.around), qtbot)
        self.menus: list[QMenu] = []
        self.refused = refusals(window)

    @property
    def commands(self) -> UnitCommands:
        return self.tab.commands

    def wait(self) -> None:
        rest(self.window, self.qtbot)

    def choose(self, key: str) -> None:
        self.tab.open_record("enterprise", key)
        self.qtbot.waitUntil(lambda: self.tab.page is not None and self.tab.page.desk.root_id == key)

    def select(self, *rows: int) -> None:
        """Mark these rows of the list."""
        model = self.tab.list.table.selectionModel()
        model.clearSelection()
        for row in rows:
            model.select(self.tab.list.model.index(row, 0), model.SelectionFlag.Select | model.SelectionFlag.Rows)
        self.commands.follow()

    def dialog(self, kind: type[QDialog]) -> QDialog:
        self.qtbot.waitUntil(lambda: bool(self.tab.widget().findChildren(kind)))
        return self.tab.widget().findChildren(kind)[-1]

    def menu(self) -> QMenu:
        """What was popped up last."""
        return self.menus[-1]

    def units(self) -> dict[str, Enterprise]:
        return {each.id: each for each in self.office.enterprises.units(["a", "b", "c"])}

    def undo(self) -> None:
        """The button of the toast."""
        self.window.furniture.toast.button.click()
        self.wait()


@pytest.fixture
def clerk(window: Opened, office: MemoryOffice, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Clerk:
    made = Clerk(window, office, qtbot)
    # the platform of the tests has no keyboard to grab for a menu
    monkeypatch.setattr(QMenu, "popup", lambda menu, _: made.menus.append(menu))
    return made


def test_a_unit_is_renamed_and_its_old_name_kept(clerk: Clerk) -> None:
    clerk.choose("a")
    clerk.commands.rename.trigger()
    window = clerk.dialog(AskWindow)
    assert isinstance(window, AskWindow)
    window.verb.click()
    assert "Tên mới giống tên đang dùng" in window.message.text()
    for field, words in zip(window.fields, ("Âu Lạc Việt", "15/3/2026", "QĐ 7"), strict=True):
        field.setText(words)
    window.verb.click()
    assert clerk.units()["a"].name == "Âu Lạc Việt"
    assert clerk.tab.page is not None
    (former,) = clerk.tab.page.desk.book.table(FormerName).values()
    assert (former.name, former.until, former.instrument) == ("Âu Lạc", "2026-03-15", "QĐ 7")


def test_one_field_of_many_units_is_changed_and_taken_back(clerk: Clerk) -> None:
    clerk.select(0, 1)
    clerk.commands.many.trigger()
    window = clerk.dialog(ManyWindow)
    assert isinstance(window, ManyWindow)
    window.field.setCurrentIndex(window.field.findData("is_ocop"))
    window.verb.click()
    clerk.wait()
    assert [each.is_ocop for each in clerk.units().values()] == [True, True, False]
    clerk.undo()
    assert not any(each.is_ocop for each in clerk.units().values())


def test_a_choice_and_a_text_are_given_to_many_units(clerk: Clerk) -> None:
    clerk.select(0, 1, 2)
    for name, value in (("state", "paused"), ("province", "Tỉnh Đồng Nai")):
        clerk.commands.many.trigger()
        window = clerk.dialog(ManyWindow)
        assert isinstance(window, ManyWindow)
        window.field.setCurrentIndex(window.field.findData(name))
        if name == "state":
            window.choice.setCurrentIndex(window.choice.findData(value))
        else:
            window.text.setText(value)
        window.verb.click()
        clerk.wait()
        assert {getattr(each, name) for each in clerk.units().values()} == {value}
        clerk.select(0, 1, 2)


def test_a_value_that_does_not_fit_is_refused_in_the_window(clerk: Clerk) -> None:
    clerk.select(0)
    clerk.commands.many.trigger()
    window = clerk.dialog(ManyWindow)
    assert isinstance(window, ManyWindow)
    window.field.setCurrentIndex(window.field.findData("province"))
    window.text.setText("x" * 20_001)
    window.verb.click()
    assert "dài 20.001 ký tự" in window.message.text()
    assert window.isVisible()


def test_nothing_to_change_is_said(clerk: Clerk) -> None:
    clerk.select(0)
    clerk.commands.many.trigger()
    window = clerk.dialog(ManyWindow)
    assert isinstance(window, ManyWindow)
    window.field.setCurrentIndex(window.field.findData("province"))
    window.text.setText("Tỉnh Tây Ninh")
    with clerk.qtbot.waitSignal(clerk.window.around.voice.said) as said:
        window.verb.click()
    assert said.args == ["Không có gì thay đổi."]


def test_duplicates_are_shown_with_the_reason_and_lead_to_merging(clerk: Clerk) -> None:
    clerk.commands.duplicates.trigger()
    window = clerk.dialog(DuplicatesWindow)
    assert isinstance(window, DuplicatesWindow)
    assert {text(window.table, 0, 0), text(window.table, 0, 1)} == {
        "Công ty TNHH Bình Minh · 0100109106", "Cty Bình Minh · 0100109106",
    }  # fmt: skip
    assert "mã số thuế" in text(window.table, 0, 2)
    window.verb.click()
    merging = clerk.dialog(MergeWindow)
    assert isinstance(merging, MergeWindow)
    merging.verb.click()
    clerk.wait()
    clerk.qtbot.waitUntil(lambda: any(each.merged_into for each in clerk.units().values()))
    clerk.undo()
    assert not any(each.merged_into for each in clerk.units().values())


def test_a_register_without_duplicates_says_so(clerk: Clerk) -> None:
    window = DuplicatesWindow([], [], clerk.tab.widget())
    assert not window.verb.isEnabled()
    window._merge()  # noqa: SLF001 - as a double click beside the table would
    assert window.result() == 0


def test_two_chosen_units_are_merged(clerk: Clerk) -> None:
    clerk.select(1)
    assert not clerk.commands.merge.isEnabled()
    clerk.select(1, 2)
    clerk.commands.merge.trigger()
    assert isinstance(clerk.dialog(MergeWindow), MergeWindow)


def test_a_unit_is_deleted_and_comes_back(clerk: Clerk) -> None:
    clerk.choose("a")
    clerk.commands.delete.trigger()
    clerk.wait()
    clerk.qtbot.waitUntil(lambda: "a" not in clerk.units())
    clerk.undo()
    assert "a" in clerk.units()


def test_a_unit_with_a_dossier_is_not_deleted(clerk: Clerk) -> None:
    write(clerk.office.register.store, ChangeSet("Thêm", (inserted(Dossier(id="d", enterprise_id="a", title="5S")),)))
    clerk.choose("a")
    clerk.commands.delete.trigger()
    clerk.qtbot.waitUntil(lambda: bool(clerk.refused))
    assert "còn 1 hồ sơ hỗ trợ của đơn vị này" in clerk.refused[0]
    assert "a" in clerk.units()


def test_the_list_is_exported_as_it_is_shown(clerk: Clerk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clerk.tab.list.search.setText("binh minh")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    clerk.commands.export.trigger()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "ra"), ""))
    with clerk.qtbot.waitSignal(clerk.window.around.voice.said) as said:
        clerk.commands.export.trigger()
    assert said.args == ["Đã xuất 2 đơn vị ra ra.xlsx"]
    sheet = load_workbook(tmp_path / "ra.xlsx").active
    assert sheet is not None
    assert [row[0].value for row in sheet.iter_rows()][1:] == ["Công ty TNHH Bình Minh", "Cty Bình Minh"]


def test_damaged_preferences_are_no_filters(clerk: Clerk) -> None:
    for kept in ("{", "[]"):
        clerk.window.around.preferences.remember("enterprise_filters", kept)
        clerk.commands.saved.trigger()
        assert clerk.menu().actions()[0].text() == "Chưa lưu bộ lọc nào"


def test_columns_are_chosen_and_remembered(clerk: Clerk) -> None:
    clerk.commands.columns.trigger()
    actions = {each.text(): each for each in clerk.menu().actions()}
    actions["Điện thoại"].trigger()
    assert "phone" in clerk.tab.list.units.columns
    assert "phone" in EnterprisesTab(clerk.window.around).list.units.columns
    clerk.tab.list.search.setText("hoa")
    clerk.commands.find.trigger()
    assert clerk.tab.list.search.selectedText() == "hoa"


def test_without_a_unit_nothing_is_renamed_or_deleted(clerk: Clerk) -> None:
    clerk.tab.read_again()
    clerk.tab.list.chosen.emit("")  # what a filter without answers says
    clerk.commands.change_name()
    clerk.commands._delete()  # noqa: SLF001 - the command itself is shut then
    assert not clerk.tab.widget().findChildren(AskWindow)
    assert len(clerk.units()) == 3
