"""Several of a closed list, ticked in a box that is four lines high; nothing ticked stands for all."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

_CODE = Qt.ItemDataRole.UserRole


class CodeList(QListWidget):
    """``changed``: something was ticked or no longer is."""

    changed = Signal()

    def __init__(self, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setProperty("framed", "true")
        for code, label in choices:
            item = QListWidgetItem(label)
            item.setData(_CODE, code)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.addItem(item)
        self.setFixedHeight(5 * (self.fontMetrics().height() + 6))
        self.itemChanged.connect(lambda _: self.changed.emit())

    @property
    def codes(self) -> tuple[str, ...]:
        """What is ticked."""
        items = (self.item(row) for row in range(self.count()))
        return tuple(str(item.data(_CODE)) for item in items if item.checkState() == Qt.CheckState.Checked)

    def tick(self, codes: Sequence[str]) -> None:
        """Tick these and no others."""
        for row in range(self.count()):
            item = self.item(row)
            is_on = item.data(_CODE) in codes
            item.setCheckState(Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked)
