"""The chosen question's fields; made anew when its kind asks for other fields."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from nscl_desktop.presenters.checklist_forms import QuestionForm
from nscl_desktop.services.desk import Desk
from nscl_desktop.ui.record_form_view import RecordFormView
from nscl_desktop.ui.tab import Voice

_SPANS = {"text": 2, "kind": 2, "label": 2, "hint": 2, "asked_if": 2, "condition": 2, "is_required": 2}


class QuestionPanel(QScrollArea):
    """``show_question`` puts another question in it."""

    def __init__(self, desk: Desk, voice: Voice) -> None:
        super().__init__()
        self._desk, self._voice = desk, voice
        self.view: RecordFormView | None = None
        self._shape: object = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Câu đang chọn")

    def show_question(self, key: str) -> None:
        """Another question, or none."""
        form = QuestionForm(self._desk, key)
        if self.view is not None and form.shape == self._shape and form.shape:
            if self.view.form.record_id != key:
                self.view.settle()
                self.view.form.show(key)
            self.view.refresh()
            return
        if self.view is not None:
            self.view.settle()
        focus = self._focused_name()
        self._shape = form.shape
        inner, column = QWidget(), QVBoxLayout()
        inner.setLayout(column)
        column.setContentsMargins(16, 12, 16, 16)
        self.view = None
        if form.shape:
            self.view = RecordFormView(form, self._voice, columns=2, wide_lines=5, spans=_SPANS)
            column.addWidget(self.view)
        else:
            none = QLabel("Chọn một câu để xem và sửa.")
            none.setProperty("role", "caption")
            column.addWidget(none)
        column.addStretch(1)
        self.setWidget(inner)
        if self.view is not None and focus in dict(form.shape):
            self.view.editor(focus).setFocus()

    def settle(self) -> None:
        """Take what is being typed."""
        if self.view is not None:
            self.view.settle()

    def take_focus(self) -> None:
        """Begin with the first field."""
        if self.view is not None:
            self.view.editor("text").setFocus()

    def _focused_name(self) -> str:
        """The field that has the keyboard, so that the form made anew gives it back."""
        if self.view is None:
            return ""
        return next((name for name, _ in self._names() if self.view.editor(name).hasFocus()), "")

    def _names(self) -> tuple[tuple[str, object], ...]:
        return self._shape if isinstance(self._shape, tuple) else ()
