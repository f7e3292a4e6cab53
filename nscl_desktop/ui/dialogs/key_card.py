"""Bảng phím tắt: all commands with their keys, told by the menus themselves, so that the card is never out of date."""

from collections.abc import Sequence

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from nscl_desktop.ui.commands import plain_words
from nscl_desktop.ui.dialogs.dialog import Dialog
from nscl_desktop.ui.read_table import ReadColumn, ReadTable

_GRID_KEYS = (
    ("Đi tới ô khác", "← → ↑ ↓"), ("Ô dưới / ô trên", "Enter / Shift+Enter"), ("Ô phải / ô trái", "Tab / Shift+Tab"),
    ("Mở rộng vùng chọn", "Shift+← → ↑ ↓"), ("Đến đầu hoặc cuối bảng", "Ctrl+Home / Ctrl+End"), ("Sửa ô", "F2"),
    ("Bỏ nội dung đang gõ", "Esc"), ("Xuống dòng trong ô", "Alt+Enter khi đang gõ"),
)  # fmt: skip


class KeyCard(Dialog):
    """A table of words and keys."""

    def __init__(self, commands: Sequence[tuple[str, QAction]], parent: QWidget) -> None:
        super().__init__(parent, "Bảng phím tắt", "Đóng")
        self.leave.hide()
        self.verb.clicked.connect(self.accept)
        rows = [
            (where, plain_words(action), " hoặc ".join(_native(keys) for keys in action.shortcuts()))
            for where, action in commands
            if action.shortcuts()
        ]
        rows += [("Trong bảng dự toán", words, keys) for words, keys in _GRID_KEYS]
        self.table = ReadTable("Bảng phím tắt", (ReadColumn("Ở đâu", 22), ReadColumn("Lệnh"), ReadColumn("Phím", 28)))
        self.table.fill(rows)
        self.content.addWidget(self.table, 1)
        self.resize(680, 560)


def _native(keys: QKeySequence) -> str:
    return keys.toString(QKeySequence.SequenceFormat.NativeText)
