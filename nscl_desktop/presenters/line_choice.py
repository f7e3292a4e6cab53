"""Choosing one budget line out of many by typing a part of it."""

from dataclasses import dataclass

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
            name = line_name(self._desk.budget.tree, line)
            words = name if name.startswith("“") else f"{name[:1].upper()}{name[1:]} · {shortened(line.text, 90)}"
            if rank(query, f"{words} {line.text}") is not None:
                found.append(LineOffer(line.id, words))
        return tuple(found)
