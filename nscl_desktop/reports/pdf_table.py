"""A table measured for paper: what each cell prints, broken into lines, and the height of every row.

Each text is measured once; equal texts in a column share their lines.
"""

from dataclasses import dataclass, replace
from itertools import accumulate

from nscl_desktop.domain.appendix import Align, Row, Table
from nscl_desktop.reports.cell_text import cell_text, is_bold, is_figure
from nscl_desktop.reports.fonts import BOLD, BOLD_ITALIC, ITALIC, LINE_SPACING, WordWidths
from nscl_desktop.reports.line_breaking import Line, break_lines
from nscl_desktop.reports.pdf_carry import Carried, carried_totals
from nscl_desktop.reports.pdf_columns import PADDING_X, Fit, Need
from nscl_desktop.reports.pdf_header import Header, measure_header, note_header_needs

PADDING_Y = 2.6
"""Points between a cell's border and its text, above and below."""
CONTINUED = "(tiếp)"

Texts = tuple[str, ...]
Styles = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MeasuredRow:
    """Lines of each cell with their styles and alignments; `index` is the row's number in its table.

    `spans` stands only where a cell runs over several columns. The parts of a row cut in two are `is_cut`.
    """

    index: int
    lines: tuple[tuple[Line, ...], ...]
    styles: Styles
    aligns: tuple[Align, ...]
    spans: tuple[int, ...] | None
    height: float
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class TableLayout:
    """All that drawing a table on any page needs, in points; `edges` counts from the page's left."""

    index: int
    table: Table
    size: float
    edges: tuple[float, ...]
    header: Header
    rows: tuple[MeasuredRow, ...]
    carried: Carried | None

    @property
    def leading(self) -> float:
        """Height of a line of text."""
        return self.size * LINE_SPACING

    @property
    def plain_height(self) -> float:
        """Height of a row of one line."""
        return self.leading + 2 * PADDING_Y

    @property
    def carry_height(self) -> float:
        """Height of the row that carries totals over to the next page, where there is one."""
        return self.plain_height if self.carried else 0.0


@dataclass(frozen=True, slots=True)
class PreparedTable:
    """The document's `index`-th table with all that finding its column widths needs."""

    index: int
    table: Table
    texts: list[Texts]
    styles: list[Styles]
    needs: list[Need]
    carried: Carried | None


def prepare_table(table: Table, index: int, widths: tuple[WordWidths, ...]) -> PreparedTable:
    """What the cells of a table print, and what its columns need.

    Raises:
        InputError: totals to be carried over do not agree.
    """
    texts = [printed_texts(row, table) for row in table.rows]
    styles = [printed_styles(row) for row in table.rows]
    needs = [Need() for _ in table.columns]
    note_header_needs(table, needs, widths)
    note_body_needs(table, texts, styles, needs, widths)
    carried = carried_totals(table, index)
    for column, need in enumerate(needs):
        need.note_words(carried.all_texts(column) if carried else (), widths[BOLD_ITALIC])
    return PreparedTable(index, table, texts, styles, needs, carried)


def measure_table(prepared: PreparedTable, fit: Fit, left: float, widths: tuple[WordWidths, ...]) -> TableLayout:
    """Break the cells of a table into lines, its columns as wide as `fit` says, beginning at `left`."""
    table = prepared.table
    edges = tuple(accumulate(fit.widths, initial=left))
    header = measure_header(table, edges, fit.size, widths)
    rows = _measure_rows(table, list(zip(prepared.texts, prepared.styles, strict=True)), edges, fit.size, widths)
    return TableLayout(prepared.index, table, fit.size, edges, header, rows, prepared.carried)


def blank_row(layout: TableLayout) -> MeasuredRow:
    """An empty row, for a table that has none yet: its heading is to be seen all the same."""
    columns = layout.table.columns
    count = len(columns)
    aligns = tuple(column.align for column in columns)
    return MeasuredRow(0, ((),) * count, (0,) * count, aligns, None, layout.plain_height)


