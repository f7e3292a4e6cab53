"""Small questions: one value for many units, a new name for one, a name for what is filtered."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QComboBox, QLineEdit, QStackedWidget, QWidget

from nscl_desktop.domain.enterprise_list import FLAGS
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Kind, Value
from nscl_desktop.presenters.field_text import NO, YES, value_of
from nscl_desktop.services.enterprises import spec_of
from nscl_desktop.ui.dialogs.dialog import Dialog

_MANY = (
    "kind", "state", *FLAGS, "province", "commune", "district", "sector_edition", "sector_code", "sector_name",
    "size_sector",
)  # fmt: skip


class ManyWindow(Dialog):
    """Field and value for all selected units; ``take`` gets both."""

    def __init__(self, count: int, take: Callable[[str, Value], object], parent: QWidget) -> None:
        super().__init__(parent, f"Sửa {count} đơn vị đã chọn", "Sửa")
        self._take = take
        self.field, self.text, self.choice, self.stack = QComboBox(), QLineEdit(), QComboBox(), QStackedWidget()
        for name in _MANY:
            self.field.addItem(spec_of(Enterprise, name).label, name)
        self.stack.addWidget(self.text)
        self.stack.addWidget(self.choice)
        self.stack.setFixedHeight(self.text.sizeHint().height() + 4)
        self.add_field("Trường", self.field)
        self.add_field("Giá trị mới cho tất cả", self.stack)
        self.field.currentIndexChanged.connect(lambda _: self._offer())
        self.verb.clicked.connect(self._done)
        self.resize(460, 220)
        self._offer()

    def _offer(self) -> None:
        spec = spec_of(Enterprise, str(self.field.currentData()))
        offers = ((YES, YES), (NO, NO)) if spec.kind is Kind.FLAG else spec.choices
        self.choice.clear()
        for value, label in offers:
            self.choice.addItem(label, value)
        self.stack.setCurrentWidget(self.choice if offers else self.text)

    def _done(self) -> None:
        name = str(self.field.currentData())
        is_choice = self.stack.currentWidget() is self.choice
        text = str(self.choice.currentData()) if is_choice else self.text.text()
        try:
            self._take(name, value_of(spec_of(Enterprise, name), text))
        except InputError as error:
            self.say(error.sentence)
            return
        self.accept()


class AskWindow(Dialog):
    """Some lines of text for one verb; a refusal is said above the buttons."""

    def __init__(
        self,
        title: str,
        verb: str,
        fields: Sequence[tuple[str, str]],
        take: Callable[[Sequence[str]], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent, title, verb)
        self._take = take
        self.fields = [QLineEdit(text) for _, text in fields]
        for (words, _), field in zip(fields, self.fields, strict=True):
            self.add_field(words, field)
        self.verb.clicked.connect(self._done)
        self.resize(520, self.sizeHint().height())

    def _done(self) -> None:
        try:
            self._take([field.text() for field in self.fields])
        except InputError as error:
            self.say(error.sentence)
            return
        self.accept()
