"""Người làm việc trên máy này, through the window: picked, put off, the office's people edited in it."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from nscl_desktop.domain.training import Person
from nscl_desktop.ui.everyday.everyday_commands import EverydayCommands
from nscl_desktop.ui.everyday.who_window import WhoWindow
from nscl_desktop.ui.who_is_here import WhoIsHere
from tests.ui.offices import MemoryOffice, office_with
from tests.ui.test_language import english, words_of
from tests.ui.windows import Opened, rest, shown

HA = Person(id="p1", name="Nguyễn Thị Hà", title="Chuyên viên", is_staff=True)
LONG = Person(id="p3", name="Tôn Nữ Hoàng Thị Phương Uyên", title="Phó Trưởng phòng Quản lý Tiêu chuẩn", is_staff=True)
BINH = Person(id="p2", name="Trần Văn Bình", birth_year=1988)


@pytest.fixture
def office() -> MemoryOffice:
    return office_with(HA, BINH, LONG)


def asked(opened: Opened, qtbot: QtBot) -> WhoWindow | None:
    rest(opened, qtbot)
    return next((each for each in opened.window.findChildren(WhoWindow) if each.isVisible()), None)


def on_file(office: MemoryOffice, key: str) -> Person:
    return office.everyday.staff.person(key)


def test_it_is_asked_once_and_can_be_put_off(
    dressed: object, office: MemoryOffice, tmp_path: Path, qtbot: QtBot
) -> None:
    with shown(office, tmp_path, qtbot) as opened:
        commands = EverydayCommands(opened.window, opened.around)
        commands.serve(opened.around)
        window = asked(opened, qtbot)
        assert window is not None
        assert english(words_of(window) | {window.windowTitle()}) == set()
        window.leave.click()
        assert (office.person, WhoIsHere(opened.around.preferences, "thu").was_asked) == ("Trần Thị Thử", True)
        commands.serve(opened.around)
        assert asked(opened, qtbot) is None


def test_nothing_is_asked_where_there_is_nobody_to_pick(dressed: object, tmp_path: Path, qtbot: QtBot) -> None:
    with shown(office_with(BINH), tmp_path, qtbot) as opened:
        EverydayCommands(opened.window, opened.around).serve(opened.around)
        assert asked(opened, qtbot) is None


def test_somebody_is_picked_and_remembered(dressed: object, office: MemoryOffice, tmp_path: Path, qtbot: QtBot) -> None:
    with shown(office, tmp_path, qtbot) as opened:
        commands = EverydayCommands(opened.window, opened.around)
        commands.who.trigger()
        window = asked(opened, qtbot)
        assert window is not None
        window.people.search.setText("nguyen ha")
        assert window.people.list.key == "p1"
        window.verb.click()
        rest(opened, qtbot)
        assert office.person == "Nguyễn Thị Hà"
        assert WhoIsHere(opened.around.preferences, "thu").picked == ("p1", "Nguyễn Thị Hà")
        commands.who.trigger()
        window = asked(opened, qtbot)
        assert window is not None
        assert window.people.list.key == "p1"
        assert "Nguyễn Thị Hà" in window.now.text()
        window.account.click()
        rest(opened, qtbot)
        assert (office.person, WhoIsHere(opened.around.preferences, "thu").picked) == ("thu", ("", ""))


def test_the_office_s_people_are_edited_and_taken_back(
    dressed: object, office: MemoryOffice, tmp_path: Path, qtbot: QtBot
) -> None:
    with shown(office, tmp_path, qtbot) as opened:
        EverydayCommands(opened.window, opened.around).who.trigger()
        window = asked(opened, qtbot)
        assert window is not None
        window.people.list.setCurrentRow(0)
        assert window.people.list.key == "p1"
        window.fields["title"].setText("Trưởng phòng")
        window.fields["title"].editingFinished.emit()
        rest(opened, qtbot)
        assert on_file(office, "p1").title == "Trưởng phòng"
        window.back.click()
        rest(opened, qtbot)
        assert on_file(office, "p1").title == "Chuyên viên"
        window.fields["name"].setText(" ")
        window.fields["name"].editingFinished.emit()
        rest(opened, qtbot)
        assert "không được để trống" in window.message.text()
        window.people.list.setCurrentRow(0)
        window.out.click()
        rest(opened, qtbot)
        assert not on_file(office, "p1").is_staff


def test_somebody_new_and_somebody_on_file_become_staff(
    dressed: object, office: MemoryOffice, tmp_path: Path, qtbot: QtBot
) -> None:
    with shown(office, tmp_path, qtbot) as opened:
        EverydayCommands(opened.window, opened.around).who.trigger()
        window = asked(opened, qtbot)
        assert window is not None
        window.people.add.click()
        assert "Hãy gõ họ tên" in window.message.text()
        window.people.search.setText("Phạm Thu Lan")
        window.people.add.click()
        rest(opened, qtbot)
        added = next(row for row in office.everyday.staff.people() if row.name == "Phạm Thu Lan")
        assert added.is_staff
        assert window.people.list.key == added.id
        replaced: list[bool] = []
        opened.around.voice.data_replaced.connect(lambda: replaced.append(True))
        window.people.search.setText("binh")
        window.verb.click()
        rest(opened, qtbot)
        assert (on_file(office, "p2").is_staff, office.person) == (True, "Trần Văn Bình")
        assert replaced == [True]
