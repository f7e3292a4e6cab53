"""Thùng rác and Hoạt động gần đây through their windows."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from nscl_desktop.domain.changes import ChangeSet, deleted, inserted
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.ui.everyday.activity_window import ActivityWindow
from nscl_desktop.ui.everyday.bin_window import BinWindow
from nscl_desktop.ui.everyday.everyday_commands import EverydayCommands
from tests.ui.offices import MemoryOffice, empty_office
from tests.ui.test_language import english, words_of
from tests.ui.windows import Opened, rest, shown, text, wishes

FIRST = Enterprise(id="u1", name="Công ty TNHH Cơ khí Bình Minh")
OTHER = Enterprise(id="u2", name="Hợp tác xã Nông nghiệp Tân Hưng")


def filled() -> MemoryOffice:
    office = empty_office()
    office.register.submit(ChangeSet("Thêm hai đơn vị", (inserted(FIRST), inserted(OTHER))))
    office.register.submit(ChangeSet("Xóa Cơ khí", (deleted(FIRST),), "u1"))
    office.register.submit(ChangeSet("Xóa Tân Hưng", (deleted(OTHER),), "u2"))
    return office


def names(office: MemoryOffice) -> list[str]:
    return sorted(each.name for each in office.register.store.load_book().table(Enterprise).values())


def bin_of(opened: Opened, qtbot: QtBot) -> BinWindow:
    rest(opened, qtbot)
    return next(each for each in opened.window.findChildren(BinWindow) if each.isVisible())


def test_a_unit_is_found_without_marks_restored_and_taken_back(dressed: object, tmp_path: Path, qtbot: QtBot) -> None:
    office = filled()
    with shown(office, tmp_path, qtbot) as opened:
        wanted = wishes(opened)
        EverydayCommands(opened.window, opened.around).bin.trigger()
        window = bin_of(opened, qtbot)
        assert english(words_of(window) | {window.windowTitle()}) == set()
        assert [text(window.table, row, 1) for row in range(2)] == [f"Đơn vị “{unit.name}”" for unit in (OTHER, FIRST)]
        window.search.setText("khong co")
        assert (window.verb.isEnabled(), window.table.rowCount()) == (False, 0)
        window.search.setText("co khi")
        qtbot.keyClick(window.search, Qt.Key.Key_Return)
        window.verb.click()
        rest(opened, qtbot)
        assert (names(office), wanted) == ([FIRST.name], [("enterprise", "u1")])
        assert opened.furniture.toast.text.text() == f"Đã khôi phục đơn vị “{FIRST.name}”."
        opened.furniture.toast.button.click()
        rest(opened, qtbot)
        assert names(office) == []


def test_an_empty_bin_says_so(dressed: object, tmp_path: Path, qtbot: QtBot) -> None:
    with shown(empty_office(), tmp_path, qtbot) as opened:
        EverydayCommands(opened.window, opened.around).bin.trigger()
        window = bin_of(opened, qtbot)
        assert window.count.text().startswith("Thùng rác trống")
        assert not window.verb.isEnabled()


def test_steps_are_filtered_by_person_and_open_their_record(dressed: object, tmp_path: Path, qtbot: QtBot) -> None:
    office = filled()
    office.register.submit(ChangeSet("Thêm lại", (inserted(FIRST),), "u1"))
    with shown(office, tmp_path, qtbot) as opened:
        wanted = wishes(opened)
        EverydayCommands(opened.window, opened.around).activity.trigger()
        rest(opened, qtbot)
        window = next(each for each in opened.window.findChildren(ActivityWindow) if each.isVisible())
        assert english(words_of(window) | {window.windowTitle()}) == set()
        assert (window.days.count(), window.table.rowCount(), window.who.count()) == (1, 4, 2)
        window.span.setCurrentIndex(2)
        rest(opened, qtbot)
        window.search.setText("them hai")
        assert (window.table.rowCount(), window.verb.isEnabled()) == (1, False)
        window.search.setText("them lai")
        window.verb.click()
        assert wanted == [("enterprise", "u1")]
