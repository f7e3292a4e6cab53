"""Work out and back through the windows, over real data files: given, taken, edited, sent, received, decided, told."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nscl_desktop.services.enterprises import delete_enterprise
from nscl_desktop.ui.dialogs.dialog import Dialog
from nscl_desktop.ui.packages.check_outs_window import CheckOutsWindow
from nscl_desktop.ui.packages.give_window import GiveWindow
from nscl_desktop.ui.packages.open_places_window import OpenPlacesWindow
from nscl_desktop.ui.packages.other_value_window import OtherValueWindow
from nscl_desktop.ui.packages.receipt_window import ReceiptWindow
from nscl_desktop.ui.packages.receive_window import ReceiveWindow
from nscl_desktop.ui.packages.send_window import SendWindow
from nscl_desktop.ui.packages.take_window import TakeWindow
from tests.ui.package_files import Desk, filled, open_file
from tests.ui.test_language import english, words_of
from tests.ui.windows import text

SECRET = "mật khẩu dài"


class Clerks:
    """Opens windows over data files, and closes all of them in the end."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.folder, self._qtbot = folder, qtbot
        self._desks: list[Desk] = []

    def open(self, name: str) -> Desk:
        path = Path(name) if Path(name).is_absolute() else self.folder / name / "nscl.db"
        desk = open_file(path, self._qtbot)
        self._desks.append(desk)
        desk.wait()
        return desk

    def close(self) -> None:
        for desk in self._desks:
            desk.close()


@pytest.fixture
def clerks(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Clerks]:
    found = Clerks(tmp_path, qtbot)
    yield found
    found.close()


@pytest.fixture
def office(clerks: Clerks) -> Desk:
    return filled(clerks.open("văn phòng"))


def give(office: Desk, machine: str, *, secret: str = "") -> Path:
    """Giao việc: two units, chosen by search and Enter; the package is written."""
    office.commands.give.trigger()
    window = office.dialog(GiveWindow)
    assert isinstance(window, GiveWindow)
    window.machine.setCurrentText(machine)
    for wanted in ("binh minh", "tan hung"):
        window.search.setText(wanted)
        office.qtbot.keyClick(window.search, Qt.Key.Key_Return)
    window.passphrase.first.setText(secret)
    window.passphrase.again.setText(secret)
    target = office.path.parent / f"{machine}.nsclgoi"
    window.desk.machine = machine
    window.write(target)
    office.wait()
    assert target.exists(), window.message.text()
    return target


def take(clerks: Clerks, office: Desk, package: Path, secret: str = "") -> Desk:
    """Nhận việc được giao on another machine: any window opens the package as a file of its own."""
    wanted: list[str] = []
    office.around.voice.file_wanted.connect(wanted.append)
    window = TakeWindow(package, clerks.folder / "máy", office.around, office.window)
    window.taken.connect(lambda target, _: office.around.voice.file_wanted.emit(target))
    window.show()
    office.wait()
    if secret:
        window.passphrase.setText(secret)
        window.unlock.click()
        office.wait()
    window.verb.click()
    office.wait()
    assert wanted, window.message.text()
    machine = clerks.open(wanted[-1])
    machine.commands.look()
    machine.wait()
    return machine


def send(machine: Desk, name: str, secret: str = "") -> Path:
    """Gửi kết quả."""
    machine.commands.send.trigger()
    window = machine.dialog(SendWindow)
    assert isinstance(window, SendWindow)
    window.passphrase.first.setText(secret)
    target = machine.path.parent / name
    window.write(target)
    machine.wait()
    assert target.exists(), window.message.text()
    return target


def receive(office: Desk, *packages: Path) -> ReceiveWindow:
    """Nhận kết quả, up to the preview."""
    office.commands.receive_files(packages)
    window = office.dialog(ReceiveWindow)
    assert isinstance(window, ReceiveWindow)
    return window


def keys(window: ReceiveWindow | OpenPlacesWindow, qtbot: QtBot, *pressed: Qt.Key) -> None:
    window.conflicts.grid.setFocus()
    for key in pressed:
        qtbot.keyClick(window.conflicts.grid, key)


