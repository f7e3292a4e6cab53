"""The bar over the grid: where the keyboard is, the whole text of the cell, and how its figure came about."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy

from nscl_desktop.presenters.explaining import Explanation
from nscl_desktop.ui.elided_label import ElidedLabel


class CellBar(QFrame):
    """Place, content and making of the current cell."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "band")
        self.place = QLabel()
        self.place.setProperty("role", "heading")
        self.place.setAccessibleName("Ô đang chọn")
        self.content = ElidedLabel()
        self.content.setAccessibleName("Nội dung của ô")
        self.made = QLabel()
        self.made.setProperty("role", "caption")
        self.made.setAccessibleName("Cách tính của ô")
        self.place.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 4, 16, 4)
        layout.setSpacing(16)
        layout.addWidget(self.place)
        layout.addWidget(self.content, 1)
        layout.addWidget(self.made)
        for label in (self.place, self.made):
            label.setTextFormat(Qt.TextFormat.PlainText)

    def show_cell(self, explanation: Explanation, content: str) -> None:
        """Tell about another cell."""
        self.place.setText(explanation.title)
        self.content.setText(content)
        brief = explanation.brief
        self.made.setText(brief if len(brief) <= 60 else brief[:59] + "…")
        self.made.setToolTip(brief)

    def clear(self) -> None:
        """There is no cell."""
        self.show_cell(Explanation("", ""), "")
