"""The heading of a table: cells over several columns and rows, and the (1)…(10) row; repeated on every page."""

from dataclasses import dataclass

from nscl_desktop.domain.appendix import Table
from nscl_desktop.domain.errors import Bug
from nscl_desktop.reports.fonts import BOLD, LINE_SPACING, REGULAR, WordWidths
from nscl_desktop.reports.line_breaking import Line, break_evenly
from nscl_desktop.reports.pdf_columns import PADDING_X, Need

_PADDING_Y = 3.0
_NUMBER_PADDING_Y = 1.2


@dataclass(frozen=True, slots=True)
class HeaderPlace:
    """A heading cell on the grid: columns `first` up to, not including, `end`; the same for rows."""

    first: int
    end: int
    top_row: int
    bottom_row: int
    text: str


@dataclass(frozen=True, slots=True)
class HeaderBox:
    """A heading cell on paper; `left`, `right` count edges, `top`, `bottom` are points below the header's top."""

    left: int
    right: int
    top: float
    bottom: float
    lines: tuple[Line, ...]
    style: int


@dataclass(frozen=True, slots=True)
class Header:
    """The measured heading."""

    boxes: tuple[HeaderBox, ...]
    height: float


def header_places(table: Table) -> list[HeaderPlace]:
    """Each cell's place, found as browsers do: from the left, wherever no cell reaches down from above."""
    count, depth = len(table.columns), len(table.header)
    taken = [[False] * count for _ in range(depth)]
    places: list[HeaderPlace] = []
    for row, cells in enumerate(table.header):
        for cell in cells:
            first = taken[row].index(False) if False in taken[row] else count
            place = HeaderPlace(first, first + cell.colspan, row, row + cell.rowspan, cell.text)
            if place.end > count or place.bottom_row > depth:
                raise Bug(f"Tiêu đề cột “{cell.text}” tràn ra ngoài bảng.")
            for line in taken[place.top_row : place.bottom_row]:
                if any(line[place.first : place.end]):
                    raise Bug(f"Tiêu đề cột “{cell.text}” chồng lên tiêu đề khác.")
                line[place.first : place.end] = [True] * cell.colspan
            places.append(place)
    if not all(map(all, taken)):
        raise Bug("Phần tiêu đề cột của bảng còn ô trống.")
    return places


def note_header_needs(table: Table, needs: list[Need], widths: tuple[WordWidths, ...]) -> None:
    """No word of a heading and no number of the (1)…(10) row should be broken either."""
    for place in header_places(table):
        whole = Need()
        whole.note_words([place.text], widths[BOLD])
        width = max(whole.word, whole.figure) / (place.end - place.first)
        in_two_lines = _in_two_lines(place.text, widths[BOLD]) / (place.end - place.first)
        for need in needs[place.first : place.end]:
            need.word = max(need.word, width)
            need.heading = max(need.heading, in_two_lines)
            need.title = place.text if place.bottom_row == len(table.header) else need.title
    for need, number in zip(needs, table.number_row, strict=False):
        need.note_words([number], widths[REGULAR])


def _in_two_lines(text: str, widths: WordWidths) -> float:
    """The least width in which a heading takes two lines."""
    words = text.split()
    lines = [(" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(1, len(words))] or [(text.strip(), "")]
    return min(max(widths[first], widths[second]) for first, second in lines)


def measure_header(table: Table, edges: tuple[float, ...], size: float, widths: tuple[WordWidths, ...]) -> Header:
    """Break the headings into lines and find the rows' heights: a tall cell over two rows widens the lower one."""
    leading = size * LINE_SPACING
    places = header_places(table)
    texts = [
        break_evenly(p.text, (edges[p.end] - edges[p.first] - 2 * PADDING_X + 0.01) * 1000 / size, widths[BOLD])
        for p in places
    ]
    tops = [0.0]
    for row in range(len(table.header)):
        ending = [(p, lines) for p, lines in zip(places, texts, strict=True) if p.bottom_row == row + 1]
        needed = [tops[p.top_row] + len(lines) * leading + 2 * _PADDING_Y for p, lines in ending]
        tops.append(max([*needed, tops[row] + leading + 2 * _PADDING_Y]))
    boxes = [
        HeaderBox(p.first, p.end, tops[p.top_row], tops[p.bottom_row], lines, BOLD)
        for p, lines in zip(places, texts, strict=True)
    ]
    height = tops[-1]
    if table.number_row:
        bottom = height + leading + 2 * _NUMBER_PADDING_Y
        boxes += [
            HeaderBox(i, i + 1, height, bottom, (Line(text, widths[REGULAR][text]),), REGULAR)
            for i, text in enumerate(table.number_row)
        ]
        height = bottom
    return Header(tuple(boxes), height)
