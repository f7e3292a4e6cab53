"""What the totals would be if the figure being typed were entered: shown while typing, entered nowhere.

The line is computed in a small book of its own; the difference goes up through the lines above. So nothing has to be
taken back when the clerk presses Esc, and no half-typed figure can reach the disk.
"""

from collections.abc import Iterable, Mapping
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
    totals: Totals = {}
    changed = _differing(before, after)
    for key in (base.id, *(each.id for each in budget.tree.ancestors(base.id)), ""):
        if not changed:
            break
        totals[key] = dict(after) if key == base.id else _above(budget, key, changed, totals)
        changed = _differing(budget.cells(key), totals[key])
    return totals


def _above(budget: Budget, line_id: str, changed: Iterable[CellKey], totals: Totals) -> dict[CellKey, int]:
    """Cells of a line as the sum of those below it, with what is known to differ; only ``changed`` are added up anew.

    What is entered on the line itself counts only while nothing below it has money, so then all are.
    """
    below = [
        totals.get(child.id, budget.cells(child.id))
        for child in budget.tree.children(line_id)
        if child.adds and child.kind != COMPONENT
    ]
    own = budget.allocations(line_id)
    cells = {} if own else dict(budget.cells(line_id))
    for key in {key for each in below for key in each} if own else changed:
        parts = [each[key] for each in below if key in each]
        cells.pop(key, None)
        if parts:
            cells[key] = sum(parts)
    measures_below = {measure for measure, _, _ in cells}
    for each in own:
        amount = None if each.measure in measures_below else budget.own_amount(each)
        if amount is not None:
            cells[each.measure, each.year, each.source_id] = amount
    return cells


def _differing(before: Mapping[CellKey, int], after: Mapping[CellKey, int]) -> set[CellKey]:
    return {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}


def _alone(budget: Budget, line: Line) -> Book:
    """The line with all below it, as the only line of a plan."""
    records: list[Record] = [budget.book.get(Plan, budget.frame.plan_id), *budget.frame.sources]
    records.append(replace(line, place=Place("", line.place.position)))
    for each in (line, *(below for _, below in budget.tree.walk(line.id))):
        if each is not line:
            records.append(each)
        records.extend(budget.allocations(each.id))
    return Book(records)
