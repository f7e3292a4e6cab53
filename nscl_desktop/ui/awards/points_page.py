"""Điểm: choose a unit, type its points as in Excel; its own assessment, each judge and the mean stand side by side."""

from collections.abc import Callable, Sequence
from textwrap import wrap

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nscl_desktop.presenters.award_points import PointGrid
from nscl_desktop.presenters.award_sheet import AwardSheet
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.point_table import Index, PointTable
from nscl_desktop.ui.tab import Surroundings

_NONE = QModelIndex()
_CHARACTERS = 10
_DISPLAY, _EDIT, _TOOL_TIP, _FONT, _ALIGNMENT = 0, 2, 3, 6, 7  # roles as plain ints
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class PointModel(QAbstractTableModel):
    """Criteria, the most points, the unit's own, the judges', the mean; last the totals."""

    def __init__(self, grid: PointGrid, attempt: Callable[[Callable[[], object]], bool]) -> None:
        super().__init__()
        self.grid, self._attempt = grid, attempt
        self._shape = self._shape_now()
        self._bold = QFont()
        self._bold.setBold(True)

    def refresh(self) -> None:
        """Show the points as they are now; nothing is reset while rows and columns are the same."""
        self.grid.follow()
        if self._shape_now() != self._shape:
            self.beginResetModel()
            self._shape = self._shape_now()
            self.endResetModel()
        else:
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def rowCount(self, parent: Index = _NONE) -> int:
        """Criteria and the total."""
        return 0 if parent.isValid() else len(self._shape[0]) + 1

    def columnCount(self, parent: Index = _NONE) -> int:
        """As many as headings."""
        return 0 if parent.isValid() else len(self._shape[1]) + 4

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Texts; sums are bold."""
        if role == _ALIGNMENT:
            return _RIGHT if index.column() else _LEFT
        if role == _FONT:
            return self._bold if self.grid.is_total(index.row()) else None
        if role in (_DISPLAY, _EDIT, _TOOL_TIP):
            return self.grid.text(index.row(), index.column())
        return None

    def setData(self, index: Index, value: object, role: int = _EDIT) -> bool:
        """Take what was typed."""
        return self.put(index.row(), index.column(), [[str(value)]])

    def put(self, row: int, column: int, block: Sequence[Sequence[str]]) -> bool:
        """Take a block whose first cell is this one; a refusal is told and nothing is taken."""
        return self._attempt(lambda: self.grid.enter(row, column, block))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """Who gave the points of a column."""
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == _ALIGNMENT:
            return _RIGHT if section else _LEFT
        if role not in (_DISPLAY, _TOOL_TIP):
            return None
        title = self.grid.titles[section]
        return title if role == _TOOL_TIP else "\n".join(wrap(title, _CHARACTERS + 1, max_lines=3, placeholder="…"))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Points of the leaves can be typed."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if self.grid.is_typed(index.row(), index.column()) else flags

    def _shape_now(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        return tuple(each.id for _, each in self.grid.rows), tuple(each.id for each in self.grid.judges)


class PointsPage(QWidget):
    """The unit above, the grid, below it what the points are enough for."""

    def __init__(self, sheet: AwardSheet, around: Surroundings) -> None:
        super().__init__()
        self._sheet = sheet
        self.grid = PointGrid(sheet)
        self.model = PointModel(self.grid, lambda act: attempted(around.voice, act))
        self.table = PointTable(self.model, self.model.put, _CHARACTERS)
        self.unit, self.remarks, self.standing = QComboBox(), QLabel(), QLabel()
        self.unit.setAccessibleName("Đơn vị dự giải")
        self.unit.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for label in (self.remarks, self.standing):
            label.setWordWrap(True)
        label = QLabel("Đơn vị dự giải")
        label.setBuddy(self.unit)
        head, column = QHBoxLayout(), QVBoxLayout(self)
        head.setSpacing(8)
        head.addWidget(label)
        head.addWidget(self.unit, 1)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.remarks)
        column.addWidget(self.table, 1)
        column.addWidget(self.standing)
        self.unit.activated.connect(self._on_unit)
        self.setFocusProxy(self.table)

    def follow(self) -> None:
        """Show the points as they are now."""
        self.model.refresh()
        offers = [(each.id, self._sheet.name_of(each)) for each in self._sheet.nominations()]
        shown = [(self.unit.itemData(at), self.unit.itemText(at)) for at in range(self.unit.count())]
        if shown != offers:
            self.unit.clear()
            for key, name in offers:
                self.unit.addItem(name, key)
        self.unit.setCurrentIndex(self.unit.findData(self.grid.nomination_id))
        remarks = self.grid.remarks()
        self.remarks.setText("\n".join(f"⚠ {words}" for words in remarks))
        self.remarks.setVisible(bool(remarks))
        self.standing.setText(self.grid.standing())

    def settle(self) -> None:
        """Take what is being typed."""
        self.table.settle()

    def show_unit(self, nomination_id: str) -> None:
        """The points of another unit."""
        self.grid.nomination_id = nomination_id
        self.follow()
        self.table.go_to_first()

    def _on_unit(self) -> None:
        self.show_unit(str(self.unit.currentData() or ""))
