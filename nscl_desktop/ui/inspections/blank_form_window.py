"""Blank forms to take along and fill by hand: choose a check list, look at the pages, print them."""

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from nscl_desktop.domain.appendix import AppendixDoc
from nscl_desktop.domain.book import Book
from nscl_desktop.presenters.minutes_sheet import Letterhead, blank_form, form_name
from nscl_desktop.presenters.visit_making import VisitOffers
from nscl_desktop.ui.elided_combo import ElidedCombo
from nscl_desktop.ui.paper.minutes_page import MinutesPage
from nscl_desktop.ui.screen_room import fit_to_screen
from nscl_desktop.ui.tab import Surroundings


class BlankForm:
    """One check list as a paper."""

    def __init__(self) -> None:
        self.book, self.key = Book(), ""

    def document(self, head: Letterhead) -> AppendixDoc:
        """The paper as data."""
        return blank_form(self.book, self.key, head)

    def file_name(self) -> str:
        """What its file is called at first."""
        return form_name(self.book, self.key)


class BlankFormWindow(QDialog):
    """The list at the left above the letterhead, its pages at the right."""

    def __init__(self, offers: VisitOffers, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Biểu mẫu trống để ghi tay")
        self._around, self._form = around, BlankForm()
        self.choice = ElidedCombo()
        self.choice.setAccessibleName("Bảng kiểm")
        for value, words in offers.list_words():
            self.choice.addItem(words, value)
        self.page = MinutesPage(self._form, around, self.choice)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.page)
        self.choice.currentIndexChanged.connect(lambda _: self._read())
        self.resize(1080, 680)
        fit_to_screen(self)
        self._read()

    def _read(self) -> None:
        visits, key = self._around.office.visits, str(self.choice.currentData())
        self._around.operations.run("", lambda _: visits.checklist(key), lambda book: self._show(book, key))

    def _show(self, book: Book, key: str) -> None:
        self._form.book, self._form.key = book, key
        self.page.print_anew()
