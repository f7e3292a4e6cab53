"""A fault of the program, told plainly, with a report that can be copied and sent."""

from PySide6.QtGui import QFontDatabase, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from nscl_desktop.ui.screen_room import fit_to_screen

_EXPLANATION = (
    "Chương trình gặp một lỗi ngoài dự kiến. Những gì dòng trạng thái đã báo “Đã lưu” vẫn an toàn trên đĩa.\n"
    "Có thể tiếp tục làm việc; nếu lỗi lặp lại, hãy sao chép nội dung dưới đây và gửi cho người hỗ trợ."
)


class CrashWindow(QDialog):
    """A fault of the program with its report and a button that copies it."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Lỗi của chương trình")
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.report.setAccessibleName("Nội dung báo lỗi")
        explanation = QLabel(_EXPLANATION)
        explanation.setWordWrap(True)
        self.copy = QPushButton("Sao chép nội dung")
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.report.toPlainText()))
        self.go_on = QPushButton("Tiếp tục")
        self.go_on.setProperty("primary", "true")
        self.go_on.setDefault(True)
        self.go_on.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.copy)
        buttons.addWidget(self.go_on)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(16)
        layout.addWidget(explanation)
        layout.addWidget(self.report)
        layout.addLayout(buttons)
        self.resize(720, 480)

    def showEvent(self, event: QShowEvent) -> None:
        """No larger than the screen."""
        fit_to_screen(self)
        super().showEvent(event)
