"""Run as a program by the tests: opens one data file after another in one window, and tells what was seen of each.

Usage: changed_file.py FOLDER FILE FILE…; "" is this machine's own file, a package is taken as given work. Prints JSON.
"""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QTimer

import nscl_desktop.app as composition
from nscl_desktop.ui.application import make_application
from nscl_desktop.ui.opening_failed import OpeningFailed
from nscl_desktop.ui.tabs.plans import PlansTab

GIVE_UP_MS = 60_000


class Tour:
    """Waits for each file, notes what the window shows, edits the plan that is open, and asks for the next file."""

    def __init__(self, frame: composition.Frame, session: composition.Session, files: list[str]) -> None:
        self._frame, self._session, self._files = frame, session, files
        self.told: list[dict[str, object]] = []
        self._takes = False
        frame.window.painted.connect(lambda: QTimer.singleShot(0, session.open))
        session.shown.connect(lambda: QTimer.singleShot(0, self._look))
        self._fault = QTimer(interval=20)
        self._fault.timeout.connect(self._look_for_refusal)
        self._fault.start()

    def _look_for_refusal(self) -> None:
        page = self._frame.window.findChild(OpeningFailed)
        if page is not None and page.isVisible():
            self.told.append({"refused": page.sentence, "can_return": page.back.isVisible()})
            self._fault.stop()
            page.back.click()
            QTimer.singleShot(1000, self._fault.start)

    def _look(self) -> None:
        tab, furniture = self._frame.window.current_tab, self._session.furniture
        assert furniture is not None
        assert isinstance(tab, PlansTab)
        page = tab.page
        if self._session.packages is None or (page is None and tab.plans.entries()):
            QTimer.singleShot(10, self._look)
            return
        self.told.append(
            {
                "file": furniture.status.file.text(),
                "plan": page.desk.plan.code if page else "",
                "home_offered": furniture.home.isVisible(),
            }
        )
        if page and page.desk.plan.status == "draft":
            row = next(at for at in range(len(page.budget.grid.rows)) if not page.budget.typing.refusal(at, 1))
            page.budget.typing.enter(row, 1, "Đang gõ thì đổi tệp")
        if self._takes:
            return  # the end comes with what the file is called
        wanted = self._files.pop(0) if self._files else None
        if wanted is None:
            self._frame.window.close()
        elif wanted.endswith(".nsclgoi"):
            assert self._session.packages is not None
            self._takes = True
            self._session.packages.standing_changed.connect(self._note_standing)
            self._session.packages.take_file(Path(wanted))
            self._open_taken()
        else:
            self._frame.voice.file_wanted.emit(wanted)

    def _open_taken(self) -> None:
        from nscl_desktop.ui.packages.take_window import TakeWindow  # loaded by the window itself

        (window,) = self._frame.window.findChildren(TakeWindow)
        if not window.verb.isEnabled():
            QTimer.singleShot(10, self._open_taken)
            return
        window.verb.click()

    def _note_standing(self, called: str, _open_words: str) -> None:
        if called:
            self.told.append({"called": called, "title": self._frame.window.windowTitle()})
            self._frame.window.close()


def main() -> int:
    """Open, tell, go on."""
    application = make_application(["nscl-desktop"])
    folder, first, *others = sys.argv[1:]
    frame = composition.make_frame(application, Path(folder))
    tour = Tour(frame, composition.Session(frame, Path(first)), others)
    frame.window.closing.connect(application.quit)
    QTimer.singleShot(GIVE_UP_MS, application.quit)
    frame.window.show()
    application.exec()
    json.dump({"told": tour.told, "last": frame.preferences.text("data_file")}, sys.stdout)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
