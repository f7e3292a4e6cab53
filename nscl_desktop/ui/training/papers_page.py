"""Giấy tờ: what settling the course needs and what came in, and below it the scans and photos that are kept."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from nscl_desktop.domain.attached_files import CourseFile
from nscl_desktop.presenters.attached_pictures import RecordFiles
from nscl_desktop.presenters.course_sheet import CourseSheet, paper_rows
from nscl_desktop.services.course_papers import lacking, missing_papers
from nscl_desktop.services.course_parts import add_missing_papers
from nscl_desktop.ui.attached_pictures import AttachedPictures
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.record_table import RecordTable
from nscl_desktop.ui.scrolled import scrolled
from nscl_desktop.ui.tab import Surroundings

_LEAST = 240


class PapersPage(QWidget):
    """The check list with what is missing, and the files."""

    def __init__(self, sheet: CourseSheet, around: Surroundings, undo: Callable[[], object]) -> None:
        super().__init__()
        self._sheet, self._around = sheet, around
        self.table = RecordTable(paper_rows(sheet), around, undo, noun="giấy tờ", stretched=0)
        self.table.shrink_to(30)
        self.table.table.setMinimumHeight(_LEAST)
        self.usual = QPushButton("Lấy danh mục thường dùng")
        self.usual.clicked.connect(self._add_usual)
        self.table.buttons.insertWidget(1, self.usual)
        self.about = QLabel()
        self.about.setWordWrap(True)
        self.files = AttachedPictures(RecordFiles(sheet.desk, CourseFile, around.office.attachments), around, undo)
        title = QLabel("Bản quét, ảnh")
        title.setProperty("role", "heading")
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.about)
        column.addWidget(self.table, 1)
        column.addSpacing(8)
        column.addWidget(title)
        column.addWidget(self.files)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inner))
        self.setFocusProxy(self.table.table)

    def follow(self) -> None:
        """Show papers and files as they are now."""
        self.table.refresh()
        self.files.refresh()
        whole = self._sheet.whole
        count = len(lacking(whole.papers))
        self.usual.setEnabled(bool(missing_papers(whole)))
        if not whole.papers:
            self.about.setText("Chưa có danh mục giấy tờ quyết toán của lớp.")
        else:
            self.about.setText(f"Hồ sơ quyết toán còn thiếu {count} giấy tờ bắt buộc." if count else
                               "Hồ sơ quyết toán đủ giấy tờ bắt buộc.")  # fmt: skip

    def settle(self) -> None:
        """Take what is being typed."""
        self.table.settle()
        self.files.settle()

    def _add_usual(self) -> None:
        attempted(self._around.voice, lambda: self._sheet.desk.perform(add_missing_papers(self._sheet.whole)))
