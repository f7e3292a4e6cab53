"""The tree of budget lines of one plan, and the plan's own lists (periods, sources, measures) in printed order."""

from collections import defaultdict
from collections.abc import Iterator
from typing import TypeVar

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.plans import Measure, Period, Plan, Source

_Listed = TypeVar("_Listed", Period, Source, Measure)


class PlanFrame:
    """What surrounds the tree: the plan with its periods, funding sources and kinds of figures."""

    def __init__(self, book: Book, plan_id: str) -> None:
        self._book = book
        self.plan_id = plan_id

    @property
    def plan(self) -> Plan:
        """The plan itself."""
        return self._book.get(Plan, self.plan_id)

    @property
    def periods(self) -> tuple[Period, ...]:
        """The plan's periods in order; a plan that lists none is one period of its own years."""
        plan = self.plan
        first, last = plan.year_from or plan.year_to or 0, plan.year_to or plan.year_from or 0
        only = Period(id="", plan_id=plan.id, year_from=first, year_to=last)
        return self._listed(Period) or (only,)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The plan's funding sources in order."""
        return self._listed(Source)

    @property
    def measures(self) -> tuple[Measure, ...]:
        """The plan's kinds of figures in order."""
        return self._listed(Measure)

    def _listed(self, record_type: type[_Listed]) -> tuple[_Listed, ...]:
        own = (record for record in self._book.table(record_type).values() if record.plan_id == self.plan_id)
        return tuple(sorted(own, key=lambda record: (record.position, record.id)))


class LineTree:
    """Lines of one plan below one another, in printed order; rebuilt when a line is added, moved or removed."""

    def __init__(self, book: Book, plan_id: str) -> None:
        self._book = book
        self._plan_id = plan_id
        self.rebuild()

    def rebuild(self) -> None:
        """Read the tree anew from the book."""
        by_parent: dict[str, list[Line]] = defaultdict(list)
        for line in self._book.table(Line).values():
            if line.plan_id == self._plan_id:
                by_parent[line.place.parent].append(line)
        self._children = {
            parent: tuple(line.id for line in sorted(found, key=lambda line: (line.place.position, line.id)))
            for parent, found in by_parent.items()
        }
        self._order = tuple((depth, line.id) for depth, line in self._descend("", 0))
        self._reached = frozenset(key for _, key in self._order)
        self._strays = tuple(key for keys in self._children.values() for key in keys if key not in self._reached)

    def line(self, line_id: str) -> Line:
        """The line with this key."""
        return self._book.get(Line, line_id)

    def has(self, line_id: str) -> bool:
        """Whether the line stands in this plan's tree."""
        return line_id in self._reached and line_id in self._book.table(Line)

    def strays(self) -> tuple[Line, ...]:
        """Lines of the plan that hang below no line of it (a merge can leave such): they count nowhere."""
        return tuple(self.line(key) for key in self._strays)

    def children(self, line_id: str = "") -> tuple[Line, ...]:
        """Lines directly below ``line_id`` ("" for the top)."""
        lines = self._book.table(Line)
        return tuple(lines[key] for key in self._children.get(line_id, ()))

    def walk(self, line_id: str = "", depth: int = 0) -> Iterator[tuple[int, Line]]:
        """All lines below ``line_id`` with their depth, parents before children."""
        if line_id:
            return self._descend(line_id, depth)
        lines = self._book.table(Line)
        return ((depth + below, lines[key]) for below, key in self._order)

    def _descend(self, line_id: str, depth: int) -> Iterator[tuple[int, Line]]:
        waiting = [(depth, line) for line in reversed(self.children(line_id))]
        while waiting:
            deep, line = waiting.pop()
            yield deep, line
            waiting.extend((deep + 1, child) for child in reversed(self.children(line.id)))

    def ancestors(self, line_id: str) -> tuple[Line, ...]:
        """The lines above ``line_id``, nearest first; for a stray line, as far as they lead anywhere."""
        lines = self._book.table(Line)
        found: dict[str, Line] = {}
        above = lines.get(self.line(line_id).place.parent)
        while above is not None and above.id not in found:
            found[above.id] = above
            above = lines.get(above.place.parent)
        return tuple(found.values())

    def lead_id(self, line: Line) -> str | None:
        """The lead agency's key, inherited from the lines above unless the line names its own."""
        return next((each.lead_id for each in (line, *self.ancestors(line.id)) if each.lead_id), None)

    def period_id(self, line: Line) -> str | None:
        """The period a line belongs to, inherited from the lines above."""
        return next((each.period_id for each in (line, *self.ancestors(line.id)) if each.period_id), None)
