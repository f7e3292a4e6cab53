"""A document as a PDF file: official paper, fonts embedded, text that can be searched and copied.

The same document gives the same bytes on every machine with the same fonts.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import BinaryIO

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from nscl_desktop.domain.appendix import AppendixDoc
from nscl_desktop.reports.fonts import REGULAR, FontSet, WordWidths, machine_fonts
from nscl_desktop.reports.paper import frame_of
from nscl_desktop.reports.pdf_flow import RowPiece, Splitter, paginate
from nscl_desktop.reports.pdf_ink import Ink
from nscl_desktop.reports.pdf_layout import document_pieces
from nscl_desktop.reports.pdf_pages import Press
from nscl_desktop.reports.pdf_result import PdfResult
from nscl_desktop.reports.pdf_table import split_row
from nscl_desktop.reports.saving import save_bytes

# Text encoding of streams makes files a quarter larger and slower, and no mail system needs it any more
rl_config.useA85 = 0
# reportlab's fonts keep a reading position, so two documents cannot be made from them at once
ONE_AT_A_TIME = Lock()


def write_pdf(
    doc: AppendixDoc, target: Path | BinaryIO, *, fonts: FontSet | None = None, created: datetime | None = None
) -> PdfResult:
    """Print a document into a file or stream and say where each row stands.

    `fonts` None takes this machine's; `created` is the date told to the file's readers (none: a fixed one).

    Raises:
        InputError: a table too wide for the paper, totals that contradict each other, a damaged signature picture.
        EnvironmentProblem: fonts missing, or the file cannot be written. Nothing is left behind then.
    """
    with ONE_AT_A_TIME, _no_garbage_collection():
        data, result = _print(doc, fonts or machine_fonts(), created)
    if isinstance(target, Path):
        save_bytes(target, data)
    else:
        target.write(data)
    return result


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Printing makes no cycles worth collecting, but so many objects that the search for them takes an eighth of it."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _print(doc: AppendixDoc, fonts: FontSet, created: datetime | None) -> tuple[bytes, PdfResult]:
    frame = frame_of(doc)
    widths = fonts.word_widths()
    pieces, layouts = document_pieces(doc, frame, widths)
    pages = paginate(pieces, frame.height, _splitter(widths))
    canvas = Canvas(
        "",
        pagesize=(frame.page_width, frame.page_height),
        invariant=1,
        lang="vi-VN",
        initialFontName=fonts.faces[REGULAR].name,
    )
    _describe(canvas, doc, created)
    press = Press(Ink(canvas, fonts, frame.page_height), frame, widths)
    for page in pages:
        press.print_page(page, doc.watermark)
    result = PdfResult(
        doc,
        len(pages),
        (frame.page_width, frame.page_height),
        tuple(press.boxes),
        tuple(layout.edges for layout in layouts),
        press.ink.missing,
    )
    return canvas.getpdfdata(), result


def _splitter(widths: tuple[WordWidths, ...]) -> Splitter:
    def split(piece: RowPiece, room: float) -> tuple[RowPiece, RowPiece]:
        first, rest = split_row(piece.row, piece.layout.leading, room, widths)
        return (
            RowPiece(piece.layout, first, piece.gap, is_continued=piece.is_continued),
            RowPiece(piece.layout, rest, 0.0, piece.after, is_continued=True),
        )

    return split


def _describe(canvas: Canvas, doc: AppendixDoc, created: datetime | None) -> None:
    """What the file says about itself."""
    heading = doc.heading
    canvas.setTitle(" ".join(f"{heading.label} {heading.title}".split()))
    canvas.setSubject(" ".join(heading.attached_to.split()))
    canvas.setAuthor(doc.author)
    canvas.setCreator("NSCL Desktop")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    if created:
        zone = created.strftime("%z")
        shown = created.strftime("D:%Y%m%d%H%M%S") + (f"{zone[:3]}'{zone[3:5]}'" if zone else "")
        canvas.setDateFormatter(lambda *_: shown)
