"""Bàn giao: everything an office has goes into one file, for a new machine or another person."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nscl_desktop.presenters.package_words import handover_contents
from nscl_desktop.services.handover_views import HandoverView
from nscl_desktop.ui.packages.writing_window import WritingWindow
from nscl_desktop.ui.tab import Surroundings

ENDING = ".nsclbangiao"
_ABOUT = (
    "Một tệp chứa toàn bộ dữ liệu, tệp đính kèm, mẫu phụ lục, mẫu văn bản và cài đặt của máy này. Ở máy mới, mở bằng"
    " “Mở tệp bàn giao…”; mọi thứ được kiểm tra trước khi dùng."
)
_ONCE = "Từ lúc bàn giao chỉ làm tiếp ở một nơi: hai bản làm riêng không ghép lại được như gói giao việc."


class HandoverWindow(WritingWindow):
    """``written``: where the file lies, and what it holds."""

    written = Signal(str, str)
    kinds = f"Tệp bàn giao (*{ENDING})"

    def __init__(self, today: date, around: Surroundings, parent: QWidget) -> None:
        name = f"Ban giao - {today.isoformat()}{ENDING}"
        super().__init__(around, parent, "Bàn giao", "Ghi tệp bàn giao…", name, (_ABOUT, _ONCE))
        self.resize(600, 260)

    def write(self, target: Path) -> None:
        """Write everything aside, with progress and a way to stop it."""
        handovers, key = self._around.office.handovers, self.passphrase.first.text()

        def done(handover: HandoverView) -> None:
            self.accept()
            self.written.emit(str(target), handover_contents(handover))

        self.work("Đang ghi tệp bàn giao", lambda watch: handovers.write(target, key, watch), done)
