"""The Qt model of the list of dossiers, and how a row is drawn: the unit, below it what it is and what it waits for."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from nscl_desktop.presenters.dossier_list import COLUMNS, DossierList, ShownDossier, shown
from nscl_desktop.ui.style_options import area_of, state_of
from nscl_desktop.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_DISPLAY, _TOOL_TIP, _SPOKEN = 0, 3, 11  # roles as plain ints
_MARGIN, _GAP = 12, 4


class DossierListModel(QAbstractTableModel):
    """One row for each dossier that is shown: its two lines, then the columns chosen."""

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

    def columnCount(self, parent: Index = _NONE) -> int:
        """The two lines, and what was chosen beside them."""
        return 0 if parent.isValid() else 1 + len(self._dossiers.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """Headings of the columns."""
        if orientation == Qt.Orientation.Horizontal and role == _DISPLAY:
            return dict(COLUMNS)[self._dossiers.columns[section - 1]] if section else "Hồ sơ"
        return None

    def is_figure(self, column: int) -> bool:
        """Whether figures stand in a column that was chosen."""
        return self._dossiers.columns[column - 1] in ("year", "money")

    def text(self, row: int, column: int) -> str:
        """What stands in a column that was chosen."""
        return str(getattr(self.shown(row), self._dossiers.columns[column - 1]))

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """The unit; all words as tool tip and for screen readers."""
        if index.column():
            return self.text(index.row(), index.column()) if role in (_DISPLAY, _TOOL_TIP) else None
        if role == _DISPLAY:
            return self.shown(index.row()).unit
        if role in (_TOOL_TIP, _SPOKEN):
            row = self.shown(index.row())
            words = (row.unit, f"{row.code} {row.title}".strip(), row.where, row.attention)
            return ("\n" if role == _TOOL_TIP else ", ").join(filter(None, words))
        return None


class DossierRowPainter(QStyledItemDelegate):
    """Draws a row in two lines, and beside them what was chosen."""

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
        if is_chosen and not index.column():
            painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), self._theme.colour("accent"))
        inner = area.adjusted(_MARGIN, 8, -_MARGIN, -8)
        if index.column():
            words = self._model.text(index.row(), index.column())
            self._write(painter, inner, words, "text", at_end=self._model.is_figure(index.column()))
        else:
            self._write_lines(painter, inner, row)
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.restore()

    def _write_lines(self, painter: QPainter, inner: QRect, row: ShownDossier) -> None:
        plain = painter.font()
        font = QFont(plain)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        height = painter.fontMetrics().height()
        self._write(painter, QRect(inner.left(), inner.top(), inner.width(), height), row.unit, "text")
        painter.setFont(plain)
        below = QRect(inner.left(), inner.top() + height + _GAP, inner.width(), height)
        tone = "error" if row.is_late else "warning"
        taken = 0
        if row.brief:
            taken = self._write(painter, below, row.brief, tone, at_end=True, most=inner.width() * 3 // 5) + 12
        words = " · ".join(filter(None, (row.code or row.title, row.where)))
        self._write(painter, below.adjusted(0, 0, -taken, 0), words, "muted")

    def _write(
        self, painter: QPainter, area: QRect, words: str, role: str, *, at_end: bool = False, most: int | None = None
    ) -> int:
        """Words as far as they fit (``most``: in so many pixels); how wide they are."""
        metrics = painter.fontMetrics()
        room = area.width() if most is None else most
        text = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(room, 0))
        side = Qt.AlignmentFlag.AlignRight if at_end else Qt.AlignmentFlag.AlignLeft
        painter.setPen(self._theme.colour(role))
        painter.drawText(area, int(side | Qt.AlignmentFlag.AlignVCenter), text)
        return metrics.horizontalAdvance(text)
