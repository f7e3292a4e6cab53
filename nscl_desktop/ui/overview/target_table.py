"""Targets with a bullet bar each: how far the count has come on the way to what the plan promises, with the numbers."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QBrush, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from nscl_desktop.presenters.overview_sheet import TargetLine
from nscl_desktop.ui.read_table import ReadColumn, ReadTable
from nscl_desktop.ui.theme import Theme

_COLUMNS = (
    ReadColumn("Chỉ tiêu"), ReadColumn("Kế hoạch", 24), ReadColumn("Thực hiện", 22), ReadColumn("So với kế hoạch", 24),
    ReadColumn("Kết quả", 15),
)  # fmt: skip
_BULLET, _RESULT = 3, 4
_ROOM = 1.25
"""The promise stands at four fifths of the bar, so that more than promised can be seen."""


class TargetTable(ReadTable):
    """``line`` is the target that the keyboard stands at."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("Chỉ tiêu của kế hoạch", _COLUMNS, lines=2)
        self._theme = theme
        self._lines: Sequence[TargetLine] = ()
        self.setWordWrap(True)
        self.setItemDelegateForColumn(_BULLET, Bullet(theme, self))
        theme.changed.connect(self._colour)

    def show_lines(self, lines: Sequence[TargetLine]) -> None:
        """Other targets, or the same counted anew."""
        self._lines = lines
        rows = [(each.name, each.promise, each.counted, "", each.standing) for each in lines]
        self.fill(rows, lines, [f"{each.row.target.text}\n{each.hint}" for each in lines])
        for row, each in enumerate(lines):
            part = "" if each.filled is None else f"{round(each.filled * 100)} % của mục tiêu"
            cell = self.item(row, _BULLET)
            if cell is not None:
                cell.setData(Qt.ItemDataRole.AccessibleTextRole, part)
        self._colour()

    @property
    def line(self) -> TargetLine | None:
        """The chosen target."""
        found = self.current_data
        return found if isinstance(found, TargetLine) else None

    def _colour(self) -> None:
        for row, each in enumerate(self._lines):
            cell = self.item(row, _RESULT)
            if cell is not None:
                cell.setForeground(self._theme.colour(each.tone))


class Bullet(QStyledItemDelegate):
    """A bar from nought, a stroke where the promise lies; hatched as long as it is not reached."""

    def __init__(self, theme: Theme, table: ReadTable) -> None:
        super().__init__(table)
        self._theme = theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The cell's ground as ever, the bullet upon it."""
        super().paint(painter, option, index)
        line = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(line, TargetLine) or line.filled is None:
            return
        area: QRect = option.rect.adjusted(8, 0, -8, 0)  # type: ignore[attr-defined]  # its types leave it out
        height = 12
        top = area.center().y() - height // 2
        promised = int(area.width() / _ROOM)
        length = min(int(promised * float(line.filled)), area.width())
        painter.save()
        painter.setPen(QPen(self._theme.colour("edge"), 1))
        painter.drawRect(QRect(area.left(), top, area.width() - 1, height))
        colour = self._theme.colour("success" if line.filled >= 1 else "accent")
        painter.setPen(QPen(colour, 1))
        pattern = Qt.BrushStyle.SolidPattern if line.filled >= 1 else Qt.BrushStyle.BDiagPattern
        painter.setBrush(QBrush(colour, pattern))
        if length > 0:
            painter.drawRect(QRect(area.left(), top, length, height))
        painter.setPen(QPen(self._theme.colour("text"), 2))
        painter.drawLine(area.left() + promised, top - 4, area.left() + promised, top + height + 4)
        painter.restore()
