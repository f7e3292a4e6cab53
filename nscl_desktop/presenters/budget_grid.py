"""The budget grid as a clerk sees it: rows and columns in sight, and what cells show.

No widget is needed: ``view`` is told what to draw anew. After a step only the lines whose figures may differ are read
again, so that one edited cell costs the same in a plan of ten lines and of thousands.
"""

from collections.abc import Collection
from typing import Protocol

from nscl_desktop.domain.budget_lines import Allocation, Line
from nscl_desktop.domain.changes import Change
from nscl_desktop.domain.findings import Severity
from nscl_desktop.domain.money import MoneyUnit
from nscl_desktop.presenters.grid_cells import CellView, GridCells
from nscl_desktop.presenters.grid_columns import Column, Scope, View, columns_of, still_there
from nscl_desktop.presenters.grid_rows import GridRows, Replaced, Row
from nscl_desktop.presenters.live_totals import Totals
from nscl_desktop.services.desk import Changed, Refused
from nscl_desktop.services.workspace import PlanDesk

_FRAME = frozenset({"source", "period", "plan"})
_WORST = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


class GridView(Protocol):
    """What the grid tells whoever draws it."""

    def columns_changed(self) -> None:
        """All columns may differ, and with them the rows: draw everything anew."""

    def rows_replaced(self, stretch: Replaced) -> None:
        """A stretch of rows gave way to another."""

    def rows_changed(self, rows: Collection[int]) -> None:
        """The cells of these rows may look different."""

    def totals_changed(self) -> None:
        """The foot may look different."""


