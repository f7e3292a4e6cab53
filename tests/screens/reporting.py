"""Scenes of the tab Báo cáo: a half year of Tây Ninh's plan with a figure that has changed since it was drafted."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from nscl_desktop.domain.changes import change_set, inserted
from nscl_desktop.domain.counting_rules import PublishedFigure
from nscl_desktop.domain.growth_records import GrowthInput, GrowthStudy
from nscl_desktop.domain.money_tables import TABLE_KINDS
from nscl_desktop.domain.periodic_reports import HALF_YEAR
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.domain.supports import DossierItem
from nscl_desktop.services.periodic_reports import new_report, open_report
from nscl_desktop.storage.opening import open_store
from nscl_desktop.storage.report_drafting import draft
from nscl_desktop.ui.reporting.growth_page import GrowthPage
from nscl_desktop.ui.reporting.report_page import ReportPage
from nscl_desktop.ui.sectioned_tab import SectionedTab
from nscl_desktop.ui.tabs import TABS
from nscl_desktop.ui.tabs.money_tables import MoneyTablesTab
from tests.enterprises.registers import write
from tests.reporting.tay_ninh_year import LEDGER, PLAN, REGISTER, D, rules
from tests.screens.stage import Stage

KEY = "bao-cao"
STUDY = GrowthStudy(
    id="tfp", name="TFP tỉnh Tây Ninh 2020-2022", area="Tây Ninh", base_year=2010, unit="tỷ đồng, giá so sánh 2010",
    capital_share=D("0.42"), labour_share=D("0.58"), share_source="Bảng cân đối liên ngành năm 2019",
    depreciation=D("0.05"), published="Đóng góp của TFP", target=D(30), target_to=D(35),
)  # fmt: skip
_SOURCE = "Niên giám thống kê tỉnh năm 2022"
YEARS = [
    GrowthInput(id="t0", study_id="tfp", year=2020, output=D(52000), output_source=_SOURCE, capital=D(118000),
                capital_source="Tổng điều tra kinh tế", labour=D(612000), labour_source=_SOURCE,
                labour_share=D("0.575")),
    GrowthInput(id="t1", study_id="tfp", year=2021, output=D(56264), output_source=_SOURCE, investment=D(16520),
                capital_source=_SOURCE, labour=D(621180), labour_source=_SOURCE, labour_share=D("0.585")),
    GrowthInput(id="t2", study_id="tfp", year=2022, output=D(60202), output_source=_SOURCE, investment=D(16100),
                capital_source=_SOURCE, labour=D(628010), labour_source=_SOURCE, labour_share=D("0.59")),
]  # fmt: skip
PUBLISHED = [
    PublishedFigure(id="cb", indicator="Đóng góp của TFP", year=2021, value=D("41.2"), unit="%", source="Cục Thống kê"),
]


def fill(data: Path) -> None:
    """The report, and a tool that was noted later; the plan itself is there already."""
    store = open_store(data)
    write(store, change_set("Thêm", map(inserted, (*REGISTER, *LEDGER, *rules()))))
    names = PlanRow.__dataclass_fields__
    row = PlanRow(**{name: getattr(PLAN, name) for name in names})
    report = replace(new_report(row, HALF_YEAR, 2021, 2021, "2021-06-30"), id=KEY)
    with store.reading() as connection:
        step = open_report(report, draft(connection, report, lambda _: None))
    write(store, step)
    late = DossierItem(id="muon", dossier_id="d3", kind_id="5s", quantity=D(1), unit="công cụ")
    write(store, change_set("Ghi muộn", [inserted(late)]))
    write(store, change_set("Thêm", map(inserted, (STUDY, *YEARS, *PUBLISHED))))
    store.close()


def reporting(stage: Stage) -> Iterator[str]:
    """Every page of a report."""
    page = stage.show("periodic_report", KEY, ReportPage)
    for number in range(page.pages.count()):
        page.pages.setCurrentIndex(number)
        stage.calm()
        yield f"report-{number + 1}"


def money_tables(stage: Stage) -> Iterator[str]:
    """Every table of money of Tây Ninh's year."""
    stage.section(len(TABS) - 1, "Biểu kinh phí")
    front = stage.window.current_tab
    assert isinstance(front, SectionedTab)
    tab = front.current.make()
    assert isinstance(tab, MoneyTablesTab)
    stage.until(lambda: tab.plan.count() > 0)
    tab.plan.setCurrentIndex(tab.plan.findData(PLAN.id))
    tab.plan.activated.emit(tab.plan.currentIndex())
    stage.calm()
    for number, kind in enumerate(TABLE_KINDS):
        tab.kind.setCurrentIndex(number)
        tab.kind.activated.emit(number)
        stage.calm()
        yield f"money-{kind.key}"


def growth(stage: Stage) -> Iterator[str]:
    """Every page of a study of TFP."""
    page = stage.show("growth_study", STUDY.id, GrowthPage)
    for number in range(page.pages.count()):
        page.pages.setCurrentIndex(number)
        stage.calm()
        yield f"growth-{number + 1}"
