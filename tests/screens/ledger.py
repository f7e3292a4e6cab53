"""Scenes of the section Sổ kinh phí: Tây Ninh 2021 given, bound and paid, one line over its money; its windows."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt

from nscl_desktop.domain.budget import Budget
from nscl_desktop.domain.changes import ChangeSet, inserted
from nscl_desktop.domain.contracts import Contract, Payment
from nscl_desktop.domain.ledger import ADJUSTED, ADVANCED, COMMITTED, PAID
from nscl_desktop.domain.ledger_lines import LedgerLines, spending_agency
from nscl_desktop.domain.ledger_rules import Position
from nscl_desktop.domain.ledger_sums import YearSums
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.supports import Dossier, DossierMoney
from nscl_desktop.presenters.ledger_rows import line_rows
from nscl_desktop.services import ledger_entries as entries
from nscl_desktop.services.ledger_entries import Facts
from nscl_desktop.services.ledger_years import allot_year, new_year
from nscl_desktop.storage.opening import open_store
from nscl_desktop.ui.ledger.cut_window import CutWindow
from nscl_desktop.ui.ledger.entry_window import EntryWindow
from nscl_desktop.ui.ledger.ledger_page import LedgerPage
from nscl_desktop.ui.ledger.move_windows import TransferWindow
from nscl_desktop.ui.sectioned_tab import SectionedTab
from nscl_desktop.ui.tabs.ledger import LedgerTab
from tests.enterprises.registers import unit, write
from tests.screens.stage import Stage

DOING = 6
_YEAR = 2021


def fill(data: Path) -> None:
    """The niên độ of 2021: allotted, entries on several lines, two dossiers with contracts and payments."""
    store = open_store(data)
    row = next(each for each in store.plan_rows() if each.code == "TN-2021")
    budget = Budget(store.load_book(row.id), row.id)
    year = new_year(row.id, _YEAR, spending_agency(budget))
    position = Position(year, YearSums(LedgerLines(budget, (), year.agency_id), {}, _YEAR), ())
    given = Facts("2021-03-30", "950/KH-UBND", "Nguyễn Thị Hà")
    source = budget.frame.sources[0].code
    write(store, allot_year(position, [source], given, is_new=True))
    lines = [line.id for _, line in budget.tree.walk() if budget.total(line.id) and not budget.addends(line.id)]
    made = [
        (ADJUSTED, lines[0], 2_000_000, "2021-06-01", "112/QĐ-SKHCN"),
        (PAID, lines[0], 17_500_000, "2021-06-20", "UNC 45"),
        (COMMITTED, lines[1], 15_400_000, "2021-04-12", "08/HĐ-TĐC"),
        (ADVANCED, lines[1], 5_000_000, "2021-04-20", "UNC 31"),
        (PAID, lines[2], 4_860_000, "2022-01-12", "UNC 02 (tháng 01 trả cho năm trước)"),
    ]
    records: list[Record] = [
        entries.draft(position, kind, (line, source), amount, Facts(day, document, "Trần Văn Bình"))
        for kind, line, amount, day, document in made
    ]
    records += _dossiers(lines, source, row.id)
    write(store, ChangeSet("Thêm", tuple(map(inserted, records)), year.id))
    store.close()


def _dossiers(lines: list[str], source: str, plan_id: str) -> list[Record]:
    found: list[Record] = []
    names = ("Bột mì Tây Ninh", "Sản xuất, Thương mại và Xuất nhập khẩu Nông sản sạch Cửu Long – Tây Ninh")
    for at, name in enumerate(names):
        key, line = f"so{at}", lines[7]
        found += [
            unit(f"us{at}", f"Công ty TNHH {name}"),
            Dossier(id=key, enterprise_id=f"us{at}", code=f"HS-2021-0{at}", title="TCVN ISO 9001", plan_id=plan_id),
            DossierMoney(id=f"{key}m", dossier_id=key, line_id=line, year=_YEAR, source=source, amount=50_000_000),
            Contract(id=f"{key}c", dossier_id=key, number=f"1{at}/HĐ", value=160_000_000, date="2021-05-05"),
            Payment(id=f"{key}p", dossier_id=key, amount=30_000_000 * (at + 1), date="2021-07-01"),
        ]
    return found


def ledger(stage: Stage) -> Iterator[str]:
    """The ledger, a line, F4, the windows; then a niên độ that is not open."""
    tab = _tab(stage)
    tab.plan.setCurrentIndex(next(at for at in range(tab.plan.count()) if "TN-2021" in tab.plan.itemText(at)))
    tab.plan.activated.emit(tab.plan.currentIndex())
    stage.until(lambda: tab.page is not None)
    stage.calm()
    page = tab.page
    assert page is not None
    yield "ledger"
    page.table.go_to(line_rows(page.sheet)[1].line_id)
    page.table.view.setFocus(Qt.FocusReason.TabFocusReason)
    yield "ledger-line"
    page.list.setCurrentIndex(1)
    page.table.go_to(next(row.line_id for row in line_rows(page.sheet) if row.label == "III"))
    stage.calm()
    yield "ledger-dossiers"
    page.list.settlement.click()
    stage.calm()
    yield "ledger-settlement"
    yield from _windows(stage, page)
    tab.year.setCurrentIndex(1)
    tab.year.activated.emit(1)
    stage.until(lambda: tab.page is None)
    stage.calm()
    yield "ledger-not-open"
    tab.nothing.buttons[0].click()
    yield "ledger-allot"


def _windows(stage: Stage, page: LedgerPage) -> Iterator[str]:
    page.table.go_to(page.table.line_id, 4)
    page.explain()
    stage.calm()
    yield "ledger-explained"
    page.table.go_to(line_rows(page.sheet)[2].line_id)
    page.new.trigger()
    entry = page.findChildren(EntryWindow)[-1]
    entry.fields["amount"].setText("12 triệu")
    entry.fields["amount"].textEdited.emit("12 triệu")
    yield "ledger-entry"
    page.transfer.trigger()
    move = page.findChildren(TransferWindow)[-1]
    move.amount.setText("3.000.000")
    move.amount.textEdited.emit("")
    yield "ledger-transfer"
    page.table.go_to(next(row.line_id for row in line_rows(page.sheet) if row.label == "III"))
    page.cut.trigger()
    cut = page.findChildren(CutWindow)[-1]
    cut.unit.setCurrentIndex(3)
    cut.amount.setText("10 %")
    cut.amount.textEdited.emit("")
    yield "ledger-cut"


def _tab(stage: Stage) -> LedgerTab:
    stage.section(DOING, "Sổ kinh phí")
    front = stage.window.current_tab
    assert isinstance(front, SectionedTab)
    section = front.current.tab
    assert isinstance(section, LedgerTab)
    return section
