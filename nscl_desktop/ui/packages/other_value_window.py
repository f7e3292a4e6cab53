"""Giá trị khác: one field with its own editor."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from nscl_desktop.presenters.package_other_value import OtherValue
from nscl_desktop.ui.dialogs.dialog import Dialog
from nscl_desktop.ui.record_form_view import RecordFormView
from nscl_desktop.ui.tab import Surroundings


class OtherValueWindow(Dialog):
    """``taken`` once the value can be held by the field."""

    taken = Signal()

    def __init__(self, value: OtherValue, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent, "Ghi giá trị khác", "Chọn giá trị này")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.value = value
        self.form = RecordFormView(value, around.voice, columns=1, wide_lines=5)
        self.content.addWidget(self.form)
        self.content.addStretch(1)
        self.verb.clicked.connect(self._take)
        self.resize(480, 200)
        self.form.editor(value.names[0]).setFocus()

    def _take(self) -> None:
        self.verb.setFocus()  # what is being typed is finished
        if self.value.take():
            self.accept()
            self.taken.emit()
        else:
            self.form.refresh()
            self.form.editor(self.value.names[0]).setFocus()
