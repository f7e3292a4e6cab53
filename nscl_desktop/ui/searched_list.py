"""The left side of a section: a search without dấu, a button to add, the list in lines of two."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from nscl_desktop.ui.theme import Theme
from nscl_desktop.ui.two_line_items import TwoLineList


class SearchedList(QWidget):
    """``name`` is what is listed; ``seeking`` and ``adding`` are the words of search and button."""

    def __init__(self, name: str, seeking: str, adding: str, theme: Theme) -> None:
        super().__init__()
        self.search, self.add = QLineEdit(placeholderText=f"{seeking} (không cần dấu)"), QPushButton(adding)
        self.search.setAccessibleName(seeking)
        self.search.setClearButtonEnabled(True)
        self.list = TwoLineList(name, theme)
        self.setMinimumWidth(240)
        head, column = QHBoxLayout(), QVBoxLayout(self)
        self.column = column
        """Search, then the list; a section may put more between or below."""
        head.setContentsMargins(12, 12, 12, 0)
        head.setSpacing(8)
        head.addWidget(self.search, 1)
        head.addWidget(self.add)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        self.search.returnPressed.connect(self.list.setFocus)
