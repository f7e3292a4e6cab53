"""The window of a decision: its number and day, and which unit it gives which prize."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QWidget

from nscl_desktop.domain.awards import Nomination
from nscl_desktop.domain.dates import parse_date
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.money import format_amount
from nscl_desktop.presenters.award_sheet import AwardSheet
from nscl_desktop.services.award_prizes import Decision
from nscl_desktop.ui.dialogs.dialog import Dialog, caption
from nscl_desktop.ui.scrolled import scrolled

Take = Callable[[Mapping[Nomination, str], Decision], object]


class PrizeWindow(Dialog):
    """A row for each unit with the prizes of the regime; ``take`` raises InputError while something is missing.

    What the council proposed is chosen at first, else what the points are enough for; nothing where the unit has a
    prize already. The sums follow from the day.
    """

    def __init__(self, sheet: AwardSheet, take: Take, parent: QWidget) -> None:
        super().__init__(parent, "Ghi quyết định trao giải", "Ghi giải")
        self._sheet, self._take = sheet, take
        self.number, self.day, self.year, self.source = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        self.day.setPlaceholderText("Ví dụ: 10/5/2026")
        self.year.setPlaceholderText("Năm chi tiền thưởng")
        self.add_fields(("Quyết định số", self.number), ("Ngày quyết định", self.day))
        self.add_fields(("Niên độ chi", self.year), ("Nguồn", self.source))
        self.prizes: dict[str, QComboBox] = {}
        self._sums: dict[str, QLabel] = {}
        self.content.addWidget(caption("Giải của từng đơn vị; tiền thưởng theo mức của ngày quyết định."))
        self.content.addWidget(scrolled(self._rows()), 1)
        self.day.textChanged.connect(lambda _: self._show_sums())
        self.verb.clicked.connect(self._done)
        self.resize(880, 480)
        self._show_sums()

    def _rows(self) -> QWidget:
        inner, grid = QWidget(), QGridLayout()
        inner.setLayout(grid)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setColumnStretch(0, 1)
        for row, each in enumerate(self._sheet.nominations()):
            name, choice, money = QLabel(self._sheet.name_of(each)), QComboBox(), QLabel()
            name.setWordWrap(True)
            choice.setAccessibleName(f"Giải của {self._sheet.name_of(each)}")
            choice.addItem("Không", "")
            for kind in self._sheet.kinds:
                choice.addItem(kind.name, kind.name)
            choice.setCurrentIndex(max(choice.findData(self._first(each)), 0))
            choice.currentIndexChanged.connect(lambda _: self._show_sums())
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            money.setMinimumWidth(16 * self.fontMetrics().averageCharWidth())
            for column, widget in enumerate((name, choice, money)):
                grid.addWidget(widget, row, column)
            self.prizes[each.id], self._sums[each.id] = choice, money
        grid.setRowStretch(len(self.prizes), 1)
        return inner

    def _first(self, nomination: Nomination) -> str:
        if self._sheet.prizes(nomination.id):
            return ""
        names = {each.id: each.name for each in self._sheet.kinds}
        kind = self._sheet.proposals[nomination.id].kind
        return names.get(nomination.proposed_prize_id or "", kind.name if kind else "")

    def _show_sums(self) -> None:
        try:
            day = parse_date(self.day.text().strip())
        except InputError:
            day = ""
        for key, choice in self.prizes.items():
            prize, label = str(choice.currentData()), self._sums[key]
            worth = self._sheet.money.worth(prize, day) if prize and len(day) == len("2026-01-01") else None
            amount = worth.amount if worth else None
            label.setText("" if worth is None else "chưa có mức" if amount is None else f"{format_amount(amount)} đồng")
            label.setToolTip(worth.words if worth else "")

    def _done(self) -> None:
        year = self.year.text().strip()
        given = {
            each: str(self.prizes[each.id].currentData())
            for each in self._sheet.nominations()
            if self.prizes[each.id].currentData()
        }
        try:
            if year and not year.isdecimal():
                raise InputError("Niên độ chi phải là một năm như 2026; hãy nhập lại.")
            day = parse_date(self.day.text().strip())
            self._take(
                given, Decision(self.number.text(), day, int(year) if year else None, self.source.text().strip())
            )
        except InputError as error:
            self.say(error.sentence)
            return
        self.accept()
