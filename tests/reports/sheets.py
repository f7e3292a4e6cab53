"""Writing documents as office files and reading them back, for the tests of XLSX and DOCX."""

import io
import zipfile
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from zlib import compress, crc32

import docx
import openpyxl
from docx.oxml.table import CT_Row, CT_Tbl
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.worksheet.worksheet import Worksheet

from nscl_desktop.domain.appendix import Align, AppendixDoc, Cell, Column, HeaderCell, Heading, Row, RowKind, Table
from nscl_desktop.domain.money import MoneyUnit
from nscl_desktop.reports.docx import write_docx
from nscl_desktop.reports.fonts import embedded_fonts
from nscl_desktop.reports.xlsx import write_xlsx

HEADING = Heading("Phụ lục", "DỰ TOÁN KINH PHÍ NĂM 2022", "(Kèm theo Quyết định số 01/QĐ-UBND)")


def xlsx_bytes(doc: AppendixDoc) -> bytes:
    """The document as a workbook, measured with the shipped fonts."""
    stream = io.BytesIO()
    write_xlsx(doc, stream, fonts=embedded_fonts())
    return stream.getvalue()


def docx_bytes(doc: AppendixDoc) -> bytes:
    """The document as a Word file, measured with the shipped fonts."""
    stream = io.BytesIO()
    write_docx(doc, stream, fonts=embedded_fonts())
    return stream.getvalue()


def sheet_of(doc: AppendixDoc, *, values: bool = False) -> Worksheet:
    """The sheet read back: formulas, or the values that stand beside them."""
    return openpyxl.load_workbook(io.BytesIO(xlsx_bytes(doc)), data_only=values, rich_text=False).active


def saved(doc: AppendixDoc, folder: Path, name: str = "phu-luc.xlsx") -> Path:
    """The document in a file."""
    path = folder / name
    path.write_bytes(docx_bytes(doc) if name.endswith(".docx") else xlsx_bytes(doc))
    return path


def word_tables(doc: AppendixDoc) -> list[CT_Tbl]:
    """The tables with borders of the document as a Word file."""
    body = docx.Document(io.BytesIO(docx_bytes(doc))).element.body
    return list(body.xpath("w:tbl[w:tblPr/w:tblBorders]"))


def own_cells(row: CT_Row) -> list[str]:
    """Texts of a row's own cells, one for each, however many columns it covers."""
    return [str(cell.xpath("string()")) for cell in row.tc_lst]


def part(data: bytes, name: str) -> str:
    """One XML part of an office file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode("utf-8")


def cell_with(sheet: Worksheet, text: str) -> SheetCell:
    """The one cell that holds this text or formula."""
    (found,) = [cell for row in sheet.iter_rows() for cell in row if cell.value == text]
    return found


def row_of(sheet: Worksheet, text: str) -> int:
    """The sheet's row with this text."""
    return int(cell_with(sheet, text).row)


def table_of(rows: Sequence[tuple[Cell, ...]], unit: MoneyUnit = MoneyUnit.TRIEU, decimals: int | None = None) -> Table:
    """Texts in the first column, figures in the others; the last row is the total."""
    count = len(rows[0])
    columns = (Column(60), *[Column(25, Align.RIGHT, decimals)] * (count - 1))
    header = (tuple(HeaderCell(text) for text in ("Nội dung", "Số lượng", "Đơn giá", "Kinh phí", "Tỷ lệ")[:count]),)
    kinds = [RowKind.ITEM] * (len(rows) - 1) + [RowKind.TOTAL]
    return Table(columns, header, tuple(Row(cells, kind) for cells, kind in zip(rows, kinds, strict=True)), unit=unit)


def document(*tables: Table) -> AppendixDoc:
    """A bare appendix around tables."""
    return AppendixDoc(HEADING, tables)


def amount(dong: int, **more: object) -> Cell:
    """A cell of money."""
    return Cell(amount=dong, **more)  # type: ignore[arg-type]  # the caller names Cell's own fields


def quantity(number: str) -> Cell:
    """A cell of a quantity."""
    return Cell(quantity=Decimal(number))


def png(width: int, height: int) -> bytes:
    """A blue picture."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return len(content).to_bytes(4, "big") + kind + content + crc32(kind + content).to_bytes(4, "big")

    header = width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes([8, 2, 0, 0, 0])
    lines = (b"\0" + b"\x20\x40\xc0" * width) * height
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", compress(lines)) + chunk(b"IEND", b"")
