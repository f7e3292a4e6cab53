"""PDF pages as pictures and text, for the preview, the printer and tests.

The library below aborts the process when two threads use it, even on different files: all of its calls are made on one
thread, for all documents, and answers come as futures. A printer's page is asked for in bands, because a whole one at
600 dots per inch takes 139 MB.
"""

import atexit
import weakref
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from functools import cache
from math import ceil
from pathlib import Path
from typing import ClassVar, NamedTuple, TypeVar

import pypdfium2 as pdfium
from pypdfium2 import raw

from nscl_desktop.domain.errors import UnreadableFileError

T = TypeVar("T")
_WHITE = 0xFFFFFFFF
BAND_BYTES = 16 * 1024 * 1024


class PixelArea(NamedTuple):
    """A part of a page picture, in pixels from its top left corner."""

    left: int
    top: int
    width: int
    height: int


class PageImage(NamedTuple):
    """A picture: rows of `stride` bytes, four bytes a pixel (blue, green, red, unused), as screens like it."""

    width: int
    height: int
    stride: int
    pixels: bytes


class _Opened:
    """Holds the document on the library's thread; only that thread looks inside."""

    all: ClassVar[set["_Opened"]] = set()
    """Those that hold a document now."""

    document: pdfium.PdfDocument | None = None

    def open(self, source: bytes | Path) -> None:
        try:
            self.document = pdfium.PdfDocument(source)
            _Opened.all.add(self)
        except (pdfium.PdfiumError, FileNotFoundError) as error:
            name = f" {source}" if isinstance(source, Path) else ""
            raise UnreadableFileError(f"Không mở được tệp PDF{name}; hãy in lại tệp này.") from error

    def close(self) -> None:
        if self.document is not None:
            self.document.close()
            self.document = None
            _Opened.all.discard(self)


@cache
def _library_thread() -> ThreadPoolExecutor:
    # Later than the library's own farewell is registered, so called before it: it tells of every open document
    atexit.register(_close_all)
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="pdfium")


def _close_all() -> None:
    """At the end of the program, when the library's thread has ended, close what is still open."""
    for opened in tuple(_Opened.all):
        opened.close()


def _close_aside(opened: _Opened) -> None:
    """Also a document that is only forgotten must be closed on the library's thread."""
    with suppress(RuntimeError):  # the program ends: nothing new is begun, and `_close_all` is next
        _library_thread().submit(opened.close)


class PageRenderer:
    """One open PDF document. Answers come in the order asked; a future not yet begun can be cancelled.

    Nobody has to think of `close`: a document is closed when its renderer is let go, at the latest with the program.
    """

    def __init__(self, source: bytes | Path) -> None:
        opened = self._opened = _Opened()
        self._opening = _library_thread().submit(opened.open, source)
        self._closing = weakref.finalize(self, _close_aside, opened)
        self._closing.atexit = False

    def submit(self, work: Callable[[pdfium.PdfDocument], T]) -> Future[T]:
        """Do any work on the document. What it makes of the library it must close itself before it returns.

        The future raises UnreadableFileError if the file is no PDF, ValueError after `close`.
        """
        opened, opening = self._opened, self._opening

        def run() -> T:
            opening.result()
            if opened.document is None:
                raise ValueError("the document is closed")
            return work(opened.document)

        return _library_thread().submit(run)

    def page_sizes(self) -> Future[tuple[tuple[float, float], ...]]:
        """Width and height of every page in points."""
        return self.submit(lambda document: tuple(document.get_page_size(i) for i in range(len(document))))

    def render(self, page: int, scale: float, area: PixelArea | None = None) -> Future[PageImage]:
        """A page (from 0) or a part of it, `scale` pixels for a point."""
        return self.submit(lambda document: _render(document, page, scale, area))

    def text(self, page: int) -> Future[str]:
        """The words of a page as they would be copied."""
        return self.submit(lambda document: _text(document, page))

    def close(self) -> None:
        """Let go of the file, once what was asked before is done."""
        self._closing()


def pixel_size(size: tuple[float, float], scale: float) -> tuple[int, int]:
    """Width and height of a page's picture."""
    return ceil(size[0] * scale), ceil(size[1] * scale)


def bands(width: int, height: int, most_bytes: int = BAND_BYTES) -> tuple[PixelArea, ...]:
    """A picture cut into strips of whole width, none larger than `most_bytes`, for `PageRenderer.render`."""
    rows = max(1, most_bytes // (4 * width))
    return tuple(PixelArea(0, top, width, min(rows, height - top)) for top in range(0, height, rows))


def _render(document: pdfium.PdfDocument, number: int, scale: float, area: PixelArea | None) -> PageImage:
    page = document[number]
    whole = pixel_size(page.get_size(), scale)
    part = area or PixelArea(0, 0, *whole)
    bitmap = pdfium.PdfBitmap.new_native(part.width, part.height, raw.FPDFBitmap_BGRx)
    try:
        raw.FPDFBitmap_FillRect(bitmap, 0, 0, part.width, part.height, _WHITE)
        raw.FPDF_RenderPageBitmap(bitmap, page, -part.left, -part.top, *whole, 0, raw.FPDF_ANNOT)
        return PageImage(part.width, part.height, bitmap.stride, bytes(bitmap.buffer))
    finally:
        bitmap.close()
        page.close()


def _text(document: pdfium.PdfDocument, number: int) -> str:
    page = document[number]
    text_page = page.get_textpage()
    try:
        return str(text_page.get_text_bounded())
    finally:
        text_page.close()
        page.close()
