"""A table that is only read: rows of texts, figures at the right, whole rows chosen by keyboard or mouse."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem

from nscl_desktop.ui.filling_column import FillingColumn

_DATA = Qt.ItemDataRole.UserRole
_LEAST = 24
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class ReadColumn:
    """A column: its heading, its width in characters (0 takes what is left), whether figures stand in it."""

    title: str
    characters: int = 0
    is_figure: bool = False


class ReadTable(QTableWidget):
    """``fill`` shows rows; ``data_at`` gives back what was shown with a row."""

    def __init__(self, name: str, columns: Sequence[ReadColumn], *, lines: int = 1) -> None:
        super().__init__(0, len(columns))
        self._columns = tuple(columns)
        self.setAccessibleName(name)
        self.setProperty("framed", "true")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(lines * self.fontMetrics().height() + 12)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        character = self.fontMetrics().averageCharWidth()
        for place, column in enumerate(self._columns):
            heading = QTableWidgetItem(column.title)
            heading.setTextAlignment(_RIGHT if column.is_figure else _LEFT)
            self.setHorizontalHeaderItem(place, heading)
            if column.characters:
                self.setColumnWidth(place, column.characters * character + 16)
            else:
                FillingColumn(self, place, _LEAST)

    def fill(
        self,
        rows: Sequence[Sequence[str]],
        data: Sequence[object] = (),
        tips: Sequence[str] = (),
        *,
        has_total: bool = False,
    ) -> None:
        """Show these rows; ``data`` and ``tips`` (tool tips) are one for each row; the last may be their sum."""
        bold = QFont(self.font())
        bold.setBold(True)
        kept = max(self.currentRow(), 0)
        self.setRowCount(len(rows))
        for row, texts in enumerate(rows):
            for place, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setTextAlignment(_RIGHT if self._columns[place].is_figure else _LEFT)
                item.setToolTip(tips[row] if tips else text)
                item.setData(_DATA, data[row] if data else None)
                if has_total and row == len(rows) - 1:
                    item.setFont(bold)
                self.setItem(row, place, item)
        if rows:
            self.setCurrentCell(min(kept, len(rows) - 1), 0)

    @property
    def current_data(self) -> object:
        """What was shown with the current row; None where there is none."""
        item: QTableWidgetItem | None = self.currentItem()
        return item.data(_DATA) if item is not None else None
