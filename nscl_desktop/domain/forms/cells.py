"""Fills the cells of a table: texts and figures of its rows, each with its formula."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from nscl_desktop.domain.appendix import Align, Cell, Formula, Ratio, Row, RowKind
from nscl_desktop.domain.budget import CellKey
from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.forms.cell_formulas import Formulas
from nscl_desktop.domain.forms.columns import Leaf, Scope
from nscl_desktop.domain.forms.grid import Grid, Register, in_measure
from nscl_desktop.domain.forms.line_texts import line_text
from nscl_desktop.domain.forms.model import Kind, Rows, TableSpec
from nscl_desktop.domain.forms.rows import Draft, Shows, is_bullet, joined

_MONEY = frozenset({Kind.AMOUNT, Kind.PERCENTAGE})
_BESIDE = frozenset({Kind.UNIT, Kind.AGENCIES, Kind.SCHEDULE, Kind.NOTE})
"""What is said beside a section's name and money is not bold with them."""
_INDENT = "\u2003"
"""An em space: no printer takes it away, and a search for the text still finds it."""


class TableCells:
    """The cells of one table, row by row; enters amounts and marks in the document's register."""

    def __init__(
        self, spec: TableSpec, scope: Scope, shown: Sequence[Leaf], drafts: Sequence[Draft], register: Register
    ) -> None:
        self._spec = spec
        self._scope = scope
        self._figures = scope.figures
        self._shown = shown
        self._register = register
        self._grid = Grid(scope, shown, drafts, register.tables)
        self._formulas = Formulas(self._grid, register, closing=spec.rows is Rows.TOTAL)
        self._marks = {source.id: source.mark for source in self._figures.sources}
        kinds = [leaf.kind for leaf in shown]
        self._has_label = Kind.LABEL in kinds
        self._merges = spec.merge_sections and kinds[:2] == [Kind.LABEL, Kind.TEXT]
        free = [place for place, kind in enumerate(kinds) if kind not in _MONEY]
        self._total_label_at = kinds.index(Kind.TEXT) if Kind.TEXT in kinds else next(iter(free), -1)
        self._first_money = next((place for place, kind in enumerate(kinds) if kind in _MONEY), 0)

    def rows(self) -> tuple[Row, ...]:
        """All rows."""
        made = tuple(self._row(place, draft) for place, draft in enumerate(self._grid.drafts))
        self._register.tables += 1
        return made

    def _row(self, place: int, draft: Draft) -> Row:
        bold = draft.kind.value in self._spec.bold
        cells = [self._cell(place, column, draft, bold=bold) for column in range(len(self._shown))]
        if draft.kind is RowKind.SECTION and self._merges:
            _merge(cells, 2, Cell(text=joined(draft.label, draft.text), align=Align.LEFT, bold=bold))
        elif draft.kind is RowKind.TOTAL and self._spec.total_span and self._first_money > 1:
            _merge(cells, self._first_money, Cell(text=draft.text, align=Align.CENTER, bold=bold))
        return Row(tuple(cells), draft.kind, draft.depth, draft.line_id, keep_with_next=draft.keep)

    def _cell(self, row: int, column: int, draft: Draft, *, bold: bool) -> Cell:
        leaf = self._shown[column]
        if leaf.kind is Kind.AMOUNT:
            return self._amount_cell(row, column, draft, bold=bold)
        if leaf.kind is Kind.PERCENTAGE:
            return self._percentage_cell(row, column, draft, bold=bold)
        if draft.kind is RowKind.TOTAL:
            return Cell(text=draft.text, align=Align.CENTER, bold=bold) if column == self._total_label_at else Cell()
        if draft.line is not None and leaf.kind is Kind.QUANTITY:
            return self._quantity_cell(row, column, draft, draft.line, bold=bold)
        if draft.line is not None and leaf.kind is Kind.PRICE:
            return self._price_cell(leaf, draft, draft.line, bold=bold)
        return Cell(text=self._text(leaf, draft), bold=bold, light=leaf.kind in _BESIDE)

    def _text(self, leaf: Leaf, draft: Draft) -> str:
        label_apart = bool(draft.measure) or (self._has_label and not is_bullet(draft.label))
        if leaf.kind is Kind.NUMBER:
            return draft.number
        if leaf.kind is Kind.LABEL:
            return draft.label if label_apart else ""
        if leaf.kind is Kind.TEXT:
            indent = _INDENT * draft.depth if self._spec.indent else ""
            return indent + (draft.text if label_apart else joined(draft.label, draft.text))
        if draft.line is None or draft.shows is Shows.QUANTITY:
            return ""
        return line_text(self._figures.budget, draft.line, leaf.spec, leaf.kind)

    def _quantity_cell(self, row: int, column: int, draft: Draft, line: Line, *, bold: bool) -> Cell:
        leaf = self._shown[column]
        if draft.shows is Shows.COMPONENT:
            return Cell(quantity=line.component_quantity, bold=bold)
        quantity = self._figures.quantity(line, leaf.part)
        if quantity is None:
            return Cell(text=leaf.spec.empty, bold=bold)
        formula = self._formulas.of_quantity(row, column, line, quantity)
        return Cell(quantity=quantity, formula=formula, bold=bold)

    def _price_cell(self, leaf: Leaf, draft: Draft, line: Line, *, bold: bool) -> Cell:
        price = line.price if draft.shows is Shows.COMPONENT else self._figures.price(line, leaf.part)
        return Cell(text=leaf.spec.empty if price is None else "", amount=price, bold=bold)

    def _amount_cell(self, row: int, column: int, draft: Draft, *, bold: bool) -> Cell:
        leaf = self._shown[column]
        if draft.shows is Shows.QUANTITY and draft.line is not None:
            return self._quantity_cell(row, column, draft, draft.line, bold=bold)
        if draft.shows is Shows.COMPONENT:
            return Cell()
        amount = self._grid.amounts[row][column]
        keys = self._grid.keys(leaf, draft)
        text = self._figures.text(draft.line_id, keys) if draft.line is not None else ""
        if amount is None:
            blank = leaf.spec.empty if draft.kind in {RowKind.ITEM, RowKind.SECTION} else ""
            return Cell(text=text or blank, bold=bold)
        mark = self._mark(draft.line_id, keys) if amount and leaf.part.column else ""
        formula = self._formulas.of_amount(row, column, draft, amount)
        self._register.spots.setdefault((draft.line_id, keys), (self._grid.table, row, column))
        return Cell(text=text, amount=amount, mark=mark, formula=formula, bold=bold)

    def _mark(self, line_id: str, keys: frozenset[CellKey]) -> str:
        """The footnote mark of the sources that pay, if all money in this printed column is theirs."""
        cells = self._figures.budget.cells(line_id)
        marks = {self._marks.get(key[2], "") for key in keys if cells.get(key)}
        mark = marks.pop() if len(marks) == 1 else ""
        self._register.marks |= {mark} - {""}
        return mark

    def _percentage_cell(self, row: int, column: int, draft: Draft, *, bold: bool) -> Cell:
        """The share of the total, of the line above, or of another measure of the same line."""
        leaf, grid = self._shown[column], self._grid
        whole_line, measure = draft.line_id, leaf.part.measure
        if leaf.spec.base == "total":
            whole_line = self._scope.line_id
        elif leaf.spec.base == "parent":
            whole_line = self._figures.tree.line(draft.line_id).place.parent if draft.line is not None else whole_line
        else:
            measure = leaf.spec.base
        part = self._figures.amount(draft.line_id, grid.keys(leaf, draft)) if draft.shows is Shows.MONEY else None
        whole = self._figures.amount(whole_line, grid.keys_in(leaf, measure))
        if part is None or not whole:
            return Cell(text=leaf.spec.empty if draft.line is not None else "", bold=bold)
        columns = grid.amount_column(leaf.part), grid.amount_column(in_measure(leaf.part, measure))
        whole_row = row if whole_line == draft.line_id else grid.row_of(whole_line)
        formula: Formula | None = None
        if columns[0] is not None and columns[1] is not None and whole_row is not None:
            formula = Ratio(grid.area(row, columns[0]), grid.area(whole_row, columns[1]))
        return Cell(percent=_percent(part, whole, leaf.spec.decimals), formula=formula, bold=bold)


def _percent(part: int, whole: int, decimals: int | None) -> Decimal:
    """Per cent, rounded half up; to two decimals unless the form says otherwise."""
    unit = Decimal(1).scaleb(-(2 if decimals is None else decimals))
    return (Decimal(part) * 100 / whole).quantize(unit, ROUND_HALF_UP)


def _merge(cells: list[Cell], width: int, merged: Cell) -> None:
    """Let one cell stand over the first cells of a row."""
    cells[:width] = [
        Cell(text=merged.text, align=merged.align, bold=merged.bold, colspan=width), *[Cell()] * (width - 1)
    ]  # fmt: skip
