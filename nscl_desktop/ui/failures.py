"""The one place where a failure is shown: the user's own matter as a sentence, our fault as a report."""

import logging
import platform
import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, QThread, Signal, qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from nscl_desktop import __version__
from nscl_desktop.domain.errors import Bug, NsclError

_LOG = logging.getLogger(__name__)
_EXPLANATION = (
    "Chương trình gặp một lỗi ngoài dự kiến. Những gì dòng trạng thái đã báo “Đã lưu” vẫn an toàn trên đĩa.\n"
    "Có thể tiếp tục làm việc; nếu lỗi lặp lại, hãy sao chép nội dung dưới đây và gửi cho người hỗ trợ."
)


def sentence_of(error: BaseException) -> str:
    """What a user is told about an error; empty where only a report helps."""
    return error.sentence if isinstance(error, NsclError) and not isinstance(error, Bug) else ""


def report_of(error: BaseException) -> str:
    """What a person who can mend the program needs to know; no data of the user's beyond what the error quotes."""
    trace = "".join(traceback.format_exception(error))
    versions = (f"NSCL Desktop {__version__}", f"Python {platform.python_version()}", f"Qt {qVersion()}")
    return f"{' · '.join((*versions, platform.platform()))}\n\n{trace}"


class CrashWindow(QDialog):
    """A fault of the program with its report and a button that copies it."""

    def __init__(self, error: BaseException, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Lỗi của chương trình")
        self.report = QPlainTextEdit(report_of(error))
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


class Failures(QObject):
    """Hears of every error that nobody caught, from any thread, and shows it on the main one."""

    sentence = Signal(str)
    """Something the user can understand and mend: shown in the window without stopping work."""
    _raised = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.window: CrashWindow | None = None
        self._raised.connect(self._show)

    def install(self) -> None:
        """Become the interpreter's exception hook."""
        sys.excepthook = self._hook

    def tell(self, error: BaseException) -> None:
        """Show an error; may be called from any thread."""
        if QThread.currentThread() is self.thread():
            self._show(error)
        else:
            self._raised.emit(error)

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.tell(error.with_traceback(trace))

    def _show(self, error: BaseException) -> None:
        said = sentence_of(error)
        if said:
            self.sentence.emit(said)
            return
        _LOG.error("unexpected error", exc_info=error)
        if self.window is None:  # one at a time: a fault in painting would otherwise open a thousand
            self.window = CrashWindow(error, QApplication.activeWindow())
            self.window.finished.connect(self._on_closed)
            self.window.open()

    def _on_closed(self) -> None:
        self.window = None
