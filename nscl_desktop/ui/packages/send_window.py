"""Gửi kết quả: what this machine has done goes into a package for the office; each one takes the place of the last."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from nscl_desktop.domain.errors import InputError
from nscl_desktop.presenters.package_given import file_name, sent_words
from nscl_desktop.presenters.package_giving import require_passphrase
from nscl_desktop.services.package_views import GivenState
from nscl_desktop.ui.dialogs.dialog import caption
from nscl_desktop.ui.packages.package_window import PackageWindow, PassphrasePair
from nscl_desktop.ui.tab import Surroundings

_ABOUT = (
    "Gói chứa mọi thay đổi từ khi nhận việc, cả những gì đã gửi trước đây; gửi lại lần nữa không làm gì hai lần."
    " Dữ liệu ở máy này vẫn như cũ và làm tiếp được."
)


class SendWindow(PackageWindow):
    """``sent``: where the package lies, and how many changes it holds."""

    sent = Signal(str, int)

    def __init__(self, given: GivenState, today: date, around: Surroundings, parent: QWidget) -> None:
        super().__init__(around, parent, "Gửi kết quả", "Ghi gói kết quả…")
        self._given, self._today = given, today
        self.heading = QLabel(sent_words(given))
        self.heading.setWordWrap(True)
        self.passphrase = PassphrasePair()
        self.content.addWidget(self.heading)
        self.content.addWidget(caption(_ABOUT))
        self.content.addWidget(self.passphrase)
        self.content.addWidget(self.passphrase.note)
        self.content.addStretch(1)
        self.verb.clicked.connect(self._choose)
        self.resize(560, 280)

    def _choose(self) -> None:
        try:
            require_passphrase(self.passphrase.first.text(), self.passphrase.again.text())
        except InputError as error:
            self.say(error.sentence)
            return
        name = file_name(self._given, self._today)
        from_user, _ = QFileDialog.getSaveFileName(self, "Ghi gói kết quả", name, "Gói dữ liệu (*.nsclgoi)")
        if from_user:
            self.write(Path(from_user).with_suffix(".nsclgoi"))

    def write(self, target: Path) -> None:
        """Write the package aside."""
        work, key = self._around.office.given_work, self.passphrase.first.text()

        def done(number: int) -> None:
            self.accept()
            self.sent.emit(str(target), number)

        self.work("Đang ghi gói kết quả", lambda watch: work.write_return(target, key, watch), done)
