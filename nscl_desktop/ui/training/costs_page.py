"""Chi phí: the planned costs by line, niên độ and source, and what the ledger says was paid for the course."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.ledger import PAID
from nscl_desktop.domain.training import Course, CourseCost
from nscl_desktop.presenters.course_costs import cost_words, money_rows
from nscl_desktop.presenters.course_sheet import CourseSheet, cost_rows
from nscl_desktop.presenters.desk_rows import Offers
from nscl_desktop.presenters.dossier_money import line_offers, source_offers, year_offers
from nscl_desktop.presenters.dossier_office import PlanUse
from nscl_desktop.presenters.ledger_draft import EntryDraft
from nscl_desktop.presenters.ledger_office import OpenLedger
from nscl_desktop.presenters.ledger_sheet import LedgerSheet
from nscl_desktop.ui.ledger.entry_window import EntryWindow
from nscl_desktop.ui.read_table import ReadColumn, ReadTable
from nscl_desktop.ui.record_table import RecordTable
from nscl_desktop.ui.saving_aside import save_aside
from nscl_desktop.ui.scrolled import scrolled
from nscl_desktop.ui.tab import Surroundings

_MONEY = (
    ReadColumn("Mục chi của kế hoạch"), ReadColumn("Niên độ", 8), ReadColumn("Nguồn", 14),
    ReadColumn("Lớp dự kiến (đồng)", 17, is_figure=True), ReadColumn("Kế hoạch cả mục (đồng)", 23, is_figure=True),
)  # fmt: skip

_MOST_ROWS, _LEAST = 5, 160
"""Rows of the sums; height of the costs on the smallest screen, where the page scrolls."""


class CostsPage(QWidget):
    """The table of planned costs, and under it their sums against the plan. ``use``: the plan, once it was read."""

    def __init__(
        self, sheet: CourseSheet, around: Surroundings, undo: Callable[[], object], use: Callable[[], PlanUse | None]
    ) -> None:
        super().__init__()
        self._sheet, self._use, self._around = sheet, use, around
        makers = {"line_id": line_offers, "year": year_offers, "source": source_offers}
        offers = {name: _later(make, use) for name, make in makers.items()}
        self.table = RecordTable(cost_rows(sheet, offers), around, undo, noun="khoản chi", stretched=0)
        self.about, self.sums = QLabel(), ReadTable("Chi phí theo mục chi, niên độ và nguồn", _MONEY)
        self.about.setWordWrap(True)
        self.pay = QPushButton("Ghi khoản chi vào sổ…")
        self.pay.setToolTip("Thanh toán cho lớp này, ghi vào sổ kinh phí của kế hoạch")
        self.pay.clicked.connect(self._ask_payment)
        self.table.buttons.insertWidget(1, self.pay)
        self.table.table.setMinimumHeight(_LEAST)
        inner, whole = QWidget(), QVBoxLayout(self)
        column = QVBoxLayout(inner)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inner))
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.table, 1)
        column.addWidget(self.about)
        column.addWidget(self.sums)
        self.setFocusProxy(self.table.table)

    def follow(self) -> None:
        """Show the costs as they are now."""
        self.table.refresh()
        self.pay.setEnabled(bool(self._sheet.whole.course.plan_id))
        self.about.setText(cost_words(self._sheet))
        rows = money_rows(self._sheet.whole, self._use())
        self.sums.fill(rows)
        self.sums.setFixedHeight((min(len(rows), _MOST_ROWS) + 1) * (self.fontMetrics().height() + 14) + 8)
        self.sums.setVisible(bool(rows))

    def settle(self) -> None:
        """Take what is being typed."""
        self.table.settle()

    def _ask_payment(self) -> None:
        """A payment out of the line and source of the current cost, else of the course's own line."""
        self.settle()
        course, cost = self._sheet.whole.course, self.table.current
        named = cost if isinstance(cost, CourseCost) else None
        plan, year = course.plan_id or "", (named.year if named else None) or self._sheet.year
        ledgers = self._around.office.ledgers

        def show(opened: OpenLedger) -> None:
            if not isValid(self):
                return
            if opened.desk is None:
                sentence = f"Niên độ {year} của kế hoạch chưa mở sổ; hãy mở ở tab Thực hiện, phần Sổ kinh phí."
                self._around.voice.refused.emit(sentence)
                return
            draft = EntryDraft(LedgerSheet(opened), purpose=(Course.entity, course.id))
            begin = draft.begin(
                (named.line_id if named else None) or course.line_id or "", named.source if named else None
            )
            window = EntryWindow(draft, replace(begin, kind=PAID), self._save, self)
            window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            window.open()

        self._around.operations.run("", lambda _: ledgers.read(plan, year), show)

    def _save(self, step: ChangeSet) -> None:
        """The ledger is shown elsewhere, too: every screen reads it anew."""
        told, anew = f"Đã {step.words[:1].lower()}{step.words[1:]}", self._around.voice.data_replaced.emit
        save_aside(self._around, self._around.office.ledgers.add, step, told, done=anew, undone=anew)


def _later(offers: Callable[[PlanUse | None], Offers], use: Callable[[], PlanUse | None]) -> Offers:
    """What the plan offers, which is read only after the page was made."""

    def later() -> Sequence[tuple[str, str]]:
        return offers(use())()

    return later
