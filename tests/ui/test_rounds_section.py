"""Section Đợt xét chọn as a clerk uses it: a round from dossiers, points typed, results, decision into the dossiers."""

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.changes import ChangeSet, inserted
from nscl_desktop.domain.dossiers.whole import gather
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.selection import SelectionRound
from nscl_desktop.domain.supports import Dossier, DossierMoney, StageStep
from nscl_desktop.presenters.round_sheet import CriterionList
from nscl_desktop.ui.dossier_papers.paper_window import PaperWindow
from nscl_desktop.ui.enterprises.unit_picker import UnitPicker
from nscl_desktop.ui.rounds.round_page import RoundPage
from nscl_desktop.ui.rounds.round_windows import DecisionWindow, NewRoundWindow, ReasonWindow, WaitingWindow
from nscl_desktop.ui.tabs.rounds import RoundsTab
from tests.enterprises.registers import unit, write
from tests.ui.offices import MemoryOffice, fill, office_with, sample_office
from tests.ui.windows import Opened, in_front, refusals, rest, text

NAMES = ("An Phát", "Bình Minh", "Cửu Long")


def stored() -> list[Record]:
    """Three registered dossiers of three units, and one that is approved already."""
    found: list[Record] = [unit(f"u{at}", f"Công ty {name}") for at, name in enumerate(NAMES, 1)]
    for at in range(1, 4):
        found += [
            Dossier(id=f"d{at}", enterprise_id=f"u{at}", code=f"HS-0{at}", title="Áp dụng 5S", year=2026),
            DossierMoney(id=f"m{at}", dossier_id=f"d{at}", position="a0", year=2026, source="NSNN", amount=70_000_000),
            StageStep(id=f"s{at}", dossier_id=f"d{at}", stage="registered", done_on="2026-02-01"),
        ]
    found += [
        Dossier(id="d4", enterprise_id="u1", code="HS-04", title="TCVN ISO 9001:2015", year=2025),
        StageStep(id="s4", dossier_id="d4", stage="approved", done_on="2025-04-01"),
    ]
    return found


@pytest.fixture
def office() -> MemoryOffice:
    return office_with(*stored())


def tab_of(window: Opened, qtbot: QtBot) -> RoundsTab:
    return in_front(window, "enterprises", RoundsTab(window.around), qtbot)


def page_of(tab: RoundsTab) -> RoundPage:
    assert tab.page is not None
    return tab.page


def round_with_three(tab: RoundsTab, window: Opened, qtbot: QtBot) -> RoundPage:
    tab.make_new()
    new = tab.widget().findChildren(NewRoundWindow)[0]
    new.verb.click()
    assert "Tên đợt" in new.message.text()
    new.name.setText("Đợt 1 năm 2026")
    new.verb.click()
    qtbot.waitUntil(lambda: tab.page is not None)
    page = page_of(tab)
    page.candidates.add.click()
    qtbot.waitUntil(lambda: bool(page.findChildren(WaitingWindow)))
    waiting = page.findChildren(WaitingWindow)[0]
    assert waiting.dossiers.list.count() == 3
    waiting.dossiers.search.setText("cuu long")
    waiting.every.click()
    assert waiting.dossiers.ticked == ["d3"]
    waiting.dossiers.search.clear()
    waiting.every.click()
    waiting.verb.click()
    rest(window, qtbot)
    qtbot.waitUntil(lambda: page_of(tab) is not page)
    rest(window, qtbot)
    fresh = page_of(tab)
    fresh.facts.form.enter("quota", "2")
    fresh.facts.form.enter("held_on", "15/4/2026")
    return fresh


def score(page: RoundPage, judge: str, block: str) -> None:
    page.pages.setCurrentIndex(3)
    page.add_judge(judge)
    QApplication.clipboard().setText(block)
    page.scores.go_to_first()
    page.scores._paste()  # noqa: SLF001 - Ctrl+V


def test_an_empty_section_teaches_and_opens_the_first_round(window: Opened, qtbot: QtBot) -> None:
    tab = tab_of(window, qtbot)
    assert tab.nothing.title.text() == "Chưa có đợt xét chọn nào"
    tab.nothing.buttons[0].click()
    assert tab.widget().findChildren(NewRoundWindow)


