"""Tab Tổng quan in the window: figures, what is behind them, rules, reports marked as sent."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from nscl_desktop.domain.changes import ChangeSet, inserted
from nscl_desktop.domain.counting_rules import CountingRule, DayOff, PublishedFigure, SentReport
from nscl_desktop.domain.explanations import Explanation, Part
from nscl_desktop.domain.plans import ISSUED, Period, Plan
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.supports import Dossier, DossierItem, StageStep, SupportKind
from nscl_desktop.domain.targets import Obligation, Target
from nscl_desktop.domain.work import WorkItem
from nscl_desktop.storage.rows import read_records
from nscl_desktop.ui.explaining.explanation_window import ExplanationWindow
from nscl_desktop.ui.explaining.slip_window import SlipWindow
from nscl_desktop.ui.overview.days_off_window import DaysOffWindow
from nscl_desktop.ui.overview.figures_window import FiguresWindow
from nscl_desktop.ui.overview.paper_window import OverviewPaperWindow
from nscl_desktop.ui.overview.rule_window import RuleWindow
from nscl_desktop.ui.tabs.overview import OverviewTab
from tests.enterprises.registers import unit, write
from tests.ui.offices import MemoryOffice, office_with
from tests.ui.windows import Opened, in_front, rest, shown

Key = Qt.Key
YEAR = date.today().year  # noqa: DTZ011 - the radar tells days from the clerk's own day


def records() -> list[Record]:
    today = date.today().isoformat()  # noqa: DTZ011 - as above
    return [
        Plan(id="p", code="KH", title="Kế hoạch thử", year_from=YEAR - 1, year_to=YEAR, status=ISSUED),
        Period(id="k", plan_id="p", year_from=YEAR - 1, year_to=YEAR),
        Target(id="t1", plan_id="p", position="a1", text="Hỗ trợ 02 hệ thống", comparison="at_least", value=Decimal(2),
               unit="hệ thống", period_id="k"),
        Target(id="t2", plan_id="p", position="a2", text="Ít nhất 10 chuyên gia", value=Decimal(10), unit="chuyên gia"),
        Obligation(id="o", plan_id="p", text="Báo cáo năm", day=int(today[8:]), month=int(today[5:7]),
                   strictly_before=False),
        WorkItem(id="w", title="Hội nghị", due_on=today),
        unit("u", "Công ty A"),
        SupportKind(id="iso", code="ISO", name="ISO 9001", group="system", unit="hệ thống"),
        Dossier(id="d", enterprise_id="u", code="HS-1", title="ISO 9001", plan_id="p", year=YEAR),
        DossierItem(id="i", dossier_id="d", kind_id="iso"),
        StageStep(id="s", dossier_id="d", stage="accepted", done_on=today),
    ]  # fmt: skip


@pytest.fixture
def office() -> MemoryOffice:
    return office_with(*records())


@pytest.fixture
def opened(office: MemoryOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[Opened]:
    with shown(office, tmp_path, qtbot) as found:
        yield found


@pytest.fixture
def tab(opened: Opened, qtbot: QtBot) -> OverviewTab:
    return in_front(opened, "overview", OverviewTab(opened.around), qtbot)


def stored(office: MemoryOffice, kind: type[Record]) -> list[Record]:
    with office.register.store.reading() as connection:
        return list(read_records(connection, kind))


def window_of(kind: type[QWidget], opened: Opened, qtbot: QtBot) -> QWidget:
    rest(opened, qtbot)
    (found,) = [each for each in opened.window.findChildren(kind) if each.isVisible()]
    return found


def texts(tab: OverviewTab, column: int) -> list[str]:
    table = tab.page.targets
    cells = (table.item(at, column) for at in range(table.rowCount()))
    return [cell.text() for cell in cells if cell]


def test_a_plan_is_shown_with_its_four_figures(tab: OverviewTab) -> None:
    page = tab.page
    assert page.plan.currentText() == "KH · Kế hoạch thử"
    assert [card.figure.text() for card in page.cards] == ["0", "0", "0/2", "2"]
    assert texts(tab, 4) == ["Chưa đếm", "Chưa đếm"]
    assert page.propose.text() == "Lấy 2 cách đếm đề xuất"


def test_proposals_are_taken_over_and_count(
    tab: OverviewTab, opened: Opened, office: MemoryOffice, qtbot: QtBot
) -> None:
    tab.page.propose.click()
    rest(opened, qtbot)
    assert len(stored(office, CountingRule)) == 2
    assert texts(tab, 2) == ["1 hệ thống", "0 chuyên gia"]
    assert not tab.page.propose.isVisible()


def test_f4_on_a_target_opens_what_it_counts_and_enter_the_record(
    tab: OverviewTab, opened: Opened, qtbot: QtBot
) -> None:
    tab.page.propose.click()
    rest(opened, qtbot)
    wanted: list[tuple[str, str]] = []
    opened.around.voice.record_wanted.connect(lambda entity, key: wanted.append((entity, key)))
    tab.page.targets.setFocus()
    qtbot.keyClick(tab.page.targets, Key.Key_F4)
    window = window_of(ExplanationWindow, opened, qtbot)
    assert isinstance(window, ExplanationWindow)
    assert window.figure.text() == "1 hệ thống"
    qtbot.keyClick(window.table, Key.Key_Return)
    assert wanted == [("dossier", "d")]


def test_the_other_figures_are_explained_too(tab: OverviewTab, opened: Opened, qtbot: QtBot) -> None:
    for asked, words in (
        ("card|money", "0 đồng"), ("card|paid", "0 đồng"), ("card|targets", "0/2 chỉ tiêu"), ("card|due", "2 dòng"),
        ("radar", ""), (f"bar|paid|{YEAR}", "0 đồng"),
    ):  # fmt: skip
        tab.page.asked.emit(asked)
        window = window_of(ExplanationWindow, opened, qtbot)
        assert isinstance(window, ExplanationWindow)
        assert words in window.figure.text()
        window.reject()
        QApplication.processEvents()


def test_a_report_is_marked_as_sent_and_the_mark_taken_back(
    tab: OverviewTab, opened: Opened, office: MemoryOffice, qtbot: QtBot
) -> None:
    radar = tab.page.radar
    row = next(at for at, line in enumerate(tab.page.overview.radar if tab.page.overview else ()) if line.due)
    radar.setCurrentCell(row, 0)
    tab.page.sent.click()
    rest(opened, qtbot)
    (sent,) = stored(office, SentReport)
    assert isinstance(sent, SentReport)
    assert (sent.obligation_id, sent.year, sent.person) == ("o", YEAR, "Trần Thị Thử")
    assert radar.rowCount() == 1
    opened.furniture.toast.button.click()
    rest(opened, qtbot)
    assert stored(office, SentReport) == []


def test_a_rule_is_written_in_its_window(tab: OverviewTab, opened: Opened, office: MemoryOffice, qtbot: QtBot) -> None:
    tab.page.targets.setCurrentCell(0, 0)
    tab.page.rule.click()
    window = window_of(RuleWindow, opened, qtbot)
    assert isinstance(window, RuleWindow)
    assert "tính theo hệ thống" in window.words.text()
    counted = window.choices["counted"]
    counted.setCurrentIndex(counted.findData("published"))
    window.verb.click()
    assert window.message.text() == "Cách đếm theo số công bố cần tên chỉ tiêu; hãy chọn hoặc nhập chỉ tiêu."
    counted.setCurrentIndex(counted.findData("dossier"))
    window.choices["base"].setCurrentIndex(window.choices["base"].findData("register"))
    window.texts["tolerance"].setText("mười")
    assert window.message.text().startswith("“Khoảng” được thấp hơn")
    window.texts["tolerance"].setText("10 %")
    window.lists["kinds"].tick(["llc_one"])
    window.confirmed.setChecked(True)
    window.verb.click()
    rest(opened, qtbot)
    (rule,) = stored(office, CountingRule)
    assert isinstance(rule, CountingRule)
    assert (rule.counted, rule.base, rule.kinds, rule.tolerance, rule.confirmed) == (
        "dossier", "register", ("llc_one",), Decimal(10), True,
    )  # fmt: skip
    tab.page.rule.click()
    again = window_of(RuleWindow, opened, qtbot)
    assert isinstance(again, RuleWindow)
    again.drop.click()
    rest(opened, qtbot)
    assert stored(office, CountingRule) == []


def test_published_figures_are_added_and_deleted(
    tab: OverviewTab, opened: Opened, office: MemoryOffice, qtbot: QtBot
) -> None:
    tab.figures.trigger()
    window = window_of(FiguresWindow, opened, qtbot)
    assert isinstance(window, FiguresWindow)
    window.indicator.setText("GRDP")
    for year, value, message in (
        ("24", "", "Năm phải gồm bốn chữ số"), ("2024", "chín", "Không đọc được giá trị"), ("2024", "9,5", "nguồn"),
    ):  # fmt: skip
        window.year.setText(year)
        window.value.setText(value)
        window.verb.click()
        assert message in window.message.text()
    window.source.setText("Niên giám thống kê")
    window.verb.click()
    rest(opened, qtbot)
    (figure,) = stored(office, PublishedFigure)
    assert isinstance(figure, PublishedFigure)
    assert (figure.indicator, figure.year, figure.value) == ("GRDP", 2024, Decimal("9.5"))
    window.delete.click()
    rest(opened, qtbot)
    assert stored(office, PublishedFigure) == []


def test_days_off_are_proposed_added_and_deleted(
    tab: OverviewTab, opened: Opened, office: MemoryOffice, qtbot: QtBot
) -> None:
    tab.days.trigger()
    window = window_of(DaysOffWindow, opened, qtbot)
    assert isinstance(window, DaysOffWindow)
    window.day.setText("1/2026")
    window.verb.click()
    assert "cần đủ ngày" in window.message.text()
    window.day.setText("10/1/2026")
    window.verb.click()
    rest(opened, qtbot)
    window.delete.click()
    rest(opened, qtbot)
    assert stored(office, DayOff) == []
    window.proposals[0].click()
    rest(opened, qtbot)
    assert len(stored(office, DayOff)) >= 11
    window.proposals[0].click()
    assert window.message.text() == "Đã có đủ các ngày được đề xuất của năm này."


def test_keys_go_from_figures_to_bars_radar_and_targets(tab: OverviewTab, opened: Opened, qtbot: QtBot) -> None:
    page = tab.page
    stations = []
    for _ in range(4):
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_F6)
        stations.append(page.focused().split("|")[0])
    assert stations == ["bar", "radar", "target", "card"]
    page.chart.setFocus()
    first = page.chart.ref
    qtbot.keyClick(page.chart, Key.Key_Down)
    assert page.chart.ref != first
    qtbot.keyClick(page.chart, Key.Key_Up)
    qtbot.keyClick(page.chart, Key.Key_Tab)
    with qtbot.waitSignal(page.asked) as asked:
        qtbot.keyClick(page.chart, Key.Key_Return)
    assert asked.args == [f"bar|{first}"]
    with qtbot.waitSignal(page.asked):
        qtbot.mouseClick(page.chart, Qt.MouseButton.LeftButton, pos=page.chart._areas()[1].center())  # noqa: SLF001 - where a bar stands
    rest(opened, qtbot)


def test_views_of_money_and_years_follow_the_choice(tab: OverviewTab, opened: Opened, qtbot: QtBot) -> None:
    tab.page.views.button(1).click()
    assert tab.page.view == "sections"
    tab.page.year.setCurrentIndex(1)
    tab.page.year.activated.emit(1)
    rest(opened, qtbot)
    assert tab.page.cards[0].title.text() == f"Kinh phí năm {YEAR - 1}, triệu đồng"
    tab.page.plan.activated.emit(0)
    rest(opened, qtbot)
    assert tab.page.overview is not None
    assert tab.page.overview.year is None


def test_the_overview_is_printed_as_it_is_seen(tab: OverviewTab, opened: Opened, qtbot: QtBot) -> None:
    tab.print.trigger()
    window = window_of(OverviewPaperWindow, opened, qtbot)
    assert isinstance(window, OverviewPaperWindow)
    assert window.preview.pages.page_count >= 1


def test_coming_back_reads_only_what_was_saved_since(
    tab: OverviewTab, opened: Opened, office: MemoryOffice, qtbot: QtBot
) -> None:
    before = tab.page.overview
    tab.come_in_front()
    rest(opened, qtbot)
    assert tab.page.overview is before
    write(office.register.store, ChangeSet("Thêm", (inserted(WorkItem(id="w2", title="Việc")),)))
    tab.come_in_front()
    rest(opened, qtbot)
    assert tab.page.overview is not before
    tab.go_to_findings()
    assert window_of(ExplanationWindow, opened, qtbot).isVisible()
    tab.settle()
    tab.open_record("plan", "p")


def test_without_a_plan_the_screen_says_where_to_begin(tmp_path: Path, qtbot: QtBot) -> None:
    with shown(office_with(), tmp_path, qtbot) as opened:
        tab = in_front(opened, "overview", OverviewTab(opened.around), qtbot)
        assert tab.nothing.isVisible()
        assert tab.nothing.title.text() == "Chưa có kế hoạch nào"
        tab.explain.trigger()
        tab.print.trigger()


def test_an_explanation_goes_in_and_out_and_onto_the_clipboard_and_paper(
    tab: OverviewTab, opened: Opened, qtbot: QtBot
) -> None:
    inside = Explanation("Năm 2024", "2", "đơn vị", parts=(Part("Không mở được", "", "2"),))
    whole = Explanation("Tổng", "5", "đơn vị", "Cộng", (Part("Năm 2024", "", "2", inside=inside),), ("Lưu ý",))
    window = ExplanationWindow(opened.around, whole, opened.window)
    window.show()
    assert window.verb.text() == "Xem bên trong"
    window.verb.click()
    assert (window.title.text(), window.up.isVisible(), window.verb.isEnabled()) == ("Năm 2024", True, False)
    window.up.click()
    assert window.title.text() == "Tổng"
    window.copy.click()
    assert QApplication.clipboard().text().startswith("Tổng\n5 đơn vị\tCộng")
    window.print.click()
    slip = window_of(SlipWindow, opened, qtbot)
    assert isinstance(slip, SlipWindow)
    qtbot.waitUntil(lambda: slip.page.preview.pages.page_count == 1)
    slip.close()
    window.close()
