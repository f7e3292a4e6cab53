"""The budget grid by keyboard alone, as in Excel, on real widgets."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from nscl_desktop.domain.money import MoneyUnit
from nscl_desktop.presenters.grid_columns import View
from nscl_desktop.ui.budget.budget_page import BudgetPage
from nscl_desktop.ui.budget.explanation_window import ExplanationWindow
from nscl_desktop.ui.budget.grid_pane import GridPane
from tests.ui.windows import Opened, text
from tests.ui.writing import write

Key = Qt.Key
Held = Qt.KeyboardModifier


def page_of(opened: Opened) -> BudgetPage:
    assert opened.tab.page is not None
    return opened.tab.page.budget


def column(page: BudgetPage, title: str, group: str = "") -> int:
    return next(at for at, each in enumerate(page.grid.columns) if (each.title, each.group) == (title, group))


def row(page: BudgetPage, line: str) -> int:
    return next(at for at in range(len(page.grid.rows)) if page.grid.line(at).text.startswith(line))


def go(page: BudgetPage, line: str, title: str, group: str = "") -> GridPane:
    """Put the keyboard on a cell; the widget that hears it."""
    page.view.go_to(row(page, line), column(page, title, group))
    page.view.take_focus()
    return page.view.pane_of(page.view.current[1])


def editor(page: BudgetPage) -> QLineEdit | QPlainTextEdit:
    pane = page.view.pane_of(page.view.current[1])
    found = pane.indexWidget(pane.currentIndex())
    assert isinstance(found, QLineEdit | QPlainTextEdit)
    return found


def shown(page: BudgetPage, line: str, title: str, group: str = "") -> str:
    return page.grid.cell(row(page, line), column(page, title, group)).text


@pytest.fixture
def page(draft: Opened) -> BudgetPage:
    """Bắc Giang by years and sources, in triệu đồng."""
    found = page_of(draft)
    found.grid.show(View.SOURCES, unit=MoneyUnit.TRIEU)
    found.toolbar.follow()
    return found


def test_typing_replaces_the_cell_and_enter_goes_down(page: BudgetPage, qtbot: QtBot) -> None:
    pane = go(page, "Hoạt động khảo sát", "NSNN", "2022")
    qtbot.keyClick(pane, Key.Key_1)
    qtbot.keyClicks(editor(page), "00")
    qtbot.keyClick(editor(page), Key.Key_Return)
    assert shown(page, "Hoạt động khảo sát", "NSNN", "2022") == "100"
    assert page.view.current == (row(page, "Hoạt động khảo sát") + 1, column(page, "NSNN", "2022"))


def test_the_totals_move_while_typing_and_come_back_on_escape(page: BudgetPage, qtbot: QtBot) -> None:
    total = column(page, "NSNN", "2022")
    assert page.grid.total(total) == "3.509,85"
    pane = go(page, "Hoạt động khảo sát", "NSNN", "2022")
    qtbot.keyClick(pane, Key.Key_1)
    qtbot.keyClicks(editor(page), "91,6")
    assert page.grid.total(total) == "3.609,85"
    assert shown(page, "Tư vấn, hỗ trợ", "NSNN", "2022") == "1.767,6"
    qtbot.keyClick(editor(page), Key.Key_Escape)
    assert page.grid.total(total) == "3.509,85"
    assert shown(page, "Hoạt động khảo sát", "NSNN", "2022") == "91,6"


def test_a_formula_is_worked_out_and_kept_as_the_explanation(page: BudgetPage, qtbot: QtBot) -> None:
    pane = go(page, "Hoạt động khảo sát", "NSNN", "2023")
    qtbot.keyClick(pane, Key.Key_Equal)
    qtbot.keyClicks(editor(page), "4*22,9")
    qtbot.keyClick(editor(page), Key.Key_Tab)
    assert shown(page, "Hoạt động khảo sát", "NSNN", "2023") == "91,6"
    assert page.view.current[1] == column(page, "NSNN", "2023") + 1
    qtbot.keyClick(page.view.pane_of(page.view.current[1]), Key.Key_Backtab, Held.ShiftModifier)
    assert page.cell_bar.made.text() == "=4*22,9"
    qtbot.keyClick(pane, Key.Key_F2)
    assert editor(page).property("nsclStartedWith") == "=4*22,9"
    qtbot.keyClick(editor(page), Key.Key_Escape)


def test_a_computed_cell_says_what_to_do_instead(page: BudgetPage, draft: Opened, qtbot: QtBot) -> None:
    pane = go(page, "Tư vấn, hỗ trợ", "NSNN", "2022")
    qtbot.keyClick(pane, Key.Key_5)
    assert pane.indexWidget(pane.currentIndex()) is None
    assert draft.furniture.status.words.text() == "Số tiền của mục IV là tổng các dòng bên dưới; hãy sửa ở các dòng đó."


def test_what_cannot_be_read_stays_in_its_cell_until_mended(page: BudgetPage, draft: Opened, qtbot: QtBot) -> None:
    pane = go(page, "Hoạt động khảo sát", "NSNN", "2022")
    qtbot.keyClick(pane, Key.Key_1)
    qtbot.keyClicks(editor(page), "2a")
    qtbot.keyClick(editor(page), Key.Key_Return)
    at = (row(page, "Hoạt động khảo sát"), column(page, "NSNN", "2022"))
    rejected = page.typing.rejected(*at)
    assert rejected is not None
    assert rejected[0] == "12a"
    assert "12a" in draft.furniture.status.words.text()
    assert shown(page, "Hoạt động khảo sát", "NSNN", "2022") == "91,6"
    page.view.go_to(*at)
    qtbot.keyClick(pane, Key.Key_Delete)
    assert page.typing.rejected(*at) is None
    assert shown(page, "Hoạt động khảo sát", "NSNN", "2022") == "91,6"


def test_leaving_a_cell_with_the_mouse_takes_what_was_typed(page: BudgetPage, qtbot: QtBot) -> None:
    pane = go(page, "Văn phòng phẩm", "NSNN", "2022")
    qtbot.keyClick(pane, Key.Key_7)
    page.view.go_to(0, 0)
    assert shown(page, "Văn phòng phẩm", "NSNN", "2022") == "7"


def test_arrows_cross_from_the_frozen_columns_into_the_figures(page: BudgetPage, qtbot: QtBot) -> None:
    page.view.go_to(3, 1)
    page.view.take_focus()
    assert page.view.frozen.hasFocus()
    qtbot.keyClick(page.view.frozen, Key.Key_Right)
    assert page.view.main.hasFocus()
    assert page.view.current == (3, 2)
    qtbot.keyClick(page.view.main, Key.Key_Left, Held.ShiftModifier)
    assert page.view.chosen == (range(3, 4), range(1, 3))
    qtbot.keyClick(page.view.frozen, Key.Key_End, Held.ControlModifier)
    assert page.view.current == (len(page.grid.rows) - 1, len(page.grid.columns) - 1)
    qtbot.keyClick(page.view.main, Key.Key_Home, Held.ControlModifier)
    assert page.view.current == (0, 0)


def test_delete_clears_and_undo_brings_back_and_shows_it(page: BudgetPage, draft: Opened, qtbot: QtBot) -> None:
    pane = go(page, "Văn phòng phẩm", "NSNN", "2022")
    qtbot.keyClick(pane, Key.Key_Delete)
    assert shown(page, "Văn phòng phẩm", "NSNN", "2022") == ""
    page.view.go_to(0, 0)
    qtbot.keyClick(page.view.frozen, Key.Key_Z, Held.ControlModifier)
    assert shown(page, "Văn phòng phẩm", "NSNN", "2022") == "5"
    assert page.view.current[0] == row(page, "Văn phòng phẩm")
    assert draft.furniture.status.words.text().startswith("Hoàn tác: ")
    qtbot.keyClick(page.view.pane_of(page.view.current[1]), Key.Key_Y, Held.ControlModifier)
    assert shown(page, "Văn phòng phẩm", "NSNN", "2022") == ""


def test_a_block_goes_to_excel_and_comes_back(page: BudgetPage, qtbot: QtBot) -> None:
    go(page, "Văn phòng phẩm", "NSNN", "2022")
    first, place = page.view.current
    page.view.go_to(first + 2, place, extends=True)
    qtbot.keyClick(page.view.main, Key.Key_C, Held.ControlModifier)
    assert QGuiApplication.clipboard().text() == "5\r\n5\r\n10\r\n"
    assert 'x:num="10"' in QGuiApplication.clipboard().mimeData().html()
    QGuiApplication.clipboard().setText("6,5\n7\n8\n")
    page.view.go_to(first, place)
    qtbot.keyClick(page.view.main, Key.Key_V, Held.ControlModifier)
    assert [page.grid.cell(first + down, place).text for down in range(3)] == ["6,5", "7", "8"]
    qtbot.keyClick(page.view.main, Key.Key_Z, Held.ControlModifier)
    assert [page.grid.cell(first + down, place).text for down in range(3)] == ["5", "5", "10"]


def test_ctrl_d_fills_the_block_from_its_first_row(page: BudgetPage, qtbot: QtBot) -> None:
    go(page, "Văn phòng phẩm", "NSNN", "2022")
    first, place = page.view.current
    page.view.go_to(first + 2, place, extends=True)
    qtbot.keyClick(page.view.main, Key.Key_D, Held.ControlModifier)
    assert [page.grid.cell(first + down, place).text for down in range(3)] == ["5", "5", "5"]


def test_insert_makes_a_line_and_lets_its_text_be_typed_at_once(page: BudgetPage, qtbot: QtBot) -> None:
    go(page, "Văn phòng phẩm", "Nội dung")
    qtbot.keyClick(page.view.frozen, Key.Key_Insert)
    at = row(page, "Văn phòng phẩm") + 1
    assert page.view.current == (at, 1)
    write(editor(page), "Mua mực in")
    qtbot.keyClick(editor(page), Key.Key_Return)
    assert page.grid.line(at).text == "Mua mực in"


def test_alt_arrows_shape_the_tree(page: BudgetPage, qtbot: QtBot) -> None:
    go(page, "Phô tô tài liệu", "Nội dung")
    at = row(page, "Phô tô tài liệu")
    qtbot.keyClick(page.view.frozen, Key.Key_Right, Held.AltModifier)
    assert page.grid.rows[at].depth == 2
    qtbot.keyClick(page.view.frozen, Key.Key_Left, Held.AltModifier)
    assert page.grid.rows[at].depth == 1
    qtbot.keyClick(page.view.frozen, Key.Key_Up, Held.AltModifier)
    assert row(page, "Phô tô tài liệu") == at - 1
    assert page.view.current[0] == at - 1
    qtbot.keyClick(page.view.frozen, Key.Key_Down, Held.AltModifier)
    assert row(page, "Phô tô tài liệu") == at


def test_deleting_lines_is_told_with_the_way_back(page: BudgetPage, draft: Opened, qtbot: QtBot) -> None:
    before = len(page.grid.rows)
    go(page, "Phô tô tài liệu", "Nội dung")
    qtbot.keyClick(page.view.frozen, Key.Key_Delete, Held.ControlModifier)
    assert len(page.grid.rows) == before - 1
    assert draft.furniture.toast.text.text() == "Đã xóa mục VI.3"
    qtbot.mouseClick(draft.furniture.toast.button, Qt.MouseButton.LeftButton)
    assert len(page.grid.rows) == before
    assert page.view.current[0] == row(page, "Phô tô tài liệu")


def test_f4_shows_the_parts_and_leads_to_one_of_them(page: BudgetPage, qtbot: QtBot) -> None:
    pane = go(page, "Chi phục vụ công tác", "NSNN", "2022")
    qtbot.keyClick(pane, Key.Key_F4)
    window = page.findChild(ExplanationWindow)
    assert window is not None
    figures = [text(window.table, at, 2) for at in range(window.table.rowCount())]
    assert figures == ["120", "5", "5", "10"]
    window.table.setCurrentCell(1, 0)
    qtbot.keyClick(window.table, Key.Key_Return)
    assert page.view.current[0] == row(page, "Văn phòng phẩm")


def test_ctrl_f_finds_without_diacritics_and_escape_returns_to_the_grid(page: BudgetPage, qtbot: QtBot) -> None:
    page.view.take_focus()
    qtbot.keyClick(page.view.frozen, Key.Key_F, Held.ControlModifier)
    qtbot.keyClicks(page.find_bar.field, "van phong")
    assert page.view.current[0] == row(page, "Văn phòng phẩm")
    assert page.find_bar.count.text() == "1/1"
    qtbot.keyClick(page.find_bar.field, Key.Key_Escape)
    assert not page.find_bar.isVisible()
    assert page.view.frozen.hasFocus()


def test_findings_lead_to_their_line(page: BudgetPage, qtbot: QtBot) -> None:
    page.go_to_findings()
    listed = page.findings.list
    assert listed.hasFocus()
    while not page.findings.go.isEnabled():
        qtbot.keyClick(listed, Key.Key_Down)
    qtbot.keyClick(listed, Key.Key_Return)
    assert page.current_line
    assert page.view.frozen.hasFocus() or page.view.main.hasFocus()


def test_alt_enter_opens_everything_of_the_line_and_escape_returns(page: BudgetPage, qtbot: QtBot) -> None:
    go(page, "Văn phòng phẩm", "Nội dung")
    qtbot.keyClick(page.view.frozen, Key.Key_Return, Held.AltModifier)
    panel = page.panel
    assert panel is not None
    assert panel.isVisible()
    note = panel.form.editor("note")
    assert isinstance(note, QPlainTextEdit)
    note.setFocus()
    write(note, "Mua theo quý")
    qtbot.keyClick(note, Key.Key_Return, Held.ControlModifier)
    assert page.grid.line(row(page, "Văn phòng phẩm")).note == "Mua theo quý"
    qtbot.keyClick(panel, Key.Key_Escape)
    assert not panel.isVisible()


def test_long_texts_break_lines_with_alt_enter_while_typing(page: BudgetPage, qtbot: QtBot) -> None:
    go(page, "Văn phòng phẩm", "Nội dung")
    qtbot.keyClick(page.view.frozen, Key.Key_F2)
    qtbot.keyClick(editor(page), Key.Key_Return, Held.AltModifier)
    qtbot.keyClicks(editor(page), "giay")
    qtbot.keyClick(editor(page), Key.Key_Return)
    assert page.grid.line(row(page, "Văn phòng phẩm")).text == "Văn phòng phẩm\ngiay"


def test_the_clipboard_of_a_locked_plan_says_that_it_is_locked(opened: Opened, qtbot: QtBot) -> None:
    page = page_of(opened)
    QGuiApplication.clipboard().setText("5")
    page.view.go_to(1, 3)
    page.view.take_focus()
    qtbot.keyClick(page.view.main, Key.Key_V, Held.ControlModifier)
    assert "đã ban hành" in opened.furniture.status.words.text()


def test_nothing_of_the_grid_is_lost_when_the_focus_leaves_the_window(page: BudgetPage, qtbot: QtBot) -> None:
    pane = go(page, "Văn phòng phẩm", "NSNN", "2022")
    qtbot.keyClick(pane, Key.Key_9)
    page.settle()
    QApplication.processEvents()
    assert shown(page, "Văn phòng phẩm", "NSNN", "2022") == "9"
