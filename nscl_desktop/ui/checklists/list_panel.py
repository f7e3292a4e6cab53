"""The list of check lists: search, versions of each, those not used any more at will, the way to a new one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QLineEdit, QPushButton, QVBoxLayout

from nscl_desktop.presenters.checklist_list import ChecklistList
from nscl_desktop.ui.dressing import dress
from nscl_desktop.ui.theme import Theme
from nscl_desktop.ui.two_line_items import TwoLineList


class ChecklistPanel(QFrame):
    """``chosen`` tells the current version's key."""

    chosen = Signal(str)
    adding_wanted = Signal()

    def __init__(self, lists: ChecklistList, theme: Theme) -> None:
        super().__init__()
        self._lists = lists
        self.setProperty("panel", "side")
        self.setMinimumWidth(24 * self.fontMetrics().averageCharWidth() + 40)
        self.search = QLineEdit(placeholderText="Tìm bảng kiểm (không cần dấu)")
        self.search.setAccessibleName("Tìm bảng kiểm")
        self.search.setClearButtonEnabled(True)
        self.list = TwoLineList("Các bảng kiểm", theme)
        self.retired, self.none_found, self.add = QCheckBox(), QLabel(), QPushButton("Thêm")
        self.none_found.setProperty("role", "caption")
        self.none_found.setWordWrap(True)
        dress(theme, self.add, "add")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        for widget in (self.search, self.list, self.none_found):
            layout.addWidget(widget, 1 if widget is self.list else 0)
        layout.addStretch(0)
        layout.addWidget(self.retired)
        layout.addWidget(self.add)
        self.search.textChanged.connect(self._on_search)
        self.retired.toggled.connect(self._on_retired)
        self.list.currentItemChanged.connect(lambda *_: self.chosen.emit(self.list.key))
        self.add.clicked.connect(self.adding_wanted)

    def refill(self, current: str) -> None:
        """Show the lists as they are now, ``current`` chosen; nobody is told of the choice."""
        rows = self._lists.rows()
        self.list.fill([(row.key, row.name, row.about) for row in rows], current)
        self.list.setVisible(bool(rows))
        self.none_found.setVisible(not rows)
        nothing = "Không có bảng kiểm nào khớp. Xóa ô tìm để xem tất cả."
        self.none_found.setText("Chưa có bảng kiểm nào." if self._lists.is_empty else nothing)
        self.retired.setText(f"Hiện cả {self._lists.retired} bản thôi dùng")
        self.retired.setVisible(self._lists.retired > 0)

    def take_focus(self) -> None:
        """The list, or the search where nothing is listed."""
        self.list.setFocus() if self.list.count() else self.search.setFocus()

    def _on_search(self, text: str) -> None:
        self._lists.query = text
        self.refill(self.list.key)

    def _on_retired(self, is_on: bool) -> None:
        self._lists.with_retired = is_on
        self.refill(self.list.key)
