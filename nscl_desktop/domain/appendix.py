"""AppendixDoc: an official appendix as data, before any printer.

PDF, XLSX, DOCX and the preview are made from the same document, so the figures on them cannot differ. Amounts are
whole đồng in ``Cell.amount``; the table's ``unit`` says in which unit they are printed. Layout follows Nghị định
30/2020/NĐ-CP (Phụ lục I, mục III.1: Phụ lục; mục II.7: chữ ký; II.9: nơi nhận).
"""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from nscl_desktop.domain.money import MoneyUnit


class Align(StrEnum):
    """Horizontal alignment of a cell's text."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    JUSTIFY = "justify"


class RowKind(StrEnum):
    """What a row is; decides weight and what must stay together at a page break."""

    SECTION = "section"
    ITEM = "item"
    EXPLANATION = "explanation"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Area:
    """A block of body cells, inclusive, rows and columns counted from 0; ``table`` counts the document's tables."""

    table: int
    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True, slots=True)
class Sum:
    """The cell is the sum of these areas less the sum of ``less``. Runs of neighbours are one area, so text cells
    inside do no harm.
    """

    areas: tuple[Area, ...]
    less: tuple[Area, ...] = ()


@dataclass(frozen=True, slots=True)
class Product:
    """The cell is the product of two cells of its own row (quantity × unit price); columns counted from 0."""

    left: int
    right: int


@dataclass(frozen=True, slots=True)
class Ratio:
    """The cell is one cell divided by another (share of the total), printed as a percentage."""

    part: Area
    whole: Area


Formula = Sum | Product | Ratio


@dataclass(frozen=True, slots=True)
class Cell:
    """One body cell: exactly one of text, amount (đồng), quantity or percent; empty when none is given.

    ``mark`` is a footnote mark printed behind the figure ("628*"). ``text`` beside a figure is printed instead of it in
    words-only places ("-"): the figure is then only the value for the spreadsheet.
    """

    text: str = ""
    amount: int | None = None
    quantity: Decimal | None = None
    percent: Decimal | None = None
    mark: str = ""
    formula: Formula | None = None
    align: Align | None = None
    bold: bool = False
    light: bool = False
    """Not bold even in a bold row: an agency beside the name of a section, say."""
    italic: bool = False
    colspan: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """A body row. A cell with ``colspan`` n is followed by n - 1 empty cells, so every row has all columns.

    ``keep_with_next`` glues a heading to what follows; ``ref`` is the key of the budget line the row shows.
    """

    cells: tuple[Cell, ...]
    kind: RowKind = RowKind.ITEM
    depth: int = 0
    ref: str = ""
    keep_with_next: bool = False


@dataclass(frozen=True, slots=True)
class HeaderCell:
    """A heading over one or more columns, in a header of one to three rows."""

    text: str
    colspan: int = 1
    rowspan: int = 1


@dataclass(frozen=True, slots=True)
class Column:
    """A leaf column: width in mm (the writer scales all widths to the page), alignment, decimals of its figures.

    ``decimals`` None prints as many as needed.
    """

    width: float
    align: Align = Align.LEFT
    decimals: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose header rows (with the (1)…(10) row, if any) repeat on every page."""

    columns: tuple[Column, ...]
    header: tuple[tuple[HeaderCell, ...], ...]
    rows: tuple[Row, ...]
    number_row: tuple[str, ...] = ()
    unit: MoneyUnit = MoneyUnit.DONG
    carry_totals: bool = False
    title: str = ""
    """Name of the table for screen readers, bookmarks and sheet navigation; not printed."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line or paragraph between tables; ``heading`` levels 1 to 3 become bookmarks and stay with what follows."""

    text: str
    align: Align = Align.LEFT
    bold: bool = False
    italic: bool = False
    heading: int = 0
    size: float | None = None
    dotted: int = 0
    """Lines of dots to write on by hand: the rest of the text's line, then whole ones."""


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Heading:
    """The three parts of an appendix heading: "Phụ lục I", the title, "(Kèm theo …)" (NĐ 30/2020, III.1)."""

    label: str
    title: str
    attached_to: str
    agency: tuple[str, ...] = ()
    """Issuing agency's two lines at the top left, where the office prints them (chủ quản, then cơ quan in bold)."""
    motto: bool = False
    """Whether Quốc hiệu and Tiêu ngữ stand at the top right."""
    number: str = ""
    """Số, ký hiệu under the agency, for a paper of its own such as a Biên bản (NĐ 30/2020, II.3)."""
    dated: str = ""
    """Địa danh và thời gian under Quốc hiệu, level with the number, for papers that have it (II.4)."""


@dataclass(frozen=True, slots=True)
class Signature:
    """One signer: authority lines in capitals, then the name below free space; ``image`` is PNG bytes (NĐ 30, II.8)."""

    authority: tuple[str, ...]
    name: str = ""
    note: str = ""
    """Italic line under the authority, such as "(Ký, ghi rõ họ tên)"."""
    image: bytes = b""


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """Up to three signers side by side under place and date; recipients at the left of the last line of signers."""

    place_date: str = ""
    signers: tuple[Signature, ...] = ()
    recipients: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AppendixDoc:
    """The whole appendix. ``watermark`` crosses every page while findings stand ("DỰ THẢO")."""

    heading: Heading
    blocks: tuple[Block, ...]
    words: str = ""
    """The amount in words with its introduction and brackets, printed under the last table."""
    footnotes: tuple[tuple[str, str], ...] = ()
    """(mark, text) pairs printed under the last table."""
    signatures: SignatureBlock = field(default_factory=SignatureBlock)
    landscape: bool = False
    paper: str = "A4"
    body_size: float = 11.0
    """Point size inside tables; NĐ 30 is silent on it (11–13 are usual), so it is the office's setting."""
    watermark: str = ""
    author: str = ""

    @property
    def tables(self) -> tuple[Table, ...]:
        """The document's tables in order; ``Area.table`` counts them."""
        return tuple(block for block in self.blocks if isinstance(block, Table))
