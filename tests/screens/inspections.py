"""Scenes of the tab Kiểm tra over a file in use: visits, the entry screen with photos, check lists, a survey."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QTabWidget

from nscl_desktop.domain.changes import ChangeSet, inserted
from nscl_desktop.domain.inspections import FINISHED, SURVEY, Checklist, Recommendation, Visit
from nscl_desktop.exchange.shipped_checklists import shipped_checklists
from nscl_desktop.storage.opening import open_store
from nscl_desktop.ui.inspections.visit_page import VisitPage
from nscl_desktop.ui.sectioned_tab import SectionedTab
from nscl_desktop.ui.surveys.survey_page import SurveyPage
from nscl_desktop.ui.tabs.visits import VisitsTab
from tests.enterprises.full_unit import UNIT
from tests.enterprises.registers import write
from tests.inspections import survey
from tests.photos import phone_photo
from tests.screens.stage import Stage
from tests.ui import inspected

INSPECTIONS = 3
_DEADLINES = ("2025-12-15", "2026-03-20", "2029-06-30")
_NOTE = "Hồ sơ lưu tại phòng Kỹ thuật, còn thiếu bản cam kết đối ứng kinh phí có chữ ký của người đại diện pháp luật"


def fill(data: Path) -> None:
    """Shipped check lists in use, a draft and a visit with recommendations, a survey of 50 units."""
    store = open_store(data)
    inspected.fill(store)
    lists = [each[0] for each in shipped_checklists() if isinstance(each[0], Checklist) and each[0].purpose != SURVEY]
    there = {each.id for each in survey.questionnaire()}
    visits = [
        Visit(id="draft", enterprise_id=UNIT.id, checklist_id=lists[0].id, date="2026-03-05"),
        Visit(
            id="advised", enterprise_id="e1", checklist_id=lists[0].id, date="2026-02-20", number="04", state=FINISHED
        ),
        *(_advice(at, day) for at, day in enumerate(_DEADLINES)),
    ]
    surveyed = [each for each in survey.records() if each.id not in there]
    write(store, ChangeSet("Thêm", tuple(map(inserted, [UNIT, *visits, *surveyed]))))
    store.close()


def entry(stage: Stage) -> Iterator[str]:
    """The entry screen: the first questions, an answer, what is missing, photos and what is said about them."""
    stage.show("visit", "draft", VisitPage)
    visits = _section(stage)
    visits.open_entry()
    screen = visits.entry
    assert screen is not None
    yield "entry-first"
    screen.answer.press(2)
    screen.note.setText(_NOTE)
    yield "entry-answered"
    for number in range(2, 6):
        screen.go(1)
        yield f"entry-question-{number}"
    assert screen.photos is not None
    screen.photo.click()
    folder = stage.home / "Máy ảnh"
    folder.mkdir(exist_ok=True)
    screen.photos.take([phone_photo(folder / f"Kho {seed}.jpg", seed=seed) for seed in (1, 2, 3)])
    stage.calm()
    yield "entry-photos"
    screen.lacking.click()
    yield "entry-lacking"
    visits.toggle_entry()
    yield "entry-left"


def visits(stage: Stage) -> Iterator[str]:
    """Every page of a draft and of a visit with recommendations, and the windows of the section."""
    for key in ("draft", "advised"):
        page = stage.show("visit", key, VisitPage)
        yield from _pages_of(stage, page.pages, f"visit-{key}")
    asking = _section(stage).asking
    for name, ask in (("visit-new", asking.make_new), ("visit-blank-form", asking.show_blank)):
        ask()
        yield name


def other_sections(stage: Stage) -> Iterator[str]:
    """Plans of inspections, recommendations, check lists, the survey with its charts."""
    for number, title in enumerate(("Đợt kiểm tra", "Kiến nghị", "Bảng kiểm"), start=2):
        stage.section(INSPECTIONS, title)
        yield f"inspections-{number}"
        for tabs in stage.window.findChildren(QTabWidget):
            if tabs.isVisible() and tabs is not stage.window.pages:
                yield from _pages_of(stage, tabs, f"inspections-{number}")
    stage.section(INSPECTIONS, "Khảo sát")
    stage.until(lambda: any(each.isVisible() for each in stage.window.findChildren(SurveyPage)))
    page = next(each for each in stage.window.findChildren(SurveyPage) if each.isVisible())
    yield from _pages_of(stage, page.pages, "survey")
    page.pages.setCurrentIndex(0)
    page.grouping.setCurrentIndex(1)
    page.grouping.activated.emit(1)
    yield "survey-grouped"
    page.table.opened.emit(2, 1)
    yield "survey-units"


def _advice(at: int, deadline: str) -> Recommendation:
    words = f"{_NOTE} ({at + 1})"
    return Recommendation(
        id=f"r{at}", visit_id="advised", position=f"a{at}", text=words, deadline=deadline, finding=_NOTE
    )


def _section(stage: Stage) -> VisitsTab:
    front = stage.window.current_tab
    assert isinstance(front, SectionedTab)
    section = front.sections[0].tab
    assert isinstance(section, VisitsTab)
    return section


def _pages_of(stage: Stage, tabs: QTabWidget, name: str) -> Iterator[str]:
    for number in range(tabs.count()):
        tabs.setCurrentIndex(number)
        stage.calm()
        yield f"{name}-{number + 1}"
