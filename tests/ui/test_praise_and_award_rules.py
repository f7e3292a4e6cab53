"""Sections Khen thưởng and Quy chế, mức thưởng as a clerk uses them; the papers of a round."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from nscl_desktop.domain.training import Person
from nscl_desktop.ui.awards.award_windows import PersonWindow
from nscl_desktop.ui.awards.commendation_page import CommendationPage
from nscl_desktop.ui.awards.commendation_windows import NewPraiseWindow, PaperWindow
from nscl_desktop.ui.awards.papers_page import PraiseWindow
from nscl_desktop.ui.awards.rules_page import RulesPage
from nscl_desktop.ui.enterprises.unit_picker import UnitPicker
from nscl_desktop.ui.paper.minutes_page import MinutesPage
from nscl_desktop.ui.tabs.award_rules import AwardRulesTab
from nscl_desktop.ui.tabs.awards import AwardsTab
from nscl_desktop.ui.tabs.commendations import CommendationsTab
from tests.awards.full_round import full_round, rules
from tests.enterprises.registers import unit
from tests.ui.offices import MemoryOffice, fill, office_with
from tests.ui.windows import Opened, in_front, refusals, rest

FORM = "Bằng khen của Chủ tịch UBND tỉnh"


@pytest.fixture
def office() -> MemoryOffice:
    return office_with(unit("u1", "Công ty An Phát"), Person(id="p1", name="Nguyễn Thị Lan", title="Chuyên viên"))


def praise_tab(window: Opened, qtbot: QtBot) -> CommendationsTab:
    return in_front(window, "awards", CommendationsTab(window.around), qtbot)


def page_of(tab: CommendationsTab) -> CommendationPage:
    assert tab.page is not None
    return tab.page


def rules_tab(window: Opened, qtbot: QtBot) -> AwardRulesTab:
    return in_front(window, "awards", AwardRulesTab(window.around), qtbot)


def rules_page(tab: AwardRulesTab) -> RulesPage:
    assert tab.page is not None
    return tab.page


def shown(tab: CommendationsTab) -> list[str]:
    return [each.name for each in tab.shown]


def add(tab: CommendationsTab, window: Opened, qtbot: QtBot, name: str) -> None:
    tab.make_new()
    new = tab.widget().findChildren(NewPraiseWindow)[-1]
    new.name.setText(name)
    new.verb.click()
    rest(window, qtbot)


def test_praise_is_proposed_decided_and_printed(window: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    tab = praise_tab(window, qtbot)
    assert tab.nothing.title.text() == "Chưa có khen thưởng nào"
    add(tab, window, qtbot, "")
    assert "Tên ghi trong quyết định" in tab.widget().findChildren(NewPraiseWindow)[-1].message.text()
    add(tab, window, qtbot, "Phòng Quản lý Tiêu chuẩn")
    add(tab, window, qtbot, "Tập thể hai")
    assert shown(tab) == ["Phòng Quản lý Tiêu chuẩn", "Tập thể hai"]
    tab.ask_proposal()
    paper = tab.widget().findChildren(PaperWindow)[-1]
    paper.every.click()
    paper.verb.click()
    assert "số và ngày tờ trình" in paper.message.text()
    paper.number.setText("12/TTr-SKHCN")
    paper.day.setText("5/11/2025")
    paper.verb.click()
    rest(window, qtbot)
    tab.ask_decision()
    decision = tab.widget().findChildren(PaperWindow)[-1]
    decision.ticks.list.item(0).setCheckState(Qt.CheckState.Checked)
    decision.number.setText("850/QĐ-UBND")
    decision.day.setText("1/12/2025")
    decision.verb.click()
    rest(window, qtbot)
    tab.stage.setCurrentIndex(tab.stage.findData("decided"))
    assert shown(tab) == ["Phòng Quản lý Tiêu chuẩn"]
    refused = refusals(window)
    tab.open_record("commendation", tab.shown[0].id)
    rest(window, qtbot)
    tab.delete.trigger()
    assert "đã có quyết định nên không xóa được" in refused[-1]
    tab.show_list()
    sheet = tab.widget().findChildren(PraiseWindow)[-1]
    rest(window, qtbot)
    target = tmp_path / "danh-sach.docx"
    sheet.page.write(target)
    qtbot.waitUntil(target.is_file)
    rest(window, qtbot)
    sheet.close()


def test_a_unit_or_a_person_on_file_is_praised_and_a_plan_pays(window: Opened, qtbot: QtBot) -> None:
    tab = praise_tab(window, qtbot)
    add(tab, window, qtbot, "Chưa rõ tên")
    page = page_of(tab)
    assert f"Chưa có mức thưởng cho “{FORM}”" in page.worth.text()
    page.unit.click()
    picker = page.findChildren(UnitPicker)[0]
    picker.search.setText("an phat")
    picker.verb.click()
    rest(window, qtbot)
    assert page.title.text() == "Công ty An Phát"
    page.person.click()
    rest(window, qtbot)
    people = page.findChildren(PersonWindow)[0]
    people.search.setText("khong co ai")
    assert not people.verb.isEnabled()
    people.search.setText("lan")
    people.verb.click()
    assert page.praise is not None
    assert (page.praise.subject, page.praise.name, page.praise.person_id) == ("individual", "Nguyễn Thị Lan", "p1")
    page.undo()
    assert page.title.text() == "Công ty An Phát"
    page.redo()
    page.pages.setCurrentIndex(1)
    rest(window, qtbot)
    assert page.history.table.rowCount() == 5  # made, unit, person, undone, done again
    tab.delete.trigger()
    rest(window, qtbot)
    assert tab.page is None
    assert tab.nothing.title.text() == "Chưa có khen thưởng nào"


def test_shipped_rules_are_taken_over_edited_and_guarded(window: Opened, qtbot: QtBot, office: MemoryOffice) -> None:
    tab = rules_tab(window, qtbot)
    tab.nothing.buttons[0].click()
    rest(window, qtbot)
    page = rules_page(tab)
    assert [words.split(" · ")[1] for _, words in page.sheet.regimes()] == [
        "từ 23/1/2026", "từ 31/12/2008 đến hết 22/1/2026",
    ]  # fmt: skip
    assert page.sum.text() == "Còn mục chưa ghi điểm tối đa. Điểm chấm ở mục nhỏ nhất."
    page.show_regime(page.sheet.regimes()[1][0])
    assert page.sum.text() == "Tổng điểm tối đa: 1.000. Điểm chấm ở mục nhỏ nhất."
    page.criteria.choose(page.criteria.model.record_at(0).id)  # type: ignore[union-attr]  # there are criteria
    page.part.click()
    assert page.sheet.sum_words().startswith("Còn mục chưa ghi điểm tối đa.")
    page.undo()
    page.norms.table.setCurrentIndex(page.norms.model.index(0, 0))
    at_base = [page.bases.model.index(row, 4).data() for row in range(page.bases.model.rowCount())]
    assert at_base[0] == "53.130.000"  # 21 × 2.530.000
    assert at_base[-1] == "25.410.000"  # 21 × 1.210.000
    fill(office, *full_round())
    tab.read_again()
    rest(window, qtbot)
    page = rules_page(tab)
    page.show_regime(page.sheet.regimes()[1][0])
    refused = refusals(window)
    page.delete.click()
    assert "đang được một đợt xét giải dùng" in refused[-1]
    page.new.click()
    assert page.view.form.field("name").text == "(tên quy chế)"
    page.delete.click()
    assert len(page.sheet.regimes()) == 2
    said: list[str] = []
    window.around.voice.said.connect(said.append)
    tab.shipped.trigger()
    rest(window, qtbot)
    assert said[-1] == "Danh mục có sẵn đã có đủ trong tệp."


def test_the_papers_of_a_round_are_made_when_they_are_looked_at(
    window: Opened, qtbot: QtBot, office: MemoryOffice, tmp_path: Path
) -> None:
    fill(office, *rules(), *full_round())
    tab = in_front(window, "awards", AwardsTab(window.around), qtbot)
    page = tab.page
    assert page is not None
    assert not page.papers.findChildren(MinutesPage)
    page.pages.setCurrentWidget(page.papers)
    rest(window, qtbot)
    assert page.papers.page is not None
    assert page.papers.page.preview.paper is not None
    page.papers.choice.setCurrentIndex(1)
    rest(window, qtbot)
    target = tmp_path / "dat-giai.pdf"
    page.papers.page.write(target)
    qtbot.waitUntil(target.is_file)
    rest(window, qtbot)
    page.results.price.click()
    assert page.results.words.text().startswith("3 đơn vị đạt giải, 4 giải. Tiền thưởng 73.010.000 đồng")
    refused = refusals(window)
    tab.delete.trigger()
    assert "đã có 4 giải nên không xóa được" in refused[-1]
