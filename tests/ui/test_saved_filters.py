"""Filters as chips: those that come along, those that the clerk names, kept for the next start and let go again."""

import pytest
from pytestqt.qtbot import QtBot

from nscl_desktop.domain.errors import InputError
from nscl_desktop.ui.enterprises.change_window import ManyWindow
from nscl_desktop.ui.enterprises.duplicates_window import DuplicatesWindow
from nscl_desktop.ui.enterprises.saved_filters import SavedFilters
from nscl_desktop.ui.tabs.enterprises import EnterprisesTab
from tests.enterprises.registers import unit
from tests.ui.offices import MemoryOffice, fill, office_with
from tests.ui.windows import Opened, in_front

UNITS = (
    unit("a", "Âu Lạc", tax_code="0100109106", commune="Xã Tân Đông", province="Tỉnh Tây Ninh"),
    unit("b", "Công ty TNHH Bình Minh", commune="Phường 3", province="Tỉnh Tây Ninh"),
    unit("c", "Cty Bình Minh", commune="Xã Tân Đông", tax_code="0300588569"),
)


@pytest.fixture
def office() -> MemoryOffice:
    return office_with(*UNITS)


def tab_of(window: Opened, qtbot: QtBot) -> EnterprisesTab:
    return in_front(window, "enterprises", EnterprisesTab(window.around), qtbot)


def shown(tab: EnterprisesTab) -> list[str]:
    return [row.id for row in tab.list.units.rows]


def test_units_without_a_tax_code_are_one_press_away(window: Opened, qtbot: QtBot) -> None:
    tab = tab_of(window, qtbot)
    chip = tab.commands.saved_filters.chips["Chưa có mã số thuế"]
    chip.click()
    assert shown(tab) == ["b"]
    assert chip.isChecked()
    chip.click()
    assert shown(tab) == ["a", "b", "c"]
    assert not chip.isChecked()


def test_a_named_filter_with_its_text_is_there_at_the_next_start_and_can_be_let_go(
    window: Opened, qtbot: QtBot
) -> None:
    tab = tab_of(window, qtbot)
    combo = tab.list.filters["commune"]
    qtbot.waitUntil(lambda: combo.findData("Xã Tân Đông") > 0)
    combo.setCurrentIndex(combo.findData("Xã Tân Đông"))
    combo.activated.emit(combo.currentIndex())
    assert shown(tab) == ["a", "c"]
    tab.list.search.setText("binh minh")
    assert shown(tab) == ["c"]
    tab.commands.saved_filters.save("Bình Minh ở xã Tân Đông")
    assert tab.commands.saved_filters.chips["Bình Minh ở xã Tân Đông"].isChecked()
    tab.list.clear.click()

    later = SavedFilters(window.around.preferences, tab.list)
    later.chips["Bình Minh ở xã Tân Đông"].click()
    assert shown(tab) == ["c"]
    assert tab.list.search.text() == "binh minh"
    later.forget("Bình Minh ở xã Tân Đông")
    assert list(later.chips) == ["Chưa có mã số thuế"]
    assert later.names == ()


def test_what_cannot_be_a_filter_is_refused_with_a_sentence(window: Opened, qtbot: QtBot) -> None:
    filters = tab_of(window, qtbot).commands.saved_filters
    with pytest.raises(InputError, match="chưa được lọc"):
        filters.save("Tất cả")
    filters.use("Chưa có mã số thuế")
    with pytest.raises(InputError, match="tên khác"):
        filters.save("Chưa có mã số thuế")
    for number in range(8):
        filters.save(f"Bộ lọc {number}")
    with pytest.raises(InputError, match="Đã lưu 8 bộ lọc"):
        filters.save("Bộ lọc nữa")
    window.around.preferences.remember("enterprise_filters", "{damaged")
    assert filters.names == ()


def test_duplicates_are_sought_aside_and_can_be_stopped(window: Opened, qtbot: QtBot) -> None:
    tab = tab_of(window, qtbot)
    told: list[str] = []
    window.operations.progressed.connect(told.append)
    tab.commands.duplicates.trigger()
    qtbot.waitUntil(lambda: bool(tab.widget().findChildren(DuplicatesWindow)))
    assert told == ["Đọc các đơn vị", "Xem đơn vị 0/3"]
    dialog = tab.widget().findChildren(DuplicatesWindow)[0]
    assert dialog.table.rowCount() == 1
    dialog.reject()


def test_all_that_the_list_answers_is_changed_where_every_row_read_was_chosen(
    window: Opened, qtbot: QtBot, office: MemoryOffice
) -> None:
    more = [unit(f"n{number:03}", f"Hợp tác xã {number:03}") for number in range(250)]
    fill(office, *more)
    tab = tab_of(window, qtbot)
    tab.list.table.selectAll()
    assert len(tab.list.selected) == 200
    tab.commands.many.trigger()
    qtbot.waitUntil(lambda: bool(tab.widget().findChildren(ManyWindow)))
    dialog = tab.widget().findChildren(ManyWindow)[0]
    assert dialog.windowTitle() == "Sửa 253 đơn vị đã chọn"
    dialog.reject()
