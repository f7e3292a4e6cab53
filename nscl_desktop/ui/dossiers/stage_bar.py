"""The bar of stages: a dot for each with its name and day, done ones filled; colours never stand alone."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QHelpEvent, QPainter, QPaintEvent, QPen
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
        self.setMinimumHeight(self.sizeHint().height())
        self.setAccessibleName("Các bước của hồ sơ")
        theme.changed.connect(self.update)

    def show_marks(self, marks: tuple[StageMark, ...]) -> None:
        """These stages."""
        self.marks = marks
        self.setAccessibleDescription("; ".join(mark.spoken for mark in marks))
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the dots, two lines of name and a day."""
        return QSize(600, int(3 * _DOT) + 3 * self.fontMetrics().height() + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line, the dots, the words."""
        if not self.marks:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, middle = self.width() / len(self.marks), 1.5 * _DOT
        painter.setPen(QPen(self._theme.colour("edge"), 2))
        painter.drawLine(QPointF(width / 2, middle), QPointF(self.width() - width / 2, middle))
        for at, mark in enumerate(self.marks):
            self._draw(painter, mark, QRectF(at * width, 0, width, self.height()), middle)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """The tool tip of the stage under the pointer."""
        if isinstance(event, QHelpEvent) and self.marks:
            at = min(int(event.x() * len(self.marks) / max(self.width(), 1)), len(self.marks) - 1)
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
        top = 3 * _DOT + 2
        names = QRectF(area.left() + 2, top, area.width() - 4, 2 * line)
        painter.drawText(names, _CENTRE, mark.name)
        used = painter.boundingRect(names, _CENTRE, mark.name).height()
        painter.setFont(self.font())
        painter.setPen(ink if mark.look == "late" else self._theme.colour("muted"))
        painter.drawText(QRectF(area.left(), top + used, area.width(), line), _CENTRE, mark.day)

    @staticmethod
    def _sign(painter: QPainter, look: str, centre: QPointF) -> None:
        """A tick in what is done, a stroke and a point in what is late."""
        x, y = centre.x(), centre.y()
        if look == "done":
            painter.drawPolyline([QPointF(x - 3.5, y), QPointF(x - 1, y + 2.5), QPointF(x + 3.5, y - 2.5)])
        else:
            painter.drawLine(QPointF(x, y - 3.5), QPointF(x, y + 0.5))
            painter.drawPoint(QPointF(x, y + 3.5))
