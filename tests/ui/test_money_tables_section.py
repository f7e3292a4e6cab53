"""Section Biểu kinh phí as a clerk uses it: plan, niên độ and table chosen, pages shown, files written."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from nscl_desktop.domain.changes import change_set, inserted
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.ledger import LedgerEntry
from nscl_desktop.ui.tabs.money_tables import MoneyTablesTab
from tests.reporting.tay_ninh_year import INFORMING, PLAN, RECORDS
from tests.ui.offices import MemoryOffice, office_with
from tests.ui.windows import Opened, in_front, rest, shown


@pytest.fixture
def office() -> MemoryOffice:
    return office_with(*RECORDS)


def test_a_table_is_shown_for_the_plan_and_another_one_is_turned_to(
    window: Opened, qtbot: QtBot, office: MemoryOffice, tmp_path: Path
) -> None:
    tab = in_front(window, "reports", MoneyTablesTab(window.around), qtbot)
    qtbot.waitUntil(lambda: tab.page is not None and tab.page.preview.paper is not None)
    page, printing = tab.page, tab.printing
    assert page is not None
    assert printing is not None
    assert (tab.plan.currentData(), tab.year.currentData(), tab.kind.count()) == (PLAN.id, 2021, 4)
    tab.kind.setCurrentIndex(1)
    tab.kind.activated.emit(1)
    rest(window, qtbot)
    assert printing.file_name() == "Tinh hinh giai ngan 2021 TN-2021"
    before = printing.document(page.head).tables[0].rows[0].cells[4].amount
    late = LedgerEntry(id="muon", year_id="y", line_id=INFORMING, source="NSNN", kind="paid", amount=1_000_000)
    office.register.add(change_set("Ghi muộn", [inserted(late)]))
    tab.read_again()
    rest(window, qtbot)
    assert (before, printing.document(page.head).tables[0].rows[0].cells[4].amount) == (5_000_000, 6_000_000)
    for ending in (".pdf", ".xlsx", ".docx"):
        page.write(tmp_path / f"bieu{ending}")
        rest(window, qtbot)
        assert (tmp_path / f"bieu{ending}").stat().st_size > 0
    with pytest.raises(InputError, match="Không còn kế hoạch này"):
        office.reports.year_money("x", 2021)


def test_a_file_without_plans_says_where_plans_are_made(dressed: object, tmp_path: Path, qtbot: QtBot) -> None:
    with shown(office_with(), tmp_path, qtbot) as opened:
        tab = in_front(opened, "reports", MoneyTablesTab(opened.around), qtbot)
        qtbot.waitUntil(tab.nothing.isVisible)
        assert tab.page is None
        tab.menus()
        assert not tab.print_action.isEnabled()
