"""Dialogs no larger than their screen: at 150 per cent a laptop of 1366 × 768 has 911 × 485 left for them."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

_FRAME = QSize(16, 40)


def fit_to_screen(dialog: QDialog) -> None:
    """Make a dialog small enough for its screen, title bar included."""
    dialog.resize(dialog.size().boundedTo(dialog.screen().availableSize() - _FRAME))
