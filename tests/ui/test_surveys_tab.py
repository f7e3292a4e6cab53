"""Section Khảo sát as the office uses it: summary, figures opened, charts, Excel out and in, undone in one step."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.inspections import DRAFT, Visit
from nscl_desktop.domain.survey_summary import Grouping
from nscl_desktop.services.checklist_editing import retire
from nscl_desktop.ui.surveys.import_window import SurveyImportWindow
from nscl_desktop.ui.surveys.survey_page import CHARTS, SurveyPage
from nscl_desktop.ui.surveys.units_window import UnitsWindow
from nscl_desktop.ui.tab import EDIT
from nscl_desktop.ui.tabs.surveys import SurveysTab
from tests.enterprises.registers import write
from tests.inspections import survey
from tests.ui.offices import MemoryOffice, fill
from tests.ui.windows import Opened, in_front, rest, text, wishes


def tab_of(window: Opened, qtbot: QtBot) -> SurveysTab:
    return in_front(window, "inspections", SurveysTab(window.around), qtbot)


def page_of(tab: SurveysTab, window: Opened, qtbot: QtBot) -> SurveyPage:
    qtbot.waitUntil(lambda: tab.page is not None)
    rest(window, qtbot)
    assert tab.page is not None
    return tab.page


def surveyed(office: MemoryOffice) -> None:
    fill(office, *survey.records())


def group(page: SurveyPage, grouping: Grouping) -> None:
    page.grouping.setCurrentIndex(page.grouping.findText({"size": "Theo quy mô", "none": "Chung cho tất cả"}[grouping]))
    page.grouping.activated.emit(page.grouping.currentIndex())


def row_of(page: SurveyPage, words: str) -> int:
    return next(row for row in range(page.table.rowCount()) if text(page.table, row, 0).strip() == words)


def test_without_questionnaires_the_way_to_them_is_shown(window: Opened, qtbot: QtBot) -> None:
    tab = tab_of(window, qtbot)
    wanted = wishes(window)
    tab.nothing.buttons[0].click()
    assert wanted == [("checklist", "")]
    assert tab.page is None


def test_the_summary_is_grouped_and_every_figure_opens_its_units(
    window: Opened, qtbot: QtBot, office: MemoryOffice
) -> None:
    surveyed(office)
    page = page_of(tab_of(window, qtbot), window, qtbot)
    assert page.about.text() == "50 phiếu"
    group(page, Grouping.SIZE)
    headings = [page.table.horizontalHeaderItem(column) for column in range(1, page.table.columnCount())]
    assert [each.text().split("\n")[0] for each in headings if each] == [
        "Tất cả", "Siêu nhỏ", "Nhỏ", "Vừa", "Lớn", "Chưa rõ",
    ]  # fmt: skip
    row = row_of(page, "Xuất khẩu")
    page.table.setCurrentCell(row, 4)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    opened = page.findChildren(UnitsWindow)[0]
    count = int(text(page.table, row, 4).split(" ")[0])
    assert opened.table.rowCount() == count > 0
    wanted = wishes(window)
    opened.verb.click()
    assert wanted[0][0] == "visit"
    assert wanted[0][1].startswith("visit-")


def test_a_word_opens_who_said_it_and_the_unit_itself(window: Opened, qtbot: QtBot, office: MemoryOffice) -> None:
    surveyed(office)
    page = page_of(tab_of(window, qtbot), window, qtbot)
    page.table.opened.emit(row_of(page, "Thiếu vốn đầu tư máy móc"), 0)
    opened = page.findChildren(UnitsWindow)[0]
    assert opened.table.rowCount() == 1
    wanted = wishes(window)
    opened.unit.click()
    assert wanted[0][0] == "enterprise"


def test_charts_are_drawn_when_they_are_looked_at_and_a_bar_opens_its_units(
    window: Opened, qtbot: QtBot, office: MemoryOffice
) -> None:
    surveyed(office)
    page = page_of(tab_of(window, qtbot), window, qtbot)
    page.pages.setCurrentIndex(CHARTS)
    qtbot.waitUntil(lambda: page.paper is not None)
    rest(window, qtbot)
    paper = page.paper
    assert paper is not None
    assert len(paper.page_sizes) == 3
    market = next(each for each in survey.tree().questions() if each.text == "Thị trường chính")
    ref = f"{market.id}\tXuất khẩu"
    (place,) = paper.places_of(ref)
    middle = (place.top + place.bottom) / 2
    assert {paper.line_at(place.page, x, middle) for x in range(0, 595, 5)} == {"", ref}
    page.charts.pages.line_clicked.emit(ref)
    shown = page.findChildren(UnitsWindow)[0]
    expected = len(page.sheet.behind_mark(ref))
    assert shown.table.rowCount() == expected > 0
    assert paper.picture(0, 1.0, (0, 50)).height == 50
    assert paper.remark == ""
    group(page, Grouping.SIZE)
    qtbot.waitUntil(lambda: page.paper is not paper)


def test_drafts_are_left_out_until_they_are_wanted_and_a_year_can_be_chosen(
    window: Opened, qtbot: QtBot, office: MemoryOffice
) -> None:
    surveyed(office)
    draft = Visit(id="draft", enterprise_id="unit-01", checklist_id=survey.key(), state=DRAFT, date="2025-02-03")
    fill(office, draft)
    page = page_of(tab_of(window, qtbot), window, qtbot)
    assert page.about.text() == "50 phiếu, chưa tính 1 phiếu nháp"
    offered = [page.period.itemText(row) for row in range(page.period.count())]
    assert offered == ["Mọi thời gian", "Khảo sát đợt 1 năm 2026", "Năm 2026", "Năm 2025"]
    page.period.setCurrentIndex(3)
    page.period.activated.emit(3)
    assert not page.nothing.isHidden()
    page.drafts.setChecked(True)
    assert page.about.text() == "1 phiếu, gồm 1 phiếu nháp"
    assert page.sheet.about == "Năm 2025 · chung cho tất cả · 1 phiếu, gồm 1 phiếu nháp"
    page.period.setCurrentIndex(1)
    page.period.activated.emit(1)
    assert len(page.sheet.cases) == 50


def choose_files(monkeypatch: pytest.MonkeyPatch, target: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(target), ""))


def said_by(act: Callable[[], object], window: Opened, qtbot: QtBot) -> list[str]:
    """What the window says when something is done."""
    said: list[str] = []
    window.around.voice.said.connect(said.append)
    act()
    rest(window, qtbot)
    window.around.voice.said.disconnect(said.append)
    return said


@pytest.mark.parametrize("way_back", ["toast", "menu"])
def test_the_form_goes_out_filled_and_comes_back_as_one_step(
    window: Opened, qtbot: QtBot, office: MemoryOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way_back: str
) -> None:
    surveyed(office)
    tab = tab_of(window, qtbot)
    page = page_of(tab, window, qtbot)
    before = set(office.surveys.read(survey.key()).records())
    target = tmp_path / "phieu.xlsx"
    choose_files(monkeypatch, target)
    page.form.click()
    rest(window, qtbot)
    book = openpyxl.load_workbook(target)
    sheet = book.worksheets[0]
    assert sheet["C5"].value is not None
    sheet["E5"] = 777
    sheet["E6"] = "rất nhiều"
    row = 5 + survey.UNITS
    sheet.cell(row, 3, "Cơ sở bánh tráng Út Lan")
    sheet.cell(row, 5, 3)
    book.save(target)
    page.take_in.click()
    qtbot.waitUntil(lambda: bool(tab.widget().findChildren(SurveyImportWindow)))
    dialog = tab.widget().findChildren(SurveyImportWindow)[0]
    assert dialog.summary.text() == "Mới 1 · Cập nhật 1 · Trùng 48 · Bỏ qua 1 · 2 chỗ lưu ý"
    assert dialog.period.currentText() == "Khảo sát đợt 1 năm 2026"
    assert "Ô E6" in dialog.details.item(0).text()
    dialog.date.setText("2026")
    dialog.date.editingFinished.emit()
    assert "cần đủ ngày, tháng, năm" in dialog.message.text()
    dialog.date.setText("1/7/2026")
    dialog.date.editingFinished.emit()
    done: list[tuple[str, str, object]] = []
    window.around.voice.done.connect(lambda *what: done.append(what))
    assert dialog.verb.text() == "Nhập 2 phiếu"
    dialog.verb.click()
    qtbot.waitUntil(lambda: bool(done))
    rest(window, qtbot)
    assert done[0][0] == "Đã nhập 2 phiếu khảo sát từ Excel"
    after = office.surveys.read(survey.key())
    corrected = [each for each in after.table(Visit).values() if each.corrects]
    assert [each.correction_reason for each in corrected] == ["Nhập lại từ tệp “phieu.xlsx”"]
    assert "Cơ sở bánh tráng Út Lan" in {each.name for each in after.table(Enterprise).values()}
    undo = done[0][2] if way_back == "toast" else tab.take_back.trigger
    assert tab.take_back in tab.menus()[EDIT]
    assert callable(undo)
    assert said_by(undo, window, qtbot) == ["Đã hoàn tác: nhập 2 phiếu khảo sát từ Excel"]
    assert set(office.surveys.read(survey.key()).records()) == before
    nothing = "Không còn lần nhập khảo sát nào để hoàn tác."
    assert said_by(tab.take_back.trigger, window, qtbot) == [nothing]


def test_a_row_in_doubt_is_decided_in_the_window(
    window: Opened, qtbot: QtBot, office: MemoryOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    surveyed(office)
    tab = tab_of(window, qtbot)
    page_of(tab, window, qtbot)
    name = survey.units()[0].name.replace("Công ty TNHH", "Cty")
    target = tmp_path / "tra loi.xlsx"
    book = openpyxl.Workbook()
    empty, sheet = book.worksheets[0], book.create_sheet("Trả lời")
    empty["A1"] = "Ghi chú của văn phòng"
    sheet.append(["Tên doanh nghiệp", "Số lao động hiện có"])
    sheet.append([name, 5])
    book.save(target)
    choose_files(monkeypatch, target)
    tab.menus()
    tab.take_in.trigger()
    qtbot.waitUntil(lambda: bool(tab.widget().findChildren(SurveyImportWindow)))
    dialog = tab.widget().findChildren(SurveyImportWindow)[0]
    assert (dialog.sheet.currentText(), dialog.verb.isEnabled()) == ("Trả lời", False)
    dialog.decision.setCurrentIndex(1)
    dialog.decision.activated.emit(1)
    assert text(dialog.table, 0, 3) == survey.units()[0].name
    assert dialog.verb.text() == "Nhập 1 phiếu"
    assert " → 5 người" in dialog.details.item(0).text()
    dialog.sheet.setCurrentIndex(0)
    dialog.sheet.activated.emit(0)
    assert "Không thấy dòng tiêu đề" in dialog.message.text()
    dialog.reject()


def test_summary_and_charts_go_out_as_files(
    window: Opened, qtbot: QtBot, office: MemoryOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    surveyed(office)
    tab = tab_of(window, qtbot)
    page = page_of(tab, window, qtbot)
    group(page, Grouping.SIZE)
    target = tmp_path / "tong hop.xlsx"
    choose_files(monkeypatch, target)
    tab.export.trigger()
    rest(window, qtbot)
    summary, answers = openpyxl.load_workbook(target).worksheets
    rows = {row[0].value: row for row in summary.iter_rows(min_row=5)}
    shown = text(page.table, row_of(page, "Xuất khẩu"), 1)
    assert f"{rows['Xuất khẩu'][1].value} ({rows['Xuất khẩu'][2].value} %)".replace(".", ",") == shown
    assert answers.max_row == 1 + survey.UNITS
    assert isinstance(answers["G2"].value, int | float)
    pdf = tmp_path / "bieu do.pdf"
    choose_files(monkeypatch, pdf)
    tab.export_charts.trigger()
    rest(window, qtbot)
    assert pdf.read_bytes().startswith(b"%PDF")


def test_every_visit_is_listed_and_opened(window: Opened, qtbot: QtBot, office: MemoryOffice) -> None:
    surveyed(office)
    tab = tab_of(window, qtbot)
    page = page_of(tab, window, qtbot)
    assert page.visits.rowCount() == survey.UNITS
    wanted = wishes(window)
    page.visits.cellDoubleClicked.emit(0, 0)
    assert wanted[0][0] == "visit"
    tab.list.setFocus()
    tab.come_in_front()
    rest(window, qtbot)
    assert tab.page is not None
    assert tab.page.sheet.book is not page.sheet.book


def test_keys_go_round_and_printing_waits_for_the_charts(
    window: Opened, qtbot: QtBot, office: MemoryOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    surveyed(office)
    tab = tab_of(window, qtbot)
    page = page_of(tab, window, qtbot)
    asked: list[str] = []
    monkeypatch.setattr("nscl_desktop.ui.tabs.surveys.ask_for_printer", lambda *given: asked.append(given[1]))
    said: list[str] = []
    window.around.voice.said.connect(said.append)
    tab.print_action.trigger()
    assert said == ["Đang vẽ biểu đồ; hãy in lại khi đã hiện."]
    qtbot.waitUntil(lambda: page.paper is not None)
    rest(window, qtbot)
    tab.print_action.trigger()
    assert asked == [page.sheet.checklist.name]
    window.window.activateWindow()
    qtbot.waitUntil(window.window.isActiveWindow)
    tab.list.setFocus()
    tab.round.trigger()
    assert page.pages.tabBar().hasFocus()
    tab.round.trigger()
    assert page.charts.pages.hasFocus()
    tab.round.trigger()
    assert tab.list.hasFocus()


def test_a_questionnaire_that_is_not_used_any_more_takes_no_answers(
    window: Opened, qtbot: QtBot, office: MemoryOffice
) -> None:
    surveyed(office)
    write(office.register.store, retire(office.surveys.read(survey.key()), survey.key()))
    tab = tab_of(window, qtbot)
    page = page_of(tab, window, qtbot)
    tab.menus()
    assert (page.take_in.isEnabled(), tab.take_in.isEnabled(), tab.export.isEnabled()) == (False, False, True)
