"""One entry typed by keyboard: kind, line, source, money, document; what it would leave stands below at once."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.errors import InputError
from nscl_desktop.presenters.ledger_draft import ON_COMMITMENT, EntryDraft, EntryTexts
from nscl_desktop.ui.dialogs.dialog import Dialog, caption
from nscl_desktop.ui.elided_combo import ElidedCombo

_TEXTS = (
    ("amount", "Số tiền (đồng)"), ("date", "Ngày"), ("document", "Chứng từ, quyết định"), ("person", "Người ghi"),
    ("chapter", "Chương"), ("category", "Loại, khoản"), ("item", "Mục, tiểu mục"), ("note", "Ghi chú"),
    ("reason", "Lý do vẫn ghi"),
)  # fmt: skip


class EntryWindow(Dialog):
    """``take`` gets the step; it raises InputError while the entry cannot be kept."""

    def __init__(
        self, draft: EntryDraft, begin: EntryTexts, take: Callable[[ChangeSet], object], parent: QWidget
    ) -> None:
        super().__init__(parent, _title(draft), "Ghi bút toán")
        self._draft, self._take, self._begin = draft, take, begin
        self.kind, self.line, self.source = QComboBox(), ElidedCombo(), QComboBox()
        self.commitment, self.year = ElidedCombo(), QComboBox()
        self.fields = {name: QLineEdit(getattr(begin, name)) for name, _ in _TEXTS}
        self.after = caption("")
        self.remarks = QLabel()
        self.remarks.setProperty("role", "heading")
        self.remarks.setWordWrap(True)
        self._reason = QWidget()
        reason = QVBoxLayout(self._reason)
        reason.setContentsMargins(0, 0, 0, 0)
        reason.setSpacing(4)
        reason.addWidget(caption(dict(_TEXTS)["reason"]))
        reason.addWidget(self.fields["reason"])
        self.fields["reason"].setAccessibleName(dict(_TEXTS)["reason"])
        self._has_chosen_year = False
        self._fill()
        self._lay_out()
        self._listen()
        self._follow()
        self.fields["amount"].setFocus()
        self.resize(860, 440)

    @property
    def texts(self) -> EntryTexts:
        """What stands in the fields."""
        typed = {name: field.text() for name, field in self.fields.items()}
        return replace(
            self._begin,
            kind=_chosen(self.kind), line_id=_chosen(self.line), source=_chosen(self.source),
            commitment_id=_chosen(self.commitment), year=int(self.year.currentData() or 0), **typed,
        )  # fmt: skip

    def _fill(self) -> None:
        draft, begin = self._draft, self._begin
        for combo, offers, value in (
            (self.kind, draft.kinds(), begin.kind),
            (self.line, draft.sheet.line_offers(), begin.line_id),
            (self.source, draft.sheet.sources(), begin.source),
        ):
            for key, words in offers:
                combo.addItem(words, key)
            combo.setCurrentIndex(max(combo.findData(value), 0))
        for year in draft.years():
            self.year.addItem(f"Niên độ {year}", year)
        self.year.setCurrentIndex(max(self.year.findData(begin.year), 0))
        self.fields["date"].setPlaceholderText("Ví dụ: 24/11/2026")
        self.fields["amount"].setPlaceholderText("Ví dụ: 15.000.000 hoặc 15 triệu")
        is_fixed = draft.corrects or bool(draft.entry and draft.entry.pair)
        for widget in (self.kind, self.line, self.source, *(() if draft.corrects else (self.fields["amount"],))):
            widget.setEnabled(not is_fixed)

    def _lay_out(self) -> None:
        words, fields = dict(_TEXTS), self.fields
        self.add_fields(("Loại bút toán", self.kind), ("Nguồn", self.source), ("Niên độ", self.year))
        self.add_fields(("Dòng dự toán", self.line), ("Chi theo cam kết", self.commitment))
        for names in (("amount", "date", "document", "person"), ("note", "chapter", "category", "item")):
            self.add_fields(*((words[name], fields[name]) for name in names))
        self.content.addWidget(self.after)
        self.content.addWidget(self.remarks)
        self.content.addWidget(self._reason)
        self.content.addStretch(1)

    def _listen(self) -> None:
        for combo in (self.kind, self.line, self.source, self.commitment):
            combo.activated.connect(lambda _: self._follow())
        self.year.activated.connect(self._on_year)
        for field in self.fields.values():
            field.textEdited.connect(lambda _: self._follow())
        self.fields["date"].editingFinished.connect(self._propose_year)
        self.verb.clicked.connect(self._done)

    def _on_year(self, _row: int) -> None:
        self._has_chosen_year = True
        self._follow()

    def _propose_year(self) -> None:
        """The date proposes the niên độ until somebody chooses one."""
        if not self._has_chosen_year:
            self.year.setCurrentIndex(max(self.year.findData(self._draft.proposed(self.texts)), 0))
            self._follow()

    def _follow(self) -> None:
        texts = self.texts
        offers, kept = self._draft.commitments(texts), texts.commitment_id or self._begin.commitment_id
        self.commitment.clear()
        for key, words in offers:
            self.commitment.addItem(words, key)
        self.commitment.setCurrentIndex(max(self.commitment.findData(kept), 0))
        self.commitment.setEnabled(texts.kind in ON_COMMITMENT and len(offers) > 1)
        outlook = self._draft.outlook(self.texts)
        self.after.setText(outlook.refusal or outlook.after)
        self.remarks.setText("\n".join(f"⚠ {each}" for each in outlook.remarks))
        self.remarks.setVisible(bool(outlook.remarks))
        self._reason.setVisible(bool(outlook.remarks))
        self.say("")

    def _done(self) -> None:
        self._propose_year()
        try:
            self._take(self._draft.step(self.texts))
        except InputError as error:
            self.say(error.sentence)
            return
        self.accept()


def _title(draft: EntryDraft) -> str:
    if draft.corrects:
        return "Bút toán điều chỉnh sau khóa sổ"
    return "Sửa bút toán" if draft.entry else "Bút toán mới"


def _chosen(combo: QComboBox) -> str:
    return str(combo.currentData() or "")
