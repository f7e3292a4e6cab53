"""The window's frame: names of menus, tabs from the registry. It knows no tab by name.

It paints before any data is there, and with as little of Qt as that takes: PySide makes each class when it is first
named, the Qt namespace alone costs as much as a tenth of a bare window. So menus, status bar and all else are put in by
``Furniture`` right after the first paint, and the tabs once the file is open.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QMainWindow, QStackedWidget, QStatusBar, QTabWidget, QVBoxLayout, QWidget

from nscl_desktop.ui.preferences import Preferences
from nscl_desktop.ui.tab import MENUS, Tab, TabSpec

if TYPE_CHECKING:  # wanted only after the first paint
    from PySide6.QtGui import QCloseEvent, QPaintEvent

PROGRAM = "NSCL Desktop"
_OPENING = "Đang mở dữ liệu…"


class MainWindow(QMainWindow):
    """Frame around the tabs."""

    painted = Signal()
    """The first paint is done: now there is time for everything else."""
    tab_changed = Signal()
    closing = Signal()

    def __init__(self, preferences: Preferences, tabs: Sequence[TabSpec]) -> None:
        super().__init__()
        self._preferences = preferences
        self.specs = tuple(tabs)
        self._tabs: dict[str, Tab] = {}
        self._has_painted = False
        self._may_close: Callable[[], bool] = lambda: True
        self.setWindowTitle(PROGRAM)
        self.setStatusBar(QStatusBar())
        self.menus = {name: self.menuBar().addMenu(name) for name in MENUS}
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        self.pages.setAccessibleName("Các phần của chương trình")
        for spec in self.specs:
            self.pages.addTab(_notice(_OPENING), spec.title)
        self.pages.setCurrentIndex(next((at for at, spec in enumerate(self.specs) if spec.is_first), 0))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.pages)
        self.setCentralWidget(self._stack)
        self.resize(1280, 720)
        self.restoreGeometry(preferences.state("window"))

    def add_tab(self, spec: TabSpec, tab: Tab) -> None:
        """Put a tab where its notice stood."""
        index = self.specs.index(spec)
        notice = self.pages.widget(index)
        self._tabs[spec.key] = tab
        blocked = self.pages.blockSignals(True)
        current = self.pages.currentIndex()
        self.pages.removeTab(index)
        self.pages.insertTab(index, tab.widget(), spec.title)
        self.pages.setCurrentIndex(current)
        self.pages.blockSignals(blocked)
        if notice is not None:
            notice.deleteLater()
        if index == current:
            self.tab_changed.emit()

    def take_tabs_away(self) -> None:
        """Put notices where the tabs stood: their data file is let go, another one will be opened."""
        for tab in self._tabs.values():
            tab.settle()
        self._tabs.clear()
        blocked = self.pages.blockSignals(True)
        current = self.pages.currentIndex()
        for index, spec in enumerate(self.specs):
            before = self.pages.widget(index)
            self.pages.removeTab(index)
            self.pages.insertTab(index, _notice(_OPENING), spec.title)
            if before is not None:
                before.deleteLater()
        self.pages.setCurrentIndex(current)
        self.pages.blockSignals(blocked)
        self.tab_changed.emit()

    def tabs(self) -> Sequence[Tab]:
        """The tabs that are there."""
        return tuple(self._tabs.values())

    @property
    def current_tab(self) -> Tab | None:
        """The tab in front, once it is there."""
        index = self.pages.currentIndex()
        return self._tabs.get(self.specs[index].key) if index >= 0 else None

    @property
    def current_key(self) -> str:
        """The key of the tab in front, there or still coming."""
        return self.specs[self.pages.currentIndex()].key

    def tab_of(self, spec: TabSpec) -> Tab | None:
        """A tab by its registration, once it is there."""
        return self._tabs.get(spec.key)

    def open_record(self, entity: str, key: str) -> None:
        """Bring the tab in front that shows this kind of record, and have it show this one."""
        spec = next((spec for spec in self.specs if entity in spec.shows and spec.key in self._tabs), None)
        if spec:
            self.pages.setCurrentIndex(self.specs.index(spec))
            self._tabs[spec.key].open_record(entity, key)

    def make_room(self, is_on: bool) -> None:
        """Hide the bar of tabs while one screen needs the whole window."""
        self.pages.tabBar().setVisible(not is_on)

    def show_notice(self, page: QWidget) -> None:
        """Show something else than tabs, because the data file could not be opened."""
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)

    def show_tabs(self) -> None:
        """Show the tabs again."""
        notice = self._stack.currentWidget()
        if notice is not self.pages:
            self._stack.removeWidget(notice)
            notice.deleteLater()

    def ask_before_closing(self, may_close: Callable[[], bool]) -> None:
        """Have ``may_close`` decide when the user leaves: it saves what is left and may show a reason to stay."""
        self._may_close = may_close

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Tell that the window can be seen now."""
        super().paintEvent(event)
        if not self._has_painted:
            self._has_painted = True
            self.painted.emit()

    def closeEvent(self, event: "QCloseEvent") -> None:
        """Bring what is being typed into the data, and leave only when everything is saved."""
        for tab in self._tabs.values():
            tab.settle()
        if not self._may_close():
            event.ignore()
            return
        self._preferences.remember("window", self.saveGeometry())
        self.closing.emit()
        event.accept()


def _notice(sentence: str) -> QWidget:
    page = QWidget()
    label = QLabel(sentence)
    label.setProperty("role", "notice")
    QVBoxLayout(page).addWidget(label)
    return page
