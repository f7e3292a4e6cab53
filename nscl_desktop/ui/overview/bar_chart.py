"""Bars of one chart on screen: the same data, patterns and words as on paper (ADR 28), each bar a place to go to.

Series are told apart by full, empty and hatched bars, not by colour alone; the value is written at every bar.
"""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from nscl_desktop.domain.charts import Chart, Mark, scale_end
from nscl_desktop.ui.theme import Theme

_BAR, _GAP, _APART, _MARGIN = 14, 2, 10, 12
_NAMES, _WORDS = 0.3, 96
_PATTERNS = (Qt.BrushStyle.SolidPattern, Qt.BrushStyle.NoBrush, Qt.BrushStyle.BDiagPattern, Qt.BrushStyle.Dense6Pattern)
"""As on paper (reports/chart_ink.py): full, empty, hatched, soft."""
_ROLE = "accent"


class BarChart(QWidget):
    """``chosen`` tells the ref of the bar that Enter or a click picks."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._chart = Chart("")
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        theme.changed.connect(self.update)

    def show_chart(self, chart: Chart) -> None:
        """Other bars."""
        self._chart, self._at = chart, 0
        told = [
            f"{category}: " + ", ".join(f"{each.name} {each.marks[at].words}" for each in chart.series)
            for at, category in enumerate(chart.categories)
        ]
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription("\n".join(told))
        self.setMinimumHeight(self.sizeHint().height())
        self.updateGeometry()
        self.update()

    @property
    def ref(self) -> str:
        """The bar that the keyboard stands at; empty where there are none."""
        marks = self._marks()
        return marks[self._at].ref if marks else ""

    def sizeHint(self) -> QSize:
        """As high as its bars and the legend."""
        group = len(self._chart.series) * (_BAR + _GAP) + _APART
        return QSize(420, self._legend_height() + len(self._chart.categories) * group + _MARGIN)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Legend, names, bars, values."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self._paint_legend(painter)
        names = self._names_width()
        end = scale_end(self._chart)
        for number, (area, mark) in enumerate(zip(self._areas(), self._marks(), strict=True)):
            series = number % len(self._chart.series)
            length = int(area.width() * float(max(mark.value or 0, 0) / end))
            self._paint_bar(painter, QRect(area.topLeft(), QSize(max(length, 1), _BAR)), series)
            painter.setPen(self._theme.colour("text"))
            words = QRect(area.left() + length + 6, area.top() - 2, area.width() + _WORDS - length, _BAR + 4)
            painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), mark.words)
            if number == self._at and self.hasFocus():
                painter.setPen(QPen(self._theme.colour("accent"), 2))
                painter.drawRect(QRect(area.left() - 4, area.top() - 2, self.width() - area.left() - 4, _BAR + 3))
        for at, category in enumerate(self._chart.categories):
            area = self._areas()[at * len(self._chart.series)]
            painter.setPen(self._theme.colour("text"))
            height = len(self._chart.series) * (_BAR + _GAP)
            place = QRect(_MARGIN, area.top(), names - _MARGIN - 8, height)
            shown = painter.fontMetrics().elidedText(category, Qt.TextElideMode.ElideRight, place.width() * 2)
            painter.drawText(place, int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignRight), shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """↑ and ↓ go from bar to bar, Enter picks one."""
        marks = self._marks()
        moves = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        key = Qt.Key(event.key())
        if key in moves and 0 <= self._at + moves[key] < len(marks):
            self._at += moves[key]
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and marks:
            self.chosen.emit(self.ref)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick the bar that is pressed."""
        found = self._index_at(event.position().toPoint())
        if found >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self._at = found
            self.update()
            self.chosen.emit(self.ref)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say in full what the bar under the pointer is."""
        found = self._index_at(event.position().toPoint())
        if found < 0:
            self.setToolTip("")
            return
        count = len(self._chart.series)
        series, category = self._chart.series[found % count], self._chart.categories[found // count]
        self.setToolTip(f"{category}\n{series.name}: {self._marks()[found].words}")

    def _marks(self) -> list[Mark]:
        """Bar by bar as they stand below each other."""
        return [
            series.marks[at] for at in range(len(self._chart.categories)) for series in self._chart.series
        ]  # fmt: skip

    def _areas(self) -> list[QRect]:
        """Where each bar may reach, in the order of `_marks`."""
        left = self._names_width()
        width = max(self.width() - left - _WORDS - _MARGIN, 24)
        top, found = self._legend_height(), []
        for _ in self._chart.categories:
            for _ in self._chart.series:
                found.append(QRect(left, top, width, _BAR))
                top += _BAR + _GAP
            top += _APART
        return found

    def _index_at(self, place: QPoint) -> int:
        return next((at for at, area in enumerate(self._areas()) if area.top() <= place.y() <= area.bottom() + 1), -1)

    def _paint_bar(self, painter: QPainter, place: QRect, series: int) -> None:
        colour = self._theme.colour(_ROLE)
        painter.setPen(QPen(colour, 1))
        painter.setBrush(QBrush(colour, _PATTERNS[series % len(_PATTERNS)]))
        painter.drawRect(place.adjusted(0, 0, -1, -1))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_legend(self, painter: QPainter) -> None:
        left = self._names_width()
        for number, series in enumerate(self._chart.series):
            self._paint_bar(painter, QRect(left, 6, 20, _BAR), number)
            painter.setPen(self._theme.colour("text"))
            width = painter.fontMetrics().horizontalAdvance(series.name)
            painter.drawText(QRect(left + 26, 2, width + 8, _BAR + 8), int(Qt.AlignmentFlag.AlignVCenter), series.name)
            left += width + 50

    def _legend_height(self) -> int:
        return _BAR + 18

    def _names_width(self) -> int:
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(each) for each in self._chart.categories), default=0)
        return min(widest + _MARGIN + 12, int(self.width() * _NAMES))
