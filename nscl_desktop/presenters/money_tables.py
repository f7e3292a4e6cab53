"""Biểu kinh phí: which plan, niên độ and table are chosen, and its paper."""

from nscl_desktop.domain.appendix import AppendixDoc
from nscl_desktop.domain.money_rows import YearMoney
from nscl_desktop.domain.money_table_paper import Letter, money_document
from nscl_desktop.domain.money_tables import TableKind
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.presenters.minutes_sheet import Letterhead, plain_name


class MoneyTablePrinting:
    """One table of a niên độ, to be printed; the kind may be chosen anew."""

    def __init__(self, plan: PlanRow, money: YearMoney, kind: TableKind) -> None:
        self.plan, self.money, self.kind = plan, money, kind

    def document(self, head: Letterhead) -> AppendixDoc:
        """The paper as data."""
        return money_document(self.kind, self.money, Letter(self.plan, head.lines))

    def file_name(self) -> str:
        """What its file is called at first."""
        return plain_name(f"{self.kind.name} {self.money.sums.year} {self.plan.code}")
