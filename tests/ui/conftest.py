"""The program's own style, face and language for every test of the window, and windows that close behind each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nscl_desktop.ui.application import STYLE, dress
from tests.ui.offices import empty_office, sample_office
from tests.ui.windows import Opened, open_window


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    """The application as the program sets it up."""
    qapp.setStyle(STYLE)
    dress(qapp)
    return qapp


@pytest.fixture
def opened(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    """The window over the three source plans, the first of the list on the desk."""
    found = open_window(sample_office(), tmp_path)
    yield from _shown(found, qtbot)


@pytest.fixture
def draft(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    """The window over Bắc Giang's plan alone, which is still a draft and can be edited."""
    found = open_window(sample_office("BG-2021-2025"), tmp_path)
    yield from _shown(found, qtbot)


@pytest.fixture
def bare(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    """The window over a new file without any plan."""
    found = open_window(empty_office(), tmp_path)
    found.window.resize(1366, 768)
    with qtbot.waitExposed(found.window):
        found.window.show()
    yield found
    found.close()


def _shown(found: Opened, qtbot: QtBot) -> Iterator[Opened]:
    found.window.resize(1366, 768)
    with qtbot.waitExposed(found.window):
        found.window.show()
    found.window.activateWindow()
    qtbot.waitUntil(found.window.isActiveWindow)  # keys of commands work in the active window only
    qtbot.waitUntil(lambda: found.tab.page is not None)
    QApplication.processEvents()  # ... and on a page that has been laid out
    yield found
    found.close()
