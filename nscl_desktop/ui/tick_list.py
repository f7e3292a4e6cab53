"""A list to tick several of many: sought without diacritics, ticked with the space bar, or all that are shown."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from nscl_desktop.domain.text import fold

_KEY, _FOLDED = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class TickList(QWidget):
    """``changed``: something was ticked or no longer is."""

    changed = Signal()

    def __init__(self, name: str, hint: str) -> None:
        super().__init__()
        self.search = QLineEdit(placeholderText=hint)
        self.search.setAccessibleName(hint)
        self.search.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setProperty("framed", "true")
        self.list.setAccessibleName(name)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        self.search.textChanged.connect(self._seek)
        self.list.itemChanged.connect(lambda _: self.changed.emit())

    @property
    def ticked(self) -> list[str]:
        """Keys of what is ticked, in the order of the list."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return [str(item.data(_KEY)) for item in items if item.checkState() == Qt.CheckState.Checked]

    def fill(self, rows: Sequence[tuple[str, str]]) -> None:
        """(key, words) of each, nothing ticked."""
        self.list.clear()
        for key, words in rows:
            item = QListWidgetItem(words)
            item.setToolTip(words)
            item.setData(_KEY, key)
            item.setData(_FOLDED, fold(words))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.list.addItem(item)
        if rows:
            self.list.setCurrentRow(0)

    def tick_shown(self) -> None:
        """Tick all that the search shows."""
        for row in range(self.list.count()):
            if not self.list.item(row).isHidden():
                self.list.item(row).setCheckState(Qt.CheckState.Checked)

    def _seek(self, text: str) -> None:
        words = fold(text).split()
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(not all(word in str(item.data(_FOLDED)) for word in words))
