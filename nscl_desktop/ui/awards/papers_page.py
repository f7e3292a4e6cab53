"""Bản in của đợt xét giải: which paper, its letterhead, its pages."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from nscl_desktop.presenters.award_papers import PAPERS, AwardPapers, PraisePaper
from nscl_desktop.presenters.award_sheet import AwardSheet
from nscl_desktop.ui.elided_combo import ElidedCombo
from nscl_desktop.ui.paper.minutes_page import MinutesPage
from nscl_desktop.ui.screen_room import fit_to_screen
from nscl_desktop.ui.tab import Surroundings


class AwardPapersPage(QWidget):
    """The page is made when it is first looked at: most of the time nobody prints."""

    def __init__(self, sheet: AwardSheet, around: Surroundings) -> None:
        super().__init__()
        self.papers, self._around = AwardPapers(sheet), around
        self.choice = ElidedCombo()
        self.choice.setAccessibleName("Giấy tờ")
        for value, words in PAPERS:
            self.choice.addItem(words, value)
        self.page: MinutesPage | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.choice.currentIndexChanged.connect(lambda _: self._choose())

    def come_in_front(self) -> None:
        """The page is looked at."""
        if self.page is None:
            self.page = MinutesPage(self.papers, self._around, self.choice)
            self._column.addWidget(self.page)
            self.setFocusProxy(self.page)
        self.page.come_in_front()

    def follow(self) -> None:
        """The round is another now."""
        if self.page:
            self.page.follow()

    def settle(self) -> None:
        """Nothing is typed into a paper."""

    def _choose(self) -> None:
        self.papers.kind = str(self.choice.currentData())
        if self.page:
            self.page.print_anew()


class PraiseWindow(QDialog):
    """The list of praise in a window of its own, as it is printed."""

    def __init__(self, paper: PraisePaper, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Danh sách đề nghị khen thưởng")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.page = MinutesPage(paper, around, noun="danh sách")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.page)
        self.resize(1080, 680)
        fit_to_screen(self)
        self.page.print_anew()
