"""The dialogs as a clerk goes through them: new plans, pasted tables, comparison, điều chỉnh, backups, crash report."""

from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from nscl_desktop.domain.changes import change_set, inserted, updated
from nscl_desktop.domain.directory import SalaryBase
from nscl_desktop.domain.errors import Bug, EnvironmentProblem
from nscl_desktop.domain.plans import ISSUED
from nscl_desktop.presenters.plan_making import WAYS, Way
from nscl_desktop.presenters.plan_sheet import Act
from nscl_desktop.resource_files import resource_path
from nscl_desktop.ui.crash_window import CrashWindow
from nscl_desktop.ui.dialogs.compare_window import CompareWindow
from nscl_desktop.ui.dialogs.new_plan_window import NewPlanWindow
from nscl_desktop.ui.dialogs.plan_steps import AdjustWindow, CorrectWindow
from nscl_desktop.ui.dialogs.restore_window import RestoreWindow
from nscl_desktop.ui.dialogs.table_import_window import TableImportWindow
from nscl_desktop.ui.failures import report_of, sentence_of
from nscl_desktop.ui.plan_page import PlanPage
from tests.ui.windows import Opened, text
from tests.ui.writing import write

DialogT = TypeVar("DialogT", bound=QDialog)
TABLE = (
    "TT\tNội dung\tĐVT\tSố lượng\tĐơn giá\tKinh phí\n"
    "I\tĐào tạo\t\t\t\t30.000.000\n"
    "1\tMở lớp tập huấn\tlớp\t2\t15.000.000\t30.000.000\n"
    "\tTổng cộng\t\t\t\t30.000.000\n"
)


def page_of(opened: Opened) -> PlanPage:
    assert opened.tab.page is not None
    return opened.tab.page


def dialog(opened: Opened, kind: type[DialogT]) -> DialogT:
    found = opened.window.findChild(kind)
    assert found is not None
    return found


def choose(window: NewPlanWindow, way: Way) -> None:
    window.ways.setCurrentRow([each for each, *_ in WAYS].index(way))


def fill(window: NewPlanWindow, name: str, words: str) -> None:
    field = window.lines[name]
    field.clear()
    write(field, words)


def test_a_plan_from_nothing_is_made_and_opened(bare: Opened, qtbot: QtBot) -> None:
    bare.tab.commands.new.trigger()
    window = dialog(bare, NewPlanWindow)
    for name, words in (("province", "Cà Mau"), ("year_from", "2026"), ("year_to", "2027"), ("title", "Kế hoạch mới")):
        fill(window, name, words)
    assert window.lines["code"].text() == "CM-2026-2027"
    qtbot.keyClick(window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bare.tab.page is not None)
    plan = page_of(bare).desk.plan
    assert (plan.code, plan.province, plan.year_to) == ("CM-2026-2027", "Cà Mau", 2027)
    assert page_of(bare).budget.empty.isVisible()
    page_of(bare).budget.empty.buttons[0].click()
    assert len(page_of(bare).budget.grid.rows) == 1


def test_what_is_missing_is_said_and_the_dialog_stays(bare: Opened, qtbot: QtBot) -> None:
    bare.tab.commands.new.trigger()
    window = dialog(bare, NewPlanWindow)
    fill(window, "year_from", "hai nghìn")
    window.verb.click()
    assert window.message.text() == "Chưa ghi năm của kế hoạch; hãy ghi năm đầu và năm cuối bằng bốn chữ số."
    assert window.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_a_copy_keeps_the_budget_and_offers_prices_at_the_new_salary_base(opened: Opened, qtbot: QtBot) -> None:
    bases = ((2019, 1_490_000), (2024, 2_340_000))
    fresh = [
        inserted(SalaryBase(id=str(year), valid_from=f"{year}-07-01", amount=amount)) for year, amount in bases
    ]
    opened.around.office.shelf.add(change_set("Lương cơ sở", fresh))
    opened.tab.commands.new.trigger()
    window = dialog(opened, NewPlanWindow)
    choose(window, Way.COPY)
    window.source.setCurrentIndex(next(at for at in range(3) if window.source.itemText(at).startswith("BD-")))
    window.source.activated.emit(window.source.currentIndex())
    qtbot.waitUntil(lambda: window.prices.count() > 0)
    assert "14 × lương cơ sở, 20.860.000 → 32.760.000 đồng" in window.prices.item(1).text()
    for at in range(window.prices.count()):
        window.prices.item(at).setCheckState(Qt.CheckState.Unchecked)
    fill(window, "code", "BD-thử")
    window.verb.click()
    qtbot.waitUntil(lambda: page_of(opened).desk.plan.code == "BD-thử")
    assert page_of(opened).desk.budget.total() == 13_489_400_000
    assert page_of(opened).desk.plan.number == ""


