"""Sending the final pages to a printer band by band, so that a page at 600 dots per inch never has to fit in memory."""

from collections.abc import Callable

from PySide6.QtCore import QMarginsF, QObject, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from nscl_desktop.presenters.printed_paper import PageImage, PrintedPaper
from nscl_desktop.ui.operations import Operations, Progress

_BAND = 512
_POINTS_PER_INCH = 72
_FINEST = 600


class PrinterRun(QObject):
    """One printing of one paper; keeps itself until it is done."""

    def __init__(
        self, paper: PrintedPaper, printer: QPrinter, operations: Operations, done: Callable[[], object]
    ) -> None:
        super().__init__(operations)
        self._paper, self._printer, self._operations, self._done = paper, printer, operations, done
        first = max(printer.fromPage() - 1, 0)
        last = min(printer.toPage() or len(paper.page_sizes), len(paper.page_sizes))
        self._pages = list(range(first, last)) or list(range(len(paper.page_sizes)))
        self._resolution = min(printer.resolution(), _FINEST)
        self._painter = QPainter(printer)
        self._at = 0
        self._top = 0

    def start(self) -> None:
        """Print; ``done`` is called at the end."""
        self._ask()

    def _ask(self) -> None:
        page = self._pages[self._at]
        scale = self._resolution / _POINTS_PER_INCH
        height = int(self._paper.page_sizes[page][1] * scale)
        band = (self._top, min(_BAND, height - self._top))
        words = f"Đang in trang {self._at + 1}/{len(self._pages)}"

        def work(progress: Progress) -> PageImage:
            progress.tell(words)
            return self._paper.picture(page, scale, band)

        self._operations.run(words, work, lambda image: self._draw(image, height))

    def _draw(self, band: PageImage, height: int) -> None:
        image = QImage(band.pixels, band.width, band.height, band.stride, QImage.Format.Format_RGB32)
        ratio = self._printer.resolution() / self._resolution
        self._painter.save()
        self._painter.scale(ratio, ratio)
        self._painter.drawImage(0, self._top, image)
        self._painter.restore()
        self._top += band.height
        if self._top >= height:
            self._top = 0
            self._at += 1
            if self._at >= len(self._pages):
                self._painter.end()
                self._done()
                self.deleteLater()
                return
            self._printer.newPage()
        self._ask()


def ask_for_printer(paper: PrintedPaper, title: str, parent: QWidget) -> QPrinter | None:
    """The printer that the user chooses, set to the paper's own size; None when the user leaves."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    width, height = paper.page_sizes[0]
    size = QPageSize(QSizeF(min(width, height), max(width, height)), QPageSize.Unit.Point)
    side = QPageLayout.Orientation.Landscape if width > height else QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(size, side, QMarginsF(0, 0, 0, 0)))
    printer.setFullPage(True)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, len(paper.page_sizes))
    return printer if dialog.exec() == QDialog.DialogCode.Accepted else None
