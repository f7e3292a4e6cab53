"""Section Lần kiểm tra: the visits at the left, the chosen one at the right, the entry screen over both."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from nscl_desktop.domain.visit_rows import VisitRow
from nscl_desktop.presenters.office import Office
from nscl_desktop.presenters.visit_list import VisitList
from nscl_desktop.ui.inspections.no_visit import NoVisit
from nscl_desktop.ui.inspections.visit_list_view import VisitListView
from nscl_desktop.ui.preferences import Preferences
from nscl_desktop.ui.tab import Menus, Surroundings, TabMaker


def prepare(_office: Office, _preferences: Preferences) -> TabMaker:
    """The list is read when the section is made, which is when it is first looked at."""
    return VisitsTab


class VisitsTab:
    """The section's parts and what they do with one another."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        today = date.today().isoformat()  # noqa: DTZ011 - the clerk's own day
        self.visits = VisitList()
        self.list = VisitListView(self.visits, around.theme, today)
        self.nothing = NoVisit()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.nothing)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setAccessibleName("Lần kiểm tra")
        self._split.addWidget(self.list)
        self._split.addWidget(self._stack)
        self._split.setStretchFactor(0, 0)
        self._split.setStretchFactor(1, 1)
        self._split.setCollapsible(1, False)
        self._split.setHandleWidth(1)
        self._split.setSizes([400, 960])
        self._read_list()

    def widget(self) -> QWidget:
        """The section's page."""
        return self._split

    def menus(self) -> Menus:
        """Commands on the list and on the visit on the desk."""
        return {}

    def come_in_front(self) -> None:
        """Show the list with the keyboard in it."""
        self._around.voice.title.emit("Kiểm tra")
        self._around.voice.findings.emit(-1, -1, -1)
        self.list.go_to_rows() if self.list.list.count() else self.list.search.setFocus()

    def go_to_findings(self) -> None:
        """What is missing in a visit stands on its own page."""

    def settle(self) -> None:
        """Take what is being typed."""

    def open_record(self, entity: str, key: str) -> None:
        """Show a visit, in the list and beside it."""
        self._read_list(key)

    def read_again(self) -> None:
        """Nothing of before may stay on the desk."""
        self._read_list()

    def _read_list(self, wanted: str = "") -> None:
        def show(rows: Sequence[VisitRow]) -> None:
            self.visits.load(rows)
            self.list.offer_plans()
            self.list.refill(wanted)
            self.nothing.follow(is_empty=self.visits.is_empty)

        room = self._around.office.visits
        self._around.operations.run("", lambda _: room.rows(), show)
