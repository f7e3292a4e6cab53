"""The one form builder: an editor for each field by its kind, taken when the field is left, never per key."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from nscl_desktop.domain.fields import Kind
from nscl_desktop.presenters.field_text import heading_of
from nscl_desktop.presenters.record_form import FormField, FormSource
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.elided_combo import ElidedCombo
from nscl_desktop.ui.tab import Voice

_WIDE = frozenset({Kind.LONG_TEXT, Kind.LINES})
_LINES_HINT = "Mỗi dòng một mục"


class LeavableText(QPlainTextEdit):
    """A text of several lines that says when it is left; Tab goes on, Ctrl+Enter takes it at once."""

    left = Signal()

    def __init__(self, lines: int) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 20)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The text is finished, unless only a menu opened over it."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter takes the text."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
            return
        super().keyPressEvent(event)


Editor = QLineEdit | LeavableText | QComboBox | QCheckBox


class RecordFormView(QWidget):
    """Fields under one another, short ones two or three in a row; ``spans`` says which need more columns."""

    def __init__(
        self,
        form: FormSource,
        voice: Voice,
        *,
        columns: int = 2,
        wide_lines: int = 3,
        spans: Mapping[str, int] | None = None,
    ) -> None:
        super().__init__()
        self.form, self._voice = form, voice
        self._editors: dict[str, Editor] = {}
        self._errors: dict[str, QLabel] = {}
        self._wide_lines = wide_lines
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(12)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)
        self._build(columns, spans or {})
        self.refresh()

    def editor(self, name: str) -> Editor:
        """The editor of a field."""
        return self._editors[name]

    def refresh(self) -> None:
        """Show the record as it is now; a field that is being typed in keeps its text."""
        for name, editor in self._editors.items():
            self._show(name, editor, self.form.field(name))

    def settle(self) -> None:
        """Take what is being typed."""
        for name, editor in self._editors.items():
            if editor.hasFocus():
                self._take(name)

    # -- building ---------------------------------------------------------------------------------------------------

    def _build(self, columns: int, spans: Mapping[str, int]) -> None:
        row = column = 0
        for name in self.form.names:
            is_wide = self.form.field(name).spec.kind in _WIDE
            span = columns if is_wide else spans.get(name, 1)
            if column + span > columns:
                row, column = row + 1, 0
            self._grid.addWidget(self._cell(name, is_wide=is_wide), row, column, 1, span)
            column += span

    def _cell(self, name: str, *, is_wide: bool) -> QWidget:
        spec = self.form.field(name).spec
        cell, layout = QWidget(), QVBoxLayout()
        cell.setLayout(layout)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        editor = self._make(name, spec.kind, is_wide=is_wide)
        hint = spec.hint or (_LINES_HINT if spec.kind is Kind.LINES else "")
        editor.setToolTip(hint)
        editor.setAccessibleName(spec.label)
        editor.setAccessibleDescription(hint)
        if not isinstance(editor, QCheckBox):
            label = QLabel(heading_of(spec))
            label.setProperty("role", "caption")
            label.setBuddy(editor)
            label.setToolTip(hint)
            layout.addWidget(label)
        else:
            editor.setText(spec.label)
            layout.addStretch(1)
        layout.addWidget(editor)
        error = QLabel()
        error.setProperty("role", "error")
        error.setWordWrap(True)
        error.hide()
        layout.addWidget(error)
        layout.addStretch(0)
        self._editors[name], self._errors[name] = editor, error
        return cell

    def _make(self, name: str, kind: Kind, *, is_wide: bool) -> Editor:
        take = self._taking(name)
        if is_wide:
            text = LeavableText(self._wide_lines)
            text.left.connect(take)
            return text
        if kind in (Kind.CHOICE, Kind.REF):
            choice = ElidedCombo()
            choice.activated.connect(take)
            return choice
        if kind is Kind.FLAG:
            box = QCheckBox()
            box.clicked.connect(take)
            return box
        line = QLineEdit()
        line.editingFinished.connect(take)
        return line

    def _taking(self, name: str) -> Callable[..., None]:
        return lambda *_: self._take(name)

    # -- values -----------------------------------------------------------------------------------------------------

    def _show(self, name: str, editor: Editor, field: FormField) -> None:
        if isinstance(editor, QComboBox):
            _offer(editor, self.form.offers(name), self.form.stored(name))
        elif isinstance(editor, QCheckBox):
            editor.setChecked(field.is_on)
        elif not editor.hasFocus() or not field.is_open:
            if isinstance(editor, QLineEdit):
                editor.setText(field.text)
                editor.setCursorPosition(0)
            else:
                editor.setPlainText(field.text)
        self._show_state(name, editor, field)

    def _show_state(self, name: str, editor: Editor, field: FormField) -> None:
        if isinstance(editor, QLineEdit | QPlainTextEdit):
            look = (editor.isReadOnly(), editor.property("invalid"))
            editor.setReadOnly(not field.is_open)
            editor.setProperty("invalid", bool(field.error))
            if look != (editor.isReadOnly(), editor.property("invalid")):
                editor.style().unpolish(editor)
                editor.style().polish(editor)
        else:
            editor.setEnabled(field.is_open)
        self._errors[name].setText(field.error)
        self._errors[name].setVisible(bool(field.error))

    def _take(self, name: str) -> None:
        editor, field = self._editors[name], self.form.field(name)
        text = _text_of(editor)
        if not field.is_open or (text == field.text and not isinstance(editor, QComboBox)):
            return

        attempted(self._voice, lambda: self.form.enter(name, text))
        self._show(name, editor, self.form.field(name))


def _text_of(editor: Editor) -> str:
    if isinstance(editor, QComboBox):
        return str(editor.currentData() or "")
    if isinstance(editor, QCheckBox):
        return "Có" if editor.isChecked() else "Không"
    return editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()


def _offer(field: QComboBox, offers: Sequence[tuple[str, str]], chosen: str) -> None:
    shown = [(field.itemData(place), field.itemText(place)) for place in range(field.count())]
    if shown != list(offers):
        field.clear()
        for value, label in offers:
            field.addItem(label, value)
    field.setCurrentIndex(next((place for place, (value, _) in enumerate(offers) if value == chosen), -1))
