"""Instead of a plan: what a plan is, and the likely first steps; other words where there are plans to choose from."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

_NONE_YET, _NONE_CHOSEN = "Chưa có kế hoạch nào", "Chọn một kế hoạch"
_WORDS = (
    "Một kế hoạch gồm văn bản, mục tiêu và dự toán; mọi con số được kiểm tra với nhau và in thành phụ lục.\n"
    "Lập kế hoạch mới, hoặc nhập một kế hoạch từ tệp Excel, JSON."
)


class FirstSteps(QWidget):
    """Two buttons, both leading into the same dialog."""

    new_wanted = Signal()
    file_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title, words = QLabel(_NONE_YET), QLabel(_WORDS)
        self.title.setProperty("role", "title")
        words.setProperty("role", "caption")
        words.setWordWrap(True)
        self.new, self.from_file = QPushButton("Kế hoạch mới"), QPushButton("Nhập từ tệp…")
        self.new.setProperty("primary", "true")
        self.new.clicked.connect(self.new_wanted)
        self.from_file.clicked.connect(self.file_wanted)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for button in (self.new, self.from_file):
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setSpacing(16)
        layout.addStretch(1)
        for label in (self.title, words):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(label)
        layout.addLayout(buttons)
        layout.addStretch(2)

    def follow(self, *, is_empty: bool) -> None:
        """Whether there are plans to choose from."""
        self.title.setText(_NONE_YET if is_empty else _NONE_CHOSEN)
