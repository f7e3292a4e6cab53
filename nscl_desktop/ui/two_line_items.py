"""A list whose items have a name and a quieter line below it, both shortened to the width there is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from nscl_desktop.ui.item_lines import Index, ItemLine, ItemLines
from nscl_desktop.ui.theme import Theme

_KEY, _BELOW = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class TwoLineList(QListWidget):
    """``fill`` shows (key, name, line below); ``key`` is the current one's."""

    def __init__(self, name: str, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("plain", "true")
        self.setItemDelegate(ItemLines(theme, self, _lines, gap=4))
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def key(self) -> str:
        """The current item's key, empty for none."""
        item: QListWidgetItem | None = self.currentItem()
        return str(item.data(_KEY)) if item is not None else ""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt makes the first item current where none was, without choosing it: a page would stand beside no choice."""
        super().focusInEvent(event)
        item: QListWidgetItem | None = self.currentItem()
        if item is not None:
            item.setSelected(True)

    def fill(self, rows: Sequence[tuple[str, str, str]], current: str = "") -> None:
        """Show these rows, ``current`` chosen where it is among them; nobody is told of the choice."""
        blocked = self.blockSignals(True)
        self.clear()
        for key, name, below in rows:
            item = QListWidgetItem(name)
            item.setData(_KEY, key)
            item.setData(_BELOW, below)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}, {below}")
            item.setToolTip(f"{name}\n{below}")
            self.addItem(item)
            if key == current:
                self.setCurrentItem(item)
        self.blockSignals(blocked)


def _lines(index: Index) -> list[ItemLine]:
    return [ItemLine(str(index.data()), "text"), ItemLine(str(index.data(_BELOW)))]
