"""What the windows of packages do beside the stories: many conflicts, the mouse, work that is stopped, wrong input."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nscl_desktop.domain.changes import ChangeSet, updated
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.services.package_views import Watch
from nscl_desktop.ui.commands import all_commands, plain_words
from nscl_desktop.ui.packages.give_window import GiveWindow
from nscl_desktop.ui.packages.open_places_window import OpenPlacesWindow
from nscl_desktop.ui.packages.package_window import PackageWindow
from nscl_desktop.ui.packages.receive_window import ReceiveWindow
from nscl_desktop.ui.packages.send_window import SendWindow
from tests.ui.package_files import FIRM, Desk, filled, open_file

MANY = 120


@pytest.fixture
def office(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    found = open_file(tmp_path / "văn phòng" / "nscl.db", qtbot)
    yield found
    found.close()


def test_everything_is_given_and_many_conflicts_are_decided_at_once(office: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    units = [Enterprise(id=f"u{number}", name=f"Đơn vị {number}", phone="0") for number in range(MANY)]
    filled(office, FIRM, *units)
    office.commands.give_work()
    window = office.dialog(GiveWindow)
    assert isinstance(window, GiveWindow)
    window.machine.setCurrentText("Máy 02")
    window.all.setChecked(True)
    qtbot.waitUntil(lambda: f"{MANY + 1} đơn vị" in window.summary.text(), timeout=30_000)
    window.desk.machine = "Máy 02"
    window.write(tmp_path / "ra.nsclgoi")
    office.wait()
    work = office.office.given_work
    work.open_out(tmp_path / "ra.nsclgoi", tmp_path / "máy" / "nscl.db")
    machine = open_file(tmp_path / "máy" / "nscl.db", qtbot)
    for desk, number in ((machine, "1"), (office, "2")):
        changes = tuple(filter(None, (updated(each, phone=number) for each in units)))
        desk.office.shelf.add(ChangeSet("Sửa", changes))
    machine.office.given_work.write_return(tmp_path / "về.nsclgoi")
    machine.close()
    office.commands.receive_files([tmp_path / "về.nsclgoi"])
    received = office.dialog(ReceiveWindow)
    assert isinstance(received, ReceiveWindow)
    office.wait()
    assert received.verb.text() == "Nhận, không có thay đổi"
    received.verb.click()
    office.wait()
    office.commands.show_places()
    places = office.dialog(OpenPlacesWindow)
    assert isinstance(places, OpenPlacesWindow)
    office.wait()
    grid = places.conflicts.grid
    grid.cellClicked.emit(1, 2)
    assert places.verb.text() == "Quyết định 1 chỗ"
    qtbot.keyClick(grid, Qt.Key.Key_Down)
    assert grid.currentRow() == 3  # the heading between is passed over
    places.conflicts.many.menu().actions()[2].trigger()
    assert places.verb.text() == f"Quyết định {MANY} chỗ"
    assert not places.conflicts.many.isEnabled()
    places.verb.click()
    office.wait()
    assert {each.phone for each in office.office.enterprises.units([each.id for each in units])} == {"1", "2"}
    assert office.furniture.status.open_places.text() == ""
    places.reject()


def test_work_that_is_stopped_leaves_the_window_open_and_everything_as_it_was(office: Desk, qtbot: QtBot) -> None:
    window = PackageWindow(office.around, office.window, "Thử", "Làm")
    started, pause = threading.Event(), threading.Event()
    done: list[None] = []

    def act(watch: Watch) -> None:
        started.set()
        while True:
            watch("Đang thử")
            pause.wait(0.01)

    window.show()
    window.work("Đang thử", act, done.append)
    qtbot.waitUntil(lambda: started.is_set() and window.stop.isVisible(), timeout=30_000)
    window.reject()
    qtbot.waitUntil(lambda: not window.is_working, timeout=30_000)
    assert window.isVisible()
    assert window.message.text() == "Đã dừng; dữ liệu vẫn như trước."
    assert done == []
    window.reject()
    assert not window.isVisible()


def test_an_answer_that_comes_too_late_is_told_to_nobody(office: Desk) -> None:
    window, told = PackageWindow(office.around, office.window, "Thử", "Làm"), list[str]()
    window.show()
    closed = threading.Event()
    window.ask(lambda: "xong" if closed.wait(30) else "", told.append)
    window.reject()
    closed.set()
    office.wait()
    assert told == []


def test_a_file_that_was_not_given_has_nothing_to_send(office: Desk) -> None:
    office.commands.send_results()
    office.wait()
    assert office.window.findChildren(SendWindow) == []
    assert "không phải việc được giao" in office.furniture.status.words.text()


def test_the_palette_offers_only_what_the_file_is_for(office: Desk) -> None:
    office.commands.look()
    office.wait()
    words = {plain_words(action) for _, action in all_commands(office.furniture.menus)}
    assert {"Giao việc", "Nhận việc được giao", "Bàn giao"} <= words
    assert not {"Gửi kết quả", "Đọc giấy báo nhận"} & words
