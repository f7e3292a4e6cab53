"""Stated figures against computed ones: one finding for one cause, with all its witnesses (see scopes.py)."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.checks.codes import finding
from nscl_desktop.domain.checks.compared import Compared
from nscl_desktop.domain.checks.scopes import Scopes
from nscl_desktop.domain.checks.witnesses import shown, witnesses_of
from nscl_desktop.domain.findings import Finding
from nscl_desktop.domain.naming import line_name, shortened
from nscl_desktop.domain.statements import Statement

ByLine = dict[str | None, list[Compared]]
"""Statements by the line they name; those of the whole plan or of an agency under None."""


def check_statements(budget: Budget, compared: Iterable[Compared]) -> list[Finding]:
    """Findings of all statements of the plan, as far as they contradict the figures or their own words."""
    every = list(compared)
    wrong = [each for each in every if each.differs]
    found = [each for one in every if one.words is not None or one.unreadable for each in _words(budget, one)]
    return [*_mismatches(budget, wrong, _by_line(every)), *found] if wrong else found


def _by_line(every: Iterable[Compared]) -> ByLine:
    found: ByLine = defaultdict(list)
    for each in every:
        found[None if each.statement.lead_id else each.statement.line_id].append(each)
    return found


def _mismatches(budget: Budget, wrong: list[Compared], every: ByLine) -> Iterator[Finding]:
    scopes = Scopes(budget)
    wrong_by_line = _by_line(wrong)
    told: set[str] = set()
    for each in wrong:
        if each.statement.id in told or _is_explained(scopes, each, wrong_by_line):
            continue
        bearing = [other for other in _around(budget, each, wrong_by_line) if _bears_witness(scopes, each, other)]
        told |= {other.statement.id for other in bearing}
        yield _mismatch(budget, scopes, each, bearing, every[each.statement.line_id])


def _is_explained(scopes: Scopes, each: Compared, wrong: ByLine) -> bool:
    """What explains a statement speaks of lines within its own, so only few are looked at."""
    lines = scopes.of(each.statement).lines
    near = (group for line_id, group in wrong.items() if line_id is None or line_id in lines)
    return any(scopes.explains(other.statement, each.statement) for group in near for other in group)


def _around(budget: Budget, cause: Compared, wrong: ByLine) -> list[Compared]:
    """Other wrong statements of the same line, the lines above and below it, agencies, and the whole plan."""
    line_id = cause.statement.line_id
    if line_id is None or not budget.tree.has(line_id):
        return [each for group in wrong.values() for each in group]
    above = (line.id for line in budget.tree.ancestors(line_id))
    below = (line.id for _, line in budget.tree.walk(line_id))
    return [each for key in (line_id, *above, *below, None) for each in wrong.get(key, ())]


def _bears_witness(scopes: Scopes, cause: Compared, other: Compared) -> bool:
    """Whether the other statement is wrong for the same cause: it contains the cause's figures, or shares some of them
    and is wrong by the same amount (row and column totals of one cell that is not stated itself).
    """
    a, b = cause.statement, other.statement
    if scopes.explains(a, b):
        return True
    if a.figure != b.figure or not isinstance(cause.stated, int) or not isinstance(other.stated, int) or a.id == b.id:
        return False
    return scopes.overlap(a, b) and cause.stated - int(cause.computed or 0) == other.stated - int(other.computed or 0)


def _mismatch(
    budget: Budget, scopes: Scopes, cause: Compared, bearing: list[Compared], same_line: list[Compared]
) -> Finding:
    statement = cause.statement
    told = list(witnesses_of(budget, scopes, cause, same_line))
    told.extend(
        f"{other.statement.where}: ghi {shown(other.stated)}, tính được {shown(other.computed)}."
        for other in bearing
        if scopes.of(other.statement) != scopes.of(statement) or other.statement.figure != statement.figure
    )
    difference = ""
    if isinstance(cause.stated, int) and isinstance(cause.computed, int):
        difference = f" (chênh {shown(abs(cause.stated - cause.computed))})"
    return finding(
        "S101", statement.id, _place(budget, statement),
        f"Giấy ghi {shown(cause.stated)}, tính được {shown(cause.computed)}{difference}.",
        expected=shown(cause.computed), found=shown(cause.stated), line_id=statement.line_id or "",
        witnesses=tuple(told),
    )  # fmt: skip


def _place(budget: Budget, statement: Statement) -> str:
    where = statement.where
    if not where:
        line_id = statement.line_id or ""
        where = line_name(budget.tree, budget.tree.line(line_id)) if budget.tree.has(line_id) else "Kế hoạch"
    return f"{where}, “{shortened(statement.quote, 40)}”" if statement.quote else where


def _words(budget: Budget, compared: Compared) -> Iterator[Finding]:
    statement = compared.statement
    place = _place(budget, statement)
    if compared.unreadable:
        yield finding("S104", statement.id, place, compared.unreadable, found=statement.words)
        return
    if compared.words_differ and not compared.differs:
        yield finding(
            "S102", statement.id, place,
            f"“{statement.words}” đọc là {shown(compared.words)}, số tính được là {shown(compared.computed)}.",
            expected=shown(compared.computed), found=shown(compared.words), line_id=statement.line_id or "",
        )  # fmt: skip
    for remark in compared.remarks:
        yield finding("S103", f"{statement.id}/words", place, remark, found=statement.words)


def check_repeated_years(budget: Budget, statements: Iterable[Statement]) -> list[Finding]:
    """One place of the appendix states a year twice: a split heading made two columns of one (Bình Dương II.9)."""
    columns = [each for each in statements if each.origin == "appendix" and each.year_from is not None]
    counts = Counter(_column(each) for each in columns)
    double: dict[str, dict[int, Statement]] = defaultdict(dict)
    for each in columns:
        if counts[_column(each)] > 1:
            double[each.line_id or ""].setdefault(each.year_from or 0, each)
    return [_repeated(budget, line_id, years) for line_id, years in double.items()]


def _repeated(budget: Budget, line_id: str, statements: dict[int, Statement]) -> Finding:
    years = ", ".join(map(str, sorted(statements)))
    place = _place(budget, next(iter(statements.values())))
    text = f"Phụ lục nêu năm {years} nhiều lần ở cùng một chỗ; cộng các cột sẽ tính trùng."
    return finding("S105", f"{budget.frame.plan_id}/{line_id}", place, text, found=years, line_id=line_id)


def _column(statement: Statement) -> tuple[object, ...]:
    return (
        statement.where, statement.figure, statement.line_id, statement.year_from, statement.year_to,
        statement.source, statement.column, statement.lead_id,
    )  # fmt: skip
