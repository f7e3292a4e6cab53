"""A stated figure beside the computed one, and beside what its words read as."""

from dataclasses import dataclass
from decimal import Decimal

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.budget_lines import COMPONENT, Line
from nscl_desktop.domain.checks.scopes import AMOUNT, PRICE, QUANTITY, sources_of, years_of
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.lead_totals import lead_totals
from nscl_desktop.domain.statements import Statement
from nscl_desktop.domain.words_reading import read_words


@dataclass(frozen=True, slots=True)
class Compared:
    """A statement with what the budget computes for its scope, and what its words read as (đồng)."""

    statement: Statement
    stated: int | Decimal | None
    computed: int | Decimal | None
    words: int | None
    remarks: tuple[str, ...]
    unreadable: str

    @property
    def differs(self) -> bool:
        """Whether the stated figure contradicts the computed one."""
        return self.stated is not None and self.stated != (self.computed or 0)

    @property
    def words_differ(self) -> bool:
        """Whether the words contradict the computed figure."""
        return self.words is not None and self.words != (self.computed or 0)


def compare(budget: Budget, statement: Statement) -> Compared:
    """Compute the figure of a statement's scope and read its words; a line that is gone computes to nothing."""
    stated = statement.count if statement.figure == QUANTITY else statement.value
    words, remarks, unreadable = _read(statement.words)
    return Compared(statement, stated, _computed(budget, statement), words, remarks, unreadable)


def _computed(budget: Budget, statement: Statement) -> int | Decimal | None:
    key = statement.line_id or ""
    if key and not budget.tree.has(key):
        return None
    line = budget.tree.line(key) if key else None
    if line is not None and line.kind == COMPONENT:
        return _of_component(budget, line, statement.figure)
    years, sources = years_of(statement), sources_of(budget, statement)
    if statement.figure == AMOUNT and statement.lead_id is None:
        return budget.total(key, years=years, sources=sources)
    if statement.figure == AMOUNT:
        return lead_totals(budget, key, years=years, sources=sources).get(statement.lead_id)
    if line is None:
        return None
    return budget.price(line) if statement.figure == PRICE else budget.quantity(line, years=years, sources=sources)


def _of_component(budget: Budget, part: Line, figure: str) -> int | Decimal | None:
    """A component has no cells: its figures are its own price and count, the same in every year."""
    if figure == QUANTITY:
        return Decimal(1) if part.component_quantity is None else part.component_quantity
    return part.price if figure == PRICE else budget.component_amount(part)


def _read(words: str) -> tuple[int | None, tuple[str, ...], str]:
    if not words.strip():
        return None, (), ""
    try:
        read = read_words(words)
    except InputError as error:
        return None, (), error.sentence
    return read.value, read.remarks, ""
