"""Ctrl+F in the budget: lines that answer what is typed, in printed order, dấu typed or not."""

from nscl_desktop.domain.text import rank
from nscl_desktop.services.workspace import PlanDesk


class LineSearch:
    """The answers to one query and which of them is shown."""

    def __init__(self, desk: PlanDesk) -> None:
        self._desk = desk
        self._query = ""
        self._found: tuple[str, ...] = ()
        self._at = 0

    def seek(self, query: str) -> str:
        """The first line that answers; empty where none does."""
        self._query = query.strip()
        self._found = self._answers()
        self._at = 0
        return self._current()

    def turn(self, step: int) -> str:
        """The next answer or the one before, round and round."""
        shown = self._current()
        self._found = self._answers()  # lines may have come and gone since
        if shown in self._found:
            self._at = (self._found.index(shown) + step) % len(self._found)
        self._at = max(0, min(self._at, len(self._found) - 1))
        return self._current()

    @property
    def words(self) -> str:
        """"2/7", or that there is nothing."""
        if not self._query:
            return ""
        return f"{self._at + 1}/{len(self._found)}" if self._found else "Không tìm thấy"

    def _current(self) -> str:
        return self._found[self._at] if self._found else ""

    def _answers(self) -> tuple[str, ...]:
        if not self._query:
            return ()
        return tuple(
            line.id
            for _, line in self._desk.budget.tree.walk()
            if any(rank(self._query, text) is not None for text in (line.text, line.note, line.lead_text) if text)
        )
