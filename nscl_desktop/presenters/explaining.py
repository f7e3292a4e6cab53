"""F4: the sum that a figure came from, down to what somebody entered. Shown beside the cell and as a slip."""

from dataclasses import dataclass

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.budget_lines import COMPONENT, PER_UNIT, PER_YEAR, Allocation, Line
from nscl_desktop.domain.money import MoneyUnit, format_amount, format_quantity
from nscl_desktop.domain.naming import line_name, shortened
from nscl_desktop.presenters.grid_cells import allocations_in, has_money_below
from nscl_desktop.presenters.grid_columns import Column, Part
from nscl_desktop.presenters.kept_formulas import kept_formula
from nscl_desktop.presenters.source_names import short_name


@dataclass(frozen=True, slots=True)
class Addend:
    """One part of a figure: what it is, how it was made, how much; ``line_id`` is where it can be seen."""

    name: str
    made: str
    figure: str
    line_id: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """A figure with its parts; ``brief`` says the same in one line."""

    title: str
    brief: str
    addends: tuple[Addend, ...] = ()
    figure: str = ""


class Explainer:
    """Explains figures of one budget in one unit."""

    def __init__(self, budget: Budget, unit: MoneyUnit) -> None:
        self._budget, self._unit = budget, unit

    def explain(self, line: Line, column: Column) -> Explanation:
        """How the cell's figure came about; for texts, the text in full."""
        title = f"{line_name(self._budget.tree, line)} · {_heading(column)}"
        title = title[:1].upper() + title[1:]
        if column.part is Part.AMOUNT:
            return self._amount(title, line, column)
        if column.part is Part.PRICE:
            return self._price(title, line, column)
        if column.part is Part.QUANTITY:
            return self._quantity(title, line, column)
        return Explanation(title, "")

    def total(self, column: Column) -> Explanation:
        """The plan's total as the sum of its top lines."""
        amount = self._budget.total(years=column.years, sources=column.sources)
        return self._sum(f"{self._budget.frame.plan.total_label} · {_heading(column)}", "", column, amount)

    def _amount(self, title: str, line: Line, column: Column) -> Explanation:
        if line.kind == COMPONENT:
            made = self._budget.component_amount(line) if column.is_total else None
            return Explanation(title, self._component(line) if made is not None else "", figure=self._money(made))
        amount = self._budget.total(line.id, years=column.years, sources=column.sources)
        if has_money_below(self._budget, line):
            return self._sum(title, line.id, column, amount)
        own = allocations_in(self._budget, line, column)
        addends = tuple(self._entered(line, each, several=len(own) > 1) for each in own)
        if len(addends) == 1:
            return Explanation(title, addends[0].made, addends, self._money(amount))
        brief = f"Cộng {len(addends)} số đã nhập" if addends else ""
        return Explanation(title, brief, addends, self._money(amount))

    def _sum(self, title: str, line_id: str, column: Column, amount: int | None) -> Explanation:
        addends = []
        for child in self._budget.tree.children(line_id):
            part = self._budget.total(child.id, years=column.years, sources=column.sources)
            if part is not None and child.adds and child.kind != COMPONENT:
                text = shortened(child.text)
                addends.append(Addend(f"{child.label} {text}".strip(), "", self._money(part), child.id))
        return Explanation(title, f"Tổng của {len(addends)} dòng bên dưới", tuple(addends), self._money(amount))

    def _entered(self, line: Line, cell: Allocation, *, several: bool) -> Addend:
        sources = {source.id: short_name(source) for source in self._budget.frame.sources}
        name = f"{cell.year} · {sources.get(cell.source_id, '')}".rstrip(" ·")
        amount = self._budget.own_amount(cell)
        return Addend(name, self._made(line, cell, several=several), self._money(amount), line.id)

    def _made(self, line: Line, cell: Allocation, *, several: bool) -> str:
        formula = kept_formula(cell, "amount")
        if formula:
            return formula
        if cell.amount is not None:
            return "Khoán" if several else "Số nhập trực tiếp (khoán)"
        if cell.quantity is None:
            return cell.text
        if line.component_basis == PER_YEAR and self._budget.components(line):
            return " + ".join(self._component(each) for each in self._budget.components(line))
        price = cell.price
        if price is None and not line.shared_quantity:
            price = self._budget.price(line)
        if price is None:
            return f"{format_quantity(cell.quantity)} (chưa có đơn giá)"
        return f"{format_quantity(cell.quantity)} × {self._money(price)}"

    def _price(self, title: str, line: Line, column: Column) -> Explanation:
        own = allocations_in(self._budget, line, column)
        price = own[0].price if len(own) == 1 and own[0].price is not None else self._budget.price(line)
        if line.price is not None:
            return Explanation(title, "", figure=self._money(price))
        parts = self._budget.components(line) if line.component_basis == PER_UNIT else ()
        if parts and self._budget.components_sum(line) is not None:
            addends = tuple(
                Addend(
                    f"{each.label} {shortened(each.text)}".strip(), self._component(each),
                    self._money(self._budget.component_amount(each)), each.id,
                )
                for each in parts
            )  # fmt: skip
            return Explanation(title, " + ".join(each.made for each in addends), addends, self._money(price))
        sources = {source.id: short_name(source) for source in self._budget.frame.sources}
        by_source = {sources.get(each.source_id, ""): each.price for each in own if each.price is not None}
        addends = tuple(Addend(source, "Đơn giá của nguồn", self._money(each)) for source, each in by_source.items())
        brief = " + ".join(f"{each.name} {each.figure}" for each in addends)
        return Explanation(title, brief if line.shared_quantity else "", addends, self._money(price))

    def _quantity(self, title: str, line: Line, column: Column) -> Explanation:
        if line.kind == COMPONENT:
            number = None if column.group else line.component_quantity
            return Explanation(title, "", figure="" if number is None else format_quantity(number))
        own = [each for each in allocations_in(self._budget, line, column) if each.quantity is not None]
        sources = {source.id: short_name(source) for source in self._budget.frame.sources}
        addends = tuple(
            Addend(f"{each.year} · {sources.get(each.source_id, '')}", "", format_quantity(each.quantity), line.id)
            for each in own
            if each.quantity is not None
        )
        total = self._budget.quantity(line, years=column.years, sources=column.sources)
        figure = "" if total is None else format_quantity(total)
        if len(own) <= 1:
            return Explanation(title, kept_formula(own[0], "quantity") if own else "", (), figure)
        shared = line.shared_quantity and len({each.year for each in own}) < len(own)
        brief = "Các nguồn cùng trả cho một số lượng" if shared else f"Cộng {len(own)} số đã nhập"
        return Explanation(title, brief, addends, figure)

    def _component(self, line: Line) -> str:
        if line.component_quantity is None:
            return self._money(line.price)
        return f"{format_quantity(line.component_quantity)} × {self._money(line.price)}"

    def _money(self, amount: int | None) -> str:
        return "" if amount is None else format_amount(amount, self._unit)


def _heading(column: Column) -> str:
    return " ".join(filter(None, (column.title, column.group)))
