"""Điều chỉnh and đính chính: the two ways on from an issued plan, each with the answers it needs."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from nscl_desktop.domain.records import Record
from nscl_desktop.presenters.plan_making import PlanMaking
from nscl_desktop.presenters.text_correction import TextCorrection
from nscl_desktop.services import plan_life
from nscl_desktop.services.workspace import PlanDesk
from nscl_desktop.ui.attempts import TOLD
from nscl_desktop.ui.dialogs.dialog import Dialog, caption
from nscl_desktop.ui.elided_combo import ElidedCombo
from nscl_desktop.ui.tab import Surroundings

_ADJUSTING = (
    "Lập một bản mới để sửa số liệu, có quyết định riêng. Bản đã ban hành giữ nguyên và vẫn đọc, in được;"
    " khi bản mới được ban hành, bản cũ chuyển thành “Bị thay thế”."
)
_CORRECTING = (
    "Chỉ sửa lỗi chữ (thể thức, chính tả) của văn bản đã ban hành; số liệu không đổi. Chỗ sửa được ghi lại ở Thông tin"
    " và lịch sử (Nghị định 30/2020/NĐ-CP, Điều 18)."
)


class AdjustWindow(Dialog):
    """Asks for the new version's code."""

    made = Signal(str)
    """The new plan's key."""

    def __init__(self, desk: PlanDesk, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent, "Điều chỉnh kế hoạch", "Lập bản điều chỉnh")
        self._desk, self._around = desk, around
        making = PlanMaking(around.office.shelf.plans())
        self.code = QLineEdit(making.adjusted_code(desk.plan_id))
        self.content.addWidget(caption(_ADJUSTING))
        self.add_field("Mã của bản điều chỉnh", self.code)
        self.content.addStretch(1)
        self.verb.clicked.connect(self._make)
        self.resize(520, 240)

    def _make(self) -> None:
        try:
            step = plan_life.adjust(self._desk.book, self._desk.plan_id, code=self.code.text())
        except TOLD as error:
            self.say(error.sentence)
            return
        shelf = self._around.office.shelf
        self._around.operations.run(
            "Đang lập bản điều chỉnh", lambda _: shelf.add(step), self._finish, lambda error: self.say(str(error))
        )

    def _finish(self, key: str) -> None:
        self.accept()
        self.made.emit(key)


class CorrectWindow(Dialog):
    """Asks which text, what it shall say, and why."""

    def __init__(
        self, desk: PlanDesk, around: Surroundings, parent: QWidget, line_id: str, undo: Callable[[], object]
    ) -> None:
        super().__init__(parent, "Đính chính", "Đính chính")
        self._around, self._undo = around, undo
        self._correction = TextCorrection(desk)
        self.what, self.field = ElidedCombo(), ElidedCombo()
        for record, words in self._correction.records():
            self.what.addItem(words, record)
            if record.id == line_id:
                self.what.setCurrentIndex(self.what.count() - 1)
        self.old, self.new, self.reason = QPlainTextEdit(), QPlainTextEdit(), QLineEdit()
        self.old.setReadOnly(True)
        for text in (self.old, self.new):
            text.setTabChangesFocus(True)
            text.setMinimumHeight(4 * self.fontMetrics().lineSpacing())
        self.content.addWidget(caption(_CORRECTING))
        self.add_fields(("Chỗ sửa", self.what), ("Mục ghi", self.field))
        self.add_fields(("Đang ghi là", self.old), ("Ghi lại là", self.new))
        self.add_field("Lý do", self.reason)
        self.what.activated.connect(lambda _: self._offer_fields())
        self.field.activated.connect(lambda _: self._show_text())
        self.verb.clicked.connect(self._correct)
        self.resize(720, 440)
        self._offer_fields()

    def _offer_fields(self) -> None:
        self.field.clear()
        fields: Sequence[tuple[str, str]] = self._correction.fields(self._record())
        for name, words in fields:
            self.field.addItem(words, name)
        self._show_text()

    def _show_text(self) -> None:
        text = self._correction.text(self._record(), self.field.currentData())
        self.old.setPlainText(text)
        self.new.setPlainText(text)

    def _record(self) -> Record:
        record: Record = self.what.currentData()
        return record

    def _correct(self) -> None:
        try:
            done = self._correction.correct(
                self._record(), self.field.currentData(), self.new.toPlainText(), self.reason.text()
            )
        except TOLD as error:
            self.say(error.sentence)
            return
        self.accept()
        self._around.voice.done.emit(done, "Hoàn tác", self._undo)
