"""The visible rows of the budget tree as a flat list: what is unfolded, in printed order."""

from collections.abc import Iterable
from dataclasses import dataclass

from nscl_desktop.domain.budget import Budget


@dataclass(frozen=True, slots=True)
class Row:
    """A visible line: its key, how deep it stands, whether it can be unfolded and is."""

    line_id: str
    depth: int
    has_children: bool
    is_open: bool


@dataclass(frozen=True, slots=True)
class Replaced:
    """``removed`` rows from ``first`` on gave way to ``added`` others; rows before and behind are the same lines."""

    first: int
    removed: int
    added: int


class GridRows:
    """Which lines are visible. Folding is the reader's own matter: it is neither stored nor undone."""

    def __init__(self) -> None:
        self.rows: tuple[Row, ...] = ()
        self._folded: set[str] = set()
        self._index: dict[str, int] = {}

    def rebuild(self, budget: Budget) -> Replaced:
        """Read the tree anew; which stretch of rows differs by line."""
        before = [row.line_id for row in self.rows]
        found: list[Row] = []
        self._collect(budget, "", 0, found)
        self.rows = tuple(found)
        self._index = {row.line_id: index for index, row in enumerate(found)}
        after = [row.line_id for row in found]
        head = 0
        while head < min(len(before), len(after)) and before[head] == after[head]:
            head += 1
        tail = 0
        while tail < min(len(before), len(after)) - head and before[-1 - tail] == after[-1 - tail]:
            tail += 1
        return Replaced(head, len(before) - head - tail, len(after) - head - tail)

    def row_of(self, line_id: str) -> int | None:
        """Where a line stands now; None while it is folded away or not there."""
        return self._index.get(line_id)

    def fold(self, line_id: str, *, folded: bool) -> None:
        """Fold or unfold one line; ``rebuild`` makes it seen."""
        if folded:
            self._folded.add(line_id)
        else:
            self._folded.discard(line_id)

    def fold_all(self, line_ids: Iterable[str]) -> None:
        """Fold exactly these lines."""
        self._folded = set(line_ids)

    def reveal(self, budget: Budget, line_id: str) -> bool:
        """Unfold everything above a line; whether anything was folded."""
        above = {line.id for line in budget.tree.ancestors(line_id)}
        hidden = above & self._folded
        self._folded -= hidden
        return bool(hidden)

    def _collect(self, budget: Budget, parent: str, depth: int, found: list[Row]) -> None:
        for line in budget.tree.children(parent):
            below = bool(budget.tree.children(line.id))
            is_open = below and line.id not in self._folded
            found.append(Row(line.id, depth, below, is_open))
            if is_open:
                self._collect(budget, line.id, depth + 1, found)
