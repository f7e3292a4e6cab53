"""Nothing is cut off: dialogs fit their screen, columns their window, words that are too long end in dots."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from nscl_desktop.presenters.changed_places import Page
from nscl_desktop.presenters.plan_sheet import Act
from nscl_desktop.ui.command_palette import CommandPalette
from nscl_desktop.ui.crash_window import CrashWindow
from nscl_desktop.ui.dialogs.dialog import Dialog
from nscl_desktop.ui.elided_combo import ElidedCombo
from nscl_desktop.ui.opening_failed import OpeningFailed
from nscl_desktop.ui.paper.paper_page import PaperPage
from nscl_desktop.ui.plan_page import PlanPage
from tests.ui.windows import Opened

TEXT = 1  # column Nội dung


def page_of(opened: Opened) -> PlanPage:
    assert opened.tab.page is not None
    return opened.tab.page


@pytest.mark.parametrize("kind", [Dialog, CrashWindow])
def test_a_dialog_is_never_larger_than_its_screen(opened: Opened, qtbot: QtBot, kind: type[QDialog]) -> None:
    window = CrashWindow("x", opened.window) if kind is CrashWindow else Dialog(opened.window, "Thử", "Làm")
    window.resize(4000, 3000)
    with qtbot.waitExposed(window):
        window.show()
    room = window.screen().availableSize()
    assert (window.width(), window.height()) < (room.width(), room.height())
    window.close()


def test_a_long_refusal_is_shown_whole(opened: Opened, qtbot: QtBot) -> None:
    window = Dialog(opened.window, "Thử", "Làm")
    window.resize(360, 160)
    assert window.message.isHidden()
    window.say("Chưa ghi năm của kế hoạch; hãy ghi năm đầu và năm cuối bằng bốn chữ số. " * 3)
    with qtbot.waitExposed(window):
        window.show()
    assert window.message.height() >= window.message.heightForWidth(window.message.width())
    window.say("")
    assert not window.message.isVisible()
    window.close()


def test_inserting_a_line_leaves_the_figures_in_sight(draft: Opened) -> None:
    view = page_of(draft).budget.view
    page_of(draft).budget.lines.insert.trigger()
    assert view.main.horizontalScrollBar().value() == 0


def test_the_text_column_gives_way_in_a_narrow_window_and_comes_back(opened: Opened, qtbot: QtBot) -> None:
    view = page_of(opened).budget.view
    wide = view.frozen.columnWidth(TEXT)
    opened.window.resize(940, 700)
    qtbot.waitUntil(lambda: view.frozen.columnWidth(TEXT) < wide)
    assert view.frozen.width() <= view.width() // 2 + 1
    opened.window.resize(1366, 768)
    qtbot.waitUntil(lambda: view.frozen.columnWidth(TEXT) == wide)


def test_commands_of_the_palette_have_room_for_dau(opened: Opened, qtbot: QtBot) -> None:
    opened.furniture.open_palette()
    palette = opened.window.findChild(CommandPalette)
    assert palette is not None
    row = palette.list.itemWidget(palette.list.item(0))
    assert row is not None
    assert row.height() >= row.sizeHint().height()
    palette.reject()


def test_a_choice_tells_its_whole_words_in_its_tool_tip(qtbot: QtBot) -> None:
    choice = ElidedCombo()
    qtbot.addWidget(choice)
    choice.addItem("Bảng nhỏ cho từng mục chi theo năm (Bình Dương)")
    assert choice.toolTip() == choice.currentText()


def test_why_a_file_was_not_opened_is_read_whole(qtbot: QtBot) -> None:
    sentence = "Tệp này không phải là tệp dữ liệu của chương trình, hoặc đã hỏng; tệp được giữ nguyên. " * 2
    page = OpeningFailed(sentence, Path("nscl.db"))
    qtbot.addWidget(page)
    page.resize(900, 400)
    with qtbot.waitExposed(page):
        page.show()
    words = next(label for label in page.findChildren(QLabel) if label.text() == sentence)
    assert words.height() >= words.heightForWidth(words.width())


def test_a_source_without_a_stated_name_is_called_in_words(opened: Opened) -> None:
    assert page_of(opened).desk.plan.code == "BD-2021-2030"
    budget = page_of(opened).budget
    budget.looks[2].trigger()
    titles = {column.title for column in budget.grid.columns}
    assert "Chưa phân nguồn" in titles
    assert not any("_" in title for title in titles)


def test_a_success_takes_an_earlier_refusal_away(draft: Opened) -> None:
    page = page_of(draft)
    page.take(Act.ISSUE)
    assert "chưa có số" in draft.furniture.status.words.text()
    page.take(Act.SUBMIT)
    assert draft.furniture.status.words.text() == ""


def test_characters_that_the_fonts_lack_are_told_after_exporting(
    draft: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    target = tmp_path / "phu luc.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    page = page_of(draft)
    page.budget.typing.enter(2, TEXT, "Sổ tay 漢")
    page.show_page(Page.PAPER)
    paper = draft.window.findChild(PaperPage)
    assert paper is not None
    paper.options.export_wanted.emit(".pdf")
    qtbot.waitUntil(lambda: "Đã xuất" in draft.furniture.status.words.text(), timeout=20_000)
    assert draft.furniture.status.words.text() == (
        "Đã xuất PDF: phu luc.pdf. Phông chữ thiếu ký tự “漢”, bản in có thể hiện ô trống ở đó;"
        " hãy thay bằng ký tự khác."
    )


def test_rows_come_before_bars_where_the_screen_is_low_and_findings_open_when_they_are_wanted(opened: Opened) -> None:
    budget = page_of(opened).budget
    assert budget.cell_bar.isVisible()
    assert budget.findings.isVisible()
    opened.window.resize(910, 454)  # a laptop of 1366 × 768 at 150 per cent, without task bar and title
    QApplication.processEvents()
    assert not budget.cell_bar.isVisible()
    assert not budget.findings.isVisible()
    budget.go_to_findings()
    assert budget.findings.isVisible()
    assert budget.findings.list.isVisible()
    budget.findings.heading.setChecked(False)
    assert not budget.findings.isVisible()
    opened.window.resize(1366, 728)
    QApplication.processEvents()
    assert budget.cell_bar.isVisible()
    assert budget.findings.isVisible()
