"""A small window for choosing one budget line: type a part of it, Enter takes it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from nscl_desktop.presenters.line_choice import LineChoice

_LINE = Qt.ItemDataRole.UserRole
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class LinePicker(QDialog):
    """Search field, list, two buttons."""

    picked = Signal(str)
    """The chosen line's key."""

    def __init__(self, choice: LineChoice, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Chọn mục chi")
        self._choice = choice
        self.field = QLineEdit(placeholderText="Tìm mục chi (không cần dấu)")
        self.field.setAccessibleName("Tìm mục chi")
        self.list = QListWidget()
        self.list.setAccessibleName("Các mục chi")
        self.take, leave = QPushButton("Chọn"), QPushButton("Đóng")
        self.take.setProperty("primary", "true")
        self.take.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(leave)
        buttons.addWidget(self.take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self.field)
        layout.addWidget(self.list, 1)
        layout.addLayout(buttons)
        self.field.textChanged.connect(self._fill)
        self.field.installEventFilter(self)
        self.list.itemDoubleClicked.connect(lambda _: self._take())
        self.take.clicked.connect(self._take)
        leave.clicked.connect(self.reject)
        self._fill("")
        self.resize(720, 480)

    def _fill(self, query: str) -> None:
        self.list.clear()
        for offer in self._choice.offers(query):
            item = QListWidgetItem(offer.words)
            item.setData(_LINE, offer.line_id)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.take.setEnabled(self.list.count() > 0)

    def _take(self) -> None:
        item: QListWidgetItem | None = self.list.currentItem()
        if item is not None:
            self.accept()
            self.picked.emit(item.data(_LINE))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys move in the list while one types."""
        pressed = event if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else None
        if pressed and pressed.key() in _MOVES:
            self.list.keyPressEvent(pressed)
            return True
        return super().eventFilter(watched, event)
