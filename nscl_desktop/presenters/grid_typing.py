"""Typing into the budget grid: where a text goes, what it means, and what becomes of one that cannot be read.

What is typed and cannot be read stays in its cell, marked, until it is mended or taken away; it never reaches the plan
and is never thrown away behind the clerk's back.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from nscl_desktop.domain.changes import change_set
from nscl_desktop.domain.directory import Agency
from nscl_desktop.domain.errors import InputError, NsclError
from nscl_desktop.domain.money import MoneyUnit
from nscl_desktop.domain.sorting import sort_key
from nscl_desktop.presenters.budget_grid import BudgetGrid
from nscl_desktop.presenters.grid_columns import LINE_FIELDS, Part, View
from nscl_desktop.presenters.grid_input import changes_of, read, text_for_editing, words_for
from nscl_desktop.presenters.grid_targets import Target, target_of
from nscl_desktop.presenters.live_totals import Totals, totals_if


@dataclass(frozen=True, slots=True)
class _Rejected:
    """A text that could not be read, why, and what stood in the cell then."""

    text: str
    sentence: str
    instead_of: str | None


class GridTyping:
    """What typing does in one grid."""

    def __init__(self, grid: BudgetGrid) -> None:
        self._grid = grid
        self.told: Callable[[str], object] = _unheard
        """Hears how an unusual text was understood."""
        self._rejected: dict[tuple[str, str], _Rejected] = {}

    def target(self, row: int, column: int) -> Target:
        """Where typing into this cell goes; raises InputError where it goes nowhere."""
        return target_of(self._grid.desk.budget, self._grid.line(row), self._grid.columns[column])

    def refusal(self, row: int, column: int) -> str:
        """Why nothing can be typed here and what to do instead; empty where typing is welcome."""
        try:
            self.target(row, column)
        except InputError as error:
            return error.sentence
        return ""

    def rejected(self, row: int, column: int) -> tuple[str, str] | None:
        """What was typed here and not understood, with the sentence that says why."""
        known = self._rejected.get(self._key(row, column)) if self._rejected else None
        if known is None:
            return None
        now = self._standing(row, column)
        if known.instead_of is not None and now not in (None, known.instead_of):  # since pasted over, or undone
            self._rejected.pop(self._key(row, column))
            return None
        return known.text, known.sentence

    def text_for_editing(self, row: int, column: int) -> str:
        """What the editor starts with."""
        rejected = self.rejected(row, column)
        if rejected:
            return rejected[0]
        return text_for_editing(self._grid.desk.budget, self.target(row, column), self._grid.unit)

    def enter(self, row: int, column: int, text: str) -> None:
        """Take what was typed. Raises InputError with the sentence for the clerk; the text then stays marked."""
        desk, key = self._grid.desk, self._key(row, column)
        self._grid.show_totals({})
        try:
            target = self.target(row, column)
            reading = read(desk.budget, target, text, self._grid.unit)
            changes = changes_of(desk.budget, target, reading)
            self._rejected.pop(key, None)
            desk.perform(change_set(words_for(desk.budget, target), changes, desk.plan_id))
        except InputError as error:
            self._rejected[key] = _Rejected(text, error.sentence, self._standing(row, column))
            raise
        finally:
            self._grid.refresh({key[0]})
        if reading.remark:
            self.told(reading.remark)

    def forget(self, cells: Iterable[tuple[int, int]]) -> bool:
        """Take away what was typed into these cells and not understood; whether there was any."""
        found = [self._key(row, column) for row, column in cells if row >= 0]  # -1: there is no current cell
        keys = [key for key in found if key in self._rejected]
        for key in keys:
            del self._rejected[key]
        self._grid.refresh({line_id for line_id, _ in keys})
        return bool(keys)

    def show_while_typing(self, row: int, column: int, text: str) -> None:
        """Show the totals as they would be with this text, as far as it can be read."""
        totals: Totals = {}
        try:
            target = self.target(row, column)
            budget = self._grid.desk.budget
            changes = changes_of(budget, target, read(budget, target, text, self._grid.unit))
            totals = totals_if(budget, target.line_id, changes)
        except NsclError:
            totals = {}  # a half-typed figure: the totals are the plan's own until it can be read
        self._grid.show_totals(totals)

    def stop_typing(self) -> None:
        """Show the plan's own totals again."""
        self._grid.show_totals({})

    def suggestions(self, column: int) -> tuple[str, ...]:
        """What this column already holds elsewhere in the plan, for completing what is typed."""
        part = self._grid.columns[column].part
        if part not in {Part.UNIT, Part.LEAD, Part.PARTNERS, Part.SCHEDULE}:
            return ()
        budget = self._grid.desk.budget
        words = {str(getattr(line, LINE_FIELDS[part])) for _, line in budget.tree.walk()}
        if part is Part.LEAD:
            words |= {agency.name for agency in budget.book.table(Agency).values()}
        return tuple(sorted(words - {""}, key=sort_key))

    def _standing(self, row: int, column: int) -> str | None:
        """What the plan itself holds in a cell; None where that cannot be told."""
        try:
            return text_for_editing(self._grid.desk.budget, self.target(row, column), MoneyUnit.DONG)
        except InputError:
            return None

    def _key(self, row: int, column: int) -> tuple[str, str]:
        """The cell, whichever view shows it; narrowed to a year or source a column of figures has other cells."""
        shown, scope = self._grid.columns[column], self._grid.scope
        is_narrowed = shown.is_figure and self._grid.view_kind is View.PRICES
        narrowed = f" {scope.year or ''} {scope.source or ''}" if is_narrowed else "  "
        return self._grid.rows[row].line_id, shown.key + narrowed


def _unheard(_sentence: str) -> None:
    """Nobody listens."""
