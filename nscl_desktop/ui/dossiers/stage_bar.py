"""The bar of stages: a dot for each with its name and day, done ones filled; colours never stand alone."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QHelpEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from nscl_desktop.presenters.dossier_summary import StageMark
from nscl_desktop.ui.theme import Theme

_DOT = 7.0
_INK = {"done": "success", "late": "error", "next": "accent", "skipped": "muted", "waiting": "muted"}
_CENTRE = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


class StageBar(QWidget):
    """``show_marks`` draws other stages; the tool tip tells the one under the pointer."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.marks: tuple[StageMark, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Các bước của hồ sơ")
        theme.changed.connect(self.update)

    def show_marks(self, marks: tuple[StageMark, ...]) -> None:
        """These stages."""
        self.marks = marks
        self.setAccessibleDescription("; ".join(mark.spoken for mark in marks))
        self._fit()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the rows."""
        return QSize(600, self._rows * self._row_height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the words of all stages do not fit side by side, they stand in two rows."""
        super().resizeEvent(event)
        self._fit()

    @property
    def _row_height(self) -> int:
        """The dots, two lines of name, two of the day."""
        return int(3 * _DOT) + 4 * self.fontMetrics().height() + 8

    @property
    def _rows(self) -> int:
        needed = self.fontMetrics().horizontalAdvance("00/00/0000") + 6
        return 1 if not self.marks or self.width() >= needed * len(self.marks) else 2

    def _fit(self) -> None:
        self.setFixedHeight(self._rows * self._row_height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line, the dots, the words."""
        if not self.marks:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        count = self._in_row
        width = self.width() / count
        for row in range(self._rows):
            marks, top = self.marks[row * count : (row + 1) * count], row * self._row_height
            middle = top + 1.5 * _DOT
            painter.setPen(QPen(self._theme.colour("edge"), 2))
            painter.drawLine(QPointF(width / 2, middle), QPointF(len(marks) * width - width / 2, middle))
            for at, mark in enumerate(marks):
                self._draw(painter, mark, QRectF(at * width, top, width, self._row_height), middle)
        painter.end()

    @property
    def _in_row(self) -> int:
        return -(-len(self.marks) // self._rows)

    def event(self, event: QEvent) -> bool:
        """The tool tip of the stage under the pointer."""
        if isinstance(event, QHelpEvent) and self.marks:
            row = min(event.y() // self._row_height, self._rows - 1)
            at = row * self._in_row + int(event.x() * self._in_row / max(self.width(), 1))
            if at < len(self.marks):
                QToolTip.showText(event.globalPos(), self.marks[at].spoken, self)
            return True
        return super().event(event)

    def _draw(self, painter: QPainter, mark: StageMark, area: QRectF, middle: float) -> None:
        ink, centre = self._theme.colour(_INK[mark.look]), QPointF(area.center().x(), middle)
        is_filled = mark.look in ("done", "late")
        painter.setPen(QPen(ink, 2))
        painter.setBrush(ink if is_filled else self._theme.colour("base"))
        painter.drawEllipse(centre, _DOT, _DOT)
        if is_filled:
            painter.setPen(QPen(self._theme.colour("base"), 2))
            self._sign(painter, mark.look, centre)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if mark.look in ("next", "late") else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(self._theme.colour("text" if mark.look in ("done", "next", "late") else "muted"))
        line = painter.fontMetrics().height()
        top = area.top() + 3 * _DOT + 2
        names = QRectF(area.left() + 2, top, area.width() - 4, 2 * line)
        painter.drawText(names, _CENTRE, mark.name)
        used = painter.boundingRect(names, _CENTRE, mark.name).height()
        painter.setFont(self.font())
        painter.setPen(ink if mark.look == "late" else self._theme.colour("muted"))
        painter.drawText(QRectF(area.left(), top + used, area.width(), 2 * line), _CENTRE, mark.day)

    @staticmethod
    def _sign(painter: QPainter, look: str, centre: QPointF) -> None:
        """A tick in what is done, a stroke and a point in what is late."""
        x, y = centre.x(), centre.y()
        if look == "done":
            painter.drawPolyline([QPointF(x - 3.5, y), QPointF(x - 1, y + 2.5), QPointF(x + 3.5, y - 2.5)])
        else:
            painter.drawLine(QPointF(x, y - 3.5), QPointF(x, y + 0.5))
            painter.drawPoint(QPointF(x, y + 3.5))
