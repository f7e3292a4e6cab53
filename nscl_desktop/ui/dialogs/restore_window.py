"""Sao lưu và khôi phục: the copies of the data file, when and why each was made, and the way back to one."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from nscl_desktop.domain.backup_copies import BackupCopy
from nscl_desktop.ui.dialogs.dialog import Dialog, caption
from nscl_desktop.ui.read_table import ReadColumn, ReadTable
from nscl_desktop.ui.tab import Surroundings

_ABOUT = (
    "Mỗi bản sao là một tệp dữ liệu đầy đủ, đã được mở thử. Khôi phục thay toàn bộ dữ liệu hiện tại bằng bản sao;"
    " dữ liệu hiện tại được giữ lại thành một bản sao khác, nên có thể quay lại."
)


class RestoreWindow(Dialog):
    """A table of copies, newest first."""

    restored = Signal()

    def __init__(self, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent, "Sao lưu và khôi phục", "Khôi phục bản này", leave="Đóng")
        self._around = around
        self.now = self.add_button("Sao lưu ngay")
        columns = (ReadColumn("Lúc", 24), ReadColumn("Lý do"), ReadColumn("Dung lượng", 12, is_figure=True))
        self.table = ReadTable("Các bản sao lưu", columns)
        self.empty = caption("Chưa có bản sao nào. Nhấn “Sao lưu ngay” để có bản đầu tiên.")
        self.content.addWidget(caption(_ABOUT))
        self.content.addWidget(self.table, 1)
        self.content.addWidget(self.empty, 1, Qt.AlignmentFlag.AlignTop)
        self.now.clicked.connect(self._copy_now)
        self.verb.clicked.connect(self._restore)
        self.resize(640, 440)
        self.refresh()

    def refresh(self) -> None:
        """The copies as they are now."""
        copies = self._around.office.backups.copies()
        shown = [(moment(copy.at), copy.reason_label, size_words(copy.size)) for copy in copies]
        self.table.fill(shown, data=copies)
        self.table.setVisible(bool(copies))
        self.empty.setVisible(not copies)
        self.verb.setEnabled(bool(copies))

    def _copy_now(self) -> None:
        backups = self._around.office.backups
        self._around.operations.run("Đang sao lưu", lambda _: backups.make(), lambda _: self.refresh(), self._on_failed)

    def _restore(self) -> None:
        copy = self.table.current_data
        if not isinstance(copy, BackupCopy):
            return
        backups = self._around.office.backups
        self._around.operations.run(
            "Đang khôi phục", lambda _: backups.restore(copy), lambda _: self._finish(), self._on_failed
        )

    def _finish(self) -> None:
        self.accept()
        self.restored.emit()

    def _on_failed(self, error: BaseException) -> None:
        self.say(str(error))


def moment(at: datetime) -> str:
    """"10:30:00 05/01/2026"."""
    return f"{at:%H:%M:%S %d/%m/%Y}"


def size_words(size: int) -> str:
    """Bytes in the unit that suits them."""
    return f"{size / 1024 / 1024:.1f} MB".replace(".", ",") if size >= 1024 * 1024 else f"{max(size // 1024, 1)} KB"
