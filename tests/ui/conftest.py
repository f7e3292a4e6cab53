"""The program's own style, face and language for every test of the window, and windows that close behind each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nscl_desktop.presenters.office import Office
from nscl_desktop.ui.application import STYLE, dress
from tests.ui.offices import MemoryOffice, empty_office, sample_office
from tests.ui.windows import Opened, shown


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    """The application as the program sets it up."""
    qapp.setStyle(STYLE)
    dress(qapp)
    return qapp


@pytest.fixture
def office() -> MemoryOffice:
    """What `window` stands over: a new file; tests that want records in it have an office of their own."""
    return empty_office()


@pytest.fixture
def window(dressed: QApplication, qtbot: QtBot, tmp_path: Path, office: Office) -> Iterator[Opened]:
    """The window over the office, before any tab but that of plans is in it."""
    with shown(office, tmp_path, qtbot) as found:
        yield found


@pytest.fixture
def opened(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    """The window over the three source plans, the first of the list on the desk."""
    with shown(sample_office(), tmp_path, qtbot) as found:
        _wait_for_plan(found, qtbot)
        yield found


@pytest.fixture
def draft(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    """The window over Bắc Giang's plan alone, which is still a draft and can be edited."""
    with shown(sample_office("BG-2021-2025"), tmp_path, qtbot) as found:
        _wait_for_plan(found, qtbot)
        yield found


@pytest.fixture
def bare(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    """The window over a new file without any plan."""
    with shown(empty_office(), tmp_path, qtbot) as found:
        yield found


def _wait_for_plan(found: Opened, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: found.tab.page is not None)
    QApplication.processEvents()  # keys of commands work on a page that has been laid out
