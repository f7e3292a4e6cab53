"""The help in the window: every page can be read, every finding's code leads to its section."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from nscl_desktop.domain.checks.codes import CODES
from nscl_desktop.presenters.help_pages import Help
from nscl_desktop.resource_files import resource_path
from nscl_desktop.ui.dialogs.help_window import HelpWindow
from tests.ui.windows import Opened


def shown(window: HelpWindow) -> list[str]:
    return [window.list.item(row).text().strip() for row in range(window.list.count())]


def first_line_in_sight(window: HelpWindow) -> str:
    return window.text.textCursor().block().text()


def test_every_code_of_a_finding_has_its_section() -> None:
    pages = Help(resource_path("help"))
    assert [code for code in CODES if pages.about(code) is None] == []


def test_sections_are_found_without_dau_and_titles_come_first() -> None:
    pages = Help(resource_path("help"))
    found = [section.title for section in pages.matching("khong can luu")]
    assert found[0] == "Không cần lưu"
    assert pages.matching("khong qwzx") == []
    assert pages.matching("") == list(pages.sections)


def test_f1_opens_the_help_beside_the_work(draft: Opened, qtbot: QtBot) -> None:
    draft.furniture.show_help()
    windows = draft.window.findChildren(HelpWindow)
    assert len(windows) == 1
    assert not windows[0].isModal()
    assert shown(windows[0])[0] == "Bắt đầu"
    assert "Quyết định 1322/QĐ-TTg" in windows[0].text.toPlainText()
    qtbot.keyClicks(windows[0].search, "S101")
    windows[0].list.setFocus()
    assert shown(windows[0]) == ["S101 Số liệu nêu trên giấy khác số tính được"]
    assert first_line_in_sight(windows[0]) == "S101 Số liệu nêu trên giấy khác số tính được"
    qtbot.keyClick(windows[0], Qt.Key.Key_Escape)
    assert not windows[0].isVisible()


def test_a_code_leads_to_its_section(draft: Opened) -> None:
    draft.furniture.show_help("A201")
    window = draft.window.findChildren(HelpWindow)[0]
    assert first_line_in_sight(window).startswith("A201 ")
    draft.furniture.show_help("không có")
    assert first_line_in_sight(window).startswith("A201 ")


def test_a_search_without_hits_says_so(draft: Opened, qtbot: QtBot) -> None:
    draft.furniture.show_help()
    window = draft.window.findChildren(HelpWindow)[0]
    qtbot.keyClicks(window.search, "qwzx")
    assert shown(window) == []
    assert window.nothing.isVisible()
