"""Bản in of a report: its pages, PDF, Word, Excel, and the office's own Word template filled from it."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from nscl_desktop.presenters.report_printing import ReportPrinting
from nscl_desktop.presenters.report_sheet import ReportSheet
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.paper.minutes_page import MinutesPage
from nscl_desktop.ui.tab import Surroundings


class ReportPrintPage(QWidget):
    """The pages are made when they are first looked at."""

    def __init__(self, sheet: ReportSheet, around: Surroundings) -> None:
        super().__init__()
        self.printing, self._around = ReportPrinting(sheet), around
        self.page: MinutesPage | None = None
        self.letter = QPushButton("Văn bản theo mẫu Word…")
        self.letter.setToolTip("Điền mẫu báo cáo .docx của văn phòng, hoặc mẫu có sẵn, để sửa tiếp trong Word")
        self.letter.clicked.connect(lambda: self._ask())  # noqa: PLW0108 - without Qt's own argument
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def come_in_front(self) -> None:
        """The page is looked at."""
        if self.page is None:
            extra = QWidget()
            column = QVBoxLayout(extra)
            column.setContentsMargins(0, 0, 0, 0)
            about = QLabel("Tên cơ quan ghi ở dưới; số, ngày, nơi gửi, người ký ở phần Nội dung.")
            about.setProperty("role", "caption")
            about.setWordWrap(True)
            column.addWidget(about)
            column.addWidget(self.letter)
            self.page = MinutesPage(self.printing, self._around, extra, noun="báo cáo", excel=True)
            self._column.addWidget(self.page)
            self.setFocusProxy(self.page)
        self.page.come_in_front()

    def follow(self) -> None:
        """The report is another now."""
        if self.page:
            self.page.follow()

    def write_letter(self, target: Path) -> None:
        """Fill the template and write it."""

        def write() -> None:
            assert self.page is not None  # noqa: S101 - its button stands on that page
            values, reports = self.printing.values(self.page.head), self._around.office.reports
            self._around.operations.run(
                "Đang lập văn bản",
                lambda _: reports.write_letter(values, target),
                lambda _: self._around.voice.said.emit(f"Đã xuất Word: {target.name}"),
            )

        attempted(self._around.voice, write)

    def _ask(self) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = self._around.preferences.text("folder.export") or documents
        suggested = str(Path(folder) / f"{self.printing.file_name()}.docx")
        chosen, _ = QFileDialog.getSaveFileName(self, "Văn bản theo mẫu Word", suggested, "Văn bản Word (*.docx)")
        if chosen:
            target = Path(chosen if chosen.lower().endswith(".docx") else f"{chosen}.docx")
            self._around.preferences.remember("folder.export", str(target.parent))
            self.write_letter(target)
