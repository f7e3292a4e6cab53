"""Scenes of the tab Tổng quan: a plan under way with money, counted targets and deadlines, and its windows."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Qt

from nscl_desktop.domain.changes import ChangeSet, inserted
from nscl_desktop.domain.counting_rules import PublishedFigure
from nscl_desktop.domain.enterprises import Certificate
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.supports import Dossier, DossierItem, DossierMoney, StageStep, SupportKind
from nscl_desktop.domain.targets import Target, TargetLink
from nscl_desktop.domain.training import Course, Enrolment, Person
from nscl_desktop.domain.work import WorkItem
from nscl_desktop.services.counting import take_proposed
from nscl_desktop.services.dossier_catalogue import shipped_kinds
from nscl_desktop.storage.opening import open_store
from nscl_desktop.storage.store import Store
from nscl_desktop.ui.explaining.explanation_window import ExplanationWindow
from nscl_desktop.ui.lazy_tab import LazyTab
from nscl_desktop.ui.overview.days_off_window import DaysOffWindow
from nscl_desktop.ui.overview.figures_window import FiguresWindow
from nscl_desktop.ui.overview.paper_window import OverviewPaperWindow
from nscl_desktop.ui.overview.rule_window import RuleWindow
from nscl_desktop.ui.tabs.overview import OverviewTab
from tests.enterprises.registers import unit, write
from tests.screens import ledger
from tests.screens.stage import Stage

OVERVIEW = 0
_NAMES = ("Bột mì Tây Ninh", "Nông sản sạch Cửu Long – Tây Ninh", "Gạch Hòa Bình", "Cao su Dầu Tiếng", "May Trảng Bàng")


def fill(data: Path) -> None:
    """Dossiers of all three plans, courses, certificates, work; rules taken over; Tây Ninh's ledger of 2021."""
    ledger.fill(data)
    store = open_store(data)
    today = dt.date.today()  # noqa: DTZ011 - deadlines are told from the day on which the picture is drawn
    write(store, ChangeSet("Danh mục", tuple(map(inserted, shipped_kinds().kinds))))
    for row in store.plan_rows():
        book = store.load_book(row.id)
        targets = list(book.table(Target).values())
        write(store, take_proposed((each, [each.id], None) for each in targets))
        links = sorted(book.table(TargetLink).values(), key=lambda each: each.id)
        write(store, ChangeSet("Hồ sơ", tuple(map(inserted, _dossiers(row.code, row.id, row.year_from or 0, links)))))
    write(store, ChangeSet("Khác", tuple(map(inserted, _others(today, store)))))
    store.close()


def _dossiers(code: str, plan_id: str, year: int, links: list[TargetLink]) -> list[Record]:
    found: list[Record] = []
    kinds: list[SupportKind] = list(shipped_kinds().kinds)
    chosen = [kind for kind in kinds if kind.group in ("tool", "system", "standard")]
    for at in range(12):
        key, kind = f"{code}-{at}", chosen[at * 3 % len(chosen)]
        if at < len(_NAMES):
            kinds_of = ("llc_more", "cooperative", "joint_stock", "clinic", "school")
            found.append(unit(f"tq-{code}-{at}", f"Công ty TNHH {_NAMES[at]}", kind=kinds_of[at]))
        found += [
            Dossier(
                id=key, enterprise_id=f"tq-{code}-{at % len(_NAMES)}", code=f"HS-{at:02}", title=kind.name,
                plan_id=plan_id, year=year + at % 3, carried_text="2016-2020" if at == 1 else "",
            ),
            DossierItem(id=f"{key}i", dossier_id=key, kind_id=kind.id, quantity=Decimal(1), unit=kind.unit),
            DossierMoney(
                id=f"{key}m", dossier_id=key, line_id=links[at % len(links)].line_id, year=year, source="NSNN",
                amount=40_000_000,
            ),
            StageStep(id=f"{key}a", dossier_id=key, stage="contracted", done_on=f"{year}-05-10"),
        ]  # fmt: skip
        if at % 3:
            found.append(StageStep(id=f"{key}b", dossier_id=key, stage="accepted", done_on=f"{year}-11-10"))
    return found


