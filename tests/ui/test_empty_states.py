"""What a clerk finds where there is nothing yet: words that are true, and first steps that work by key and by mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nscl_desktop.presenters.plan_making import Way
from nscl_desktop.ui.budget.budget_page import BudgetPage
from nscl_desktop.ui.dialogs.new_plan_window import NewPlanWindow
from nscl_desktop.ui.dialogs.restore_window import RestoreWindow
from nscl_desktop.ui.dialogs.table_import_window import TableImportWindow
from tests.ui.windows import Opened
from tests.ui.writing import write

TABLE = (
    "TT\tNội dung\tĐVT\tSố lượng\tĐơn giá\tKinh phí\n"
    "I\tĐào tạo\t\t\t\t30.000.000\n"
    "1\tMở lớp tập huấn\tlớp\t2\t15.000.000\t30.000.000\n"
)


@pytest.fixture
def without_lines(bare: Opened, qtbot: QtBot) -> Opened:
    """The window over a plan that was made a moment ago."""
    bare.tab.commands.new.trigger()
    window = bare.window.findChild(NewPlanWindow)
    assert window is not None
    for name, words in (("province", "Cà Mau"), ("year_from", "2026"), ("year_to", "2026"), ("title", "Kế hoạch")):
        window.lines[name].clear()
        write(window.lines[name], words)
    window.verb.click()
    qtbot.waitUntil(lambda: bare.tab.page is not None)
    bare.window.activateWindow()
    qtbot.waitUntil(bare.window.isActiveWindow)
    return bare


def budget_of(opened: Opened) -> BudgetPage:
    assert opened.tab.page is not None
    return opened.tab.page.budget


def test_a_table_is_pasted_by_ctrl_v_where_the_empty_budget_says_so(without_lines: Opened, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText(TABLE)
    focused = QApplication.focusWidget()
    assert focused is budget_of(without_lines).empty.buttons[0]
    qtbot.keyClick(focused, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    window = without_lines.window.findChild(TableImportWindow)
    assert window is not None
    window.verb.click()
    assert len(budget_of(without_lines).grid.rows) == 2
    assert budget_of(without_lines).cell_bar.isVisible()


def test_pasting_by_menu_or_button_opens_the_same_window(without_lines: Opened) -> None:
    QGuiApplication.clipboard().setText(TABLE)
    for way in (budget_of(without_lines).block.paste.trigger, budget_of(without_lines).empty.buttons[1].click):
        way()
        windows = [each for each in without_lines.window.findChildren(TableImportWindow) if each.isVisible()]
        assert len(windows) == 1
        windows[0].reject()


def test_an_empty_clipboard_is_told_in_the_words_of_pasting_tables(without_lines: Opened) -> None:
    QGuiApplication.clipboard().setText("")
    budget_of(without_lines).empty.buttons[1].click()
    assert without_lines.furniture.status.words.text().startswith("Không thấy bảng nào")


def test_tools_for_lines_wait_for_the_first_line(without_lines: Opened) -> None:
    budget = budget_of(without_lines)
    assert not budget.cell_bar.isVisible()
    budget.empty.buttons[0].click()
    assert budget.cell_bar.isVisible()


def test_no_findings_are_said_in_a_sentence(without_lines: Opened) -> None:
    panel = budget_of(without_lines).findings
    panel.open()
    assert panel.nothing.isVisible()
    assert not panel.list.isVisible()


def test_a_new_file_offers_a_plan_from_a_file(bare: Opened) -> None:
    assert bare.tab.first_steps.title.text() == "Chưa có kế hoạch nào"
    bare.tab.first_steps.buttons[1].click()
    window = bare.window.findChild(NewPlanWindow)
    assert window is not None
    assert window.way is Way.FILE
    window.reject()


def test_a_deleted_plan_leaves_the_words_for_those_that_are_left(draft: Opened, qtbot: QtBot) -> None:
    draft.tab.commands.delete.trigger()
    qtbot.waitUntil(lambda: draft.tab.page is None)
    assert draft.tab.first_steps.title.text() == "Chưa có kế hoạch nào"


def test_without_backups_the_dialog_says_how_to_make_one(bare: Opened) -> None:
    bare.tab.commands.backups.trigger()
    window = bare.window.findChild(RestoreWindow)
    assert window is not None
    assert window.empty.isVisible()
    assert "Sao lưu ngay" in window.empty.text()
    assert window.empty.geometry().bottom() < window.height() // 2
    window.reject()
