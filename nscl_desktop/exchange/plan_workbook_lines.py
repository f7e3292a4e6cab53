"""The budget sheet of the Excel form → lines and their cells; every cell that cannot be read is reported at once."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from nscl_desktop.domain.agency_names import agency_name
from nscl_desktop.domain.budget import multiply
from nscl_desktop.domain.budget_lines import ITEM, SECTION, Allocation, Line, allocation_id
from nscl_desktop.domain.directory import Agency
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Place
from nscl_desktop.domain.formulas import evaluate_formula
from nscl_desktop.domain.line_labels import depths
from nscl_desktop.domain.positions import between
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.table_headings import Use, is_numbering
from nscl_desktop.domain.text import fold
from nscl_desktop.exchange.plan_shape import MAX_LINE_DEPTH, id_by_index, id_of_handle
from nscl_desktop.exchange.plan_workbook_columns import BudgetColumn, BudgetHead
from nscl_desktop.exchange.plan_workbook_layout import Extra, is_total, spec_named
from nscl_desktop.exchange.plan_workbook_opening import UNCACHED, Cell, Sheet, exact
from nscl_desktop.exchange.plan_workbook_plan import PlanFrameRead
from nscl_desktop.exchange.plan_workbook_values import CellReader, Report

_FIELDS: dict[Use | Extra, str] = {
    Use.LABEL: "label", Use.TEXT: "text", Use.UNIT: "unit", Use.PRICE: "price", Use.LEAD: "lead_text",
    Use.PARTNERS: "partners", Use.SCHEDULE: "schedule", Use.NOTE: "note", Extra.SHARED: "shared_quantity",
    Extra.CARRIED_QUANTITY: "carried_quantity", Extra.CARRIED_FROM: "carried_from",
}  # fmt: skip
_ARITHMETIC = re.compile(r"=[\d+\-*/(). ]{1,100}")
_MOST_OF_A_CELL = 10**12
"""Đồng in one cell: a thousand tỷ is hundreds of times a province's whole plan, so the unit is wrong."""
_LEAST_OF_A_CELL = 1000


@dataclass(slots=True)
class ReadLine:
    """One row: the record, its cells, and where on the sheet it stands; ``level`` counts from 1."""

    row: int
    level: int
    line: Line
    cells: list[Allocation] = field(default_factory=list)
    has_children: bool = False


@dataclass(slots=True)
class ReadBudget:
    """All rows of the budget sheet."""

    head: BudgetHead
    lines: list[ReadLine] = field(default_factory=list)
    totals: list[int] = field(default_factory=list)
    """Rows of totals, which prove the lines."""
    agencies: dict[str, Agency] = field(default_factory=dict)
    is_nested: bool = True
    """Whether all levels could be read, so that it is certain which line lies below which."""

    def records(self) -> Iterator[Record]:
        """Agencies, lines and cells, owners first."""
        yield from self.agencies.values()
        for each in self.lines:
            yield each.line
            yield from each.cells


