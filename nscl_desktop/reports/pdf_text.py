"""Paragraphs and lines of text as pieces: one piece for a line, so that a page can end between them."""

from collections.abc import Iterable
from dataclasses import dataclass

from nscl_desktop.domain.appendix import Align, Paragraph
from nscl_desktop.reports.fonts import BASELINE, BOLD, ITALIC, LINE_SPACING, REGULAR, WordWidths
from nscl_desktop.reports.line_breaking import Line, break_evenly, break_lines
from nscl_desktop.reports.paper import MM, Frame
from nscl_desktop.reports.pdf_flow import Bookmark, Break, Run, TextPiece
from nscl_desktop.reports.text_sizes import TEXT_SIZE

PARAGRAPH_GAP = 6.0
_FIRST_LINE_INDENT = 12.7 * MM
DOTTED_LEADING = 1.5
"""Lines of dots are so many times as far apart as printed ones: handwriting wants more room."""
_FEW_LINES = 3
"""So many lines of dots stay on one page."""


@dataclass(frozen=True, slots=True)
class Setter:
    """Sets text between two edges of the page."""

    left: float
    right: float
    widths: tuple[WordWidths, ...]

    @classmethod
    def across(cls, frame: Frame, widths: tuple[WordWidths, ...]) -> "Setter":
        """Between the margins."""
        return cls(frame.left, frame.right, widths)

    @property
    def room(self) -> float:
        """Width in points."""
        return self.right - self.left

    def broken(self, text: str, style: int, size: float, indent: float = 0.0) -> tuple[Line, ...]:
        """The text in lines."""
        return break_lines(text, (self.room - indent) * 1000 / size, self.widths[style])

    def evenly(self, text: str, style: int, size: float) -> tuple[Line, ...]:
        """The text in lines of like width."""
        return break_evenly(text, self.room * 1000 / size, self.widths[style])

    def run(self, line: Line, top: float, style: int, size: float, align: Align = Align.CENTER) -> Run:
        """A line put at its place, `top` points below the top of its piece."""
        width = line.width * size / 1000
        free = self.room - width
        x = self.left + (free / 2 if align is Align.CENTER else free if align is Align.RIGHT else 0.0)
        return Run(x, top + BASELINE * size, line.text, style, size)

    def column(
        self, lines: Iterable[Line], top: float, style: int, size: float, align: Align = Align.CENTER
    ) -> list[Run]:
        """Lines below each other."""
        step = size * LINE_SPACING
        return [self.run(line, top + index * step, style, size, align) for index, line in enumerate(lines)]


def line_pieces(
    setter: Setter, lines: Iterable[Line], style: int, size: float, align: Align, gap: float
) -> list[TextPiece]:
    """Lines that a page may end between only in need."""
    pieces = [TextPiece(size * LINE_SPACING, (setter.run(line, 0.0, style, size, align),)) for line in lines]
    if pieces:
        pieces[0].gap = gap
        pieces[-1].after = Break.FREE
    return pieces


def paragraph_pieces(paragraph: Paragraph, frame: Frame, widths: tuple[WordWidths, ...]) -> list[TextPiece]:
    """A paragraph: a page may end inside it, but not behind its first or before its last line; headings stay whole."""
    style = (BOLD if paragraph.bold else REGULAR) + (ITALIC if paragraph.italic else 0)
    size = paragraph.size or TEXT_SIZE
    setter = Setter.across(frame, widths)
    if paragraph.align is Align.JUSTIFY:
        pieces = _justified(setter, paragraph.text, style, size)
    elif paragraph.align is Align.CENTER:
        pieces = line_pieces(setter, setter.evenly(paragraph.text, style, size), style, size, Align.CENTER, 0.0)
    else:
        pieces = line_pieces(setter, setter.broken(paragraph.text, style, size), style, size, paragraph.align, 0.0)
    if paragraph.dotted:
        pieces = _with_dots(pieces, setter, style, size, paragraph.dotted)
    if not paragraph.heading:
        for piece in pieces[1:-2]:
            piece.after = Break.FREE
    if pieces:
        pieces[0].gap = PARAGRAPH_GAP * (2 if paragraph.heading == 1 else 1)
        if paragraph.heading:
            pieces[0].bookmark = Bookmark(" ".join(paragraph.text.split()), paragraph.heading - 1)
            pieces[-1].after = Break.KEEP
    return pieces


def _with_dots(pieces: list[TextPiece], setter: Setter, style: int, size: float, count: int) -> list[TextPiece]:
    """Dots from the end of the text to the margin, then whole lines of them, further apart than printed lines."""
    dot = setter.widths[style]["."] * size / 1000
    whole = int(setter.room / dot)
    rest = pieces[-1].runs[-1] if pieces else None
    made = list(pieces)
    if rest is not None:
        begin = rest.x + setter.widths[style][rest.text] * size / 1000 + dot
        dots = max(0, int((setter.right - begin) / dot))
        run = Run(setter.right - dots * dot, rest.baseline, "." * dots, style, size)
        made[-1] = TextPiece(pieces[-1].height, (*pieces[-1].runs, run), pieces[-1].gap)
    for _ in range(count - bool(pieces)):
        run = Run(setter.right - whole * dot, DOTTED_LEADING * BASELINE * size, "." * whole, style, size)
        made.append(TextPiece(DOTTED_LEADING * size * LINE_SPACING, (run,), after=Break.FREE))
    _hold_lines(made[len(pieces) :])
    made[-1].after = Break.FREE
    return made


def _justified(setter: Setter, text: str, style: int, size: float) -> list[TextPiece]:
    """Body text: first line indented, all lines but the last as wide as the page."""
    pieces: list[TextPiece] = []
    for part in text.splitlines():
        words = part.split()
        indented = Setter(setter.left + _FIRST_LINE_INDENT, setter.right, setter.widths)
        first = indented.broken(" ".join(words), style, size)[:1]
        used = sum(len(line.text.split()) for line in first)
        others = setter.broken(" ".join(words[used:]), style, size)
        runs = [indented.run(line, 0.0, style, size, Align.LEFT) for line in first]
        runs += [setter.run(line, 0.0, style, size, Align.LEFT) for line in others]
        for run, line in zip(runs[:-1], (*first, *others), strict=False):
            free = setter.right - run.x - line.width * size / 1000
            spread = free / max(1, line.text.count(" "))
            pieces.append(TextPiece(size * LINE_SPACING, (run._replace(spread=spread),)))
        pieces += [TextPiece(size * LINE_SPACING, (run,)) for run in runs[-1:]]
    if pieces:
        pieces[-1].after = Break.FREE
    return pieces


def _hold_lines(lines: list[TextPiece]) -> None:
    """No line to write on stands alone below its heading or above the next one."""
    for piece in lines[:-1] if len(lines) <= _FEW_LINES else (lines[0], lines[-2]):
        piece.after = Break.KEEP
