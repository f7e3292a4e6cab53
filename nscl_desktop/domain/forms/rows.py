"""Which rows a table has, before any cell is filled: the tree, one item, measures, or a single row of totals."""

from dataclasses import dataclass, replace
from enum import Enum, auto

from nscl_desktop.domain.appendix import RowKind
from nscl_desktop.domain.budget_lines import COMPONENT, EXPLANATION, SECTION, Line
from nscl_desktop.domain.forms.columns import Scope
from nscl_desktop.domain.forms.model import TableSpec

_ENDS_OF_LABEL = (".", ")", ":", "/", "-", "+", "–")
_BULLETS = frozenset({"-", "+", "–", "—", "•", "*"})
"""Labels that stand before the text, not in the column of numbers."""


class Shows(Enum):
    """Which figures a row carries."""

    MONEY = auto()
    QUANTITY = auto()
    """The quantity, in the columns of the amounts (the first row of a small table for one item)."""
    COMPONENT = auto()
    """Quantity and price of a part of a price; never an amount, for it must not be added."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One row to be. ``added`` are the places of the rows that add to it; ``line`` is None for the whole plan."""

    line_id: str
    line: Line | None
    label: str
    text: str
    kind: RowKind
    depth: int = 0
    shows: Shows = Shows.MONEY
    added: tuple[int, ...] = ()
    measure: str = ""
    keep: bool = False
    number: str = ""


def joined(label: str, text: str) -> str:
    """A label in front of its text: "III. Đào tạo …", "a) …", "- …"."""
    label = label.strip()
    if not label or not text:
        return label or text
    return f"{label} {text}" if label.endswith(_ENDS_OF_LABEL) else f"{label}. {text}"


def is_bullet(label: str) -> bool:
    """Whether a label is a dash or the like."""
    return label.strip() in _BULLETS


def is_shown(scope: Scope, line: Line) -> bool:
    """Whether a line stands in a table of its period.

    It belongs to the period that it (or a line above) names, or in which it has figures; without either, to all.
    """
    if scope.period is None:
        return True
    content = scope.figures.content(line.id)
    if any(year in scope.part.years for _, year, _ in content):
        return True
    own = scope.figures.tree.period_id(line)
    return own == scope.period.id if own else not content


def shown_children(scope: Scope, line_id: str) -> tuple[Line, ...]:
    """The lines below one that stand in this table."""
    return tuple(line for line in scope.figures.tree.children(line_id) if is_shown(scope, line))


class TreeRows:
    """The rows of a tree: every line with the lines below it, down to the depth of the table."""

    def __init__(self, spec: TableSpec, scope: Scope) -> None:
        self._spec = spec
        self._scope = scope
        self._figures = scope.figures
        self._drafts: list[Draft] = []
        self._numbered = 0

    def drafts(self) -> list[Draft]:
        """All rows, with the total row last if the table has one."""
        root = self._scope.line_id
        lines = self._below(root)
        if root and not has_items(self._scope, self._figures.tree.line(root)):
            tops = [self._add(self._figures.tree.line(root), 0)]
        else:
            tops = [self._add(line, 0) for line in lines]
        if self._spec.total:
            self._drafts.append(total_draft(self._scope, tuple(place for place in tops if self._counts(place))))
        return self._drafts

    def _add(self, line: Line, depth: int) -> int:
        """Add a line and what is below it; its place."""
        place = len(self._drafts)
        children = self._below(line.id)
        if self._spec.depth and depth + 1 >= self._spec.depth:
            children = ()
        draft = self._draft(line, depth, has_children=bool(children))
        self._drafts.append(draft)
        places = [self._add(child, depth + 1) for child in children]
        if places:
            self._drafts[place] = replace(draft, added=tuple(each for each in places if self._counts(each)))
        return place

    def _counts(self, place: int) -> bool:
        """Whether a row is one of those that add to the row above."""
        draft = self._drafts[place]
        return draft.shows is Shows.MONEY and draft.line is not None and draft.line.adds

    def _below(self, line_id: str) -> tuple[Line, ...]:
        return tuple(line for line in shown_children(self._scope, line_id) if self._is_printed(line))

    def _is_printed(self, line: Line) -> bool:
        if line.kind == COMPONENT:
            return self._spec.components and not line.inline
        return line.kind != EXPLANATION or self._spec.explanations or bool(self._figures.content(line.id))

    def _draft(self, line: Line, depth: int, *, has_children: bool) -> Draft:
        kind = {SECTION: RowKind.SECTION, EXPLANATION: RowKind.EXPLANATION}.get(line.kind, RowKind.ITEM)
        number = ""
        if kind is RowKind.ITEM and line.kind != COMPONENT and not self._is_in_item(line):
            self._numbered += 1
            number = str(self._numbered)
        return Draft(
            line_id=line.id,
            line=line,
            label=line.label,
            text=line.text,
            kind=kind,
            depth=depth,
            shows=Shows.COMPONENT if line.kind == COMPONENT else Shows.MONEY,
            keep=has_children or kind is RowKind.SECTION,
            number=number,
        )

    def _is_in_item(self, line: Line) -> bool:
        return any(above.kind != SECTION for above in self._figures.tree.ancestors(line.id))


def total_draft(scope: Scope, added: tuple[int, ...] = ()) -> Draft:
    """The row of totals of what a table shows; its text is filled in by the table."""
    return Draft(scope.line_id, None, "", "", RowKind.TOTAL, added=added)


def measure_drafts(spec: TableSpec, scope: Scope) -> list[Draft]:
    """A row for each measure: those the table lists, else all of the plan."""
    names = scope.figures.measures
    line = scope.figures.tree.line(scope.line_id) if scope.line_id else None
    return [
        Draft(scope.line_id, line, str(place), names.get(code, code), RowKind.ITEM, measure=code)
        for place, code in enumerate(spec.measures or names, start=1)
    ]


def sections(scope: Scope) -> tuple[Line, ...]:
    """The lines at the top, each of which gets a heading of its own."""
    return tuple(line for line in shown_children(scope, "") if _is_own_item(scope, line))


def items(scope: Scope) -> tuple[Line, ...]:
    """The items of a section (of the plan, outside sections): lines that get a small table of their own.

    A section whose money is entered on itself is its own item, so that no money is left out.
    """
    if scope.line_id:
        line = scope.figures.tree.line(scope.line_id)
        if line.kind != SECTION or not has_items(scope, line):
            return (line,)
    found: list[Line] = []
    for line in shown_children(scope, scope.line_id):
        if line.kind == SECTION and has_items(scope, line):
            found += items(replace(scope, line_id=line.id))
        elif _is_own_item(scope, line):
            found.append(line)
    return tuple(found)


def _is_own_item(scope: Scope, line: Line) -> bool:
    return line.kind not in {COMPONENT, EXPLANATION} or bool(scope.figures.content(line.id))


def has_items(scope: Scope, line: Line) -> bool:
    """Whether the lines below make a line's money; text below money entered on the line itself does not."""
    measure = scope.part.measure
    if any(child.kind != COMPONENT for child in scope.figures.tree.children(line.id)):
        own = any(key[0] == measure for key in scope.figures.budget.cells(line.id))
        return not own or scope.figures.sums_children(line.id, measure)
    return False