class BudgetReader:
    """Reads the rows below the heading."""

    def __init__(self, sheet: Sheet, frame: PlanFrameRead, head: BudgetHead, report: Report) -> None:
        self._sheet, self._frame, self._head, self._report = sheet, frame, head, report
        self._cells = CellReader(report, frame.unit)
        self._entered = head.figures(stated=False)
        self._texts = {each.use: each.column for each in head.columns if each.use in _FIELDS}

    def read(self) -> ReadBudget:
        """Lines in the order of the sheet, nested by their levels."""
        found = ReadBudget(self._head)
        rows = []
        for row in range(self._head.first_row, len(self._sheet.rows)):
            if self._is_total(row):
                found.totals.append(row)
            elif self._is_line(row):
                rows.append(row)
        levels = self._levels(rows)
        level_column = self._head.of(Extra.LEVEL)
        places = {self._sheet.place(row, level_column) for row in rows if level_column is not None}
        found.is_nested = not places & self._report.places
        for row, level in zip(rows, levels, strict=True):
            found.lines.append(self._line(found, row, level, len(found.lines)))
        if not found.lines:
            self._report.fault(self._sheet.name, "Chưa có dòng chi nào dưới dòng đầu bảng; hãy nhập rồi thử lại.")
        return found

    def _columns(self) -> Iterator[int]:
        yield from self._texts.values()
        yield from (each.column for each in self._entered)
        level = self._head.of(Extra.LEVEL)
        if level is not None:
            yield level

    def _is_line(self, row: int) -> bool:
        cells = (self._sheet.cell(row, column) for column in self._columns())
        is_filled = any(not cell.is_empty and cell.trouble != UNCACHED for cell in cells)
        return is_filled and not is_numbering([cell.text for cell in self._sheet.rows[row]])

    def _is_total(self, row: int) -> bool:
        columns = (self._head.of(Extra.LEVEL), self._head.of(Use.LABEL), self._head.of(Use.TEXT))
        return any(column is not None and is_total(self._sheet.cell(row, column).text) for column in columns)

    # -- levels -------------------------------------------------------------------------------------------------------

    def _levels(self, rows: list[int]) -> list[int]:
        """The column Cấp; where it is wholly empty, the labels decide and the clerk is told."""
        column = self._head.of(Extra.LEVEL)
        if all(column is None or self._sheet.cell(row, column).is_empty for row in rows):
            if rows:
                self._report.remark(self._sheet.name, "Không ghi cấp; cấp của các dòng được suy ra từ số thứ tự.")
            label = self._head.of(Use.LABEL)
            labels = ["" if label is None else self._sheet.cell(row, label).text for row in rows]
            return [depth + 1 for depth in depths(labels)]
        levels: list[int] = []
        for row in rows:
            level = None if column is None else self._level(row, column)
            above = levels[-1] if levels else 0
            if level is not None and level > above + 1 and column is not None:
                sentence = f"Cấp nhảy từ {above} xuống {level}; hãy ghi cấp {above + 1} hoặc thêm dòng ở giữa."
                self._report.fault(self._sheet.place(row, column), sentence)
            levels.append(min(level or above or 1, above + 1))
        return levels

    def _level(self, row: int, column: int) -> int | None:
        cell, place = self._sheet.cell(row, column), self._sheet.place(row, column)
        if not self._cells.is_sound(self._sheet, row, column):
            return None
        if cell.text.isdecimal() and len(cell.text) < 3 and 1 <= int(cell.text) <= MAX_LINE_DEPTH:
            return int(cell.text)
        missing = "Thiếu cấp" if cell.is_empty else f"Cấp phải là số từ 1 đến {MAX_LINE_DEPTH}"
        self._report.fault(place, f"{missing}; hãy ghi 1 cho mục lớn, 2 cho mục con…")
        return None

    # -- one line -----------------------------------------------------------------------------------------------------

    def _line(self, found: ReadBudget, row: int, level: int, index: int) -> ReadLine:
        parent = next((each for each in reversed(found.lines) if each.level < level), None)
        parent_id = parent.line.id if parent else ""
        if parent:
            parent.has_children = True
            if parent.level == 1:
                parent.line = replace(parent.line, kind=SECTION)
        siblings = (each for each in reversed(found.lines) if each.line.place.parent == parent_id)
        last = next(siblings, None)
        position = between(last.line.place.position if last else None, None)
        values = self._values(row)
        text = self._texts.get(Use.TEXT, 0)
        if self._sheet.cell(row, text).is_empty:
            self._report.fault(self._sheet.place(row, text), "Dòng này thiếu nội dung; hãy ghi nội dung hoặc xóa dòng.")
        agency = self._agency(found, str(values.get("lead_text", "")))
        if agency:
            values |= {"lead_id": agency.id, "lead_text": ""}
        plan_id = self._frame.plan.id
        key = id_by_index(Line, plan_id, index)
        line = Line(**{**values, "id": key, "plan_id": plan_id, "place": Place(parent_id, position), "kind": ITEM})
        return ReadLine(row, level, line, list(self._allocations(row, line)))

    def _values(self, row: int) -> dict[str, Any]:  # Any: the record's fields have many types
        return {
            _FIELDS[use]: self._cells.value(self._sheet, row, column, spec_named(Line, _FIELDS[use]))
            for use, column in self._texts.items()
            if not self._sheet.cell(row, column).is_empty
        }

    def _agency(self, found: ReadBudget, text: str) -> Agency | None:
        name, province = agency_name(text), self._frame.plan.province
        if not name:
            return None
        key = id_of_handle(Agency, "", f"{name}/{province}")
        return found.agencies.setdefault(fold(name), Agency(id=key, name=name, province=province))

    def _allocations(self, row: int, line: Line) -> Iterator[Allocation]:
        made: dict[tuple[int, str], Allocation] = {}
        for column in self._entered:
            if column.source is None or self._sheet.cell(row, column.column).is_empty:
                continue
            name = "quantity" if column.use is Use.QUANTITY else "amount"
            value = self._cells.value(self._sheet, row, column.column, spec_named(Allocation, name))
            if value is None:
                continue
            key = (column.year, column.source.id)
            empty = Allocation(
                id=allocation_id(line.id, *key), line_id=line.id, year=column.year, source_id=column.source.id
            )
            cell = made.get(key, empty)
            formula = _arithmetic(self._sheet.cell(row, column.column)) or cell.formula
            if name == "amount" and isinstance(value, int):
                self._judge_unit(row, column, value)
                made[key] = replace(cell, amount=value, formula=formula)
            elif isinstance(value, Decimal):
                made[key] = replace(cell, quantity=value, formula=formula)
        for cell in made.values():
            yield self._settled(line, cell)

    def _settled(self, line: Line, cell: Allocation) -> Allocation:
        """An amount that quantity × price makes is left to be computed; another one stays, for the checker to see."""
        if cell.quantity is None or cell.amount is None:
            return cell
        if line.shared_quantity:
            if cell.quantity and not cell.amount % cell.quantity:
                return replace(cell, price=int(cell.amount / cell.quantity), amount=None)
            return cell
        if line.price is not None and multiply(cell.quantity, line.price) == cell.amount:
            return replace(cell, amount=None)
        return cell

    def _judge_unit(self, row: int, column: BudgetColumn, amount: int) -> None:
        unit = self._frame.unit.label
        if amount > _MOST_OF_A_CELL:
            sentence = (
                f"Số này tính theo {unit} là hơn 1.000 tỷ đồng; hãy xem lại đơn vị tính ở tờ Kế hoạch hoặc số này."
            )
        elif 0 < amount < _LEAST_OF_A_CELL:
            sentence = (
                f"Số này tính theo {unit} chưa đến 1.000 đồng; hãy xem lại đơn vị tính ở tờ Kế hoạch hoặc số này."
            )
        else:
            return
        self._report.fault(self._sheet.place(row, column.column), sentence)


def _arithmetic(cell: Cell) -> str:
    """A formula of nothing but numbers ("=4*395") in the program's own notation: it explains the figure."""
    if not _ARITHMETIC.fullmatch(cell.formula) or not isinstance(cell.value, int | float):
        return ""
    formula = cell.formula.replace(".", ",")
    try:
        return formula if evaluate_formula(formula) == exact(cell.value) else ""
    except InputError:
        return ""
