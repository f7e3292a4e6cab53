"""A table on a sheet: heading, body with real numbers and live formulas, heights that fit."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from xlsxwriter.utility import xl_range

from nscl_desktop.domain.appendix import Align
from nscl_desktop.reports.fonts import BOLD, REGULAR, WordWidths
from nscl_desktop.reports.keeping import SMALL_TABLE, breaks_after
from nscl_desktop.reports.pdf_flow import Break
from nscl_desktop.reports.pdf_header import HeaderPlace
from nscl_desktop.reports.table_fit import FittedTable, LineCounts
from nscl_desktop.reports.xlsx_exact import ExactDecimals
from nscl_desktop.reports.xlsx_figures import number_format, sheet_value
from nscl_desktop.reports.xlsx_formats import CellWriter, Look
from nscl_desktop.reports.xlsx_formulas import Formulas, TableOnSheet
from nscl_desktop.reports.xlsx_grid import SheetGrid
from nscl_desktop.reports.xlsx_rows import Rows, SheetRows
from nscl_desktop.reports.xlsx_strips import LINE_HEIGHT, PADDING_X, PADDING_Y, SLACK

_HELPER_GAP = 2
"""Columns between the table and the cells for parts of a sum that is too long for one formula."""


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """A table with its rows on the sheet."""

    fitted: FittedTable
    places: list[HeaderPlace]
    header: list[Rows]
    number_row: Rows | None
    on_sheet: TableOnSheet

    @property
    def heading_rows(self) -> Rows | None:
        """First and last row of the heading, to be repeated on every page."""
        rows = [*self.header, *([self.number_row] if self.number_row else [])]
        return (rows[0][0], rows[-1][1]) if rows else None


def place_table(
    fitted: FittedTable, grid: SheetGrid, rows: SheetRows, page_height: float, widths: tuple[WordWidths, ...]
) -> PlacedTable:
    """Take rows for the table. The columns' real widths on the grid are measured, which may differ by a hair."""
    columns = grid.columns_of(fitted.edges)
    edges = [grid.edges[first] for first, _ in columns] + [grid.edges[columns[-1][1]]]
    counts = LineCounts(edges, fitted.size, widths, slack=SLACK, padding=PADDING_X)
    line = fitted.size * LINE_HEIGHT
    places, header_lines = counts.of_header(fitted.table)
    header = rows.take_all((count * line + PADDING_Y for count in header_lines), Break.KEEP)
    number_row = rows.take(line + 2, Break.KEEP) if fitted.table.number_row else None
    heights = [count * line + PADDING_Y for count in counts.of_rows(fitted)]
    breaks = breaks_after(fitted.table, whole=sum(heights) <= SMALL_TABLE * page_height)
    body = [rows.take(height, after) for height, after in zip(heights, breaks, strict=True)]
    unit = fitted.table.unit
    values = [[sheet_value(cell, unit) for cell in row.cells] for row in fitted.table.rows]
    return PlacedTable(fitted, places, header, number_row, TableOnSheet(body, columns, values))


class TableWriter:
    """Writes the placed tables of one document."""

    def __init__(self, cells: CellWriter, formulas: Formulas) -> None:
        self._cells = cells
        self._formulas = formulas
        self._exact = ExactDecimals(cells)

    def write(self, placed: PlacedTable) -> None:
        """Heading, then body."""
        self._header(placed)
        for index in range(len(placed.fitted.table.rows)):
            self._row(placed, index)

    def finish(self) -> None:
        """What can be said only when all tables are written."""
        self._exact.apply()

    def _header(self, placed: PlacedTable) -> None:
        size = placed.fitted.size
        columns = placed.on_sheet.columns
        look = Look(BOLD, size, Align.CENTER, border=True)
        for place in placed.places:
            rows = (placed.header[place.top_row][0], placed.header[place.bottom_row - 1][1])
            self._cells.text(rows, (columns[place.first][0], columns[place.end - 1][1]), place.text, look)
        if placed.number_row:
            for text, column in zip(placed.fitted.table.number_row, columns, strict=False):
                self._cells.text(placed.number_row, column, text, look._replace(style=REGULAR))

    def _row(self, placed: PlacedTable, index: int) -> None:
        fitted, on_sheet = placed.fitted, placed.on_sheet
        cells = fitted.table.rows[index].cells
        column = 0
        while column < len(cells):
            cell, spec = cells[column], fitted.table.columns[column]
            end = column + max(1, cell.colspan)
            area = (on_sheet.columns[column][0], on_sheet.columns[end - 1][1])
            vertical = "vcenter" if on_sheet.rows[index][0] == on_sheet.rows[index][1] else "top"
            look = Look(fitted.styles[index][column], fitted.size, cell.align or spec.align, vertical, border=True)
            value = on_sheet.values[index][column]
            if value is None:
                self._cells.text(on_sheet.rows[index], area, fitted.texts[index][column], look)
            else:
                self._figure(placed, (index, column), area, look)
            column = end

    def _figure(self, placed: PlacedTable, place: tuple[int, int], area: tuple[int, int], look: Look) -> None:
        """A number, live where its formula gives just this number."""
        table = placed.fitted.table
        index, column = place
        cell, spec = table.rows[index].cells[column], table.columns[column]
        value = placed.on_sheet.values[index][column] or Decimal(0)
        made = self._cells.format(look._replace(number=number_format(cell, spec, table.unit)))
        row, first = self._cells.area(placed.on_sheet.rows[index], area, made)
        self._exact.note(cell, spec, table.unit, (row, first))
        formula, number = cell.formula, _number(value)
        if formula is None or not self._formulas.gives(formula, placed.fitted.index, index, value):
            self._cells.sheet.write_number(row, first, number, made)
            return
        texts = self._formulas.texts(formula, placed.fitted.index, index)
        if len(texts) > 1:
            texts = [self._added_up(row, texts)]
        self._cells.sheet.write_formula(row, first, texts[0], made, number)

    def _added_up(self, row: int, texts: Sequence[str]) -> str:
        """Parts of a sum that is too long for one formula stand in cells right of the printed area."""
        first = self._formulas.last_column + _HELPER_GAP
        for offset, text in enumerate(texts):
            self._cells.sheet.write_formula(row, first + offset, text, None, "")
        return f"=SUM({xl_range(row, first, row, first + len(texts) - 1)})"


def _number(value: Decimal) -> float:
    """As a spreadsheet stores numbers; whole ones without a fraction."""
    return int(value) if value == value.to_integral_value() else float(value)
