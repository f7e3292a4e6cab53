"""Scenes of the demo year: the overview, every section full, and every page of one record of each kind."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QTabWidget, QWidget

from nscl_desktop.office.demo_file import write_demo_file
from nscl_desktop.ui.awards.award_page import AwardPage
from nscl_desktop.ui.dossiers.dossier_page import DossierPage
from nscl_desktop.ui.enterprises.unit_page import UnitPage
from nscl_desktop.ui.inspections.visit_page import VisitPage
from nscl_desktop.ui.lazy_tab import LazyTab
from nscl_desktop.ui.ledger.ledger_page import LedgerPage
from nscl_desktop.ui.rounds.round_page import RoundPage
from nscl_desktop.ui.sectioned_tab import SectionedTab
from nscl_desktop.ui.training.course_page import CoursePage
from nscl_desktop.ui.training.person_page import PersonPage
from nscl_desktop.ui.work.work_page import WorkPage
from tests.screens.stage import Stage

PAGES: tuple[tuple[str, type[QWidget], str], ...] = (
    ("enterprise", UnitPage, "SELECT enterprise_id FROM dossier WHERE code = 'MAU-2021-02'"),
    ("dossier", DossierPage, "SELECT id FROM dossier WHERE code = 'MAU-2021-02'"),
    ("selection_round", RoundPage, "SELECT id FROM selection_round"),
    ("visit", VisitPage, "SELECT visit_id FROM recommendation ORDER BY deadline LIMIT 1"),
    ("course", CoursePage, "SELECT id FROM course ORDER BY date_from LIMIT 1 OFFSET 1"),
    ("person", PersonPage, "SELECT person_id FROM enrolment GROUP BY 1 HAVING count(*) = 2 LIMIT 1"),
    ("award_round", AwardPage, "SELECT id FROM award_round WHERE year = 2021"),
    ("work_item", WorkPage, "SELECT work_id FROM work_reminder LIMIT 1"),
    ("budget_year", LedgerPage, "SELECT id FROM budget_year WHERE year = 2021"),
)
"""What is opened, and how its key is found."""


def fill(data: Path) -> None:
    """The demo year itself; it brings the sample plans."""
    data.unlink()
    write_demo_file(data)


def overview(stage: Stage) -> Iterator[str]:
    """The tab Tổng quan over the demo year's plan."""
    stage.until(stage.is_open)
    stage.window.pages.setCurrentIndex(0)
    stage.calm()
    front = stage.window.current_tab
    assert isinstance(front, LazyTab)
    for box in front.widget().findChildren(QComboBox):
        at = next((at for at in range(box.count()) if "MAU" in box.itemText(at)), None)
        if at is not None:
            box.setCurrentIndex(at)
            box.activated.emit(at)
            break
    stage.calm()
    stage.clear()  # the question who works here
    yield "demo-overview"


def sections(stage: Stage) -> Iterator[str]:
    """Every section of every tab, as it stands when it is first looked at."""
    stage.until(stage.is_open)
    stage.calm()
    stage.clear()  # the question who works here
    for number, spec in enumerate(stage.window.specs):
        stage.window.pages.setCurrentIndex(number)
        stage.calm()
        front = stage.window.current_tab
        if isinstance(front, SectionedTab):
            for at in range(front.bar.count()):
                front.bar.setCurrentIndex(at)
                stage.calm()
                yield f"demo-{spec.key}-{at + 1}"


def records(stage: Stage) -> Iterator[str]:
    """Every page of one record of each kind."""
    stage.until(stage.is_open)
    connection = sqlite3.connect(stage.home / "nscl.db")
    keys = {entity: connection.execute(words).fetchone()[0] for entity, _, words in PAGES}
    connection.close()
    for entity, kind, _ in PAGES:
        page = stage.show(entity, keys[entity], kind)
        tabs = getattr(page, "pages", None) or next(iter(page.findChildren(QTabWidget)), None)
        if not isinstance(tabs, QTabWidget):
            yield f"demo-{entity}"
            continue
        for number in range(tabs.count()):
            tabs.setCurrentIndex(number)
            stage.calm()
            yield f"demo-{entity}-{number + 1}"
