"""What all dialogs of the program have alike: title, content, one verb at the right and the way out beside it."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from nscl_desktop.ui.screen_room import fit_to_screen


class Dialog(QDialog):
    """A dialog with room for content; ``say`` puts a sentence above the buttons, mostly why something is refused."""

    def __init__(self, parent: QWidget, title: str, verb: str, *, leave: str = "Thôi") -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.verb = QPushButton(verb)
        self.verb.setProperty("primary", "true")
        self.verb.setDefault(True)
        self.leave = QPushButton(leave)
        self.leave.clicked.connect(self.reject)
        self.message = QLabel()
        self.message.setProperty("role", "error")
        self.message.setWordWrap(True)
        self.message.hide()
        self.content = QVBoxLayout()
        self.content.setSpacing(8)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.leave)
        self._buttons.addWidget(self.verb)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(24, 24, 24, 24)
        self._whole.setSpacing(16)
        self._whole.addLayout(self.content, 1)
        self._whole.addWidget(self.message)
        self._whole.addLayout(self._buttons)

    def showEvent(self, event: QShowEvent) -> None:
        """No larger than the screen, however much Windows enlarges everything."""
        fit_to_screen(self)
        super().showEvent(event)

    def say(self, sentence: str) -> None:
        """A sentence above the buttons, whole however long; empty takes it away."""
        self.message.setText(sentence)
        self.message.setVisible(bool(sentence))
        needed = self._whole.totalHeightForWidth(self.width())
        if sentence and self.height() < needed:
            self.resize(self.width(), needed)
        self.message.setAccessibleName(sentence)

    def add_button(self, words: str) -> QPushButton:
        """Another thing that can be done, before the way out."""
        button = QPushButton(words)
        self._buttons.insertWidget(self._buttons.count() - 2, button)
        return button

    def add_field(self, words: str, field: QWidget) -> None:
        """A field with its name above."""
        self.content.addLayout(_named(words, field))

    def add_fields(self, *fields: tuple[str, QWidget]) -> None:
        """Fields beside one another, each with its name above."""
        row = QHBoxLayout()
        row.setSpacing(16)
        for words, field in fields:
            row.addLayout(_named(words, field), 1)
        self.content.addLayout(row)


def _named(words: str, field: QWidget) -> QVBoxLayout:
    column, label = QVBoxLayout(), caption(words)
    column.setSpacing(4)
    label.setBuddy(field)
    field.setAccessibleName(words)
    column.addWidget(label)
    column.addWidget(field, 1)
    return column


def caption(words: str) -> QLabel:
    """Second-rank text that may run over several lines."""
    label = QLabel(words)
    label.setProperty("role", "caption")
    label.setWordWrap(True)
    return label
