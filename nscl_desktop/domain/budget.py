"""The computed budget: every total follows from the lines and their cells, and none can be typed over.

Totals are kept per line and cell (measure, year, source) and recomputed by walking the ancestors of what changed, so
that one edited cell in a plan of thousands of lines costs microseconds. Money is whole đồng; ``None`` stands for "no
figure", which is not zero.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from decimal import ROUND_HALF_UP, Decimal

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget_lines import COMPONENT, ESTIMATE, PER_UNIT, PER_YEAR, Allocation, Line
from nscl_desktop.domain.changes import Change
from nscl_desktop.domain.line_tree import LineTree, PlanFrame
from nscl_desktop.domain.plans import Source

CellKey = tuple[str, int, str]
"""(measure code, year, source id)."""


class Budget:
    """All figures of one plan, kept up to date with the book by ``update``."""

    def __init__(self, book: Book, plan_id: str) -> None:
        self.book = book
        self.frame = PlanFrame(book, plan_id)
        self.tree = LineTree(book, plan_id)
        self._rebuild()

    # -- totals -----------------------------------------------------------------------------------------------------

    def total(
        self,
        line_id: str = "",
        *,
        years: Collection[int] | None = None,
        sources: Collection[str] | None = None,
        measure: str = ESTIMATE,
    ) -> int | None:
        """Đồng of a line with all below it ("" for the whole plan), over the given years and source keys."""
        found = [
            amount
            for (code, year, source), amount in self._cells.get(line_id, {}).items()
            if code == measure and (years is None or year in years) and (sources is None or source in sources)
        ]
        return sum(found) if found else None

    def cells(self, line_id: str = "") -> dict[CellKey, int]:
        """All figures of a line with all below it; not to be written to."""
        return self._cells.get(line_id, {})

    def years(self, measure: str = ESTIMATE) -> tuple[int, ...]:
        """The years in which the plan has money, ascending."""
        return tuple(sorted({year for code, year, _ in self._cells[""] if code == measure}))

    def addends(self, line_id: str = "") -> tuple[Line, ...]:
        """The lines directly below that carry money which adds up to this line's, in the estimate."""
        below = (child for child in self.tree.children(line_id) if _adds(child))
        return tuple(child for child in below if self.total(child.id) is not None)

    # -- what is entered on a line ----------------------------------------------------------------------------------

    def allocations(self, line_id: str) -> tuple[Allocation, ...]:
        """The cells entered on a line itself, by year then source order."""
        table = self.book.table(Allocation)
        return tuple(table[key] for key in self._allocations.get(line_id, ()))

    def has_entries(self, line_id: str) -> bool:
        """Whether anything is entered on a line itself."""
        return bool(self._allocations.get(line_id))

    def allocation(self, line_id: str, year: int, source_id: str, measure: str = ESTIMATE) -> Allocation | None:
        """The cell entered on a line for one year, source and measure."""
        for each in self.allocations(line_id):
            if (each.year, each.source_id, each.measure) == (year, source_id, measure):
                return each
        return None

    def own_amount(self, allocation: Allocation) -> int | None:
        """Đồng of one entered cell: the lump sum, else the year's components, else quantity × price."""
        if allocation.amount is not None:
            return allocation.amount
        if allocation.quantity is None:
            return None
        line = self.tree.line(allocation.line_id)
        if line.component_basis == PER_YEAR:
            made = self.components_sum(line)
            return made if made is None or allocation.quantity else 0
        price = allocation.price
        if price is None and not line.shared_quantity:
            price = self.price(line, measure=allocation.measure)
        return None if price is None else multiply(allocation.quantity, price)

    def quantity(
        self,
        line: Line,
        *,
        years: Collection[int] | None = None,
        sources: Collection[str] | None = None,
        measure: str = ESTIMATE,
    ) -> Decimal | None:
        """Units entered on the line itself; sources that share one quantity are counted once a year."""
        by_year: dict[int, list[Decimal]] = defaultdict(list)
        for each in self.allocations(line.id):
            if each.quantity is None or each.measure != measure:
                continue
            if (years is None or each.year in years) and (sources is None or each.source_id in sources):
                by_year[each.year].append(each.quantity)
        if not by_year:
            return None
        return _sum(max(found) if line.shared_quantity else _sum(found) for found in by_year.values())

    def price(self, line: Line, *, measure: str = ESTIMATE) -> int | None:
        """Đồng for one unit: the entered price, else the sum of its components, else the one price of its cells.

        Cells of other measures have prices of their own; where they name none, those of the estimate hold for them.
        """
        if line.price is not None:
            return line.price
        if line.component_basis == PER_UNIT:
            made = self.components_sum(line)
            if made is not None:
                return made
        priced = [each for each in self.allocations(line.id) if each.price is not None]
        own = [each for each in priced if each.measure == measure]
        by_source: dict[str, set[int]] = defaultdict(set)
        for each in own or [each for each in priced if each.measure == ESTIMATE]:
            by_source[each.source_id].add(each.price or 0)
        if not by_source or any(len(prices) > 1 for prices in by_source.values()):
            return None
        prices = [next(iter(found)) for found in by_source.values()]
        if line.shared_quantity:
            return sum(prices)
        return prices[0] if len(set(prices)) == 1 else None

    def components(self, line: Line) -> tuple[Line, ...]:
        """The component lines directly below: together they make a price or the money of a year, never a total."""
        return tuple(child for child in self.tree.children(line.id) if child.kind == COMPONENT)

    def component_amount(self, component: Line) -> int | None:
        """Đồng of one component: its price times its quantity (1 where it states none)."""
        if component.price is None:
            return None
        quantity = component.component_quantity
        return multiply(Decimal(1) if quantity is None else quantity, component.price)

    def components_sum(self, line: Line) -> int | None:
        """Đồng that the components make together; None while there are none or one has no figure."""
        amounts = [self.component_amount(child) for child in self.components(line)]
        known = [amount for amount in amounts if amount is not None]
        return sum(known) if known and len(known) == len(amounts) else None

    # -- keeping up with changes ------------------------------------------------------------------------------------

    def update(self, changes: Iterable[Change]) -> frozenset[str]:
        """Follow changes already applied to the book; the keys of lines whose figures may differ ("" = the total)."""
        changes = tuple(changes)
        if any(_reshapes(change) for change in changes):
            self._rebuild()
            return frozenset(self._cells)
        touched: set[str] = set()
        for change in changes:
            if change.entity == Allocation.entity:
                touched |= self._relist(change)
            elif change.entity == Line.entity:
                touched.add(change.id)  # a component's line above is reached on the way up
        affected: set[str] = set()
        for line_id in filter(self.tree.has, touched):
            affected |= self._recompute_upwards(line_id)
        return frozenset(affected)

    def _relist(self, change: Change) -> set[str]:
        """List a line's cells anew; its key. A cell that came and went in one step is told by its coming and going."""
        table = self.book.table(Allocation)
        known = table.get(change.id)
        line_id = known.line_id if known else (change.before or change.after or {}).get("line_id")
        if not isinstance(line_id, str):
            return set()
        keys = {key for key in (*self._allocations.get(line_id, ()), change.id) if key in table}
        self._allocations[line_id] = self._in_order(keys)
        return {line_id}

    def _recompute_upwards(self, line_id: str) -> set[str]:
        """Recompute a line, then of each line above only the cells that differ."""
        before = self._cells[line_id]
        after = self._cells[line_id] = self._computed(line_id)
        changed = _differing(before, after)
        affected = {line_id}
        for above in (*(each.id for each in self.tree.ancestors(line_id)), ""):
            affected.add(above)
            if self._allocations.get(above):  # what is below may hide what is entered here, or show it again
                before = self._cells[above]
                after = self._cells[above] = self._computed(above)
                changed = _differing(before, after)
                continue
            children = [self._cells[child.id] for child in self.tree.children(above) if _adds(child)]
            for key in changed:
                parts = [cells[key] for cells in children if key in cells]
                if parts:
                    self._cells[above][key] = sum(parts)
                else:
                    self._cells[above].pop(key, None)
        return affected

    def _rebuild(self) -> None:
        self.tree.rebuild()
        keys: dict[str, list[str]] = defaultdict(list)
        for each in self.book.table(Allocation).values():
            keys[each.line_id].append(each.id)
        self._allocations = {line_id: self._in_order(found) for line_id, found in keys.items()}
        self._cells: dict[str, dict[CellKey, int]] = {}
        for _, line in reversed(list(self.tree.walk())):
            self._cells[line.id] = self._computed(line.id)
        self._cells[""] = self._computed("")

    def _in_order(self, keys: Collection[str]) -> tuple[str, ...]:
        table = self.book.table(Allocation)
        order = {source.id: index for index, source in enumerate(self.frame.sources)}
        return tuple(sorted(keys, key=lambda key: (table[key].year, order.get(table[key].source_id, 99), key)))

    def _computed(self, line_id: str) -> dict[CellKey, int]:
        """Figures of a line: its children's sum; its own entries only where no child carries money."""
        cells: dict[CellKey, int] = defaultdict(int)
        for child in self.tree.children(line_id):
            if _adds(child):
                for key, below in self._cells[child.id].items():
                    cells[key] += below
        measures_below = {measure for measure, _, _ in cells}
        for each in self.allocations(line_id):
            amount = None if each.measure in measures_below else self.own_amount(each)
            if amount is not None:
                cells[each.measure, each.year, each.source_id] += amount
        return dict(cells)


_STRUCTURE = frozenset({"place", "kind", "adds", "plan_id"})


def _reshapes(change: Change) -> bool:
    """Whether a change adds, removes or moves lines, what they add to, or the order of the sources."""
    if change.entity not in (Line.entity, Source.entity, Allocation.entity):
        return False
    if change.before is None or change.after is None:
        return change.entity != Allocation.entity
    if change.entity == Line.entity:
        return bool(_STRUCTURE & set(change.after))
    return ("position" if change.entity == Source.entity else "line_id") in change.after


def _differing(before: dict[CellKey, int], after: dict[CellKey, int]) -> set[CellKey]:
    return {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}


def _adds(line: Line) -> bool:
    return line.adds and line.kind != COMPONENT


def _sum(values: Iterable[Decimal]) -> Decimal:
    return sum(values, Decimal(0))


def multiply(quantity: Decimal, price: int) -> int:
    """Đồng of ``quantity`` units at ``price``, rounded half up to the whole đồng."""
    return int((quantity * price).quantize(Decimal(1), rounding=ROUND_HALF_UP))
