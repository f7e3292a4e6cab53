"""A page of a visit as one column: never wider than is read without moving the head, scrolling up and down only."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QScrollArea, QVBoxLayout, QWidget


class ScrolledColumn(QScrollArea):
    """``put`` fills it from the top."""

    def __init__(self, name: str, widest: int) -> None:
        super().__init__()
        self._widest = widest
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def put(self, *parts: QWidget | QLayout | str) -> None:
        """Lay out parts below each other; a text is a heading."""
        column, page = QWidget(), QFrame()
        column.setMaximumWidth(self._widest)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(16, 12, 16, 24)
        layout.setSpacing(12)
        for part in parts:
            if isinstance(part, QLayout):
                layout.addLayout(part)
            else:
                layout.addWidget(_heading(part) if isinstance(part, str) else part)
        layout.addStretch(1)
        outer = QHBoxLayout(page)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(column, 100)
        outer.addStretch(1)
        self.setWidget(page)


def _heading(words: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", "heading")
    return label
