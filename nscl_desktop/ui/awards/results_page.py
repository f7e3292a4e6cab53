"""Kết quả: the order by points with what it is enough for, and below it the prizes that decisions gave."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from nscl_desktop.domain.awards import Nomination, Prize
from nscl_desktop.domain.records import Record
from nscl_desktop.presenters.award_lists import prize_rows
from nscl_desktop.presenters.award_results_sheet import prize_remark, result_rows, today_text, total_words
from nscl_desktop.presenters.award_sheet import AwardSheet
from nscl_desktop.services.award_prizes import Decision, give_prizes, price_by_norm
from nscl_desktop.ui.attempts import attempted
from nscl_desktop.ui.awards.prize_window import PrizeWindow
from nscl_desktop.ui.read_table import ReadColumn, ReadTable
from nscl_desktop.ui.record_table import RecordTable
from nscl_desktop.ui.record_table_model import ExtraColumn
from nscl_desktop.ui.scrolled import scrolled
from nscl_desktop.ui.tab import Surroundings

_COLUMNS = (
    ReadColumn("Đơn vị"), ReadColumn("Nhóm", 13), ReadColumn("Tự đánh giá", 11, is_figure=True),
    ReadColumn("Hội đồng", 8, is_figure=True), ReadColumn("Giải đề nghị", 22), ReadColumn("Vì sao", 26),
)  # fmt: skip
_NONE = "Chưa ghi giải nào. Có quyết định thì nhấn “Ghi quyết định…”: một quyết định ghi được nhiều giải."
_LEAST = 190
"""Height of each table on the smallest screen; then the page scrolls."""
_UNIT, _AMOUNT = 6, 3
"""The places of the columns with the unit's name, behind the stored ones, and with the money."""


class AwardResultsPage(QWidget):
    """Points above, prizes below, winners and prizes counted apart at the foot."""

    def __init__(self, sheet: AwardSheet, around: Surroundings, undo: Callable[[], object]) -> None:
        super().__init__()
        self._sheet, self._around, self._undo = sheet, around, undo
        self.order = ReadTable("Xếp theo điểm", _COLUMNS, lines=2)
        extra = (
            ExtraColumn("Đơn vị", self._name), ExtraColumn("Hôm nay (đồng)", self._today, is_figure=True),
            ExtraColumn("Cách tính", self._remark),
        )  # fmt: skip
        self.prizes = RecordTable(prize_rows(sheet), around, undo, noun="giải", extra=extra, stretched=_UNIT, lines=2)
        self.prizes.shrink_to(20)
        self.prizes.stand_in_own_order()
        header = self.prizes.table.horizontalHeader()
        header.moveSection(_UNIT, 0)
        header.moveSection(_UNIT + 1, header.visualIndex(_AMOUNT) + 1)
        self.prizes.add_by(self._ask)
        self.prizes.add.setText("Ghi quyết định…")
        self.prizes.empty.setText(_NONE)
        self.price = QPushButton("Tính lại theo mức thưởng")
        self.prizes.buttons.insertWidget(1, self.price)
        self.words = QLabel()
        self.words.setWordWrap(True)
        inner, whole = QFrame(), QVBoxLayout(self)
        inner.setProperty("panel", "page")
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inner))
        self.order.setMinimumHeight(_LEAST)
        self.prizes.setMinimumHeight(_LEAST)
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.order, 3)
        column.addWidget(_heading("Giải đã có quyết định"))
        column.addWidget(self.prizes, 3)
        self.words.setContentsMargins(16, 0, 16, 12)
        whole.addWidget(self.words)
        self.price.clicked.connect(self._price)
        self.setFocusProxy(self.order)

    def follow(self) -> None:
        """Show points and prizes as they are now."""
        rows = result_rows(self._sheet)
        self.order.fill([row.cells for row in rows], [row.key for row in rows])
        self.prizes.refresh()
        self.words.setText(total_words(self._sheet))
        self.words.setVisible(bool(self._sheet.prizes()))
        self.price.setEnabled(bool(self._sheet.prizes()))
        self.prizes.add.setEnabled(bool(rows))

    def settle(self) -> None:
        """Take what is being typed."""
        self.prizes.settle()

    def give(self, given: Mapping[Nomination, str], decision: Decision) -> None:
        """One decision gives prizes; raises InputError while something is missing."""
        sheet = self._sheet
        step = give_prizes(sheet.held, given, sheet.prizes(), decision, sheet.money)
        sheet.desk.perform(step)
        self._around.voice.done.emit(f"Đã {step.words[:1].lower()}{step.words[1:]}", "Hoàn tác", self._undo)

    def _ask(self) -> None:
        window = PrizeWindow(self._sheet, self.give, self)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()

    def _price(self) -> None:
        sheet = self._sheet

        def price() -> None:
            step = price_by_norm(sheet.held, sheet.prizes(), sheet.money)
            sheet.desk.perform(step)
            told = f"Đã tính lại {len(step.changes)} giải theo mức" if step else "Mọi giải đã đúng mức"
            self._around.voice.done.emit(told, "Hoàn tác", self._undo) if step else self._around.voice.said.emit(told)

        attempted(self._around.voice, price)

    def _name(self, record: Record) -> str:
        return self._sheet.name_by_key(record.nomination_id) if isinstance(record, Prize) else ""

    def _today(self, record: Record) -> str:
        return today_text(self._sheet, record) if isinstance(record, Prize) else ""

    def _remark(self, record: Record) -> str:
        return prize_remark(self._sheet, record) if isinstance(record, Prize) else ""


def _heading(words: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", "heading")
    return label
