"""Where a step shows: undo must never act out of sight, so the window goes there."""

from enum import StrEnum

from nscl_desktop.domain.budget_lines import Allocation, Line
from nscl_desktop.domain.changes import Change, ChangeSet
from nscl_desktop.services.workspace import PlanDesk


class Page(StrEnum):
    """The pages of an open plan."""

    BUDGET = "budget"
    TARGETS = "targets"
    FACTS = "facts"
    HISTORY = "history"
    PAPER = "paper"


_TARGETS = frozenset({"target", "target_link", "task", "task_link", "obligation"})


def page_of(step: ChangeSet) -> Page:
    """The page on which the step is seen."""
    entities = {change.entity for change in step.changes}
    if entities & {Line.entity, Allocation.entity, "waiver"}:
        return Page.BUDGET
    return Page.TARGETS if entities & _TARGETS else Page.FACTS


def line_of(desk: PlanDesk, step: ChangeSet) -> str:
    """The line to choose: the first changed one that the plan still has; empty where there is none."""
    found = (line_id_of(desk, change) for change in step.changes)
    return next((line_id for line_id in found if line_id and desk.budget.tree.has(line_id)), "")


def line_id_of(desk: PlanDesk, change: Change) -> str:
    """The line that a change of a line or of its cells belongs to."""
    if change.entity == Line.entity:
        return change.id
    if change.entity != Allocation.entity:
        return ""
    stored = desk.book.table(Allocation).get(change.id)
    return stored.line_id if stored else str((change.before or change.after or {}).get("line_id", ""))
