"""A label that shortens its text with … instead of pushing its neighbours away; the whole text is its tool tip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QStyleOption, QWidget

from nscl_desktop.ui.style_options import palette_of


class ElidedLabel(QLabel):
    """One line of text as wide as there is room for; ``hugging`` takes no more than the text needs."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, hugging: bool = False) -> None:
        super().__init__(text, parent)
        width = QSizePolicy.Policy.Maximum if hugging else QSizePolicy.Policy.Ignored
        self.setSizePolicy(width, QSizePolicy.Policy.Preferred)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def setText(self, text: str) -> None:
        """Show another text."""
        super().setText(text)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:
        """As narrow as one likes."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much of the text as fits."""
        painter = QPainter(self)
        option = QStyleOption()
        option.initFrom(self)
        style = self.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        area = self.contentsRect()
        line = " ".join(self.text().split())
        shown = self.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, area.width())
        style.drawItemText(
            painter, area, int(self.alignment()), palette_of(option), self.isEnabled(), shown, self.foregroundRole()
        )
