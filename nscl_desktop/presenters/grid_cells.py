"""What one cell of the budget grid shows: its text, and whether it is entered or follows from other cells."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from nscl_desktop.domain.budget import Budget, CellKey
from nscl_desktop.domain.budget_lines import COMPONENT, ESTIMATE, EXPLANATION, Allocation, Line
from nscl_desktop.domain.directory import Agency
from nscl_desktop.domain.money import MoneyUnit, format_amount, format_quantity
from nscl_desktop.presenters.grid_columns import LINE_FIELDS, Column, Part
from nscl_desktop.presenters.kept_formulas import kept_formula


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell as it looks. ``computed``: it follows from others; ``inherited``: it is said further up in the tree."""

    text: str = ""
    computed: bool = False
    inherited: bool = False
    formula: str = ""


NOTHING = CellView()
_COMPUTED_NOTHING = CellView(computed=True)


class GridCells:
    """Texts of cells in one money unit; ``overrides`` are the totals as they would be with what is being typed."""

    def __init__(self, budget: Budget, unit: MoneyUnit, overrides: Mapping[str, Mapping[CellKey, int]]) -> None:
        self._budget = budget
        self._unit = unit
        self._overrides = overrides

    def view(self, line: Line, column: Column) -> CellView:
        """The cell of a line in a column."""
        if column.part is Part.AMOUNT:
            return self._amount(line, column)
        if column.part is Part.QUANTITY:
            return self._quantity(line, column)
        if column.part is Part.PRICE:
            return self._price(line, column)
        if column.part is Part.LEAD:
            return self._lead(line)
        return CellView(str(getattr(line, LINE_FIELDS[column.part])))

    def total(self, column: Column) -> str:
        """The plan's total in a column of money; empty under other columns."""
        if column.part is not Part.AMOUNT:
            return ""
        amount = self._sum("", column)
        return "" if amount is None else format_amount(amount, self._unit)

    def _amount(self, line: Line, column: Column) -> CellView:
        if line.kind == COMPONENT:
            made = self._budget.component_amount(line) if column.is_total else None
            return CellView("" if made is None else format_amount(made, self._unit), computed=True)
        own = allocations_in(self._budget, line, column)
        amount = self._sum(line.id, column)
        computed = is_computed(self._budget, line, own)
        if amount is None:
            words = next((each.text for each in own if each.text), "")
            return CellView(words, computed=computed or line.kind == EXPLANATION)
        formula = kept_formula(own[0], "amount") if len(own) == 1 else ""
        return CellView(format_amount(amount, self._unit), computed=computed, formula=formula)

    def _sum(self, line_id: str, column: Column) -> int | None:
        cells = self._overrides.get(line_id)
        if cells is None:
            return self._budget.total(line_id, years=column.years, sources=column.sources)
        found = [
            amount
            for (measure, year, source), amount in cells.items()
            if measure == ESTIMATE and year in column.years and source in column.sources
        ]
        return sum(found) if found else None

    def _quantity(self, line: Line, column: Column) -> CellView:
        if line.kind == COMPONENT:
            return _number(line.component_quantity) if not column.group else _COMPUTED_NOTHING
        found = self._budget.quantity(line, years=column.years, sources=column.sources)
        own = [each for each in allocations_in(self._budget, line, column) if each.quantity is not None]
        several = len(own) > 1 and not (line.shared_quantity and len({each.year for each in own}) == 1)
        text = "" if found is None else format_quantity(found)
        formula = kept_formula(own[0], "quantity") if len(own) == 1 else ""
        return CellView(text, computed=several, formula=formula)

    def _price(self, line: Line, column: Column) -> CellView:
        own = allocations_in(self._budget, line, column)
        if len(own) == 1 and own[0].price is not None:
            return CellView(format_amount(own[0].price, self._unit))
        price = self._budget.price(line)
        computed = line.kind != COMPONENT and line.price is None and price is not None
        return CellView("" if price is None else format_amount(price, self._unit), computed=computed)

    def _lead(self, line: Line) -> CellView:
        if line.lead_text:
            return CellView(line.lead_text)
        found = self._budget.tree.lead_id(line)
        agency = self._budget.book.table(Agency).get(found) if found else None
        return CellView(agency.name, inherited=found != line.lead_id) if agency else NOTHING


def allocations_in(budget: Budget, line: Line, column: Column) -> list[Allocation]:
    """What is entered on the line itself for the years and sources of the column."""
    return [
        each
        for each in budget.allocations(line.id)
        if each.measure == ESTIMATE and each.year in column.years and each.source_id in column.sources
    ]


def is_computed(budget: Budget, line: Line, own: list[Allocation]) -> bool:
    """Whether a line's money follows from children, from several cells, or from quantity × price."""
    if has_money_below(budget, line) or len(own) > 1:
        return True
    return bool(own) and own[0].amount is None and budget.own_amount(own[0]) is not None


def has_money_below(budget: Budget, line: Line) -> bool:
    """Whether children carry the line's money, so that the line shows their sum."""
    return any(
        child.adds and child.kind != COMPONENT and budget.total(child.id) is not None
        for child in budget.tree.children(line.id)
    )


def _number(quantity: Decimal | None) -> CellView:
    return CellView("" if quantity is None else format_quantity(quantity))