def split_row(
    row: MeasuredRow, leading: float, room: float, widths: tuple[WordWidths, ...]
) -> tuple[MeasuredRow, MeasuredRow]:
    """Cut a row that is taller than a page: as much as goes into `room`, and the rest, marked as continued."""
    count = max(1, int((room - 2 * PADDING_Y) / leading))
    kept = tuple(lines[:count] for lines in row.lines)
    rest = tuple(
        (Line(CONTINUED, widths[style][CONTINUED]), *lines[count:]) if len(lines) > count else ()
        for lines, style in zip(row.lines, row.styles, strict=True)
    )
    first = replace(row, lines=kept, height=count * leading + 2 * PADDING_Y, is_cut=True)
    return first, replace(row, lines=rest, height=max(map(len, rest)) * leading + 2 * PADDING_Y, is_cut=True)


def printed_texts(row: Row, table: Table) -> Texts:
    """What each cell of a row prints."""
    unit = table.unit
    return tuple([cell_text(cell, unit, col.decimals) for cell, col in zip(row.cells, table.columns, strict=True)])


def printed_styles(row: Row) -> Styles:
    """The style of each cell of a row."""
    return tuple([(BOLD if is_bold(row, cell) else 0) + (ITALIC if cell.italic else 0) for cell in row.cells])


def note_body_needs(
    table: Table, texts: list[Texts], styles: list[Styles], needs: list[Need], widths: tuple[WordWidths, ...]
) -> None:
    """Find the widest figure and word of each column; each different text is looked at once."""
    found: list[list[set[str]]] = [[set() for _ in widths] for _ in needs]
    for row, row_texts, row_styles in zip(table.rows, texts, styles, strict=True):
        for column, cell in enumerate(row.cells):
            text = row_texts[column]
            if not text:
                continue
            if is_figure(cell):
                need = needs[column]
                need.has_figures = True
                width = widths[row_styles[column]][text] / cell.colspan
                need.figure = max(need.figure, width)
            elif cell.colspan == 1:
                found[column][row_styles[column]].add(text)
    for need, by_style in zip(needs, found, strict=True):
        for style, different in enumerate(by_style):
            need.note_words(different, widths[style])
            need.note_line(different, widths[style])


def _measure_rows(
    table: Table,
    printed: list[tuple[Texts, Styles]],
    edges: tuple[float, ...],
    size: float,
    widths: tuple[WordWidths, ...],
) -> tuple[MeasuredRow, ...]:
    broken = _BrokenTexts(edges, size, widths)
    default_aligns = [column.align for column in table.columns]
    leading = size * LINE_SPACING
    measured = []
    for index, (row, (texts, styles)) in enumerate(zip(table.rows, printed, strict=True)):
        cells = row.cells
        spans = tuple([cell.colspan for cell in cells])
        plain = max(spans) == 1
        lines = tuple(
            [
                broken[column, 1 if plain else spans[column], style, text] if text else ()
                for column, (text, style) in enumerate(zip(texts, styles, strict=True))
            ]
        )
        aligns = tuple([cell.align or align for cell, align in zip(cells, default_aligns, strict=True)])
        height = max(1, *map(len, lines)) * leading + 2 * PADDING_Y
        measured.append(MeasuredRow(index, lines, styles, aligns, None if plain else spans, height))
    return tuple(measured)


class _BrokenTexts(dict[tuple[int, int, int, str], tuple[Line, ...]]):
    """(column, columns spanned, style, text) → its lines."""

    def __init__(self, edges: tuple[float, ...], size: float, widths: tuple[WordWidths, ...]) -> None:
        super().__init__()
        self._edges, self._to_em, self._widths = edges, 1000 / size, widths

    def __missing__(self, key: tuple[int, int, int, str]) -> tuple[Line, ...]:
        column, span, style, text = key
        room = self._edges[column + span] - self._edges[column] - 2 * PADDING_X
        # A hundredth of a point against rounding: the column may be as wide as its widest figure
        lines = self[key] = break_lines(text, (room + 0.01) * self._to_em, self._widths[style])
        return lines
