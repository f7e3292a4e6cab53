"""One of the four figures of the overview: a button with its title, the figure, and what stands below it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout

from nscl_desktop.presenters.overview_sheet import Card
from nscl_desktop.ui.elided_label import ElidedLabel
from nscl_desktop.ui.theme import Theme


class FigureCard(QPushButton):
    """Enter, space or a click opens what is behind the figure."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.card: Card | None = None
        self.title, self.figure, self.below = ElidedLabel(""), QLabel(), ElidedLabel("")
        self.title.setProperty("role", "caption")
        self.figure.setProperty("role", "figure")
        self.below.setProperty("role", "caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(0)
        for label in (self.title, self.figure, self.below):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(label)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._paint_figure)

    def show_card(self, card: Card) -> None:
        """Another figure."""
        self.card = card
        self.title.setText(card.title)
        self.figure.setText(card.figure)
        self.below.setText(card.below)
        self.setAccessibleName(f"{card.title}: {card.figure}; {card.below}")
        self.setToolTip(f"{card.title}\n{card.below}\nNhấn để xem từ đâu ra (F4)")
        self._paint_figure()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as its three lines."""
        layout = self.layout()
        return layout.sizeHint() if layout else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Narrow windows cut the words short, never the figure."""
        return QSize(self.figure.sizeHint().width() + 32, self.sizeHint().height())

    def _paint_figure(self) -> None:
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.7)
        font.setBold(True)
        self.figure.setFont(font)
        colour = self._theme.colour(self.card.tone if self.card else "text").name()
        self.figure.setStyleSheet(f"color: {colour}")
