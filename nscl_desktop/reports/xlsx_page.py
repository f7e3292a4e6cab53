"""The page of a sheet (NĐ 30/2020, Phụ lục I, phần I, mục I): paper, margins, page number, page ends, what repeats."""

import itertools

from xlsxwriter.worksheet import Worksheet

from nscl_desktop.domain.appendix import AppendixDoc
from nscl_desktop.domain.text import nfc
from nscl_desktop.reports.paper import Frame
from nscl_desktop.reports.text_sizes import TEXT_SIZE
from nscl_desktop.reports.xlsx_formats import FONT
from nscl_desktop.reports.xlsx_grid import SheetGrid
from nscl_desktop.reports.xlsx_rows import Rows, SheetRows

_POINTS_TO_INCH = 1 / 72
_PAPERS = {"A4": 9, "A3": 8}
_WATERMARK_SIZE, _WATERMARK_COLOUR = 20, "A6A6A6"
# Points of screen: what stays in sight above must leave room to scroll on a small screen
_MOST_FROZEN = 240.0
PIXELS = 96 / 72
"""Screen points to a point of paper."""


def first_header(watermark: str) -> str:
    """The header of the first page: no page number."""
    if not watermark:
        return ""
    text = nfc(watermark).replace("&", "&&")[:100]
    return f'&R&"{FONT},Bold"&{_WATERMARK_SIZE}&K{_WATERMARK_COLOUR}{text}'


class AppendixSheet(Worksheet):
    """A sheet whose first page has a header of its own, which XlsxWriter knows no public way to."""

    first_page_header = ""

    def _write_header_footer(self) -> None:
        self._xml_start_tag("headerFooter", [("differentFirst", 1), ("scaleWithDoc", 0)])
        self._xml_data_element("oddHeader", self.header)
        if self.first_page_header:
            self._xml_data_element("firstHeader", self.first_page_header)
        self._xml_end_tag("headerFooter")


def set_up_page(sheet: AppendixSheet, doc: AppendixDoc, frame: Frame) -> None:
    """Paper, margins, and the page number centred in the top margin from page 2."""
    sheet.set_paper(_PAPERS[doc.paper])
    if doc.landscape:
        sheet.set_landscape()
    sheet.set_margins(
        frame.left * _POINTS_TO_INCH,
        (frame.page_width - frame.right) * _POINTS_TO_INCH,
        frame.top * _POINTS_TO_INCH,
        (frame.page_height - frame.bottom) * _POINTS_TO_INCH,
    )
    header = f'&C&"{FONT},Regular"&{TEXT_SIZE:g}&P'
    sheet.first_page_header = first_header(doc.watermark)
    sheet.set_header(header + sheet.first_page_header, {"margin": frame.top / 2 * _POINTS_TO_INCH - 0.1})
    sheet.fit_to_pages(1, 0)
    sheet.center_horizontally()
    sheet.hide_gridlines(2)


def set_sizes(sheet: Worksheet, grid: SheetGrid, rows: SheetRows) -> None:
    """Widths of the columns, heights of all rows, and what of them is printed."""
    edges = [round(x * PIXELS) for x in grid.edges]
    for column, (left, right) in enumerate(itertools.pairwise(edges)):
        sheet.set_column_pixels(column, column, right - left)
    for row, height in enumerate(rows.heights):
        sheet.set_row(row, height)
    if rows.heights:
        sheet.print_area(0, 0, len(rows.heights) - 1, grid.columns - 1)
        # Labels such as "1" are text on purpose; sums leave out the items that their sections hold already
        everything = f"A1:XFD{len(rows.heights)}"
        sheet.ignore_errors(
            {"number_stored_as_text": everything, "formula_differs": everything, "formula_range": everything}
        )


def set_pages(sheet: Worksheet, heading: Rows | None, rows: SheetRows, room: float) -> None:
    """Where pages end; the heading of an only table is repeated on each, and stays in sight on screen if it is low."""
    breaks = rows.page_breaks(room, heading)
    if breaks:
        sheet.set_h_pagebreaks(breaks)
    if not heading:
        return
    sheet.repeat_rows(*heading)
    if sum(rows.heights[: heading[1] + 1]) <= _MOST_FROZEN:
        sheet.freeze_panes(heading[1] + 1, 0)
