"""Bắt đầu từng bước through the window, by keyboard: pages filled or passed over, one step, taken back."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableWidgetItem
from pytestqt.qtbot import QtBot

from nscl_desktop.domain.plans import Plan
from nscl_desktop.presenters.first_steps import Start
from nscl_desktop.ui.everyday.everyday_commands import EverydayCommands
from nscl_desktop.ui.everyday.first_steps_window import FirstStepsWindow
from tests.ui.offices import empty_office
from tests.ui.test_language import english, words_of
from tests.ui.windows import Opened, rest, shown


def in_sight(opened: Opened) -> FirstStepsWindow:
    return next(each for each in opened.window.findChildren(FirstStepsWindow) if each.isVisible())


def test_a_new_file_offers_it_and_one_step_makes_people_and_plan(dressed: object, tmp_path: Path, qtbot: QtBot) -> None:
    office = empty_office()
    with shown(office, tmp_path, qtbot) as opened:
        EverydayCommands(opened.window, opened.around).serve(opened.around)
        rest(opened, qtbot)
        assert opened.furniture.toast.button.text() == "Bắt đầu từng bước"
        opened.furniture.toast.button.click()
        window = in_sight(opened)
        assert english(words_of(window) | {window.windowTitle()}) == set()
        window.office["parent"].setText("SỞ KHOA HỌC VÀ CÔNG NGHỆ")
        window.office["province"].setText("Tây Ninh")
        qtbot.keyClick(window.office["parent"], Qt.Key.Key_Return)
        assert (window.page, window.focusWidget()) == (1, window.people)
        window.people.setItem(0, 2, QTableWidgetItem("hôm qua"))
        window.people.setItem(0, 0, QTableWidgetItem("Nguyễn Thị Hà"))
        window.verb.click()
        assert (window.page, "Dòng 1" in window.message.text()) == (1, True)
        window.people.setItem(0, 2, QTableWidgetItem("01/03/2024"))
        window.verb.click()
        window.style_boxes["thousand"].setCurrentIndex(1)
        assert "ngàn" in window.spoken.text()
        window.skip.click()
        window.back.click()
        window.skip.click()
        assert english(words_of(window)) == set()
        window.starts[Start.EMPTY].setChecked(True)
        window.year_from.setText("2026")
        window.verb.click()
        rest(opened, qtbot)
        plan = next(iter(office.shelf.book_of_all.table(Plan).values()))
        assert (plan.code, plan.thousand_word) == ("TN-2026", "nghìn")
        assert opened.around.preferences.text("minutes.parent") == "SỞ KHOA HỌC VÀ CÔNG NGHỆ"
        assert opened.furniture.toast.button.text() == "Hoàn tác"
        opened.furniture.toast.button.click()
        rest(opened, qtbot)
        assert list(office.shelf.book_of_all.records()) == []


def test_every_page_can_be_passed_over(dressed: object, tmp_path: Path, qtbot: QtBot) -> None:
    office = empty_office()
    with shown(office, tmp_path, qtbot) as opened:
        EverydayCommands(opened.window, opened.around).begin.trigger()
        window = in_sight(opened)
        window.office["parent"].setText("không ghi")
        for _ in range(4):
            window.skip.click()
        rest(opened, qtbot)
        assert (office.shelf.steps, opened.around.preferences.text("minutes.parent")) == ([], "")
