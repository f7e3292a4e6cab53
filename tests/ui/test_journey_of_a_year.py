"""A year through the window over a real file: plan issued, units chosen, contracts, visits, a course, an award, money.

On the way: a withdrawal with a replacement, a mid-year cut, a transfer, another director, a receipt that came late.
In the end the half-year and the year's report say what plain SQL counts in the file.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nscl_desktop.domain.plans import ISSUED
from nscl_desktop.office.window_office import WindowOffice, open_office
from nscl_desktop.presenters.ledger_rows import line_rows
from nscl_desktop.presenters.plan_sheet import Act
from nscl_desktop.ui.awards.award_windows import NewAwardWindow
from nscl_desktop.ui.awards.prize_window import PrizeWindow
from nscl_desktop.ui.dossiers.page_parts import AskValues
from nscl_desktop.ui.enterprises.unit_picker import UnitPicker
from nscl_desktop.ui.inspections.new_visit_window import NewVisitWindow
from nscl_desktop.ui.ledger.cut_window import CutWindow
from nscl_desktop.ui.ledger.entry_window import EntryWindow
from nscl_desktop.ui.ledger.ledger_page import LedgerPage
from nscl_desktop.ui.ledger.move_windows import TransferWindow
from nscl_desktop.ui.ledger.year_windows import AllotWindow
from nscl_desktop.ui.reporting.report_page import ReportPage
from nscl_desktop.ui.reporting.report_windows import NewReportWindow
from nscl_desktop.ui.rounds.round_windows import DecisionWindow, NewRoundWindow, WaitingWindow
from nscl_desktop.ui.tabs.awards import AwardsTab
from nscl_desktop.ui.tabs.courses import CoursesTab
from nscl_desktop.ui.tabs.enterprises import EnterprisesTab
from nscl_desktop.ui.tabs.ledger import LedgerTab
from nscl_desktop.ui.tabs.periodic_reports import ReportsTab
from nscl_desktop.ui.tabs.rounds import RoundsTab
from nscl_desktop.ui.training.course_windows import NewCourseWindow
from nscl_desktop.ui.training.paste_window import PasteWindow
from tests.awards.full_round import GOLD, NATIONAL
from tests.ui.dossier_windows import Section, section_of
from tests.ui.inspected import inspections, visits_of
from tests.ui.journey_file import CODE, Caller, new_file
from tests.ui.windows import Opened, in_front, rest, shown

M = 1_000_000
Key = Qt.Key


@dataclass
class Clerk:
    """Somebody who works through the year in one window over one file."""

    window: Opened
    office: WindowOffice
    qtbot: QtBot
    path: Path
    plan_id: str

    def settle(self) -> None:
        rest(self.window, self.qtbot)

    def sql(self, words: str, *values: object) -> list[tuple[object, ...]]:
        """Rows as SQLite finds them in the file, once everything is saved."""
        self.settle()
        self.office.shelf.history(self.plan_id)
        connection = sqlite3.connect(f"file:{self.path}?mode=ro", uri=True)
        try:
            return connection.execute(words, values).fetchall()
        finally:
            connection.close()

    def line(self, unit: str, price: int | None = None) -> str:
        """Key of the line of the plan that is counted in a unit, told apart by its price."""
        words = "SELECT id FROM line WHERE plan_id = ? AND unit = ? AND (? IS NULL OR price = ?)"
        return str(self.sql(words, self.plan_id, unit, price, price)[0][0])

    # -- the steps of the year ----------------------------------------------------------------------------------------

    def issues_the_plan(self) -> None:
        self.window.tab.open(self.plan_id)
        self.qtbot.waitUntil(lambda: self.window.tab.page is not None)
        self.settle()
        self.window.tab.commands.acts[Act.ISSUE].trigger()
        assert self.window.tab.page is not None
        assert self.window.tab.page.desk.plan.status == ISSUED

    def ledger(self) -> tuple[LedgerTab, LedgerPage | None]:
        tab = in_front(self.window, "doing", LedgerTab(self.window.around), self.qtbot)
        at = next(at for at in range(tab.plan.count()) if CODE in tab.plan.itemText(at))
        tab.plan.setCurrentIndex(at)
        tab.plan.activated.emit(at)
        self.settle()
        tab.year.setCurrentIndex(tab.year.findData(2021))
        tab.year.activated.emit(tab.year.currentIndex())
        self.settle()
        return tab, tab.page

    def gives_the_year_its_money(self) -> None:
        tab, _ = self.ledger()
        tab.nothing.buttons[0].click()
        allot = tab.widget().findChildren(AllotWindow)[-1]
        allot.facts.document.setText("2/QĐ-UBND")
        allot.facts.date.setText("30/3/2021")
        allot.verb.click()
        self.settle()

    def chooses_two_of_three(self) -> None:
        tab = in_front(self.window, "enterprises", RoundsTab(self.window.around), self.qtbot)
        tab.make_new()
        new = tab.widget().findChildren(NewRoundWindow)[0]
        new.name.setText("Đợt 1 năm 2021")
        new.verb.click()
        self.qtbot.waitUntil(lambda: tab.page is not None)
        page = tab.page
        assert page is not None
        page.candidates.add.click()
        self.qtbot.waitUntil(lambda: bool(page.findChildren(WaitingWindow)))
        waiting = page.findChildren(WaitingWindow)[0]
        waiting.every.click()
        waiting.verb.click()
        self.settle()
        self.qtbot.waitUntil(lambda: tab.page is not page)
        self.settle()
        fresh = tab.page
        assert fresh is not None
        fresh.facts.form.enter("quota", "2")
        fresh.facts.form.enter("held_on", "25/3/2021")
        fresh.pages.setCurrentIndex(3)
        fresh.add_judge("An")
        QApplication.clipboard().setText("30\t30\t25\t15\n25\t25\t20\t10\n10\t10\t10\t5")
        fresh.scores.go_to_first()
        fresh.scores._paste()  # noqa: SLF001 - Ctrl+V
        fresh.pages.setCurrentIndex(4)
        fresh.ranking.by_rank.click()
        fresh.ranking.decide.click()
        decision = fresh.findChildren(DecisionWindow)[0]
        decision.decision.setText("45/QĐ-SKHCN")
        decision.day.setText("5/4/2021")
        decision.verb.click()
        self.settle()

    def dossiers(self) -> Section:
        section = section_of(self.window, self.qtbot)
        section.settle()
        return section

    def signs_contracts(self) -> None:
        section = self.dossiers()
        for key in ("d1", "d2"):
            page = section.show(key)
            page.money.contracts.add.click()
            (contract,) = page.open.whole.contracts
            rows = page.money.contract_rows
            specs = {spec.name: spec for spec in rows.specs}
            for name, words in (("number", f"{key}/HĐ"), ("value", "50.000.000"), ("date", "20/4/2021")):
                rows.enter(contract, specs[name], words)
            self.pays(section, key, "advance", "20.000.000", "20/5/2021")

    def pays(self, section: Section, key: str, move: str, amount: str, day: str) -> None:
        page = section.show(key)
        page.money.payments.add.click()
        section.answer(move=move, amount=amount, date=day, year="2021", source="NSNN", document=f"UNC {day}")

    def lets_one_go_and_takes_another(self) -> None:
        section = self.dossiers()
        section.show("d2")
        section.tab.commands.end.trigger()
        section.answer(reason="Đơn vị xin rút", day="16/8/2021", back="20.000.000", document="PT 1")
        section.tab.commands.replace.trigger()
        picker = section.dialog(UnitPicker)
        picker.search.setText("dai nam")
        picker.verb.click()
        section.answer(decision="77/QĐ-SKHCN", day="1/9/2021")
        self.qtbot.waitUntil(lambda: section.tab.page is not None and section.tab.page.open.desk.root_id != "d2")

    def accepts_the_first(self) -> None:
        section = self.dossiers()
        page = section.show("d1")
        for day in ("20/4/2021", "1/5/2021", "1/10/2021", "15/10/2021"):  # hợp đồng, thực hiện, kiểm tra, nghiệm thu
            page.next.click()
            section.answer(done_on=day, document="BB")
        assert page.open.whole.day_of("accepted") == "2021-10-15"

    def notes_another_director(self) -> None:
        tab = in_front(self.window, "enterprises", EnterprisesTab(self.window.around), self.qtbot)
        tab.open_record("enterprise", "u1")
        self.qtbot.waitUntil(lambda: tab.page is not None and tab.page.desk.root_id == "u1")
        assert tab.page is not None
        tab.page.facts.forms[0].form.enter("representative", "Trần Thị Mới")
        self.settle()

    def visits_the_first(self) -> None:
        tab = in_front(self.window, "inspections", inspections(self.window.around), self.qtbot)
        visits = visits_of(tab)
        visits.asking.make_new()
        self.settle()
        asking = self.window.window.findChildren(NewVisitWindow)[0]
        asking.unit.field.setText("an phat")
        asking.day.setText("6/9/2021")
        asking.team[0].setText("Nguyễn Văn An, Phó Chi cục trưởng")
        asking.host.setText("Trần Thị Mới, Giám đốc")
        asking.verb.click()
        self.qtbot.waitUntil(lambda: visits.page is not None)
        self.settle()
        page = visits.page
        assert page is not None
        self.window.window.activateWindow()
        self.qtbot.waitUntil(self.window.window.isActiveWindow)
        self.qtbot.keyClick(page.head.entry, Key.Key_F11)
        screen = visits.entry
        assert screen is not None
        while not screen.finish.hasFocus():
            if screen.answer.buttons:
                self.qtbot.keyClick(QApplication.focusWidget(), Key.Key_1)
            else:
                self.qtbot.keyClicks(QApplication.focusWidget(), "12")
            self.qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
        self.qtbot.keyClick(screen.finish, Key.Key_Space)
        self.settle()

    def holds_a_course(self) -> None:
        line = self.line("Lớp")
        tab = in_front(self.window, "training", CoursesTab(self.window.around), self.qtbot)
        tab.make_new()
        new = tab.widget().findChildren(NewCourseWindow)[0]
        new.title.setText("Công cụ 5S")
        new.day.setText("14/6/2021")
        new.verb.click()
        self.qtbot.waitUntil(lambda: tab.page is not None)
        self.settle()
        page = tab.page
        assert page is not None
        for name, words in (("plan_id", self.plan_id), ("date_to", "15/6/2021")):
            page.facts.form.enter(name, words)
        self.settle()
        assert tab.page is not None
        page = tab.page
        page.facts.form.enter("line_id", line)
        page.facts.form.enter("state", "finished")
        page.facts.form.enter("certificate_series", "{số}/{năm}/CN")
        page.sessions.table.add.click()
        QApplication.clipboard().setText(
            "Họ và tên\tNăm sinh\tĐơn vị\nNguyễn Thị An\t1985\tCông ty An Phát\nTrần Văn Bình\t1990\tCông ty Bình Minh"
            "\nLê Thị Cúc\t1970\tSở Công Thương"
        )
        page.pages.setCurrentWidget(page.people)
        page.people.ask_paste()
        self.qtbot.waitUntil(lambda: bool(page.findChildren(PasteWindow)))
        page.findChildren(PasteWindow)[0].verb.click()
        self.qtbot.waitUntil(lambda: tab.page is not page)
        self.settle()
        fresh = tab.page
        fresh.pages.setCurrentWidget(fresh.attendance)
        table = fresh.attendance.table
        table.setCurrentIndex(table.model().index(0, 1))
        QApplication.clipboard().setText("x\nx")
        table._paste()  # noqa: SLF001 - Ctrl+V
        fresh.attendance.results.click()
        fresh.attendance.certify.click()
        fresh.findChildren(AskValues)[0].verb.click()
        self.settle()

    def wins_two_prizes(self) -> None:
        gold = self.line("DN", 30 * M)
        tab = in_front(self.window, "awards", AwardsTab(self.window.around), self.qtbot)
        tab.make_new()
        new = tab.widget().findChildren(NewAwardWindow)[0]
        new.name.setText("Giải thưởng năm 2020")
        new.year.setText("2020")
        new.verb.click()
        self.qtbot.waitUntil(lambda: tab.page is not None)
        self.settle()
        assert tab.page is not None
        tab.page.facts.form.enter("plan_id", self.plan_id)
        self.settle()
        assert tab.page is not None
        tab.page.facts.form.enter("line_id", gold)
        for key in ("u1", "u3"):
            assert tab.page is not None
            tab.page.nominations.add(key)
            self.settle()
        page = tab.page
        assert page is not None
        page.results.prizes.add.click()
        decision = page.results.findChildren(PrizeWindow)[0]
        decision.number.setText("310/QĐ-TTg")
        decision.day.setText("28/4/2021")
        decision.year.setText("2021")
        for choice, name in zip(decision.prizes.values(), (GOLD, NATIONAL), strict=True):
            choice.setCurrentIndex(choice.findData(name))
        decision.verb.click()
        self.settle()

    def moves_cuts_and_pays(self) -> None:
        _, page = self.ledger()
        assert page is not None
        start, end = self.line("Lần", 28_920_000), self.line("Lớp")
        page.table.go_to(start)
        page.transfer.trigger()
        move = page.findChildren(TransferWindow)[-1]
        move.end.setCurrentIndex(move.end.findData(end))
        move.end.activated.emit(move.end.currentIndex())
        move.amount.setText("20.000.000")
        move.amount.textEdited.emit("")
        move.facts.document.setText("70/QĐ")
        move.facts.date.setText("25/6/2021")
        move.verb.click()
        page.table.go_to(next(row.line_id for row in line_rows(page.sheet) if row.label == "I"))
        page.cut.trigger()
        cut = page.findChildren(CutWindow)[-1]
        cut.amount.setText("20 %")
        cut.amount.textEdited.emit("")
        cut.facts.document.setText("1650/QĐ-UBND")
        cut.facts.date.setText("20/7/2021")
        cut.verb.click()
        for line, amount, day in ((end, "40.000.000", "25/8/2021"), (self.line("Năm"), "9.500.000", "12/1/2022")):
            page.table.go_to(line)
            page.add_entry()
            entry = page.findChildren(EntryWindow)[-1]
            for name, words in (("amount", amount), ("date", day), ("document", "UNC")):
                entry.fields[name].setText(words)
                entry.fields[name].textEdited.emit(words)
            entry.fields["date"].editingFinished.emit()
            entry.kind.setCurrentIndex(entry.kind.findData("paid"))
            entry.kind.activated.emit(entry.kind.currentIndex())
            assert entry.year.currentData() == 2021
            entry.verb.click()
        self.settle()

    def reports(self, kind: int, cutoff: str) -> ReportPage:
        tab = in_front(self.window, "reports", ReportsTab(self.window.around), self.qtbot)
        tab.make_new()
        self.qtbot.waitUntil(lambda: bool(tab.widget().findChildren(NewReportWindow)))
        asking = tab.widget().findChildren(NewReportWindow)[0]
        asking.plan.setCurrentIndex(asking.plan.findData(self.plan_id))
        asking.kind.setCurrentIndex(kind)
        asking.cutoff.setText(cutoff)
        asking.verb.click()
        self.settle()
        self.qtbot.waitUntil(lambda: tab.page is not None)
        assert tab.page is not None
        return tab.page


@pytest.fixture
def clerk(dressed: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Clerk]:
    monkeypatch.setenv("NSCL_HOME", str(tmp_path / "home"))
    path = tmp_path / "nscl.db"
    plan_id = new_file(path)
    caller = Caller()
    office = open_office(path, caller.call)
    with shown(office, tmp_path, qtbot) as window:
        yield Clerk(window, office, qtbot, path, plan_id)
    office.shelf.close()


def money_of(page: ReportPage, part: str) -> tuple[int, ...]:
    """Được giao, cam kết, đã chi of all rows of one division."""
    rows = [each for each in page.sheet.money() if each.part == part]
    return tuple(sum(getattr(each, name) or 0 for each in rows) for name in ("current", "committed", "paid"))


OURS = """
SELECT i.id FROM line i JOIN line s ON s.id = i.place_parent OR s.id = i.id WHERE s.label IN ('I', 'II', 'III')
UNION SELECT p.id FROM line p JOIN line i ON i.id = p.place_parent AND i.label = '7'
"""
"""Lines of the sections that the office leads itself."""
ENDED = "SELECT id FROM dossier WHERE state = 'ended' AND state_on <= ?1"
MONEY = f"""
SELECT
    (SELECT sum(CASE kind WHEN 'cut' THEN -amount ELSE amount END) FROM ledger_entry
     WHERE kind IN ('allotted', 'moved', 'cut') AND date <= ?1 AND line_id IN ({OURS})),
    (SELECT coalesce(sum(amount), 0) FROM ledger_entry WHERE kind = 'paid' AND date <= ?1)
    + (SELECT sum(value) FROM contract WHERE date <= ?1 AND dossier_id NOT IN ({ENDED})),
    (SELECT coalesce(sum(amount), 0) FROM ledger_entry WHERE kind = 'paid' AND date <= ?1)
    + (SELECT sum(CASE move WHEN 'recovery' THEN -amount ELSE amount END) FROM payment WHERE date <= ?1)
