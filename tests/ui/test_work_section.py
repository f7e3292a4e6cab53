"""Section Công việc as a clerk uses it: tasks of the plan taken over, followed, urged, proved; nothing lost."""

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from nscl_desktop.domain.work import DONE, WorkItem, WorkReminder, WorkUnit
from nscl_desktop.ui.dossier_papers.paper_window import PaperWindow
from nscl_desktop.ui.enterprises.change_window import AskWindow
from nscl_desktop.ui.enterprises.unit_picker import UnitPicker
from nscl_desktop.ui.tabs.work import WorkTab
from nscl_desktop.ui.work.take_over_window import TakeOverWindow
from nscl_desktop.ui.work.work_page import WorkPage
from tests.enterprises.registers import unit
from tests.ui.offices import MemoryOffice, office_with
from tests.ui.windows import Opened, in_front, rest
from tests.work.orders import records_of

CHOICE = WorkItem(id="w1", title="Lựa chọn 32 trường học", kind="choice", year=2022, due_on="2022-03-31")
PARTS = (
    WorkUnit(
        id="wu1", work_id="w1", position="a0", name="Trường THPT Ngô Sĩ Liên", group="Trường THPT", state="chosen"
    ),
    WorkReminder(id="wr1", work_id="w1", sent_on="2022-04-02", number="12/CCTĐC", to_party="Sở Giáo dục và Đào tạo"),
)
DONE_WORK = WorkItem(id="w2", title="Khảo sát 50 doanh nghiệp", kind="survey", state=DONE, done_on="2021-10-01")


@pytest.fixture
def office() -> MemoryOffice:
    return office_with(*records_of("TN-2021"))


def tab_of(window: Opened, qtbot: QtBot) -> WorkTab:
    return in_front(window, "doing", WorkTab(window.around), qtbot)


def page_of(tab: WorkTab, qtbot: QtBot, key: str) -> WorkPage:
    qtbot.waitUntil(lambda: tab.page is not None and tab.page.desk.root_id == key)
    assert tab.page is not None
    return tab.page


def urged_by(command: QAction, tab: WorkTab, qtbot: QtBot) -> list[str]:
    """The work in the one letter that a command offers to print."""
    command.trigger()
    qtbot.waitUntil(lambda: bool(tab.widget().findChildren(PaperWindow)))
    printing = tab.widget().findChildren(PaperWindow)[-1]
    qtbot.waitUntil(lambda: bool(printing.sheet.subjects))
    (letter,) = printing.sheet.subjects
    printing.reject()
    rows = letter.values["viec_giao"]
    assert isinstance(rows, tuple)
    return [row["ten"] for row in rows]


def test_an_empty_section_says_what_belongs_there(window: Opened, qtbot: QtBot) -> None:
    tab = tab_of(window, qtbot)
    qtbot.waitUntil(tab.nothing.isVisible)
    assert tab.nothing.title.text() == "Chưa theo dõi việc nào"


def test_tasks_of_a_plan_are_taken_over_in_one_step_that_can_be_undone(window: Opened, qtbot: QtBot) -> None:
    tab = tab_of(window, qtbot)
    tab.take_over()
    qtbot.waitUntil(lambda: bool(tab.widget().findChildren(TakeOverWindow)))
    taking = tab.widget().findChildren(TakeOverWindow)[0]
    qtbot.waitUntil(lambda: taking.tasks.list.count() == 27)
    assert taking.year.text() == "2021"
    taking.tasks.search.setText("tfp")
    taking.every.click()
    assert len(taking.tasks.ticked) == 3
    said: list[tuple[str, object]] = []
    window.around.voice.done.connect(lambda words, _verb, undo: said.append((words, undo)))
    taking.verb.click()
    rest(window, qtbot)
    assert said[0][0] == "Đã theo dõi 3 nhiệm vụ của kế hoạch TN-2021"
    assert tab.list.list.count() == 3
    assert tab.page is not None
    assert "Kế hoạch giao: II.4.a" in tab.page.order.text()
    tab.take_over()
    qtbot.waitUntil(lambda: bool(tab.widget().findChildren(TakeOverWindow)))
    again = tab.widget().findChildren(TakeOverWindow)[-1]
    qtbot.waitUntil(lambda: again.tasks.list.count() == 24)
    again.reject()
    back = said[0][1]
    assert callable(back)
    back()
    rest(window, qtbot)
    qtbot.waitUntil(tab.nothing.isVisible)


