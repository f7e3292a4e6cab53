"""The choices beside the preview: form, unit, size, who signs; and what is done with the paper."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from nscl_desktop.domain.money import MoneyUnit
from nscl_desktop.domain.plans import Signer
from nscl_desktop.presenters.paper_sheet import SIZES, PaperSheet
from nscl_desktop.ui.elided_combo import ElidedCombo

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
        self.form, self.unit, self.body_size = ElidedCombo(), ElidedCombo(), ElidedCombo()
        self.form_words = QLabel()
        self.form_words.setProperty("role", "caption")
        self.form_words.setWordWrap(True)
        self.signers = QListWidget()
        self.signers.setProperty("framed", "true")
        self.signers.setFixedHeight(3 * (self.fontMetrics().height() + 8) + 4)
        self.nobody = QLabel("Chưa ghi người ký nào; ghi ở trang Thông tin.")
        self.nobody.setProperty("role", "caption")
        self.nobody.setWordWrap(True)
        self.recipients = QCheckBox("In nơi nhận")
        self.recipients.setChecked(sheet.recipients)
        self.pictures = QCheckBox("Chèn ảnh chữ ký")
        self.pictures.setChecked(sheet.pictures)
        self.lacking = QLabel()
        self.lacking.setWordWrap(True)
        self.lacking.setProperty("role", "error")
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
        self.signers.setVisible(bool(self.signers.count()))
        self.nobody.setVisible(not self.signers.count())
        self._follow_pictures()
        self.draft.setText(self._sheet.draft_words)
        self.draft.setVisible(bool(self._sheet.draft_words))

    def _lay_out(self) -> None:
        """The choices scroll where the window is low; what is done with the paper always stays in sight."""
        choices = QFrame()
        choices.setProperty("panel", "side")
        column = QVBoxLayout(choices)
        column.setContentsMargins(16, 16, 16, 0)
        column.setSpacing(4)
        pair = QHBoxLayout()
        pair.setSpacing(8)
        for words, field in (("Đơn vị tính", self.unit), ("Cỡ chữ trong bảng", self.body_size)):
            half = QVBoxLayout()
            half.setSpacing(4)
            _put(half, words, field)
            pair.addLayout(half, 1)
        _put(column, "Mẫu phụ lục", self.form)
        column.addWidget(self.form_words)
        column.addSpacing(8)
        column.addLayout(pair)
        column.addSpacing(8)
        _put(column, "Người ký phụ lục", self.signers)
        column.addWidget(self.nobody)
        column.addSpacing(8)
        column.addWidget(self.pictures)
        column.addWidget(self.lacking)
        column.addWidget(self.recipients)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(choices)
        scroll.setWidgetResizable(True)
        scroll.setProperty("panel", "side")
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(scroll, 1)
        layout.addLayout(self._foot())

    def _foot(self) -> QVBoxLayout:
        foot, exports = QVBoxLayout(), QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 16)
        foot.setSpacing(8)
        exports.setSpacing(8)
        caption = QLabel("Xuất ra tệp")
        caption.setProperty("role", "caption")
        for part in (self.draft, self.print, caption):
            foot.addWidget(part)
        foot.addLayout(exports)
        for words, ending in (("PDF", ".pdf"), ("Excel", ".xlsx"), ("Word", ".docx")):
            button = QPushButton(words)
            button.setToolTip(f"Xuất phụ lục ra tệp {words}")
            button.setAccessibleName(f"Xuất {words}")
            button.clicked.connect(lambda _=False, chosen=ending: self.export_wanted.emit(chosen))
            exports.addWidget(button)
        return foot

    def _fill(self) -> None:
        for form in self._sheet.forms:
            self.form.addItem(form.name, form.id)
        self.form.setPlaceholderText("Chọn mẫu")  # where the plan's own form is not on this machine
        self.form.setCurrentIndex(self.form.findData(self._sheet.form_id))
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
        for box in (self.recipients, self.pictures):
            box.clicked.connect(self._take)
        self.signers.itemChanged.connect(self._on_signer)
        self.print.clicked.connect(self.print_wanted)

    def _follow_pictures(self) -> None:
        has_pictures, lacking = self._sheet.has_pictures, self._sheet.picture_words
        self.pictures.setEnabled(has_pictures)
        self.pictures.setToolTip("" if has_pictures else "Người ký chưa có ảnh chữ ký; thêm ở trang Thông tin.")
        self.lacking.setText(lacking)
        self.lacking.setVisible(bool(lacking))

    def _take(self) -> None:
        self._sheet.choose_form(self.form.currentData() or "")
        self._sheet.unit = self.unit.currentData()
        self._sheet.body_size = self.body_size.currentData()
        self._sheet.recipients = self.recipients.isChecked()
        self._sheet.pictures = self.pictures.isChecked()
        self.form_words.setText(self._sheet.form_words)
        self._follow_pictures()
        self.changed.emit()

    def _on_signer(self, item: QListWidgetItem) -> None:
        signer: Signer = item.data(_SIGNER)
        self._sheet.set_signs(signer, signs=item.checkState() == Qt.CheckState.Checked)
        self._follow_pictures()
        self.changed.emit()


def _put(column: QVBoxLayout, words: str, field: QWidget) -> None:
    label = QLabel(words)
    label.setProperty("role", "caption")
    label.setBuddy(field)
    field.setAccessibleName(words)
    column.addWidget(label)
    column.addWidget(field)
