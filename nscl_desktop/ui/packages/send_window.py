"""Gửi kết quả: what this machine has done goes into a package for the office; each one takes the place of the last."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nscl_desktop.presenters.package_given import file_name, sent_words
from nscl_desktop.services.package_views import GivenState
from nscl_desktop.ui.packages.writing_window import WritingWindow
from nscl_desktop.ui.tab import Surroundings

_ABOUT = (
    "Gói chứa mọi thay đổi từ khi nhận việc, cả những gì đã gửi trước đây; gửi lại lần nữa không làm gì hai lần."
    " Dữ liệu ở máy này vẫn như cũ và làm tiếp được."
)


class SendWindow(WritingWindow):
    """``sent``: where the package lies, and how many changes it holds."""

    sent = Signal(str, int)
    kinds = "Gói dữ liệu (*.nsclgoi)"

    def __init__(self, given: GivenState, today: date, around: Surroundings, parent: QWidget) -> None:
        words = (sent_words(given), _ABOUT)
        super().__init__(around, parent, "Gửi kết quả", "Ghi gói kết quả…", file_name(given, today), words)
        self.resize(560, 280)

    def write(self, target: Path) -> None:
        """Write the package aside."""
        work, key = self._around.office.given_work, self.passphrase.first.text()

        def done(number: int) -> None:
            self.accept()
            self.sent.emit(str(target), number)

        self.work("Đang ghi gói kết quả", lambda watch: work.write_return(target, key, watch), done)
