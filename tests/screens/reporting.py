"""Scenes of the tab Báo cáo: a half year of Tây Ninh's plan with a figure that has changed since it was drafted."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from nscl_desktop.domain.changes import change_set, inserted
from nscl_desktop.domain.periodic_reports import HALF_YEAR
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.domain.supports import DossierItem
from nscl_desktop.services.periodic_reports import new_report, open_report
from nscl_desktop.storage.opening import open_store
from nscl_desktop.storage.report_drafting import draft
from nscl_desktop.ui.reporting.report_page import ReportPage
from tests.enterprises.registers import write
from tests.reporting.tay_ninh_year import LEDGER, PLAN, REGISTER, D, rules
from tests.screens.stage import Stage

KEY = "bao-cao"


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
    store.close()


def reporting(stage: Stage) -> Iterator[str]:
    """Every page of a report."""
    page = stage.show("periodic_report", KEY, ReportPage)
    for number in range(page.pages.count()):
        page.pages.setCurrentIndex(number)
        stage.calm()
        yield f"report-{number + 1}"
