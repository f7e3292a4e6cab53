"""Chỗ khác nhau và phần đang chờ: what is left to a person after receiving, decided when there is time for it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from nscl_desktop.presenters.package_check_outs import WaitingRow, waiting_rows
from nscl_desktop.presenters.package_conflicts import ConflictTable, names_wanted
from nscl_desktop.presenters.package_words import Names
from nscl_desktop.services.package_views import OpenItems, Watch
from nscl_desktop.ui.packages.conflict_view import ConflictView
from nscl_desktop.ui.packages.package_window import PackageWindow
from nscl_desktop.ui.packages.waiting_view import WaitingView
from nscl_desktop.ui.tab import Surroundings

_NOTHING = "Không còn chỗ nào khác nhau."


class OpenPlacesWindow(PackageWindow):
    """``decided`` each time something was."""

    decided = Signal()

    def __init__(self, around: Surroundings, parent: QWidget) -> None:
        super().__init__(around, parent, "Chỗ khác nhau", "Quyết định", leave="Đóng")
        self._packages, self._giving = around.office.packages, around.office.giving
        self.conflicts = ConflictView(ConflictTable(), around, _NOTHING)
        self.waiting = WaitingView()
        self.pages = QTabWidget()
        self.pages.setAccessibleName("Những gì cần quyết định")
        self.pages.addTab(self.conflicts, "Khác nhau")
        self.pages.addTab(self.waiting, "Chờ")
        self.content.addWidget(self.pages, 1)
        self.conflicts.changed.connect(self.follow)
        self.conflicts.told.connect(self.say)
        self.waiting.wanted.connect(self._settle)
        self.verb.clicked.connect(self._decide)
        self.resize(1080, 640)
        self.follow()

    def read(self) -> None:
        """Read what is open now."""

        def read(_watch: Watch) -> tuple[OpenItems, Names]:
            items = self._packages.open_items()
            return items, self._giving.names(names_wanted(items.conflicts))

        self.work("Đang đọc các chỗ khác nhau", read, self._show)

    def follow(self) -> None:
        """What can be decided now."""
        table = self.conflicts.table
        chosen = table.total - table.left
        self.verb.setText(f"Quyết định {chosen} chỗ" if chosen else "Quyết định")
        self.verb.setEnabled(chosen > 0 and not self.is_working)

    def _show(self, found: tuple[OpenItems, Names]) -> None:
        items, names = found
        self.conflicts.table.show(items.conflicts, names)
        self.conflicts.refresh()
        self.waiting.fill(waiting_rows(items.waiting))
        self.pages.setTabText(0, f"Khác nhau ({len(items.conflicts)})")
        self.pages.setTabText(1, f"Chờ ({len(items.waiting)})")
        if items.waiting and not items.conflicts:
            self.pages.setCurrentIndex(1)
        self.follow()
        page = self.pages.currentWidget()
        if page is not None:
            page.setFocus()

    def _decide(self) -> None:
        decisions = self.conflicts.table.decisions()

        def decide(_watch: Watch) -> None:
            self._packages.decide_all(decisions)

        self.work("Đang quyết định", decide, lambda _: self._after())

    def _after(self) -> None:
        self.decided.emit()
        self.read()

    def _settle(self, choice: str, rows: list[WaitingRow]) -> None:
        places = [(row.item.key, row.item.field) for row in rows]

        def settle(_watch: Watch) -> None:
            self._packages.settle(places, choice)

        self.work("Đang quyết định", settle, lambda _: self._after())
