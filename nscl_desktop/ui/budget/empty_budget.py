"""A plan without lines: what belongs here, and the two likely first steps."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from nscl_desktop.ui.commands import Command, make_action

_WORDS = (
    "Dự toán gồm các mục lớn (I, II…), trong mỗi mục là các mục chi với số lượng, đơn giá theo năm và nguồn.\n"
    "Thêm mục đầu tiên, hoặc chép một bảng trong Excel, Word rồi dán vào đây (Ctrl+V)."
)


class EmptyBudget(QWidget):
    """Shown instead of an empty grid."""

    def __init__(self, insert: QAction, paste_table: Callable[[], object]) -> None:
        super().__init__()
        title = QLabel("Chưa có dòng nào")
        title.setProperty("role", "title")
        words = QLabel(_WORDS)
        words.setProperty("role", "caption")
        for label in (title, words):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setWordWrap(True)
        self.add = QPushButton("Thêm mục đầu tiên")
        self.add.setProperty("primary", "true")
        self.add.clicked.connect(insert.trigger)
        self.setMinimumHeight(8 * self.fontMetrics().lineSpacing() + 48)  # wrapped words tell no height of their own
        self.paste = QPushButton("Dán bảng…")
        self.paste.clicked.connect(paste_table)
        make_action(self, Command("Dán bảng", paste_table, keys=("Ctrl+V",)))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for button in (self.add, self.paste):
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setSpacing(16)
        layout.addStretch(1)
        for part in (title, words):
            layout.addWidget(part)
        layout.addLayout(buttons)
        layout.addStretch(2)
