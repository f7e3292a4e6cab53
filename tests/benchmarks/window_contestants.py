"""Starts one window and tells milliseconds: first paint, plan on screen, longest gap of the event loop.

Each by the clock since the process was begun, then by the processor, which other programs disturb less.
Usage: window_contestants.py bare | ours FILE, with NSCL_BEGAN holding the clock (ns, monotonic) at the start.
"""

import os
import sys
import time

BEGAN = int(os.environ["NSCL_BEGAN"])


Moment = tuple[float, float]


def since() -> Moment:
    """Milliseconds of the clock and of the processor."""
    return (time.monotonic_ns() - BEGAN) / 1e6, time.process_time() * 1000


def bare() -> list[Moment]:
    """A QMainWindow with a label: the least that PySide6 can show."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    application = QApplication(["bare"])
    told: list[Moment] = []

    class Window(QMainWindow):
        """Tells its first paint."""

        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            if not told:
                told.append(since())
                QTimer.singleShot(0, application.quit)

    window = Window()
    window.setCentralWidget(QLabel("Năng suất, chất lượng"))
    window.resize(1280, 720)
    window.show()
    application.exec()
    return told


def ours(path: str) -> list[Moment]:
    """The program itself."""
    from pathlib import Path

    from nscl_desktop.__main__ import load_window

    composition = load_window()
    from PySide6.QtCore import QTimer

    from nscl_desktop.ui.application import make_application

    application = make_application(["nscl-desktop"])
    frame = composition.make_frame(application, Path(path).parent)
    session = composition.Session(frame, Path(path))
    told: list[Moment] = []
    gaps: list[Moment] = []
    last: list[Moment] = []
    pulse = QTimer()

    def beat() -> None:
        now, before = since(), last.pop()
        gaps.append((now[0] - before[0], now[1] - before[1]))
        last.append(now)

    def painted() -> None:
        told.append(since())
        last.append(since())
        pulse.timeout.connect(beat)
        pulse.start(1)
        QTimer.singleShot(0, session.open)

    def look() -> None:
        page = getattr(frame.window.current_tab, "page", None)
        if page is None or not page.budget.view.main.viewport().isVisible():
            QTimer.singleShot(1, look)
            return
        QTimer.singleShot(0, finish)

    def finish() -> None:
        told.append(since())
        told.append((max(gap for gap, _ in gaps), max(gap for _, gap in gaps)))
        application.quit()

    frame.window.painted.connect(painted)
    session.shown.connect(look)
    frame.window.resize(1280, 720)
    frame.window.show()
    application.exec()
    return told


if __name__ == "__main__":
    print(*(figure for moment in (ours(sys.argv[2]) if sys.argv[1] == "ours" else bare()) for figure in moment))
    sys.stdout.flush()
    os._exit(0)
