"""A whole window over an office in memory, as the composition builds it."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QTableWidget

from nscl_desktop.presenters.office import Office
from nscl_desktop.ui.failures import Failures
from nscl_desktop.ui.furniture import Furniture
from nscl_desktop.ui.main_window import MainWindow
from nscl_desktop.ui.operations import Operations
from nscl_desktop.ui.preferences import Preferences
from nscl_desktop.ui.tab import Surroundings, Voice
from nscl_desktop.ui.tabs import TABS
from nscl_desktop.ui.tabs.plans import PlansTab, prepare
from nscl_desktop.ui.theme import LIGHT_SCHEME, Theme


@dataclass
class Opened:
    """The window with what a test wants to reach."""

    window: MainWindow
    furniture: Furniture
    tab: PlansTab
    around: Surroundings
    operations: Operations
    failures: Failures

    def close(self) -> None:
        self.window.close()
        self.operations.close()
        self.window.deleteLater()  # else every later style sheet would be laid on this window, too
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def open_window(office: Office, folder: Path, scheme: str = LIGHT_SCHEME) -> Opened:
    """The window with its tab, before any plan is on the desk."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme = _theme(application)
    theme.set_scheme(scheme)
    preferences, voice = Preferences(folder / "window.ini"), Voice()
    failures = Failures(application)
    window = MainWindow(preferences, TABS)
    furniture = Furniture(window, theme, preferences, voice)
    operations = Operations(window, failures)
    around = Surroundings(office, theme, operations, preferences, voice)
    tab = prepare(office, preferences)(around)
    assert isinstance(tab, PlansTab)
    furniture.follow(operations)
    window.add_tab(TABS[0], tab)
    return Opened(window, furniture, tab, around, operations, failures)


@cache
def _theme(application: QApplication) -> Theme:
    return Theme(application, LIGHT_SCHEME)


def text(table: QTableWidget, row: int, column: int) -> str:
    """What a cell of a table says."""
    item = table.item(row, column)
    assert item is not None
    return item.text()
