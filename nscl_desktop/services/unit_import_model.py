"""A list of units out of a file, as it stands there, and how its columns and cells are to be understood.

Rows and columns are counted from 0 and named as Excel names them. Cells keep the type that the file gave them: a tax
code that is a number has lost its noughts, one that is text has not.
"""

from collections.abc import Mapping as ReadOnly
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum

from nscl_desktop.domain.enterprises import VSIC_2025
from nscl_desktop.domain.money import MoneyUnit
from nscl_desktop.domain.text import nfc
from nscl_desktop.domain.unit_headings import UnitColumn
from nscl_desktop.services.table_import_model import column_letters

Raw = str | int | float | bool | datetime | date | time | None
"""A cell as the file holds it; text is not normalised, because old encodings are recognised by what NFC would drop."""
_AMBIGUOUS_DECIMALS = 3


@dataclass(frozen=True, slots=True)
class UnitTable:
    """One sheet. ``troubles``: sentences about cells whose value the file does not hold, by row and column.

    ``fonts``: the font of cells that may be in an old encoding, where the file tells it.
    """

    name: str
    rows: Sequence[Sequence[Raw]]
    troubles: ReadOnly[tuple[int, int], str] = field(default_factory=dict)
    fonts: ReadOnly[tuple[int, int], str] = field(default_factory=dict)

    @property
    def width(self) -> int:
        """Columns of the widest row."""
        return max(map(len, self.rows), default=0)

    def place(self, row: int, column: int | None = None) -> str:
        """What the clerk calls a cell or a row."""
        where = f"dòng {row + 1}" if column is None else f"ô {column_letters(column)}{row + 1}"
        return f"{self.name}, {where}" if self.name else where

    def raw(self, row: int, column: int) -> Raw:
        """A cell, None outside of what is filled."""
        cells = self.rows[row]
        return cells[column] if column < len(cells) else None

    def texts(self, row: int) -> tuple[str, ...]:
        """A row as texts of the table's width."""
        return tuple(shown(self.raw(row, column)) for column in range(self.width))

    def with_texts(self, texts: ReadOnly[tuple[int, int], str]) -> "UnitTable":
        """The table with other texts in some cells."""
        rows: list[Sequence[Raw]] = list(self.rows)
        for (row, column), text in texts.items():
            cells = list(rows[row])
            cells[column] = text
            rows[row] = cells
        return replace(self, rows=rows)


def shown(raw: Raw) -> str:
    """A cell on one line as a Vietnamese reader writes it, without dots between thousands."""
    if raw is None:
        return ""
    if isinstance(raw, str):
        return " ".join(nfc(raw).split())
    if isinstance(raw, bool):
        return "Có" if raw else "Không"
    if isinstance(raw, int):
        return str(raw)
    if isinstance(raw, float):
        return _figure(raw)
    if isinstance(raw, date):
        return f"{raw.day:02d}/{raw.month:02d}/{raw.year}"
    return raw.strftime("%H:%M")


def _figure(number: float) -> str:
    """All that Excel shows of it, 15 digits; three decimals get a nought more, else they could be thousands."""
    text = f"{Decimal(format(number, '.15g')):f}"
    whole, point, decimals = text.partition(".")
    if not point:
        return text
    return f"{whole},{decimals}{'0' if len(decimals) == _AMBIGUOUS_DECIMALS else ''}"


@dataclass(frozen=True, slots=True)
class UnitMapping:
    """How a sheet is read. ``first`` and ``last`` are the rows of its heading, -1 where it has none.

    ``skipped`` are rows below that repeat the heading or number the columns.
    """

    first: int
    last: int
    columns: tuple[UnitColumn, ...]
    skipped: frozenset[int] = frozenset()

    @property
    def signature(self) -> str:
        """What is the same for all files with these headings: by it the clerk's choices are remembered."""
        return "|".join(column.title for column in self.columns)

    def with_column(self, column: int, use: UnitColumn) -> "UnitMapping":
        """One column taken for something else."""
        return replace(self, columns=(*self.columns[:column], use, *self.columns[column + 1 :]))

    def where(self, name: str) -> tuple[int, ...]:
        """The columns that hold a field."""
        return tuple(at for at, column in enumerate(self.columns) if column.field == name)


@dataclass(frozen=True, slots=True)
class Choices:
    """What the columns leave open: ``year`` whose size class their figures decide, unit of money, VSIC edition.

    ``unit`` None: as the size of the figures makes likely. ``origin``: where year figures say that they come from.
    """

    year: int
    unit: MoneyUnit | None = None
    edition: str = VSIC_2025
    origin: str = ""


class Standing(StrEnum):
    """What a row is against the register and the rows above it."""

    NEW = "new"
    UPDATE = "update"
    DOUBTFUL = "doubtful"
    REPEATED = "repeated"
    SAME = "same"


class Action(StrEnum):
    """What becomes of a row."""

    ADD = "add"
    UPDATE = "update"
    SKIP = "skip"


FIRST_ACTION = {
    Standing.NEW: Action.ADD, Standing.UPDATE: Action.UPDATE, Standing.DOUBTFUL: Action.SKIP,
    Standing.REPEATED: Action.SKIP, Standing.SAME: Action.SKIP,
}  # fmt: skip
"""What is done unless the clerk decides otherwise: whatever is doubtful stays out."""
ACTIONS = {
    Standing.NEW: (Action.ADD, Action.SKIP), Standing.UPDATE: (Action.UPDATE, Action.ADD, Action.SKIP),
    Standing.DOUBTFUL: (Action.UPDATE, Action.ADD, Action.SKIP),
    Standing.REPEATED: (Action.UPDATE, Action.ADD, Action.SKIP),
    Standing.SAME: (Action.SKIP, Action.UPDATE),
}  # fmt: skip
"""What may be decided."""
