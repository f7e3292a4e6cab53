"""A word about what just happened, with the way back; it never takes the focus, never asks and covers no buttons."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

_SHOWN_MS = 8000
_MARGIN = 24
FOOT = "foot"
"""Object name of a bar of buttons at the foot of a screen: the toast stays above it."""


class Toast(QFrame):
    """One message at the foot of its host; a new one replaces the old."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self.setProperty("panel", "toast")
        self.text = QLabel()
        self.button = QPushButton()
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._then: Callable[[], object] | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 8, 8)
        layout.setSpacing(16)
        layout.addWidget(self.text)
        layout.addWidget(self.button)
        self._timer = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        self.button.clicked.connect(self._on_clicked)
        host.installEventFilter(self)
        self.hide()

    def say(self, sentence: str, button: str = "", then: Callable[[], object] | None = None) -> None:
        """Show a sentence for some seconds, with a button that does something about it."""
        self.text.setText(sentence)
        self.text.setAccessibleName(sentence)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self._then = then
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def _on_clicked(self) -> None:
        self.hide()
        if self._then:
            self._then()

    def _place(self) -> None:
        host = self._host
        self.text.setWordWrap(False)
        self.adjustSize()
        widest = host.width() - 2 * _MARGIN
        if self.width() > widest:
            self.text.setWordWrap(True)
            self.setFixedWidth(widest)
            self.adjustSize()
        else:
            self.setMinimumWidth(0)
            self.setMaximumWidth(16_777_215)
        self.move((host.width() - self.width()) // 2, self._lowest() - self.height())

    def _lowest(self) -> int:
        """Where the toast may end: above the foot of the host, and above the buttons of the screen in front."""
        bars = [each for each in self._host.findChildren(QWidget, FOOT) if each.isVisible()]
        tops = [each.mapTo(self._host, QPoint()).y() for each in bars]
        return min([self._host.height() - _MARGIN, *tops])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot while the host changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)
