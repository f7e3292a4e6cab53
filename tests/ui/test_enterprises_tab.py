"""Tab Doanh nghiệp as a clerk uses it: nothing at first, a new unit, seeking, editing, undoing, merging."""

from pytestqt.qtbot import QtBot

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.ui.enterprises.merge_window import MergeWindow
from nscl_desktop.ui.enterprises.new_unit_window import NewUnitWindow
from nscl_desktop.ui.enterprises.unit_page import UnitPage
from nscl_desktop.ui.tabs.enterprises import EnterprisesTab
from tests.enterprises.registers import unit
from tests.ui.offices import MemoryOffice, fill
from tests.ui.windows import Opened, in_front

UNITS = (
    unit("a", "Âu Lạc", tax_code="0100109106"),
    unit("b", "Công ty TNHH Bình Minh", province="Tỉnh Tây Ninh", phone="0901"),
    unit("c", "Cty Bình Minh", representative="Đỗ Thị Hòa"),
)


def tab_of(window: Opened, qtbot: QtBot) -> EnterprisesTab:
    return in_front(window, "enterprises", EnterprisesTab(window.around), qtbot)


def page_of(tab: EnterprisesTab, qtbot: QtBot, key: str) -> UnitPage:
    qtbot.waitUntil(lambda: tab.page is not None and tab.page.desk.root_id == key)
    assert tab.page is not None
    return tab.page


def test_an_empty_register_says_what_belongs_there(window: Opened, qtbot: QtBot) -> None:
    tab = tab_of(window, qtbot)
    assert tab.nothing.title.text() == "Chưa có đơn vị nào"
    assert tab.page is None
    qtbot.waitUntil(tab.nothing.isVisible)


def test_where_there_are_units_none_are_said_to_be_missing_while_the_first_is_read(
    window: Opened, qtbot: QtBot, office: MemoryOffice
) -> None:
    fill(office, *UNITS)
    tab = tab_of(window, qtbot)
    assert not tab.nothing.isVisible()  # whether the first is still being read or is there already
    page_of(tab, qtbot, "a")


def test_a_unit_is_sought_without_dau_edited_and_the_edit_undone(
    window: Opened, qtbot: QtBot, office: MemoryOffice
) -> None:
    fill(office, *UNITS)
    tab = tab_of(window, qtbot)
    page_of(tab, qtbot, "a")
    tab.list.search.setText("binh minh")
    assert [row.id for row in tab.list.units.rows] == ["b", "c"]
    tab.list.go_to_rows()
    page = page_of(tab, qtbot, "b")
    page.facts.forms[0].form.enter("name", "Công ty TNHH Bình Minh Mới")
    assert tab.list.units.cell(0, 0) == "Công ty TNHH Bình Minh Mới"
    page.undo()
    assert page.unit is not None
    assert page.unit.name == "Công ty TNHH Bình Minh"


def test_a_new_unit_shows_which_one_it_may_be_while_it_is_typed(
    window: Opened, qtbot: QtBot, office: MemoryOffice
) -> None:
    fill(office, *UNITS)
    tab = tab_of(window, qtbot)
    tab.commands.make_new()
    dialog = tab.widget().findChildren(NewUnitWindow)[0]
    dialog.tax_code.setText("0100109106")
    qtbot.waitUntil(lambda: dialog.likely.count() == 1)
    assert "Trùng mã số thuế 0100109106." in dialog.likely.item(0).text()
    dialog.tax_code.setText("")
    dialog.verb.click()
    assert "Tên đơn vị" in dialog.message.text()
    dialog.name.setText("Hợp tác xã Rau sạch")
    dialog.verb.click()
    qtbot.waitUntil(lambda: tab.page is not None and tab.page.title.text() == "Hợp tác xã Rau sạch")


def test_two_records_are_merged_field_by_field_in_one_step(window: Opened, qtbot: QtBot, office: MemoryOffice) -> None:
    fill(office, *UNITS)
    tab = tab_of(window, qtbot)
    dialog = MergeWindow(UNITS[1], UNITS[2], window.around, tab.widget())
    done: list[ChangeSet] = []
    dialog.merged.connect(done.append)
    dialog.verb.click()
    qtbot.waitUntil(lambda: len(done) == 1)
    units = {each.id: each for each in office.enterprises.units(["b", "c"])}
    assert units["b"].representative == "Đỗ Thị Hòa"
    assert units["c"].merged_into == "b"
    office.enterprises.add(done[0].inverted("Hoàn tác"))
    assert list(office.enterprises.units(["b", "c"])) == [UNITS[1], UNITS[2]]
