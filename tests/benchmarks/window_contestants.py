"""Starts one window and tells in milliseconds since the process was begun: first paint, plan on screen, longest gap.

Usage: window_contestants.py bare | ours FILE, with NSCL_BEGAN holding the clock (ns, monotonic) at the start.
"""

import os
import sys
import time

BEGAN = int(os.environ["NSCL_BEGAN"])


def since() -> float:
    """Milliseconds."""
    return (time.monotonic_ns() - BEGAN) / 1e6


def bare() -> list[float]:
    """A QMainWindow with a label: the least that PySide6 can show."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    application = QApplication(["bare"])
    told: list[float] = []

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


def ours(path: str) -> list[float]:
    """The program itself."""
    from pathlib import Path

    from PySide6.QtCore import QTimer

    import nscl_desktop.app as composition
    from nscl_desktop.ui.application import make_application

    application = make_application(["nscl-desktop"])
    frame = composition.make_frame(application, Path(path).parent)
    session = composition.Session(frame, Path(path))
    told: list[float] = []
    gaps = [0.0]
    last = [0.0]
    pulse = QTimer()

    def beat() -> None:
        now = since()
        gaps.append(now - last[0])
        last[0] = now

    def painted() -> None:
        told.append(since())
        last[0] = since()
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
        QTimer.singleShot(300, leave)

    def leave() -> None:
        told.append(max(gaps))
        application.quit()

    frame.window.painted.connect(painted)
    session.shown.connect(look)
    frame.window.resize(1280, 720)
    frame.window.show()
    application.exec()
    return told


if __name__ == "__main__":
    print(*(ours(sys.argv[2]) if sys.argv[1] == "ours" else bare()))
    sys.stdout.flush()
    os._exit(0)
