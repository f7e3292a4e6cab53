"""Tables made ready for office files: clean texts, column widths, and how many lines each row will take.

Word and Excel break lines themselves, a little differently on every screen; widths and heights are therefore found with
the fonts' own measures and some slack. Tables of the same columns in one document get the same widths.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from nscl_desktop.domain.appendix import AppendixDoc, Table
from nscl_desktop.domain.text import nfc
from nscl_desktop.reports.fonts import BOLD, WordWidths
from nscl_desktop.reports.line_breaking import break_lines
from nscl_desktop.reports.pdf_columns import Need, fit_alike
from nscl_desktop.reports.pdf_header import HeaderPlace, header_places, note_header_needs
from nscl_desktop.reports.pdf_table import Styles, Texts, note_body_needs, printed_styles, printed_texts


@dataclass(frozen=True, slots=True)
class FittedTable:
    """A table with its printed texts and styles; `edges` of its columns in points from the left, `size` of letters."""

    table: Table
    index: int
    texts: tuple[Texts, ...]
    styles: tuple[Styles, ...]
    edges: tuple[float, ...]
    size: float

    def widths(self) -> list[float]:
        """Widths of the columns in points."""
        return [right - left for left, right in zip(self.edges, self.edges[1:], strict=False)]


def fit_tables(doc: AppendixDoc, room: float, slack: float, widths: tuple[WordWidths, ...]) -> list[FittedTable]:
    """All tables of the document, `room` points wide; `slack` 1.05 makes columns wide enough for 5 % wider letters.

    Raises:
        InputError: the figures of a table do not fit beside each other.
    """
    printed = [_printed(table) for table in doc.tables]
    needs = [_needs(table, *shown, widths) for table, shown in zip(doc.tables, printed, strict=True)]
    columns = [table.columns for table in doc.tables]
    fits = fit_alike(list(zip(columns, needs, strict=True)), room / slack, doc.body_size)
    fitted = []
    for index, (table, (texts, styles), fit) in enumerate(zip(doc.tables, printed, fits, strict=True)):
        edges = tuple(accumulate([width * slack for width in fit.widths], initial=0.0))
        fitted.append(FittedTable(table, index, tuple(texts), tuple(styles), edges, fit.size))
    return fitted


def _printed(table: Table) -> tuple[list[Texts], list[Styles]]:
    return [tuple(map(nfc, printed_texts(row, table))) for row in table.rows], [
        printed_styles(row) for row in table.rows
    ]


def _needs(table: Table, texts: list[Texts], styles: list[Styles], widths: tuple[WordWidths, ...]) -> list[Need]:
    needs = [Need() for _ in table.columns]
    note_header_needs(table, needs, widths)
    note_body_needs(table, texts, styles, needs, widths)
    return needs


class LineCounts:
    """How many lines texts take in the columns of a table; equal texts in a column are measured once.

    `padding` is the points between a cell's border and its text, at each side.
    """

    def __init__(
        self, edges: Sequence[float], size: float, widths: tuple[WordWidths, ...], *, slack: float, padding: float
    ) -> None:
        self._edges, self._slack, self._padding, self._widths = edges, slack, padding, widths
        self._to_em = 1000 / size
        self._known: dict[tuple[int, int, int, str], int] = {}

    def of_text(self, first: int, end: int, style: int, text: str) -> int:
        """Lines of a text over the columns from `first` up to, not including, `end`."""
        key = (first, end, style, text)
        count = self._known.get(key)
        if count is None:
            room = (self._edges[end] - self._edges[first]) / self._slack - 2 * self._padding
            count = self._known[key] = len(break_lines(text, (room + 0.01) * self._to_em, self._widths[style]))
        return count

    def of_rows(self, fitted: FittedTable) -> list[int]:
        """The lines of the tallest cell of each body row, at least one."""
        counts = []
        for row, texts, styles in zip(fitted.table.rows, fitted.texts, fitted.styles, strict=True):
            lines = [
                self.of_text(column, column + max(1, cell.colspan), style, text)
                for column, (cell, text, style) in enumerate(zip(row.cells, texts, styles, strict=True))
                if text
            ]
            counts.append(max(lines, default=1))
        return counts

    def of_header(self, table: Table) -> tuple[list[HeaderPlace], list[int]]:
        """The header's cells, and the lines of each header row: a tall cell over two rows widens the lower one."""
        places = header_places(table)
        counts = [1] * len(table.header)
        for place in sorted(places, key=lambda each: each.bottom_row):
            lines = self.of_text(place.first, place.end, BOLD, nfc(place.text))
            above = sum(counts[place.top_row : place.bottom_row - 1])
            counts[place.bottom_row - 1] = max(counts[place.bottom_row - 1], lines - above)
        return places, counts
