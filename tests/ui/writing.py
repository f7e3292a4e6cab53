"""Typing Vietnamese into a widget as an input method does: QTest's keys know Latin letters only."""

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget


def write(widget: QWidget, text: str) -> None:
    """Every letter is first shown as not yet decided, then given, as Telex does."""
    for letter in text:
        QApplication.sendEvent(widget, QInputMethodEvent(letter, []))
        given = QInputMethodEvent()
        given.setCommitString(letter)
        QApplication.sendEvent(widget, given)
