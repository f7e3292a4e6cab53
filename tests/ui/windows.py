"""A whole window over an office in memory, as the composition builds it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QTableWidget
from pytestqt.qtbot import QtBot

from nscl_desktop.presenters.office import Office
from nscl_desktop.ui.failures import Failures
from nscl_desktop.ui.furniture import Furniture
from nscl_desktop.ui.main_window import MainWindow
from nscl_desktop.ui.operations import Operations
from nscl_desktop.ui.preferences import Preferences
from nscl_desktop.ui.tab import Surroundings, Tab, Voice
from nscl_desktop.ui.tabs import TABS
from nscl_desktop.ui.tabs.plans import PlansTab, prepare
from nscl_desktop.ui.theme import LIGHT_SCHEME, Theme

TabT = TypeVar("TabT", bound=Tab)


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
    window.add_tab(next(spec for spec in TABS if spec.is_first), tab)
    return Opened(window, furniture, tab, around, operations, failures)


@contextmanager
def shown(office: Office, folder: Path, qtbot: QtBot) -> Iterator[Opened]:
    """The window on screen, and closed in the end; active, because keys of commands work in the active window only."""
    found = open_window(office, folder)
    try:
        found.window.resize(1366, 768)
        with qtbot.waitExposed(found.window):
            found.window.show()
        found.window.activateWindow()
        qtbot.waitUntil(found.window.isActiveWindow)
        yield found
    finally:
        found.close()


def in_front(opened: Opened, key: str, tab: TabT, qtbot: QtBot) -> TabT:
    """Put a tab, or a section, into the place of this tab and bring it in front; it has read then what it shows."""
    spec = next(each for each in opened.window.specs if each.key == key)
    opened.window.add_tab(spec, tab)
    opened.window.pages.setCurrentIndex(opened.window.specs.index(spec))
    rest(opened, qtbot)
    return tab


def rest(opened: Opened, qtbot: QtBot) -> None:
    """Until everything that was begun is done, and what its results began in their turn."""
    for _ in range(3):
        qtbot.waitUntil(lambda: not opened.operations.is_busy)
        QApplication.processEvents()
    qtbot.waitUntil(lambda: not opened.operations.is_busy)


def refusals(opened: Opened) -> list[str]:
    """What is refused from now on, sentence by sentence."""
    heard: list[str] = []
    opened.around.voice.refused.connect(heard.append)
    return heard


def wishes(opened: Opened) -> list[tuple[str, str]]:
    """Kind and key of every record that is to be shown by another tab, from now on."""
    heard: list[tuple[str, str]] = []
    opened.around.voice.record_wanted.connect(lambda entity, key: heard.append((entity, key)))
    return heard


@cache
def _theme(application: QApplication) -> Theme:
    return Theme(application, LIGHT_SCHEME)


def text(table: QTableWidget, row: int, column: int) -> str:
    """What a cell of a table says."""
    item = table.item(row, column)
    assert item is not None
    return item.text()