def test_work_goes_out_comes_home_is_decided_by_key_withdrawn_and_told(
    clerks: Clerks, office: Desk, qtbot: QtBot
) -> None:
    machine = take(clerks, office, give(office, "Máy 02"))
    assert machine.furniture.status.file.text().startswith("Việc giao cho Máy 02")
    assert "Việc giao cho Máy 02" in machine.window.windowTitle()
    assert machine.commands.send.isVisible()
    assert not machine.commands.give.isVisible()
    machine.edit("e1", phone="0276 111", email="a@b.vn")
    office.edit("e1", phone="0276 999")
    package = send(machine, "về.nsclgoi")

    window = receive(office, package)
    assert window.verb.text() == "Nhận 1 thay đổi"
    assert "1\u00a0khác\u00a0nhau" in window.list.item(0).text()
    assert [column.title for column in window.desk.table.columns] == ["Gốc", "Văn phòng", "Máy 02"]
    assert office.unit("e1").email == ""  # a preview writes nothing
    keys(window, qtbot, Qt.Key.Key_3)
    assert "Quyết định ngay 1 chỗ khác nhau." in window.outlook.text()
    window.verb.click()
    office.wait()
    assert (office.unit("e1").phone, office.unit("e1").email) == ("0276 111", "a@b.vn")
    assert office.furniture.toast.text.text() == "Đã nhận 1 thay đổi của Máy 02; đã quyết định 1 chỗ"
    assert list((office.path.parent / "backups").glob("*-import.db"))

    office.furniture.toast.button.click()
    office.wait()
    assert office.unit("e1").email == ""
    assert "1 chỗ đã quyết định vẫn giữ" in office.furniture.status.words.text()

    again = receive(office, package)
    again.verb.click()
    office.wait()
    office.commands.given_out.trigger()
    listed = office.dialog(CheckOutsWindow)
    assert isinstance(listed, CheckOutsWindow)
    office.wait()
    assert "gói kết quả, gần nhất lúc" in listed.detail.text()
    slip = machine.path.parent / "bao.nsclgoi"
    listed.write_receipt(slip)
    office.wait()
    listed.reject()
    machine.commands.read_receipt_file(slip)
    told = machine.dialog(ReceiptWindow)
    assert isinstance(told, ReceiptWindow)
    machine.wait()
    assert told.taken.text().startswith("Văn phòng đã nhận")


def test_two_machines_at_once_differ_and_are_decided_afterwards(clerks: Clerks, office: Desk, qtbot: QtBot) -> None:
    first, second = (take(clerks, office, give(office, name)) for name in ("Máy 01", "Máy 02"))
    first.edit("e1", phone="1")
    second.edit("e1", phone="2", website="binhminh.vn")
    window = receive(office, send(first, "1.nsclgoi"), send(second, "2.nsclgoi"))
    assert window.verb.text() == "Nhận 2 thay đổi"
    assert window.pages.tabText(0) == "Khác nhau (1)"
    window.verb.click()
    office.wait()
    assert office.unit("e1").phone == "0276 3822 233"
    assert office.unit("e1").website == "binhminh.vn"
    assert office.furniture.status.open_places.text() == "1 chỗ khác nhau"

    office.furniture.status.open_places.click()
    places = office.dialog(OpenPlacesWindow)
    assert isinstance(places, OpenPlacesWindow)
    office.wait()
    assert not places.verb.isEnabled()
    keys(places, qtbot, Qt.Key.Key_2)
    assert "không sửa chỗ này" in places.message.text()
    keys(places, qtbot, Qt.Key.Key_F2)
    other = office.dialog(OtherValueWindow)
    assert isinstance(other, OtherValueWindow)
    editor = other.form.editor("phone")
    qtbot.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(editor, "0276 555")
    other.verb.click()
    assert places.verb.text() == "Quyết định 1 chỗ"
    keys(places, qtbot, Qt.Key.Key_Delete)
    assert not places.verb.isEnabled()
    keys(places, qtbot, Qt.Key.Key_4)
    places.verb.click()
    office.wait()
    assert office.unit("e1").phone == "2"
    assert office.furniture.status.open_places.text() == ""
    assert places.conflicts.nothing.isVisible()
    places.reject()


def test_a_deletion_that_waits_is_kept_back_by_a_person(clerks: Clerks, office: Desk) -> None:
    first, second = (take(clerks, office, give(office, name)) for name in ("Máy 01", "Máy 02"))
    unit = first.office.enterprises.read("e2")
    unit.perform(delete_enterprise(unit.book, "e2", first.office.enterprises.pointing("e2")))
    first.office.shelf.history("e2")
    second.edit("e2", note="còn hoạt động")
    receive(office, send(first, "1.nsclgoi"), send(second, "2.nsclgoi")).verb.click()
    office.wait()
    assert office.furniture.status.open_places.text() == "1 chỗ chờ"
    office.commands.show_places()
    places = office.dialog(OpenPlacesWindow)
    assert isinstance(places, OpenPlacesWindow)
    office.wait()
    assert places.pages.currentWidget() is places.waiting
    places.waiting.table.selectRow(0)
    places.waiting.buttons["keep"].click()
    office.wait()
    assert office.unit("e2").note == "còn hoạt động"
    assert places.waiting.nothing.isVisible()
    assert office.furniture.status.open_places.text() == ""
    places.reject()


