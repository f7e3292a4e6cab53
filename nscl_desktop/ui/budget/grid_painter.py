"""How a cell of the budget grid looks: entered, computed, inherited, chosen, refused; weight by its level."""

from typing import Final

from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygon

from nscl_desktop.domain.findings import Severity
from nscl_desktop.presenters.grid_cells import CellView
from nscl_desktop.presenters.grid_columns import Column, Part
from nscl_desktop.presenters.grid_rows import Row
from nscl_desktop.ui.budget.wrapped_text import WrappedText
from nscl_desktop.ui.colours import role_values
from nscl_desktop.ui.theme import Theme

PAD: Final = 8
STEP: Final = 16
"""Indentation of one level of the tree."""
_ARROW: Final = 4
_SIGN: Final = 14
_SIGNS = {Severity.ERROR: ("error", "error"), Severity.WARNING: ("warning", "warning"), Severity.NOTE: ("info", "note")}
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class GridPainter(QObject):
    """Paints cells with colours fetched once for a theme."""

    def __init__(self, theme: Theme, font: QFont, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self.wrapped = WrappedText()
        self.font = QFont(font)
        self.heavy = QFont(font)
        self.heavy.setWeight(QFont.Weight.DemiBold)
        self.most_lines = 3
        metrics = QFontMetrics(self.heavy)
        self._height, self._spacing = metrics.height(), metrics.lineSpacing()
        self.first_line_middle = self.row_height(1) // 2
        """Where labels, figures and the first line of a text stand, from the row's top."""
        self._fetch_colours()
        theme.changed.connect(self._fetch_colours)

    def row_height(self, lines: int) -> int:
        """The height of a row with so many lines of text: 28 pixels for one at 100 %."""
        return self._height + (lines - 1) * self._spacing + 10

    def _fetch_colours(self) -> None:
        self._ink = {role: QColor(value) for role, value in role_values(self._theme.colours).items()}

    def paint(
        self,
        painter: QPainter,
        area: QRect,
        row: Row,
        column: Column,
        view: CellView,
        *,
        chosen: bool,
        rejected: str,
        is_section: bool,
    ) -> None:
        """Ground and text of one cell."""
        ground = _ground(view, column, chosen=chosen, rejected=rejected, is_section=is_section)
        painter.fillRect(area, self._ink[ground])
        text = rejected or view.text
        inner = area.adjusted(PAD, 0, -PAD, 0)
        if column.part is Part.TEXT:
            inner.setLeft(inner.left() + row.depth * STEP + 12)
            if row.has_children:
                self._arrow(painter, QPoint(inner.left() - 10, area.top() + self.first_line_middle), row)
        if not text:
            return
        painter.setFont(self.heavy if is_section else self.font)
        painter.setPen(self._ink["error" if rejected else "muted" if view.inherited else "text"])
        if column.is_figure:
            painter.drawText(self._on_first_line(inner), _RIGHT, text)
        else:
            self._lines(painter, inner, text)

    def paint_sign(self, painter: QPainter, area: QRect, severity: Severity) -> None:
        """The sign of a finding at the right of the label."""
        icon, ink = _SIGNS[severity]
        middle = area.top() + self.first_line_middle
        place = QRect(area.right() - _SIGN - 3, middle - _SIGN // 2, _SIGN, _SIGN)
        self._theme.icon(icon, ink).paint(painter, place)

    def paint_current(self, painter: QPainter, area: QRect) -> None:
        """The frame of the cell that the keyboard acts on."""
        painter.setPen(QPen(self._ink["accent"], 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area.adjusted(1, 1, -1, -1))

    def paint_foot(self, painter: QPainter, area: QRect, column: Column, text: str, *, chosen: bool) -> None:
        """A cell of the total row."""
        painter.fillRect(area, self._ink["accent_soft" if chosen else "section"])
        painter.setFont(self.heavy)
        painter.setPen(self._ink["text"])
        painter.drawText(area.adjusted(PAD, 0, -PAD, 0), _RIGHT if column.is_figure else _LEFT, text)

    def width_of(self, text: str) -> int:
        """How wide a column must be to show a text on one line."""
        return QFontMetrics(self.heavy).horizontalAdvance(text) + 2 * PAD + 4

    def text_width(self, column_width: int, depth: int) -> int:
        """How wide a line of text may be in the column of texts."""
        return column_width - 2 * PAD - depth * STEP - 12

    def _on_first_line(self, inner: QRect) -> QRect:
        return QRect(inner.x(), inner.y(), inner.width(), 2 * self.first_line_middle)

    def _lines(self, painter: QPainter, inner: QRect, text: str) -> None:
        metrics = painter.fontMetrics()
        room = max(1, (inner.height() - 6) // metrics.lineSpacing())
        lines = self.wrapped.lines(text, inner.width(), min(room, 12), painter.font())
        top = inner.top() + self.first_line_middle - metrics.height() // 2 + metrics.ascent()
        for number, line in enumerate(lines):
            painter.drawText(inner.left(), top + number * metrics.lineSpacing(), line)

    def _arrow(self, painter: QPainter, middle: QPoint, row: Row) -> None:
        """Points down where the line is unfolded, right where it is folded."""
        x, y, size = middle.x(), middle.y(), _ARROW
        if row.is_open:
            points = [QPoint(x - size, y - 2), QPoint(x + size, y - 2), QPoint(x, y + 3)]
        else:
            points = [QPoint(x - 2, y - size), QPoint(x - 2, y + size), QPoint(x + 3, y)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ink["muted"])
        painter.drawPolygon(QPolygon(points))


def _ground(view: CellView, column: Column, *, chosen: bool, rejected: str, is_section: bool) -> str:
    if rejected:
        return "error_soft"
    if chosen:
        return "accent_soft"
    if is_section:
        return "section"
    return "computed" if view.computed and column.is_figure else "base"
