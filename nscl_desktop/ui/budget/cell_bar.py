"""The bar over the grid: tools, where the keyboard is, the text of the cell, and how its figure came about."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from nscl_desktop.presenters.explaining import Explanation
from nscl_desktop.ui.commands import tool_button
from nscl_desktop.ui.elided_label import ElidedLabel


class CellBar(QFrame):
    """Place, content and making of the current cell."""

    def __init__(self, tools: Sequence[QAction | None]) -> None:
        super().__init__()
        self.setProperty("panel", "band")
        self.place = ElidedLabel(hugging=True)
        self.place.setMaximumWidth(44 * self.fontMetrics().averageCharWidth())
        self.place.setProperty("role", "heading")
        self.place.setAccessibleName("Ô đang chọn")
        self.content = ElidedLabel()
        self.content.setAccessibleName("Nội dung của ô")
        self.made = QLabel()
        self.made.setProperty("role", "caption")
        self.made.setAccessibleName("Cách tính của ô")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 4, 16, 4)
        layout.setSpacing(4)
        for place, action in enumerate(tools):
            if action:
                layout.addWidget(tool_button(action, with_words=place == 0))
            else:
                layout.addSpacing(8)
        layout.addSpacing(16)
        layout.addWidget(self.place)
        layout.addSpacing(8)
        layout.addWidget(self.content, 1)
        layout.addWidget(self.made)
        self.made.setTextFormat(Qt.TextFormat.PlainText)

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
