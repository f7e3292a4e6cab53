"""A scroll bar that stands elsewhere than in the area it scrolls: below the row of totals."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollBar, QWidget


class ScrollBarBelow(QScrollBar):
    """Follows another horizontal scroll bar and moves it; hidden while there is nothing to scroll."""

    def __init__(self, followed: QScrollBar, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._followed = followed
        followed.rangeChanged.connect(self._follow)
        followed.valueChanged.connect(self.setValue)
        self.valueChanged.connect(followed.setValue)
        self._follow(followed.minimum(), followed.maximum())

    def _follow(self, least: int, most: int) -> None:
        self.setRange(least, most)
        self.setPageStep(self._followed.pageStep())
        self.setSingleStep(self._followed.singleStep())
        self.setVisible(most > least)