def test_a_round_is_scored_like_a_sheet_ranked_decided_and_the_decision_undone_whole(
    window: Opened, qtbot: QtBot, office: MemoryOffice
) -> None:
    tab = tab_of(window, qtbot)
    page = round_with_three(tab, window, qtbot)
    assert [page.sheet.name_of(each) for each in page.sheet.candidates()] == [f"Công ty {name}" for name in NAMES]
    assert page.sheet.doubts_of(page.sheet.candidates()[0]) == ("Đơn vị đang được hỗ trợ ở hồ sơ HS-04.",)
    score(page, "An", "20\t20\t20\t10\n30\t30\t20\t15\n25\t25\t20\t10")
    score(page, "Hà", "20\t20\t20\t10\n30\t30\t20\t15\n27\t25\t20\t10")
    assert page.grid.missing() == "Hà đã chấm đủ."
    page.pages.setCurrentIndex(4)
    table = page.ranking.table
    assert [text(table, at, 1) for at in range(4)] == [
        "Công ty Bình Minh", "Công ty Cửu Long", "▬▬  Vạch chỉ tiêu  ▬▬", "Công ty An Phát",
    ]  # fmt: skip
    assert text(table, 1, 2) == "81,00"  # (25 + 27) / 2 + 25 + 20 + 10
    assert page.ranking.words.text() == "2 đơn vị trên vạch; còn lại 0 chỉ tiêu."
    page.ranking.by_rank.click()
    page.ranking.decide.click()
    decision = page.findChildren(DecisionWindow)[0]
    decision.verb.click()
    assert "số và ngày quyết định" in decision.message.text()
    decision.decision.setText("31/QĐ-SKHCN")
    decision.day.setText("20/4/2026")
    decision.verb.click()
    rest(window, qtbot)
    wholes = gather(office.dossiers.records(["d1", "d2", "d3"]))
    assert [wholes[key].day_of("approved") for key in ("d1", "d2", "d3")] == ["", "2026-04-20", "2026-04-20"]
    assert wholes["d2"].day_of("selected") == "2026-04-15"
    qtbot.waitUntil(lambda: tab.page is not None)
    page.undo()
    rest(window, qtbot)
    wholes = gather(office.dossiers.records(["d1", "d2", "d3"]))
    assert {whole.day_of("approved") for whole in wholes.values()} == {""}


def test_points_are_typed_with_enter_going_down_and_too_many_are_refused(window: Opened, qtbot: QtBot) -> None:
    tab = tab_of(window, qtbot)
    page = round_with_three(tab, window, qtbot)
    page.pages.setCurrentIndex(3)
    refused = refusals(window)
    page.add_judge("  ")
    page.add_judge("An")
    page.add_judge("An")
    assert [each[:12] for each in refused] == ["Chưa ghi tên", "Đã có người "]
    table = page.scores
    for keys in ("25", "31", "20"):
        table.edit(table.currentIndex())
        editor = table.findChildren(QLineEdit)[-1]
        qtbot.keyClicks(editor, keys)
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    column = [table.model().index(row, 1).data() for row in range(3)]
    assert column == ["25", "", "20"]
    assert "lớn hơn điểm tối đa 30" in refused[-1]
    table.setCurrentIndex(table.model().index(0, 1))
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert table.model().index(0, 1).data() == ""
    page.judge.setCurrentIndex(0)
    page.judge.activated.emit(0)
    assert table.model().index(2, 1).data() == "20,00"
    page.scores.model().put(0, 1, [["5"]])  # type: ignore[attr-defined]  # Qt knows its own kind of model only
    assert "Điểm trung bình được tính" in refused[-1]


def test_a_result_against_the_order_needs_a_reason(window: Opened, qtbot: QtBot) -> None:
    tab = tab_of(window, qtbot)
    page = round_with_three(tab, window, qtbot)
    score(page, "An", "20\t20\t20\t10\n30\t30\t20\t15\n25\t25\t20\t10")
    page.pages.setCurrentIndex(4)
    page.ranking.table.setCurrentCell(3, 0)
    page.ranking.choose.click()
    why = page.findChildren(ReasonWindow)[0]
    why.verb.click()
    assert "hãy ghi lý do" in why.message.text()
    why.reason.setText("Địa bàn khó khăn")
    why.verb.click()
    chosen = [each for each in page.sheet.candidates() if each.result == "chosen"]
    assert [(each.enterprise_id, each.reason) for each in chosen] == [("u1", "Địa bàn khó khăn")]


