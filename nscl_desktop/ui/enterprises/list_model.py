"""The Qt model of the list of units: pages are read as the view comes to their end."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.presenters.enterprise_list import EnterpriseList

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_DISPLAY, _TOOL_TIP = 0, 3  # roles as plain ints


class EnterpriseListModel(QAbstractTableModel):
    """Rows as far as they were read."""

    def __init__(self, units: EnterpriseList) -> None:
        super().__init__()
        self._units = units

    def seek(self, text: str) -> None:
        """Show what answers a text."""
        self.beginResetModel()
        self._units.seek(text)
        self.endResetModel()

    def read(self) -> None:
        """Show the list as it is now."""
        self.beginResetModel()
        self._units.read()
        self.endResetModel()

    def show_change(self, unit: Enterprise) -> None:
        """A unit was changed."""
        row = self._units.show_change(unit)
        if row >= 0:
            self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))

    def rowCount(self, parent: Index = _NONE) -> int:
        """Rows read so far."""
        return 0 if parent.isValid() else len(self._units.rows)

    def columnCount(self, parent: Index = _NONE) -> int:
        """The chosen columns."""
        return 0 if parent.isValid() else len(self._units.columns)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Texts."""
        if role in (_DISPLAY, _TOOL_TIP):
            return self._units.cell(index.row(), index.column())
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """Labels of the fields."""
        if orientation == Qt.Orientation.Horizontal and role == _DISPLAY:
            return self._units.specs()[section].label
        return None

    def canFetchMore(self, parent: Index) -> bool:
        """Whether a page follows."""
        return not parent.isValid() and self._units.has_more

    def fetchMore(self, parent: Index) -> None:
        """Read the next page."""
        page, before = self._units.next_page(), len(self._units.rows)
        if page.entries:
            self.beginInsertRows(QModelIndex(), before, before + len(page.entries) - 1)
            self._units.take(page)
            self.endInsertRows()
        else:
            self._units.take(page)
