"""Thùng rác: what was deleted, newest first, found without dấu, brought back whole."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.deleted_records import DeletedRow
from nscl_desktop.presenters.deleted_list import MOST_SHOWN, cells, found_rows, tip
from nscl_desktop.ui.dialogs.dialog import caption
from nscl_desktop.ui.packages.package_window import PackageWindow
from nscl_desktop.ui.read_table import ReadColumn, ReadTable
from nscl_desktop.ui.tab import Surroundings

_COLUMNS = (ReadColumn("Xóa lúc", 17), ReadColumn("Đã xóa"), ReadColumn("Người xóa", 22))
_ABOUT = "Khôi phục đưa về trọn bản ghi như lúc bị xóa, cùng mọi phần thuộc về nó; khôi phục rồi vẫn hoàn tác được."


class BinWindow(PackageWindow):
    """``restored``: the step that brought a record back, and its kind."""

    restored = Signal(object, str)

    def __init__(self, around: Surroundings, parent: QWidget) -> None:
        super().__init__(around, parent, "Thùng rác", "Khôi phục", leave="Đóng")
        self._bin = around.office.everyday.bin
        self._rows: Sequence[DeletedRow] = ()
        self.search = QLineEdit(placeholderText="Tìm trong những gì đã xóa (không cần dấu)")
        self.search.setAccessibleName("Tìm trong những gì đã xóa")
        self.search.setClearButtonEnabled(True)
        self.table = ReadTable("Những gì đã xóa", _COLUMNS)
        self.count = caption("")
        self.content.addWidget(caption(_ABOUT))
        self.content.addWidget(self.search)
        self.content.addWidget(self.table, 1)
        self.content.addWidget(self.count)
        self.search.textChanged.connect(lambda _: self._fill())
        self.search.returnPressed.connect(self.table.setFocus)
        self.table.itemDoubleClicked.connect(lambda _: self._restore())
        self.verb.clicked.connect(self._restore)
        self.resize(960, 560)
        self.search.setFocus()
        self.follow()

    def read(self) -> None:
        """Read what is in the bin."""

        def show(rows: Sequence[DeletedRow]) -> None:
            self._rows = rows
            self._fill()

        self.work("Đang đọc nhật ký", lambda _: self._bin.deleted(), show)

    def follow(self) -> None:
        """Something can be restored where a row is chosen."""
        self.verb.setEnabled(not self.is_working and self.table.rowCount() > 0)

    def _fill(self) -> None:
        found = found_rows(self._rows, self.search.text())
        shown = found[:MOST_SHOWN]
        self.table.fill([cells(row) for row in shown], data=shown, tips=[tip(row) for row in shown])
        self.count.setText(_counted(len(self._rows), len(found)))
        self.follow()

    def _restore(self) -> None:
        row = self.table.current_data
        if not isinstance(row, DeletedRow) or self.is_working:
            return

        def done(step: ChangeSet) -> None:
            self.accept()
            self.restored.emit(step, row.entity)

        self.work("Đang khôi phục", lambda _: self._bin.restore(row), done)


def _counted(held: int, found: int) -> str:
    if not held:
        return "Thùng rác trống: chưa có gì bị xóa, hoặc mọi thứ đã được khôi phục."
    if not found:
        return "Không có gì như vậy trong thùng rác; hãy gõ ít chữ hơn."
    more = f"; còn {found - MOST_SHOWN} mục nữa, hãy gõ thêm để tìm" if found > MOST_SHOWN else ""
    return f"{found} mục{more}."
