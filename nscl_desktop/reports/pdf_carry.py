"""Totals carried over page ends: "Cộng mang sang" and "Cộng trang trước" (FEATURES RP4).

Only rows that the grand total is made of count, each once: the total's formula is followed down to the cells that are
no sums themselves, so a section and its items are never added twice.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from nscl_desktop.domain.appendix import RowKind, Sum, Table
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.money import format_amount

CARRIED, BROUGHT_FORWARD = "Cộng mang sang", "Cộng trang trước"


@dataclass(frozen=True, slots=True)
class Carried:
    """Running totals: column → the sum in đồng down to and with each row."""

    table: Table
    sums: dict[int, tuple[int, ...]]

    def text(self, column: int, row: int) -> str:
        """The running total as printed; nothing in columns without one."""
        if column not in self.sums:
            return ""
        return format_amount(self.sums[column][row], self.table.unit, self.table.columns[column].decimals)

    def all_texts(self, column: int) -> set[str]:
        """Everything that may have to be printed in a column."""
        return {self.text(column, row) for row in range(len(self.table.rows))} if column in self.sums else set()


def carried_totals(table: Table, index: int) -> Carried | None:
    """Running totals of the columns that the total row adds up; None where nothing is to be carried.

    Raises:
        InputError: a total is not the sum of its rows, so that the last page would contradict the pages before.
    """
    total_row = next((i for i in reversed(range(len(table.rows))) if table.rows[i].kind is RowKind.TOTAL), None)
    if not table.carry_totals or total_row is None:
        return None
    sums = {}
    for column, cell in enumerate(table.rows[total_row].cells):
        if cell.amount is None:
            continue
        by_row: Counter[int] = Counter()
        leaves = _leaves(table, index, total_row, column) if cell.formula else _lowest_rows(table, column)
        for row, amount in leaves:
            by_row[row] += amount
        if total_row in by_row:  # stated or added up elsewhere: nothing runs
            continue
        if by_row.total() != cell.amount:
            stated, added = (format_amount(dong, table.unit) for dong in (cell.amount, by_row.total()))
            raise InputError(
                f"Cột ({column + 1}): dòng tổng cộng ghi {stated} nhưng các dòng cộng lại được {added} "
                f"{table.unit.label}, nên không in được dòng “{CARRIED}”. Hãy kiểm tra lại bảng hoặc bỏ chọn dòng này."
            )
        sums[column] = tuple(accumulate(by_row[row] for row in range(len(table.rows))))
    return Carried(table, sums) if sums else None


def _leaves(table: Table, index: int, row: int, column: int) -> Iterator[tuple[int, int]]:
    """(row, amount) of every cell that is added up into this one."""
    cell = table.rows[row].cells[column]
    areas = [area for area in cell.formula.areas if area.table == index] if isinstance(cell.formula, Sum) else []
    if not areas:
        if cell.amount is not None:
            yield row, cell.amount
        return
    for area in areas:
        for part_row in range(area.first_row, area.last_row + 1):
            for part_column in range(area.first_column, area.last_column + 1):
                yield from _leaves(table, index, part_row, part_column)


def _lowest_rows(table: Table, column: int) -> Iterator[tuple[int, int]]:
    """Without a formula: rows with an amount under which no deeper row has one."""
    found = [
        (i, row.depth, row.cells[column].amount)
        for i, row in enumerate(table.rows)
        if row.kind is not RowKind.TOTAL and row.cells[column].amount is not None
    ]
    for (row, depth, amount), (_, next_depth, _) in zip(found, [*found[1:], (0, 0, None)], strict=True):
        if next_depth <= depth and amount is not None:
            yield row, amount
