"""A document as an Excel workbook: real numbers, live totals, ready to print as official paper asks.

One sheet holds the whole appendix. The same document gives the same bytes on every machine with the same fonts.
Totals carried over page ends are not there: only the program that prints a sheet knows where its pages end.
"""

from contextlib import suppress
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from xlsxwriter import Workbook
from xlsxwriter.image import Image

from nscl_desktop.domain.appendix import AppendixDoc, Table
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.text import nfc
from nscl_desktop.reports.fonts import BOLD, FontSet, WordWidths, machine_fonts
from nscl_desktop.reports.keeping import ROWS_WITH_CLOSING
from nscl_desktop.reports.line_breaking import break_lines
from nscl_desktop.reports.office_zip import inserted_before, repacked
from nscl_desktop.reports.paper import frame_of
from nscl_desktop.reports.pdf_flow import Break
from nscl_desktop.reports.pdf_heading import COUNTRY
from nscl_desktop.reports.saving import save_bytes
from nscl_desktop.reports.signature_pictures import picture_size
from nscl_desktop.reports.table_fit import FittedTable, fit_tables
from nscl_desktop.reports.text_sizes import NAME_SIZE
from nscl_desktop.reports.xlsx_formats import FONT, CellWriter, Look
from nscl_desktop.reports.xlsx_formulas import Formulas
from nscl_desktop.reports.xlsx_grid import SheetGrid, common_grid
from nscl_desktop.reports.xlsx_heading import closing_strips, heading_strips, letterhead_split, paragraph_strips
from nscl_desktop.reports.xlsx_names import name_totals, sheet_name
from nscl_desktop.reports.xlsx_page import PIXELS, AppendixSheet, set_pages, set_sizes, set_up_page
from nscl_desktop.reports.xlsx_rows import Rows, SheetRows
from nscl_desktop.reports.xlsx_signatures import signature_splits, signature_strips
from nscl_desktop.reports.xlsx_strips import SLACK, PictureBox, Setter, Strip
from nscl_desktop.reports.xlsx_table import PlacedTable, TableWriter, place_table

_SMALLEST_DATE = datetime(2000, 1, 1, tzinfo=UTC)
_MARGIN_OF_ROUNDING = 2.0
_WIDER = (1.0, 1.3, 1.7, 2.2, 3.0, 4.0, 6.0)
"""How many times as wide as the page a sheet may be, the first that does."""
# With letters of 12 points a digit is 8 screen points wide, in Excel and LibreOffice alike, so widths agree
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "default_format_properties": {"font_name": FONT, "font_size": 12},
    "default_column_width": 72,
    "default_row_height": 21,
}

PlacedStrip = tuple[Strip, list[Rows]]


def write_xlsx(
    doc: AppendixDoc, target: Path | BinaryIO, *, fonts: FontSet | None = None, created: datetime | None = None
) -> None:
    """Write a document as a workbook into a file or stream.

    `fonts` None measures with this machine's; `created` is the date told to the file's readers (none: a fixed one).

    Raises:
        InputError: a text longer than a cell can hold, figures too wide for six pages, a damaged signature picture.
        EnvironmentProblem: fonts missing, or the file cannot be written. An older file is left as it was then.
    """
    data = _workbook(doc, (fonts or machine_fonts()).word_widths(), created or _SMALLEST_DATE)
    if isinstance(target, Path):
        save_bytes(target, data)
    else:
        target.write(data)


def _workbook(doc: AppendixDoc, widths: tuple[WordWidths, ...], created: datetime) -> bytes:
    buffer = BytesIO()
    workbook = Workbook(buffer, _OPTIONS)
    heading = doc.heading
    workbook.set_properties(
        {
            "title": " ".join(nfc(f"{heading.label} {heading.title}").split()),
            "subject": " ".join(nfc(heading.attached_to).split()),
            "author": nfc(doc.author),
            "created": created.astimezone(UTC).replace(tzinfo=None),
        }
    )
    sheet = workbook.add_worksheet(sheet_name(doc), worksheet_class=AppendixSheet)
    _Sheet(doc, workbook, sheet, widths).write()
    workbook.close()
    language = inserted_before("</cp:coreProperties>", "<dc:language>vi-VN</dc:language>")
    return repacked(buffer.getvalue(), {"docProps/core.xml": language})


