"""Writing text and lines into reportlab's canvas, page by page.

Text operators are written here and not by the canvas: characters are put into the fonts' subsets once, not at every
use. Coordinates are points from the top left corner of the page, as on screens; the canvas counts from the bottom.
"""

from io import BytesIO
from typing import Any

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from nscl_desktop.reports.fonts import Face, FontSet
from nscl_desktop.reports.pdf_fonts import escaped


class _Encoder(dict[int, str]):
    """Code point → its place in the font's subsets, for `str.translate`; one for each face and size.

    A subset holds 255 characters. Vietnamese fits into the first; a character of another subset brings its own
    change of font along.
    """

    def __init__(self, face: Face, size: float, document: Any) -> None:  # noqa: ANN401 - reportlab has no types
        super().__init__(face.font.common_codes)
        self._face, self._size, self._document = face, size, document
        self.missing: set[str] = set()
        face.font.begin(document)
        self.select = self._select(0)

    def _select(self, subset: int) -> str:
        return f"{self._face.font.getSubsetInternalName(subset, self._document)} {self._size:g} Tf"

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if not self._face.has(char):
            self.missing.add(char)
        drawn = ""
        for subset, codes in self._face.font.splitString(self._face.drawn(char), self._document):
            drawn = escaped(codes)
            if subset:
                drawn = f")Tj {self._select(subset)} ({drawn})Tj {self.select} ("
        self[code] = drawn
        return drawn


class Ink:
    """Draws one document. `missing` collects characters that the fonts lack."""

    def __init__(self, canvas: Canvas, fonts: FontSet, page_height: float) -> None:
        self._canvas, self._fonts, self._height = canvas, fonts, page_height
        # reportlab gives its document, which owns the font subsets, by no public name
        self._document = canvas._doc  # noqa: SLF001
        self._encoders: dict[tuple[int, float], _Encoder] = {}
        self._text: list[str] = []
        self._lines: dict[float, list[str]] = {}
        self._now: tuple[int, float] | None = None
        self._spread = 0.0

    @property
    def missing(self) -> frozenset[str]:
        """Characters asked for that no font has; a box stands in their places."""
        return frozenset(char for encoder in self._encoders.values() for char in encoder.missing)

    def text(self, x: float, baseline: float, text: str, style: int, size: float) -> None:
        """A line of text beginning at `x`."""
        now = (style, size)
        encoder = self._encoders.get(now) or self._new_encoder(now)
        if now != self._now:
            self._now = now
            self._text.append(encoder.select)
        self._text.append(f"1 0 0 1 {x:.2f} {self._height - baseline:.2f} Tm({text.translate(encoder)})Tj")

    def spread_text(self, x: float, baseline: float, text: str, style: int, size: float, spread: float) -> None:
        """A line of text, justified: each space is `spread` points wider."""
        self._text.append(f"{spread:.3f} Tw")
        self.text(x, baseline, text, style, size)
        self._text.append("0 Tw")

    def lines(self, segments: list[tuple[float, float, float, float]], thickness: float) -> None:
        """Straight lines (x0, y0, x1, y1)."""
        top = self._height
        path = self._lines.setdefault(thickness, [])
        path += [f"{x0:.2f} {top - y0:.2f} m {x1:.2f} {top - y1:.2f} l" for x0, y0, x1, y1 in segments]

    def picture(self, png: ImageReader, x: float, top: float, width: float, height: float) -> None:
        """A picture with its transparency."""
        self._canvas.drawImage(png, x, self._height - top - height, width, height, mask="auto")

    def watermark(self, text: str, x: float, y: float, slope: tuple[float, float], style: int, size: float) -> None:
        """Large light grey text whose baseline starts at the point and rises by `slope` (cosine, sine)."""
        cos, sin = slope
        encoder = self._encoders.get((style, size)) or self._new_encoder((style, size))
        self._canvas.addLiteral(
            f"q 0.93 g BT {encoder.select} {cos:.4f} {sin:.4f} {-sin:.4f} {cos:.4f} {x:.2f} {self._height - y:.2f} Tm"
            f"({text.translate(encoder)})Tj ET Q"
        )

    def bookmark(self, title: str, level: int, key: str, top: float) -> None:
        """An entry of the outline that leads to this height of the page."""
        self._canvas.bookmarkHorizontalAbsolute(key, self._height - top)
        self._canvas.addOutlineEntry(title, key, level)

    def end_page(self) -> None:
        """Put the page's lines and text on the canvas and turn the page."""
        for thickness, path in self._lines.items():
            self._canvas.addLiteral(f"{thickness:g} w n {' '.join(path)} S")
        self._canvas.addLiteral(f"BT {' '.join(self._text)} ET")
        self._canvas.showPage()
        self._text.clear()
        self._lines.clear()
        self._now = None

    def _new_encoder(self, key: tuple[int, float]) -> _Encoder:
        style, size = key
        encoder = self._encoders[key] = _Encoder(self._fonts.faces[style], size, self._document)
        return encoder


def read_picture(png: bytes) -> ImageReader:
    """Picture bytes for `Ink.picture`; raises OSError if they are no picture."""
    return ImageReader(BytesIO(png))