def test_a_year_of_a_period_plan_becomes_a_plan_of_its_own(opened: Opened, qtbot: QtBot) -> None:
    opened.tab.commands.new.trigger()
    window = dialog(opened, NewPlanWindow)
    choose(window, Way.YEAR)
    window.source.setCurrentIndex(next(at for at in range(2) if window.source.itemText(at).startswith("BG-")))
    window.source.activated.emit(window.source.currentIndex())
    window.year.setCurrentIndex(window.year.findText("2023"))
    window.year.activated.emit(window.year.currentIndex())
    assert window.lines["code"].text() == "BG-2023"
    qtbot.waitUntil(lambda: not opened.operations.is_busy)
    window.verb.click()
    qtbot.waitUntil(lambda: page_of(opened).desk.plan.code == "BG-2023")
    assert page_of(opened).desk.budget.total() == 3_881_000_000


def test_a_plan_file_is_imported_and_one_with_a_taken_code_refused(
    opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "ke hoach.json"
    source = resource_path("samples", "TN-2021.json").read_text("utf-8")
    path.write_text(source, "utf-8")
    opened.tab.commands.new.trigger()
    window = dialog(opened, NewPlanWindow)
    choose(window, Way.FILE)
    window.lines["file"].setText(str(path))
    window.verb.click()
    qtbot.waitUntil(lambda: window.message.text() != "")
    assert "TN-2021" in window.message.text()
    assert [copy.reason for copy in opened.around.office.backups.copies()] == ["import"]
    path.write_text("{", "utf-8")
    window.verb.click()
    qtbot.waitUntil(lambda: "TN-2021" not in window.message.text() and window.message.text() != "")
    assert window.isVisible()


def test_a_pasted_table_is_shown_first_and_comes_in_as_one_step(bare: Opened, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText(TABLE)
    bare.tab.commands.new.trigger()
    window = dialog(bare, NewPlanWindow)
    choose(window, Way.PASTE)
    for name, words in (("province", "Cà Mau"), ("year_from", "2026"), ("year_to", "2026"), ("title", "Kế hoạch")):
        fill(window, name, words)
    window.verb.click()
    qtbot.waitUntil(lambda: bare.window.findChild(TableImportWindow) is not None)
    importing = dialog(bare, TableImportWindow)
    assert importing.summary.text().startswith("Sẽ thêm 2 dòng, tổng 30.000.000 đồng.")
    assert importing.verb.isEnabled()
    importing.verb.click()
    assert page_of(bare).desk.budget.total() == 30_000_000
    page_of(bare).undo()
    assert page_of(bare).desk.budget.total() is None


def test_a_cell_that_cannot_be_read_is_mended_in_the_preview(draft: Opened) -> None:
    QGuiApplication.clipboard().setText(TABLE.replace("\t2\t", "\tabc\t"))
    draft.tab.commands.paste_table.trigger()
    window = dialog(draft, TableImportWindow)
    window.year.setCurrentIndex(window.year.findData(2023))
    window.year.activated.emit(window.year.currentIndex())
    assert not window.verb.isEnabled()
    assert "“abc”" in window.findings.item(0).text()
    cells = window.table.cells
    cells.setData(cells.index(2, 3), "2")
    assert window.verb.isEnabled()
    window.reject()


def test_a_clipboard_without_a_table_says_what_to_copy(draft: Opened) -> None:
    QGuiApplication.clipboard().setText("")
    draft.tab.commands.paste_table.trigger()
    assert draft.window.findChild(TableImportWindow) is None
    assert draft.furniture.status.words.text().startswith("Không thấy bảng nào")


def issue(opened: Opened) -> None:
    desk = page_of(opened).desk
    signed = change_set("Ghi số, ngày", [updated(desk.plan, number="1/KH-UBND", date="2026-01-05")], desk.plan_id)
    desk.perform(signed)
    opened.tab.commands.acts[Act.ISSUE].trigger()
    assert desk.plan.status == ISSUED


def test_an_adjustment_is_a_new_version_that_is_compared_with_the_old(draft: Opened, qtbot: QtBot) -> None:
    issue(draft)
    draft.tab.commands.acts[Act.ADJUST].trigger()
    window = dialog(draft, AdjustWindow)
    assert window.code.text() == "BG-2021-2025-DC1"
    window.verb.click()
    qtbot.waitUntil(lambda: page_of(draft).desk.plan.code == "BG-2021-2025-DC1")
    page = page_of(draft)
    assert page.desk.plan.version == 2
    grid = page.budget.grid
    at = next(row for row in range(len(grid.rows)) if grid.line(row).text == "Văn phòng phẩm")
    page.budget.typing.enter(at, 1, "Văn phòng phẩm, mực in")
    draft.tab.commands.compare.trigger()
    comparing = dialog(draft, CompareWindow)
    qtbot.waitUntil(lambda: comparing.table.rowCount() > 0)
    assert comparing.table.rowCount() == 1
    assert text(comparing.table, 0, 6) == "Sửa chữ"
    assert comparing.summary.text().startswith("1 dòng khác nhau")
    comparing.only_changed.click()
    assert comparing.table.rowCount() > 20
    comparing.reject()


def test_a_correction_needs_a_reason_and_is_noted(draft: Opened, qtbot: QtBot) -> None:
    issue(draft)
    draft.tab.commands.acts[Act.CORRECT].trigger()
    window = dialog(draft, CorrectWindow)
    window.field.setCurrentIndex(window.field.findData("text"))
    window.field.activated.emit(window.field.currentIndex())
    window.new.setPlainText("Mục I và II.1–4 (thiếu một trang nguồn)")
    window.verb.click()
    assert "lý do" in window.message.text()
    write(window.reason, "Thiếu chữ")
    window.verb.click()
    assert page_of(draft).budget.grid.line(0).text == "Mục I và II.1–4 (thiếu một trang nguồn)"
    assert draft.furniture.toast.text.text() == "Đã đính chính"


def test_deleting_a_plan_can_be_taken_back(draft: Opened, qtbot: QtBot) -> None:
    draft.tab.commands.delete.trigger()
    qtbot.waitUntil(lambda: draft.tab.page is None)
    assert draft.tab.list.nothing.isVisible()
    qtbot.mouseClick(draft.furniture.toast.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: draft.tab.page is not None)
    assert page_of(draft).desk.budget.total() == 14_767_550_000


def test_an_issued_plan_is_not_deleted(opened: Opened) -> None:
    opened.tab.commands.delete.trigger()
    assert "đã ban hành nên không xóa được" in opened.furniture.status.words.text()


def test_a_copy_is_made_and_put_back(draft: Opened, qtbot: QtBot) -> None:
    draft.tab.commands.backups.trigger()
    window = dialog(draft, RestoreWindow)
    assert not window.verb.isEnabled()
    window.now.click()
    qtbot.waitUntil(lambda: window.table.rowCount() == 1)
    assert text(window.table, 0, 1) == "Theo yêu cầu"
    window.verb.click()
    qtbot.waitUntil(lambda: draft.furniture.status.words.text() == "Đã khôi phục bản sao lưu.")
    assert draft.tab.page is None


def test_a_plan_goes_into_a_file_of_its_own(draft: Opened, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    target = tmp_path / "ra.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    draft.tab.commands.export.trigger()
    assert '"BG-2021-2025"' in target.read_text("utf-8")
    assert draft.furniture.status.words.text() == "Đã xuất kế hoạch ra ra.json"


@pytest.mark.logs_warning("unexpected error")
def test_a_fault_of_ours_is_shown_with_a_report_that_can_be_copied(draft: Opened, qtbot: QtBot) -> None:
    draft.failures.tell(ZeroDivisionError("thử"))
    window = draft.failures.window
    assert isinstance(window, CrashWindow)
    window.copy.click()
    assert "ZeroDivisionError: thử" in QGuiApplication.clipboard().text()
    draft.failures.tell(ZeroDivisionError("lần hai"))
    assert draft.failures.window is window
    qtbot.keyClick(window, Qt.Key.Key_Return)
    assert draft.failures.window is None


def test_a_matter_of_the_users_is_a_sentence_and_no_report() -> None:
    full = EnvironmentProblem("Ổ đĩa đầy; hãy xóa bớt tệp.")
    assert sentence_of(full) == "Ổ đĩa đầy; hãy xóa bớt tệp."
    assert sentence_of(Bug("Lỗi.")) == ""
    assert "NSCL Desktop" in report_of(full)


def test_fields_of_dialogs_have_names_for_screen_readers(draft: Opened) -> None:
    draft.tab.commands.new.trigger()
    window = dialog(draft, NewPlanWindow)
    assert all(field.accessibleName() for field in window.findChildren(QLineEdit) if field.parent() is not None)
    window.reject()
