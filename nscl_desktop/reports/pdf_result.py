"""What was printed where, so that a click on the preview finds its line and a line finds its place on paper."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from nscl_desktop.domain.appendix import AppendixDoc


class Rect(NamedTuple):
    """A rectangle in points from the top left corner of its page."""

    left: float
    top: float
    right: float
    bottom: float


class RowBox(NamedTuple):
    """A row of a table on a page; a row cut in two has a box on each page. Pages, tables and rows count from 0."""

    page: int
    top: float
    bottom: float
    table: int
    row: int
    ref: str


class CellPlace(NamedTuple):
    """A cell found on paper; `column` counts from 0, of a cell over several columns it is the first."""

    page: int
    table: int
    row: int
    column: int
    ref: str
    rect: Rect


@dataclass(frozen=True, slots=True)
class PdfResult:
    """A printed document. `missing` holds the characters that the fonts lack: a box stands for them on paper."""

    doc: AppendixDoc
    page_count: int
    page_size: tuple[float, float]
    boxes: tuple[RowBox, ...]
    edges: tuple[tuple[float, ...], ...]
    """The column edges of each table, from the left edge of the page."""
    missing: frozenset[str] = frozenset()

    def cell_at(self, page: int, x: float, y: float) -> CellPlace | None:
        """The body cell at a point of a page."""
        index = bisect_right(self.boxes, (page, y)) - 1
        if index < 0:
            return None
        box = self.boxes[index]
        edges = self.edges[box.table]
        if box.page != page or y > box.bottom or not edges[0] <= x <= edges[-1]:
            return None
        return self.cell(box, min(bisect_right(edges, x), len(edges) - 1) - 1)

    def cell(self, box: RowBox, column: int) -> CellPlace:
        """The cell of a row that covers a column."""
        edges = self.edges[box.table]
        first, end = 0, 1
        for cell in self.doc.tables[box.table].rows[box.row].cells:
            if first <= column < first + max(1, cell.colspan):
                end = first + max(1, cell.colspan)
                break
            first += 1
        return CellPlace(
            box.page, box.table, box.row, first, box.ref, Rect(edges[first], box.top, edges[end], box.bottom)
        )

    def rows_of(self, ref: str) -> tuple[RowBox, ...]:
        """Where a budget line is printed, in order of pages."""
        return tuple(box for box in self.boxes if box.ref == ref)
