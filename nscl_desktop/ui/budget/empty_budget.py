"""A plan without lines: what belongs here, and the two likely first steps."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

_WORDS = (
    "Dự toán gồm các mục lớn (I, II…), trong mỗi mục là các mục chi với số lượng, đơn giá theo năm và nguồn.\n"
    "Thêm mục đầu tiên, hoặc chép một bảng trong Excel, Word rồi dán vào."
)


class EmptyBudget(QWidget):
    """Shown instead of an empty grid."""

    def __init__(self, insert: QAction) -> None:
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
        layout = QVBoxLayout(self)
        layout.setSpacing(16)
        layout.addStretch(1)
        for part in (title, words):
            layout.addWidget(part)
        layout.addWidget(self.add, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addStretch(2)
