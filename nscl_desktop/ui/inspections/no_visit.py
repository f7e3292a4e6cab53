"""Instead of a visit: what belongs there, and the likely first steps."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

_NONE_YET, _NONE_CHOSEN = "Chưa có lần kiểm tra nào", "Chọn một lần kiểm tra"
_WORDS = (
    "Mỗi lần kiểm tra hoặc khảo sát một đơn vị là một bản ghi: đơn vị, bảng kiểm, thành phần, kết quả từng câu,\n"
    "kiến nghị có thời hạn. Nhập tại chỗ trên máy xách tay, in thành Biên bản kiểm tra theo Nghị định 30/2020/NĐ-CP.\n"
    "Muốn ghi bằng tay trước thì in biểu mẫu trống của bảng kiểm."
)


class NoVisit(QWidget):
    """Two buttons: a new visit, and a blank form to take along."""

    new_wanted = Signal()
    blank_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title, words = QLabel(_NONE_YET), QLabel(_WORDS)
        self.title.setProperty("role", "title")
        words.setProperty("role", "caption")
        words.setWordWrap(True)
        self.new, self.blank = QPushButton("Lần kiểm tra mới"), QPushButton("In biểu mẫu trống…")
        self.new.setProperty("primary", "true")
        self.new.clicked.connect(self.new_wanted)
        self.blank.clicked.connect(self.blank_wanted)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for button in (self.new, self.blank):
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
        """Whether there are visits to choose from."""
        self.title.setText(_NONE_YET if is_empty else _NONE_CHOSEN)
