"""Areas and points of charts: patterns that differ in black and white as well as in colour.

Areas lie below text and lines, which the page's ink puts on top when the page ends.
"""

from itertools import pairwise
from typing import NamedTuple

from reportlab.pdfgen.canvas import Canvas

_INK = (0.09, 0.30, 0.53)
_SOFT = (0.78, 0.85, 0.92)
_EDGE = 0.6
_PITCH = 4.0
_DASHES: tuple[tuple[float, ...], ...] = ((), (4, 2), (1, 2), (6, 2, 1, 2), (8, 3))


class Box(NamedTuple):
    """A rectangle in points from the top left corner of the page."""

    left: float
    top: float
    width: float
    height: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.left <= x <= self.left + self.width and self.top <= y <= self.top + self.height


class ChartInk:
    """Draws on one page's canvas. A pattern is a number: 0 is full, 1 empty, then lines and grey in turn."""

    def __init__(self, canvas: Canvas, page_height: float) -> None:
        self._canvas, self._height = canvas, page_height

    def area(self, box: Box, pattern: int) -> None:
        """A filled rectangle with an edge."""
        canvas, kind = self._canvas, pattern % 7
        bottom = self._height - box.top - box.height
        canvas.saveState()
        canvas.setStrokeColorRGB(*_INK)
        canvas.setLineWidth(_EDGE)
        canvas.setFillColorRGB(*(_INK if kind == 0 else _SOFT if kind == 3 else (1, 1, 1)))
        canvas.rect(box.left, bottom, box.width, box.height, stroke=1, fill=1)
        for rises in {2: (1,), 4: (-1,), 5: (1, -1), 6: (0,)}.get(kind, ()):
            self._hatch(box, bottom, rises)
        canvas.restoreState()

    def line(self, points: list[tuple[float, float]], series: int) -> None:
        """A broken line through points, dashed in another way for each series."""
        canvas = self._canvas
        canvas.saveState()
        canvas.setStrokeColorRGB(*_INK)
        canvas.setLineWidth(1.2)
        canvas.setDash(list(_DASHES[series % len(_DASHES)]))
        for (x0, y0), (x1, y1) in pairwise(points):
            canvas.line(x0, self._height - y0, x1, self._height - y1)
        canvas.restoreState()

    def point(self, x: float, y: float, series: int) -> None:
        """A mark of another shape for each series: disc, empty square, diamond, empty disc, triangle."""
        canvas, size, kind = self._canvas, 3.0, series % 5
        canvas.saveState()
        canvas.setStrokeColorRGB(*_INK)
        is_full = kind in {0, 2, 4}
        canvas.setFillColorRGB(*(_INK if is_full else (1, 1, 1)))
        bottom = self._height - y
        if kind in {0, 3}:
            canvas.circle(x, bottom, size, stroke=1, fill=1)
        elif kind == 1:
            canvas.rect(x - size, bottom - size, 2 * size, 2 * size, stroke=1, fill=1)
        else:
            path = canvas.beginPath()
            corners = [(0, 1.4), (1.4, 0), (0, -1.4), (-1.4, 0)] if kind == 2 else [(0, 1.4), (1.3, -1), (-1.3, -1)]
            path.moveTo(x + corners[0][0] * size, bottom + corners[0][1] * size)
            for across, up in corners[1:]:
                path.lineTo(x + across * size, bottom + up * size)
            path.close()
            canvas.drawPath(path, stroke=1, fill=1)
        canvas.restoreState()

    def _hatch(self, box: Box, bottom: float, rises: int) -> None:
        """Lines that rise, fall or run level, cut off at the rectangle's edges."""
        canvas = self._canvas
        canvas.saveState()
        path = canvas.beginPath()
        path.rect(box.left, bottom, box.width, box.height)
        canvas.clipPath(path, stroke=0, fill=0)
        canvas.setLineWidth(0.7)
        if rises == 0:
            for step in range(1, int(box.height / _PITCH * 1.6) + 1):
                y = bottom + step * _PITCH / 1.6
                canvas.line(box.left, y, box.left + box.width, y)
        else:
            for step in range(int((box.width + box.height) / _PITCH) + 1):
                x = box.left - box.height + step * _PITCH
                low, high = (bottom, bottom + box.height) if rises > 0 else (bottom + box.height, bottom)
                canvas.line(x, low, x + box.height, high)
        canvas.restoreState()
