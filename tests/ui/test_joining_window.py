"""Another office's data file joined in the window: what is surely one unit, what is new, what a person decides."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nscl_desktop.domain.enterprise_list import ListQuery
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.supports import Dossier
from nscl_desktop.ui.packages.joining_window import JoiningWindow
from nscl_desktop.ui.tab import EDIT
from tests.ui.package_files import Desk, filled, open_file

OURS = (
    Enterprise(id="e1", name="Công ty TNHH Minh Đạt", tax_code="0100109106"),
    Enterprise(id="e3", name="Công ty TNHH May Bình An"),
)
THEIRS = (
    Enterprise(id="x1", name="Công ty TNHH cơ khí Minh Đạt", tax_code="0100109106", phone="0276 3822"),
    Enterprise(id="x2", name="Hợp tác xã Rau sạch Long Khánh"),
    Enterprise(id="x3", name="Công ty cổ phần May Bình An"),
    Dossier(id="d1", enterprise_id="x2", title="Áp dụng 5S"),
)


@pytest.fixture
def desk(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    there = filled(open_file(tmp_path / "tỉnh khác" / "nscl.db", qtbot), *THEIRS)
    there.close()
    found = filled(open_file(tmp_path / "văn phòng" / "nscl.db", qtbot), *OURS)
    yield found
    found.close()


@pytest.fixture
def window(desk: Desk, tmp_path: Path) -> JoiningWindow:
    desk.handovers.join_file(tmp_path / "tỉnh khác" / "nscl.db")
    return cast("JoiningWindow", desk.dialog(JoiningWindow))


def fates(window: JoiningWindow) -> list[tuple[str, str]]:
    return [(row.name, row.fate) for row in window.sheet.rows()]


def names(desk: Desk) -> set[str]:
    desk.wait()
    return {unit.name for unit in desk.office.enterprises.units(desk.office.enterprises.keys(ListQuery()))}


def test_units_come_in_as_chosen_in_one_step_that_is_taken_back(desk: Desk, window: JoiningWindow) -> None:
    assert fates(window) == [
        ("Công ty TNHH cơ khí Minh Đạt", "Nhập vào “Công ty TNHH Minh Đạt”"),
        ("Hợp tác xã Rau sạch Long Khánh", "Thêm thành đơn vị mới"),
        ("Công ty cổ phần May Bình An", "Chưa quyết định"),
    ]
    assert window.summary.text() == "1 đơn vị mới · 1 vào đơn vị đã có · 1 chưa quyết định"
    assert window.verb.text() == "Nhập 2 đơn vị"
    window.table.setCurrentCell(2, 0)
    assert window.why.text()
    offered = [window.fate.itemText(at) for at in range(window.fate.count())]
    assert offered == [
        "Nhập vào “Công ty TNHH May Bình An”", "Thêm thành đơn vị mới", "Để lại, không nhập", "Chưa quyết định",
    ]  # fmt: skip
    window.fate.setCurrentIndex(2)
    window.fate.activated.emit(2)
    assert window.summary.text() == "1 đơn vị mới · 1 vào đơn vị đã có · 1 để lại"
    assert not window.all_new.isEnabled()
    window.verb.click()
    assert names(desk) == {"Công ty TNHH Minh Đạt", "Công ty TNHH May Bình An", "Hợp tác xã Rau sạch Long Khánh"}
    assert desk.unit("e1").phone == "0276 3822"
    assert [row.title for row in desk.office.dossiers.rows()] == ["Áp dụng 5S"]
    toast = desk.furniture.toast
    assert "1 đơn vị mới, 1 đơn vị đã có" in toast.text.text()
    toast.button.click()
    assert names(desk) == {unit.name for unit in OURS}
    assert desk.unit("e1").phone == ""
    assert not desk.office.dossiers.rows()


def test_the_last_joining_is_taken_back_from_the_menu_long_after_its_toast(desk: Desk, window: JoiningWindow) -> None:
    window.verb.click()
    assert len(names(desk)) == 3
    assert desk.handovers.unjoin in desk.window.menus[EDIT].actions()
    desk.edit("e3", phone="0276 1")
    desk.handovers.unjoin.trigger()
    assert names(desk) == {unit.name for unit in OURS}
    assert (desk.unit("e1").phone, desk.unit("e3").phone) == ("", "0276 1")
    assert not desk.office.dossiers.rows()
    said: list[str] = []
    desk.around.voice.said.connect(said.append)
    desk.handovers.unjoin.trigger()
    desk.wait()
    assert said == ["Không còn lần nhập từ tệp khác nào để hoàn tác."]


def test_a_joining_whose_units_were_edited_since_is_not_taken_back(desk: Desk, window: JoiningWindow) -> None:
    window.verb.click()
    desk.wait()
    desk.edit("e1", phone="0276 1")
    before = names(desk)
    refused: list[str] = []
    desk.around.voice.refused.connect(refused.append)
    desk.handovers.unjoin.trigger()
    assert names(desk) == before
    assert refused == ["“Điện thoại” của đơn vị đã được sửa sau đó; bước này không thực hiện được."]
    assert desk.unit("e1").phone == "0276 1"


def test_what_is_left_is_decided_at_one_stroke(desk: Desk, window: JoiningWindow) -> None:
    window.only_open.setChecked(True)
    assert window.table.rowCount() == 1
    window.all_new.click()
    assert window.table.rowCount() == 0
    assert not window.fate.isEnabled()
    assert window.verb.text() == "Nhập 3 đơn vị"
    window.verb.click()
    assert "Công ty cổ phần May Bình An" in names(desk)


def test_the_same_file_again_brings_nothing_new(desk: Desk, window: JoiningWindow, tmp_path: Path) -> None:
    window.all_left.click()
    window.verb.click()
    desk.wait()
    before = names(desk)
    desk.handovers.join_file(tmp_path / "tỉnh khác" / "nscl.db")
    again = cast("JoiningWindow", desk.dialog(JoiningWindow))
    assert again.sheet.summary == "2 vào đơn vị đã có · 1 chưa quyết định"
    again.verb.click()
    desk.wait()
    assert names(desk) == before


def test_a_file_that_is_no_data_file_is_refused_in_a_sentence(desk: Desk, tmp_path: Path) -> None:
    wrong = tmp_path / "thư.db"
    wrong.write_text("không phải tệp dữ liệu", "utf-8")
    desk.handovers.join_file(wrong)
    window = cast("JoiningWindow", desk.dialog(JoiningWindow))
    assert window.message.text()
    assert not window.verb.isEnabled()
    window.reject()
