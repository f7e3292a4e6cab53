"""Run as a program by the tests: enters answers in the real window and is cut off, or looks what is there afterwards.

Usage: entered_visit.py FILE cut|look. Prints one JSON object.
"""

import json
import os
import signal
import sys
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import nscl_desktop.app as composition
from nscl_desktop.ui.application import make_application
from nscl_desktop.ui.lazy_tab import LazyTab
from nscl_desktop.ui.sectioned_tab import SectionedTab
from nscl_desktop.ui.tabs.visits import VisitsTab

GIVE_UP_MS = 60_000
KEY = "inspections"


def focused() -> str:
    """The words of the button with the keyboard."""
    return str(getattr(QApplication.focusWidget(), "text", str)())


def press(key: Qt.Key) -> None:
    """A key for whatever has the keyboard."""
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key)


class Clerk:
    """Goes to the tab Kiểm tra once the window is there."""

    def __init__(self, frame: composition.Frame, session: composition.Session, *, is_cut: bool) -> None:
        self._frame, self._is_cut = frame, is_cut
        frame.window.painted.connect(lambda: QTimer.singleShot(0, session.open))
        session.shown.connect(self._turn)

    def _turn(self) -> None:
        window = self._frame.window
        window.activateWindow()
        window.pages.setCurrentIndex([spec.key for spec in window.specs].index(KEY))
        self._wait()

    @property
    def _visits(self) -> VisitsTab | None:
        tab = self._frame.window.current_tab
        section = tab.sections[0] if isinstance(tab, SectionedTab) else None
        found = section.tab if isinstance(section, LazyTab) else None
        return found if isinstance(found, VisitsTab) else None

    def _wait(self) -> None:
        visits = self._visits
        if visits is None or visits.page is None:
            QTimer.singleShot(5, self._wait)
        elif self._is_cut:
            self._enter(visits)
        else:
            self._look(visits)

    def _enter(self, visits: VisitsTab) -> None:
        """A verdict, and words; the third question is only looked at."""
        visits.toggle_entry()
        press(Qt.Key.Key_2)
        press(Qt.Key.Key_Return)
        field = QApplication.focusWidget()
        assert field is not None
        QTest.keyClicks(field, "ban cam ket")
        press(Qt.Key.Key_Return)
        self._cut_once_saved(visits)

    def _cut_once_saved(self, visits: VisitsTab) -> None:
        screen = visits.entry
        assert screen is not None
        if not screen.saved.text().startswith("Đã ghi "):
            QTimer.singleShot(5, lambda: self._cut_once_saved(visits))
            return
        json.dump({"question": screen.words.text()}, sys.stdout)
        sys.stdout.flush()
        os.kill(os.getpid(), signal.SIGKILL)

    def _look(self, visits: VisitsTab) -> None:
        told = {"offered": focused()}
        press(Qt.Key.Key_Space)
        screen = visits.entry
        assert screen is not None
        told |= {"question": screen.words.text(), "progress": screen.count.text()}
        screen.back.click()
        told["words"] = screen.answer.text
        json.dump(told, sys.stdout)
        self._frame.window.close()


def main() -> int:
    """Start, enter or look."""
    application = make_application(["nscl-desktop"])
    data = Path(sys.argv[1])
    frame = composition.make_frame(application, data.parent)
    clerk = Clerk(frame, composition.Session(frame, data), is_cut=sys.argv[2] == "cut")
    frame.window.closing.connect(application.quit)
    QTimer.singleShot(GIVE_UP_MS, application.quit)
    frame.window.show()
    application.exec()
    del clerk
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
