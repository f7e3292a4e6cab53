"""A table brought from Word or Excel, and how its columns are to be understood, before any of it becomes a line.

Rows and columns are counted from 0 here and named as Excel names them (ô D7) for the clerk, who sees the same table in
a preview with these names.
"""

from collections.abc import Mapping as ReadOnly
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.table_headings import ColumnUse, Use
from nscl_desktop.domain.text import nfc

MOST_ROWS = 5_000
MOST_COLUMNS = 200
NO_SOURCE = "CHUA_PHAN_NGUON"
"""Code of the source that takes money for which a table names none."""


USE_LABELS: dict[Use, str] = {
    Use.IGNORE: "Bỏ qua",
    Use.LABEL: "Số thứ tự",
    Use.TEXT: "Nội dung",
    Use.UNIT: "Đơn vị tính",
    Use.QUANTITY: "Số lượng",
    Use.PRICE: "Đơn giá",
    Use.AMOUNT: "Kinh phí",
    Use.LEAD: "Cơ quan chủ trì",
    Use.PARTNERS: "Cơ quan phối hợp",
    Use.SCHEDULE: "Thời gian thực hiện",
    Use.NOTE: "Ghi chú",
}


class Weight(StrEnum):
    """How much a finding matters: one that blocks must be mended before the table can be brought in."""

    BLOCKS = "blocks"
    WARNING = "warning"
    REMARK = "remark"


@dataclass(frozen=True, slots=True)
class TableFinding:
    """What the reading of one place came upon; the message is one sentence that begins with the place."""

    weight: Weight
    row: int
    column: int
    message: str


@dataclass(frozen=True, slots=True)
class PastedTable:
    """Rows of equal width as NFC texts without blanks around them; ``name`` is the sheet's, where there is one.

    ``troubles`` are sentences, by row and column, about cells whose value a workbook does not hold.
    """

    rows: tuple[tuple[str, ...], ...]
    name: str = ""
    troubles: ReadOnly[tuple[int, int], str] = field(default_factory=dict)

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.rows[0]) if self.rows else 0

    def place(self, row: int, column: int | None = None) -> str:
        """What the clerk calls a cell or a row: ô D7, dòng 7; with the sheet's name where there is one."""
        where = f"dòng {row + 1}" if column is None else f"ô {column_letters(column)}{row + 1}"
        return f"{self.name}, {where}" if self.name else where

    def with_cell(self, row: int, column: int, text: str) -> "PastedTable":
        """The table with one cell mended in the preview."""
        cells = list(self.rows[row])
        cells[column] = nfc(text).strip()
        left = {place: sentence for place, sentence in self.troubles.items() if place != (row, column)}
        return replace(self, rows=(*self.rows[:row], tuple(cells), *self.rows[row + 1 :]), troubles=left)


@dataclass(frozen=True, slots=True)
class Head:
    """One heading of the table and what its columns are; it holds for the rows below it until the next one.

    ``first`` and ``last`` are its rows, -1 where the table has no heading.
    """

    first: int
    last: int
    columns: tuple[ColumnUse, ...]
    titles: tuple[str, ...] = ()

    def is_stated(self, column: int) -> bool:
        """Whether a column of figures only adds up others, so that it proves them instead of being entered."""
        return any(each.is_finer_than(self.columns[column]) for each in self.columns)

    def columns_for(self, use: Use) -> tuple[int, ...]:
        """The columns with this use."""
        return tuple(index for index, each in enumerate(self.columns) if each.use is use)

    @property
    def years(self) -> tuple[int, ...]:
        """The years its columns name, ascending."""
        return tuple(sorted({each.year for each in self.columns if each.year}))


@dataclass(frozen=True, slots=True)
class Mapping:
    """How the table is to be read: guessed first, then changed by the clerk where the guess is wrong.

    ``year`` and ``source`` (a code) stand for columns that name none; 0 and "" let the plan decide. ``marks`` say
    which source (a code) starred money belongs to, by column and mark ("DN*").
    """

    heads: tuple[Head, ...]
    skipped: frozenset[int] = frozenset()
    year: int = 0
    source: str = ""
    marks: ReadOnly[str, str] = field(default_factory=dict)
    findings: tuple[TableFinding, ...] = ()

    def with_column(self, column: int, use: ColumnUse, head: int = 0) -> "Mapping":
        """The mapping with one column used otherwise; what was told about its heading is settled thereby."""
        heads = list(self.heads)
        title = (max(heads[head].first, 0), column)
        findings = tuple(each for each in self.findings if (each.row, each.column) != title)
        columns = list(heads[head].columns)
        columns[column] = use
        heads[head] = replace(heads[head], columns=tuple(columns))
        return replace(self, heads=tuple(heads), findings=findings)

    def head_of(self, row: int) -> Head | None:
        """The heading that a row stands under; None above the first and for headings themselves."""
        if row in self.skipped:
            return None
        above = [head for head in self.heads if head.last < row]
        return above[-1] if above else None


def column_letters(column: int) -> str:
    """Excel's name of a column: 0 → A, 26 → AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def table_of_rows(
    rows: Sequence[Sequence[str]], name: str = "", troubles: ReadOnly[tuple[int, int], str] | None = None
) -> PastedTable:
    """A table from rows of texts of any width; empty columns at the right and rows at the end are cut off.

    Raises:
        InputError: if it is empty or larger than any plan's table.
    """
    cleaned = [[nfc(text).strip() for text in row] for row in rows]
    while cleaned and not any(cleaned[-1]):
        cleaned.pop()
    width = max((index + 1 for row in cleaned for index, text in enumerate(row) if text), default=0)
    if not width:
        raise InputError("Không thấy bảng nào; hãy chép cả bảng trong Word hoặc Excel, kể cả dòng đầu bảng, rồi dán.")
    if len(cleaned) > MOST_ROWS or width > MOST_COLUMNS:
        raise InputError(
            f"Bảng có {len(cleaned)} dòng, {width} cột, nhiều hơn 5.000 dòng hoặc {MOST_COLUMNS} cột; "
            "hãy chép riêng bảng dự toán."
        )
    return PastedTable(tuple((*row[:width], *[""] * (width - len(row))) for row in cleaned), name, troubles or {})
