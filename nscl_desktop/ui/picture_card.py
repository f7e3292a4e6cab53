"""A file in a list of pictures: its thumbnail on a card, its name and day below."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from nscl_desktop.ui.style_options import area_of, state_of
from nscl_desktop.ui.theme import Theme

NAME, ABOUT, PICTURE, ICON, WARNS = (Qt.ItemDataRole.UserRole + step for step in range(1, 6))
"""What a card shows: two texts, a QPixmap or None, an icon's name where there is no picture, whether ABOUT warns."""
_PAD, _ICON, _RADIUS = 6, 40, 6


class PictureCards(QStyledItemDelegate):
    """Draws the cards; ``edge`` is the width of a picture, three quarters of it its height."""

    def __init__(self, theme: Theme, host: QListWidget, edge: int) -> None:
        super().__init__(host)
        self._theme, self._host, self.edge = theme, host, edge

    @property
    def card(self) -> QSize:
        """Room of one card."""
        line = QFontMetrics(self._host.font()).height()
        return QSize(self.edge + 2 * _PAD, self.edge * 3 // 4 + 2 * line + 3 * _PAD)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """All cards are of one size."""
        return self.card

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One card."""
        area = area_of(option)
        state = state_of(option)
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter, area, is_chosen=is_chosen, has_focus=bool(state & QStyle.StateFlag.State_HasFocus))
        place = QRect(area.left() + _PAD, area.top() + _PAD, self.edge, self.edge * 3 // 4)
        self._draw_picture(painter, place, index)
        line = QFontMetrics(self._host.font()).height()
        words = QRect(place.left(), place.bottom() + 1 + _PAD, place.width(), line)
        self._draw_line(painter, words, str(index.data(NAME) or ""), "text")
        self._draw_line(
            painter, words.translated(0, line), str(index.data(ABOUT) or ""), "error" if index.data(WARNS) else "muted"
        )
        painter.restore()

    def _draw_ground(self, painter: QPainter, area: QRect, *, is_chosen: bool, has_focus: bool) -> None:
        width = 2 if is_chosen else 1
        painter.setPen(QPen(self._theme.colour("accent" if is_chosen or has_focus else "line"), width))
        painter.setBrush(self._theme.colour("accent_soft" if is_chosen else "base"))
        painter.drawRoundedRect(QRectF(area).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)

    def _draw_picture(self, painter: QPainter, place: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        picture = index.data(PICTURE)
        painter.fillRect(place, self._theme.colour("section"))
        if isinstance(picture, QPixmap) and not picture.isNull():
            size = picture.deviceIndependentSize().toSize()
            size.scale(place.size(), Qt.AspectRatioMode.KeepAspectRatio)
            shown = QRect(place.topLeft(), size)
            shown.moveCenter(place.center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(shown, picture)
        elif name := str(index.data(ICON) or ""):
            shown = QRect(0, 0, _ICON, _ICON)
            shown.moveCenter(place.center())
            self._theme.icon(name, "muted").paint(painter, shown)

    def _draw_line(self, painter: QPainter, place: QRect, words: str, role: str) -> None:
        painter.setPen(self._theme.colour(role))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
