"""What all dialogs of the program have alike: title, content, one verb at the right and the way out beside it."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from nscl_desktop.ui.elided_label import ElidedLabel


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
        self.message = ElidedLabel()
        self.message.setProperty("role", "error")
        self.content = QVBoxLayout()
        self.content.setSpacing(8)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addWidget(self.message, 1)
        self._buttons.addWidget(self.leave)
        self._buttons.addWidget(self.verb)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(16)
        layout.addLayout(self.content, 1)
        layout.addLayout(self._buttons)

    def say(self, sentence: str) -> None:
        """A sentence beside the buttons; empty takes it away."""
        self.message.setText(sentence)
        self.message.setAccessibleName(sentence)

    def add_button(self, words: str) -> QPushButton:
        """Another thing that can be done, before the way out."""
        button = QPushButton(words)
        self._buttons.insertWidget(self._buttons.count() - 2, button)
        return button

    def add_field(self, words: str, field: QWidget) -> None:
        """A field with its name above."""
        label = caption(words)
        label.setBuddy(field)
        field.setAccessibleName(words)
        self.content.addWidget(label)
        self.content.addWidget(field)


def caption(words: str) -> QLabel:
    """Second-rank text that may run over several lines."""
    label = QLabel(words)
    label.setProperty("role", "caption")
    label.setWordWrap(True)
    return label
