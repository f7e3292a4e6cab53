"""A plan without lines: what belongs here, and the two likely first steps."""

from collections.abc import Callable

from PySide6.QtGui import QAction

from nscl_desktop.ui.commands import Command, make_action
from nscl_desktop.ui.nothing_yet import NothingYet

_WORDS = (
    "Dự toán gồm các mục lớn (I, II…), trong mỗi mục là các mục chi với số lượng, đơn giá theo năm và nguồn.\n"
    "Thêm mục đầu tiên, hoặc chép một bảng trong Excel, Word rồi dán vào đây (Ctrl+V)."
)


class EmptyBudget(NothingYet):
    """Shown instead of an empty grid."""

    def __init__(self, insert: QAction, paste_table: Callable[[], object]) -> None:
        super().__init__(
            "Chưa có dòng nào", _WORDS, ("Thêm mục đầu tiên", insert.trigger), ("Dán bảng…", paste_table)
        )
        self.setMinimumHeight(8 * self.fontMetrics().lineSpacing() + 48)  # wrapped words tell no height of their own
        make_action(self, Command("Dán bảng", paste_table, keys=("Ctrl+V",)))