"""  # noqa: S608 - written here
"""Được giao, cam kết, đã chi of a day, entries and dossiers added up without the program."""
DONE = f"""
SELECT
    (SELECT count(*) FROM course WHERE kind = 'held' AND state = 'finished' AND date_to <= ?1),
    (SELECT count(*) FROM stage_step WHERE stage = 'accepted' AND done_on <= ?1 AND dossier_id NOT IN ({ENDED})),
    (SELECT count(*) FROM prize WHERE year = 2021 AND decided_on <= ?1)
"""  # noqa: S608 - likewise
"""Courses held, systems accepted, prizes won by a day."""


def figures_of(page: ReportPage) -> dict[str, int]:
    """What the report says was done, by unit of the target (the first of each)."""
    found: dict[str, int] = {}
    for each in page.sheet.figures():
        if each.done is not None:
            found.setdefault(each.unit or each.counted_unit, int(each.done))
    return found


def test_a_year_from_the_issued_plan_to_its_reports(clerk: Clerk) -> None:
    clerk.issues_the_plan()
    clerk.gives_the_year_its_money()
    clerk.chooses_two_of_three()
    clerk.signs_contracts()
    clerk.holds_a_course()
    clerk.wins_two_prizes()
    clerk.lets_one_go_and_takes_another()
    clerk.notes_another_director()
    clerk.visits_the_first()
    clerk.accepts_the_first()
    clerk.moves_cuts_and_pays()
    clerk.pays(clerk.dossiers(), "d1", "payment", "30.000.000", "18/1/2022")
    for kind, cutoff, day, money, done in (
        (0, "30/6/2021", "2021-06-30", (1_387_290_000, 100 * M, 40 * M), (1, 0, 2)),
        (1, "31/1/2022", "2022-01-31", (1_379_170_000, 99_500_000, 99_500_000), (1, 1, 2)),
    ):
        report = clerk.reports(kind, cutoff)
        assert clerk.sql(MONEY, day) == [money]
        assert money_of(report, "section") == money_of(report, "source") == money
        assert clerk.sql(DONE, day) == [done]
        figures = figures_of(report)
        prizes = len(report.sheet.rows("prizes"))
        assert (figures.pop("khóa đào tạo"), figures.pop("hệ thống"), prizes) == done
        assert set(figures.values()) == {0}
    assert clerk.sql("SELECT count(*), count(DISTINCT person_id) FROM enrolment WHERE state = 'passed'") == [(2, 2)]
    assert clerk.sql("SELECT count(*), sum(amount) FROM prize") == [(2, 50 * M)]
    assert clerk.sql("SELECT count(*) FROM visit WHERE state = 'finished'") == [(1,)]
    assert clerk.sql("SELECT representative FROM enterprise WHERE id = 'u1'") == [("Trần Thị Mới",)]
