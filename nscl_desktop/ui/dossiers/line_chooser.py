"""Choosing where money comes from: line of the plan with what is left of it, year, source, amount."""

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from nscl_desktop.domain.dossiers.codes import dong
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.money_reading import parse_amount
from nscl_desktop.domain.supports import SupportKind
from nscl_desktop.presenters.dossier_money import (
    LineLeft,
    left_of_cell,
    lines_left,
    seek_lines,
    source_offers,
    year_offers,
)
from nscl_desktop.presenters.dossier_office import PlanUse
from nscl_desktop.ui.dialogs.dialog import caption
from nscl_desktop.ui.read_table import ReadColumn, ReadTable

_COLUMNS = (
    ReadColumn("Mục chi của kế hoạch"), ReadColumn("ĐVT", 10), ReadColumn("Số lượng", 8, is_figure=True),
    ReadColumn("Còn lại", 7, is_figure=True), ReadColumn("Kinh phí còn lại", 15, is_figure=True),
)  # fmt: skip


class ChosenMoney(NamedTuple):
    """A line, year, source (code) and amount in đồng; what was left open is None or empty."""

    line_id: str | None
    year: int | None
    source: str
    amount: int | None


class LineChooser(QWidget):
    """Search and table of lines, below it year, source and amount; ``changed`` after every choice.

    ``beside`` stands left of the search: the choice of the plan, where there is one.
    """

    changed = Signal()

    def __init__(self, beside: QWidget | None = None) -> None:
        super().__init__()
        self._use: PlanUse | None = None
        self._lines: tuple[LineLeft, ...] = ()
        self.search = QLineEdit(placeholderText="Tìm mục chi (không cần dấu)")
        self.search.setAccessibleName("Tìm mục chi")
        self.table = ReadTable("Các mục chi", _COLUMNS)
        self.year, self.source, self.amount = QComboBox(), QComboBox(), QLineEdit()
        self.left = caption("")
        row = QHBoxLayout()
        row.setSpacing(16)
        for words, field in (("Niên độ", self.year), ("Nguồn", self.source), ("Số tiền (đồng)", self.amount)):
            column, label = QVBoxLayout(), caption(words)
            label.setBuddy(field)
            field.setAccessibleName(words)
            column.setSpacing(4)
            column.addWidget(label)
            column.addWidget(field)
            row.addLayout(column, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        top = QHBoxLayout()
        top.setSpacing(8)
        if beside is not None:
            top.addWidget(beside, 1)
        top.addWidget(self.search, 1)
        layout.addLayout(top)
        layout.addWidget(self.table, 1)
        layout.addLayout(row)
        layout.addWidget(self.left)
        self.search.textChanged.connect(lambda _: self._fill())
        self.table.currentCellChanged.connect(lambda *_: self._follow())
        self.year.currentIndexChanged.connect(lambda _: self._follow())
        self.source.currentIndexChanged.connect(lambda _: self._follow())
        self.setFocusProxy(self.search)

    def show_plan(self, use: PlanUse | None, kinds: Mapping[str, SupportKind], year: int | None = None) -> None:
        """Lines of this plan; ``year`` is offered first where the plan has money in it."""
        self._use = use
        self._lines = lines_left(use, kinds) if use else ()
        for combo, offers in ((self.year, year_offers(use)()), (self.source, source_offers(use)())):
            combo.clear()
            for value, label in offers:
                combo.addItem(label, value)
        self.year.setCurrentIndex(max(self.year.findData(str(year or "")), 0))
        self._fill()

    @property
    def line_id(self) -> str:
        """The chosen line, empty for none."""
        return str(self.table.current_data or "") if self.table.rowCount() else ""

    def chosen(self) -> ChosenMoney:
        """What was chosen and typed; InputError for an amount that is none."""
        if not self.line_id:
            raise InputError("Chưa chọn mục chi; hãy chọn một dòng của kế hoạch.")
        amount = parse_amount(self.amount.text()).value if self.amount.text().strip() else None
        if not amount:
            raise InputError("Chưa nhập số tiền; hãy nhập số tiền của phần kinh phí này.")
        year = self.year.currentData()
        return ChosenMoney(self.line_id, int(year) if year else None, str(self.source.currentData() or ""), amount)

    def _fill(self) -> None:
        found = seek_lines(self._lines, self.search.text())
        rows = [(each.words, each.unit, each.planned, each.quota, each.money) for each in found]
        tips = [f"{each.words}{' — đã dùng quá' if each.is_over else ''}" for each in found]
        self.table.fill(rows, [each.line_id for each in found], tips)
        self._follow()

    def _follow(self) -> None:
        words = ""
        if self._use and self.line_id:
            year = int(self.year.currentData() or 0)
            left = left_of_cell(self._use, (self.line_id, year, str(self.source.currentData() or "")))
            if left is not None:
                words = f"Còn lại của mục chi này trong niên độ và nguồn đã chọn: {dong(left)}."
        self.left.setText(words)
        self.changed.emit()