def test_a_passphrase_is_asked_for_only_where_there_is_one_and_a_wrong_one_is_refused(
    clerks: Clerks, office: Desk
) -> None:
    package = give(office, "Máy 02", secret=SECRET)
    window = TakeWindow(package, clerks.folder / "thử", office.around, office.window)
    window.show()
    office.wait()
    assert window.passphrase.isVisible()
    assert not window.verb.isEnabled()
    window.passphrase.setText("sai mật khẩu")
    window.unlock.click()
    office.wait()
    assert "Sai mật khẩu" in window.message.text()
    window.reject()
    machine = take(clerks, office, package, SECRET)
    machine.edit("e1", phone="1")
    back = send(machine, "về.nsclgoi", SECRET)
    received = receive(office, back)
    assert received.passphrase.isVisible()
    received.passphrase.setText("sai mật khẩu")
    received.unlock.click()
    office.wait()
    assert "Sai mật khẩu" in received.list.item(0).text()
    assert received.passphrase.isVisible()
    received.passphrase.setText(SECRET)
    received.unlock.click()
    office.wait()
    assert received.verb.text() == "Nhận 1 thay đổi"
    received.reject()


def test_packages_that_cannot_be_received_say_what_to_do(clerks: Clerks, office: Desk, tmp_path: Path) -> None:
    out = give(office, "Máy 02")
    broken, other = tmp_path / "hong.nsclgoi", tmp_path / "khac.nsclgoi"
    broken.write_bytes(out.read_bytes()[:-40])
    other.write_bytes(b"khong phai goi")
    window = receive(office, out, broken, other)
    told = [window.list.item(row).text() for row in range(3)]
    assert "Đây không phải gói kết quả" in told[0]
    assert "bị hỏng" in told[1]
    assert "không phải gói dữ liệu" in told[2]
    assert not window.verb.isEnabled()
    window.list.setCurrentRow(2)
    window.remove.click()
    office.wait()
    assert window.list.count() == 2
    window.reject()
    taken = TakeWindow(broken, tmp_path, office.around, office.window)
    taken.show()
    office.wait()
    assert "bị hỏng" in taken.message.text()
    assert not taken.verb.isEnabled()
    taken.reject()


def test_work_is_given_with_what_is_chosen_on_the_screen_in_front(office: Desk) -> None:
    office.around.voice.record_wanted.emit("enterprise", "e2")
    office.wait()
    office.commands.give.trigger()
    window = office.dialog(GiveWindow)
    assert isinstance(window, GiveWindow)
    office.qtbot.waitUntil(lambda: "Gói sẽ gồm" in window.summary.text(), timeout=30_000)
    assert [offer.key for offer in window.desk.chosen()] == [("enterprise", "e2")]
    window.verb.click()
    assert "Chưa ghi tên máy" in window.message.text()
    office.qtbot.keyClick(window.chosen, Qt.Key.Key_Delete)
    assert window.brief.text() == "Chưa chọn gì"
    window.all.setChecked(True)
    assert window.brief.text() == "Toàn bộ dữ liệu"
    assert not window.search.isEnabled()
    window.all.setChecked(False)
    window.kind.setCurrentIndex(2)
    window.take.click()
    assert [offer.title for offer in window.desk.chosen()] == ["Kiểm tra sau hỗ trợ, phiên bản 1"]
    window.drop.click()
    assert window.desk.chosen() == []
    window.reject()


def test_a_check_out_is_ended_and_opened_again_and_a_reception_taken_back(clerks: Clerks, office: Desk) -> None:
    machine = take(clerks, office, give(office, "Máy 02"))
    machine.edit("e1", phone="1")
    receive(office, send(machine, "về.nsclgoi")).verb.click()
    office.wait()
    office.commands.show_check_outs()
    window = office.dialog(CheckOutsWindow)
    assert isinstance(window, CheckOutsWindow)
    office.wait()
    window.withdraw.click()
    office.wait()
    assert office.unit("e1").phone == "0276 3822 233"
    assert not window.withdraw.isEnabled()
    window.end.click()
    office.wait()
    assert (window.end.text(), text(window.table, 0, 3)) == ("Mở lại", "Đã khép lại")
    window.end.click()
    office.wait()
    assert window.end.text() == "Khép lại"
    window.reject()


def test_a_file_without_work_out_offers_only_what_makes_sense(clerks: Clerks) -> None:
    desk = clerks.open("mới")
    desk.commands.look()
    desk.wait()
    assert desk.commands.give.isVisible()
    assert not desk.commands.receive.isEnabled()
    assert not desk.commands.send.isVisible()
    desk.commands.show_check_outs()
    window = desk.dialog(CheckOutsWindow)
    assert isinstance(window, CheckOutsWindow)
    desk.wait()
    assert window.nothing.isVisible()
    assert not window.table.isVisible()
    window.reject()


def test_the_windows_speak_vietnamese(clerks: Clerks, office: Desk) -> None:
    package = give(office, "Máy 02")
    machine = take(clerks, office, package)
    machine.edit("e1", phone="1")
    windows: list[Dialog] = [receive(office, send(machine, "về.nsclgoi"))]
    office.commands.show_check_outs()
    office.commands.show_places()
    machine.commands.send_results()
    office.wait()
    machine.wait()
    windows += [each for desk in (office, machine) for each in desk.window.findChildren(Dialog) if each.isVisible()]
    assert len(windows) >= 4
    for window in windows:
        assert english(words_of(window) | {window.windowTitle()}) == set()
    for window in windows:
        window.reject()
