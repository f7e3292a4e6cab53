"""A list whose items have a name and a quieter line below it, both shortened to the width there is."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from nscl_desktop.ui.style_options import area_of, state_of
from nscl_desktop.ui.theme import Theme

_KEY, _BELOW = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_PAD, _GAP = 12, 4


class TwoLineList(QListWidget):
    """``fill`` shows (key, name, line below); ``key`` is the current one's."""

    def __init__(self, name: str, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("plain", "true")
        self.setItemDelegate(_TwoLines(theme, self))
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def key(self) -> str:
        """The current item's key, empty for none."""
        item: QListWidgetItem | None = self.currentItem()
        return str(item.data(_KEY)) if item is not None else ""

    def fill(self, rows: Sequence[tuple[str, str, str]], current: str = "") -> None:
        """Show these rows, ``current`` chosen where it is among them; nobody is told of the choice."""
        blocked = self.blockSignals(True)
        self.clear()
        for key, name, below in rows:
            item = QListWidgetItem(name)
            item.setData(_KEY, key)
            item.setData(_BELOW, below)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}, {below}")
            item.setToolTip(f"{name}\n{below}")
            self.addItem(item)
            if key == current:
                self.setCurrentItem(item)
        self.blockSignals(blocked)


class _TwoLines(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QListWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bold = QFont(parent.font())
        self._bold.setWeight(QFont.Weight.DemiBold)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Two lines with air around."""
        return QSize(0, 2 * QFontMetrics(self._bold).height() + _GAP + 16)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One item."""
        area, state = area_of(option), state_of(option)
        painter.save()
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.fillRect(area, self._theme.colour("accent_soft" if chosen else "window"))
        if chosen:
            painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), self._theme.colour("accent"))
        inner = area.adjusted(_PAD, 8, -_PAD, -8)
        height = (inner.height() - _GAP) // 2
        upper = QRect(inner.left(), inner.top(), inner.width(), height)
        plain = QFont(painter.font())
        painter.setFont(self._bold)
        self._line(painter, upper, str(index.data()), "text")
        painter.setFont(plain)
        self._line(painter, upper.translated(0, height + _GAP), str(index.data(_BELOW)), "muted")
        painter.restore()

    def _line(self, painter: QPainter, area: QRect, text: str, role: str) -> None:
        painter.setPen(self._theme.colour(role))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
