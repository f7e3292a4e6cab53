"""Column widths: the form's proportions, changed only where a figure or a word would not fit.

A figure is never broken or clipped. Columns of words give way first, then the letters become smaller (8 pt at least),
then long words may be cut, and only then is printing refused.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nscl_desktop.domain.appendix import Column
from nscl_desktop.domain.errors import InputError
from nscl_desktop.reports.fonts import WordWidths

PADDING_X = 3.2
"""Points between a cell's border and its text, at each side."""
SMALLEST_SIZE = 8.0
_SIZE_STEP = 0.5
# Words up to this wide (thousandths of the em square) are not cut for want of width: any Vietnamese syllable in bold.
_WORD_CAP = 5500.0
_NARROWEST = 1800.0
_FIGURE_SIGNS = frozenset("0123456789.,%*()+-–/")
_LONGEST_FIGURE = 30


@dataclass(slots=True)
class Need:
    """A column's widest contents, in thousandths of the em square: `figure` may not be broken, `word` should not."""

    figure: float = 0.0
    word: float = 0.0
    has_figures: bool = False

    def note_words(self, texts: Iterable[str], widths: WordWidths) -> None:
        """Take in the longest words of these texts; a number typed among them is as unbreakable as a figure."""
        for word in {word for text in texts for word in text.split()}:
            if len(word) <= _LONGEST_FIGURE and _FIGURE_SIGNS.issuperset(word):
                self.figure = max(self.figure, widths[word])
            else:
                self.word = max(self.word, widths[word])

    def least(self, *, cut_words: bool) -> float:
        """The least width that serves."""
        return max(self.figure, min(self.word, _NARROWEST if cut_words else _WORD_CAP))


@dataclass(frozen=True, slots=True)
class Fit:
    """Widths in points, which add up to the room, and the size of the letters they hold for."""

    widths: tuple[float, ...]
    size: float


def fit_columns(columns: Sequence[Column], needs: Sequence[Need], room: float, size: float) -> Fit:
    """Spread `room` points over the columns.

    Raises:
        InputError: the figures do not fit beside each other even in the smallest letters.
    """
    whole = sum(column.width for column in columns)
    asked = [column.width * room / whole for column in columns]
    smaller = [size]
    while smaller[-1] > SMALLEST_SIZE:
        smaller.append(max(SMALLEST_SIZE, smaller[-1] - _SIZE_STEP))
    for cut_words, sizes in ((False, smaller), (True, smaller[-1:])):
        for tried in sizes:
            least = [need.least(cut_words=cut_words) * tried / 1000 + 2 * PADDING_X for need in needs]
            if sum(least) <= room:
                return Fit(tuple(_spread(asked, least, [need.has_figures for need in needs])), tried)
    raise InputError(
        f"Bảng có {len(columns)} cột, số quá dài nên không xếp vừa bề ngang trang giấy: hãy chọn giấy ngang, "
        "chọn đơn vị tính lớn hơn (nghìn đồng, triệu đồng) hoặc bớt cột."
    )


def _spread(asked: list[float], least: list[float], has_figures: list[bool]) -> list[float]:
    """Raise columns to what they need at least; columns of words pay for it first, each by what it can spare."""
    widths = [max(pair) for pair in zip(asked, least, strict=True)]
    for payers_have_figures in (False, True):
        debt = sum(widths) - sum(asked)
        spare = [
            width - low if figures is payers_have_figures else 0.0
            for width, low, figures in zip(widths, least, has_figures, strict=True)
        ]
        if debt <= 0 or not sum(spare):
            continue
        share = min(1.0, debt / sum(spare))
        widths = [width - extra * share for width, extra in zip(widths, spare, strict=True)]
    return widths
