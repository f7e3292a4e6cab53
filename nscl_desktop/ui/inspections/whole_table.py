"""Tables on a page that scrolls itself: as high as their rows, so that there is one scroll bar and not two."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

_ROOM_BELOW = 14
"""For the bar that shows up where the columns are wider than the page."""


def fit_rows(table: QTableView) -> None:
    """Make the table as high as its rows are now."""
    rows = max(table.model().rowCount(), 1)
    table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    header = table.horizontalHeader().sizeHint().height()
    table.setFixedHeight(header + rows * table.verticalHeader().defaultSectionSize() + _ROOM_BELOW)
