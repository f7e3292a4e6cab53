"""The sheet Dự toán of the Excel form: heading over two rows, amounts and totals as live formulas with their values."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

from nscl_desktop.domain.table_headings import Use
from nscl_desktop.exchange import plan_workbook_example as example
from nscl_desktop.exchange.plan_workbook_example import ExampleLine
from nscl_desktop.exchange.plan_workbook_formats import Formats
from nscl_desktop.exchange.plan_workbook_layout import (
    AMOUNT,
    BUDGET,
    COLUMNS_AFTER,
    COLUMNS_BEFORE,
    QUANTITY,
    TOTAL_ROW,
    UNUSED,
    BudgetColumn,
    Extra,
)

_UNIT_ROW, _HEAD, _TOTAL, _FIRST = 1, 3, 5, 6
"""Rows counted from 0. The totals stand above the lines, so that no new row can fall outside of their sums."""
_PREPARED = 150
_SUMMED = 1000
"""Rows with formulas ready, and rows that the totals go over."""
_ONE_LINE = 62
"""Characters of a text that fit beside each other in the column Nội dung."""
_NOTHING = " "
"""The stored result of a formula that gives "": XlsxWriter would store none for an empty text."""
_NOT_NEGATIVE = {
    "validate": "decimal", "criteria": ">=", "value": 0, "error_title": "Số không hợp lệ",
    "error_message": "Chỉ ghi số từ 0 trở lên, không kèm đơn vị.",
}  # fmt: skip

_Sheet = Any
"""XlsxWriter has no types."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """The columns of one year and source; ``column`` is that of the quantities."""

    column: int
    offset: int
    year: int
    source: str
    source_cell: str

    @property
    def amounts(self) -> int:
        return self.column + 1


def write_budget_sheet(
    sheet: _Sheet, formats: Formats, *, unit: str, years: tuple[str, str], sources: Sequence[str]
) -> None:
    """Write the sheet; ``unit``, ``years`` (first, last) and ``sources`` are the cells that hold them elsewhere."""
    _BudgetSheet(sheet, formats, years, sources).write(unit)


class _BudgetSheet:
    def __init__(self, sheet: _Sheet, formats: Formats, years: tuple[str, str], sources: Sequence[str]) -> None:
        self._sheet, self._formats, self._years = sheet, formats, years
        column = len(COLUMNS_BEFORE)
        self._pairs: list[_Pair] = []
        for offset, year in enumerate(example.YEARS):
            for source, cell in zip(example.SOURCES, sources, strict=True):
                self._pairs.append(_Pair(column, offset, year, source["code"], cell))
                column += 2
        self._after = column
        self._columns = dict(enumerate(COLUMNS_BEFORE)) | dict(enumerate(COLUMNS_AFTER, column))

    def write(self, unit: str) -> None:
        """Heading, totals, the example and prepared empty rows."""
        sheet, formats = self._sheet, self._formats
        sheet.write_string(0, 0, BUDGET.upper(), formats.title)
        caption = f'="Đơn vị tính: "&{unit}'
        sheet.write_formula(_UNIT_ROW, 0, caption, formats.hint, f"Đơn vị tính: {example.PLAN_VALUES['print_unit']}")
        self._write_heading()
        self._write_totals()
        for index in range(_PREPARED):
            self._write_line(_FIRST + index, example.LINES[index] if index < len(example.LINES) else None)
        self._validate()
        area = (_TOTAL, len(COLUMNS_BEFORE) - 1, _FIRST + _SUMMED - 1, self._after)
        first = xl_rowcol_to_cell(area[0], area[1])
        rule = f"=AND(ISNUMBER({first}),{first}<>INT({first}))"
        sheet.conditional_format(*area, {"type": "formula", "criteria": rule, "format": formats.fraction})
        sheet.freeze_panes(_FIRST, len(COLUMNS_BEFORE) - 2)
        sheet.set_landscape()
        sheet.repeat_rows(_HEAD, _HEAD + 1)

    def _write_heading(self) -> None:
        sheet, heading = self._sheet, self._formats.heading
        sheet.set_row(_HEAD, 34)
        sheet.set_row(_HEAD + 1, 34)
        for column, each in self._columns.items():
            sheet.set_column(column, column, each.width)
            sheet.merge_range(_HEAD, column, _HEAD + 1, column, each.title, heading)
            if each.note:
                sheet.write_comment(_HEAD, column, each.note, {"x_scale": 2})
        first, last = self._years
        for pair in self._pairs:
            sheet.set_column(pair.column, pair.column, 9)
            sheet.set_column(pair.amounts, pair.amounts, 12)
            sheet.merge_range(_HEAD, pair.column, _HEAD, pair.amounts, "", heading)
            year = f"{first}+{pair.offset}"
            unused = f'OR({year}>{last},{pair.source_cell}="")'
            formula = f'=IF({unused},"{UNUSED}","Năm "&({year})&" – "&{pair.source_cell})'
            sheet.write_formula(_HEAD, pair.column, formula, heading, f"Năm {pair.year} – {pair.source}")
            sheet.write_string(_HEAD + 1, pair.column, QUANTITY, heading)
            sheet.write_string(_HEAD + 1, pair.amounts, AMOUNT, heading)

    def _write_totals(self) -> None:
        for column in self._columns:
            self._sheet.write_blank(_TOTAL, column, None, self._formats.total_text)
        text = next(index for index, each in enumerate(COLUMNS_BEFORE) if each.use is Use.TEXT)
        self._sheet.write_string(_TOTAL, text, TOTAL_ROW, self._formats.total_text)
        for pair in self._pairs:
            self._sheet.write_blank(_TOTAL, pair.column, None, self._formats.total_text)
            self._write_sum(pair.amounts, sum(line.amount(pair.year, pair.source) or 0 for line in example.LINES))
        self._write_sum(self._after, sum(self._row_total(line) or 0 for line in example.LINES))

    def _write_sum(self, column: int, value: float) -> None:
        name = xl_col_to_name(column)
        formula = f"=SUM({name}{_FIRST + 1}:{name}{_FIRST + _SUMMED})"
        self._sheet.write_formula(_TOTAL, column, formula, self._formats.total, round(value, 6))

    def _row_total(self, line: ExampleLine) -> float | None:
        amounts = [line.amount(pair.year, pair.source) for pair in self._pairs]
        known = [amount for amount in amounts if amount is not None]
        return round(sum(known), 6) if known else None

    def _write_line(self, row: int, line: ExampleLine | None) -> None:
        for column, each in self._columns.items():
            self._write_field(row, column, each, line)
        price = f"${xl_col_to_name(len(COLUMNS_BEFORE) - 1)}{row + 1}"
        if line and len(line.text) > _ONE_LINE:
            self._sheet.set_row(row, 34)  # the text takes two lines; not every program finds that out by itself
        for pair in self._pairs:
            key = (pair.year, pair.source)
            quantity = line.quantities.get(key) if line else None
            self._write_number(row, pair.column, quantity)
            if line and key in line.lumps:
                self._write_number(row, pair.amounts, line.lumps[key])
                continue
            cell = xl_rowcol_to_cell(row, pair.column)
            value = line.amount(*key) if line else None
            formula = f'=IF(OR({cell}="",{price}=""),"",{cell}*{price})'
            self._sheet.write_formula(
                row, pair.amounts, formula, self._formats.sum, _NOTHING if value is None else value
            )
        self._write_row_total(row, self._row_total(line) if line else None)

    def _write_field(self, row: int, column: int, each: BudgetColumn, line: ExampleLine | None) -> None:
        formats = self._formats
        if each.use in {Use.PRICE, Extra.CARRIED_QUANTITY}:
            self._write_number(row, column, line.price if line and each.use is Use.PRICE else None)
        elif each.use is Extra.LEVEL:
            if line:
                self._sheet.write_number(row, column, line.level, formats.example_level)
            else:
                self._sheet.write_blank(row, column, None, formats.level)
        elif each.use is not Use.AMOUNT:
            text = _text_of(line, each) if line else ""
            if text:
                self._sheet.write_string(row, column, text, formats.example_text)
            else:
                self._sheet.write_blank(row, column, None, formats.cell_text)

    def _write_number(self, row: int, column: int, value: float | None) -> None:
        if value is None:
            self._sheet.write_blank(row, column, None, self._formats.cell_number)
        else:
            self._sheet.write_number(row, column, value, self._formats.example_number)

    def _write_row_total(self, row: int, value: float | None) -> None:
        first, last = (xl_col_to_name(column) for column in (len(COLUMNS_BEFORE), self._after - 1))
        heads = f"${first}${_HEAD + 2}:${last}${_HEAD + 2}"
        cells = f"{first}{row + 1}:{last}{row + 1}"
        formula = f'=IF(SUMPRODUCT(({heads}="{AMOUNT}")*ISNUMBER({cells}))=0,"",SUMIF({heads},"{AMOUNT}",{cells}))'
        self._sheet.write_formula(row, self._after, formula, self._formats.sum, _NOTHING if value is None else value)

    def _validate(self) -> None:
        last = _FIRST + _PREPARED - 1
        for column, each in self._columns.items():
            if each.use is Extra.LEVEL:
                rule = {"validate": "integer", "criteria": "between", "minimum": 1, "maximum": 9}
                rule |= {"error_title": "Cấp không hợp lệ", "error_message": "Cấp là số từ 1 đến 9."}
                self._sheet.data_validation(_FIRST, column, last, column, rule)
            elif each.use is Extra.SHARED:
                self._sheet.data_validation(_FIRST, column, last, column, {"validate": "list", "source": ["x"]})
            elif each.use in {Use.PRICE, Extra.CARRIED_QUANTITY}:
                self._sheet.data_validation(_FIRST, column, last, column, _NOT_NEGATIVE)
        self._sheet.data_validation(_FIRST, len(COLUMNS_BEFORE), last, self._after - 1, _NOT_NEGATIVE)


def _text_of(line: ExampleLine, column: BudgetColumn) -> str:
    return {
        Use.LABEL: line.label, Use.TEXT: line.text, Use.UNIT: line.unit, Use.LEAD: line.lead,
        Use.SCHEDULE: line.schedule, Extra.SHARED: line.shared,
    }.get(column.use, "")  # fmt: skip
