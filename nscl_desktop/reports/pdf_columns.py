"""Column widths: what the form asks for in mm, as far as what stands in a column needs it.

A column with little in it gives up to a quarter of its width; columns whose texts still take several lines share what
is left, in the form's proportions. A figure is never broken or clipped. Where the page is too narrow, figures lose the
air around them, then columns of words give way, then the letters become smaller (8 pt at least), then long words may be
cut, and only then is printing refused. Columns that only repeat for another year are equally wide, and so are the
columns of all tables of one make in a document.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from nscl_desktop.domain.appendix import Column
from nscl_desktop.domain.errors import InputError
from nscl_desktop.reports.fonts import WordWidths
from nscl_desktop.reports.paper import MM

PADDING_X = 3.2
"""Points between a cell's border and its text, at each side."""
SMALLEST_SIZE = 8.0
_SIZE_STEP = 0.5
# Words up to this wide (thousandths of the em square) are not cut for want of width: any Vietnamese syllable in bold.
_WORD_CAP = 5500.0
_NARROWEST = 1800.0
_AIR = 4.0
"""Points that a figure's column has beyond what it needs, so that figures of neighbours do not run together."""
_LEAST_OF_ASKED = 0.75
_ROUNDS = 40
_DIGITS = re.compile(r"\d+")
_FIGURE_SIGNS = frozenset("0123456789.,%*()+-–/")
_LONGEST_FIGURE = 30


@dataclass(slots=True)
class Need:
    """A column's widest contents, in thousandths of the em square: `figure` may not be broken, `word` should not.

    `line` is the longest text in one line, `heading` the heading in two lines; `title` is its text.
    """

    figure: float = 0.0
    word: float = 0.0
    has_figures: bool = False
    line: float = 0.0
    heading: float = 0.0
    title: str = ""

    def note_words(self, texts: Iterable[str], widths: WordWidths) -> None:
        """Take in the longest words of these texts; a number typed among them is as unbreakable as a figure."""
        for word in {word for text in texts for word in text.split()}:
            if len(word) <= _LONGEST_FIGURE and _FIGURE_SIGNS.issuperset(word):
                self.figure = max(self.figure, widths[word])
            else:
                self.word = max(self.word, widths[word])

    def note_line(self, texts: Iterable[str], widths: WordWidths) -> None:
        """Take in the longest of these texts (the one with the most letters, to measure but one)."""
        longest = max((line for text in texts for line in text.splitlines()), key=len, default="")
        self.line = max(self.line, widths[longest])

    def note(self, other: "Need") -> None:
        """Take in what the same column of another table needs."""
        self.figure, self.word = max(self.figure, other.figure), max(self.word, other.word)
        self.line, self.heading = max(self.line, other.line), max(self.heading, other.heading)
        self.has_figures |= other.has_figures
        self.title = self.title or other.title

    def least(self, *, cut_words: bool) -> float:
        """The least width that serves."""
        return max(self.figure, min(self.word, _NARROWEST if cut_words else _WORD_CAP))


@dataclass(frozen=True, slots=True)
class Fit:
    """Widths in points, which add up to the room, and the size of the letters they hold for."""

    widths: tuple[float, ...]
    size: float


def fit_alike(tables: Sequence[tuple[Sequence[Column], Sequence[Need]]], room: float, size: float) -> list[Fit]:
    """Spread `room` points over the columns of each table; tables whose columns ask for the same get the same.

    Raises:
        InputError: the figures of a table do not fit beside each other even in the smallest letters.
    """
    makes: dict[tuple[float, ...], list[Need]] = {}
    for columns, needs in tables:
        known = makes.setdefault(tuple(column.width for column in columns), [Need() for _ in columns])
        for need, other in zip(known, needs, strict=True):
            need.note(other)
    fits = {make: fit_columns([Column(width) for width in make], needs, room, size) for make, needs in makes.items()}
    return [fits[tuple(column.width for column in columns)] for columns, _ in tables]


