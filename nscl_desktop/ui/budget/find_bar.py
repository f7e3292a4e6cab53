"""Ctrl+F: lines whose text answers what is typed, one after the other."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton

from nscl_desktop.presenters.line_search import LineSearch


class FindBar(QFrame):
    """A field and where one is among the answers; Enter next, Shift+Enter back, Esc leaves."""

    found = Signal(str)
    """A line's key."""
    left = Signal()

    def __init__(self, search: LineSearch) -> None:
        super().__init__()
        self._search = search
        self.setProperty("panel", "band")
        self.field = QLineEdit(placeholderText="Tìm trong dự toán (không cần dấu)")
        self.field.setAccessibleName("Tìm trong dự toán")
        self.field.setFixedWidth(40 * self.fontMetrics().averageCharWidth() + 16)
        self.count = QLabel()
        self.count.setProperty("role", "caption")
        back, forth, close = QPushButton("Trước"), QPushButton("Tiếp"), QPushButton("Đóng")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 4, 16, 4)
        layout.setSpacing(8)
        for part in (self.field, back, forth, self.count):
            layout.addWidget(part)
        layout.addStretch(1)
        layout.addWidget(close)
        close.setProperty("quiet", "true")
        self.field.textChanged.connect(self._on_text)
        self.field.installEventFilter(self)
        back.clicked.connect(lambda: self._turn(-1))
        forth.clicked.connect(lambda: self._turn(1))
        close.clicked.connect(self._leave)
        self.hide()

    def open(self) -> None:
        """Show the bar and take the keyboard."""
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    def _on_text(self, text: str) -> None:
        self._show(self._search.seek(text))

    def _turn(self, step: int) -> None:
        self._show(self._search.turn(step))

    def _show(self, line_id: str) -> None:
        self.count.setText(self._search.words)
        if line_id:
            self.found.emit(line_id)

    def _leave(self) -> None:
        self.hide()
        self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the field."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._turn(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._leave()
                return True
        return super().eventFilter(watched, event)
