"""How a visit stands in the list: unit and day above, what it was about and its state below, then what is open."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from nscl_desktop.domain.inspections import DRAFT, FINISHED, SIGNED
from nscl_desktop.presenters.visit_list import VisitEntryRow
from nscl_desktop.ui.style_options import area_of, state_of
from nscl_desktop.ui.theme import Theme

ENTRY = Qt.ItemDataRole.UserRole
INKS = {DRAFT: "note", FINISHED: "warning", SIGNED: "success"}
"""Colours of the states; the words always stand beside them."""
_PAD, _GAP, _AIR = 12, 3, 8


class VisitItems(QStyledItemDelegate):
    """Draws a VisitEntryRow in two lines, in three where something is to be mended."""

    def __init__(self, theme: Theme, parent: QListWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bold = QFont(parent.font())
        self._bold.setWeight(QFont.Weight.DemiBold)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As many lines as there is to say, with air around."""
        entry: VisitEntryRow = index.data(ENTRY)
        lines = 3 if entry.advice else 2
        return QSize(0, lines * QFontMetrics(self._bold).height() + (lines - 1) * _GAP + 2 * _AIR)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One visit."""
        entry: VisitEntryRow = index.data(ENTRY)
        area, colour = area_of(option), self._theme.colour
        is_chosen = bool(state_of(option) & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(area, colour("accent_soft" if is_chosen else "window"))
        if is_chosen:
            painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), colour("accent"))
        height = QFontMetrics(self._bold).height()
        line = QRect(area.left() + _PAD, area.top() + _AIR, area.width() - 2 * _PAD, height)
        step = height + _GAP
        self._pair(painter, line, entry.unit, entry.date, self._bold, colour("text"), colour("muted"))
        plain, state = QFont(painter.font()), entry.state
        below = line.translated(0, step)
        self._pair(painter, below, entry.what, state, plain, colour("muted"), colour(INKS[entry.stored_state]))
        if entry.advice:
            painter.setPen(colour("error" if entry.is_late else "muted"))
            words = f"! {entry.advice}" if entry.is_late else entry.advice
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line.translated(0, 2 * step), Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()

    def _pair(
        self, painter: QPainter, area: QRect, left: str, right: str, font: QFont, left_ink: QColor, right_ink: QColor
    ) -> None:
        """A text at the left, shortened where needed, and a word at the right that is always whole."""
        plain, side = QFont(painter.font()), Qt.AlignmentFlag.AlignVCenter
        width = painter.fontMetrics().horizontalAdvance(right)
        painter.setPen(right_ink)
        painter.drawText(area, side | Qt.AlignmentFlag.AlignRight, right)
        painter.setFont(font)
        painter.setPen(left_ink)
        room = area.width() - width - _PAD
        shown = painter.fontMetrics().elidedText(left, Qt.TextElideMode.ElideRight, room)
        painter.drawText(area, side | Qt.AlignmentFlag.AlignLeft, shown)
        painter.setFont(plain)
