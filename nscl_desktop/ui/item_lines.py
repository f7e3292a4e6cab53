"""Items of a list in lines: a text shortened to the room there is, a word at the right that is always whole."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from nscl_desktop.ui.style_options import area_of, state_of
from nscl_desktop.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_PAD, _AIR = 12, 8


class ItemLine(NamedTuple):
    """One line of an item with the colours of its texts, by their names in the theme."""

    text: str
    ink: str = "muted"
    right: str = ""
    right_ink: str = "muted"


class ItemLines(QStyledItemDelegate):
    """Draws each item in the lines that ``lines`` makes of it, the first one bold; ``gap`` pixels lie between them."""

    def __init__(
        self, theme: Theme, parent: QListWidget, lines: Callable[[Index], Sequence[ItemLine]], gap: int = 3
    ) -> None:
        super().__init__(parent)
        self._theme, self._lines, self._gap = theme, lines, gap
        self._bold = QFont(parent.font())
        self._bold.setWeight(QFont.Weight.DemiBold)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As many lines as there are, with air around."""
        count = len(self._lines(index))
        return QSize(0, count * QFontMetrics(self._bold).height() + (count - 1) * self._gap + 2 * _AIR)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One item."""
        area, colour = area_of(option), self._theme.colour
        is_chosen = bool(state_of(option) & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(area, colour("accent_soft" if is_chosen else "window"))
        if is_chosen:
            painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), colour("accent"))
        height, plain = QFontMetrics(self._bold).height(), QFont(painter.font())
        place = QRect(area.left() + _PAD, area.top() + _AIR, area.width() - 2 * _PAD, height)
        for at, line in enumerate(self._lines(index)):
            painter.setFont(plain)
            self._draw(painter, place.translated(0, at * (height + self._gap)), line, plain if at else self._bold)
        painter.restore()

    def _draw(self, painter: QPainter, place: QRect, line: ItemLine, font: QFont) -> None:
        room, middle = place.width(), Qt.AlignmentFlag.AlignVCenter
        if line.right:
            room -= painter.fontMetrics().horizontalAdvance(line.right) + _PAD
            painter.setPen(self._theme.colour(line.right_ink))
            painter.drawText(place, middle | Qt.AlignmentFlag.AlignRight, line.right)
        painter.setFont(font)
        painter.setPen(self._theme.colour(line.ink))
        shown = painter.fontMetrics().elidedText(line.text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(place, middle | Qt.AlignmentFlag.AlignLeft, shown)
