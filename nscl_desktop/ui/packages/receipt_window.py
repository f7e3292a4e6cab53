"""Giấy báo nhận: what the office took of this machine's work, what waits there and why, what it could not take."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from nscl_desktop.presenters.package_given import ReceiptRow, receipt_keys, receipt_rows, taken_words
from nscl_desktop.services.package_report import Receipt
from nscl_desktop.services.package_views import Watch
from nscl_desktop.ui.dialogs.dialog import caption
from nscl_desktop.ui.packages.package_file_window import Facts, PackageFileWindow
from nscl_desktop.ui.read_table import ReadColumn, ReadTable
from nscl_desktop.ui.tab import Surroundings


class ReceiptWindow(PackageFileWindow):
    """A list; nothing is changed by reading it."""

    def __init__(self, path: Path, around: Surroundings, parent: QWidget) -> None:
        super().__init__(path, around, parent, "Giấy báo nhận của văn phòng", "Đóng")
        self.leave.hide()
        self.taken = caption("")
        self.table = ReadTable(
            "Những chỗ chưa nhận", (ReadColumn("Kết quả", 14), ReadColumn("Chỗ"), ReadColumn("Lý do", 32)), lines=2
        )
        self.table.setWordWrap(True)
        self.table.hide()
        self.content.addWidget(self.taken)
        self.content.addWidget(self.table, 1)
        self.content.addStretch(0)
        self.verb.clicked.connect(self.accept)
        self.resize(820, 440)
        self.look()

    def show_package(self, facts: Facts) -> None:
        """Read what it says of the open file's work."""
        work, giving, path, key = self._around.office.given_work, self._around.office.giving, self.path, self.key

        def read(_watch: Watch) -> tuple[Receipt, list[ReceiptRow]]:
            receipt = work.read_receipt(path, key)
            return receipt, receipt_rows(receipt, giving.names(receipt_keys(receipt)))

        self.work("Đang đọc giấy báo nhận", read, self._show)

    def _show(self, found: tuple[Receipt, list[ReceiptRow]]) -> None:
        receipt, rows = found
        self.taken.setText(taken_words(receipt))
        self.table.fill([(row.outcome, row.place, row.why) for row in rows])
        self.table.setVisible(bool(rows))

    def follow(self) -> None:
        """It can always be closed."""
        self.verb.setEnabled(not self.is_working)
