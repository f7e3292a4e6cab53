"""The choices beside the preview: form, unit, size, who signs; and what is done with the paper."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
)

from nscl_desktop.domain.money import MoneyUnit
from nscl_desktop.domain.plans import Signer
from nscl_desktop.presenters.paper_sheet import SIZES, PaperSheet

_SIGNER = Qt.ItemDataRole.UserRole


class PaperOptions(QFrame):
    """A column of choices; every change is told at once."""

    changed = Signal()
    print_wanted = Signal()
    export_wanted = Signal(str)
    """The ending of the file's name."""

    def __init__(self, sheet: PaperSheet) -> None:
        super().__init__()
        self._sheet = sheet
        self.setProperty("panel", "side")
        self.form, self.unit, self.body_size = QComboBox(), QComboBox(), QComboBox()
        self.form_words = QLabel()
        self.form_words.setProperty("role", "caption")
        self.form_words.setWordWrap(True)
        self.signers = QListWidget()
        self.signers.setProperty("framed", "true")
        self.signers.setFixedHeight(3 * (self.fontMetrics().height() + 8) + 4)
        self.recipients = QCheckBox("In nơi nhận")
        self.recipients.setChecked(sheet.recipients)
        self.draft = QLabel()
        self.draft.setWordWrap(True)
        self.draft.setProperty("role", "error")
        self.print = QPushButton("In…")
        self.print.setProperty("primary", "true")
        self._lay_out()
        self._fill()
        self._listen()

    def refresh(self) -> None:
        """Signers and the draft mark as they are now."""
        blocked = self.signers.blockSignals(True)
        self.signers.clear()
        for signer in self._sheet.signers:
            words = signer.name or " ".join(signer.authority) or "(chưa ghi tên)"
            item = QListWidgetItem(words)
            item.setData(_SIGNER, signer)
            item.setToolTip("\n".join((*signer.authority, signer.name)))
            item.setCheckState(Qt.CheckState.Checked if self._sheet.signs(signer) else Qt.CheckState.Unchecked)
            self.signers.addItem(item)
        self.signers.blockSignals(blocked)
        self.draft.setText(self._sheet.draft_words)
        self.draft.setVisible(bool(self._sheet.draft_words))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(4)
        for words, field in (
            ("Mẫu phụ lục", self.form), ("Đơn vị tính", self.unit), ("Cỡ chữ trong bảng", self.body_size),
            ("Người ký phụ lục", self.signers),
        ):  # fmt: skip
            label = QLabel(words)
            label.setProperty("role", "caption")
            label.setBuddy(field)
            field.setAccessibleName(words)
            layout.addWidget(label)
            layout.addWidget(field)
            if field is self.form:
                layout.addWidget(self.form_words)
            layout.addSpacing(8)
        layout.addWidget(self.recipients)
        layout.addStretch(1)
        layout.addWidget(self.draft)
        layout.addSpacing(8)
        layout.addWidget(self.print)
        layout.addSpacing(8)
        exports = QHBoxLayout()
        exports.setSpacing(8)
        for words, ending in (("PDF", ".pdf"), ("Excel", ".xlsx"), ("Word", ".docx")):
            button = QPushButton(words)
            button.setToolTip(f"Xuất phụ lục ra tệp {words}")
            button.setAccessibleName(f"Xuất {words}")
            button.clicked.connect(lambda _=False, chosen=ending: self.export_wanted.emit(chosen))
            exports.addWidget(button)
        caption = QLabel("Xuất ra tệp")
        caption.setProperty("role", "caption")
        layout.addWidget(caption)
        layout.addLayout(exports)

    def _fill(self) -> None:
        for form in self._sheet.forms:
            self.form.addItem(form.name, form.id)
        self.form.setPlaceholderText("Chọn mẫu")  # where the plan's own form is not on this machine
        self.form.setCurrentIndex(self.form.findData(self._sheet.form_id))
        self.form.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.form_words.setText(self._sheet.form_words)
        self.unit.addItem("Theo mẫu", None)
        for unit in MoneyUnit:
            self.unit.addItem(unit.label, unit)
        self.body_size.addItem("Theo mẫu", None)
        for size in SIZES:
            self.body_size.addItem(f"{size:.0f}", size)
        self.refresh()

    def _listen(self) -> None:
        for field in (self.form, self.unit, self.body_size):
            field.activated.connect(self._take)
        self.recipients.clicked.connect(self._take)
        self.signers.itemChanged.connect(self._on_signer)
        self.print.clicked.connect(self.print_wanted)

    def _take(self) -> None:
        self._sheet.choose_form(self.form.currentData() or "")
        self._sheet.unit = self.unit.currentData()
        self._sheet.body_size = self.body_size.currentData()
        self._sheet.recipients = self.recipients.isChecked()
        self.form_words.setText(self._sheet.form_words)
        self.changed.emit()

    def _on_signer(self, item: QListWidgetItem) -> None:
        signer: Signer = item.data(_SIGNER)
        self._sheet.set_signs(signer, signs=item.checkState() == Qt.CheckState.Checked)
        self.changed.emit()
