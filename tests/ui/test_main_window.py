"""The frame: menus, palette, status bar, theme, toast; all of it in Vietnamese and by keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from nscl_desktop.domain.changes import change_set, updated
from nscl_desktop.ui.command_palette import CommandPalette
from nscl_desktop.ui.commands import all_commands, keys_text, plain_words
from nscl_desktop.ui.dialogs.key_card import KeyCard
from nscl_desktop.ui.tab import MENUS
from nscl_desktop.ui.theme import DARK_SCHEME, LIGHT_SCHEME
from tests.ui.windows import Opened, text


def commands(opened: Opened) -> list[tuple[str, QAction]]:
    return all_commands(opened.furniture.menus)


def test_the_menu_bar_has_the_six_menus(opened: Opened) -> None:
    titles = [action.text() for action in opened.window.menuBar().actions() if action.isVisible()]
    assert titles == list(MENUS)


def test_every_key_leads_to_one_command_only(opened: Opened) -> None:
    # The same keys may stand in different pages (Ctrl+- zooms on Bản in), never twice in the menus.
    keys = [keys_text(action) for _, action in commands(opened) if keys_text(action)]
    assert len(keys) == len(set(keys))


def test_every_tool_tip_shows_the_keys(opened: Opened) -> None:
    for _, action in commands(opened):
        if keys_text(action):
            assert keys_text(action) in action.toolTip()


def test_the_palette_finds_a_command_without_diacritics_and_runs_it(opened: Opened, qtbot: QtBot) -> None:
    page = opened.tab.page
    assert page is not None
    opened.furniture.open_palette()
    palette = opened.window.findChild(CommandPalette)
    assert palette is not None
    qtbot.keyClicks(palette.field, "trang muc tieu")
    assert palette.list.count() == 1
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert page.pages.tabText(page.pages.currentIndex()) == "Mục tiêu"


def test_the_palette_says_what_to_try_when_nothing_fits(opened: Opened, qtbot: QtBot) -> None:
    opened.furniture.open_palette()
    palette = opened.window.findChild(CommandPalette)
    assert palette is not None
    qtbot.keyClicks(palette.field, "zzz")
    assert not palette.list.isVisible()
    assert palette.findChildren(QPushButton) == []
    qtbot.keyClick(palette, Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_the_key_card_lists_the_commands_of_the_menus(opened: Opened) -> None:
    card = KeyCard(commands(opened), opened.window)
    words = {text(card.table, row, 1) for row in range(card.table.rowCount())}
    assert {"Thêm dòng", "Giải thích con số", "Tìm lệnh", "Sửa ô"} <= words


def test_the_theme_changes_colours_and_is_remembered(opened: Opened, dressed: QApplication) -> None:
    light = dressed.palette().window().color().lightness()
    dark = next(action for _, action in commands(opened) if plain_words(action) == "Giao diện: tối")
    dark.trigger()
    assert dressed.palette().window().color().lightness() < light
    assert opened.around.preferences.text("scheme") == DARK_SCHEME
    opened.around.theme.set_scheme(LIGHT_SCHEME)


def test_the_title_names_the_plan_on_screen(opened: Opened) -> None:
    assert opened.window.windowTitle() == "Quyết định 2684/QĐ-UBND · Bình Dương · 2021-2030 — NSCL Desktop"


def test_the_status_bar_counts_the_findings_and_leads_to_them(opened: Opened, qtbot: QtBot) -> None:
    page = opened.tab.page
    assert page is not None
    status = opened.furniture.status
    assert status.findings.text() == page.budget.findings_list.summary()
    qtbot.mouseClick(status.findings, Qt.MouseButton.LeftButton)
    assert page.budget.findings.is_open
    assert page.budget.findings.list.hasFocus()


def test_a_refusal_is_shown_as_one_and_passes(opened: Opened) -> None:
    opened.around.voice.refused.emit("Không sửa được ô này.")
    assert opened.furniture.status.words.text() == "Không sửa được ô này."
    assert opened.furniture.status.words.property("role") == "error"
    opened.around.voice.said.emit("Đã sao chép 1 ô")
    assert opened.furniture.status.words.property("role") == ""


def test_a_toast_offers_the_way_back(opened: Opened, qtbot: QtBot) -> None:
    undone: list[bool] = []
    opened.around.voice.done.emit("Đã xóa mục I", "Hoàn tác", lambda: undone.append(True))
    toast = opened.furniture.toast
    assert toast.isVisible()
    assert not toast.hasFocus()
    qtbot.mouseClick(toast.button, Qt.MouseButton.LeftButton)
    assert undone == [True]
    assert not toast.isVisible()


def test_geometry_is_remembered_for_the_next_start(opened: Opened) -> None:
    opened.window.resize(1200, 700)
    opened.window.close()
    assert not opened.around.preferences.state("window").isEmpty()


def test_f11_gives_the_open_plan_all_the_room_until_it_is_put_away(draft: Opened, qtbot: QtBot) -> None:
    page = draft.tab.page
    assert page is not None
    before = page.budget.view.height(), page.budget.view.width()
    qtbot.keyClick(draft.window, Qt.Key.Key_F11)
    qtbot.waitUntil(lambda: page.budget.view.width() > before[1])
    assert not draft.tab.list.isVisible()
    assert page.budget.view.height() > before[0]
    draft.tab.open("")
    assert draft.tab.list.isVisible()
    assert not draft.tab.wide.isChecked()


def test_a_plan_behind_another_tab_keeps_its_findings_to_itself(draft: Opened) -> None:
    page, told = draft.tab.page, list[int]()
    assert page is not None
    draft.window.pages.setCurrentIndex(2)
    draft.around.voice.findings.connect(lambda _errors, warnings, _notes: told.append(warnings))
    page.desk.perform(change_set("Ghi chú", [updated(page.desk.plan, note="xem lại")], page.desk.plan_id))
    assert told == []
    page.tell()
    assert len(told) == 1
