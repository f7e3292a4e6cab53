"""A table of a Word document: heading rows that repeat, merged cells, rows that are not cut, widths that stay."""

from xml.sax.saxutils import quoteattr

from nscl_desktop.domain.appendix import Align, Table
from nscl_desktop.domain.text import nfc
from nscl_desktop.reports.docx_styles import CELL_STYLE
from nscl_desktop.reports.docx_text import Setting, text_xml, twips
from nscl_desktop.reports.fonts import BOLD, LINE_SPACING, WordWidths
from nscl_desktop.reports.keeping import ROWS_WITH_CLOSING, SMALL_TABLE, breaks_after
from nscl_desktop.reports.pdf_columns import PADDING_X
from nscl_desktop.reports.pdf_flow import Break
from nscl_desktop.reports.pdf_header import HeaderPlace, header_places
from nscl_desktop.reports.pdf_table import PADDING_Y
from nscl_desktop.reports.table_fit import FittedTable, LineCounts

_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


class TableXml:
    """Writes one table. `page_height` is the room inside the margins, in points."""

    def __init__(
        self, fitted: FittedTable, body_size: float, page_height: float, widths: tuple[WordWidths, ...]
    ) -> None:
        self._fitted, self._page_height = fitted, page_height
        self._size = 0.0 if fitted.size == body_size else fitted.size
        counts = LineCounts(fitted.edges, fitted.size, widths, slack=1.0, padding=PADDING_X)
        line = fitted.size * LINE_SPACING
        self._heights = [count * line + 2 * PADDING_Y for count in counts.of_rows(fitted)]
        _, header_lines = counts.of_header(fitted.table)
        number_rows = [1] if fitted.table.number_row else []
        self._header_height = sum(count * line + 2 * PADDING_Y for count in [*header_lines, *number_rows])
        self._columns = [twips(width) for width in fitted.widths()]

    def xml(self, *, closes: bool) -> str:
        """The whole table; `closes` keeps its last rows with what closes the document."""
        body = self._body(closes=closes)
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in self._columns)
        return f"<w:tbl>{self._properties()}<w:tblGrid>{grid}</w:tblGrid>{self._header()}{body}</w:tbl>"

    def _properties(self) -> str:
        title = nfc(self._fitted.table.title)
        caption = f"<w:tblCaption w:val={quoteattr(title)}/>" if title else ""
        x, y = twips(PADDING_X), twips(PADDING_Y)
        return (
            f'<w:tblPr><w:tblW w:w="{sum(self._columns)}" w:type="dxa"/><w:jc w:val="center"/>'
            f'<w:tblBorders>{_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>'
            f'<w:top w:w="{y}" w:type="dxa"/><w:left w:w="{x}" w:type="dxa"/><w:bottom w:w="{y}" w:type="dxa"/>'
            f'<w:right w:w="{x}" w:type="dxa"/></w:tblCellMar>'
            f'<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" '
            f'w:noVBand="1"/>{caption}</w:tblPr>'
        )

    def _header(self) -> str:
        """Rows marked to repeat; a heading over several rows is carried on by empty cells below it."""
        table = self._fitted.table
        places = header_places(table)
        rows = []
        for row in range(len(table.header)):
            reaching = [place for place in places if place.top_row <= row < place.bottom_row]
            cells = [self._heading_cell(place, row) for place in sorted(reaching, key=lambda each: each.first)]
            rows.append(_row("".join(cells), "<w:cantSplit/><w:tblHeader/>"))
        if table.number_row:
            setting = self._setting(Align.CENTER, 0, keep_next=True)
            numbers = [
                self._cell(column, column + 1, text_xml(text, setting))
                for column, text in zip(range(len(self._columns)), table.number_row, strict=False)
            ]
            rows.append(_row("".join(numbers), "<w:cantSplit/><w:tblHeader/>"))
        return "".join(rows)

    def _heading_cell(self, place: HeaderPlace, row: int) -> str:
        merged = ""
        if place.bottom_row - place.top_row > 1:
            merged = '<w:vMerge w:val="restart"/>' if row == place.top_row else "<w:vMerge/>"
        setting = self._setting(Align.CENTER, BOLD, keep_next=True)
        text = place.text if row == place.top_row else ""
        return self._cell(place.first, place.end, text_xml(text, setting), merged)

    def _body(self, *, closes: bool) -> str:
        table = self._fitted.table
        breaks = self._breaks(table, closes=closes)
        room = self._page_height - self._header_height
        rows = []
        for index, (height, after) in enumerate(zip(self._heights, breaks, strict=True)):
            fits = height <= room
            cells = self._row_cells(index, keep_next=fits and after > Break.FREE)
            rows.append(_row(cells, "<w:cantSplit/>" if fits else ""))
        return "".join(rows)

    def _breaks(self, table: Table, *, closes: bool) -> list[Break]:
        whole = self._header_height + sum(self._heights) <= SMALL_TABLE * self._page_height
        breaks = breaks_after(table, whole=whole)
        if closes:
            last = min(ROWS_WITH_CLOSING, len(breaks))
            breaks[len(breaks) - last :] = [Break.HOLD] * last
        return breaks

    def _row_cells(self, index: int, *, keep_next: bool) -> str:
        fitted = self._fitted
        cells = fitted.table.rows[index].cells
        written = []
        column = 0
        while column < len(cells):
            cell = cells[column]
            end = column + max(1, cell.colspan)
            align = cell.align or fitted.table.columns[column].align
            setting = self._setting(align, fitted.styles[index][column], keep_next=keep_next)
            written.append(self._cell(column, end, text_xml(fitted.texts[index][column], setting)))
            column = end
        return "".join(written)

    def _setting(self, align: Align, style: int, *, keep_next: bool) -> Setting:
        return Setting(align, style, self._size, keep_next=keep_next, named=CELL_STYLE)

    def _cell(self, first: int, end: int, content: str, merged: str = "") -> str:
        span = f'<w:gridSpan w:val="{end - first}"/>' if end - first > 1 else ""
        width = sum(self._columns[first:end])
        properties = f'<w:tcW w:w="{width}" w:type="dxa"/>{span}{merged}<w:vAlign w:val="center"/>'
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def _row(cells: str, properties: str) -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>" if properties else f"<w:tr>{cells}</w:tr>"
