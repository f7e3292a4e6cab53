"""Section Báo cáo định kỳ as a clerk uses it: drafted, told what has changed, renewed, sent, frozen, taken back."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from nscl_desktop.domain.changes import change_set, inserted
from nscl_desktop.domain.counting_rules import SentReport
from nscl_desktop.domain.errors import UnreadableFileError
from nscl_desktop.domain.periodic_reports import SENT, ReportFigure
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.supports import Dossier, DossierItem, StageStep
from nscl_desktop.domain.targets import Obligation
from nscl_desktop.ui.reporting.report_page import ReportPage
from nscl_desktop.ui.reporting.report_windows import NewReportWindow, SendWindow
from nscl_desktop.ui.tabs.periodic_reports import ReportsTab
from tests.reporting.tay_ninh_year import PLAN, RECORDS, D
from tests.ui.offices import MemoryOffice, office_with
from tests.ui.windows import Opened, in_front, rest

LATE: list[Record] = [
    Dossier(id="d4", enterprise_id="b", code="D4", title="Áp dụng 5S", plan_id=PLAN.id, year=2021),
    DossierItem(id="i4", dossier_id="d4", kind_id="5s", quantity=D(1), unit="công cụ"),
    StageStep(id="s9", dossier_id="d4", stage="accepted", done_on="2021-05-05"),
]


@pytest.fixture
def office() -> MemoryOffice:
    return office_with(*RECORDS)


def tab_of(window: Opened, qtbot: QtBot) -> ReportsTab:
    return in_front(window, "reports", ReportsTab(window.around), qtbot)


def drafted(tab: ReportsTab, window: Opened, qtbot: QtBot) -> ReportPage:
    """A report of the half year, made through the window."""
    tab.make_new()
    qtbot.waitUntil(lambda: bool(tab.widget().findChildren(NewReportWindow)))
    asking = tab.widget().findChildren(NewReportWindow)[0]
    asking.kind.setCurrentIndex(0)
    assert (asking.first.text(), asking.last.text(), asking.cutoff.text()) == ("2021", "2021", "30/6/2021")
    asking.verb.click()
    rest(window, qtbot)
    return page_of(tab, qtbot)


def page_of(tab: ReportsTab, qtbot: QtBot) -> ReportPage:
    qtbot.waitUntil(lambda: tab.page is not None)
    assert tab.page is not None
    return tab.page


def tools(page: ReportPage) -> ReportFigure:
    return next(each for each in page.sheet.figures() if each.unit == "công cụ")


def test_an_empty_section_says_what_belongs_there(window: Opened, qtbot: QtBot) -> None:
    tab = tab_of(window, qtbot)
    qtbot.waitUntil(tab.nothing.isVisible)
    assert tab.nothing.title.text() == "Chưa có báo cáo nào"


def test_a_figure_that_has_changed_is_told_and_can_be_renewed(
    window: Opened, qtbot: QtBot, office: MemoryOffice
) -> None:
    tab = tab_of(window, qtbot)
    page = drafted(tab, window, qtbot)
    assert tools(page).total == 3
    assert page.stale.text() == ""
    office.register.add(change_set("Ghi muộn", map(inserted, LATE)))
    tab.read_again()
    rest(window, qtbot)
    page = page_of(tab, qtbot)
    assert tools(page).total == 3
    assert page.sheet.stale_words(tools(page)) == "Lũy kế: 3 → 4; Trong kỳ: 3 → 4"
    assert page.stale.text() == "1 dòng số liệu đã đổi"
    page.renew.click()
    assert tools(page).total == 4
    assert page.stale.text() == ""
    page.undo()
    assert tools(page).total == 3


def test_a_sent_report_keeps_its_figures_and_lists_until_it_is_taken_back(
    window: Opened, qtbot: QtBot, office: MemoryOffice
) -> None:
    tab = tab_of(window, qtbot)
    page = drafted(tab, window, qtbot)
    duty = next(
        each for each in RECORDS if isinstance(each, Obligation) and each.from_party == "Sở Khoa học và Công nghệ"
    )
    page.form.enter("obligation_id", duty.id)
    page.send.click()
    asking = page.findChildren(SendWindow)[0]
    asking.day.setText("xx")
    asking.verb.click()
    assert asking.message.text()
    asking.day.setText("5/7/2021")
    asking.verb.click()
    rest(window, qtbot)
    page = page_of(tab, qtbot)
    assert page.report is not None
    assert page.report.state == SENT
    assert [each.sent_on for each in page.desk.book.table(SentReport).values()] == ["2021-07-05"]
    office.register.add(change_set("Ghi muộn", map(inserted, LATE)))
    tab.read_again()
    rest(window, qtbot)
    page = page_of(tab, qtbot)
    assert (page.stale.text(), len(page.sheet.rows("dossiers"))) == ("", 3)
    assert tools(page).total == 3
    assert not page.form.field("summary").is_open
    page.send.click()  # now: Rút về nháp
    rest(window, qtbot)
    page = page_of(tab, qtbot)
    assert (page.stale.text(), len(page.sheet.rows("dossiers"))) == ("1 dòng số liệu đã đổi", 4)
    with office.register.store.reading() as connection:
        assert connection.execute(f"SELECT count(*) FROM {SentReport.entity}").fetchone() == (0,)  # noqa: S608 - own name


def test_an_estimate_is_typed_and_everything_else_is_not(window: Opened, qtbot: QtBot) -> None:
    page = drafted(tab_of(window, qtbot), window, qtbot)
    model = page.figures.table.model
    row = model.row_of(tools(page).id)
    assert model.setData(model.index(row, 0), "4")
    assert tools(page).estimate == 4
    refused: list[str] = []
    window.around.voice.refused.connect(refused.append)
    assert not model.setData(model.index(row, 5), "99")
    page.figures.table.add.click()
    assert "lấy từ kế hoạch" in refused[0]


def test_a_draft_is_deleted_and_comes_back(window: Opened, qtbot: QtBot, office: MemoryOffice) -> None:
    tab = tab_of(window, qtbot)
    drafted(tab, window, qtbot)
    said: list[object] = []
    window.around.voice.done.connect(lambda _words, _verb, undo: said.append(undo))
    tab.delete.trigger()
    rest(window, qtbot)
    assert list(office.reports.rows()) == []
    back = said[0]
    assert callable(back)
    back()
    rest(window, qtbot)
    assert len(office.reports.rows()) == 1
    assert len(page_of(tab, qtbot).sheet.figures()) == 9


def test_a_report_is_printed_and_filled_into_the_word_template(
    window: Opened, qtbot: QtBot, tmp_path: Path, office: MemoryOffice
) -> None:
    page = drafted(tab_of(window, qtbot), window, qtbot)
    page.pages.setCurrentWidget(page.printing)
    rest(window, qtbot)
    printed = page.printing.page
    assert printed is not None
    qtbot.waitUntil(lambda: printed.preview.paper is not None)
    page.printing.write_letter(tmp_path / "a.docx")
    rest(window, qtbot)
    assert (tmp_path / "a.docx").read_bytes()[:2] == b"PK"
    own = office.folder / "bao-cao"
    own.mkdir(parents=True)
    (own / "bao-cao-dinh-ky.docx").write_bytes(b"no Word file")
    with pytest.raises(UnreadableFileError, match="không phải là tệp Word"):
        office.reports.write_letter(page.printing.printing.values(printed.head), tmp_path / "b.docx")
