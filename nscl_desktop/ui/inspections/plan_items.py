"""How a plan of inspections stands in the list: its name over two lines, kind and days, how far its visits are."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from nscl_desktop.presenters.inspection_plan_record import PlanEntry
from nscl_desktop.ui.inspections.visit_items import ENTRY
from nscl_desktop.ui.style_options import area_of, state_of
from nscl_desktop.ui.theme import Theme

_PAD, _GAP, _AIR = 12, 3, 8


class PlanItems(QStyledItemDelegate):
    """Draws a PlanEntry in three lines."""

    def __init__(self, theme: Theme, parent: QListWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bold = QFont(parent.font())
        self._bold.setWeight(QFont.Weight.DemiBold)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Three lines with air around."""
        return QSize(0, 3 * QFontMetrics(self._bold).height() + 2 * _GAP + 2 * _AIR)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One plan."""
        entry: PlanEntry = index.data(ENTRY)
        area, colour = area_of(option), self._theme.colour
        is_chosen = bool(state_of(option) & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(area, colour("accent_soft" if is_chosen else "window"))
        if is_chosen:
            painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), colour("accent"))
        height = QFontMetrics(self._bold).height()
        line = QRect(area.left() + _PAD, area.top() + _AIR, area.width() - 2 * _PAD, height)
        plain = QFont(painter.font())
        for text, font, ink in (
            (entry.name, self._bold, "text"), (entry.about, plain, "muted"), (entry.done, plain, "muted"),
        ):  # fmt: skip
            painter.setFont(font)
            painter.setPen(colour(ink))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)
            line.translate(0, height + _GAP)
        painter.restore()