class BudgetGrid:
    """The grid of one plan."""

    def __init__(self, desk: PlanDesk, unit: MoneyUnit = MoneyUnit.DONG) -> None:
        self.desk = desk
        self.view_kind = View.PRICES
        self.scope = Scope()
        self.quantities = True
        self.unit = unit
        self.view: GridView | None = None
        self._rows = GridRows()
        self._live: Totals = {}
        self._texts: dict[str, tuple[CellView, ...]] = {}
        self._marks: dict[str, Severity] = {}
        self._read_rows()
        self._make_columns()
        desk.subscribe(self._on_event)

    # -- rows and columns -------------------------------------------------------------------------------------------

    @property
    def rows(self) -> tuple[Row, ...]:
        """The lines in sight."""
        return self._rows.rows

    def line(self, row: int) -> Line:
        """The line of a row."""
        return self.desk.budget.tree.line(self.rows[row].line_id)

    def row_of(self, line_id: str) -> int | None:
        """Where a line stands, if it is in sight."""
        return self._rows.row_of(line_id)

    def show(
        self,
        view: View | None = None,
        *,
        scope: Scope | None = None,
        unit: MoneyUnit | None = None,
        quantities: bool | None = None,
    ) -> None:
        """Look at the plan in another way; what is not given stays."""
        self.view_kind = self.view_kind if view is None else view
        self.scope = self.scope if scope is None else scope
        self.unit = self.unit if unit is None else unit
        self.quantities = self.quantities if quantities is None else quantities
        self._make_columns()
        if self.view:
            self.view.columns_changed()

    def fold(self, row: int, *, folded: bool) -> None:
        """Fold or unfold the line of a row."""
        self._rows.fold(self.rows[row].line_id, folded=folded)
        self._rebuild_rows()

    def fold_all(self, *, folded: bool) -> None:
        """Show only the lines of the top level, or all lines."""
        tree = self.desk.budget.tree
        self._rows.fold_all(line.id for _, line in tree.walk() if folded and tree.children(line.id))
        self._rebuild_rows()

    def reveal(self, line_id: str) -> int | None:
        """Bring a line into sight; its row, None if the plan has no such line."""
        if not self.desk.budget.tree.has(line_id):
            return None
        if self._rows.reveal(self.desk.budget, line_id):
            self._rebuild_rows()
        return self.row_of(line_id)

    # -- what cells show --------------------------------------------------------------------------------------------

    def cell(self, row: int, column: int) -> CellView:
        """The cell as it looks now."""
        line_id = self.rows[row].line_id
        known = self._texts.get(line_id)
        if known is None:
            line = self.desk.budget.tree.line(line_id)
            known = self._texts[line_id] = tuple(self._cells.view(line, each) for each in self.columns)
        return known[column]

    def total(self, column: int) -> str:
        """What the foot shows under a column."""
        return self._cells.total(self.columns[column])

    def mark(self, row: int) -> Severity | None:
        """The worst finding of the line, or of lines folded away below it."""
        return self._marks.get(self.rows[row].line_id)

    # -- for those who type and paste -------------------------------------------------------------------------------

    def show_totals(self, totals: Totals) -> None:
        """Show these totals instead of the plan's own, until an empty answer or the next step ends it."""
        stale = {*self._live, *totals}
        self._live.clear()
        self._live.update(totals)
        self.refresh(stale)

    def refresh(self, line_ids: Collection[str]) -> None:
        """Draw these lines anew ("" is the foot)."""
        for line_id in line_ids:
            self._texts.pop(line_id, None)
        self._tell_rows(line_ids)

    # -- following the plan -----------------------------------------------------------------------------------------

    def _on_event(self, event: Changed | Refused) -> None:
        self._live.clear()
        if isinstance(event, Refused) or any(change.entity in _FRAME for change in event.change_set.changes):
            self._make_columns()
            self._read_rows()
            if self.view:
                self.view.columns_changed()
            return
        changes = event.change_set.changes
        changed = {*event.touched, *filter(None, map(_line_of, changes))}
        if any(change.entity == Line.entity and _moves_rows(change) for change in changes):
            self._texts.clear()
            self._rebuild_rows()
            self._tell_rows({row.line_id for row in self.rows} | {""})
            return
        if any(change.entity == Line.entity and "lead_id" in (change.after or ()) for change in changes):
            changed |= {below.id for each in tuple(changed) if each for _, below in self.desk.budget.tree.walk(each)}
        self.refresh(changed | self._follow_findings())

    def _make_columns(self) -> None:
        budget = self.desk.budget
        self.scope = still_there(self.scope, budget)
        self.columns: tuple[Column, ...] = columns_of(budget, self.view_kind, self.scope, quantities=self.quantities)
        self._cells = GridCells(budget, self.unit, self._live)
        self._texts.clear()

    def _read_rows(self) -> Replaced:
        stretch = self._rows.rebuild(self.desk.budget)
        self._marks = self._read_marks()
        return stretch

    def _rebuild_rows(self) -> None:
        stretch = self._read_rows()
        if self.view:
            self.view.rows_replaced(stretch)
            self._tell_rows({row.line_id for row in self.rows})

    def _tell_rows(self, line_ids: Collection[str]) -> None:
        if not self.view:
            return
        rows = [row for row in map(self.row_of, line_ids) if row is not None]
        if rows:
            self.view.rows_changed(rows)
        if "" in line_ids:
            self.view.totals_changed()

    def _follow_findings(self) -> set[str]:
        """Lines whose sign of a finding came or went."""
        before, self._marks = self._marks, self._read_marks()
        return {key for key in before.keys() | self._marks.keys() if before.get(key) != self._marks.get(key)} - {""}

    def _read_marks(self) -> dict[str, Severity]:
        marks: dict[str, Severity] = {}
        tree = self.desk.budget.tree
        for finding in self.desk.findings():
            if finding.waived or not finding.line_id or not tree.has(finding.line_id):
                continue
            lines = [finding.line_id, *(above.id for above in tree.ancestors(finding.line_id))]
            seen = next((line_id for line_id in lines if self.row_of(line_id) is not None), "")
            marks[seen] = min(finding.severity, marks.get(seen, Severity.NOTE), key=_WORST.index)
        return marks


def _line_of(change: Change) -> str:
    if change.entity == Line.entity:
        return change.id
    if change.entity == Allocation.entity:
        return str((change.after or change.before or {}).get("line_id", ""))
    return ""


def _moves_rows(change: Change) -> bool:
    return change.before is None or change.after is None or "place" in change.after or "kind" in change.after