class _Sheet:
    """Lays out the document on its sheet, then writes it: formulas may point to what stands further down."""

    def __init__(
        self, doc: AppendixDoc, workbook: Workbook, sheet: AppendixSheet, widths: tuple[WordWidths, ...]
    ) -> None:
        self._doc, self._workbook, self._sheet, self._widths = doc, workbook, sheet, widths
        self._frame = frame_of(doc)
        self._scale, self._fitted = self._fit()
        self._grid = self._common_grid(self._room(), self._fitted)
        self._setter = Setter(self._grid, widths)
        self._rows = SheetRows()
        self._strips: list[PlacedStrip] = []
        self._tables: list[PlacedTable] = []
        self._cells = CellWriter(workbook, sheet)

    def write(self) -> None:
        """The whole sheet."""
        self._lay_out()
        set_up_page(self._sheet, self._doc, self._frame)
        set_sizes(self._sheet, self._grid, self._rows)
        for strip, rows in self._strips:
            self._write_strip(strip, rows)
        writer = TableWriter(self._cells, Formulas([placed.on_sheet for placed in self._tables]))
        for placed in self._tables:
            writer.write(placed)
        writer.finish()
        name_totals(self._workbook, self._sheet.get_name(), self._tables)
        heading = self._tables[0].heading_rows if len(self._tables) == 1 else None
        set_pages(self._sheet, heading, self._rows, self._frame.height * self._scale)

    def _room(self) -> float:
        """Width of the sheet in points."""
        return self._frame.width * self._scale - _MARGIN_OF_ROUNDING

    def _fit(self) -> tuple[float, list[FittedTable]]:
        """The tables, on a sheet wider than the page where their figures need it: Excel prints it smaller then."""
        for scale in _WIDER[:-1]:
            self._scale = scale
            with suppress(InputError):
                return scale, fit_tables(self._doc, self._room(), SLACK, self._widths)
        self._scale = _WIDER[-1]
        return self._scale, fit_tables(self._doc, self._room(), SLACK, self._widths)

    def _common_grid(self, room: float, fitted: list[FittedTable]) -> SheetGrid:
        splits = signature_splits(self._doc.signatures, room, self._widths)
        if self._doc.heading.motto or self._doc.heading.agency:
            country = break_lines(COUNTRY, 1e9, self._widths[BOLD])[0].width * NAME_SIZE / 1000 * SLACK
            splits.append(letterhead_split(room, country))
        return common_grid([table.edges for table in fitted], room, splits)

    def _lay_out(self) -> None:
        doc, setter = self._doc, self._setter
        self._take(heading_strips(doc.heading, setter))
        last = max((i for i, block in enumerate(doc.blocks) if isinstance(block, Table)), default=len(doc.blocks) - 1)
        for index, block in enumerate(doc.blocks):
            if isinstance(block, Table):
                fitted = self._fitted[len(self._tables)]
                height = self._frame.height * self._scale
                self._tables.append(place_table(fitted, self._grid, self._rows, height, self._widths))
            else:
                self._take(paragraph_strips(block, next(iter(doc.blocks[index + 1 :]), None), setter))
            if index == last:
                self._take(closing_strips(doc, setter))
        closing = len(self._rows.heights)
        self._take(signature_strips(doc.signatures, setter))
        self._rows.hold_from(closing, Break.GLUE)
        self._hold_closing()

    def _hold_closing(self) -> None:
        """Words, footnotes and signatures never stand without the last rows of the table."""
        if self._tables and isinstance(self._doc.blocks[-1], Table):
            body = [first for first, _ in self._tables[-1].on_sheet.rows[-ROWS_WITH_CLOSING:]]
            for row, after in zip(body, (Break.KEEP, Break.HOLD), strict=False):
                self._rows.hold_from(row, after)

    def _take(self, strips: list[Strip]) -> None:
        self._strips += [(strip, self._take_strip(strip)) for strip in strips]

    def _take_strip(self, strip: Strip) -> list[Rows]:
        first, last = strip.heights[:-1], strip.heights[-1:]
        return [*self._rows.take_all(first, Break.GLUE), *self._rows.take_all(last, strip.after)]

    def _write_strip(self, strip: Strip, rows: list[Rows]) -> None:
        for box in strip.boxes:
            area = rows[box.top][0], rows[box.bottom][1]
            look = Look(box.runs[0].style, box.runs[0].size, box.align, box.vertical)
            if len(box.runs) == 1:
                self._cells.text(area, (box.first, box.end), box.runs[0].text, look)
            else:
                self._cells.runs(area, (box.first, box.end), box.runs, look)
        for picture in strip.pictures:
            self._insert(picture, rows[picture.row][0])

    def _insert(self, picture: PictureBox, row: int) -> None:
        """The picture in the middle of its cells, in its own proportions."""
        room = self._grid.width(picture.first, picture.end)
        width, height = picture_size(picture.signer, room)
        image = Image(BytesIO(picture.signer.image))
        options = {
            "x_offset": (room - width) / 2 * PIXELS,
            "y_offset": (self._rows.heights[row] - height) / 2 * PIXELS,
            "x_scale": width * PIXELS / (image.width * 96 / image.x_dpi),
            "y_scale": height * PIXELS / (image.height * 96 / image.y_dpi),
            "object_position": 1,
            "description": f"Chữ ký của {nfc(picture.signer.name)}".strip(),
        }
        self._sheet.insert_image(row, picture.first, image, options)
