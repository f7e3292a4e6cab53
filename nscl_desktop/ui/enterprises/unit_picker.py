"""Choosing one unit out of the register of 100,000: type a part of its name, tax code or address, Enter takes it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from nscl_desktop.domain.enterprise_list import ListQuery
from nscl_desktop.presenters.enterprise_office import Register
from nscl_desktop.ui.dialogs.dialog import Dialog, caption

_COLUMNS = ("name", "tax_code", "commune", "province")
_KEY = Qt.ItemDataRole.UserRole
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class UnitPicker(Dialog):
    """``picked`` tells the chosen unit's key and name. ``kinds``: only units of these kinds, all if none is named."""

    picked = Signal(str, str)

    def __init__(
        self, register: Register, parent: QWidget, title: str = "Chọn đơn vị", kinds: tuple[str, ...] = ()
    ) -> None:
        super().__init__(parent, title, "Chọn")
        self._register, self._kinds = register, kinds
        self.search = QLineEdit(placeholderText="Tìm tên, mã số thuế, địa chỉ… (không cần dấu)")
        self.list = QListWidget()
        self.list.setAccessibleName("Các đơn vị")
        self.list.setUniformItemSizes(True)
        self.about = caption("")
        self.add_field("Tìm đơn vị", self.search)
        self.content.addWidget(self.list, 1)
        self.content.addWidget(self.about)
        self.search.textChanged.connect(lambda _: self._fill())
        self.search.installEventFilter(self)
        self.list.itemDoubleClicked.connect(lambda _: self._take())
        self.list.currentRowChanged.connect(lambda row: self.verb.setEnabled(row >= 0))
        self.verb.clicked.connect(self._take)
        self.resize(640, 480)
        self._fill()
        self.search.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys move in the list while one types."""
        pressed = event if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else None
        if pressed and pressed.key() in _MOVES:
            self.list.keyPressEvent(pressed)
            return True
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        page = self._register.page(ListQuery(self.search.text(), kinds=self._kinds), None, _COLUMNS)
        self.list.clear()
        for entry in page.entries:
            words = [str(value) for value in entry.values if value]
            item = QListWidgetItem(" · ".join(words))
            item.setToolTip("\n".join(words))
            item.setData(_KEY, (entry.id, str(entry.values[0])))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.verb.setEnabled(bool(page.entries))
        more = "Còn nhiều đơn vị nữa; hãy gõ thêm để tìm." if page.end else ""
        none = "Không có đơn vị nào như vậy; hãy thêm đơn vị ở phần Đơn vị trước."
        self.about.setText(more if page.entries else none)

    def _take(self) -> None:
        item: QListWidgetItem | None = self.list.currentItem()
        if item is not None:
            self.accept()
            self.picked.emit(*item.data(_KEY))
