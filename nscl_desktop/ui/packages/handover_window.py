"""Bàn giao: everything an office has goes into one file, for a new machine or another person."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from nscl_desktop.domain.errors import InputError
from nscl_desktop.presenters.package_giving import require_passphrase
from nscl_desktop.presenters.package_words import handover_contents
from nscl_desktop.services.handover_views import HandoverView
from nscl_desktop.ui.dialogs.dialog import caption
from nscl_desktop.ui.packages.package_window import PackageWindow, PassphrasePair
from nscl_desktop.ui.tab import Surroundings

ENDING = ".nsclbangiao"
FILES = f"Tệp bàn giao (*{ENDING})"
_ABOUT = (
    "Một tệp chứa toàn bộ dữ liệu, tệp đính kèm, mẫu phụ lục, mẫu văn bản và cài đặt của máy này. Ở máy mới, mở bằng"
    " “Mở tệp bàn giao…”; mọi thứ được kiểm tra trước khi dùng."
)
_ONCE = "Từ lúc bàn giao chỉ làm tiếp ở một nơi: hai bản làm riêng không ghép lại được như gói giao việc."


class HandoverWindow(PackageWindow):
    """``written``: where the file lies, and what it holds."""

    written = Signal(str, str)

    def __init__(self, today: date, around: Surroundings, parent: QWidget) -> None:
        super().__init__(around, parent, "Bàn giao", "Ghi tệp bàn giao…")
        self._name = f"Ban giao - {today.isoformat()}{ENDING}"
        about = QLabel(_ABOUT)
        about.setWordWrap(True)
        self.passphrase = PassphrasePair()
        self.content.addWidget(about)
        self.content.addWidget(caption(_ONCE))
        self.content.addWidget(self.passphrase)
        self.content.addWidget(self.passphrase.note)
        self.content.addStretch(1)
        self.verb.clicked.connect(self._choose)
        self.resize(600, 260)

    def _choose(self) -> None:
        try:
            require_passphrase(self.passphrase.first.text(), self.passphrase.again.text())
        except InputError as error:
            self.say(error.sentence)
            return
        chosen, _ = QFileDialog.getSaveFileName(self, "Ghi tệp bàn giao", self._name, FILES)
        if chosen:
            self.write(Path(chosen).with_suffix(ENDING))

    def write(self, target: Path) -> None:
        """Write everything aside, with progress and a way to stop it."""
        handovers, key = self._around.office.handovers, self.passphrase.first.text()

        def done(handover: HandoverView) -> None:
            self.accept()
            self.written.emit(str(target), handover_contents(handover))

        self.work("Đang ghi tệp bàn giao", lambda watch: handovers.write(target, key, watch), done)
