"""Lists to filter by, two in a row: what is offered changes with the file, what is chosen stays chosen."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from nscl_desktop.ui.elided_combo import ElidedCombo


class FilterRow(QWidget):
    """``chosen`` tells which filter was given which value. Names are those of the attributes of the filters."""

    chosen = Signal(str, str)

    def __init__(self, filters: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.combos: dict[str, ElidedCombo] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        for at, (name, words) in enumerate(filters):
            combo = self.combos[name] = ElidedCombo()
            combo.setAccessibleName(words)
            combo.activated.connect(lambda _, name=name, combo=combo: self.chosen.emit(name, combo.currentData() or ""))
            grid.addWidget(combo, at // 2, at % 2)
            grid.setColumnStretch(at % 2, 1)
        self.hide()

    def offer(self, offers: Mapping[str, Sequence[tuple[str, str]]], filters: object) -> None:
        """Fill the lists with (value, label) pairs; what ``filters`` say stays chosen, and nobody is told."""
        for name, combo in self.combos.items():
            blocked = combo.blockSignals(True)
            combo.clear()
            for value, label in offers[name]:
                combo.addItem(label, value)
            _show(combo, name, filters)
            combo.blockSignals(blocked)

    def show_filters(self, filters: object) -> None:
        """Show how it is filtered."""
        for name, combo in self.combos.items():
            _show(combo, name, filters)


def _show(combo: ElidedCombo, name: str, filters: object) -> None:
    combo.setCurrentIndex(max(combo.findData(getattr(filters, name)), 0))
