"""Stated figures against computed ones: one finding for one cause, with all its witnesses.

A wrong cell makes its row, section, year and grand total disagree with the paper. The narrowest disagreeing statements
are the causes; the wider ones that contain them only bear witness.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.budget_lines import COMPONENT, Line
from nscl_desktop.domain.checks.codes import finding
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.findings import Finding
from nscl_desktop.domain.money import format_amount, format_quantity
from nscl_desktop.domain.naming import shortened
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
        """Whether only the words contradict the computed figure."""
        return self.words is not None and self.words != (self.computed or 0)


def compare(budget: Budget, statement: Statement) -> Compared:
    """Compute the figure of a statement's scope and read its words."""
    computed: int | Decimal | None
    part = budget.tree.line(statement.line_id) if statement.line_id else None
    if part is not None and part.kind == COMPONENT:
        computed = _of_component(budget, part, statement.figure)
    elif statement.figure == "amount":
        computed = _amount(budget, statement)
    elif statement.line_id is None:
        computed = None
    elif statement.figure == "price":
        computed = budget.price(budget.tree.line(statement.line_id))
    else:
        line = budget.tree.line(statement.line_id)
        computed = budget.quantity(line, years=_years(statement), sources=_sources(budget, statement))
    stated = statement.count if statement.figure == "quantity" else statement.value
    words, remarks, unreadable = _read(statement.words)
    return Compared(statement, stated, computed, words, remarks, unreadable)


def _of_component(budget: Budget, part: Line, figure: str) -> int | Decimal | None:
    """A component has no cells: its figures are its own price and count, the same in every year."""
    if figure == "quantity":
        return Decimal(1) if part.component_quantity is None else part.component_quantity
    return part.price if figure == "price" else budget.component_amount(part)


def _amount(budget: Budget, statement: Statement) -> int | None:
    years, sources = _years(statement), _sources(budget, statement)
    if statement.lead_id is None:
        return budget.total(statement.line_id or "", years=years, sources=sources)
    return led_total(budget, statement.lead_id, years=years, sources=sources)


def led_total(
    budget: Budget, lead_id: str | None, *, years: range | None = None, sources: frozenset[str] | None = None
) -> int:
    """Đồng of all that an agency leads: lines whose nearest named lead it is, each counted once."""

    def below(line_id: str) -> int:
        found = 0
        for line in budget.tree.children(line_id):
            leads = {budget.tree.lead_id(each) for each in (line, *(one for _, one in budget.tree.walk(line.id)))}
            if leads == {lead_id}:
                found += budget.total(line.id, years=years, sources=sources) or 0
            elif lead_id in leads:
                found += below(line.id)
        return found

    return below("")


def _years(statement: Statement) -> range | None:
    first, last = statement.year_from, statement.year_to
    if first is None and last is None:
        return None
    return range(first or last or 0, (last or first or 0) + 1)


def _sources(budget: Budget, statement: Statement) -> frozenset[str] | None:
    if statement.source:
        return frozenset(each.id for each in budget.frame.sources if each.code == statement.source)
    if statement.column:
        return frozenset(each.id for each in budget.frame.sources if each.printed_column == statement.column)
    return None


def _read(words: str) -> tuple[int | None, tuple[str, ...], str]:
    if not words.strip():
        return None, (), ""
    try:
        read = read_words(words)
    except InputError as error:
        return None, (), error.sentence
    return read.value, read.remarks, ""


def check_statements(budget: Budget, compared: Iterable[Compared]) -> list[Finding]:
    """Findings of all statements of the plan."""
    every = list(compared)
    wrong = [each for each in every if each.differs]
    causes = [each for each in wrong if not any(_inside(budget, other, each) for other in wrong)]
    found = [_mismatch(budget, cause, every, wrong) for cause in causes]
    for each in every:
        found.extend(_words(each))
    return found


def _inside(budget: Budget, narrow: Compared, wide: Compared) -> bool:
    """Whether ``narrow``'s scope lies within ``wide``'s and is smaller, so that its fault would show in both."""
    a, b = narrow.statement, wide.statement
    if a.id == b.id or a.figure == "quantity" or b.figure == "quantity":
        return a.id != b.id and a.line_id == b.line_id and b.figure == "amount" and a.figure == "quantity"
    if _scope(a) == _scope(b):
        return (a.position, a.id) < (b.position, b.id)
    lines = b.line_id in (None, a.line_id) or _below(budget, a.line_id, b.line_id or "")
    years_a, years_b = _years(a), _years(b)
    years = years_b is None or (years_a is not None and set(years_a) <= set(years_b))
    sources_a, sources_b = _sources(budget, a), _sources(budget, b)
    sources = sources_b is None or (sources_a is not None and sources_a <= sources_b)
    leads = b.lead_id is None or a.lead_id == b.lead_id
    return lines and years and sources and leads


def _below(budget: Budget, line_id: str | None, above_id: str) -> bool:
    return line_id is not None and any(above.id == above_id for above in budget.tree.ancestors(line_id))


