"""Pages under a bar of titles that goes on in a second line where one is too narrow, so that no title is hidden."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionTab, QStylePainter, QTabBar, QTabWidget

from nscl_desktop.ui.style_options import put_tab, state_of
from nscl_desktop.ui.theme import Theme

_LINE = 2
"""Height of the line under the title in front; the words stand above it."""
_CLOSER = 6
"""Lines of titles are so much less high than a single one: where the window is narrow it is low too."""
_WORDS = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextShowMnemonic)
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


def wrapped_tabs(name: str, theme: Theme) -> QTabWidget:
    """Pages to be filled with ``addTab``; ``name`` is what screen readers call them."""
    pages = QTabWidget()
    pages.setTabBar(WrappedTabBar(theme))
    pages.setDocumentMode(True)
    pages.setAccessibleName(name)
    return pages


class WrappedTabBar(QTabBar):
    """Keys and looks are those of every bar of tabs; ↑ and ↓ go from line to line."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setUsesScrollButtons(False)
        self.setMouseTracking(True)
        self._under = -1
        """The title under the pointer; -1 for none."""

    def areas(self) -> list[QRect]:
        """Where each title stands, in as many lines as the width asks for."""
        holder = self.parentWidget()
        width, at, found = holder.width() if holder else self.width(), QPoint(0, 0), []
        sizes = [self.tabSizeHint(index) for index in range(self.count())]
        closer = _CLOSER if sum(size.width() for size in sizes) > width else 0
        for size in sizes:
            if at.x() and at.x() + size.width() > width:
                at = QPoint(0, at.y() + size.height() - closer)
            found.append(QRect(at, QSize(size.width(), size.height() - closer)))
            at = QPoint(at.x() + size.width(), at.y())
        return found

    def sizeHint(self) -> QSize:
        """As wide as the pages, as high as the lines."""
        areas = self.areas()
        return QSize(
            max((area.right() + 1 for area in areas), default=0), max((area.bottom() + 1 for area in areas), default=0)
        )

    def minimumSizeHint(self) -> QSize:
        """As narrow as the longest title."""
        areas = self.areas()
        return QSize(max((area.width() for area in areas), default=0), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw each title where it stands."""
        painter = QStylePainter(self)
        for index, area in enumerate(self.areas()):
            option = QStyleOptionTab()
            self.initStyleOption(option, index)
            state = state_of(option) & ~QStyle.StateFlag.State_MouseOver
            is_under = index == self._under and self.isEnabled()
            put_tab(option, area, state | QStyle.StateFlag.State_MouseOver if is_under else state)
            painter.drawControl(QStyle.ControlElement.CE_TabBarTab, option)
            role = "accent" if index == self.currentIndex() else "text" if is_under else "muted"
            painter.setPen(self._theme.colour(role))
            painter.drawText(area.adjusted(0, 0, 0, -_LINE), _WORDS, self.tabText(index))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Bring the page in front whose title is pressed."""
        index = self._index_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index >= 0:
            self.setCurrentIndex(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the title under the pointer."""
        self._light(self._index_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """No title is under the pointer."""
        self._light(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From line to line; all other keys do as ever."""
        areas, move = self.areas(), _MOVES.get(Qt.Key(event.key()), 0)
        here = areas[self.currentIndex()] if areas else QRect()
        line = here.top() + move * here.height()
        there = [index for index, area in enumerate(areas) if move and area.top() == line]
        if there:
            middle = here.center().x()
            self.setCurrentIndex(min(there, key=lambda index: abs(areas[index].center().x() - middle)))
        else:
            super().keyPressEvent(event)

    def _index_at(self, place: QPoint) -> int:
        return next((index for index, area in enumerate(self.areas()) if area.contains(place)), -1)

    def _light(self, index: int) -> None:
        if index != self._under:
            self._under = index
            self.update()