def test_work_is_followed_until_it_is_done(window: Opened, qtbot: QtBot, office: MemoryOffice) -> None:
    tab = tab_of(window, qtbot)
    tab.make_new()
    asking = tab.widget().findChildren(AskWindow)[0]
    asking.verb.click()
    assert "Tên việc" in asking.message.text()
    asking.fields[0].setText("Hội nghị phổ biến năm 2021")
    asking.verb.click()
    qtbot.waitUntil(lambda: tab.page is not None)
    page = tab.page
    assert page is not None
    assert page.item is not None
    page.form.enter("due_on", "30/11/2021")
    page.form.enter("quantity", "1")
    page.form.enter("unit", "hội nghị")
    assert page.state.text().startswith("quá hạn ")
    page.finish.click()
    assert page.item.state == DONE
    assert page.state.text() == "đã xong"
    page.undo()
    assert page.item.state != DONE
    rest(window, qtbot)
    (stored,) = [row.item for row in office.work.rows()]
    assert (stored.title, stored.due_on, stored.done_on) == ("Hội nghị phổ biến năm 2021", "2021-11-30", "")


class TestWithWork:
    """Two pieces of work on file."""

    @pytest.fixture
    def office(self) -> MemoryOffice:
        return office_with(*records_of("BG-2021-2025"), CHOICE, *PARTS, DONE_WORK, unit("e1", "Trạm Y tế xã Hương Mai"))

    def test_late_work_and_reminders_without_an_answer_stand_out(self, window: Opened, qtbot: QtBot) -> None:
        tab = tab_of(window, qtbot)
        page_of(tab, qtbot, "w1")
        late, done = tab.work.entries()
        assert late.state.words.startswith("quá hạn ")
        assert late.waiting == "Đôn đốc ngày 2/4/2022 chưa trả lời"
        assert done.state.words == "đã xong"
        tab.list.filters.chosen.emit("standing", "done")
        assert [each.key for each in tab.work.entries()] == ["w2"]
        tab.open_record("work_item", "w1")
        rest(window, qtbot)
        assert len(tab.work.entries()) == 2

    def test_units_are_chosen_from_the_register_and_counted_by_group(self, window: Opened, qtbot: QtBot) -> None:
        tab = tab_of(window, qtbot)
        page = page_of(tab, qtbot, "w1")
        assert page.counts.text() == "Trường THPT: 1 được chọn trong 1"
        page.unit.click()
        picker = page.findChildren(UnitPicker)[0]
        picker.search.setText("huong mai")
        picker.verb.click()
        units = page.sheet.units()
        names = [units.text(each, units.specs[0]) for each in units.records()]
        assert names == ["Trường THPT Ngô Sĩ Liên", "Trạm Y tế xã Hương Mai"]
        page.undo()
        assert len(units.records()) == 1

    def test_work_that_is_deleted_comes_back_with_its_parts(
        self, window: Opened, qtbot: QtBot, office: MemoryOffice
    ) -> None:
        tab = tab_of(window, qtbot)
        page_of(tab, qtbot, "w1")
        said: list[object] = []
        window.around.voice.done.connect(lambda _words, _verb, undo: said.append(undo))
        tab.delete.trigger()
        rest(window, qtbot)
        assert [row.item.id for row in office.work.rows()] == ["w2"]
        back = said[0]
        assert callable(back)
        back()
        rest(window, qtbot)
        page = page_of(tab, qtbot, "w1")
        assert {each.id for each in page.sheet.parts(WorkUnit)} == {"wu1"}
        assert {each.id for each in page.sheet.parts(WorkReminder)} == {"wr1"}

    def test_reminders_are_printed_for_the_work_in_front_or_for_all_that_is_late(
        self, window: Opened, qtbot: QtBot
    ) -> None:
        tab = tab_of(window, qtbot)
        page_of(tab, qtbot, "w1")
        tab.menus()
        assert tab.letters.isEnabled()
        for command in (tab.letter, tab.letters):
            assert urged_by(command, tab, qtbot) == ["Lựa chọn 32 trường học"]
