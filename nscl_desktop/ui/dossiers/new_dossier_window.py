"""A new dossier: who, with what, out of which money; quota and money that are left stand beside the choice."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from nscl_desktop.domain.dates import format_short
from nscl_desktop.domain.dossiers.codes import dong
from nscl_desktop.domain.dossiers.numbering import FIRST_RULE
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.presenters.dossier_draft import RULE_KEY, DossierDraft, first_lists, seek_kinds
from nscl_desktop.presenters.dossier_list import DossierList, plan_words
from nscl_desktop.presenters.dossier_money import line_text
from nscl_desktop.presenters.dossier_office import Catalogue, PlanUse
from nscl_desktop.presenters.dossier_parts import kind_words
from nscl_desktop.ui.dialogs.dialog import Dialog, caption
from nscl_desktop.ui.dossiers.line_chooser import LineChooser
from nscl_desktop.ui.enterprises.unit_picker import UnitPicker
from nscl_desktop.ui.scrolled import scrolled
from nscl_desktop.ui.tab import Surroundings

_KEY = Qt.ItemDataRole.UserRole
_LEAST = 96
"""Height of the list on the smallest screen; then the page scrolls."""


class NewDossierWindow(Dialog):
    """``made`` tells the new dossier's key."""

    made = Signal(str)

    def __init__(self, around: Surroundings, plans: Sequence[PlanRow], dossiers: DossierList, parent: QWidget) -> None:
        super().__init__(parent, "Hồ sơ hỗ trợ mới", "Mở hồ sơ")
        self._around = around
        self._catalogue = Catalogue()
        self._use: PlanUse | None = None
        rule = around.preferences.text(RULE_KEY, FIRST_RULE)
        self.draft = DossierDraft(dossiers.codes, rule)
        self.unit, self.title_field, self.code, self.day, self.rule = (QLineEdit() for _ in range(5))
        self.unit.setReadOnly(True)
        self.unit.setPlaceholderText("Đơn vị được hỗ trợ: chưa chọn")
        self.choose_unit = QPushButton("Chọn đơn vị…")
        self.guidance = QCheckBox("Chỉ hướng dẫn, không hợp đồng và kinh phí")
        self.seek = QLineEdit(placeholderText="Tìm công cụ, hệ thống, tiêu chuẩn… (không cần dấu)")
        self.kinds, self.money = QListWidget(), QListWidget()
        for listed in (self.kinds, self.money):
            listed.setProperty("framed", "true")
            listed.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.chosen_kinds = caption("")
        self.first = QPushButton("Dùng danh mục ban đầu của chương trình")
        self.plan = QComboBox()
        self.plan.setAccessibleName("Kế hoạch")
        self.plan.setToolTip("Kế hoạch mà hồ sơ thực hiện")
        self.chooser = LineChooser(self.plan)
        self.add_money, self.drop_money = QPushButton("Thêm phần kinh phí này"), QPushButton("Bỏ phần đang chọn")
        self.plan.addItem("Ngoài kế hoạch", "")
        for row in plans:
            self.plan.addItem(plan_words(row), row.id)
        self.day.setText(format_short(dossiers.today))
        self.rule.setText(rule)
        self._lay_out()
        self._listen()
        self._follow_code()
        self.resize(860, 640)
        office = around.office.dossiers
        around.operations.run("", lambda _: office.catalogue(), self._take_catalogue)

    # -- building ---------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.pages = QTabWidget(documentMode=True)
        self.content.addWidget(self.pages)
        for words, build in (("Đơn vị và nội dung", self._lay_out_content), ("Kinh phí", self._lay_out_money)):
            page = QWidget()
            column = QVBoxLayout(page)
            column.setContentsMargins(0, 12, 0, 0)
            column.setSpacing(8)
            outer, self.content = self.content, column
            build(column)
            self.content = outer
            self.pages.addTab(scrolled(page), words)

    def _lay_out_content(self, column: QVBoxLayout) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.unit, 1)
        row.addWidget(self.choose_unit)
        self.unit.setAccessibleName("Đơn vị được hỗ trợ")
        column.addLayout(row)
        self.add_field("Được hỗ trợ (đánh dấu một hoặc nhiều mục)", self.seek)
        self.kinds.setAccessibleName("Công cụ, hệ thống, tiêu chuẩn được hỗ trợ")
        self.kinds.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.kinds.setMinimumHeight(_LEAST)
        column.addWidget(self.kinds, 1)
        column.addWidget(self.chosen_kinds)
        column.addWidget(self.first)
        self.first.hide()
        column.addWidget(self.guidance)
        self.add_field("Nội dung hỗ trợ (tên hồ sơ)", self.title_field)
        self.add_fields(("Ngày đăng ký", self.day), ("Mã hồ sơ", self.code), ("Quy tắc mã", self.rule))
        self.rule.setToolTip("{năm} là năm đăng ký, {số} là số thứ tự trong năm: HT-{năm}-{số} cho HT-2021-007")

    def _lay_out_money(self, column: QVBoxLayout) -> None:
        column.addWidget(self.chooser, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.add_money)
        row.addWidget(self.drop_money)
        row.addStretch(1)
        column.addLayout(row)
        self.money.setAccessibleName("Các phần kinh phí của hồ sơ")
        self.money.setToolTip("Các phần kinh phí của hồ sơ")
        self.money.setFixedHeight(2 * self.fontMetrics().height() + 28)
        column.addWidget(self.money)

    def _listen(self) -> None:
        self.choose_unit.clicked.connect(self._choose_unit)
        self.seek.textChanged.connect(lambda _: self._fill_kinds())
        self.kinds.itemChanged.connect(self._tick)
        self.first.clicked.connect(self._add_first)
        self.guidance.toggled.connect(self._set_guidance)
        self.day.textChanged.connect(lambda _: self._follow_code())
        self.rule.editingFinished.connect(self._set_rule)
        self.plan.currentIndexChanged.connect(lambda _: self._choose_plan())
        self.add_money.clicked.connect(self._add_money)
        self.drop_money.clicked.connect(self._drop_money)
        self.verb.clicked.connect(self._make)

    # -- choosing ---------------------------------------------------------------------------------------------------

    def take_unit(self, key: str, name: str) -> None:
        """The unit that is supported."""
        self.draft.unit_id = key
        self.unit.setText(name)
        self.unit.setCursorPosition(0)

    def _choose_unit(self) -> None:
        window = UnitPicker(self._around.office.enterprises, self, "Chọn đơn vị được hỗ trợ")
        window.picked.connect(self.take_unit)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()

    def _take_catalogue(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self.first.setVisible(not catalogue.kinds)
        self._fill_kinds()

    def _add_first(self) -> None:
        office, step = self._around.office.dossiers, first_lists(self._catalogue)

        def work() -> Catalogue:
            office.add(step)
            return office.catalogue()

        self._around.operations.run("Đang thêm danh mục", lambda _: work(), self._take_catalogue)

    def _fill_kinds(self) -> None:
        self.kinds.blockSignals(True)
        self.kinds.clear()
        for kind in seek_kinds(self._catalogue.kinds.values(), self.seek.text()):
            item = QListWidgetItem(" · ".join(dict.fromkeys((kind_words(kind), kind.unit))))
            item.setToolTip(kind_words(kind))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            on = kind.id in self.draft.kinds
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            item.setData(_KEY, kind.id)
            self.kinds.addItem(item)
        self.kinds.blockSignals(False)

    def _tick(self, item: QListWidgetItem) -> None:
        kind = self._catalogue.kinds[item.data(_KEY)]
        was = self.draft.title
        if item.checkState() == Qt.CheckState.Checked:
            self.draft.kinds[kind.id] = kind
        else:
            self.draft.kinds.pop(kind.id, None)
        self._follow_title(was)

    def _set_guidance(self, on: bool) -> None:
        was = self.draft.title
        self.draft.is_guidance = on
        self.pages.setTabEnabled(1, not on)
        self._follow_title(was)

    def _follow_title(self, was: str) -> None:
        """The title follows the kinds until it was worded by hand."""
        if self.title_field.text() in ("", was):
            self.title_field.setText(self.draft.title)
        words = ", ".join(kind.code or kind.name for kind in self.draft.kinds.values())
        self.chosen_kinds.setText(f"Đã chọn: {words}" if words else "")

    def _set_rule(self) -> None:
        was, self.draft.rule = self.draft.rule, self.rule.text().strip() or FIRST_RULE
        try:
            self._follow_code()
        except InputError as error:
            self.draft.rule = was
            self.say(error.sentence)
            return
        self.say("")
        self._around.preferences.remember(RULE_KEY, self.draft.rule)

    def _follow_code(self) -> None:
        self.code.setText(self.draft.code(self.day.text()))

    # -- money ------------------------------------------------------------------------------------------------------

    def _choose_plan(self) -> None:
        self.draft.plan_id = key = str(self.plan.currentData() or "")
        self.draft.money.clear()
        self.money.clear()
        office = self._around.office.dossiers
        if key:
            self._around.operations.run("", lambda _: office.use_of(key), lambda use: self._take_use(key, use))
        else:
            self._take_use("", None)

    def _take_use(self, key: str, use: PlanUse | None) -> None:
        if key != self.draft.plan_id:
            return
        self._use = use
        year = self.day.text().strip()[-4:]
        self.chooser.show_plan(use, self._catalogue.kinds, int(year) if year.isdigit() else None)

    def _add_money(self) -> None:
        try:
            chosen = self.chooser.chosen()
        except InputError as error:
            self.say(error.sentence)
            return
        self.say("")
        self.draft.money.append(chosen._asdict())
        line = line_text(self._use.budget if self._use else None, chosen.line_id or "")
        source = self.chooser.source.currentText()
        self.money.addItem(f"{dong(chosen.amount or 0)} · {chosen.year or ''} · {source} · {line}")
        self.chooser.amount.clear()

    def _drop_money(self) -> None:
        row = self.money.currentRow()
        if row >= 0:
            self.money.takeItem(row)
            del self.draft.money[row]

    def _make(self) -> None:
        if self.chooser.amount.text().strip():
            self.say("Còn số tiền chưa thêm; hãy nhấn “Thêm phần kinh phí này” hoặc xóa số tiền.")
            self.pages.setCurrentIndex(1)
            return
        try:
            person = self._around.office.person
            step = self.draft.step(self.title_field.text(), self.code.text(), self.day.text(), person)
        except InputError as error:
            self.say(error.sentence)
            return
        office = self._around.office.dossiers

        def told(_: None) -> None:
            self.made.emit(step.scope)
            self.accept()

        self._around.operations.run("Đang lưu", lambda _: office.add(step), told)
