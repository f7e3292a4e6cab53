"""The one column of a table that takes the width the others leave, but never less than its words need to be read."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QTableView


class FillingColumn(QObject):
    """Follows the table's width and the other columns; where there is too little room the table scrolls sideways."""

    def __init__(self, table: QTableView, column: int, least_characters: int) -> None:
        super().__init__(table)
        self._table, self._column = table, column
        self._least = least_characters * table.fontMetrics().averageCharWidth() + 16
        table.viewport().installEventFilter(self)
        table.horizontalHeader().sectionResized.connect(self._on_resized)

    def shrink_to(self, characters: int) -> None:
        """The least width is this many characters from now on."""
        self._least = characters * self._table.fontMetrics().averageCharWidth() + 16
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's call before the viewport handles an event."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _on_resized(self, column: int, _old: int, _new: int) -> None:
        if column != self._column:
            self._fit()

    def _fit(self) -> None:
        header = self._table.horizontalHeader()
        others = header.length() - header.sectionSize(self._column)
        header.resizeSection(self._column, max(self._table.viewport().width() - others, self._least))
