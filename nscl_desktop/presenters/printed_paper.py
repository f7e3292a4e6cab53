"""Pages as they are printed and rows of a workbook, as screens of every kind see them."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol


class PageImage(Protocol):
    """A page as a picture: rows of ``stride`` bytes, four bytes a pixel (blue, green, red, unused)."""

    @property
    def width(self) -> int:
        """Pixels."""

    @property
    def height(self) -> int:
        """Pixels."""

    @property
    def stride(self) -> int:
        """Bytes in a row."""

    @property
    def pixels(self) -> bytes:
        """All rows."""


class PlaceOnPaper(NamedTuple):
    """A stretch of a page, in points from its top left corner, where a line of the budget is printed."""

    page: int
    top: float
    bottom: float


class PrintedPaper(Protocol):
    """A document as it will come out of the printer; let go by whoever forgets it."""

    @property
    def page_sizes(self) -> Sequence[tuple[float, float]]:
        """Width and height of each page in points."""

    @property
    def remark(self) -> str:
        """What the office should know before it signs: characters that the fonts lack; empty for nothing."""

    def picture(self, page: int, scale: float, band: tuple[int, int] | None = None) -> PageImage:
        """A page, ``scale`` pixels for a point; ``band`` = (top, height) in pixels asks for a part of it. Aside."""

    def line_at(self, page: int, x: float, y: float) -> str:
        """The line of the budget printed at a point; empty where there is none."""

    def places_of(self, line_id: str) -> Sequence[PlaceOnPaper]:
        """Where a line is printed."""


class SheetTable(Protocol):
    """A sheet of any workbook as texts; the first row is Excel's row 1, the first column A."""

    @property
    def name(self) -> str:
        """The sheet's."""

    @property
    def rows(self) -> Sequence[Sequence[str]]:
        """Rows may differ in length."""

    @property
    def troubles(self) -> Sequence[tuple[int, int, str]]:
        """Row and column, from 0, of each cell whose value is not known, and the sentence that says so."""
