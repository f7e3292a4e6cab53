"""Which unit of money a table is in: said above it or in a heading, else likely from its figures and then told."""

from dataclasses import dataclass

from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.money import MoneyUnit
from nscl_desktop.domain.money_reading import parse_amount
from nscl_desktop.domain.table_headings import Use, unit_of_caption
from nscl_desktop.services.table_import_model import Mapping, PastedTable

_SURELY_DONG = 1_000_000
"""A figure from here on: as triệu đồng it would be a thousand tỷ."""


@dataclass(frozen=True, slots=True)
class UnitGuess:
    """A unit with the sentence that says where it comes from; ``certain`` if the table itself names it."""

    unit: MoneyUnit
    reason: str
    certain: bool


def guess_unit(table: PastedTable, mapping: Mapping) -> UnitGuess:
    """The unit for columns whose heading names none; the clerk confirms it where it is not certain."""
    for row, cells in enumerate(table.rows):
        for column, text in enumerate(cells):
            unit = unit_of_caption(text)
            if unit:
                return UnitGuess(unit, f"{table.place(row, column)} ghi đơn vị tính {unit.label}.", certain=True)
    columns = [(head, column) for head in mapping.heads for column in head.columns_for(Use.AMOUNT)]
    for head, column in columns:
        unit = head.columns[column].unit
        if unit:
            return UnitGuess(unit, f"{table.place(head.last, column)} ghi đơn vị tính {unit.label}.", certain=True)
    figures = [
        figure
        for row in range(len(table.rows))
        for head, column in columns
        if mapping.head_of(row) is head and (figure := _figure(table.rows[row][column])) is not None
    ]
    if any(figure >= _SURELY_DONG * MoneyUnit.TRIEU.value for figure in figures):
        return UnitGuess(MoneyUnit.DONG, "Bảng không ghi đơn vị tính; các số lớn nên hiểu là đồng.", certain=False)
    return UnitGuess(MoneyUnit.TRIEU, "Bảng không ghi đơn vị tính; các số nhỏ nên hiểu là triệu đồng.", certain=False)


def _figure(text: str) -> int | None:
    try:
        return parse_amount(text, MoneyUnit.TRIEU).value
    except InputError:
        return None
