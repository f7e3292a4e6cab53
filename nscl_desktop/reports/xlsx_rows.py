"""The rows of a sheet, given out from the top: their heights, and where a page may end."""

from collections.abc import Iterable

from nscl_desktop.reports.pdf_flow import Break

HIGHEST = 400.0
"""Points; Excel's limit is 409. What is higher takes several rows, merged, and a page may end between them."""
DEFAULT_HEIGHT = 15.75
"""Points of a row of 12 point letters."""
_PART = 60.0
_HALF_FULL = 0.6
_SAFE = 0.98
"""Of a page's height: Excel must not turn the page a row before the place that is set."""

Rows = tuple[int, int]
"""First and last row, counted from 0."""


class SheetRows:
    """Gives out rows; keeps their heights, and how gladly a page may end behind each."""

    def __init__(self) -> None:
        self.heights: list[float] = []
        self._after: list[Break] = []

    def take(self, height: float, after: Break = Break.FREE) -> Rows:
        """Rows that are together so high, in points."""
        first = len(self.heights)
        parts = 1 if height <= HIGHEST else -int(-height // _PART)
        self.heights += [_on_screen(height / parts)] * parts
        spared = Break.AVOID if after is Break.SPARE else after  # a sheet turns pages by guess: it is left half empty
        self._after += [Break.FREE] * (parts - 1) + [spared]
        return first, len(self.heights) - 1

    def take_all(self, heights: Iterable[float], after: Break = Break.FREE) -> list[Rows]:
        """Rows for each of these heights."""
        return [self.take(height, after) for height in heights]

    def hold_from(self, row: int, after: Break) -> None:
        """Hold all rows from this one on together, at least so much."""
        self._after[row:] = [max(after, held) for held in self._after[row:]]

    def page_breaks(self, room: float, heading: Rows | None) -> list[int]:
        """The rows that begin a page `room` points high; `heading` is repeated on each page behind it."""
        room *= _SAFE
        repeated = sum(self.heights[heading[0] : heading[1] + 1]) if heading else 0.0
        starts: list[int] = []
        row, used = 0, 0.0
        ends: dict[Break, tuple[int, float]] = {}
        while row < len(self.heights):
            if used + self.heights[row] > room and row > (starts[-1] if starts else 0):
                row = _page_end(ends, row, room)
                starts.append(row)
                used = repeated if heading and row > heading[1] else 0.0
                ends = {}
            used += self.heights[row]
            ends[self._after[row]] = (row + 1, used)
            row += 1
        return starts


def _on_screen(height: float) -> float:
    """In whole screen points, 3/4 of a point, as Excel rounds; never the default, which would not be written."""
    rounded = -int(-height // 0.75) * 0.75
    return rounded + 0.75 if rounded == DEFAULT_HEIGHT else rounded


def _page_end(ends: dict[Break, tuple[int, float]], row: int, room: float) -> int:
    """The last of the places where a page ends most gladly; one to avoid if the page would be left half empty."""
    places = [ends[after] for after in sorted(ends)]
    if not places:
        return row
    end, used = places[0]
    if used < _HALF_FULL * room and Break.FREE in ends and Break.AVOID in ends:
        end = max(end, places[1][0])
    return end
