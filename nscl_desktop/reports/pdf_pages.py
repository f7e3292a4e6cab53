"""Putting pieces on paper: the pages of a document drawn one after the other, with all that stands on each page."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from math import atan2, cos, hypot, sin

from nscl_desktop.domain.appendix import Align, RowKind
from nscl_desktop.reports.cell_text import row_title
from nscl_desktop.reports.fonts import BASELINE, BOLD, BOLD_ITALIC, REGULAR, WordWidths
from nscl_desktop.reports.line_breaking import Line
from nscl_desktop.reports.paper import Frame
from nscl_desktop.reports.pdf_carry import BROUGHT_FORWARD, CARRIED, Carried
from nscl_desktop.reports.pdf_columns import PADDING_X
from nscl_desktop.reports.pdf_flow import Bookmark, Placed, RowPiece, TextPiece
from nscl_desktop.reports.pdf_ink import Ink
from nscl_desktop.reports.pdf_result import RowBox
from nscl_desktop.reports.pdf_table import PADDING_Y, MeasuredRow, TableLayout
from nscl_desktop.reports.text_sizes import TEXT_SIZE

_LINE_WIDTH = 0.5
_LONGEST_BOOKMARK = 150


@dataclass(slots=True)
class Press:
    """Draws pages; remembers where each row went and which level the outline has reached."""

    ink: Ink
    frame: Frame
    widths: tuple[WordWidths, ...]
    boxes: list[RowBox] = field(default_factory=list)
    _page: int = 0
    _heading_level: int = 0
    _outline_depth: int = -1
    _bookmarks: int = 0

    def print_page(self, placed: list[Placed], watermark: str) -> None:
        """One page: what is behind the text, the page number, then the pieces."""
        if watermark:
            self._watermark(watermark)
        if self._page:
            self._page_number()
        for layout, group in groupby(placed, _table_of):
            pieces = list(group)
            if layout is None:
                for piece, top in pieces:
                    if isinstance(piece, TextPiece):
                        self._text_piece(piece, self.frame.top + top)
            else:
                self._table_part(layout, pieces)
        self.ink.end_page()
        self._page += 1

    def _text_piece(self, piece: TextPiece, top: float) -> None:
        for run in piece.runs:
            if run.spread:
                self.ink.spread_text(run.x, top + run.baseline, run.text, run.style, run.size, run.spread)
            else:
                self.ink.text(run.x, top + run.baseline, run.text, run.style, run.size)
        self.ink.lines([(x0, top + y0, x1, top + y1) for x0, y0, x1, y1 in piece.rules], _LINE_WIDTH)
        for picture in piece.pictures:
            self.ink.picture(picture.image, picture.x, top + picture.top, picture.width, picture.height)
        if piece.bookmark:
            self._heading_level = piece.bookmark.level
            self._bookmark(piece.bookmark, top)

    def _table_part(self, layout: TableLayout, pieces: list[Placed]) -> None:
        """The rows of one table on this page, under its heading, in a closed frame."""
        rows = [(piece, self.frame.top + top) for piece, top in pieces if isinstance(piece, RowPiece)]
        first, first_top = rows[0]
        last, last_top = rows[-1]
        brought = layout.carried if not first.opens_table else None
        header_top = first_top - layout.header.height - (layout.carry_height if brought else 0.0)
        if first.opens_table and layout.table.title:
            self._bookmark(Bookmark(layout.table.title, self._heading_level + 1), header_top)
        self._header(layout, header_top)
        drawn = [(piece.row, top) for piece, top in rows]
        if brought:
            before = first.row.index - (0 if first.is_continued else 1)
            drawn.insert(
                0, (self._carry_row(layout, brought, BROUGHT_FORWARD, before), first_top - layout.carry_height)
            )
        if layout.carried and last.tail:
            drawn.append((self._carry_row(layout, layout.carried, CARRIED, last.row.index), last_top + last.height))
        self._rows(layout, drawn)
        for piece, top in rows if layout.rows else ():
            row = layout.table.rows[piece.row.index]
            self.boxes.append(RowBox(self._page, top, top + piece.height, layout.index, piece.row.index, row.ref))
            if row.kind is RowKind.SECTION and not piece.is_continued:
                level = self._heading_level + (2 if layout.table.title else 1) + row.depth
                self._bookmark(Bookmark(row_title(layout.table, row), level), top)

    def _header(self, layout: TableLayout, top: float) -> None:
        """The table's heading; its lower border is the first row's upper one."""
        size, leading, edges = layout.size, layout.leading, layout.edges
        borders = []
        for box in layout.header.boxes:
            left, right = edges[box.left], edges[box.right]
            y = top + (box.top + box.bottom - len(box.lines) * leading) / 2 + BASELINE * size
            for place, (text, width) in enumerate(box.lines, start=1 - len(box.lines)):
                # A space behind all lines but the last: readers of the file would else join "Số" and "lượng"
                shown = f"{text} " if place else text
                self.ink.text((left + right - width * size / 1000) / 2, y, shown, box.style, size)
                y += leading
            borders += [(left, top + box.top, right, top + box.top), (left, top + box.top, left, top + box.bottom)]
        bottom = top + layout.header.height
        borders.append((edges[-1], top, edges[-1], bottom))
        self.ink.lines(borders, _LINE_WIDTH)

    def _rows(self, layout: TableLayout, rows: list[tuple[MeasuredRow, float]]) -> None:
        for row, top in rows:
            self._row_text(layout, row, top)
        edges = layout.edges
        bottom = rows[-1][1] + rows[-1][0].height
        borders = [(edges[0], top, edges[-1], top) for _, top in rows]
        borders.append((edges[0], bottom, edges[-1], bottom))
        for spans, group in groupby(rows, lambda drawn: drawn[0].spans):
            part = list(group)
            part_top, part_bottom = part[0][1], part[-1][1] + part[-1][0].height
            borders += [(edges[i], part_top, edges[i], part_bottom) for i in _inner_edges(spans, len(edges))]
        self.ink.lines(borders, _LINE_WIDTH)

    def _row_text(self, layout: TableLayout, row: MeasuredRow, top: float) -> None:
        """The row's cells, each in the middle of the row's height."""
        ink, size, leading, edges = self.ink, layout.size, layout.leading, layout.edges
        to_points = size / 1000
        middle = top + row.height / 2 + BASELINE * size
        for column, lines in enumerate(row.lines):
            if not lines:
                continue
            y = top + PADDING_Y + BASELINE * size if row.is_cut else middle - len(lines) * leading / 2
            align = row.aligns[column]
            left = edges[column]
            right = edges[column + (row.spans[column] if row.spans else 1)]
            for place, (text, width) in enumerate(lines, start=1 - len(lines)):
                if align is Align.RIGHT:
                    x = right - PADDING_X - width * to_points
                elif align is Align.CENTER:
                    x = (left + right - width * to_points) / 2
                else:
                    x = left + PADDING_X
                ink.text(x, y, f"{text} " if place else text, row.styles[column], size)
                y += leading

    def _carry_row(self, layout: TableLayout, carried: Carried, label: str, row: int) -> MeasuredRow:
        """A row with the running totals down to `row`, its label over the columns before the first of them."""
        columns = range(len(layout.table.columns))
        first = min(carried.sums)
        texts = [label if column == 0 < first else carried.text(column, row) for column in columns]
        widths = self.widths[BOLD_ITALIC]
        return MeasuredRow(
            -1,
            tuple((Line(text, sum(widths[char] for char in text)),) if text else () for text in texts),
            (BOLD_ITALIC,) * len(columns),
            tuple(Align.CENTER if column < first else Align.RIGHT for column in columns),
            tuple(first if column == 0 < first else 1 for column in columns),
            layout.plain_height,
        )

    def _page_number(self) -> None:
        """Centred in the top margin, upright, from page 2 (NĐ 30/2020, Phụ lục I, phần I, mục I)."""
        text = str(self._page + 1)
        x = (self.frame.page_width - self.widths[REGULAR][text] * TEXT_SIZE / 1000) / 2
        self.ink.text(x, self.frame.top / 2 + 0.33 * TEXT_SIZE, text, REGULAR, TEXT_SIZE)

    def _watermark(self, text: str) -> None:
        """From the lower left to the upper right, three fifths of the diagonal long."""
        frame = self.frame
        angle = atan2(frame.page_height, frame.page_width)
        length = 0.6 * hypot(frame.page_height, frame.page_width)
        em = sum(self.widths[BOLD][char] for char in text) / 1000
        size = round(min(length / em, 130.0))
        half = em * size / 2
        down = 0.33 * size  # the middle of capital letters, not their foot, lies on the diagonal
        slope = cos(angle), sin(angle)
        x = frame.page_width / 2 - half * slope[0] + down * slope[1]
        y = frame.page_height / 2 + half * slope[1] + down * slope[0]
        self.ink.watermark(text, x, y, slope, BOLD, size)

    def _bookmark(self, bookmark: Bookmark, top: float) -> None:
        """An entry at most one level below the one before it, as the outline demands."""
        title = bookmark.title[:_LONGEST_BOOKMARK]
        self._outline_depth = min(bookmark.level, self._outline_depth + 1)
        self._bookmarks += 1
        self.ink.bookmark(title, self._outline_depth, f"muc-{self._bookmarks}", max(0.0, top - 6))


def _table_of(placed: Placed) -> TableLayout | None:
    return placed.piece.layout if isinstance(placed.piece, RowPiece) else None


def _inner_edges(spans: tuple[int, ...] | None, edge_count: int) -> Iterator[int]:
    """The vertical borders a row has: none inside a cell that runs over several columns."""
    column = 0
    while column < edge_count - 1:
        yield column
        column += spans[column] if spans else 1
    yield edge_count - 1