def test_the_minutes_are_printed_and_a_round_is_deleted_and_brought_back(
    window: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    tab = tab_of(window, qtbot)
    page = round_with_three(tab, window, qtbot)
    tab.minutes.trigger()
    qtbot.waitUntil(lambda: bool(tab.widget().findChildren(PaperWindow)))
    papers = tab.widget().findChildren(PaperWindow)[0]
    qtbot.waitUntil(lambda: bool(papers.sheet.subjects))
    rest(window, qtbot)
    papers.write(tmp_path)
    minutes = tmp_path / "Biên bản họp xét chọn - Đợt 1 năm 2026.docx"
    qtbot.waitUntil(minutes.is_file)
    rest(window, qtbot)
    undo: list[object] = []
    window.around.voice.done.connect(lambda *said: undo.append(said[-1]))
    tab.delete.trigger()
    rest(window, qtbot)
    qtbot.waitUntil(lambda: tab.page is None)
    then = undo[-1]
    assert callable(then)
    then()
    qtbot.waitUntil(lambda: tab.page is not None)
    assert len(page_of(tab).sheet.candidates()) == len(page.sheet.opened.units) == 3


def test_consultants_are_selected_by_their_offers(window: Opened, qtbot: QtBot, office: MemoryOffice) -> None:
    selection = SelectionRound(id="tv", name="Tuyển chọn tư vấn 2026", purpose="consultants")
    fill(office, selection)
    tab = tab_of(window, qtbot)
    qtbot.waitUntil(lambda: tab.page is not None)
    page = page_of(tab)
    assert page.about.text() == "Tuyển chọn tổ chức tư vấn"
    page.candidates.add.click()
    picker = page.findChildren(UnitPicker)[0]
    picker.search.setText("cuu long")
    picker.verb.click()
    rest(window, qtbot)
    qtbot.waitUntil(lambda: page_of(tab) is not page)
    assert [page_of(tab).sheet.name_of(each) for each in page_of(tab).sheet.candidates()] == ["Công ty Cửu Long"]
    page = page_of(tab)
    page.candidates.choose(page.sheet.candidates()[0].id)
    page.candidates.delete.click()
    assert page.sheet.candidates() == ()
    tab.open_record("selection_round", "tv")
    rest(window, qtbot)
    assert page_of(tab).desk.root_id == "tv"


def test_a_round_takes_what_its_line_of_the_plan_has_left(window: Opened, qtbot: QtBot, office: MemoryOffice) -> None:
    """Tây Ninh III.3: 4 công cụ at 70 triệu; a dossier outside the plan takes none of them."""
    plan = sample_office("TN-2021").shelf.book_of_all
    write(office.register.store, ChangeSet("Thêm kế hoạch", tuple(map(inserted, plan.records()))))
    tab = tab_of(window, qtbot)
    page = round_with_three(tab, window, qtbot)
    facts = page.facts
    assert not facts.take.isVisible()
    ((plan_id, _),) = facts.form.offers("plan_id")[1:]
    facts.form.enter("plan_id", plan_id)
    rest(window, qtbot)
    budget = Budget(plan, plan_id)
    tools = next(line for _, line in budget.tree.walk() if budget.total(line.id) == 280_000_000)
    assert tools.id in dict(facts.form.offers("line_id"))
    facts.form.enter("line_id", tools.id)
    assert facts.left.text() == "Theo kế hoạch, mục này còn lại: 4 CC; 280.000.000 đồng."
    facts.take.click()
    selection = page.selection
    assert selection is not None
    assert (selection.quota, selection.money) == (Decimal(4), 280_000_000)
    page.settle()
    facts.form.enter("plan_id", "")
    assert facts.left.text() == ""


def test_f6_goes_round_and_undo_takes_back_by_name(window: Opened, qtbot: QtBot) -> None:
    tab = tab_of(window, qtbot)
    page = round_with_three(tab, window, qtbot)
    window.window.activateWindow()
    tab.come_in_front()
    qtbot.waitUntil(tab.list.hasFocus)
    tab.round.trigger()
    assert page.pages.tabBar().hasFocus()
    tab.round.trigger()
    tab.round.trigger()
    assert tab.list.hasFocus()
    assert page.undo_action.text() == "Hoàn tác: sửa đợt xét chọn ở đợt “Đợt 1 năm 2026”"
    page.undo()
    selection = page.selection
    assert selection is not None
    assert selection.held_on == ""
    page.redo()
    assert page.selection is not None
    assert page.selection.held_on == "2026-04-15"
    tab.search.setText("khong co")
    assert tab.list.count() == 0
    tab.read_again()
    rest(window, qtbot)
    qtbot.waitUntil(lambda: tab.page is not None)


def test_headings_of_candidates_are_read_whole_and_points_are_written_with_a_comma(
    window: Opened, office: MemoryOffice, qtbot: QtBot
) -> None:
    page = round_with_three(tab_of(window, qtbot), window, qtbot)
    table = page.candidates.table
    header, metrics = table.horizontalHeader(), table.fontMetrics()
    headings = [str(table.model().headerData(at, Qt.Orientation.Horizontal)) for at in range(header.count())]
    assert "Lý do không đủ điều kiện" in headings
    assert all(header.sectionSize(at) > metrics.horizontalAdvance(words) for at, words in enumerate(headings))
    rows = CriterionList(page.sheet)
    half = rows.add()  # beside the hundred points that a new round begins with
    record = next(each for each in rows.records() if each.id == half)
    rows.enter(record, next(spec for spec in rows.specs if spec.name == "most_points"), "12,5")
    assert page.sum.text().startswith("Tổng điểm tối đa: 112,5.")
