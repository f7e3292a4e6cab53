"""The windows that ask for a new visit or show a blank form, once what can be chosen there was read."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from nscl_desktop.presenters.visit_making import VisitOffers
from nscl_desktop.ui.inspections.blank_form_window import BlankFormWindow
from nscl_desktop.ui.inspections.new_visit_window import NewVisitWindow
from nscl_desktop.ui.tab import Surroundings

_NO_LIST = "Chưa có bảng kiểm nào đang dùng; hãy đưa một bảng kiểm vào dùng ở phần Bảng kiểm."


class Asking(QObject):
    """``made`` tells the key of a new visit."""

    made = Signal(str)

    def __init__(self, host: QWidget, around: Surroundings, today: str) -> None:
        super().__init__(host)
        self._host, self._around, self._today = host, around, today
        self.plan_id = ""
        """The plan that a new visit is offered to belong to."""

    def make_new(self) -> None:
        """Ask for a new visit."""

        def ask(offers: VisitOffers) -> None:
            window = NewVisitWindow(offers, self._around, self._host, self._today, self.plan_id)
            window.made.connect(self.made)
            open_window(window)

        self._ask_for_offers(ask)

    def show_blank(self) -> None:
        """A check list as a form to fill by hand."""
        self._ask_for_offers(lambda offers: open_window(BlankFormWindow(offers, self._around, self._host)))

    def _ask_for_offers(self, show: Callable[[VisitOffers], None]) -> None:
        visits, refused = self._around.office.visits, self._around.voice.refused

        def go_on(offers: VisitOffers) -> None:
            if offers.checklists:
                show(offers)
            else:
                refused.emit(_NO_LIST)

        self._around.operations.run("", lambda _: VisitOffers.read(visits), go_on)


def open_window(window: QDialog) -> None:
    """Show a window over its host, and forget it when it is closed."""
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.open()
