"""Xem thử: the entry screen itself over a visit that leaves nothing behind."""

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from nscl_desktop.presenters.visit_entry import VisitEntry
from nscl_desktop.ui.screen_room import fit_to_screen
from nscl_desktop.ui.visit_entry_page import EntryPage


class PreviewWindow(QDialog):
    """Esc, or the way back to the list, closes it."""

    def __init__(self, entry: VisitEntry, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Xem thử bảng kiểm")
        self.page = EntryPage(entry)
        self.page.leave.setText("Đóng")
        self.page.saved.hide()  # nothing is saved here
        self.page.left.connect(self.reject)
        self.page.finish_wanted.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.page)
        self.resize(840, 640)
        fit_to_screen(self)
