"""The final pages on screen, always white: pictures of those in sight, a click tells which line was printed there."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea

from nscl_desktop.presenters.printed_paper import PageImage, PlaceOnPaper, PrintedPaper
from nscl_desktop.ui.theme import Theme

_GAP = 16
_POINTS_PER_INCH = 72
_SCREEN_INCH = 96
ZOOMS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
_WHITE = QColor("#FFFFFF")  # paper is white in every theme

Ask = Callable[[PrintedPaper, int, float, Callable[[PageImage], None]], None]
"""Asks for the picture of a page at a scale, aside; the answer comes on the main thread."""


class PagesView(QAbstractScrollArea):
    """Pages under one another. ``zoom`` 0 fits the width."""

    line_clicked = Signal(str)
    """The key of the line printed where was clicked."""
    page_changed = Signal(int)
    """The page in the middle of the view, from 0."""

    def __init__(self, theme: Theme, ask: Ask) -> None:
        super().__init__()
        self._theme, self._ask = theme, ask
        self._paper: PrintedPaper | None = None
        self._pictures: dict[int, tuple[float, QImage]] = {}
        self._asked: set[tuple[int, float]] = set()
        self._marked: Sequence[PlaceOnPaper] = ()
        self.zoom = 0.0
        self.setAccessibleName("Bản in")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.verticalScrollBar().valueChanged.connect(lambda _: self.page_changed.emit(self.page))
        self.verticalScrollBar().setSingleStep(40)

        def let_go() -> None:
            """The widget is gone, while what refers to it may live on: the paper is not kept open with it."""
            self._paper = None
            self._pictures.clear()

        self.destroyed.connect(let_go)

    @property
    def paper(self) -> PrintedPaper | None:
        """What is shown."""
        return self._paper

    @property
    def page_count(self) -> int:
        """Pages of the paper."""
        return len(self._paper.page_sizes) if self._paper else 0

    @property
    def page(self) -> int:
        """The page in the middle of the view."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        return next((number for number in range(self.page_count) if self._area(number).bottom() >= middle), 0)

    def show_paper(self, paper: PrintedPaper) -> None:
        """Show another printing; the place stays, because mostly one figure has changed.

        The one before closes itself once nobody holds it: a printer may still be at work on it.
        """
        self._paper = paper
        self._pictures.clear()
        self._asked.clear()
        self._marked = ()
        self._follow_size()
        self.viewport().update()
        self.page_changed.emit(self.page)

    def mark_line(self, line_id: str) -> bool:
        """Mark where a line is printed and bring the first place into sight; whether it is printed at all."""
        self._marked = self._paper.places_of(line_id) if self._paper else ()
        if self._marked:
            first = self._marked[0]
            top = self._area(first.page).top() + first.top * self._scale
            self.verticalScrollBar().setValue(int(top) - self.viewport().height() // 3)
        self.viewport().update()
        return bool(self._marked)

    def set_zoom(self, zoom: float) -> None:
        """Another zoom, keeping the page in the middle."""
        page = self.page
        self.zoom = zoom
        self._follow_size()
        self.verticalScrollBar().setValue(self._area(page).top() - _GAP if self.page_count else 0)
        self.viewport().update()

    def zoom_by(self, step: int) -> None:
        """One step larger or smaller."""
        now = self._scale * _POINTS_PER_INCH / _SCREEN_INCH
        wider = [zoom for zoom in ZOOMS if zoom > now + 0.01]
        narrower = [zoom for zoom in ZOOMS if zoom < now - 0.01]
        if step > 0 and wider:
            self.set_zoom(wider[0])
        elif step < 0 and narrower:
            self.set_zoom(narrower[-1])

    # -- geometry ---------------------------------------------------------------------------------------------------

    @property
    def _scale(self) -> float:
        """Pixels for a point."""
        if self.zoom or not self._paper:
            return (self.zoom or 1.0) * _SCREEN_INCH / _POINTS_PER_INCH
        widest = max(width for width, _ in self._paper.page_sizes)
        return max(0.2, (self.viewport().width() - 2 * _GAP) / widest)

    def _area(self, number: int) -> QRect:
        """Where a page lies, from the top left corner of all pages."""
        assert self._paper is not None  # noqa: S101 - there are no pages without a paper
        scale, sizes = self._scale, self._paper.page_sizes
        top = _GAP + sum(int(height * scale) + _GAP for _, height in sizes[:number])
        width, height = int(sizes[number][0] * scale), int(sizes[number][1] * scale)
        left = max(_GAP, (self.viewport().width() - width) // 2)
        return QRect(left, top, width, height)

    def _shift(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _follow_size(self) -> None:
        if not self._paper:
            return
        last = self._area(self.page_count - 1)
        widest = max(int(width * self._scale) for width, _ in self._paper.page_sizes) + 2 * _GAP
        room = self.viewport().size()
        self.verticalScrollBar().setRange(0, max(0, last.bottom() + _GAP - room.height()))
        self.verticalScrollBar().setPageStep(room.height())
        self.horizontalScrollBar().setRange(0, max(0, widest - room.width()))
        self.horizontalScrollBar().setPageStep(room.width())

    # -- Qt's own events --------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the width anew."""
        super().resizeEvent(event)
        self._follow_size()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Pages in sight, each white until its picture has come."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.colour("hover"))
        if not self._paper:
            return
        shift = self._shift()
        for number in range(self.page_count):
            area = self._area(number).translated(-shift)
            if not area.intersects(self.viewport().rect()):
                continue
            painter.fillRect(area, _WHITE)
            self._draw_page(painter, number, area)
            painter.setPen(self._theme.colour("edge"))
            painter.drawRect(area)

    def _draw_page(self, painter: QPainter, number: int, area: QRect) -> None:
        scale = self._scale * self.devicePixelRatioF()
        known = self._pictures.get(number)
        if known:
            painter.drawImage(area, known[1])
        if not known or abs(known[0] - scale) > 0.001:
            self._ask_for(number, scale)
        mark = self._theme.colour("accent")
        mark.setAlpha(40)
        for place in self._marked:
            if place.page == number:
                top, height = place.top * self._scale, (place.bottom - place.top) * self._scale
                painter.fillRect(QRectF(area.left(), area.top() + top, area.width(), height), mark)

    def _ask_for(self, number: int, scale: float) -> None:
        paper = self._paper
        if paper is None or (number, scale) in self._asked:
            return
        self._asked.add((number, scale))

        def arrived(picture: PageImage) -> None:
            if paper is self._paper:
                image = QImage(
                    picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32
                ).copy()
                self._pictures[number] = (scale, image)
                self.viewport().update()

        self._ask(paper, number, scale, arrived)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click tells the line printed there."""
        line_id = self._line_at(event.position().toPoint())
        if line_id:
            self.line_clicked.emit(line_id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what can be clicked."""
        found = self._line_at(event.position().toPoint())
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel zooms."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End, page by page; Enter goes to the marked line."""
        bar = self.verticalScrollBar()
        places = {
            Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum(),
            Qt.Key.Key_PageDown: bar.value() + bar.pageStep() - 40,
            Qt.Key.Key_PageUp: bar.value() - bar.pageStep() + 40,
        }  # fmt: skip
        if event.key() in places:
            bar.setValue(places[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    def _line_at(self, point: QPoint) -> str:
        if not self._paper:
            return ""
        place = point + self._shift()
        for number in range(self.page_count):
            area = self._area(number)
            if area.contains(place):
                x, y = (place.x() - area.left()) / self._scale, (place.y() - area.top()) / self._scale
                return self._paper.line_at(number, x, y)
        return ""
