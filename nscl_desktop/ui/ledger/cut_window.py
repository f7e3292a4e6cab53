"""Cắt giảm of a section or a source in one step: how it is shared out and what quantities remain stand below first."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from PySide6.QtWidgets import QComboBox, QInputDialog, QLabel, QLineEdit, QWidget

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.ledger_paper import line_words
from nscl_desktop.domain.money import format_amount, format_quantity
from nscl_desktop.domain.money_reading import parse_amount, parse_quantity
from nscl_desktop.presenters.ledger_sheet import LedgerSheet
from nscl_desktop.services.ledger_moves import BY_CURRENT, BY_FREE, CutPart, cut, planned_cut
from nscl_desktop.ui.dialogs.dialog import Dialog, caption
from nscl_desktop.ui.elided_combo import ElidedCombo
from nscl_desktop.ui.ledger.facts_fields import FactsFields
from nscl_desktop.ui.read_table import ReadColumn, ReadTable

_PARTS = (
    ReadColumn("Mục", 6), ReadColumn("Nội dung"), ReadColumn("Nguồn", 9),
    ReadColumn("Hiện hành", 12, is_figure=True), ReadColumn("Đã cam kết", 12, is_figure=True),
    ReadColumn("Cắt", 12, is_figure=True), ReadColumn("Còn", 12, is_figure=True),
    ReadColumn("SL kế hoạch", 10, is_figure=True), ReadColumn("SL còn", 8, is_figure=True),
)  # fmt: skip
_UNITS = ((1, "Từng đồng"), (1000, "Nghìn đồng"), (100_000, "Trăm nghìn đồng"), (1_000_000, "Triệu đồng"))


class CutWindow(Dialog):
    """``take`` gets the step. A sum, or a share of dự toán hiện hành ("10 %"), may be typed."""

    def __init__(self, sheet: LedgerSheet, line_id: str, take: Callable[[ChangeSet], object], parent: QWidget) -> None:
        super().__init__(parent, "Cắt giảm dự toán", "Cắt giảm")
        self._sheet, self._take = sheet, take
        self._parts: tuple[CutPart, ...] = ()
        self.line, self.source, self.by, self.unit = ElidedCombo(), QComboBox(), QComboBox(), QComboBox()
        self.amount = QLineEdit()
        self.amount.setPlaceholderText("Ví dụ: 120.000.000 hoặc 10 %")
        self.table = ReadTable("Cắt giảm theo dòng", _PARTS)
        self.about = QLabel()
        self.about.setProperty("role", "caption")
        self.about.setWordWrap(True)
        self._fill(line_id)
        self.add_fields(("Phạm vi", self.line), ("Nguồn", self.source))
        self.add_fields(("Số tiền hoặc tỷ lệ cắt", self.amount), ("Chia theo", self.by), ("Làm tròn đến", self.unit))
        self.content.addWidget(
            caption(
                "Không cắt vào phần đã cam kết; làm tròn theo phần dư lớn nhất. Enter ở một dòng: ghi số lượng khác."
            )
        )
        self.content.addWidget(self.table, 1)
        self.content.addWidget(self.about)
        self.facts = FactsFields(self, "Quyết định cắt giảm", sheet.last_person())
        for combo in (self.line, self.source, self.by, self.unit):
            combo.activated.connect(lambda _: self._follow())
        self.amount.textEdited.connect(lambda _: self._follow())
        self.table.cellActivated.connect(lambda row, _: self._ask_quantity(row))
        self.verb.clicked.connect(self._done)
        self.resize(1120, 620)
        self._follow()

    def _fill(self, line_id: str) -> None:
        self.line.addItem("Toàn bộ kinh phí của đơn vị", "")
        for key, words in self._sheet.line_offers():
            self.line.addItem(words, key)
        self.line.setCurrentIndex(max(self.line.findData(line_id), 0))
        self.source.addItem("Mọi nguồn", None)
        for code, name in self._sheet.sources():
            self.source.addItem(name, code)
        self.by.addItem("Dự toán hiện hành", BY_CURRENT)
        self.by.addItem("Phần chưa cam kết", BY_FREE)
        for unit, words in _UNITS:
            self.unit.addItem(words, unit)

    def _follow(self) -> None:
        self._parts, sentence = (), ""
        if self.amount.text().strip():
            try:
                self._parts = self._planned()
            except InputError as error:
                sentence = error.sentence
        self._show(sentence)

    def _planned(self) -> tuple[CutPart, ...]:
        line_id, source = str(self.line.currentData() or ""), self.source.currentData()
        return planned_cut(
            self._sheet.position(), line_id, source, self._typed(line_id, source), by=str(self.by.currentData()),
            unit=int(self.unit.currentData()),
        )  # fmt: skip

    def _typed(self, line_id: str, source: str | None) -> int:
        """Đồng that are to be cut; a percentage is of dự toán hiện hành, rounded down to the đồng."""
        text = self.amount.text().strip()
        if not text.endswith("%"):
            return parse_amount(text).value or 0
        share = parse_quantity(text.rstrip("% ")) or Decimal(0)
        return int(self._sheet.sums.flow(line_id, source).current * share / 100)

    def _show(self, sentence: str) -> None:
        names = dict(self._sheet.sources())
        rows = []
        for part in self._parts:
            label, text = line_words(self._sheet.sums, part.line_id)
            money = (part.current, part.bound, part.amount, part.current - part.amount)
            quantities = ("" if each is None else format_quantity(each) for each in (part.before, part.after))
            rows.append((label, text, names.get(part.source, part.source), *map(format_amount, money), *quantities))
        if rows:
            sums = (
                sum(part.current for part in self._parts), sum(part.bound for part in self._parts),
                sum(part.amount for part in self._parts), sum(part.current - part.amount for part in self._parts),
            )  # fmt: skip
            rows.append(("", "Cộng", "", *map(format_amount, sums), "", ""))
        self.table.fill(rows, has_total=True)
        self.about.setText(sentence or (f"{len(self._parts)} dòng." if rows else "Nhập số cắt để xem trước."))
        self.verb.setEnabled(bool(rows))

    def _ask_quantity(self, row: int) -> None:
        """Another quantity than the one proposed for a line that has one."""
        if row >= len(self._parts) or self._parts[row].before is None:
            return
        part = self._parts[row]
        shown = "" if part.after is None else format_quantity(part.after)
        text, is_given = QInputDialog.getText(self, "Số lượng còn thực hiện", "Số lượng", text=shown)
        if is_given:
            try:
                after = parse_quantity(text)
            except InputError as error:
                self.say(error.sentence)
                return
            self._parts = tuple(
                replace(each, after=after) if each.line_id == part.line_id else each for each in self._parts
            )
            self._show("")

    def _done(self) -> None:
        try:
            self._take(cut(self._sheet.position(), self._parts, self.facts.facts))
        except InputError as error:
            self.say(error.sentence)
            return
        self.accept()
