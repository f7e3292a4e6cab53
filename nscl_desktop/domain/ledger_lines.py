"""Which line of the plan in force an entry counts for, and whether its money is ours to spend.

Entries and dossiers name lines of whichever version of the plan was in force when they were made. A version that
adjusts another copies its lines, and each copy remembers its original (``Line.origin_id``); through these the money
is followed to the version in force. Copies for another plan are no versions: their money is another plan's.
"""

from collections.abc import Iterable, Sequence

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.budget_lines import COMPONENT, ESTIMATE, EXPLANATION, Line
from nscl_desktop.domain.lead_totals import lead_totals
from nscl_desktop.domain.ledger import BudgetYear
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.domain.plans import ADJUSTMENT, ISSUED, REPLACED

LOST = "lost"
"""Stands for all lines that the version in force no longer has."""


def versions(rows: Iterable[PlanRow], plan_id: str) -> tuple[PlanRow, ...]:
    """All versions of the plan that ``plan_id`` is one of, the first one first; nothing where it is gone."""
    by_key = {row.id: row for row in rows}
    first = by_key.get(plan_id)
    seen = {plan_id}
    while first and first.origin_kind == ADJUSTMENT and first.origin_id in by_key and first.origin_id not in seen:
        seen.add(first.origin_id)
        first = by_key[first.origin_id]
    if first is None:
        return ()
    found = [first]
    for each in found:
        known = {row.id for row in found}
        found.extend(
            row
            for row in by_key.values()
            if row.origin_kind == ADJUSTMENT and row.origin_id == each.id and row.id not in known
        )
    return tuple(sorted(found, key=lambda row: (row.version, row.date, row.id)))


def version_in_force(rows: Sequence[PlanRow]) -> PlanRow:
    """Of the versions of one plan the one that holds: the last one issued, else the last one replaced, else the first.

    A draft that adjusts an issued plan holds nothing yet.
    """
    for status in (ISSUED, REPLACED):
        found = [row for row in rows if row.status == status]
        if found:
            return found[-1]
    return rows[0]


def spending_agency(budget: Budget) -> str | None:
    """The agency that leads most of the plan's money; None where most of it names no lead, and all is taken as ours."""
    totals = lead_totals(budget)
    return max(totals, key=lambda key: (totals[key], key or ""), default=None)


def agency_of(budget: Budget, opened: Iterable[BudgetYear]) -> str | None:
    """The agency whose money it is: as the newest niên độ that was opened says, else the one that the plan suggests."""
    newest = max(opened, key=lambda each: (each.year or 0, each.id), default=None)
    return newest.agency_id if newest else spending_agency(budget)


def planned_cells(budget: Budget, year: int, measure: str = ESTIMATE) -> dict[tuple[str, str], int]:
    """(line, source code) → đồng that the plan has for a year where it is entered; together they are its total."""
    codes = {source.id: source.code for source in budget.frame.sources}
    found: dict[tuple[str, str], int] = {}
    waiting = list(reversed(budget.tree.children()))
    while waiting:
        line = waiting.pop()
        if not line.adds or line.kind == COMPONENT:
            continue
        below = budget.tree.children(line.id)
        waiting.extend(reversed(below))
        adding = [child for child in below if child.adds and child.kind != COMPONENT]
        if any(code == measure for child in adding for code, _, _ in budget.cells(child.id)):
            continue
        for (code, of_year, source_id), amount in budget.cells(line.id).items():
            if code == measure and of_year == year and amount:
                key = line.id, codes.get(source_id, "")
                found[key] = found.get(key, 0) + amount
    return found


class LedgerLines:
    """The lines of the plan in force as the ledger sees them; ``others`` are lines of its other versions."""

    def __init__(self, budget: Budget, others: Iterable[Line] = (), agency_id: str | None = None) -> None:
        self.budget, self.tree, self.agency_id = budget, budget.tree, agency_id
        self._origins = {line.id: line.origin_id for line in others}
        self._following: dict[str, str] = {}
        self._leads: dict[str, str | None] = {}
        self._path: dict[str, tuple[str, ...]] = {}
        self._places: dict[str, int] = {}
        for _, line in self.tree.walk():
            parent = line.place.parent
            self._leads[line.id] = line.lead_id or self._leads.get(parent)
            self._path[line.id] = (line.id, *self._path.get(parent, ()))
            self._places[line.id] = len(self._places)
            key = line.origin_id
            while key and key in self._origins and key not in self._following:
                self._following[key] = line.id
                key = self._origins[key]

    def in_force(self, line_id: str) -> str:
        """The line of the version in force that a line of any version stands for; ``LOST`` where there is none."""
        seen: set[str] = set()
        key: str | None = line_id
        while key and key not in seen:
            if self.tree.has(key):
                return key
            if key in self._following:
                return self._following[key]
            seen.add(key)
            key = self._origins.get(key)
        return LOST

    def place(self, line_id: str) -> int:
        """Where a line of any version stands in the printed order of the version in force; lost ones stand last."""
        return self._places.get(self.in_force(line_id), len(self._places))

    def is_ours(self, line_id: str) -> bool:
        """Whether the spending agency leads a line, or nobody else does."""
        lead = self._leads.get(line_id)
        return lead is None or self.agency_id is None or lead == self.agency_id

    def lead_id(self, line_id: str) -> str | None:
        """The agency that leads a line."""
        return self._leads.get(line_id)

    def added_to(self, line_id: str) -> tuple[str, ...]:
        """The line itself and those above it that its money is a part of; "" is our total.

        Our money is added up to our total past lines of others, theirs never to ours.
        """
        is_ours = self.is_ours(line_id)
        found = tuple(each for each in self._path.get(line_id, (line_id,)) if self.is_ours(each) == is_ours)
        return (*found, "") if is_ours else found

    def can_hold_money(self, line_id: str) -> bool:
        """Whether a line of the version in force can have entries: components and mere words cannot."""
        return self.tree.has(line_id) and self.tree.line(line_id).kind not in (COMPONENT, EXPLANATION)
