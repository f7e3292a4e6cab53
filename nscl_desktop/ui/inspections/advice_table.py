"""The table of recommendations over all visits: read, but for the day and the outcome, which are typed in place."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QTableView

from nscl_desktop.presenters.advice_list import ADVICE, CLOSED_ON, COLUMNS, OUTCOME, STANDING, AdviceEntry, AdviceList
from nscl_desktop.ui.filling_column import FillingColumn
from nscl_desktop.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_DISPLAY, _EDIT, _TOOL_TIP, _INK = 0, 2, 3, 9  # roles as plain ints
_WIDTHS = (26, 30, 14, 18, 14, 22, 24, 14)
"""Characters."""
_LEAST = 30


class AdviceModel(QAbstractTableModel):
    """``typed``: a text for one of the two open columns."""

    typed = Signal(object, int, str)

    def __init__(self, listed: AdviceList, theme: Theme) -> None:
        super().__init__()
        self._list, self._theme = listed, theme
        self.entries: tuple[AdviceEntry, ...] = ()

    def read(self) -> None:
        """Show what the list holds now."""
        self.beginResetModel()
        self.entries = self._list.entries()
        self.endResetModel()

    def rowCount(self, parent: Index = _NONE) -> int:
        """Recommendations."""
        return 0 if parent.isValid() else len(self.entries)

    def columnCount(self, parent: Index = _NONE) -> int:
        """As headed."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Texts; what is late stands in the colour of errors beside its words."""
        entry = self.entries[index.row()]
        if role in (_DISPLAY, _EDIT, _TOOL_TIP):
            text = entry.cells[index.column()]
            is_sign = role == _DISPLAY and index.column() == STANDING and entry.is_late
            return f"! {text}" if is_sign else text
        if role == _INK and index.column() == STANDING and (entry.is_late or entry.is_soon):
            return self._theme.colour("error" if entry.is_late else "warning")
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """Names of the columns."""
        return COLUMNS[section] if orientation == Qt.Orientation.Horizontal and role == _DISPLAY else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Day and outcome can be typed."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() in (CLOSED_ON, OUTCOME) else flags

    def setData(self, index: Index, value: object, role: int = _EDIT) -> bool:
        """Tell what was typed, where it differs."""
        entry = self.entries[index.row()]
        if str(value) != entry.cells[index.column()]:
            self.typed.emit(entry.row.advice, index.column(), str(value))
        return False  # the list is read anew once it is saved


class AdviceTable(QTableView):
    """Cells edited in place, whole rows to be read."""

    def __init__(self, model: AdviceModel) -> None:
        super().__init__()
        self.setModel(model)
        self.rows = model
        self.setAccessibleName("Các kiến nghị")
        self.setProperty("framed", "true")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(2 * self.fontMetrics().height() + 12)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, characters in enumerate(_WIDTHS):
            self.setColumnWidth(column, characters * self.fontMetrics().averageCharWidth())
        FillingColumn(self, ADVICE, _LEAST)

    @property
    def current(self) -> AdviceEntry | None:
        """The recommendation of the current row."""
        row = self.currentIndex().row()
        return self.rows.entries[row] if 0 <= row < len(self.rows.entries) else None

    def show_again(self, wanted: str = "") -> None:
        """Show the list as it is now; the current recommendation (or ``wanted``) stays current where it is shown."""
        kept = wanted or (self.current.row.advice.id if self.current else "")
        column = max(self.currentIndex().column(), 0)
        self.rows.read()
        at = next((row for row, each in enumerate(self.rows.entries) if each.row.advice.id == kept), 0)
        if self.rows.entries:
            self.setCurrentIndex(self.rows.index(at, column))
