"""The budget grid's Qt model: a thin face of the presenter, which alone knows what cells show and what typing does."""

from collections.abc import Collection

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from nscl_desktop.presenters.budget_grid import BudgetGrid
from nscl_desktop.presenters.grid_rows import Replaced
from nscl_desktop.presenters.grid_typing import GridTyping

Index = QModelIndex | QPersistentModelIndex
_DISPLAY, _EDIT, _TOOL_TIP = 0, 2, 3  # roles compared as plain ints: several times faster than the enum
_ALIGNMENT, _ACCESSIBLE = 7, 11
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_NONE = QModelIndex()
_SEEN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_TYPED = _SEEN | Qt.ItemFlag.ItemIsEditable


class GridModel(QAbstractTableModel):
    """Rows and columns of one BudgetGrid."""

    def __init__(self, grid: BudgetGrid, typing: GridTyping) -> None:
        super().__init__()
        self.grid, self.typing = grid, typing
        self._count = len(grid.rows)
        grid.view = self

    # -- asked by Qt ------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NONE) -> int:
        """Lines in sight."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = _NONE) -> int:
        """Columns of the view."""
        return 0 if parent.isValid() else len(self.grid.columns)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Texts for display, tool tip and screen readers; the delegate paints everything else."""
        row, column = index.row(), index.column()
        if row >= len(self.grid.rows):
            return None
        if role == _DISPLAY:
            return self.grid.cell(row, column).text
        if role == _ALIGNMENT:
            return _RIGHT if self.grid.columns[column].is_figure else _LEFT
        if role == _EDIT:
            return self.typing.text_for_editing(row, column)
        if role == _TOOL_TIP:
            return self._tool_tip(row, column)
        if role == _ACCESSIBLE:
            return self._spoken(row, column)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """Headings; a heading of two levels is told whole to screen readers."""
        if orientation == Qt.Orientation.Vertical:
            return None
        column = self.grid.columns[section]
        if role == _DISPLAY:
            return column.title
        if role in (_TOOL_TIP, _ACCESSIBLE):
            return f"{column.group} {column.title}".strip()
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells that follow from others are not editable."""
        if index.row() >= len(self.grid.rows):
            return _SEEN
        return _SEEN if self.typing.refusal(index.row(), index.column()) else _TYPED

    def _tool_tip(self, row: int, column: int) -> str:
        rejected = self.typing.rejected(row, column)
        if rejected:
            return rejected[1]
        view = self.grid.cell(row, column)
        if view.formula:
            return f"Cách tính: {view.formula}"
        return view.text if len(view.text) > 24 else ""

    def _spoken(self, row: int, column: int) -> str:
        view = self.grid.cell(row, column)
        heading = self.headerData(column, Qt.Orientation.Horizontal, _ACCESSIBLE)
        state = ", số tính" if view.computed and view.text else ""
        return f"{heading}: {view.text or 'trống'}{state}"

    # -- told by the presenter --------------------------------------------------------------------------------------

    def columns_changed(self) -> None:
        """All columns may differ."""
        self.beginResetModel()
        self._count = len(self.grid.rows)
        self.endResetModel()

    def rows_replaced(self, stretch: Replaced) -> None:
        """A stretch of rows gave way to another; the rest keeps its selection and place."""
        if stretch.removed:
            self.beginRemoveRows(_NONE, stretch.first, stretch.first + stretch.removed - 1)
            self._count -= stretch.removed
            self.endRemoveRows()
        if stretch.added:
            self.beginInsertRows(_NONE, stretch.first, stretch.first + stretch.added - 1)
            self._count += stretch.added
            self.endInsertRows()

    def rows_changed(self, rows: Collection[int]) -> None:
        """One signal for the whole stretch: a view repaints no more than what is in sight."""
        last = len(self.grid.columns) - 1
        self.dataChanged.emit(self.index(min(rows), 0), self.index(max(rows), last))

    def totals_changed(self) -> None:
        """The foot listens to the same signal as the headings."""
        self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, 0)


class FootModel(QAbstractTableModel):
    """One row with the plan's totals under the same columns."""

    def __init__(self, source: GridModel) -> None:
        super().__init__(source)
        self._source = source
        source.modelReset.connect(self._reset)
        source.headerDataChanged.connect(self._refresh)

    def rowCount(self, parent: Index = _NONE) -> int:
        """One."""
        return 0 if parent.isValid() else 1

    def columnCount(self, parent: Index = _NONE) -> int:
        """As many as the grid has."""
        return self._source.columnCount(parent)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """"Tổng cộng" under the text, totals under the figures."""
        if role == _DISPLAY:
            if index.column() == 1:
                return self._source.grid.desk.plan.total_label
            return self._source.grid.total(index.column())
        if role == _ALIGNMENT:
            return _RIGHT if self._source.grid.columns[index.column()].is_figure else _LEFT
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Can be selected, to be copied."""
        return _SEEN

    def _reset(self) -> None:
        self.beginResetModel()
        self.endResetModel()

    def _refresh(self) -> None:
        self.dataChanged.emit(self.index(0, 0), self.index(0, self.columnCount() - 1))
