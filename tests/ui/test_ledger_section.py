"""Section Sổ kinh phí as a clerk uses it: a year given out of the plan, entries typed, money moved and cut, F4."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QInputDialog
from pytestqt.qtbot import QtBot

from nscl_desktop.domain.contracts import Contract, Payment
from nscl_desktop.domain.directory import Agency
from nscl_desktop.domain.ledger import CUT, MOVED, PAID, LedgerEntry
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.supports import Dossier, DossierMoney
from nscl_desktop.presenters.ledger_rows import line_rows
from nscl_desktop.ui.budget.explanation_window import ExplanationWindow
from nscl_desktop.ui.ledger.cut_window import CutWindow
from nscl_desktop.ui.ledger.entry_window import EntryWindow
from nscl_desktop.ui.ledger.ledger_page import LedgerPage
from nscl_desktop.ui.ledger.move_windows import CarryWindow, TransferWindow
from nscl_desktop.ui.ledger.settlement_window import SettlementWindow
from nscl_desktop.ui.ledger.year_windows import AllotWindow, CloseWindow
from nscl_desktop.ui.tabs.ledger import LedgerTab
from tests.enterprises.registers import unit
from tests.ledger.napkin import TR, plan
from tests.small_plans import PLAN
from tests.ui.offices import MemoryOffice, empty_office, office_with
from tests.ui.windows import Opened, in_front, refusals, rest, shown, text, wishes


def stored() -> list[Record]:
    """The napkin plan of 2022-2025, and a dossier on I.1 with a contract of 12 triệu, 5 paid."""
    return [
        Agency(id="tk", name="Cục Thống kê"), *plan().records, unit("u1", "An Phát"),
        Dossier(id="d1", enterprise_id="u1", code="HS-01", title="Áp dụng 5S", plan_id=PLAN, year=2022),
        DossierMoney(id="m1", dossier_id="d1", line_id="I.1", year=2022, source="NSNN", amount=12 * TR),
        Contract(id="c1", dossier_id="d1", number="1/HĐ", value=12 * TR),
        Payment(id="p1", dossier_id="d1", amount=5 * TR),
    ]  # fmt: skip


@pytest.fixture
def office() -> MemoryOffice:
    return office_with(*stored())


def tab_of(window: Opened, qtbot: QtBot) -> LedgerTab:
    tab = in_front(window, "doing", LedgerTab(window.around), qtbot)
    choose_year(tab, window, qtbot, 2022)
    return tab


def choose_year(tab: LedgerTab, window: Opened, qtbot: QtBot, year: int) -> None:
    tab.year.setCurrentIndex(tab.year.findData(year))
    tab.year.activated.emit(tab.year.currentIndex())
    rest(window, qtbot)


def given(window: Opened, qtbot: QtBot, year: int = 2022) -> tuple[LedgerTab, LedgerPage]:
    """The niên độ opened and given its money through the first button of the empty section."""
    tab = tab_of(window, qtbot)
    choose_year(tab, window, qtbot, year)
    tab.nothing.buttons[0].click()
    allot = tab.widget().findChildren(AllotWindow)[-1]
    allot.agency.setCurrentIndex(0)
    allot.facts.document.setText("01/QĐ-UBND")
    allot.facts.person.setText("Hà")
    allot.sources["DN"].setChecked(True)
    allot.verb.click()
    rest(window, qtbot)
    assert tab.page is not None
    return tab, tab.page


def figures(page: LedgerPage, line: str) -> tuple[str, ...]:
    """Giao, hiện hành, cam kết, đã chi and the three remainders of a line."""
    return next(row.figures for row in line_rows(page.sheet) if row.line_id == line)


def put(window: EntryWindow, **texts: str) -> None:
    for name, words in texts.items():
        window.fields[name].setText(words)
        window.fields[name].textEdited.emit(words)
    window.fields["date"].editingFinished.emit()


def choose(combo: object, value: object) -> None:
    combo.setCurrentIndex(combo.findData(value))  # type: ignore[attr-defined]  # a list of choices
    combo.activated.emit(combo.currentIndex())  # type: ignore[attr-defined]  # as above


def test_a_section_without_plans_says_where_plans_are_made(qtbot: QtBot, tmp_path: Path) -> None:
    with shown(empty_office(), tmp_path, qtbot) as window:
        tab = in_front(window, "doing", LedgerTab(window.around), qtbot)
        assert "tab Kế hoạch" in tab.nothing.words.text()
        assert not any(button.isVisible() for button in tab.nothing.buttons)


def test_a_year_that_is_not_open_offers_the_first_steps(window: Opened, qtbot: QtBot) -> None:
    tab = tab_of(window, qtbot)
    assert tab.nothing.title.text() == "Niên độ 2022 của THU-2022 chưa mở"
    assert tab.nothing.buttons[0].text() == "Giao dự toán cả năm từ kế hoạch…"
    assert tab.menus().keys() == {"&Xem"}


def test_a_year_is_given_out_of_the_plan_and_dossiers_stand_in_it_at_once(window: Opened, qtbot: QtBot) -> None:
    tab = tab_of(window, qtbot)
    tab.nothing.buttons[0].click()
    allot = tab.widget().findChildren(AllotWindow)[-1]
    assert "Sẽ giao 75.000.000 đồng ở 3 dòng" in allot.sum.text()
    allot.verb.click()
    assert "Chưa ghi quyết định" in allot.message.text()
    allot.leave.click()
    _, page = given(window, qtbot)
    assert figures(page, "I.1") == (
        "30.000.000", "30.000.000", "12.000.000", "5.000.000", "18.000.000", "7.000.000", "25.000.000",
    )  # fmt: skip
    assert [row.text for row in page.table.foot_model.rows] == ["Tổng cộng"]
    assert page.table.foot_model.rows[0].figures[1] == "85.000.000"
    page.table.go_to("I.1")
    assert [text(page.list.entries, 0, at) for at in (1, 2, 5, 6)] == ["Giao", "30.000.000", "01/QĐ-UBND", "Hà"]
    assert not page.allot.isEnabled()


def test_an_entry_is_typed_and_one_over_budget_asks_for_its_reason(window: Opened, qtbot: QtBot) -> None:
    _, page = given(window, qtbot)
    page.table.go_to("I.1")
    page.new.trigger()
    entry = page.findChildren(EntryWindow)[-1]
    put(entry, amount="15 triệu", date="20/6/2022", document="UNC 45")
    assert "còn chưa cam kết 3.000.000" in entry.after.text()
    assert not entry.fields["reason"].isVisible()
    entry.verb.click()
    assert figures(page, "I.1")[2:5] == ("27.000.000", "20.000.000", "3.000.000")
    page.add_entry()
    over = page.findChildren(EntryWindow)[-1]
    put(over, amount="16.000.000", date="1/2/2023")
    assert "vượt" in over.remarks.text()
    over.verb.click()
    assert "ghi lý do" in over.message.text()
    put(over, reason="Giá tăng")
    over.verb.click()
    row = next(each for each in line_rows(page.sheet) if each.line_id == "I.1")
    assert (row.remark, row.is_over) == ("▲ Chi vượt dự toán", True)
    page.undo_action.trigger()
    assert figures(page, "I.1")[3] == "20.000.000"
    page.redo_action.trigger()
    assert figures(page, "I.1")[3] == "36.000.000"


def test_a_payment_fulfils_a_commitment_and_january_proposes_the_old_year(window: Opened, qtbot: QtBot) -> None:
    tab, page = given(window, qtbot)
    page.table.go_to("I.2")
    page.add_entry()
    bound = page.findChildren(EntryWindow)[-1]
    choose(bound.kind, "committed")
    put(bound, amount="20.000.000", document="08/HĐ")
    bound.verb.click()
    choose_year(tab, window, qtbot, 2023)
    tab.nothing.buttons[1].click()
    rest(window, qtbot)
    later = tab.page
    assert later is not None
    later.table.go_to("I.2")
    later.add_entry()
    paid = later.findChildren(EntryWindow)[-1]
    choose(paid.line, "I.2")
    put(paid, amount="18.000.000", date="12/1/2023")
    assert paid.year.currentData() == 2022
    choose(paid.commitment, paid.commitment.itemData(1))
    paid.verb.click()
    choose_year(tab, window, qtbot, 2022)
    again = tab.page
    assert again is not None
    assert figures(again, "I.2")[2:6] == ("20.000.000", "18.000.000", "30.000.000", "2.000.000")


def test_an_entry_is_edited_removed_and_given_back(window: Opened, qtbot: QtBot) -> None:
    _, page = given(window, qtbot)
    page.table.go_to("I.2")
    page.edit.trigger()
    entry = page.findChildren(EntryWindow)[-1]
    assert entry.fields["amount"].text() in {"40.000.000", "10.000.000"}
    put(entry, note="theo phụ lục")
    entry.verb.click()
    assert "theo phụ lục" in [text(page.list.entries, at, 7) for at in range(2)]
    page.delete.trigger()
    assert page.list.entries.rowCount() == 1
    page.undo_action.trigger()
    assert page.list.entries.rowCount() == 2


def test_money_is_moved_with_both_sides_in_sight(window: Opened, qtbot: QtBot) -> None:
    heard = refusals(window)
    _, page = given(window, qtbot)
    page.table.go_to("I.1")
    page.transfer.trigger()
    move = page.findChildren(TransferWindow)[-1]
    choose(move.end, "I.2")
    move.amount.setText("8.000.000")
    move.amount.textEdited.emit("")
    assert [text(move.sides, 0, at) for at in range(1, 5)] == ["30.000.000", "-8.000.000", "22.000.000", "10.000.000"]
    assert text(move.sides, 2, 2) == "0"
    move.verb.click()
    assert "quyết định điều chuyển" in move.message.text()
    move.facts.document.setText("31/QĐ")
    move.verb.click()
    found = [each for each in page.sheet.entries() if each.kind == MOVED]
    assert sum(each.amount or 0 for each in found) == 0
    assert figures(page, "I")[1] == "80.000.000"
    assert heard == []


def test_a_section_is_cut_by_a_share_with_quantities_in_sight(
    window: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, page = given(window, qtbot)
    page.table.go_to("I")
    page.cut.trigger()
    cut = page.findChildren(CutWindow)[-1]
    cut.amount.setText("abc")
    cut.amount.textEdited.emit("")
    assert "Không đọc được" in cut.about.text()
    cut.amount.setText("10 %")
    cut.amount.textEdited.emit("")
    assert [text(cut.table, 0, at) for at in (5, 6, 7, 8)] == ["3.000.000", "27.000.000", "2", "1"]
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("2", True))
    cut.table.cellActivated.emit(0, 0)
    assert text(cut.table, 0, 8) == "2"
    cut.facts.document.setText("45/QĐ")
    cut.verb.click()
    assert figures(page, "I")[1] == "72.000.000"
    assert sorted(str(each.quantity) for each in page.sheet.entries() if each.kind == CUT) == ["2", "None", "None"]
    page.undo_action.trigger()
    assert figures(page, "I")[1] == "80.000.000"


def test_any_figure_is_explained_by_entries_and_dossiers_that_open(window: Opened, qtbot: QtBot) -> None:
    asked = wishes(window)
    _, page = given(window, qtbot)
    page.table.go_to("I.1", 4)
    page.explain_action.trigger()
    rest(window, qtbot)
    slip = page.findChildren(ExplanationWindow)[-1]
    assert [text(slip.table, 0, at) for at in range(3)] == ["Hồ sơ HS-01", "An Phát", "12.000.000"]
    slip.table.activated.emit(slip.table.model().index(0, 0))
    assert asked == [("dossier", "d1")]
    page.table.go_to("I.1", 2)
    page.explain()
    rest(window, qtbot)
    given_slip = page.findChildren(ExplanationWindow)[-1]
    given_slip.table.activated.emit(given_slip.table.model().index(0, 0))
    assert page.list.entry is not None
    assert page.list.entry.amount == 30 * TR
    page.table.go_to("I.1", 1)
    page.explain()
    page.list.setCurrentIndex(1)
    rest(window, qtbot)
    assert [text(page.list.dossiers, 0, at) for at in (0, 3, 4, 5)] == [
        "HS-01", "12.000.000", "5.000.000", "7.000.000",
    ]  # fmt: skip
    page.list.dossiers.cellActivated.emit(0, 0)
    assert asked[-1] == ("dossier", "d1")
    page.list.settlement.click()
    rest(window, qtbot)
    pack = page.findChildren(SettlementWindow)[-1]
    assert "Hợp đồng 1/HĐ chưa có giá trị nghiệm thu" in pack.lacks.text()
    assert pack.page.preview.paper is not None
    page.list.setCurrentIndex(2)
    rest(window, qtbot)
    assert page.list.history.table.rowCount() > 0


def test_a_year_is_carried_over_closed_and_then_set_right_by_adjusting_entries(window: Opened, qtbot: QtBot) -> None:
    tab, page = given(window, qtbot)
    page.table.go_to("I.1")
    page.carry.trigger()
    early = page.findChildren(CarryWindow)[-1]
    early.verb.click()
    assert "Niên độ 2023 chưa mở" in early.message.text()
    choose_year(tab, window, qtbot, 2023)
    tab.nothing.buttons[1].click()
    rest(window, qtbot)
    choose_year(tab, window, qtbot, 2022)
    page = tab.page  # type: ignore[assignment]  # read anew
    page.table.go_to("I.1")
    page.carry.trigger()
    carry = page.findChildren(CarryWindow)[-1]
    assert (carry.amount.text(), carry.bound.text()) == ("25.000.000", "7.000.000")
    carry.facts.document.setText("99/QĐ")
    carry.verb.click()
    assert figures(page, "I.1")[1:] == ("5.000.000", "5.000.000", "5.000.000", "0", "0", "0")
    page.close_year.trigger()
    close = page.findChildren(CloseWindow)[-1]
    close.document.setText("12/QĐ")
    close.day.setText("31/3/2023")
    close.verb.click()
    assert "Đã khóa sổ ngày 31/3/2023" in tab.state.text()
    assert not page.new.isEnabled()
    page.table.go_to("I.2")
    page.edit.trigger()
    fix = page.findChildren(EntryWindow)[-1]
    put(fix, amount="-1.000.000")
    fix.verb.click()
    assert "phải có văn bản" in fix.message.text()
    put(fix, document="15/QĐ")
    fix.verb.click()
    assert [each.amount for each in page.sheet.entries() if each.corrects] == [-1 * TR]


def test_sources_narrow_the_figures_and_the_year_goes_to_excel(
    window: Opened, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab, page = given(window, qtbot)
    choose(tab.source, "DN")
    assert page.table.foot_model.rows[0].figures[1] == "10.000.000"
    target = tmp_path / "so.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    tab.export.trigger()
    rest(window, qtbot)
    assert target.stat().st_size > 1000


def test_an_entry_is_opened_from_elsewhere_and_f6_goes_round(window: Opened, qtbot: QtBot) -> None:
    tab, page = given(window, qtbot)
    entry = next(each for each in page.sheet.entries() if each.line_id == "II")
    choose_year(tab, window, qtbot, 2023)
    tab.open_record(LedgerEntry.entity, entry.id)
    rest(window, qtbot)
    assert tab.page is not None
    assert tab.page.list.entry is not None
    assert (tab.page.table.line_id, tab.page.list.entry.id) == ("II", entry.id)
    tab.round.trigger()
    tab.read_again()
    rest(window, qtbot)
    assert tab.page is not None
    tab.settle()
    tab.go_to_findings()
    assert not any(each.kind == PAID for each in tab.page.sheet.entries())
