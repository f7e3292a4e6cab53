"""In tổng quan: the overview as the pages that are printed, with printing and export."""

from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from nscl_desktop.domain.overview import Overview
from nscl_desktop.presenters.overview_sheet import overview_paper
from nscl_desktop.ui.paper.preview_pane import PreviewPane
from nscl_desktop.ui.paper.printer_run import PrinterRun, ask_for_printer
from nscl_desktop.ui.screen_room import fit_to_screen
from nscl_desktop.ui.tab import Surroundings

_NAME = "Tong quan"


class OverviewPaperWindow(QDialog):
    """The same charts as on the screen, in the official typeface."""

    def __init__(self, around: Surroundings, overview: Overview, today: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("In tổng quan")
        self._around, self._paper = around, overview_paper(overview, today)
        self._name = f"{_NAME} {overview.plan.code}"
        self.preview = PreviewPane(around)
        self.print, self.pdf = QPushButton("In…"), QPushButton("PDF")
        self.print.setProperty("primary", "true")
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 12)
        row.setContentsMargins(16, 0, 16, 0)
        row.addStretch(1)
        row.addWidget(self.pdf)
        row.addWidget(self.print)
        column.addWidget(self.preview, 1)
        column.addLayout(row)
        self.print.clicked.connect(self._print)
        self.pdf.clicked.connect(self._export)
        self.resize(900, 680)
        fit_to_screen(self)
        surveys, paper = around.office.surveys, self._paper
        around.operations.run("Đang lập bản in", lambda _: surveys.printed(paper), self.preview.show_paper)

    def _print(self) -> None:
        paper = self.preview.paper
        printer = ask_for_printer(paper, self._name, self) if paper else None
        if paper and printer:
            said = self._around.voice.said
            PrinterRun(paper, printer, self._around.operations, lambda: said.emit("Đã gửi đến máy in")).start()

    def _export(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, "Xuất tổng quan", f"{self._name}.pdf", "Tệp PDF (*.pdf)")
        if chosen:
            target = Path(chosen if chosen.lower().endswith(".pdf") else f"{chosen}.pdf")
            surveys, paper, said = self._around.office.surveys, self._paper, self._around.voice.said
            self._around.operations.run(
                "Đang xuất tổng quan",
                lambda _: surveys.write_charts(paper, target),
                lambda remark: said.emit(remark or f"Đã xuất ra {target.name}"),
            )
