"""Instead of a record: what belongs on the screen, and the likely first steps."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

FirstStep = tuple[str, Callable[[], object]]
"""Words of a button and what it does."""


class NothingYet(QWidget):
    """A title, some words on what belongs here, and buttons of which the first is the likeliest.

    ``none_chosen`` is the title where there are records, but none is chosen.
    """

    def __init__(self, none_yet: str, words: str, *steps: FirstStep, none_chosen: str = "") -> None:
        super().__init__()
        self._titles = (none_chosen or none_yet, none_yet)
        self.title, self.words = QLabel(none_yet), QLabel(words)
        self.title.setProperty("role", "title")
        self.words.setProperty("role", "caption")
        self.words.setWordWrap(True)
        self.buttons = [_button(words, do) for words, do in steps]
        if self.buttons:
            self.buttons[0].setProperty("primary", "true")
        self._lay_out()

    def follow(self, *, is_empty: bool) -> None:
        """Whether there are records to choose from."""
        self.title.setText(self._titles[is_empty])

    def take_focus(self) -> None:
        """The likeliest step."""
        if self.buttons:
            self.buttons[0].setFocus()

    def _lay_out(self) -> None:
        row, column = QHBoxLayout(), QVBoxLayout(self)
        row.setSpacing(8)
        row.addStretch(1)
        for button in self.buttons:
            row.addWidget(button)
        row.addStretch(1)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(16)
        column.addStretch(1)
        for label in (self.title, self.words):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addLayout(row)
        column.addStretch(2)


def _button(words: str, do: Callable[[], object]) -> QPushButton:
    button = QPushButton(words)
    button.clicked.connect(lambda: do())  # noqa: PLW0108 - without Qt's own argument
    return button
