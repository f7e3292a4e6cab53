"""Windows that move money: điều chuyển between lines, chuyển nguồn to the next niên độ; both sides stand below."""

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.money import format_amount
from nscl_desktop.domain.money_reading import parse_amount
from nscl_desktop.presenters.ledger_sheet import LedgerSheet
from nscl_desktop.services.ledger_moves import Cell, carry_over, transfer
from nscl_desktop.ui.dialogs.dialog import Dialog
from nscl_desktop.ui.elided_combo import ElidedCombo
from nscl_desktop.ui.ledger.facts_fields import FactsFields
from nscl_desktop.ui.read_table import ReadColumn, ReadTable

Take = Callable[[ChangeSet], object]
_SIDES = (
    ReadColumn("Nơi", 14), ReadColumn("Hiện hành trước", 17, is_figure=True),
    ReadColumn("Thay đổi", 17, is_figure=True), ReadColumn("Hiện hành sau", 17, is_figure=True),
    ReadColumn("Chưa cam kết sau", 17, is_figure=True),
)  # fmt: skip


class TransferWindow(Dialog):
    """Điều chuyển of one sum by one decision. ``take`` gets the step."""

    def __init__(self, sheet: LedgerSheet, start: Cell, take: Take, parent: QWidget) -> None:
        super().__init__(parent, "Điều chuyển kinh phí", "Điều chuyển")
        self._sheet, self._take = sheet, take
        self.start, self.start_source = _cell_fields(sheet, start)
        self.end, self.end_source = _cell_fields(sheet, ("", start[1]))
        self.amount, self.reason = QLineEdit(), QLineEdit()
        self.add_fields(("Từ dòng", self.start), ("Nguồn đi", self.start_source))
        self.add_fields(("Đến dòng", self.end), ("Nguồn đến", self.end_source))
        self.add_fields(("Số tiền (đồng)", self.amount), ("Lý do, nếu có cảnh báo", self.reason))
        self.facts = FactsFields(self, "Quyết định điều chuyển", sheet.last_person())
        self.sides = ReadTable("Hai bên sau điều chuyển", _SIDES)
        self.content.addWidget(self.sides, 1)
        for combo in (self.start, self.start_source, self.end, self.end_source):
            combo.activated.connect(lambda _: self._follow())
        self.amount.textEdited.connect(lambda _: self._follow())
        self.verb.clicked.connect(self._done)
        self.resize(820, 560)
        self._follow()

    @property
    def cells(self) -> tuple[Cell, Cell]:
        """Where the money goes from and to."""
        return _cell(self.start, self.start_source), _cell(self.end, self.end_source)

    def _follow(self) -> None:
        amount = _amount(self.amount.text())
        rows = []
        for words, cell, sign in zip(("Nơi đi", "Nơi đến"), self.cells, (-1, 1), strict=True):
            flow = self._sheet.sums.own(*cell)
            changed = flow.current + sign * amount
            figures = (flow.current, sign * amount, changed, flow.free + sign * amount)
            rows.append((words, *map(format_amount, figures)))
        total = sum(self._sheet.sums.own(*cell).current for cell in dict.fromkeys(self.cells))
        rows.append(("Cộng", format_amount(total), "0", format_amount(total), ""))
        self.sides.fill(rows, has_total=True)

    def _done(self) -> None:
        try:
            start, end = self.cells
            amount = _amount(self.amount.text(), strictly=True)
            facts = self.facts.facts
            self._take(transfer(self._sheet.position(), start, end, amount, facts, self.reason.text()))
        except InputError as error:
            self.say(error.sentence)
            return
        self.accept()


class CarryWindow(Dialog):
    """Chuyển nguồn of a line to the next niên độ, which is open. ``take`` gets the step."""

    def __init__(self, sheet: LedgerSheet, start: Cell, take: Take, parent: QWidget) -> None:
        super().__init__(parent, f"Chuyển nguồn sang niên độ {sheet.number + 1}", "Chuyển nguồn")
        self._sheet, self._take = sheet, take
        self.line, self.source = _cell_fields(sheet, start)
        self.amount, self.bound = QLineEdit(), QLineEdit()
        self.add_fields(("Dòng dự toán", self.line), ("Nguồn", self.source))
        self.add_fields(("Số chuyển nguồn (đồng)", self.amount), ("Trong đó cam kết đi theo (đồng)", self.bound))
        self.facts = FactsFields(self, "Văn bản cho chuyển nguồn", sheet.last_person())
        self.sides = ReadTable("Còn lại của dòng", _SIDES)
        self.content.addWidget(self.sides, 1)
        for combo in (self.line, self.source):
            combo.activated.connect(lambda _: self._propose())
        for field in (self.amount, self.bound):
            field.textEdited.connect(lambda _: self._follow())
        self.verb.clicked.connect(self._done)
        self.resize(820, 460)
        self._propose()

    @property
    def cell(self) -> Cell:
        """Line and source."""
        return _cell(self.line, self.source)

    def _propose(self) -> None:
        """All that was not paid, and what of it is bound."""
        flow = self._sheet.sums.own(*self.cell)
        self.amount.setText(format_amount(max(flow.left, 0)))
        self.bound.setText(format_amount(min(max(flow.unpaid, 0), max(flow.left, 0))))
        self._follow()

    def _follow(self) -> None:
        amount, bound = _amount(self.amount.text()), _amount(self.bound.text())
        rows = []
        for number, sign in ((self._sheet.number, -1), (self._sheet.number + 1, 1)):
            flow = self._sheet.position(number).sums.own(*self.cell)
            figures = (flow.current, sign * amount, flow.current + sign * amount, flow.free + sign * (amount - bound))
            rows.append((f"Niên độ {number}", *map(format_amount, figures)))
        self.sides.fill(rows)

    def _done(self) -> None:
        sheet = self._sheet
        try:
            if sheet.number + 1 not in sheet.years_on_file():
                self.say(f"Niên độ {sheet.number + 1} chưa mở; hãy chọn niên độ đó ở trên cùng và mở trước.")
                return
            amount, bound = _amount(self.amount.text(), strictly=True), _amount(self.bound.text(), strictly=True)
            positions = sheet.position(), sheet.position(sheet.number + 1)
            self._take(carry_over(*positions, self.cell, amount, bound, self.facts.facts))
        except InputError as error:
            self.say(error.sentence)
            return
        self.accept()


def _cell_fields(sheet: LedgerSheet, cell: Cell) -> tuple[ElidedCombo, QComboBox]:
    line, source = ElidedCombo(), QComboBox()
    for key, words in sheet.line_offers():
        line.addItem(words, key)
    for code, name in sheet.sources():
        source.addItem(name, code)
    line.setCurrentIndex(max(line.findData(cell[0]), 0))
    source.setCurrentIndex(max(source.findData(cell[1]), 0))
    return line, source


def _cell(line: QComboBox, source: QComboBox) -> Cell:
    return str(line.currentData() or ""), str(source.currentData() or "")


def _amount(text: str, *, strictly: bool = False) -> int:
    """Đồng; nought for what cannot be read yet, unless ``strictly``."""
    try:
        return parse_amount(text.strip()).value or 0
    except InputError:
        if strictly:
            raise
        return 0
