"""What else on the paper speaks for or against a figure that differs: its words, its repetitions, its parts.

A witness only says what is printed and what follows from it; which figure is right is for the clerk to say.
"""

from collections.abc import Iterator
from decimal import Decimal

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.budget_lines import ESTIMATE
from nscl_desktop.domain.checks.codes import dong
from nscl_desktop.domain.checks.compared import Compared
from nscl_desktop.domain.checks.scopes import AMOUNT, Scopes, years_of
from nscl_desktop.domain.money import format_amount, format_quantity
from nscl_desktop.domain.statements import ORIGINS, Statement


def shown(value: int | Decimal | None) -> str:
    """A figure as findings write it."""
    if value is None:
        return "không có"
    return format_quantity(value) if isinstance(value, Decimal) else dong(value)


def witnesses_of(budget: Budget, scopes: Scopes, cause: Compared, every: list[Compared]) -> Iterator[str]:
    """Sentences about the words, the other statements of the same figures, their parts, and the rest of the years."""
    if cause.words is not None:
        agrees = "khớp" if cause.words == cause.computed else "không khớp"
        yield f"Bằng chữ “{cause.statement.words}”: {shown(cause.words)}, {agrees} với số tính được."
    yield from _repetitions(scopes, cause, every)
    if cause.statement.figure == AMOUNT and _is_whole(cause.statement):
        yield from _by_source(budget, cause.statement, every)
        yield from _rest_of_years(budget, cause.statement, every)


def _repetitions(scopes: Scopes, cause: Compared, every: list[Compared]) -> Iterator[str]:
    statement = cause.statement
    for other in every:
        if other is cause or other.statement.figure != statement.figure or other.stated is None:
            continue
        if other.statement.line_id == statement.line_id and scopes.of(other.statement) == scopes.of(statement):
            agrees = "cũng khác" if other.differs else "khớp"
            yield f"{other.statement.where}: {shown(other.stated)}, {agrees}."


def _is_whole(statement: Statement) -> bool:
    """Whether it speaks of all sources and agencies together."""
    return not (statement.source or statement.column or statement.lead_id)


def _by_source(budget: Budget, statement: Statement, every: list[Compared]) -> Iterator[str]:
    """Statements of the same line and years split by column or source, added up; a column holds its sources."""
    printed_in = {source.code: source.printed_column for source in budget.frame.sources}
    for origin, place in reversed(ORIGINS):
        columns: dict[str, int] = {}
        sources: dict[str, int] = {}
        for other in every:
            a = other.statement
            alike = (a.figure, a.line_id, a.year_from, a.year_to, a.lead_id) == (
                AMOUNT, statement.line_id, statement.year_from, statement.year_to, None,
            )  # fmt: skip
            if alike and a.origin == origin and isinstance(other.stated, int):
                if a.source:
                    sources[a.source] = other.stated
                elif a.column:
                    columns[a.column] = other.stated
        parts = columns | {
            code: amount for code, amount in sources.items() if printed_in.get(code, code) not in columns
        }
        if len(parts) > 1:
            added = " + ".join(f"{name} {format_amount(amount)}" for name, amount in parts.items())
            yield f"{place}, cộng theo nguồn: {added} = {dong(sum(parts.values()))}."


def _rest_of_years(budget: Budget, statement: Statement, every: list[Compared]) -> Iterator[str]:
    """The stated total less the other stated years: what this year should have been."""
    year = _single_year(statement)
    if year is None:
        return
    totals: list[int] = []
    years: dict[int, int] = {}
    for other in every:
        a = other.statement
        if (
            a.figure != AMOUNT
            or a.line_id != statement.line_id
            or not _is_whole(a)
            or not isinstance(other.stated, int)
        ):
            continue
        single = _single_year(a)
        if years_of(a) is None:
            totals.append(other.stated)
        elif single is not None and single != year:
            years.setdefault(single, other.stated)
    budgeted = {each for code, each, _ in budget.cells(statement.line_id or "") if code == ESTIMATE}
    if totals and years and budgeted - {year} <= years.keys():
        yield f"Tổng các năm {dong(totals[0])} trừ các năm khác còn {shown(totals[0] - sum(years.values()))}."


def _single_year(statement: Statement) -> int | None:
    span = years_of(statement)
    return span[0] if span is not None and len(span) == 1 else None
