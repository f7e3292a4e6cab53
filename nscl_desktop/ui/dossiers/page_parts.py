"""What the pages of a dossier have in common: headings over parts, one scrolling column, a question for some values."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from nscl_desktop.domain.errors import InputError
from nscl_desktop.ui.dialogs.dialog import Dialog, caption


class DossierPart(Protocol):
    """What the page of a dossier expects of each of its sections."""

    def follow(self) -> None:
        """The dossier has changed."""

    def settle(self) -> None:
        """Take what is being typed."""

    def take_focus(self) -> None:
        """The section is in front: let the keyboard act on it."""


class ScrolledColumn(QScrollArea):
    """Sections one under the other; ``add`` puts one behind the others."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QFrame()
        page.setProperty("panel", "page")
        self.column = QVBoxLayout(page)
        self.column.setContentsMargins(16, 12, 16, 24)
        self.column.setSpacing(8)
        self.setWidget(page)

    def add(self, title: str, *widgets: QWidget) -> QLabel:
        """A heading (empty for none) and what stands under it."""
        heading = QLabel(title)
        heading.setProperty("role", "heading")
        if self.column.count():
            self.column.addSpacing(8)
        self.column.addWidget(heading)
        heading.setVisible(bool(title))
        for widget in widgets:
            self.column.addWidget(widget)
        return heading

    def end(self) -> None:
        """Nothing follows: the rest stays free."""
        self.column.addStretch(1)


class Asked(NamedTuple):
    """A value that is asked for: its name, its words, what may be chosen (else it is typed), what it begins with."""

    name: str
    words: str
    offers: Sequence[tuple[str, str]] = ()
    text: str = ""


class AskValues(Dialog):
    """Some values for one verb; a refusal is said above the buttons. Two fields stand beside one another."""

    def __init__(
        self,
        title: str,
        verb: str,
        asked: Sequence[Asked],
        take: Callable[[Mapping[str, str]], object],
        parent: QWidget,
        about: str = "",
    ) -> None:
        super().__init__(parent, title, verb)
        self._take = take
        self.fields: dict[str, QLineEdit | QComboBox] = {}
        if about:
            self.content.addWidget(caption(about))
        pairs = [asked[at : at + 2] for at in range(0, len(asked), 2)]
        for pair in pairs:
            self.add_fields(*((each.words, self._field(each)) for each in pair))
        self.content.addStretch(1)
        self.verb.clicked.connect(self._done)
        self.resize(600, self.sizeHint().height())

    def _field(self, asked: Asked) -> QWidget:
        field: QLineEdit | QComboBox
        if asked.offers:
            field = QComboBox()
            field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            for value, label in asked.offers:
                field.addItem(label, value)
            field.setCurrentIndex(max(field.findData(asked.text), 0))
        else:
            field = QLineEdit(asked.text)
        self.fields[asked.name] = field
        return field

    def _done(self) -> None:
        values = {
            name: str(field.currentData() or "") if isinstance(field, QComboBox) else field.text()
            for name, field in self.fields.items()
        }
        try:
            self._take(values)
        except InputError as error:
            self.say(error.sentence)
            return
        self.accept()


def side_by_side(*widgets: QWidget) -> QWidget:
    """Small widgets in a row, the rest of it free."""
    holder, row = QWidget(), QHBoxLayout()
    holder.setLayout(row)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return holder
