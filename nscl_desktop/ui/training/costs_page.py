"""Chi phí: the planned costs by line, niên độ and source, and what the ledger says was paid for the course."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from nscl_desktop.presenters.course_costs import cost_words, money_rows
from nscl_desktop.presenters.course_sheet import CourseSheet, cost_rows
from nscl_desktop.presenters.desk_rows import Offers
from nscl_desktop.presenters.dossier_money import line_offers, source_offers, year_offers
from nscl_desktop.presenters.dossier_office import PlanUse
from nscl_desktop.ui.read_table import ReadColumn, ReadTable
from nscl_desktop.ui.record_table import RecordTable
from nscl_desktop.ui.tab import Surroundings

_MONEY = (
    ReadColumn("Mục chi của kế hoạch"), ReadColumn("Niên độ", 8), ReadColumn("Nguồn", 14),
    ReadColumn("Lớp dự kiến (đồng)", 17, is_figure=True), ReadColumn("Kế hoạch cả mục (đồng)", 23, is_figure=True),
)  # fmt: skip

_MOST_ROWS = 5


class CostsPage(QWidget):
    """The table of planned costs, and under it their sums against the plan. ``use``: the plan, once it was read."""

    def __init__(
        self, sheet: CourseSheet, around: Surroundings, undo: Callable[[], object], use: Callable[[], PlanUse | None]
    ) -> None:
        super().__init__()
        self._sheet, self._use = sheet, use
        makers = {"line_id": line_offers, "year": year_offers, "source": source_offers}
        offers = {name: _later(make, use) for name, make in makers.items()}
        self.table = RecordTable(cost_rows(sheet, offers), around, undo, noun="khoản chi", stretched=0)
        self.about, self.sums = QLabel(), ReadTable("Chi phí theo mục chi, niên độ và nguồn", _MONEY)
        self.about.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.table, 1)
        column.addWidget(self.about)
        column.addWidget(self.sums)
        self.setFocusProxy(self.table.table)

    def follow(self) -> None:
        """Show the costs as they are now."""
        self.table.refresh()
        self.about.setText(cost_words(self._sheet))
        rows = money_rows(self._sheet.whole, self._use())
        self.sums.fill(rows)
        self.sums.setFixedHeight((min(len(rows), _MOST_ROWS) + 1) * (self.fontMetrics().height() + 14) + 8)
        self.sums.setVisible(bool(rows))

    def settle(self) -> None:
        """Take what is being typed."""
        self.table.settle()


def _later(offers: Callable[[PlanUse | None], Offers], use: Callable[[], PlanUse | None]) -> Offers:
    """What the plan offers, which is read only after the page was made."""

    def later() -> Sequence[tuple[str, str]]:
        return offers(use())()

    return later
