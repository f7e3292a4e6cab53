"""The checker of one plan, kept up to date: after an edit only what the edit touched is checked anew."""

from collections.abc import Iterable
from dataclasses import replace

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.budget_lines import Allocation, Line
from nscl_desktop.domain.changes import Change
from nscl_desktop.domain.checks.compared import Compared, compare
from nscl_desktop.domain.checks.line_checks import check_line
from nscl_desktop.domain.checks.plan_checks import check_figures, check_frame
from nscl_desktop.domain.checks.statement_checks import check_repeated_years, check_statements
from nscl_desktop.domain.checks.target_checks import check_targets
from nscl_desktop.domain.findings import Finding, Severity
from nscl_desktop.domain.plans import Source
from nscl_desktop.domain.statements import Statement, Waiver

_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


class PlanChecker:
    """All findings of a plan. ``update`` follows the same changes that ``Budget.update`` has followed."""

    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self._check_all()

    def findings(self) -> tuple[Finding, ...]:
        """Errors first, then warnings and notes, each in printed order; accepted ones carry the reason."""
        reasons = {
            waiver.finding: waiver.reason
            for waiver in self._budget.book.table(Waiver).values()
            if waiver.plan_id == self._budget.frame.plan_id
        }
        every = [each for found in self._by_line.values() for each in found]
        every += [*check_statements(self._budget, self._compared.values()), *self._repeated]
        every += [*self._frame, *self._figures, *self._targets]
        marked = [replace(each, waived=reasons[each.key]) if each.key in reasons else each for each in every]
        return tuple(sorted(marked, key=lambda each: (bool(each.waived), _ORDER[each.severity])))

    def update(self, changes: Iterable[Change], touched: frozenset[str]) -> None:
        """Check anew what the changes touched."""
        changes = tuple(changes)
        if any(_is_structural(change) for change in changes):
            self._check_all()
            return
        tree = self._budget.tree
        renamed = [change.id for change in changes if change.entity == Line.entity and "label" in (change.after or {})]
        below = {line.id for line_id in renamed for _, line in tree.walk(line_id)}  # their names begin with the label
        for line_id in filter(tree.has, touched | below):
            self._by_line[line_id] = check_line(self._budget, tree.line(line_id))
        for key in self._statements_on(touched, changes):
            self._compared[key] = compare(self._budget, self._budget.book.get(Statement, key))
        if any(change.entity == Statement.entity for change in changes):
            self._repeated = check_repeated_years(self._budget, self._statements())
        if any(change.entity != Allocation.entity for change in changes):
            self._frame = check_frame(self._budget)
        self._figures = check_figures(self._budget)
        self._targets = check_targets(self._budget)

    def _check_all(self) -> None:
        budget = self._budget
        self._by_line: dict[str, list[Finding]] = {line.id: check_line(budget, line) for _, line in budget.tree.walk()}
        self._compared: dict[str, Compared] = {each.id: compare(budget, each) for each in self._statements()}
        self._repeated = check_repeated_years(budget, self._statements())
        self._frame = check_frame(budget)
        self._figures = check_figures(budget)
        self._targets = check_targets(budget)

    def _statements(self) -> list[Statement]:
        table = self._budget.book.table(Statement)
        own = (each for each in table.values() if each.plan_id == self._budget.frame.plan_id)
        return sorted(own, key=lambda each: (each.position, each.id))

    def _statements_on(self, touched: frozenset[str], changes: tuple[Change, ...]) -> list[str]:
        changed = {change.id for change in changes if change.entity == Statement.entity}
        return [
            key
            for key, compared in self._compared.items()
            if key in changed or (compared.statement.line_id or "") in touched
        ]


_SHAPING: dict[str, frozenset[str]] = {
    Line.entity: frozenset({"place", "kind", "adds", "period_id", "lead_id", "plan_id"}),
    Source.entity: frozenset({"position", "code", "column"}),
    Statement.entity: frozenset({"position"}),
}


def _is_structural(change: Change) -> bool:
    """Records came or went, or what changed moves lines, what statements speak of, or the order of findings."""
    if change.before is None or change.after is None:
        return change.entity != Allocation.entity
    return bool(_SHAPING.get(change.entity, frozenset()) & set(change.after))


def check_plan(budget: Budget) -> tuple[Finding, ...]:
    """All findings of a plan, for the command line and the printed report."""
    return PlanChecker(budget).findings()
