"""Figures of a table, cell by cell: what each says, and a finding for each that could be meant otherwise."""

from dataclasses import dataclass
from decimal import Decimal

from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.figures import CellKind
from nscl_desktop.domain.limits import MOST_QUANTITY
from nscl_desktop.domain.money import MoneyUnit
from nscl_desktop.domain.money_reading import ParsedAmount, ParsedQuantity, parse_amount, read_quantity
from nscl_desktop.domain.table_headings import FIGURES, ColumnUse, Use
from nscl_desktop.domain.text import quoted
from nscl_desktop.services.table_import_model import Head, PastedTable, TableFinding, Weight

_TOO_MUCH = 10**12
"""Đồng in one cell: a thousand tỷ, hundreds of times a province's whole plan."""
_TOO_LITTLE = 1000
"""Đồng in one cell: less than any expense, so that the figure is surely in a larger unit."""
_LONGEST_TEXT = 200


@dataclass(frozen=True, slots=True)
class Figure:
    """One filled cell of a column of figures. ``stated``: it only adds up other cells.

    ``value`` is đồng (int) or units (Decimal), None for a dash or a text, which then stands in ``text``.
    """

    row: int
    column: int
    use: Use
    year: int
    source: str
    stated: bool
    value: int | Decimal | None
    mark: str = ""
    text: str = ""

    @property
    def amount(self) -> int | None:
        """Đồng of a money cell."""
        return self.value if isinstance(self.value, int) else None

    @property
    def quantity(self) -> Decimal | None:
        """Units of a cell of quantities."""
        return self.value if isinstance(self.value, Decimal) else None


class FigureReader:
    """Reads the figures of rows and gathers what it comes upon."""

    def __init__(self, table: PastedTable, unit: MoneyUnit) -> None:
        self._table = table
        self._unit = unit
        self.findings: list[TableFinding] = []
        self._stated: dict[int, list[bool]] = {}
        """By heading, which of its columns only add up others."""

    def row(self, row: int, head: Head, instead: Use | None = None) -> tuple[Figure, ...]:
        """All filled figures of a row; ``instead`` says what its columns of money hold in this row."""
        found = []
        if head.first not in self._stated:
            self._stated[head.first] = [head.is_stated(column) for column in range(len(head.columns))]
        stated = self._stated[head.first]
        for column, each in enumerate(head.columns):
            text = self._table.rows[row][column]
            if text and each.use in FIGURES and (row, column) not in self._table.troubles:
                use = instead if instead and each.use is Use.AMOUNT else each.use
                figure = self._figure(row, column, each, use, stated=stated[column])
                if figure:
                    found.append(figure)
        return tuple(found)

    def report(self, weight: Weight, row: int, column: int, sentence: str) -> None:
        """Add a finding about one cell."""
        self.findings.append(TableFinding(weight, row, column, f"{self._table.place(row, column)}: {sentence}"))

    def _figure(self, row: int, column: int, column_use: ColumnUse, use: Use, *, stated: bool) -> Figure | None:
        text = self._table.rows[row][column]
        figure = Figure(row, column, use, column_use.year, column_use.source, stated, None)
        try:
            read = self._read(text, use, column_use.unit or self._unit)
        except InputError as error:
            return self._not_read(figure, text, error)
        if read.interpretation:
            self.report(Weight.REMARK, row, column, read.interpretation)
        if read.kind is not CellKind.NUMBER:
            return Figure(row, column, use, figure.year, figure.source, stated, None, text="-")
        if read.value is not None and read.value < 0:
            self.report(
                Weight.BLOCKS, row, column, f"Số âm {quoted(text)} không nhận được; hãy sửa thành số từ 0 trở lên."
            )
            return None
        if isinstance(read.value, Decimal) and read.value > MOST_QUANTITY:
            self.report(Weight.BLOCKS, row, column, f"Số lượng {quoted(text)} quá lớn; hãy kiểm tra lại các chữ số.")
            return None
        if use is Use.AMOUNT and isinstance(read.value, int):
            self._judge_unit(figure, text, read.value, column_use.unit or self._unit)
        return Figure(row, column, use, figure.year, figure.source, stated, read.value, read.mark)

    @staticmethod
    def _read(text: str, use: Use, unit: MoneyUnit) -> ParsedAmount | ParsedQuantity:
        return read_quantity(text) if use is Use.QUANTITY else parse_amount(text, unit)

    def _not_read(self, figure: Figure, text: str, error: InputError) -> Figure | None:
        """A text without digits in a money cell is printed instead of a figure; anything else must be mended."""
        if figure.use is Use.AMOUNT and len(text) <= _LONGEST_TEXT and not any(char.isdigit() for char in text):
            self.report(
                Weight.REMARK, figure.row, figure.column, f"Chữ {quoted(text)} được giữ để in thay số tiền."
            )  # fmt: skip
            words = " ".join(text.split())
            return Figure(
                figure.row, figure.column, figure.use, figure.year, figure.source, figure.stated, None, text=words
            )
        self.report(Weight.BLOCKS, figure.row, figure.column, error.sentence)
        return None

    def _judge_unit(self, figure: Figure, text: str, value: int, unit: MoneyUnit) -> None:
        """A cell written in đồng inside a table in triệu, or the other way round, is a thousand times wrong."""
        if value > _TOO_MUCH:
            sentence = f"{quoted(text)} tính theo {unit.label} là hơn 1.000 tỷ đồng; hãy xem lại đơn vị tính của ô này."
        elif 0 < value < _TOO_LITTLE:
            sentence = f"{quoted(text)} tính theo {unit.label} chưa đến 1.000 đồng; hãy xem lại đơn vị tính của ô này."
        else:
            return
        self.report(Weight.WARNING, figure.row, figure.column, sentence)
