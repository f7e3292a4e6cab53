"""What may be higher than its place: it scrolls there instead of pushing the window over the edge of the screen."""

from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


def scrolled(inner: QWidget) -> QScrollArea:
    """``inner`` as wide as its place, scrolling up and down."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(inner)
    area.setFocusProxy(inner)
    return area