def fit_columns(columns: Sequence[Column], needs: Sequence[Need], room: float, size: float) -> Fit:
    """Spread `room` points over the columns.

    Raises:
        InputError: the figures do not fit beside each other even in the smallest letters.
    """
    smaller = [size]
    while smaller[-1] > SMALLEST_SIZE:
        smaller.append(max(SMALLEST_SIZE, smaller[-1] - _SIZE_STEP))
    for cut_words, sizes in ((False, smaller), (True, smaller[-1:])):
        for tried in sizes:
            least = [need.least(cut_words=cut_words) * tried / 1000 + 2 * PADDING_X for need in needs]
            if sum(least) <= room:
                return Fit(tuple(_spread(columns, needs, least, room, tried)), tried)
    raise InputError(
        f"Bảng có {len(columns)} cột, số quá dài nên không xếp vừa bề ngang trang giấy: hãy chọn giấy ngang, "
        "chọn đơn vị tính lớn hơn (nghìn đồng, triệu đồng) hoặc bớt cột."
    )


def _spread(
    columns: Sequence[Column], needs: Sequence[Need], least: Sequence[float], room: float, size: float
) -> list[float]:
    """Widths between what columns need at least and what their contents fill, which add up to the room."""
    asked = [max(column.width, 1.0) * MM for column in columns]
    full = [
        max(low, max(need.line, need.heading, need.figure) * size / 1000 + 2 * PADDING_X + _AIR)
        for need, low in zip(needs, least, strict=True)
    ]
    first = [
        max(low, min(wish, max(content, wish * _LEAST_OF_ASKED)))
        for low, wish, content in zip(least, asked, full, strict=True)
    ]
    first = _alike(columns, needs, first)
    full = [max(pair) for pair in zip(first, _alike(columns, needs, full), strict=True)]
    if sum(first) >= room:
        return _given_up(first, least, _alike(columns, needs, list(least)), [each.has_figures for each in needs], room)
    if sum(full) >= room:
        return _scaled(room, lambda k: [min(f, max(w, k * a)) for w, a, f in zip(first, asked, full, strict=True)])
    return _scaled(room, lambda k: [max(f, k * a) for a, f in zip(asked, full, strict=True)])


def _alike(columns: Sequence[Column], needs: Sequence[Need], widths: list[float]) -> list[float]:
    """Columns that ask for the same and differ only in the year of their title get the widest of their widths."""
    makes = [(column.width, _DIGITS.sub("", need.title)) for column, need in zip(columns, needs, strict=True)]
    widest: dict[tuple[float, str], float] = {}
    for make, width in zip(makes, widths, strict=True):
        widest[make] = max(width, widest.get(make, 0.0))
    return [widest[make] if need.title else width for make, width, need in zip(makes, widths, needs, strict=True)]


def _given_up(
    first: Sequence[float], least: Sequence[float], alike: Sequence[float], has_figures: Sequence[bool], room: float
) -> list[float]:
    """Take off what is too much: the air of figures first, then words in proportion; equal widths of years last."""

    def figures(low: Sequence[float], high: Sequence[float], words: Sequence[float], k: float) -> list[float]:
        return [
            lowest + k * (highest - lowest) if figure else word
            for lowest, highest, word, figure in zip(low, high, words, has_figures, strict=True)
        ]

    def words(k: float) -> list[float]:
        return [
            width if figure else max(low, k * wish)
            for width, low, wish, figure in zip(alike, least, first, has_figures, strict=True)
        ]

    if sum(figures(alike, first, first, 0.0)) <= room:
        return _scaled(room, lambda k: figures(alike, first, first, k))
    if sum(words(0.0)) <= room:
        return _scaled(room, words)
    return _scaled(room, lambda k: figures(least, alike, least, k))


def _scaled(room: float, widths_at: Callable[[float], list[float]]) -> list[float]:
    """Widths that grow with a factor, at the factor where they fill the room."""
    low, high = 0.0, 1.0
    while sum(widths_at(high)) < room:
        high *= 2
    for _ in range(_ROUNDS):
        middle = (low + high) / 2
        low, high = (middle, high) if sum(widths_at(middle)) < room else (low, middle)
    widths = widths_at(high)
    return [width * room / sum(widths) for width in widths]
