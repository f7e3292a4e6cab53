"""Cutting a document into pages: pieces are put below each other, and a page ends where the next piece must not follow.

Each piece says how gladly a page may end behind it. A page ends at the last place that is free; places to avoid, and
in need even those to keep, serve only when a page has no better one. Every piece is looked at for at most two pages, so
the work grows with the number of rows and no faster.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from reportlab.lib.utils import ImageReader

from nscl_desktop.reports.pdf_table import MeasuredRow, TableLayout

_ROUNDING = 0.01
_MUCH_EMPTY = 0.2
"""Of the page's height."""
# A row taller than a page begins where it is only if so many of its lines fit there
_LEAST_LINES_OF_A_CUT_ROW = 6


class Break(IntEnum):
    """How gladly a page may end: anywhere the first of these that a page offers is taken."""

    FREE = 0
    SPARE = 1
    """Between the first and the second row of a section: rather than that, up to a fifth of the page stays empty."""
    AVOID = 2
    """Inside a small table."""
    KEEP = 3
    """Between a section and its rows, a heading and its table, the last rows before a total."""
    HOLD = 4
    """Between the last row and what closes the document, or the document's heading and its first block."""
    GLUE = 5
    """Inside a title, a signature block, the recipients."""


Rule = tuple[float, float, float, float]
"""A line from (x, y) to (x, y); y is points below the top of its piece."""


class Run(NamedTuple):
    """A line of text; `baseline` is points below the top of its piece, `spread` widens each space (justified text)."""

    x: float
    baseline: float
    text: str
    style: int
    size: float
    spread: float = 0.0


class Picture(NamedTuple):
    """A picture; `top` is points below the top of its piece."""

    image: ImageReader
    x: float
    top: float
    width: float
    height: float


class Bookmark(NamedTuple):
    """An entry of the outline, level 0 outermost."""

    title: str
    level: int


@dataclass(slots=True)
class TextPiece:
    """Lines of text that are never separated. `gap` is the space before it, dropped at the top of a page."""

    height: float
    runs: tuple[Run, ...] = ()
    gap: float = 0.0
    after: Break = Break.GLUE
    rules: tuple[Rule, ...] = ()
    pictures: tuple[Picture, ...] = ()
    bookmark: Bookmark | None = None

    def lead(self, *, at_top: bool) -> float:
        """Space that comes before the piece."""
        return 0.0 if at_top else self.gap

    @property
    def tail(self) -> float:
        """Space needed behind the piece if the page ends there."""
        return 0.0


@dataclass(slots=True)
class RowPiece:
    """A row of a table. `gap` is the space before the table, on its first row only."""

    layout: TableLayout
    row: MeasuredRow
    gap: float = 0.0
    after: Break = Break.FREE
    is_continued: bool = False

    @property
    def height(self) -> float:
        """Height of the row itself."""
        return self.row.height

    @property
    def opens_table(self) -> bool:
        """Whether the table begins here, as against on an earlier page."""
        return self.row.index == 0 and not self.is_continued

    def lead(self, *, at_top: bool) -> float:
        """The table's heading, and the totals brought forward from the page before."""
        if self.opens_table:
            return self.layout.header.height + (0.0 if at_top else self.gap)
        if not at_top:
            return 0.0
        return self.layout.header.height + self.layout.carry_height

    @property
    def tail(self) -> float:
        """The row of totals carried over, if the table goes on."""
        goes_on = self.row.index + 1 < len(self.layout.rows) or self.row.is_cut
        return self.layout.carry_height if goes_on else 0.0


Piece = TextPiece | RowPiece


class Placed(NamedTuple):
    """A piece and its top, in points below the page's upper margin."""

    piece: Piece
    top: float


Splitter = Callable[[RowPiece, float], tuple[RowPiece, RowPiece]]


def paginate(pieces: list[Piece], room: float, split: Splitter) -> list[list[Placed]]:
    """Pages of pieces, each at most `room` points high. Rows taller than a page are cut with `split`."""
    queue = list(pieces)
    pages: list[list[Placed]] = []
    start = 0
    while start < len(queue):
        page = _fill_page(queue, start, room, split)
        pages.append(page)
        start += len(page)
    return pages or [[]]


def _fill_page(queue: list[Piece], start: int, room: float, split: Splitter) -> list[Placed]:
    placed: list[Placed] = []
    ends: dict[Break, tuple[int, float]] = {}
    y = 0.0
    for index in range(start, len(queue)):
        piece = queue[index]
        top = y + piece.lead(at_top=index == start)
        if top + piece.height > room + _ROUNDING:
            if isinstance(piece, RowPiece) and _must_be_cut(piece, room, room - top, is_first=index == start):
                queue[index : index + 1] = split(piece, room - top - piece.tail)
                return [*placed, Placed(queue[index], top)]
            break
        placed.append(Placed(piece, top))
        y = top + piece.height
        if y + piece.tail <= room + _ROUNDING:
            ends[piece.after] = (len(placed), y)
    else:
        return placed
    if not ends:  # not even the first piece leaves room for what must follow it
        return placed or [Placed(queue[start], queue[start].lead(at_top=True))]
    return placed[: _page_end(ends, room)]


def _page_end(ends: dict[Break, tuple[int, float]], room: float) -> int:
    """The last of the places where a page ends most gladly; a later one to spare if much of the page were empty."""
    end, used = ends[min(ends)]
    if Break.FREE in ends and Break.SPARE in ends and room - used > _MUCH_EMPTY * room:
        return max(end, ends[Break.SPARE][0])
    return end


def _must_be_cut(piece: RowPiece, room: float, left: float, *, is_first: bool) -> bool:
    """Whether the row is taller than a whole page, and this is a place to begin it."""
    layout = piece.layout
    whole_page = room - layout.header.height - 2 * layout.carry_height
    return piece.height > whole_page and (is_first or left - piece.tail > _LEAST_LINES_OF_A_CUT_ROW * layout.leading)
