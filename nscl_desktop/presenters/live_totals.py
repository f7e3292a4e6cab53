"""What the totals would be if the figure being typed were entered: shown while typing, entered nowhere.

The line is computed in a small book of its own; the difference goes up through the lines above. So nothing has to be
taken back when the clerk presses Esc, and no half-typed figure can reach the disk.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget import Budget, CellKey
from nscl_desktop.domain.budget_lines import COMPONENT, Line
from nscl_desktop.domain.changes import Change
from nscl_desktop.domain.fields import Place
from nscl_desktop.domain.plans import Plan
from nscl_desktop.domain.records import Record

Totals = dict[str, dict[CellKey, int]]


def totals_if(budget: Budget, line_id: str, changes: Iterable[Change]) -> Totals:
    """Cells of the line, of every line above and of the plan ("") after the changes; lines that stay are left out."""
    line = budget.tree.line(line_id)
    base = line
    while base.kind == COMPONENT and base.place.parent:  # a component moves the line whose price it is part of
        base = budget.tree.line(base.place.parent)
    alone = _alone(budget, base)
    alone.apply(changes)
    after = Budget(alone, budget.frame.plan_id).cells(base.id)
    before = budget.cells(base.id)
    difference = {
        key: after.get(key, 0) - before.get(key, 0)
        for key in after.keys() | before.keys()
        if after.get(key) != before.get(key)
    }
    if not difference:
        return {}
    totals: Totals = {base.id: dict(after)}
    current = base
    for above in (*(each.id for each in budget.tree.ancestors(base.id)), ""):
        if not current.adds:
            break
        moved: dict[CellKey, int] = defaultdict(int, budget.cells(above))
        for key, amount in difference.items():
            moved[key] += amount
        totals[above] = dict(moved)
        if above:
            current = budget.tree.line(above)
    return totals


def _alone(budget: Budget, line: Line) -> Book:
    """The line with all below it, as the only line of a plan."""
    records: list[Record] = [budget.book.get(Plan, budget.frame.plan_id), *budget.frame.sources]
    records.append(replace(line, place=Place("", line.place.position)))
    for each in (line, *(below for _, below in budget.tree.walk(line.id))):
        if each is not line:
            records.append(each)
        records.extend(budget.allocations(each.id))
    return Book(records)
