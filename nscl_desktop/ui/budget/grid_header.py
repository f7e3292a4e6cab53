"""Headings of one or two levels: years above, sources below, as on the paper."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from nscl_desktop.ui.budget.grid_model import GridModel
from nscl_desktop.ui.theme import Theme

_PAD = 8


class GroupedHeader(QHeaderView):
    """A horizontal header that joins neighbours of the same group under one heading."""

    def __init__(self, model: GridModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._grid_model, self._theme = model, theme
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(40)

    def sizeHint(self) -> QSize:
        """Twice as high where any column has a group; a view without groups needs one level, in both panes alike."""
        levels = 2 if any(column.group for column in self._grid_model.grid.columns) else 1
        return QSize(super().sizeHint().width(), levels * (self.fontMetrics().height() + _PAD + 2))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt may name it
        """Draw one heading, and of its group's heading the part above it."""
        columns = self._grid_model.grid.columns
        if not rect.isValid() or logicalIndex >= len(columns):
            return
        column = columns[logicalIndex]
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, self._theme.colour("window"))
        if column.group:
            half = rect.height() // 2
            upper = self._group_area(logicalIndex, QRect(rect.x(), rect.y(), rect.width(), half))
            self._draw(painter, upper, column.group, Qt.AlignmentFlag.AlignCenter, "text")
            self._draw(painter, rect.adjusted(0, half, 0, 0), column.title, self._side(column.is_figure), "muted")
        else:
            self._draw(painter, rect, column.title, self._side(column.is_figure), "muted")
        painter.setPen(QPen(self._theme.colour("edge"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def _draw(self, painter: QPainter, area: QRect, text: str, side: Qt.AlignmentFlag, ink: str) -> None:
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.drawLine(area.topRight(), area.bottomRight())
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        inner = area.adjusted(_PAD, 0, -_PAD, 0)
        shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        painter.setPen(self._theme.colour(ink))
        painter.drawText(inner, side | Qt.AlignmentFlag.AlignVCenter, shown)

    @staticmethod
    def _side(is_figure: bool) -> Qt.AlignmentFlag:
        return Qt.AlignmentFlag.AlignRight if is_figure else Qt.AlignmentFlag.AlignLeft

    def _group_area(self, section: int, area: QRect) -> QRect:
        """The area above all neighbours of the same group that this pane shows."""
        columns = self._grid_model.grid.columns
        first = last = section
        while first > 0 and columns[first - 1].group == columns[section].group and not self.isSectionHidden(first - 1):
            first -= 1
        while last + 1 < len(columns) and columns[last + 1].group == columns[section].group:
            last += 1
        left = self.sectionViewportPosition(first)
        right = self.sectionViewportPosition(last) + self.sectionSize(last)
        return QRect(left, area.y(), right - left, area.height())
