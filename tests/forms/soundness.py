"""Whether an appendix is sound in itself: headers tile, rows have all columns, formulas give what cells print.

The evaluation here is the test's own: it reads areas of cells as a spreadsheet would, texts counting as nothing.
"""

from collections.abc import Iterator
from decimal import Decimal
from graphlib import TopologicalSorter

from nscl_desktop.domain.appendix import AppendixDoc, Area, Cell, Formula, Product, Row, RowKind, Sum, Table


def assert_sound(doc: AppendixDoc) -> None:
    """Header, rows and formulas of every table."""
    assert doc.tables
    assert_no_circle(doc)
    for table in doc.tables:
        assert_header_tiles(table)
        assert not table.number_row or len(table.number_row) == len(table.columns)
        for row in table.rows:
            assert_row_is_whole(row, len(table.columns))
            for cell in row.cells:
                if cell.formula is not None:
                    assert_formula_gives_the_cell(doc, row, cell, cell.formula)


Spot = tuple[int, int, int]
"""(table, row, column)."""


def assert_no_circle(doc: AppendixDoc) -> None:
    """No cell follows from itself, however far around."""
    graph: dict[Spot, set[Spot]] = {}
    for number, table in enumerate(doc.tables):
        for place, row in enumerate(table.rows):
            for column, cell in enumerate(row.cells):
                graph[number, place, column] = set(_spots(number, place, cell.formula))
    list(TopologicalSorter(graph).static_order())  # raises CycleError


def _spots(table: int, row: int, formula: Formula | None) -> Iterator[Spot]:
    if isinstance(formula, Product):
        yield from ((table, row, formula.left), (table, row, formula.right))
        return
    areas = () if formula is None else formula.areas if isinstance(formula, Sum) else (formula.part, formula.whole)
    for area in areas:
        for place in range(area.first_row, area.last_row + 1):
            for column in range(area.first_column, area.last_column + 1):
                yield area.table, place, column


def assert_header_tiles(table: Table) -> None:
    """Every place of the header is covered by exactly one cell."""
    assert all(len(titles) == 1 for level in _tiles(table) for titles in level)


def leaf_titles(table: Table) -> list[str]:
    """The lowest title over each column."""
    return [titles[0] for titles in _tiles(table)[-1]]


def _tiles(table: Table) -> list[list[list[str]]]:
    """The titles that cover each place of the header, by row and column."""
    tiles: list[list[list[str]]] = [[[] for _ in table.columns] for _ in table.header]
    for level, cells in enumerate(table.header):
        column = 0
        for cell in cells:
            while tiles[level][column]:
                column += 1
            for row in range(level, level + cell.rowspan):
                for place in range(column, column + cell.colspan):
                    tiles[row][place].append(cell.text)
    return tiles


def assert_row_is_whole(row: Row, columns: int) -> None:
    """All columns are there; a merged cell is followed by empty ones; a cell holds one thing."""
    assert len(row.cells) == columns
    hidden = 0
    for cell in row.cells:
        assert not hidden or cell == Cell()
        hidden = max(hidden - 1, 0) if hidden else cell.colspan - 1
        assert sum(figure is not None for figure in (cell.amount, cell.quantity, cell.percent)) <= 1
    assert not hidden


def figure(cell: Cell) -> Decimal:
    """The number a spreadsheet sees in a cell."""
    if cell.amount is not None:
        return Decimal(cell.amount)
    return cell.quantity if cell.quantity is not None else Decimal(0)


def area_sum(doc: AppendixDoc, area: Area) -> Decimal:
    """The sum of the cells of an area."""
    rows = doc.tables[area.table].rows[area.first_row : area.last_row + 1]
    cells = [cell for row in rows for cell in row.cells[area.first_column : area.last_column + 1]]
    assert len(cells) == (area.last_row - area.first_row + 1) * (area.last_column - area.first_column + 1)
    return sum((figure(cell) for cell in cells), Decimal(0))


def assert_formula_gives_the_cell(doc: AppendixDoc, row: Row, cell: Cell, formula: Formula) -> None:
    """The formula, evaluated over what the document prints, is the figure of the cell."""
    if isinstance(formula, Sum):
        assert sum((area_sum(doc, area) for area in formula.areas), Decimal(0)) == figure(cell)
    elif isinstance(formula, Product):
        assert figure(row.cells[formula.left]) * figure(row.cells[formula.right]) == figure(cell)
    else:
        assert cell.percent is not None
        share = area_sum(doc, formula.part) * 100 / area_sum(doc, formula.whole)
        assert abs(share - cell.percent) <= Decimal("0.5")


def total_rows(doc: AppendixDoc) -> list[tuple[Table, Row]]:
    """The total rows of all tables."""
    return [(table, row) for table in doc.tables for row in table.rows if row.kind is RowKind.TOTAL]


def amounts(row: Row) -> list[int | None]:
    """The amounts of a row, columns without amount as None."""
    return [cell.amount for cell in row.cells]


def texts(row: Row) -> list[str]:
    """The texts of a row."""
    return [cell.text for cell in row.cells]


def header_texts(table: Table) -> list[list[str]]:
    """The titles of the header, row by row."""
    return [[cell.text for cell in cells] for cells in table.header]


def row_of(table: Table, ref: str) -> Row:
    """The row of a line (the last one where it has two)."""
    return next(row for row in reversed(table.rows) if row.ref == ref)
