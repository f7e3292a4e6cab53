"""Section Đợt xét giải as a clerk uses it: a round under its regime, units, council, a decision with its money."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from nscl_desktop.domain.awards import Commendation
from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.changes import ChangeSet, inserted
from nscl_desktop.domain.directory import SalaryBase
from nscl_desktop.domain.plans import Plan
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.supports import Dossier
from nscl_desktop.domain.unit_awards import award_lines
from nscl_desktop.ui.awards.award_page import AwardPage
from nscl_desktop.ui.awards.award_windows import NewAwardWindow, TieWindow
from nscl_desktop.ui.awards.prize_window import PrizeWindow
from nscl_desktop.ui.enterprises.listed_section import ListedSection
from nscl_desktop.ui.enterprises.unit_page import UnitPage
from nscl_desktop.ui.enterprises.unit_picker import UnitPicker
from nscl_desktop.ui.tabs.awards import AwardsTab
from tests.awards.full_round import AWARDS, GOLD, GPEA, NATIONAL, PLAN, ROUND, full_round, rules
from tests.enterprises.registers import unit, write
from tests.ui.offices import MemoryOffice, fill, office_with, sample_office
from tests.ui.windows import Opened, in_front, refusals, rest, text, wishes

NAMES = ("An Phát", "Bình Minh", "Cửu Long", "Đại Nam")


def stored() -> list[Record]:
    """Four units, one of which a consultant was engaged for."""
    return [
        *(unit(f"u{at}", f"Công ty {name}") for at, name in enumerate(NAMES, 1)),
        unit("tv", "Trung tâm Tư vấn Năng suất Việt", kind="consultant"),
        Dossier(id="d1", enterprise_id="u1", code="HS-01", title="ISO 9001", year=2019, consultant_id="tv"),
    ]


@pytest.fixture
def office() -> MemoryOffice:
    return office_with(*stored())


def tab_of(window: Opened, qtbot: QtBot) -> AwardsTab:
    return in_front(window, "awards", AwardsTab(window.around), qtbot)


def page_of(tab: AwardsTab) -> AwardPage:
    assert tab.page is not None
    return tab.page


def round_of(tab: AwardsTab, window: Opened, qtbot: QtBot, year: str = "2021") -> AwardPage:
    """A round of a year with the four units."""
    tab.make_new()
    new = tab.widget().findChildren(NewAwardWindow)[0]
    new.name.setText("")
    new.verb.click()
    assert "phải có" in new.message.text()
    new.name.setText(f"Giải thưởng năm {year}")
    new.year.setText("21")
    new.verb.click()
    assert "không đúng" in new.message.text()
    new.year.setText(year)
    new.verb.click()
    qtbot.waitUntil(lambda: tab.page is not None)
    for at in range(1, 5):
        page_of(tab).nominations.add(f"u{at}")
        rest(window, qtbot)
    return page_of(tab)


def test_an_empty_section_teaches_and_opens_the_first_round(window: Opened, qtbot: QtBot) -> None:
    tab = tab_of(window, qtbot)
    assert tab.nothing.title.text() == "Chưa có đợt xét giải nào"
    tab.nothing.buttons[0].click()
    assert tab.widget().findChildren(NewAwardWindow)


def test_a_round_is_held_under_the_regime_of_its_year(window: Opened, qtbot: QtBot) -> None:
    tab = tab_of(window, qtbot)
    page = round_of(tab, window, qtbot)
    assert page.sheet.regime is not None
    assert page.sheet.regime.code == "GTCLQG-2008"
    assert len(page.sheet.scores.tree.leaves()) == 2 * 6 + 5
    assert page.sheet.scores.tree.most() == 1000
    assert page.about.text().endswith("4 đơn vị dự giải")
    page.facts.form.enter("year", "2026")
    assert "không còn áp dụng vào cuối năm 2026" in page.facts.remarks.text()


def test_a_unit_is_chosen_in_the_register_and_its_days_move_it_on(window: Opened, qtbot: QtBot) -> None:
    tab = tab_of(window, qtbot)
    page = round_of(tab, window, qtbot)
    page.nominations.table.add.click()
    picker = page.nominations.findChildren(UnitPicker)[0]
    picker.search.setText("tu van")
    picker.verb.click()
    rest(window, qtbot)
    page = page_of(tab)
    names = [page.sheet.name_of(each) for each in page.sheet.nominations()]
    assert names[-1] == "Trung tâm Tư vấn Năng suất Việt"
    page.nominations.table.choose(page.sheet.nominations()[0].id)
    page.nominations.form.enter("screened_on", "30/7/2021")
    page.nominations.form.enter("sent_on", "15/8/2021")
    first = page.sheet.nominations()[0]
    assert first.state == "national"
    assert "Trình hội đồng quốc gia khi chưa có văn bản hiệp y của UBND tỉnh." in page.nominations.remarks.text()
    page.undo()
    assert page.sheet.nominations()[0].state == "screened"


def test_a_judge_of_a_consultant_is_shown_and_can_be_let_count(window: Opened, qtbot: QtBot) -> None:
    tab = tab_of(window, qtbot)
    page = round_of(tab, window, qtbot)
    page.council.judges.add.click()
    (judge,) = page.sheet.judges()
    page.council.judges.model.setData(page.council.judges.model.index(0, 0), "Lê Văn Cố Vấn")
    page.council.judges.model.setData(page.council.judges.model.index(0, 1), "Trung tâm tư vấn năng suất Việt")
    table = page.council.ties
    assert text(table, 0, 1) == "Công ty An Phát"
    assert "đã tư vấn cho đơn vị ở hồ sơ HS-01" in text(table, 0, 2)
    assert text(table, 0, 3) == "Không tính"
    page.council.waive.click()
    why = page.council.findChildren(TieWindow)[0]
    why.verb.click()
    assert "Chưa ghi lý do" in why.message.text()
    why.text.setText("Đã nghỉ việc ở trung tâm từ 2015")
    why.verb.click()
    assert text(table, 0, 3) == "Vẫn tính"
    assert page.sheet.scores.counts(page.sheet.nominations()[0].id, judge.id)


def test_one_decision_gives_prizes_and_winners_are_counted_apart(window: Opened, qtbot: QtBot) -> None:
    tab = tab_of(window, qtbot)
    page = round_of(tab, window, qtbot)
    page.results.prizes.add.click()
    decision = page.results.findChildren(PrizeWindow)[0]
    decision.verb.click()
    assert "số và ngày quyết định" in decision.message.text()
    decision.number.setText("543/QĐ-TTg")
    decision.day.setText("10/5/2022")
    decision.year.setText("2022")
    for choice, name in zip(decision.prizes.values(), (GOLD, NATIONAL, NATIONAL, ""), strict=True):
        choice.setCurrentIndex(choice.findData(name))
    decision.verb.click()
    found = page.sheet.results
    assert (found.winners, found.prizes) == (3, 3)
    assert {each.state for each in page.sheet.nominations()} == {"decided", "registered"}
    assert page.about.text().endswith("3 đơn vị đạt giải, 3 giải")
    tab.delete.trigger()
    assert page_of(tab).held is not None
    page.undo()
    assert page.sheet.results.prizes == 0


def test_points_are_pasted_like_a_sheet_and_their_means_are_held_against_the_thresholds(
    window: Opened, qtbot: QtBot
) -> None:
    tab = tab_of(window, qtbot)
    page = round_of(tab, window, qtbot)
    for name in ("Nguyễn Văn An", "Trần Thị Hà"):
        page.council.judges.add.click()
        judge = page.sheet.judges()[-1]
        page.council.judges.model.setData(
            page.council.judges.model.index(page.council.judges.model.row_of(judge.id), 0), name
        )
    page.pages.setCurrentWidget(page.points)
    table, grid = page.points.table, page.points.grid
    assert grid.titles == (
        "Tiêu chí", "Tối đa", "Tự đánh giá", "Nguyễn Văn An", "Trần Thị Hà", "Trung bình",
    )  # fmt: skip
    whole = "110\t100\t98\n60\t55\t50\n50\t45\t48\n"  # criterion 1 with its two parts, whose sums are right
    QApplication.clipboard().setText(whole)
    table.setCurrentIndex(page.points.model.index(0, 2))
    table._paste()  # noqa: SLF001 - Ctrl+V
    assert [grid.text(0, column) for column in range(1, 6)] == ["120", "110", "100", "98", "99,00"]
    refused = refusals(window)
    QApplication.clipboard().setText("111\n60\n50")
    table._paste()  # noqa: SLF001 - likewise
    assert refused == [
        "Tiêu chí 1 trong khối dán là 111 nhưng các mục cộng lại là 110; hãy xem lại điểm từng mục."
    ]  # fmt: skip
    table.go_to_first()
    for keys in ("71", "40"):
        table.edit(table.currentIndex())
        editor = table.findChildren(QLineEdit)[-1]
        qtbot.keyClicks(editor, keys)
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert "lớn hơn điểm tối đa 70 của mục 1.1" in refused[-1]
    assert (grid.text(0, 2), grid.text(1, 2), grid.text(2, 2)) == ("100", "60", "40")
    table.setCurrentIndex(page.points.model.index(4, 2))
    table.edit(table.currentIndex())
    qtbot.keyClicks(table.findChildren(QLineEdit)[-1], "39")
    page.settle()
    assert grid.text(4, 2) == "39"
    page.undo()
    assert "Còn phải chấm, tính cả đợt: Nguyễn Văn An (66), Trần Thị Hà (66)." in page.points.remarks.text()
    assert "Tổng trung bình 99,00" in page.points.standing.text()
    page.undo()
    assert grid.text(2, 2) == "50"
    page.undo()
    assert page.sheet.scores.total(grid.nomination_id) is None


def test_a_units_page_shows_what_it_stood_for_and_won(window: Opened, qtbot: QtBot, office: MemoryOffice) -> None:
    fill(office, *rules(), *full_round())
    assert [line.cells for line in award_lines(office.enterprises.about("aw0"))] == [
        ("2021", "Giải thưởng Chất lượng quốc gia năm 2021", GPEA, "543/QĐ-TTg, 10/5/2022", "31.290.000", "2022"),
        ("2021", "Giải thưởng Chất lượng quốc gia năm 2021", GOLD, "543/QĐ-TTg, 10/5/2022", "20.860.000", "2022"),
    ]
    assert award_lines(office.enterprises.about("aw3"))[0].cells[2] == "Không đạt"
    fill(office, Commendation(id="k", name="An Phát", enterprise_id="aw0", form="Bằng khen", year=2025))
    assert award_lines(office.enterprises.about("aw0"))[0].cells[:3] == ("2025", "Khen thưởng", "Bằng khen")
    wanted = wishes(window)
    page = UnitPage(office.enterprises.read("aw0"), window.around)
    qtbot.addWidget(page)
    page.pages.setCurrentIndex([page.pages.tabText(at) for at in range(page.pages.count())].index("Giải thưởng"))
    rest(window, qtbot)
    section = page.made["Giải thưởng"]
    assert isinstance(section, ListedSection)
    assert section.table.rowCount() == 3
    section.table.setCurrentCell(1, 0)
    qtbot.keyClick(section.table, Qt.Key.Key_Return)
    assert wanted == [("award_round", ROUND)]


def test_the_line_of_the_plan_tells_its_prizes_and_gives_its_provinces_norms(
    window: Opened, qtbot: QtBot, office: MemoryOffice
) -> None:
    plan = sample_office(PLAN).shelf.book_of_all
    write(office.register.store, ChangeSet("Thêm kế hoạch", tuple(map(inserted, plan.records()))))
    line = next(each.id for each in plan.table(Line).values() if each.text.startswith(AWARDS))
    fill(office, *(each for each in rules() if not isinstance(each, SalaryBase)), *full_round())
    tab = tab_of(window, qtbot)
    (plan_id,) = plan.table(Plan)
    page = page_of(tab)
    assert page.sheet.money.province == ""
    page.facts.form.enter("plan_id", plan_id)
    rest(window, qtbot)
    page = page_of(tab)
    assert page.sheet.money.province == "Bình Dương"
    page.facts.form.enter("line_id", line)
    assert page.facts.planned.text().startswith("Dòng dự toán này tính 5 giải: 83.440.000 đồng")
