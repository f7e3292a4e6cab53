"""Bàn giao through the windows: everything into one file, opened elsewhere as data of its own, refused when damaged."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.ui.dialogs.dialog import Dialog
from nscl_desktop.ui.packages.handover_window import HandoverWindow
from nscl_desktop.ui.packages.take_window import TakeHandoverWindow
from nscl_desktop.ui.tabs.plans import PlansTab
from tests.ui.package_files import Desk, filled, open_file
from tests.ui.test_language import english, words_of

SECRET = "mật khẩu dài"


@pytest.fixture
def office(dressed: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setenv("NSCL_HOME", str(tmp_path / "home"))
    found = filled(open_file(tmp_path / "cũ" / "nscl.db", qtbot))
    yield found
    found.close()


def written(office: Desk, target: Path, secret: str = "") -> str:
    office.handovers.write.trigger()
    window = office.dialog(HandoverWindow)
    assert isinstance(window, HandoverWindow)
    assert english(words_of(window) | {window.windowTitle()}) == set()
    window.passphrase.first.setText(secret)
    window.passphrase.again.setText(secret)
    window.write(target)
    office.wait()
    return office.furniture.toast.text.text()


def looked_at(office: Desk, path: Path) -> TakeHandoverWindow:
    office.handovers.open_file(path)
    window = office.dialog(TakeHandoverWindow)
    assert isinstance(window, TakeHandoverWindow)
    office.wait()
    return window


def test_an_office_is_handed_over_and_opened_elsewhere(office: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    target = tmp_path / "bàn giao.nsclbangiao"
    assert "Gồm tệp dữ liệu" in written(office, target)
    wanted: list[str] = []
    office.around.voice.file_wanted.connect(wanted.append)
    window = looked_at(office, target)
    assert window.heading.text().startswith("Bàn giao do ")
    assert window.contents.text().startswith("Gồm tệp dữ liệu")
    assert english(words_of(window) | {window.windowTitle()}) == set()
    window.target.setText(str(tmp_path / "mới" / "nscl.db"))
    window.verb.click()
    office.wait()
    assert wanted == [str(tmp_path / "mới" / "nscl.db")]
    new = open_file(Path(wanted[0]), qtbot)
    assert isinstance(new.unit("e1"), Enterprise)
    new.close()
    office.handovers.serve(office.around)
    assert office.furniture.toast.text.text() == "Đã mở dữ liệu bàn giao."


def test_a_passphrase_is_asked_for_and_a_place_that_is_taken_is_refused(office: Desk, tmp_path: Path) -> None:
    target = tmp_path / "kín.nsclbangiao"
    written(office, target, SECRET)
    window = looked_at(office, target)
    assert window.passphrase.isVisible()
    window.passphrase.setText("sai mật khẩu")
    window.unlock.click()
    office.wait()
    assert "Sai mật khẩu" in window.message.text()
    window.passphrase.setText(SECRET)
    window.unlock.click()
    office.wait()
    window.target.setText(str(office.path))
    window.verb.click()
    office.wait()
    assert "Đã có tệp" in window.message.text()
    window.target.setText("")
    window.verb.click()
    assert "Chưa ghi tên tệp" in window.message.text()
    window.reject()


def test_a_damaged_handover_opens_nothing(office: Desk, tmp_path: Path) -> None:
    target = tmp_path / "hỏng.nsclbangiao"
    written(office, target)
    target.write_bytes(target.read_bytes()[:-30])
    window = looked_at(office, target)
    assert window.message.text()
    assert not window.verb.isEnabled()
    window.reject()
    assert [each for each in office.window.findChildren(Dialog) if each.isVisible()] == []


def test_the_demo_year_is_opened_as_a_file_of_its_own_and_made_only_once(office: Desk, tmp_path: Path) -> None:
    wanted: list[str] = []
    office.around.voice.file_wanted.connect(wanted.append)
    office.handovers.demo.trigger()
    office.wait()
    target = tmp_path / "home" / "Nam mau" / "Nam mau.db"
    assert wanted == [str(target)]
    made = target.stat().st_mtime_ns
    office.handovers.demo.trigger()
    office.wait()
    assert wanted == [str(target)] * 2
    assert target.stat().st_mtime_ns == made
    office.qtbot.waitUntil(lambda: office.window.current_tab is not None)
    plans = office.window.tabs()[1]
    assert isinstance(plans, PlansTab)
    plans.first_steps.buttons[2].click()
    office.wait()
    assert wanted == [str(target)] * 3
    assert "TN-2021-MAU" not in {row.code for row in office.office.shelf.plans()}
