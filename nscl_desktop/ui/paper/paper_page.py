"""Bản in: the final pages beside their choices. What is seen is the very file that is printed and exported."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget
from shiboken6 import isValid

from nscl_desktop.presenters.paper_sheet import PaperSheet
from nscl_desktop.presenters.printed_paper import PrintedPaper
from nscl_desktop.services.workspace import PlanDesk
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.paper.paper_options import PaperOptions
from nscl_desktop.ui.paper.preview_pane import PreviewPane
from nscl_desktop.ui.paper.printer_run import PrinterRun, ask_for_printer
from nscl_desktop.ui.tab import Surroundings

_PAUSE_MS = 300
_FILTERS = {".pdf": "Tệp PDF (*.pdf)", ".xlsx": "Bảng tính Excel (*.xlsx)", ".docx": "Văn bản Word (*.docx)"}


class PaperPage(QWidget):
    """Choices at the left, pages at the right."""

    line_wanted = Signal(str)
    """A figure was clicked: the key of its line."""

    def __init__(self, desk: PlanDesk, around: Surroundings) -> None:
        super().__init__()
        self._desk, self._around = desk, around
        self.sheet = PaperSheet(desk, around.office.paper)
        self.options = PaperOptions(self.sheet)
        self.preview = PreviewPane(around, "Nhấn vào một con số để đến dòng của nó")
        self.pages, self.number = self.preview.pages, self.preview.number
        self._wanted_line = ""
        self._is_stale = True
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._print_anew)
        self._lay_out()
        self.options.changed.connect(self._print_anew)
        self.options.print_wanted.connect(self.print)
        self.options.export_wanted.connect(self._export)
        self.pages.line_clicked.connect(self.line_wanted)

    @property
    def paper(self) -> PrintedPaper | None:
        """The pages that are shown."""
        return self.pages.paper

    # -- what the sheet asks ----------------------------------------------------------------------------------------

    def follow(self) -> None:
        """The plan has changed: the pages are made anew once the clerk pauses, and only while they are looked at."""
        self._is_stale = True
        self.options.refresh()
        if self.isVisible():
            self._pause.start()

    def settle(self) -> None:
        """Nothing is typed here."""

    def take_focus(self) -> None:
        """The page is in front."""
        if self._is_stale:
            self._print_anew()
        self.pages.setFocus()

    def show_line(self, line_id: str) -> None:
        """Show where a line is printed, as soon as the pages are there."""
        self._wanted_line = line_id
        if not self._is_stale:
            self._mark()

    # -- printing ---------------------------------------------------------------------------------------------------

    def print(self) -> None:
        """Ctrl+P."""
        paper = self.paper
        if paper is None:
            return
        printer = ask_for_printer(paper, self.sheet.file_name(""), self)
        if printer:
            PrinterRun(
                paper, printer, self._around.operations, lambda: self._tell("Đã gửi đến máy in", paper.remark)
            ).start()

    def _export(self, ending: str) -> None:
        folder = self._around.preferences.text("folder.export") or _documents()
        suggested = str(Path(folder) / self.sheet.file_name(ending))
        chosen, _ = QFileDialog.getSaveFileName(self, "Xuất phụ lục", suggested, _FILTERS[ending])
        if not chosen:
            return
        target = Path(chosen if chosen.lower().endswith(ending) else chosen + ending)
        self._around.preferences.remember("folder.export", str(target.parent))

        def export() -> None:
            doc, paper = self.sheet.document(), self._around.office.paper
            words = self.sheet.exported_words(target)
            self._around.operations.run(
                "Đang xuất phụ lục",
                lambda _: paper.write(doc, target),
                lambda remark: self._tell(words, remark),
            )

        attempted(self._around.voice, export)

    def _tell(self, done: str, remark: str) -> None:
        """What was done; a remark on the paper weighs more than that it was made."""
        if remark:
            self._around.voice.refused.emit(f"{done}. {remark}")
        else:
            self._around.voice.said.emit(done)

    def _print_anew(self) -> None:
        self._pause.stop()
        self._is_stale = False

        def print_anew() -> None:
            doc, paper = self.sheet.document(), self._around.office.paper
            self._around.operations.run("Đang lập bản in", lambda _: paper.printed(doc), self._show)

        attempted(self._around.voice, print_anew)

    def _show(self, paper: PrintedPaper) -> None:
        if isValid(self):  # else another plan was opened meanwhile
            self.preview.show_paper(paper)
            self._mark()

    def _mark(self) -> None:
        if self._wanted_line and not self.pages.mark_line(self._wanted_line):
            self._around.voice.said.emit("Dòng này không in thành dòng riêng trong mẫu đang chọn.")
        self._wanted_line = ""

    # -- building ---------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.options.setFixedWidth(28 * self.fontMetrics().averageCharWidth() + 80)
        layout.addWidget(self.options)
        layout.addWidget(self.preview, 1)


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
