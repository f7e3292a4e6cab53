"""A whole window over an office in memory, as the composition builds it."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication

from nscl_desktop.ui.failures import Failures
from nscl_desktop.ui.main_window import MainWindow
from nscl_desktop.ui.operations import Operations
from nscl_desktop.ui.preferences import Preferences
from nscl_desktop.ui.tab import Surroundings, Voice
from nscl_desktop.ui.tabs import TABS
from nscl_desktop.ui.tabs.plans import PlansTab, prepare
from nscl_desktop.ui.theme import LIGHT_SCHEME, Theme
from tests.ui.offices import MemoryOffice


@dataclass
class Opened:
    """The window with what a test wants to reach."""

    window: MainWindow
    tab: PlansTab
    around: Surroundings
    operations: Operations

    def close(self) -> None:
        self.window.close()
        self.operations.close()


def open_window(office: MemoryOffice, folder: Path, scheme: str = LIGHT_SCHEME) -> Opened:
    """The window with its tab, before any plan is on the desk."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme = Theme(application, scheme)
    preferences, voice = Preferences(folder / "window.ini"), Voice()
    failures = Failures(application)
    window = MainWindow(theme, preferences, TABS, voice)
    operations = Operations(window, failures)
    around = Surroundings(office, theme, operations, preferences, voice)
    tab = prepare(office, preferences)(around)
    assert isinstance(tab, PlansTab)
    window.follow(operations)
    window.add_tab(TABS[0], tab)
    return Opened(window, tab, around, operations)
