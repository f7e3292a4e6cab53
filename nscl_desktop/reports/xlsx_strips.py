"""What stands above, between and below the tables of a sheet: strips of merged cells with the heights they need.

LibreOffice does not grow rows of an XLSX file, and Excel does not for merged cells, so every height is set from the
fonts' measures.
"""

from dataclasses import dataclass

from nscl_desktop.domain.appendix import Align, Signature
from nscl_desktop.domain.text import nfc
from nscl_desktop.reports.fonts import REGULAR, WordWidths
from nscl_desktop.reports.line_breaking import break_evenly, break_lines
from nscl_desktop.reports.pdf_flow import Break
from nscl_desktop.reports.xlsx_formats import Run
from nscl_desktop.reports.xlsx_grid import SheetGrid

LINE_HEIGHT = 1.2
"""Of the letters' size: what Excel gives a line of Times New Roman, whole screen points included."""
SLACK = 1.05
"""Letters on screen are up to this much wider than on paper."""
PADDING_X = 2.0
"""Points between a cell's border and its text, at each side; Excel sets them."""
PADDING_Y = 5.0
"""Points above and below the text of a cell, together."""


@dataclass(frozen=True, slots=True)
class Box:
    """Text over columns `first` up to `end` and, within its strip, rows `top` to `bottom`."""

    first: int
    end: int
    runs: tuple[Run, ...]
    align: Align = Align.CENTER
    vertical: str = "vcenter"
    top: int = 0
    bottom: int = 0


@dataclass(frozen=True, slots=True)
class PictureBox:
    """A signature's picture in the middle of columns `first` up to `end` of a row."""

    first: int
    end: int
    row: int
    signer: Signature


@dataclass(frozen=True, slots=True)
class Strip:
    """Rows with their heights in points, and what stands in them."""

    heights: tuple[float, ...]
    boxes: tuple[Box, ...] = ()
    pictures: tuple[PictureBox, ...] = ()
    after: Break = Break.FREE
    """How gladly a page may end behind it; inside it, never."""


@dataclass(frozen=True, slots=True)
class Setter:
    """Sets text over columns of the sheet."""

    grid: SheetGrid
    widths: tuple[WordWidths, ...]

    def height(self, text: str, first: int, end: int, style: int, size: float) -> float:
        """Points that the text needs over these columns."""
        lines = break_lines(nfc(text), self._limit(first, end, size), self.widths[style])
        return max(1, len(lines)) * size * LINE_HEIGHT

    def evenly(self, text: str, first: int, end: int, style: int, size: float) -> str:
        """The text with line ends, so that a centred title does not end with one lone word."""
        lines = break_evenly(nfc(text), self._limit(first, end, size), self.widths[style])
        return "\n".join(line.text for line in lines)

    def width(self, text: str, style: int, size: float) -> float:
        """Points of the longest line of a text, in one line each."""
        return max((line.width * size / 1000 for line in break_lines(nfc(text), 1e9, self.widths[style])), default=0.0)

    def line(
        self,
        text: str,
        style: int,
        size: float,
        align: Align = Align.CENTER,
        gap: float = 0.0,
        after: Break = Break.FREE,
    ) -> Strip:
        """A strip with a text from the left edge of the sheet to the right; `gap` points above it stay free."""
        end = self.grid.columns
        height = self.height(text, 0, end, style, size) + gap
        vertical = "bottom" if gap else "vcenter"
        return Strip((height + 1,), (Box(0, end, (Run(text, style, size),), align, vertical),), after=after)

    def rule(self, first: int, end: int, length: float) -> Box:
        """A short line under a heading, drawn with letters: cells have borders only as wide as they are."""
        size = 6.0
        count = max(3, round(length / (self.widths[REGULAR]["_"] * size / 1000)))
        return Box(first, end, (Run("_" * count, REGULAR, size),), Align.CENTER, "top")

    def _limit(self, first: int, end: int, size: float) -> float:
        return (self.grid.width(first, end) / SLACK - 2 * PADDING_X) * 1000 / size


RULE_HEIGHT = 10.0


def blank(height: float) -> Strip:
    """Free room, which never ends a page."""
    return Strip((height,), after=Break.GLUE)
