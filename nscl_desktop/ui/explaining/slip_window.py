"""Phiếu thuyết minh số liệu: the explanation of a figure as it is printed, with printing and export."""

from datetime import date

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from nscl_desktop.domain.appendix import AppendixDoc
from nscl_desktop.domain.explanations import Explanation, slip
from nscl_desktop.presenters.minutes_sheet import Letterhead
from nscl_desktop.ui.paper.minutes_page import MinutesPage
from nscl_desktop.ui.screen_room import fit_to_screen
from nscl_desktop.ui.tab import Surroundings


class SlipWindow(QDialog):
    """The pages of one slip."""

    def __init__(self, around: Surroundings, explanation: Explanation, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Phiếu thuyết minh số liệu")
        self.page = MinutesPage(_Slip(explanation), around, noun="phiếu")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        self.resize(1080, 680)
        fit_to_screen(self)
        self.page.come_in_front()


class _Slip:
    """What is printed."""

    def __init__(self, explanation: Explanation) -> None:
        self._explanation = explanation

    def document(self, head: Letterhead) -> AppendixDoc:
        """The slip under the office's letterhead, as of today."""
        today = date.today().isoformat()  # noqa: DTZ011 - the clerk's own day
        return slip(self._explanation, head.lines, today)

    def file_name(self) -> str:
        """What its file is called at first."""
        return "Thuyết minh số liệu"
