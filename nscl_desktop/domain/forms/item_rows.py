"""The rows of the small table of one item (Bình Dương): its quantity, its money, and what makes it up."""

from dataclasses import replace

from nscl_desktop.domain.appendix import RowKind
from nscl_desktop.domain.budget_lines import COMPONENT, EXPLANATION, Line
from nscl_desktop.domain.forms.columns import Scope
from nscl_desktop.domain.forms.model import TableSpec
from nscl_desktop.domain.forms.rows import Draft, Shows, shown_children, total_draft
from nscl_desktop.domain.money import MoneyUnit, format_amount


class ItemRows:
    """A quantity row, then an amount row for money entered on the item itself, else the lines below as rows."""

    def __init__(self, spec: TableSpec, scope: Scope, unit: MoneyUnit) -> None:
        self._spec = spec
        self._scope = scope
        self._figures = scope.figures
        self._unit = unit
        self._drafts: list[Draft] = []

    def drafts(self) -> list[Draft]:
        """All rows, with a total row last if the table asks for one."""
        line = self._figures.tree.line(self._scope.line_id)
        self._add_quantity(line)
        if self._figures.sums_children(line.id, self._scope.part.measure):
            tops = self._add_children(line, 0)
        else:
            tops = self._add_own(line)
            self._add_children(line, 1)
        if self._spec.total:
            self._drafts.append(total_draft(self._scope, tops))
        return self._drafts

    def _add_quantity(self, line: Line) -> None:
        if self._figures.quantity(line, self._scope.part) is not None:
            unit = f" ({line.unit})" if line.unit else ""
            text = line.quantity_label or self._spec.quantity_label + unit
            self._drafts.append(Draft(line.id, line, "", text, RowKind.ITEM, shows=Shows.QUANTITY, keep=True))

    def _add_own(self, line: Line) -> tuple[int, ...]:
        self._drafts.append(Draft(line.id, line, "", line.amount_label or self._amount_label(line), RowKind.ITEM))
        return (len(self._drafts) - 1,)

    def _amount_label(self, line: Line) -> str:
        """Such as "Kinh phí (40 triệu đồng/Lớp)"; a text instead of money has no other place in the table."""
        price = self._figures.budget.price(line)
        if price is not None and self._figures.quantity(line, self._scope.part) is not None:
            per = f"/{line.unit}" if line.unit else ""
            return f"{self._spec.amount_label} ({format_amount(price, self._unit)} {self._unit.label}{per})"
        return f"{self._spec.amount_label}: {line.lead_text}" if line.lead_text else self._spec.amount_label

    def _add_children(self, parent: Line, depth: int) -> tuple[int, ...]:
        """Add the rows below a line; the places of those that add to it."""
        added: list[int] = []
        for line in shown_children(self._scope, parent.id):
            if self._is_hidden(line):
                continue
            place = len(self._drafts)
            component = line.kind == COMPONENT
            self._drafts.append(
                Draft(
                    line_id=line.id,
                    line=line,
                    label=line.label,
                    text=line.text,
                    kind=RowKind.EXPLANATION if line.kind == EXPLANATION else RowKind.ITEM,
                    depth=depth,
                    shows=Shows.COMPONENT if component else Shows.MONEY,
                )
            )
            below = self._add_children(line, depth + 1)
            if below:
                self._drafts[place] = replace(self._drafts[place], added=below, keep=True)
            if line.adds and not component:
                added.append(place)
        return tuple(added)

    def _is_hidden(self, line: Line) -> bool:
        if line.kind == COMPONENT:
            return line.inline or not self._spec.components
        return line.kind == EXPLANATION and not self._spec.explanations and not self._figures.content(line.id)
