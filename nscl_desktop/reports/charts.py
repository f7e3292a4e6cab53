"""Charts as a PDF file, by the same ink as all paper: what is seen on screen is what is printed (ADR 16)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from reportlab.pdfgen.canvas import Canvas

from nscl_desktop.domain.charts import ChartPaper
from nscl_desktop.reports.chart_blocks import SMALL, Place, Sheet, Strip, Typesetter
from nscl_desktop.reports.chart_ink import ChartInk
from nscl_desktop.reports.fonts import BOLD, ITALIC, REGULAR, FontSet, machine_fonts
from nscl_desktop.reports.paper import MM, Frame
from nscl_desktop.reports.pdf import ONE_AT_A_TIME
from nscl_desktop.reports.pdf_ink import Ink
from nscl_desktop.reports.saving import save_bytes

_WIDTH, _HEIGHT = 210 * MM, 297 * MM
_FRAME = Frame(_WIDTH, _HEIGHT, 25 * MM, _WIDTH - 15 * MM, 20 * MM, _HEIGHT - 18 * MM)
_TITLE = 14.0


@dataclass(frozen=True, slots=True)
class ChartPages:
    """``missing``: characters that the fonts lack; ``places``: where marks were drawn."""

    page_count: int
    missing: frozenset[str]
    places: tuple[Place, ...]


def write_charts(
    paper: ChartPaper, target: Path | BinaryIO, *, fonts: FontSet | None = None, created: datetime | None = None
) -> ChartPages:
    """Print charts into a file or stream; EnvironmentProblem where fonts are missing or the file cannot be written."""
    with ONE_AT_A_TIME:
        data, result = _print(paper, fonts or machine_fonts(), created)
    if isinstance(target, Path):
        save_bytes(target, data)
    else:
        target.write(data)
    return result


def _print(paper: ChartPaper, fonts: FontSet, created: datetime | None) -> tuple[bytes, ChartPages]:
    canvas = Canvas(
        "", pagesize=(_WIDTH, _HEIGHT), invariant=1, lang="vi-VN", initialFontName=fonts.faces[REGULAR].name
    )
    canvas.setTitle(paper.title)
    canvas.setCreator("NSCL Desktop")
    if created:
        shown = created.strftime("D:%Y%m%d%H%M%S")
        canvas.setDateFormatter(lambda *_: shown)
    ink, chart_ink = Ink(canvas, fonts, _HEIGHT), ChartInk(canvas, _HEIGHT)
    setter = Typesetter(_FRAME, fonts.word_widths())
    places: list[Place] = []
    pages = list(_pages(_strips(setter, paper)))
    for number, page in enumerate(pages):
        sheet = Sheet(ink, chart_ink, number)
        top = _FRAME.top
        for strip in page:
            strip.draw(sheet, top)
            top += strip.height
        foot = f"Trang {number + 1}/{len(pages)}"
        for strip in setter.text(foot, SMALL, centred=True):
            strip.draw(sheet, _FRAME.bottom + 4 * MM)
        places += sheet.places
        ink.end_page()
    return canvas.getpdfdata(), ChartPages(len(pages), ink.missing, tuple(places))


def _strips(setter: Typesetter, paper: ChartPaper) -> Iterator[Strip]:
    yield from setter.text(paper.title, _TITLE, BOLD, centred=True)
    for line in paper.about:
        yield from setter.text(line, 11.0, ITALIC, centred=True)
    yield Strip(14.0, lambda _sheet, _top: None, is_kept=True)
    for chart in paper.charts:
        yield from setter.chart(chart)


def _pages(strips: Iterable[Strip]) -> Iterator[list[Strip]]:
    """Strips page by page; those kept together go to the next page together, if one holds them."""
    room = _FRAME.height
    page: list[Strip] = []
    used = 0.0
    for group in _groups(strips):
        height = sum(strip.height for strip in group)
        if page and used + height > room:
            yield page
            page, used = [], 0.0
        for strip in group:
            if page and used + strip.height > room:
                yield page
                page, used = [], 0.0
            page.append(strip)
            used += strip.height
    yield page


def _groups(strips: Iterable[Strip]) -> Iterator[list[Strip]]:
    group: list[Strip] = []
    for strip in strips:
        group.append(strip)
        if not strip.is_kept:
            yield group
            group = []
    if group:
        yield group
