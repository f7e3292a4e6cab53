"""Decimals that a figure gets when somebody changes it in the spreadsheet: shown, never rounded off in sight.

Each figure's format has just the decimals it needs now. A second format, which shows more, waits for the case that they
do not suffice: 41 → 41,725 and the total over it.
"""

from itertools import groupby

from xlsxwriter.utility import xl_range, xl_rowcol_to_cell

from nscl_desktop.domain.appendix import Cell, Column
from nscl_desktop.domain.money import MoneyUnit
from nscl_desktop.reports.xlsx_figures import decimals_shown, figure_format
from nscl_desktop.reports.xlsx_formats import CellWriter

_MOST_DECIMALS = 9
"""Of an amount in tỷ đồng."""


class ExactDecimals:
    """Collects the figures of a sheet, by column and by what they show."""

    def __init__(self, cells: CellWriter) -> None:
        self._cells = cells
        self._rows: dict[tuple[int, int, str], list[int]] = {}

    def note(self, cell: Cell, spec: Column, unit: MoneyUnit, place: tuple[int, int]) -> None:
        """Take in a figure, unless words stand for it or the form has fixed its decimals; đồng have none."""
        is_money = cell.amount is not None and unit is not MoneyUnit.DONG and spec.decimals is None
        decimals = decimals_shown(cell, spec, unit)
        if not cell.text and (is_money or cell.quantity is not None) and decimals < _MOST_DECIMALS:
            row, column = place
            key = (column, decimals, figure_format(_MOST_DECIMALS, cell, digit="#"))
            self._rows.setdefault(key, []).append(row)

    def apply(self) -> None:
        """One rule for each column, number of decimals and mark."""
        for (column, decimals, shown), rows in self._rows.items():
            first = xl_rowcol_to_cell(rows[0], column)
            rule = {
                "type": "formula",
                "criteria": f"=ROUND({first},{decimals})<>ROUND({first},{_MOST_DECIMALS})",
                "format": self._cells.workbook.add_format({"num_format": shown}),
                "multi_range": " ".join(_runs(rows, column)),
            }
            self._cells.sheet.conditional_format(first, rule)


def _runs(rows: list[int], column: int) -> list[str]:
    """Neighbouring rows as one range."""
    groups = groupby(enumerate(rows), lambda pair: pair[1] - pair[0])
    runs = [[row for _, row in group] for _, group in groups]
    return [str(xl_range(run[0], column, run[-1], column)) for run in runs]
