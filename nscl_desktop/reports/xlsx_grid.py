"""The columns of a sheet: one grid that serves all tables of a document, the letterhead and the signatures.

Tables of different columns stand below each other on one sheet; a table's column then takes one or more of the sheet's.
"""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_SAME = 0.8
"""Edges of two tables that lie closer together than this many points are one."""


@dataclass(frozen=True, slots=True)
class SheetGrid:
    """Edges of the sheet's columns in points from the left, the first at 0."""

    edges: tuple[float, ...]

    @property
    def columns(self) -> int:
        """How many columns the sheet has."""
        return len(self.edges) - 1

    @property
    def room(self) -> float:
        """Width of the sheet in points."""
        return self.edges[-1]

    def edge_near(self, x: float) -> int:
        """The edge that lies nearest to `x`."""
        return min(range(len(self.edges)), key=lambda index: abs(self.edges[index] - x))

    def width(self, first: int, end: int) -> float:
        """Points from one edge to another."""
        return self.edges[end] - self.edges[first]

    def columns_of(self, edges: Sequence[float]) -> list[tuple[int, int]]:
        """For each column of a table, its first sheet column and the one behind its last."""
        places = [self.edge_near(x) for x in edges]
        return list(itertools.pairwise(places))


def common_grid(
    tables: Iterable[Sequence[float]], room: float, splits: Iterable[tuple[float, float, float]]
) -> SheetGrid:
    """The grid of all tables' edges.

    `splits` are places outside the tables where the sheet should be divided: at the first number, though any edge of a
    table between the other two will do, so that tables are not cut up for the sake of a signature.
    """
    found = [0.0, room]
    # The tables with most columns first: theirs are the edges that others bend to
    for edges in sorted(tables, key=len, reverse=True):
        found += [x for x in edges if min(abs(x - other) for other in found) > _SAME]
    for wanted, least, most in splits:
        if not any(least <= x <= most for x in found):
            found.append(wanted)
    return SheetGrid(tuple(sorted(found)))
