"""Everything that a user sees is Vietnamese, whole and in a readable size, at every scaling and in both themes."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QFrame,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from nscl_desktop.presenters.changed_places import Page
from nscl_desktop.ui.commands import all_commands, plain_words
from tests.ui.windows import Opened

ROOT = Path(__file__).resolve().parents[2]
ENGLISH = re.compile(
    r"\b(ok|cancel|close|open|save|apply|reset|help|yes|no|print|copy|paste|cut|undo|redo|delete|select|file|edit|view|"
    r"discard|retry|abort|ignore|restore|search|find|name|page|size|all|none|unknown|error|warning)\b",
    re.IGNORECASE,
)
# Names of programs and formats are what a clerk knows them by.
PROPER = re.compile(
    r"NSCL Desktop|Excel|Word|PDF|JSON|Windows|Ctrl|Alt|Shift|Enter|Del|Ins|PgUp|PgDown|Home|End|F\d+"
)


def words_of(root: QWidget) -> set[str]:
    """Every text of buttons, labels, place holders and tool tips below a widget, data of the plan left out."""
    found: set[str] = set()
    for widget in root.findChildren(QWidget):
        found.add(widget.toolTip())
        found.add(widget.windowTitle())
        if isinstance(widget, QAbstractButton):
            found.add(widget.text())
        if isinstance(widget, QLabel):
            found.add(widget.text())
        if isinstance(widget, QGroupBox):
            found.add(widget.title())
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            found.add(widget.placeholderText())
    return found - {""}


def english(words: set[str]) -> set[str]:
    return {each for each in words if ENGLISH.search(PROPER.sub("", each).replace("&", ""))}


def test_no_command_button_or_label_speaks_english(draft: Opened, qtbot: QtBot) -> None:
    page = draft.tab.page
    assert page is not None
    page.budget.details.trigger()
    for each in Page:
        page.show_page(each)
    qtbot.waitUntil(lambda: not draft.operations.is_busy, timeout=20_000)
    words = {plain_words(action) for _, action in all_commands(draft.furniture.menus)}
    words |= words_of(draft.window)
    assert english(words) == set()


@pytest.mark.parametrize("command", ["new", "compare", "backups"])
def test_no_dialog_speaks_english(draft: Opened, command: str) -> None:
    getattr(draft.tab.commands, command).trigger()
    dialogs = [each for each in draft.window.findChildren(QDialog) if each.isVisible()]
    assert len(dialogs) == 1
    assert english(words_of(dialogs[0]) | {dialogs[0].windowTitle()}) == set()
    dialogs[0].reject()


def test_every_field_and_list_has_a_name_for_screen_readers(draft: Opened) -> None:
    page = draft.tab.page
    assert page is not None
    for each in Page:
        page.show_page(each)
    nameless = [
        (type(widget).__name__, widget.objectName(), type(widget.parent()).__name__)
        for widget in draft.window.findChildren(QWidget)
        if widget.focusPolicy().value & 1 and not widget.accessibleName() and not _has_text(widget)
        and not widget.objectName().startswith("qt_") and not isinstance(widget.parent(), QFrame | QComboBox)
    ]  # fmt: skip
    assert nameless == []


def _has_text(widget: QWidget) -> bool:
    return isinstance(widget, QAbstractButton) and bool(widget.text())


def test_no_font_is_set_in_pixels() -> None:
    source = list((ROOT / "nscl_desktop" / "ui").rglob("*.py"))
    sheet = (ROOT / "resources" / "styles" / "window.qss").read_text("utf-8")
    assert not re.search(r"font(-size)?\s*:[^;]*px", sheet)
    assert not [path.name for path in source if "setPixelSize" in path.read_text("utf-8")]


CUT = """
import json, sys, tempfile
from pathlib import Path
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QAbstractButton, QLabel
from nscl_desktop.ui.application import make_application
application = make_application(["x"])
from tests.ui.offices import sample_office
from tests.ui.windows import open_window
from nscl_desktop.presenters.changed_places import Page

def settle():
    loop = QEventLoop()
    QTimer.singleShot(150, loop.quit)
    loop.exec()

opened = open_window(sample_office("BG-2021-2025"), Path(tempfile.mkdtemp()), sys.argv[1])
opened.window.resize(int(1366 / float(sys.argv[2])), int(728 / float(sys.argv[2])))
opened.window.show()
settle()
while opened.tab.page is None:
    settle()
cut = []
for page in Page:
    opened.tab.page.show_page(page)
    settle()
    while opened.operations.is_busy:
        settle()
    settle()
    for widget in opened.window.findChildren(QAbstractButton):
        if widget.isVisible() and widget.text() and widget.width() < widget.minimumSizeHint().width() - 1:
            cut.append([str(page), widget.text(), widget.width(), widget.minimumSizeHint().width()])
    for widget in opened.window.findChildren(QLabel):
        elided = type(widget).__name__ == "ElidedLabel" or widget.wordWrap()
        if widget.isVisible() and widget.text() and not elided and widget.width() < widget.sizeHint().width() - 1:
            cut.append([str(page), widget.text(), widget.width(), widget.sizeHint().width()])
size = opened.window.size()
print(json.dumps({"cut": cut, "width": size.width(), "height": size.height()}), flush=True)
import os
os._exit(0)
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("scale", ["1", "1.25", "1.5"])
def test_nothing_is_cut_on_a_small_screen_at_any_scaling(scale: str, scheme: str) -> None:
    """1366×768 with a task bar of 40; at 150 % the window has 910×485 device-independent pixels."""
    environment = {
        **os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale, "PYTHONPATH": str(ROOT),
    }  # fmt: skip
    run = subprocess.run(
        [sys.executable, "-c", CUT, scheme, scale],
        capture_output=True, text=True, env=environment, timeout=120, check=False, cwd=ROOT,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    told = json.loads(run.stdout.strip().splitlines()[-1])
    assert told["cut"] == []
    assert told["width"] <= 1366 / float(scale) + 1
    assert told["height"] <= 728 / float(scale) + 1
