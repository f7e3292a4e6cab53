"""The place of the answer: large buttons where one press answers, else a large field to type in."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from nscl_desktop.presenters.question_card import QuestionCard

TARGET = 52
"""Height of what is pressed with a finger, in device-independent pixels: 44 is the least that is hit surely."""
_MOST_BESIDE = 3
_SHORT = 2
"""Labels of so many characters are points: they stand beside each other, however many there are, each in the middle."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AnswerField(QWidget):
    """``show_question`` makes it anew for the question in front; ``text`` is what the answer is now."""

    pressed = Signal()
    """One press has answered."""
    leave_wanted = Signal(int)
    """Go on (1) or back (-1), asked for inside a field of words."""

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.buttons: list[QPushButton] = []
        self.field: QLineEdit | QPlainTextEdit | None = None
        self._values: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The answer as it stands; empty for none."""
        if isinstance(self.field, QPlainTextEdit):
            return self.field.toPlainText()
        if isinstance(self.field, QLineEdit):
            return self.field.text()
        pressed = [value for value, button in zip(self._values, self.buttons, strict=True) if button.isChecked()]
        return pressed[0] if pressed else ""

    def show_question(self, card: QuestionCard) -> None:
        """Buttons or a field for the question in front, with its answer."""
        self._clear()
        if card.question is None:
            return
        if card.choices:
            self._show_buttons(card.choices, card.answer)
        elif card.is_long:
            self._show_words(card.answer)
        else:
            self._show_line(card.answer)
        for widget in (*self.buttons, *([self.field] if self.field else [])):
            widget.setEnabled(card.is_open)
            widget.show()  # at once: what the layout shows later cannot take the focus now

    def take_focus(self) -> None:
        """Ready to be typed or pressed."""
        target = self.field or next((each for each in self.buttons if each.isChecked()), next(iter(self.buttons), None))
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def press(self, place: int) -> bool:
        """Answer with a digit: points by themselves, else 1 for the first button; whether there is such a button."""
        index = self._values.index(str(place)) if str(place) in self._values else place - 1
        if not 0 <= index < len(self.buttons) or not self.buttons[index].isEnabled():
            return False
        self.buttons[index].click()
        return True

    def _clear(self) -> None:
        for place in reversed(range(self._layout.count())):
            widget = self._layout.takeAt(place).widget()
            widget.hide()
            widget.deleteLater()
        self.buttons, self.field, self._values = [], None, ()

    def _show_buttons(self, choices: Sequence[tuple[str, str]], answer: str) -> None:
        holder = QWidget()
        is_row = len(choices) <= _MOST_BESIDE or all(len(label) <= _SHORT for _, label in choices)
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight if is_row else QBoxLayout.Direction.TopToBottom, holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._values = tuple(value for value, _ in choices)
        for value, label in choices:
            button = QPushButton(label)
            button.setCheckable(True)
            button.setChecked(value == answer)
            button.setMinimumHeight(TARGET)
            button.setProperty("answer", "true" if len(label) > _SHORT else "figure")
            button.clicked.connect(lambda on, chosen=button: self._on_pressed(chosen, is_on=on))
            self.buttons.append(button)
            row.addWidget(button)
        self._layout.addWidget(holder)
        holder.show()

    def _on_pressed(self, chosen: QPushButton, *, is_on: bool) -> None:
        """One at a time; pressing the pressed one again takes the answer back."""
        for button in self.buttons:
            button.setChecked(button is chosen and is_on)
        self.pressed.emit()

    def _show_line(self, answer: str) -> None:
        field = QLineEdit(answer)
        field.setAccessibleName("Câu trả lời")
        field.setMinimumHeight(TARGET)
        field.setMaximumWidth(20 * field.fontMetrics().averageCharWidth() + 40)
        self.field = field
        self._layout.addWidget(field)

    def _show_words(self, answer: str) -> None:
        field = QPlainTextEdit(answer)
        field.setAccessibleName("Câu trả lời")
        field.setTabChangesFocus(True)
        field.setMinimumHeight(2 * TARGET)
        field.installEventFilter(self)
        self.field = field
        self._layout.addWidget(field)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In words Enter goes on, Shift+Enter begins a line; the page keys turn questions, not the text."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.leave_wanted.emit(1)
                return True
            if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
                self.leave_wanted.emit(1 if event.key() == Qt.Key.Key_PageDown else -1)
                return True
        return super().eventFilter(watched, event)