def _scope(statement: Statement) -> tuple[object, ...]:
    return (
        statement.figure, statement.line_id, statement.year_from, statement.year_to, statement.source, statement.column,
        statement.lead_id,
    )  # fmt: skip


def _place(statement: Statement) -> str:
    return f"{statement.where}, “{shortened(statement.quote, 40)}”" if statement.quote else statement.where


def _shown(value: int | Decimal | None) -> str:
    if value is None:
        return "không có"
    return format_quantity(value) if isinstance(value, Decimal) else f"{format_amount(value)} đồng"


def _mismatch(budget: Budget, cause: Compared, every: list[Compared], wrong: list[Compared]) -> Finding:
    statement = cause.statement
    witnesses = []
    if cause.words is not None:
        agrees = "khớp" if cause.words == cause.computed else "không khớp"
        witnesses.append(f"Bằng chữ “{statement.words}”: {_shown(cause.words)}, {agrees} với số tính được.")
    witnesses.extend(_same_scope(cause, every))
    witnesses.extend(_by_source(budget, cause, every))
    witnesses.extend(_rest_of_years(cause, every))
    witnesses.extend(
        f"{other.statement.where}: ghi {_shown(other.stated)}, tính được {_shown(other.computed)}."
        for other in wrong
        if other is not cause and _inside(budget, cause, other)
    )
    difference = ""
    if isinstance(cause.stated, int) and isinstance(cause.computed, int):
        difference = f" (chênh {_shown(abs(cause.stated - cause.computed))})"
    return finding(
        "S101", statement.id, _place(statement),
        f"Giấy ghi {_shown(cause.stated)}, tính được {_shown(cause.computed)}{difference}.",
        expected=_shown(cause.computed), found=_shown(cause.stated), line_id=statement.line_id or "",
        witnesses=tuple(witnesses),
    )  # fmt: skip


def _same_scope(cause: Compared, every: list[Compared]) -> Iterator[str]:
    for other in every:
        if other is not cause and _scope(other.statement) == _scope(cause.statement):
            agrees = "khớp" if not other.differs else "cũng khác"
            yield f"{other.statement.where}: {_shown(other.stated)}, {agrees}."


def _by_source(budget: Budget, cause: Compared, every: list[Compared]) -> Iterator[str]:
    """Statements of the same line and years split by source or column, added up."""
    statement = cause.statement
    if statement.source or statement.column or statement.figure != "amount":
        return
    for origin in ("text", "appendix"):
        parts: dict[str, int] = {}
        for other in every:
            a = other.statement
            alike = (a.figure, a.line_id, a.year_from, a.year_to) == (
                "amount", statement.line_id, statement.year_from, statement.year_to,
            )  # fmt: skip
            if alike and a.origin == origin and (a.source or a.column) and isinstance(other.stated, int):
                parts[a.column or _column_of(budget, a.source)] = other.stated
        if len(parts) > 1:
            added = " + ".join(f"{name} {format_amount(amount)}" for name, amount in parts.items())
            place = "Văn bản" if origin == "text" else "Phụ lục"
            yield f"{place}, cộng theo nguồn: {added} = {_shown(sum(parts.values()))}."


def _column_of(budget: Budget, source: str) -> str:
    return next((each.printed_column for each in budget.frame.sources if each.code == source), source)


def _rest_of_years(cause: Compared, every: list[Compared]) -> Iterator[str]:
    """The stated total less the other stated years: what this year should have been."""
    statement = cause.statement
    if statement.year_from is None or statement.source or statement.column or statement.lead_id:
        return
    plain = [
        other
        for other in every
        if other.statement.line_id == statement.line_id
        and other.statement.figure == "amount"
        and not (other.statement.source or other.statement.column or other.statement.lead_id)
        and isinstance(other.stated, int)
    ]
    totals = [each.stated for each in plain if each.statement.year_from is None]
    years: dict[int, int] = {}
    for each in plain:
        year = each.statement.year_from
        if year is not None and year == each.statement.year_to and year != statement.year_from:
            years[year] = int(each.stated or 0)
    if totals and years and statement.year_from == statement.year_to:
        left = int(totals[0] or 0) - sum(years.values())
        yield f"Tổng các năm {_shown(totals[0])} trừ các năm khác còn {_shown(left)}."


def _words(compared: Compared) -> Iterator[Finding]:
    statement = compared.statement
    if compared.unreadable:
        yield finding("S104", statement.id, _place(statement), compared.unreadable, found=statement.words)
        return
    if compared.words_differ and not compared.differs:
        yield finding(
            "S102", statement.id, _place(statement),
            f"“{statement.words}” đọc là {_shown(compared.words)}, số tính được là {_shown(compared.computed)}.",
            expected=_shown(compared.computed), found=_shown(compared.words), line_id=statement.line_id or "",
        )  # fmt: skip
    for remark in compared.remarks:
        yield finding("S103", f"{statement.id}/words", _place(statement), remark, found=statement.words)
