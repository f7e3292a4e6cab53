"""The Qt model of the list of dossiers, and how a row is drawn: the unit, below it what it is and what it waits for."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from nscl_desktop.presenters.dossier_list import DossierList, ShownDossier, shown
from nscl_desktop.ui.style_options import area_of, state_of
from nscl_desktop.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_DISPLAY, _TOOL_TIP, _SPOKEN = 0, 3, 11  # roles as plain ints
_MARGIN, _GAP = 12, 4


class DossierListModel(QAbstractListModel):
    """One row for each dossier that is shown."""

    def __init__(self, dossiers: DossierList) -> None:
        super().__init__()
        self._dossiers = dossiers

    def refresh(self) -> None:
        """Other dossiers are shown now."""
        self.beginResetModel()
        self.endResetModel()

    def shown(self, row: int) -> ShownDossier:
        """A row in words."""
        return shown(self._dossiers.rows[row], self._dossiers.today)

    def rowCount(self, parent: Index = _NONE) -> int:
        """Dossiers shown."""
        return 0 if parent.isValid() else len(self._dossiers.rows)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """The unit; all words as tool tip and for screen readers."""
        if role == _DISPLAY:
            return self.shown(index.row()).unit
        if role in (_TOOL_TIP, _SPOKEN):
            row = self.shown(index.row())
            words = (row.unit, f"{row.code} {row.title}".strip(), row.where, row.attention)
            return ("\n" if role == _TOOL_TIP else ", ").join(filter(None, words))
        return None


class DossierRowPainter(QStyledItemDelegate):
    """Draws a row in two lines."""

    def __init__(self, model: DossierListModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self._theme, self._host = model, theme, parent

    @property
    def row_height(self) -> int:
        """Two lines and some air."""
        return 2 * self._host.fontMetrics().height() + _GAP + 16

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, then the lines."""
        row, area = self._model.shown(index.row()), area_of(option)
        is_chosen = bool(state_of(option) & QStyle.StateFlag.State_Selected)
        is_under = bool(state_of(option) & QStyle.StateFlag.State_MouseOver)
        ground = "accent_soft" if is_chosen else "hover" if is_under else ""
        painter.save()
        if ground:
            painter.fillRect(area, self._theme.colour(ground))
        if is_chosen:
            painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), self._theme.colour("accent"))
        inner = area.adjusted(_MARGIN, 8, -_MARGIN, -8)
        plain = painter.font()
        font = QFont(plain)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        height = painter.fontMetrics().height()
        self._write(painter, QRect(inner.left(), inner.top(), inner.width(), height), row.unit, "text")
        painter.setFont(plain)
        below = QRect(inner.left(), inner.top() + height + _GAP, inner.width(), height)
        tone = "error" if row.is_late else "warning"
        taken = self._write(painter, below, row.brief, tone, at_end=True) + 12 if row.brief else 0
        words = " · ".join(filter(None, (row.code or row.title, row.where)))
        self._write(painter, below.adjusted(0, 0, -taken, 0), words, "muted")
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.restore()

    def _write(self, painter: QPainter, area: QRect, words: str, role: str, *, at_end: bool = False) -> int:
        """Words as far as they fit; how wide they are."""
        metrics = painter.fontMetrics()
        most = area.width() * 3 // 5 if at_end else area.width()
        text = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(most, 0))
        side = Qt.AlignmentFlag.AlignRight if at_end else Qt.AlignmentFlag.AlignLeft
        painter.setPen(self._theme.colour(role))
        painter.drawText(area, int(side | Qt.AlignmentFlag.AlignVCenter), text)
        return metrics.horizontalAdvance(text)
