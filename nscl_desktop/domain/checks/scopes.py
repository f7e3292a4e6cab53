"""Which figures a statement speaks of, and so which statement's fault must show in which others.

A wrong cell makes its row, section, year and grand total disagree with the paper. The narrowest disagreeing statements
are the causes; the wider ones that contain them only bear witness.
"""

from dataclasses import dataclass

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.budget_lines import COMPONENT, Line
from nscl_desktop.domain.statements import Statement

AMOUNT, QUANTITY, PRICE = "amount", "quantity", "price"


@dataclass(frozen=True, slots=True)
class Scope:
    """The lines, years and sources (keys) whose figures a statement adds up."""

    lines: frozenset[str]
    years: frozenset[int]
    sources: frozenset[str]

    def lies_in(self, wide: "Scope") -> bool:
        """Whether all of it is part of ``wide``."""
        return self.years <= wide.years and self.sources <= wide.sources and self.lines <= wide.lines


def years_of(statement: Statement) -> range | None:
    """The years stated; None for all. One end alone is one year."""
    first, last = statement.year_from, statement.year_to
    if first is None and last is None:
        return None
    return range(first or last or 0, (last or first or 0) + 1)


def sources_of(budget: Budget, statement: Statement) -> frozenset[str] | None:
    """Keys of the sources stated, by code or by printed column; None for all."""
    if statement.source:
        return frozenset(each.id for each in budget.frame.sources if each.code == statement.source)
    if statement.column:
        return frozenset(each.id for each in budget.frame.sources if each.printed_column == statement.column)
    return None


class Scopes:
    """Scopes of one plan's statements, each worked out once: a plan has hundreds of them."""

    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self._years = frozenset(budget.years())
        self._sources = frozenset(each.id for each in budget.frame.sources)
        self._below: dict[str, frozenset[str]] = {}
        self._led: dict[str, frozenset[str]] = {}
        self._known: dict[str, Scope] = {}

    def of(self, statement: Statement) -> Scope:
        """The scope of a statement. What the plan does not have (a year, a source) stands for itself."""
        if statement.id not in self._known:
            years = None if self._is_component(statement) else years_of(statement)
            sources = sources_of(self._budget, statement)
            stated = self._years if years is None else frozenset(years)
            self._known[statement.id] = Scope(
                self._lines(statement),
                stated & self._years or stated,
                self._sources if sources is None else sources or frozenset({statement.source or statement.column}),
            )
        return self._known[statement.id]

    def _lines(self, statement: Statement) -> frozenset[str]:
        key = statement.line_id or ""
        if key not in self._below:
            below = {line.id for _, line in self._budget.tree.walk(key)}
            self._below[key] = frozenset({key, *below} if key else below)
        lead = statement.lead_id
        if lead is None:
            return self._below[key]
        if lead not in self._led:
            tree = self._budget.tree
            self._led[lead] = frozenset(line.id for _, line in tree.walk() if tree.lead_id(line) == lead)
        return self._below[key] & self._led[lead] or frozenset({lead})

    def explains(self, a: Statement, b: Statement) -> bool:
        """Whether a fault in what ``a`` states must show in what ``b`` states as well, so that b only bears witness.

        Of two statements of the same figures the first one on paper is the cause; quantities and prices come before
        the amounts they make, and components before the price they make. No two statements explain each other.
        """
        if a.id == b.id:
            return False
        if b.figure == AMOUNT:
            return self._explains_amount(a, b)
        if b.figure == PRICE:
            if a.line_id == b.line_id:
                return a.figure == PRICE and _stands_before(a, b)
            return self._is_component(a) and self.of(a).lines < self.of(b).lines
        if a.line_id != b.line_id or a.figure == PRICE or not self.of(a).lies_in(self.of(b)):
            return False
        return self.of(a) != self.of(b) or (a.figure == QUANTITY and _stands_before(a, b))

    def overlap(self, a: Statement, b: Statement) -> bool:
        """Whether there are figures that both speak of."""
        one, other = self.of(a), self.of(b)
        return bool(one.lines & other.lines and one.years & other.years and one.sources & other.sources)

    def _explains_amount(self, a: Statement, b: Statement) -> bool:
        if a.figure == AMOUNT and self.of(a) == self.of(b):
            return _stands_before(a, b)
        if a.figure == PRICE or self._is_component(a):  # these hold in every year and for every source
            return self.of(a).lines <= self.of(b).lines
        return self.of(a).lies_in(self.of(b))

    def _is_component(self, statement: Statement) -> bool:
        line = self._budget.book.table(Line).get(statement.line_id or "")
        return line is not None and line.kind == COMPONENT


def _stands_before(a: Statement, b: Statement) -> bool:
    return (a.position, a.id) < (b.position, b.id)
