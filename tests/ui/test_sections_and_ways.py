"""Ways between tabs: a record wanted from elsewhere, data replaced under the screens, sections within a tab."""

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nscl_desktop.domain.changes import ChangeSet, inserted
from nscl_desktop.ui.lazy_tab import lazily
from nscl_desktop.ui.sectioned_tab import Section, SectionedTab, sectioned
from nscl_desktop.ui.tabs.enterprises import EnterprisesTab
from nscl_desktop.ui.tabs.plans import PlansTab
from tests.enterprises.registers import unit, write
from tests.ui.offices import sample_office
from tests.ui.windows import Opened, open_window

ENTERPRISES = "nscl_desktop.ui.tabs.enterprises"


def opened(folder: Path) -> Opened:
    office = sample_office("TN-2021")
    units = unit("a", "Âu Lạc"), unit("b", "Bình Minh")
    write(office.register.store, ChangeSet("Thêm đơn vị", tuple(map(inserted, units))))
    return open_window(office, folder)


def test_a_record_wanted_from_elsewhere_is_shown_by_its_own_tab(
    dressed: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    found = opened(tmp_path)
    spec = next(each for each in found.window.specs if "enterprise" in each.shows)
    lazy = lazily(ENTERPRISES)(found.around.office, found.around.preferences)(found.around)
    found.window.add_tab(spec, lazy)
    found.around.voice.record_wanted.emit("enterprise", "b")
    assert found.window.current_tab is lazy
    lazy.come_in_front()
    tab = lazy.tab  # type: ignore[attr-defined]  # a lazy tab holds the tab itself
    assert isinstance(tab, EnterprisesTab)
    qtbot.waitUntil(lambda: tab.page is not None)
    assert tab.page is not None
    assert tab.page.desk.root_id == "b"
    found.close()


def test_nothing_of_before_stays_on_screen_when_the_data_are_replaced(
    dressed: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    found = opened(tmp_path)
    tab = found.tab
    key = tab.plans.entries()[0].plan_id
    tab.open(key)
    qtbot.waitUntil(lambda: tab.page is not None)
    before = tab.page
    found.around.voice.data_replaced.emit()
    qtbot.waitUntil(lambda: tab.page is not None and tab.page is not before)
    assert tab.page is not None
    assert tab.page.desk.plan_id == key
    found.close()


def test_sections_are_made_when_they_are_first_looked_at(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    found = opened(tmp_path)
    sections = (
        Section("Kế hoạch", "nscl_desktop.ui.tabs.plans", ("plan",)),
        Section("Đơn vị", ENTERPRISES, ("enterprise",)),
    )
    tab = sectioned("Các phần", sections)(found.around.office, found.around.preferences)(found.around)
    assert isinstance(tab, SectionedTab)
    assert [section.tab for section in tab.sections] == [None, None]
    tab.come_in_front()
    assert isinstance(tab.sections[0].tab, PlansTab)
    tab.open_record("enterprise", "a")
    shown = tab.sections[1].tab
    assert isinstance(shown, EnterprisesTab)
    qtbot.waitUntil(lambda: shown.page is not None)
    assert shown.page is not None
    assert shown.page.desk.root_id == "a"
    tab.settle()
    found.close()
