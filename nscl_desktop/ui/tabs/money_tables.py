"""Section Biểu kinh phí: plan, niên độ and table chosen at the left, the pages as they are printed at the right."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QComboBox, QLabel, QStackedWidget, QVBoxLayout, QWidget

from nscl_desktop.domain.money_rows import YearMoney
from nscl_desktop.domain.money_tables import TABLE_KINDS
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.presenters.dossier_list import plan_words
from nscl_desktop.presenters.money_tables import MoneyTablePrinting
from nscl_desktop.presenters.office import Office
from nscl_desktop.ui.commands import Command, make_action
from nscl_desktop.ui.elided_combo import ElidedCombo
from nscl_desktop.ui.nothing_yet import NothingYet
from nscl_desktop.ui.paper.minutes_page import MinutesPage
from nscl_desktop.ui.preferences import Preferences
from nscl_desktop.ui.tab import FILE, VIEW, Menus, Surroundings, TabMaker

_WORDS = (
    "Biểu đề nghị - thẩm định - giao, giải ngân, quyết toán và điều chỉnh dự toán của từng niên độ, lấy từ sổ.\n"
    "Hãy lập hoặc nhập kế hoạch ở tab Kế hoạch, rồi quay lại đây."
)


def prepare(_office: Office, _preferences: Preferences) -> TabMaker:
    """Everything is read when the section is first looked at."""
    return MoneyTablesTab


class MoneyTablesTab:
    """The choices and the pages."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._plans: Sequence[PlanRow] = ()
        self._wanted: tuple[str, int] = ("", 0)
        self.page: MinutesPage | None = None
        """The pages, once there is something to print."""
        self.printing: MoneyTablePrinting | None = None
        self.plan, self.year, self.kind = ElidedCombo(), QComboBox(), ElidedCombo()
        for kind in TABLE_KINDS:
            self.kind.addItem(kind.name, kind.key)
        self.kind.setToolTip(self.kind.currentText())
        self.nothing = NothingYet("Chưa có kế hoạch nào", _WORDS)
        self._whole = QStackedWidget()
        self._whole.addWidget(self.nothing)
        self.print_action = make_action(self._whole, Command("In biểu kinh phí…", self._print, "print", ("Ctrl+P",)))
        self.find = make_action(
            self._whole, Command("Chọn kế hoạch, niên độ, biểu", self.plan.setFocus, keys=("Ctrl+F",))
        )
        self.refresh = make_action(self._whole, Command("Đọc lại biểu kinh phí", self.read_again, "refresh", ("F5",)))
        self.plan.activated.connect(lambda _: self._read_years())
        self.year.activated.connect(lambda _: self._read())
        self.kind.activated.connect(lambda _: self._turn())

    # -- what the window asks ---------------------------------------------------------------------------------------

    def widget(self) -> QWidget:
        """The section's page."""
        return self._whole

    def menus(self) -> Menus:
        """Commands on the table that is shown."""
        self.print_action.setEnabled(self._whole.currentWidget() is not self.nothing)
        return {FILE: [self.print_action], VIEW: [self.find, self.refresh]}

    def come_in_front(self) -> None:
        """Read anew: money may have been noted, or the plan amended, meanwhile."""
        self._around.voice.title.emit("Biểu kinh phí")
        self._around.voice.findings.emit(-1, -1, -1)
        self.read_again()
        self.plan.setFocus()

    def go_to_findings(self) -> None:
        """Tables have no findings."""

    def settle(self) -> None:
        """Nothing is typed here but the letterhead."""

    def open_record(self, entity: str, key: str) -> None:
        """Tables are no records."""

    def read_again(self) -> None:
        """Show what the file holds now."""
        ledgers = self._around.office.ledgers
        self._around.operations.run("", lambda _: ledgers.plans(), self._take_plans)

    # -- reading ----------------------------------------------------------------------------------------------------

    def _take_plans(self, plans: Sequence[PlanRow]) -> None:
        kept, self._plans = str(self.plan.currentData() or ""), plans
        self.plan.clear()
        for row in plans:
            self.plan.addItem(plan_words(row), row.id)
        self.plan.setCurrentIndex(max(self.plan.findData(kept), 0) if plans else -1)
        self.plan.setToolTip(self.plan.currentText())
        if plans:
            self._read_years()
        else:
            self._put_away()

    def _read_years(self) -> None:
        plan_id, reports = str(self.plan.currentData() or ""), self._around.office.reports

        def take(years: Sequence[int]) -> None:
            if plan_id == self.plan.currentData():  # else the choice went on meanwhile
                self._take_years(years)

        self._around.operations.run("", lambda _: reports.money_years(plan_id), take)

    def _take_years(self, years: Sequence[int]) -> None:
        kept = self.year.currentData()
        self.year.clear()
        for year in years:
            self.year.addItem(f"Niên độ {year}", year)
        today = date.today().year  # noqa: DTZ011 - the clerk's own day
        chosen = (
            kept if kept in years else max((year for year in years if year <= today), default=min(years, default=0))
        )
        self.year.setCurrentIndex(self.year.findData(chosen))
        self._read()

    def _read(self) -> None:
        plan_id, year = str(self.plan.currentData() or ""), int(self.year.currentData() or 0)
        self._wanted, reports = (plan_id, year), self._around.office.reports
        if not plan_id or not year:
            self._put_away()
            return

        def take(money: YearMoney) -> None:
            if self._wanted == (plan_id, year):
                self._show(money)

        self._around.operations.run("Đang cộng sổ kinh phí", lambda _: reports.year_money(plan_id, year), take)

    def _show(self, money: YearMoney) -> None:
        row = next(each for each in self._plans if each.id == self._wanted[0])
        kind = TABLE_KINDS[max(self.kind.currentIndex(), 0)]
        if self.printing is None or self.page is None:
            self.printing = MoneyTablePrinting(row, money, kind)
            self.page = MinutesPage(self.printing, self._around, self._choices(), noun="biểu", excel=True)
            self._whole.addWidget(self.page)
        else:
            self.printing.plan, self.printing.money, self.printing.kind = row, money, kind
        self._whole.setCurrentWidget(self.page)
        self.page.print_anew()
        self._around.voice.menus_changed.emit()

    def _turn(self) -> None:
        """Another table of the same niên độ."""
        if self.printing is not None and self.page is not None:
            self.printing.kind = TABLE_KINDS[self.kind.currentIndex()]
            self.page.print_anew()

    def _put_away(self) -> None:
        self._whole.setCurrentWidget(self.nothing)
        self._around.voice.menus_changed.emit()

    def _print(self) -> None:
        if self.page is not None:
            self.page.send_to_printer()

    def _choices(self) -> QWidget:
        found = QWidget()
        column = QVBoxLayout(found)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for words, combo in (("Kế hoạch", self.plan), ("Niên độ", self.year), ("Biểu", self.kind)):
            label = QLabel(words)
            label.setProperty("role", "caption")
            label.setBuddy(combo)
            combo.setAccessibleName(words)
            column.addWidget(label)
            column.addWidget(combo)
            column.addSpacing(4)
        return found
