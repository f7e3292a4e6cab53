"""Choosing one budget line out of many by typing a part of it."""

from dataclasses import dataclass

from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.line_tree import LineTree
from nscl_desktop.domain.naming import line_name, shortened
from nscl_desktop.domain.text import rank
from nscl_desktop.services.workspace import PlanDesk


@dataclass(frozen=True, slots=True)
class LineOffer:
    """A line as it is offered."""

    line_id: str
    words: str


class LineChoice:
    """The lines that answer a query, in printed order."""

    def __init__(self, desk: PlanDesk) -> None:
        self._desk = desk

    def offers(self, query: str) -> tuple[LineOffer, ...]:
        """All lines for an empty query."""
        found = []
        for _, line in self._desk.budget.tree.walk():
            words = line_words(self._desk.budget.tree, line, 90)
            if rank(query, f"{words} {line.text}") is not None:
                found.append(LineOffer(line.id, words))
        return tuple(found)


def line_words(tree: LineTree, line: Line, length: int = 48) -> str:
    """How a line is offered in a list: "Mục III.2 · Hỗ trợ doanh nghiệp…"; by its text alone where it has no label."""
    name = line_name(tree, line)
    if name.startswith("“"):
        return name
    return " · ".join(filter(None, (f"{name[:1].upper()}{name[1:]}", shortened(line.text, length))))