def _others(today: dt.date, store: Store) -> list[Record]:
    near = (today + dt.timedelta(days=12)).isoformat()
    late = (today - dt.timedelta(days=9)).isoformat()
    plan = next(row.id for row in store.plan_rows() if row.code == "BG-2021-2025")
    people = [Person(id=f"tq-p{at}", name=f"Nguyễn Văn {name.split()[0]}") for at, name in enumerate(_NAMES)]
    unit_id = "tq-BD-2021-2030-0"
    return [
        *people,
        Course(id="tq-l", title="Lớp 5S – Kaizen", plan_id=plan, year=2022, state="finished", date_to="2022-06-03"),
        *(Enrolment(id=f"tq-e{at}", course_id="tq-l", person_id=each.id, state="attended")
          for at, each in enumerate(people)),
        Certificate(id="tq-c1", enterprise_id=unit_id, standard="TCVN ISO 9001", number="12/CN", expires_on=near),
        Certificate(id="tq-c2", enterprise_id=unit_id, standard="HACCP", number="13/CN", expires_on=late),
        WorkItem(id="tq-w", title="Hội nghị sơ kết thực hiện kế hoạch", lead="Sở Khoa học và Công nghệ", due_on=near),
        Dossier(id="tq-d", enterprise_id=unit_id, code="HS-90", title="Áp dụng Lean", year=today.year),
        StageStep(id="tq-s", dossier_id="tq-d", stage="contracted", due_on=late),
        PublishedFigure(
            id="tq-f", indicator="Số cơ sở khám bệnh, chữa bệnh công lập của tỉnh", year=2024, value=Decimal(118),
            unit="cơ sở", source="Sở Y tế, Báo cáo năm 2024",
        ),
    ]  # fmt: skip


def overview(stage: Stage) -> Iterator[str]:
    """Every plan, sections and sources of money, what figures come from, rules, figures, days off, paper."""
    tab = _tab(stage)
    page = tab.page
    for at in range(page.plan.count()):
        page.plan.setCurrentIndex(at)
        page.plan.activated.emit(at)
        stage.calm()
        yield f"overview-{page.plan.itemText(at)[:2].lower()}"
    _choose(tab, stage, "TN")
    for button in page.views.buttons()[1:]:
        button.click()
        page.chart.setFocus(Qt.FocusReason.TabFocusReason)
        stage.calm()
        yield f"overview-money-{page.views.id(button)}"
    for asked in ("card|paid", "card|targets", "card|due", "target"):
        page.targets.setCurrentCell(4, 0)
        page.asked.emit(asked)
        stage.until(lambda: bool(page.window().findChildren(ExplanationWindow)))
        stage.calm()
        yield f"overview-explained-{asked.replace('|', '-')}"
    page.rule.click()
    stage.calm()
    assert page.window().findChildren(RuleWindow)
    yield "overview-rule"
    for action, window in ((tab.figures, FiguresWindow), (tab.days, DaysOffWindow), (tab.print, OverviewPaperWindow)):
        action.trigger()
        stage.calm()
        assert page.window().findChildren(window)
        yield f"overview-{window.__name__}"


def nothing(stage: Stage) -> Iterator[str]:
    """Without a plan."""
    _tab(stage)
    yield "overview-nothing"


def _choose(tab: OverviewTab, stage: Stage, code: str) -> None:
    combo = tab.page.plan
    combo.setCurrentIndex(next(at for at in range(combo.count()) if combo.itemText(at).startswith(code)))
    combo.activated.emit(combo.currentIndex())
    stage.calm()


def _tab(stage: Stage) -> OverviewTab:
    stage.until(stage.is_open)
    stage.window.pages.setCurrentIndex(OVERVIEW)
    front = stage.window.current_tab
    assert isinstance(front, LazyTab)
    stage.until(lambda: front.tab is not None)
    assert isinstance(front.tab, OverviewTab)
    stage.calm()
    return front.tab
