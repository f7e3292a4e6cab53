"""The real window on a stage: brought to where a picture is wanted, and drawn with what stands over it."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QPoint, QTimer
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from nscl_desktop.app import Session, make_frame
from nscl_desktop.ui.everyday.everyday_commands import EverydayCommands
from nscl_desktop.ui.furniture import Furniture
from nscl_desktop.ui.main_window import MainWindow
from nscl_desktop.ui.operations import Operations
from nscl_desktop.ui.packages.handover_commands import HandoverCommands
from nscl_desktop.ui.packages.package_commands import PackageCommands
from nscl_desktop.ui.plan_page import PlanPage
from nscl_desktop.ui.sectioned_tab import SectionedTab
from nscl_desktop.ui.tabs.plans import PlansTab

PATIENCE = 60.0  # seconds
PageT = TypeVar("PageT", bound=QWidget)


class Stage:
    """The program over one data file, from its first paint to its end."""

    def __init__(self, application: QApplication, folder: Path, data: Path, scheme: str) -> None:
        frame = make_frame(application, folder)
        frame.theme.set_scheme(scheme)
        self.remarks: list[str] = []
        """What a reviewer should know beside the pictures."""
        self.voice = frame.voice
        self.home = folder
        self._session = Session(frame, data)
        self.window: MainWindow = frame.window
        self.window.painted.connect(lambda: QTimer.singleShot(0, self._session.open))
        self.window.show()

    @property
    def furniture(self) -> Furniture:
        """Menus, status bar, toast."""
        furniture = self._session.furniture
        assert furniture is not None
        return furniture

    @property
    def packages(self) -> PackageCommands:
        """What goes to other machines and comes back."""
        self.until(lambda: self._session.packages is not None)
        packages = self._session.packages
        assert packages is not None
        return packages

    @property
    def handovers(self) -> HandoverCommands:
        """The whole office into one file, and back."""
        self.until(lambda: self._session.handovers is not None)
        handovers = self._session.handovers
        assert handovers is not None
        return handovers

    @property
    def everyday(self) -> EverydayCommands:
        """What is wanted every day."""
        self.until(lambda: self._session.everyday is not None)
        everyday = self._session.everyday
        assert everyday is not None
        return everyday

    @property
    def tab(self) -> PlansTab:
        """Tab Kế hoạch."""
        tab = self.window.current_tab
        assert isinstance(tab, PlansTab)
        return tab

    @property
    def page(self) -> PlanPage:
        """The open plan."""
        assert self.tab.page is not None
        return self.tab.page

    def open(self, name: str) -> PlanPage:
        """Bring a plan in front; its page."""
        self.until(self.is_open)
        plan_id = next(entry.plan_id for entry in self.tab.plans.entries() if entry.name == name)
        self.until(lambda: self.tab.page is not None)
        self.tab.open(plan_id)
        self.until(lambda: self.tab.page is not None and self.page.desk.plan_id == plan_id)
        return self.page

    def show(self, entity: str, key: str, page: type[PageT]) -> PageT:
        """Bring a record of any tab in front; its page."""
        self.until(self.is_open)
        self.voice.record_wanted.emit(entity, key)
        self.until(lambda: any(each.isVisible() for each in self.window.findChildren(page)))
        self.calm()
        return next(each for each in self.window.findChildren(page) if each.isVisible())

    def section(self, tab: int, title: str) -> None:
        """Bring a section of a tab in front."""
        self.until(self.is_open)
        self.window.pages.setCurrentIndex(tab)
        self.calm()
        front = self.window.current_tab
        assert isinstance(front, SectionedTab)
        titles = [front.bar.tabText(at) for at in range(front.bar.count())]
        front.bar.setCurrentIndex(titles.index(title))
        self.calm()

    def is_open(self) -> bool:
        """Whether the data file is open and all tabs are there."""
        return len(self.window.tabs()) == len(self.window.specs)

    def until(self, condition: Callable[[], bool]) -> None:
        """Let the program live until something holds."""
        pulse, end = QTimer(), time.monotonic() + PATIENCE
        pulse.start(10)
        while not condition():
            assert time.monotonic() < end, "the window never got so far"
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def calm(self) -> None:
        """Wait until nothing moves: all work is done and everything is painted."""
        for _ in range(3):
            self.window.grab()
            QApplication.processEvents()
            self.until(lambda: not any(each.is_busy for each in self._session.findChildren(Operations)))

    def picture(self) -> QPixmap:
        """The window with what stands over it."""
        self.calm()
        whole = self.window.grab()
        painter = QPainter(whole)
        for above in self._above():
            at = above.pos() - self.window.pos() if isinstance(above, QMenu) else self._middle(above)
            painter.fillRect(above.rect().translated(at).adjusted(-1, -1, 1, 1), QColor("#808080"))
            painter.drawPixmap(at, above.grab())
        painter.end()
        return whole

    def _above(self) -> list[QWidget]:
        return [each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not self.window]

    def _middle(self, dialog: QWidget) -> QPoint:
        room = self.window.size() - dialog.size()
        if min(room.width(), room.height()) < 0:
            self.remarks.append(f"{type(dialog).__name__} {dialog.size().toTuple()} is larger than the screen")
        return QPoint(max(room.width() // 2, 0), max(room.height() // 2, 0))

    def clear(self) -> None:
        """Close what stands over the window."""
        for above in self._above():
            above.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def end(self) -> None:
        """Close the window."""
        self.clear()
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
