"""F1 lands on the page of the screen in front; Ctrl+K finds the commands of every screen and runs them there."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from nscl_desktop.resource_files import resource_path
from nscl_desktop.ui.command_palette import CommandPalette
from nscl_desktop.ui.commands import plain_words
from nscl_desktop.ui.dialogs.help_window import HelpWindow
from nscl_desktop.ui.every_screen import HELP_PAGES, help_page
from nscl_desktop.ui.lazy_tab import LazyTab
from nscl_desktop.ui.sectioned_tab import SectionedTab
from tests.ui.offices import empty_office
from tests.ui.windows import Opened, rest, shown


def with_all_tabs(opened: Opened) -> None:
    for spec in opened.window.specs:
        if not spec.is_first:
            opened.window.add_tab(spec, spec.load()(opened.around.office, opened.around.preferences)(opened.around))


def screens(opened: Opened) -> dict[str, str]:
    found = {"plans": "Kế hoạch"}
    for spec, tab in zip(opened.window.specs, map(opened.window.tab_of, opened.window.specs), strict=True):
        for screen in tab.sections if isinstance(tab, SectionedTab) else [tab]:
            if isinstance(screen, LazyTab):
                found[screen.module.rpartition(".")[2]] = spec.title
    return found


def test_every_screen_has_a_help_page_that_is_there(dressed: object, tmp_path: Path, qtbot: QtBot) -> None:
    with shown(empty_office(), tmp_path, qtbot) as opened:
        with_all_tabs(opened)
        assert screens(opened).keys() == HELP_PAGES.keys()
    assert [name for name in HELP_PAGES.values() if not resource_path("help", f"{name}.md").is_file()] == []


def test_f1_lands_on_the_page_of_the_section_in_front(dressed: object, tmp_path: Path, qtbot: QtBot) -> None:
    with shown(empty_office(), tmp_path, qtbot) as opened:
        with_all_tabs(opened)
        assert help_page(opened.window) == "bat-dau"
        opened.window.pages.setCurrentIndex([spec.key for spec in opened.window.specs].index("enterprises"))
        tab = opened.window.current_tab
        assert isinstance(tab, SectionedTab)
        tab.bar.setCurrentIndex(2)
        rest(opened, qtbot)
        guide = next(each for each in opened.window.menus["T&rợ giúp"].actions() if plain_words(each) == "Hướng dẫn")
        guide.trigger()
        window = opened.window.findChild(HelpWindow)
        assert isinstance(window, HelpWindow)
        assert window.list.currentItem().text() == "Đợt xét chọn và tổ chức tư vấn"
        window.close()


def palette_of(opened: Opened, qtbot: QtBot) -> CommandPalette:
    opened.furniture.open_palette()
    palette = opened.window.findChild(CommandPalette)
    assert isinstance(palette, CommandPalette)
    tabs = [tab for tab in opened.window.tabs() if isinstance(tab, SectionedTab)]
    qtbot.waitUntil(lambda: all(each.tab for tab in tabs for each in tab.sections), timeout=60_000)
    qtbot.wait(50)
    return palette


@pytest.mark.parametrize(("words", "title", "section"), [("lop moi", "Đào tạo", 0), ("don vi moi", "Doanh nghiệp", 0)])
def test_a_command_of_another_tab_is_found_and_run_there(
    dressed: object, tmp_path: Path, qtbot: QtBot, words: str, title: str, section: int
) -> None:
    with shown(empty_office(), tmp_path, qtbot) as opened:
        with_all_tabs(opened)
        palette = palette_of(opened, qtbot)
        palette.field.setText(words)
        assert palette.list.count() > 0
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)
        rest(opened, qtbot)
        tab = opened.window.current_tab
        assert isinstance(tab, SectionedTab)
        assert (opened.window.pages.tabText(opened.window.pages.currentIndex()), tab.bar.currentIndex()) == (
            title,
            section,
        )


def test_a_command_that_needs_a_choice_opens_its_screen_and_says_so(
    dressed: object, tmp_path: Path, qtbot: QtBot
) -> None:
    with shown(empty_office(), tmp_path, qtbot) as opened:
        with_all_tabs(opened)
        said: list[str] = []
        opened.around.voice.said.connect(said.append)
        palette = palette_of(opened, qtbot)
        disabled = [offer for offer in palette.offers if not offer.enabled and offer.where.startswith("Đào tạo")]
        assert disabled
        palette.field.setText(disabled[0].words)
        palette.run(disabled[0])
        rest(opened, qtbot)
        assert any("dùng được khi đã chọn" in sentence for sentence in said)


def test_undoing_means_the_screen_in_front(dressed: object, tmp_path: Path, qtbot: QtBot) -> None:
    with shown(empty_office(), tmp_path, qtbot) as opened:
        with_all_tabs(opened)
        palette = palette_of(opened, qtbot)
        elsewhere = [offer.words for offer in palette.offers if " › " in offer.where]
        assert elsewhere
        assert [words for words in elsewhere if words.startswith("Làm lại")] == []
