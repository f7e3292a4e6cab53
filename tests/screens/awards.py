"""Scenes of the tab Giải thưởng: a round after its decision, praise, the rules."""

from collections.abc import Iterator
from pathlib import Path

from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.changes import ChangeSet, inserted
from nscl_desktop.domain.directory import SalaryBase
from nscl_desktop.storage.opening import open_store
from nscl_desktop.ui.awards.award_page import AwardPage
from nscl_desktop.ui.awards.commendation_page import CommendationPage
from nscl_desktop.ui.awards.prize_window import PrizeWindow
from nscl_desktop.ui.awards.rules_page import RulesPage
from tests.awards.full_round import AWARDS, PLAN, ROUND, full_round, rules
from tests.enterprises.registers import write
from tests.screens.stage import Stage


def fill(data: Path) -> None:
    """The rules and a round that Bình Dương's plan pays for."""
    store = open_store(data)
    plan = next((row.id for row in store.plan_rows() if row.code == PLAN), None)
    lines = store.load_book(plan).table(Line).values() if plan else ()
    line = next((each.id for each in lines if each.text.startswith(AWARDS)), None)
    shipped = [each for each in rules() if not (plan and isinstance(each, SalaryBase))]  # sample plans bring them
    write(store, ChangeSet("Thêm", tuple(map(inserted, [*shipped, *full_round(plan, line)]))))
    store.close()


def award_round(stage: Stage) -> Iterator[str]:
    """Every page of a round, and the window of a decision."""
    page = stage.show("award_round", ROUND, AwardPage)
    for number in range(page.pages.count()):
        page.pages.setCurrentIndex(number)
        stage.calm()
        yield f"award-{number + 1}"
    page.pages.setCurrentWidget(page.results)
    page.results.prizes.add.click()
    stage.until(lambda: bool(page.results.findChildren(PrizeWindow)))
    yield "award-decision"


def praise_and_rules(stage: Stage) -> Iterator[str]:
    """Praise with its list on paper, and every page of the rules."""
    stage.show("commendation", "aw-k0", CommendationPage)
    yield "praise"
    tab = next(at for at, spec in enumerate(stage.window.specs) if spec.key == "awards")
    stage.section(tab, "Quy chế, mức thưởng")
    stage.until(lambda: any(each.isVisible() for each in stage.window.findChildren(RulesPage)))
    page = next(each for each in stage.window.findChildren(RulesPage) if each.isVisible())
    for number in range(page.pages.count()):
        page.pages.setCurrentIndex(number)
        stage.calm()
        yield f"rules-{number + 1}"
