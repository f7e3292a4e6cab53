"""Sao lưu và khôi phục: the copies of the data file, when and why each was made, and the way back to one."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from nscl_desktop.domain.backup_copies import BackupCopy
from nscl_desktop.presenters.attachments import size_words
from nscl_desktop.ui.dialogs.attachments_window import AttachmentsWindow
from nscl_desktop.ui.dialogs.dialog import Dialog, caption
from nscl_desktop.ui.read_table import ReadColumn, ReadTable
from nscl_desktop.ui.tab import Surroundings

_ABOUT = (
    "Mỗi bản sao là một tệp dữ liệu đầy đủ, đã được mở thử. Khôi phục thay toàn bộ dữ liệu hiện tại bằng bản sao;"
    " dữ liệu hiện tại được giữ lại thành một bản sao khác, nên có thể quay lại."
)
_TO_CARRY = "Muốn mang sang máy khác, hãy chép cả thư mục “{}”."
_DATA = "Tệp dữ liệu (*.db)"


class RestoreWindow(Dialog):
    """A table of copies, newest first."""

    restored = Signal()

    def __init__(self, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent, "Sao lưu và khôi phục", "Khôi phục bản này", leave="Đóng")
        self._around = around
        self.files = self.add_button("Tệp đính kèm…")
        self.other = self.add_button("Khôi phục từ tệp khác…")
        self.other.setToolTip("Chọn một bản sao ở nơi khác, như trên USB; tệp đính kèm nằm cạnh nó được lấy theo")
        self.now = self.add_button("Sao lưu ngay")
        columns = (ReadColumn("Lúc", 24), ReadColumn("Lý do"), ReadColumn("Dung lượng", 12, is_figure=True))
        self.table = ReadTable("Các bản sao lưu", columns)
        self.empty = caption("Chưa có bản sao nào. Nhấn “Sao lưu ngay” để có bản đầu tiên.")
        self.space = caption("")
        self.content.addWidget(caption(_ABOUT))
        self.content.addWidget(self.table, 1)
        self.content.addWidget(self.empty, 1, Qt.AlignmentFlag.AlignTop)
        self.content.addWidget(self.space)
        self.now.clicked.connect(self._copy_now)
        self.other.clicked.connect(self._choose)
        self.files.clicked.connect(self._show_files)
        self.verb.clicked.connect(lambda: self._restore(self.table.current_data))
        self.resize(760, 480)
        self.refresh()

    def refresh(self) -> None:
        """The copies as they are now."""
        copies = self._around.office.backups.copies()
        shown = [(moment(copy.at), copy.reason_label, size_words(copy.size)) for copy in copies]
        self.table.fill(shown, data=copies)
        self.table.setVisible(bool(copies))
        self.empty.setVisible(not copies)
        self.verb.setEnabled(bool(copies))
        count, size = self._around.office.attachment_care.held()
        shared = f" Các bản sao dùng chung {count} tệp đính kèm, {size_words(size)}." if count else ""
        where = _TO_CARRY.format(copies[0].path.parent) if copies else ""
        self.space.setText(f"{len(copies)} bản sao, {size_words(sum(each.size for each in copies))}.{shared} {where}")
        self.space.setVisible(bool(copies))

    def _copy_now(self) -> None:
        backups = self._around.office.backups
        self._around.operations.run("Đang sao lưu", lambda _: backups.make(), self._on_copied, self._on_failed)

    def _on_copied(self, copy: BackupCopy) -> None:
        self.refresh()
        self.say(copy.remark)

    def _choose(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, "Khôi phục từ tệp khác", "", _DATA)
        if chosen:
            path = Path(chosen)
            self._restore(BackupCopy(path, datetime.now().astimezone(), "", path.stat().st_size))

    def _restore(self, copy: object) -> None:
        if not isinstance(copy, BackupCopy):
            return
        backups = self._around.office.backups
        self._around.operations.run("Đang khôi phục", lambda _: backups.restore(copy), self._finish, self._on_failed)

    def _finish(self, remark: str) -> None:
        self.accept()
        self.restored.emit()
        if remark:
            self._around.voice.refused.emit(remark)

    def _show_files(self) -> None:
        window = AttachmentsWindow(self._around, self)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.finished.connect(self.refresh)
        window.open()

    def _on_failed(self, error: BaseException) -> None:
        self.say(str(error))


def moment(at: datetime) -> str:
    """As the list shows it: 10:30:00 05/01/2026."""
    return f"{at:%H:%M:%S %d/%m/%Y}"
