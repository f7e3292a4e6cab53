"""Section TFP as a clerk uses it: a study is set up, its years entered, results follow, faults are told."""

from decimal import Decimal
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from nscl_desktop.domain.counting_rules import PublishedFigure
from nscl_desktop.ui.enterprises.change_window import AskWindow
from nscl_desktop.ui.reporting.growth_page import GrowthPage
from nscl_desktop.ui.tabs.growth import GrowthTab
from tests.ui.offices import MemoryOffice, office_with
from tests.ui.windows import Opened, in_front, rest

D = Decimal
PUBLISHED = PublishedFigure(id="p", indicator="Đóng góp của TFP", year=2021, value=D("41.2"), unit="%", source="NGTK")
FACTS = {
    "capital_share": "0,42", "labour_share": "0,58", "depreciation": "0,05", "target": "30", "published":
    "đóng góp của TFP", "base_year": "2020",
}  # fmt: skip
YEARS = (
    {"output": "52.000", "capital": "118.000", "labour": "612.000", "labour_share": "0,575"},
    {"output": "56.264", "investment": "16.520", "labour": "621.180", "labour_share": "0,585"},
)


@pytest.fixture
def office() -> MemoryOffice:
    return office_with(PUBLISHED)


def study(window: Opened, qtbot: QtBot) -> tuple[GrowthTab, GrowthPage]:
    """DOMAIN's worked example, entered through the window."""
    tab = in_front(window, "reports", GrowthTab(window.around), qtbot)
    tab.make_new()
    asking = tab.widget().findChildren(AskWindow)[0]
    asking.verb.click()
    assert "Tên bảng tính" in asking.message.text()
    asking.fields[0].setText("Tây Ninh")
    asking.verb.click()
    qtbot.waitUntil(lambda: tab.page is not None)
    page = tab.page
    assert page is not None
    for name, text in FACTS.items():
        page.form.enter(name, text)
    rows = page.sheet.years()
    for values in YEARS:
        rows.add()
        record = rows.records()[-1]
        for name, text in values.items():
            rows.enter(record, next(each for each in rows.specs if each.name == name), text)
    return tab, page


def test_the_worked_example_is_entered_and_its_shares_shown(window: Opened, qtbot: QtBot) -> None:
    _, page = study(window, qtbot)
    shown = [page.results.item(0, at) for at in range(9)]
    assert [item.text() for item in shown if item] == [
        "2021", "Tỷ trọng cố định", "8,20", "3,78", "0,87", "3,55", "46,10", "10,61", "43,29",
    ]  # fmt: skip
    by_index = page.results.item(1, 8)
    assert by_index is not None
    assert by_index.text() == "43,12"
    assert page.tried.rowCount() == 5
    assert page.published.rowCount() == 1
    assert page.target.text().endswith("đạt.")
    page.undo()
    assert page.remarks.text() == ""
    assert page.results.rowCount() == 1  # the share of labour is gone, and Törnqvist with it


def test_faults_are_told_and_change_nothing(window: Opened, qtbot: QtBot) -> None:
    _, page = study(window, qtbot)
    page.form.enter("labour_share", "0,6")
    assert "cộng lại bằng 1" in page.remarks.text()
    assert page.results.rowCount() == 0


def test_chart_and_pages_are_drawn_and_exported(window: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    _, page = study(window, qtbot)
    page.pages.setCurrentWidget(page.chart)
    qtbot.waitUntil(lambda: page.chart.paper is not None)
    page.pages.setCurrentWidget(page.print)
    qtbot.waitUntil(lambda: page.print.preview.paper is not None)
    page.print.write(tmp_path / "tfp.xlsx")
    rest(window, qtbot)
    assert (tmp_path / "tfp.xlsx").read_bytes()[:2] == b"PK"


def test_a_study_is_deleted_and_comes_back(window: Opened, qtbot: QtBot, office: MemoryOffice) -> None:
    tab, _ = study(window, qtbot)
    said: list[object] = []
    window.around.voice.done.connect(lambda _words, _verb, undo: said.append(undo))
    tab.delete.trigger()
    rest(window, qtbot)
    assert list(office.growth.rows()) == []
    back = said[0]
    assert callable(back)
    back()
    rest(window, qtbot)
    assert len(office.growth.rows()) == 1
