"""The grid of points of a selection round: a row for each candidate, a column for each criterion, last the sum."""

from collections.abc import Callable, Sequence
from textwrap import wrap

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from nscl_desktop.domain.money import format_quantity
from nscl_desktop.presenters.round_scores import ScoreGrid
from nscl_desktop.ui.point_table import CHARACTERS, Index

Attempt = Callable[[Callable[[], object]], bool]
_NONE = QModelIndex()
_DISPLAY, _EDIT, _TOOL_TIP, _ALIGNMENT = 0, 2, 3, 7  # roles as plain ints
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class ScoreModel(QAbstractTableModel):
    """First the units' names, then the criteria, last the sum."""

    def __init__(self, grid: ScoreGrid, attempt: Attempt) -> None:
        super().__init__()
        self.grid, self._attempt = grid, attempt
        self._rows, self._columns = grid.rows(), grid.columns()

    def refresh(self) -> None:
        """Show the points as they are now."""
        self.grid.follow()
        rows, columns = self.grid.rows(), self.grid.columns()
        is_same = [each.id for each in rows] == [each.id for each in self._rows] and columns == self._columns
        if is_same:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, self.columnCount() - 1))
            return
        self.beginResetModel()
        self._rows, self._columns = rows, columns
        self.endResetModel()

    def rowCount(self, parent: Index = _NONE) -> int:
        """Candidates."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NONE) -> int:
        """Name, criteria, sum."""
        return 0 if parent.isValid() else len(self._columns) + 2

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Texts."""
        row, column = self._rows[index.row()], index.column()
        if role == _ALIGNMENT:
            return _RIGHT if column else _LEFT
        if role not in (_DISPLAY, _EDIT, _TOOL_TIP):
            return None
        if column == 0:
            return self.grid.row_name(row)
        if column > len(self._columns):
            return self.grid.total(row)
        return self.grid.text(row, self._columns[column - 1])

    def setData(self, index: Index, value: object, role: int = _EDIT) -> bool:
        """Take what was typed."""
        return self.put(index.row(), index.column(), [[str(value)]])

    def put(self, row: int, column: int, block: Sequence[Sequence[str]]) -> bool:
        """Take a block whose first cell is this one; a refusal is told and nothing is taken."""
        if not 0 < column <= len(self._columns):
            return False
        return self._attempt(lambda: self.grid.enter(row, column - 1, block))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """Criteria with the most points."""
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == _ALIGNMENT:
            return _RIGHT if section else _LEFT
        if role not in (_DISPLAY, _TOOL_TIP):
            return None
        if section == 0:
            return "Đơn vị dự xét"
        if section > len(self._columns):
            return "Tổng"
        criterion = self._columns[section - 1]
        most = (
            f"(tối đa {format_quantity(criterion.most_points)})"
            if criterion.most_points is not None
            else "(không giới hạn)"
        )
        if role == _TOOL_TIP:
            return f"{criterion.name} {most}"
        return "\n".join((*wrap(criterion.name, CHARACTERS + 2, max_lines=2, placeholder="…"), most))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The points of one judge can be typed."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        is_typed = self.grid.judge and 0 < index.column() <= len(self._columns)
        return flags | Qt.ItemFlag.ItemIsEditable if is_typed else flags
