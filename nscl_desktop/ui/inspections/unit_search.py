"""Seeking one unit of the register inside a window: type a part of its name, tax code or address."""

from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from nscl_desktop.presenters.enterprise_list import EnterpriseList
from nscl_desktop.presenters.enterprise_office import Register

_COLUMNS = ("name", "tax_code", "address", "commune", "province")
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_MOST = 50
_LEAST_ROWS = 2
_KEY, _ADDRESS = (Qt.ItemDataRole.UserRole + place for place in range(2))


class UnitSearch(QWidget):
    """Search field over the best answers; arrow keys move among them while one types."""

    def __init__(self, register: Register) -> None:
        super().__init__()
        self._units = EnterpriseList(register, date.today().isoformat(), _COLUMNS)  # noqa: DTZ011 - the clerk's own day
        self.field = QLineEdit(placeholderText="Tìm tên, mã số thuế, địa chỉ… (không cần dấu)")
        self.field.setAccessibleName("Tìm đơn vị")
        self.field.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setProperty("framed", "true")
        self.list.setAccessibleName("Các đơn vị tìm thấy")
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(_LEAST_ROWS * (self.list.fontMetrics().height() + 4))
        self.about = QLabel()
        self.about.setProperty("role", "caption")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self.field, self.list, self.about):
            layout.addWidget(widget)
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(self._seek)
        self.field.installEventFilter(self)
        self._seek("")

    @property
    def key(self) -> str:
        """The chosen unit's key, empty for none."""
        return self._of(_KEY)

    @property
    def address(self) -> str:
        """The chosen unit's whole address on one line."""
        return self._of(_ADDRESS)

    def _of(self, role: int) -> str:
        item: QListWidgetItem | None = self.list.currentItem()
        return str(item.data(role)) if item is not None else ""

    def _seek(self, text: str) -> None:
        self._units.seek(text)
        self.list.clear()
        for row in self._units.rows[:_MOST]:
            name, code, *place = (str(value or "") for value in row.values)
            address = ", ".join(filter(None, place))
            item = QListWidgetItem(" · ".join(filter(None, (name, code, address))))
            item.setToolTip(item.text())
            for role, value in ((_KEY, row.id), (_ADDRESS, address)):
                item.setData(role, value)
            self.list.addItem(item)
        if text.strip():
            self.list.setCurrentRow(0)
        self.about.setText(self._about())

    def _about(self) -> str:
        if not self.list.count():
            is_asked = bool(self.field.text().strip())
            return "Không thấy đơn vị nào như vậy." if is_asked else "Chưa có đơn vị nào; hãy ghi ở Doanh nghiệp."
        more = self._units.has_more or len(self._units.rows) > _MOST
        return f"{_MOST} đơn vị đầu; gõ thêm để thu hẹp." if more else f"{self.list.count()} đơn vị"

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys move in the list while one types."""
        pressed = event if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else None
        if pressed and pressed.key() in _MOVES:
            self.list.keyPressEvent(pressed)
            return True
        return super().eventFilter(watched, event)
