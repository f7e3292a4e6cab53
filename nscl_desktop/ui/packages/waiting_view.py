"""Phần đang chờ: what is held back and why; what is chosen of many is decided for all of them at once."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from nscl_desktop.presenters.package_check_outs import WaitingRow
from nscl_desktop.presenters.package_words import CHOICE_WORDS
from nscl_desktop.services.package_views import DELETE, KEEP
from nscl_desktop.ui.dialogs.dialog import caption
from nscl_desktop.ui.read_table import ReadColumn, ReadTable

_ABOUT = "Giữ lại: dữ liệu ở văn phòng vẫn như bây giờ. Xóa: bản ghi mất đi cùng mọi thứ thuộc về nó."
_DATA = Qt.ItemDataRole.UserRole


class WaitingView(QWidget):
    """``wanted``: a choice, for these rows."""

    wanted = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.table = ReadTable(
            "Các chỗ đang chờ", (ReadColumn("Chỗ"), ReadColumn("Vì sao chờ", 44), ReadColumn("Máy", 16)), lines=2
        )
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setWordWrap(True)
        self.nothing = QLabel("Không có gì đang chờ.")
        self.nothing.setProperty("role", "notice")
        self.buttons = {choice: QPushButton(f"{words} (các dòng đã chọn)") for choice, words in CHOICE_WORDS.items()}
        self.about = caption(_ABOUT)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.about, 1)
        for button in self.buttons.values():
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 8)
        layout.setSpacing(8)
        layout.addWidget(self.nothing, 1)
        layout.addWidget(self.table, 1)
        layout.addLayout(foot)
        self.setFocusProxy(self.table)
        self.table.itemSelectionChanged.connect(self._follow)
        self.buttons[KEEP].clicked.connect(lambda: self.wanted.emit(KEEP, self.chosen()))
        self.buttons[DELETE].clicked.connect(lambda: self.wanted.emit(DELETE, self.chosen()))
        self.fill([])

    def fill(self, rows: list[WaitingRow]) -> None:
        """Show what waits now."""
        self.table.fill([(row.place, row.why, row.who) for row in rows], data=rows)
        self.nothing.setVisible(not rows)
        for part in (self.table, self.about, *self.buttons.values()):
            part.setVisible(bool(rows))
        self._follow()

    def chosen(self) -> list[WaitingRow]:
        """The rows that are selected."""
        places = sorted({index.row() for index in self.table.selectedIndexes()})
        items = (self.table.item(place, 0) for place in places)
        return [row for item in items if item and isinstance(row := item.data(_DATA), WaitingRow)]

    def _follow(self) -> None:
        rows = self.chosen()
        for choice, button in self.buttons.items():
            button.setEnabled(bool(rows) and all(choice in dict(row.choices) for row in rows))
