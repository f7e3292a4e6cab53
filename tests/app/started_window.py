"""Run as a program by the tests: starts the real window over a data file, tells what happened, closes it again.

Usage: started_window.py FILE. Prints one JSON object.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

import nscl_desktop.app as composition
from nscl_desktop.ui.application import make_application

_LIBRARIES = ("sqlalchemy", "alembic", "reportlab", "openpyxl", "docx", "xlsxwriter", "pypdfium2")
HEAVY = (*_LIBRARIES, "nscl_desktop.domain.registry")
"""What a start does without: what writes, and the record kinds of the registers."""
GIVE_UP_MS = 60_000


class Visit:
    """One start of the window: wait for the plan, edit one cell where that is allowed, wait for the disk, close."""

    def __init__(self, frame: composition.Frame, session: composition.Session) -> None:
        self._frame, self._session = frame, session
        self.told: dict[str, object] = {}
        self._gaps: list[float] = []
        self._last = 0.0
        self._pulse = QTimer()
        self._pulse.timeout.connect(self._beat)
        frame.window.painted.connect(self._painted)
        session.shown.connect(self._look)

    def _painted(self) -> None:
        self.told["heavy_at_first_paint"] = [name for name in HEAVY if name in sys.modules]
        self._last = time.monotonic()
        self._pulse.start(1)
        QTimer.singleShot(0, self._session.open)

    def _beat(self) -> None:
        now = time.monotonic()
        self._gaps.append(now - self._last)
        self._last = now

    def _look(self) -> None:
        tab = self._frame.window.current_tab
        page = getattr(tab, "page", None)
        if not isinstance(page, QWidget):
            QTimer.singleShot(5, self._look)
            return
        from nscl_desktop.ui.plan_page import PlanPage  # loaded by the window itself, after its first paint

        assert isinstance(page, PlanPage)
        self._pulse.stop()
        self.told["heavy_with_the_plan"] = [name for name in HEAVY if name in sys.modules]
        self.told["title"] = self._frame.window.windowTitle()
        self.told["rows"] = len(page.budget.grid.rows)
        self.told["total"] = page.desk.budget.total()
        self.told["largest_gap_ms"] = round(max(self._gaps) * 1000, 1)
        if page.desk.plan.status == "draft":
            row = next(at for at in range(len(page.budget.grid.rows)) if not page.budget.typing.refusal(at, 1))
            page.budget.typing.enter(row, 1, "Sửa khi chạy thử")
        self._wait_for_saving(lambda: page.desk.unsaved)

    def _wait_for_saving(self, unsaved: Callable[[], int]) -> None:
        if unsaved():
            QTimer.singleShot(5, lambda: self._wait_for_saving(unsaved))
            return
        self.told["status"] = self._session.furniture.status.saved.text() if self._session.furniture else ""
        self._frame.window.close()


def main() -> int:
    """Start, visit, tell."""
    application = make_application(["nscl-desktop"])
    data = Path(sys.argv[1])
    frame = composition.make_frame(application, data.parent)
    visit = Visit(frame, composition.Session(frame, data))
    frame.window.closing.connect(application.quit)
    QTimer.singleShot(GIVE_UP_MS, application.quit)
    frame.window.show()
    application.exec()
    json.dump(visit.told, sys.stdout)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
