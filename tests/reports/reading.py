"""Printing documents and reading the files back, for the tests of paper."""

import io
from dataclasses import dataclass

import pypdfium2 as pdfium
from PIL import Image

from nscl_desktop.domain.appendix import AppendixDoc
from nscl_desktop.reports.fonts import embedded_fonts
from nscl_desktop.reports.pages import PageRenderer
from nscl_desktop.reports.pdf import write_pdf
from nscl_desktop.reports.pdf_result import PdfResult


@dataclass
class Printed:
    """A printed document."""

    data: bytes
    result: PdfResult

    def __post_init__(self) -> None:
        self._renderer = PageRenderer(self.data)

    def texts(self) -> list[str]:
        """The words of each page, with single spaces."""
        return [" ".join(self._renderer.text(page).result().split()) for page in range(self.result.page_count)]

    def lines(self, page: int) -> str:
        """The words of a page in the lines in which they stand."""
        return "\n".join(" ".join(line.split()) for line in self._renderer.text(page).result().splitlines()) + "\n"

    def picture(self, page: int, scale: float = 0.8) -> Image.Image:
        """A page in greys."""
        image = self._renderer.render(page, scale).result()
        size = (image.width, image.height)
        return Image.frombuffer("RGB", size, image.pixels, "raw", "BGRX", image.stride, 1).convert("L")

    def words_inside(self, page: int, rects: list[tuple[float, float, float, float]]) -> list[str]:
        """What stands inside each rectangle (left, top, right, bottom), without any spaces."""

        def read(document: pdfium.PdfDocument) -> list[str]:
            height = document.get_page_size(page)[1]
            opened = document[page]
            text_page = opened.get_textpage()
            found = [
                "".join(text_page.get_text_bounded(left, height - bottom, right, height - top).split())
                for left, top, right, bottom in rects
            ]
            text_page.close()
            opened.close()
            return found

        return self._renderer.submit(read).result()

    def outline(self) -> list[tuple[int, str, int]]:
        """Level, title and page (from 0) of every bookmark."""

        def read(document: pdfium.PdfDocument) -> list[tuple[int, str, int]]:
            return [(mark.level, mark.get_title(), mark.get_dest().get_index()) for mark in document.get_toc()]

        return self._renderer.submit(read).result()

    def metadata(self) -> dict[str, str]:
        """What the file says about itself."""
        return self._renderer.submit(lambda document: dict(document.get_metadata_dict())).result()


def printed(doc: AppendixDoc) -> Printed:
    """The document, printed with the shipped fonts."""
    stream = io.BytesIO()
    result = write_pdf(doc, stream, fonts=embedded_fonts())
    return Printed(stream.getvalue(), result)
