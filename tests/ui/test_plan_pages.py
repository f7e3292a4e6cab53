"""The list of plans and the pages of the open one, on real widgets."""

import weakref

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from nscl_desktop.domain.targets import Target
from nscl_desktop.presenters.changed_places import Page
from nscl_desktop.presenters.plan_sheet import Act
from nscl_desktop.services.editing import set_field
from nscl_desktop.ui.facts_page import FactsPage
from nscl_desktop.ui.history_page import HistoryPage
from nscl_desktop.ui.line_picker import LinePicker
from nscl_desktop.ui.paper.paper_page import PaperPage
from nscl_desktop.ui.plan_page import PlanPage
from nscl_desktop.ui.targets_page import TargetsPage
from tests.ui.windows import Opened, text
from tests.ui.writing import write

Key = Qt.Key


def page_of(opened: Opened) -> PlanPage:
    assert opened.tab.page is not None
    return opened.tab.page


def targets_of(opened: Opened) -> TargetsPage:
    page_of(opened).show_page(Page.TARGETS)
    found = page_of(opened).findChild(TargetsPage)
    assert found is not None
    QApplication.processEvents()  # keys of a page count from its first layout on
    return found


def facts_of(opened: Opened) -> FactsPage:
    page_of(opened).show_page(Page.FACTS)
    found = page_of(opened).findChild(FactsPage)
    assert found is not None
    return found


def paper_of(opened: Opened, qtbot: QtBot) -> PaperPage:
    page_of(opened).show_page(Page.PAPER)
    found = page_of(opened).findChild(PaperPage)
    assert found is not None
    qtbot.waitUntil(lambda: found.paper is not None, timeout=20_000)
    return found


# -- the list ----------------------------------------------------------------------------------------------------------


def test_the_list_shows_the_plans_with_their_totals_in_millions(opened: Opened, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: all(entry.total for entry in opened.tab.plans.entries()))
    shown = [(entry.name, entry.total, entry.status_words) for entry in opened.tab.plans.entries()]
    assert shown == [
        ("Bình Dương 2021-2030", "13.489,4", "Đã ban hành"),
        ("Bắc Giang 2021-2025", "14.767,6", "Nháp"),
        ("Tây Ninh 2021", "1.687,3", "Đã ban hành"),
    ]


def test_searching_the_list_without_diacritics_and_enter_opens_the_plan(opened: Opened, qtbot: QtBot) -> None:
    listed = opened.tab.list
    qtbot.keyClicks(listed.search, "tay ninh")
    assert listed.list.count() == 1
    qtbot.keyClick(listed.search, Key.Key_Return)
    qtbot.waitUntil(lambda: page_of(opened).desk.plan.code == "TN-2021")
    assert opened.window.windowTitle().startswith("Kế hoạch 950/KH-UBND")
    qtbot.keyClicks(listed.search, " zzz")
    assert listed.nothing.isVisible()
    assert "tay ninh zzz" in listed.nothing.text()


def test_the_plan_open_last_is_opened_at_the_next_start(opened: Opened, qtbot: QtBot) -> None:
    opened.tab.list.list.setCurrentRow(2)
    qtbot.waitUntil(lambda: page_of(opened).desk.plan.code == "TN-2021")
    assert opened.around.preferences.text("plan") == page_of(opened).desk.plan_id


def test_f6_goes_round_list_pages_and_grid(opened: Opened, qtbot: QtBot) -> None:
    page = page_of(opened)
    page.take_focus()
    opened.tab.round.trigger()
    assert opened.tab.list.list.hasFocus()
    opened.tab.round.trigger()
    assert page.pages.tabBar().hasFocus()
    opened.tab.round.trigger()
    assert page.budget.view.frozen.hasFocus()


def test_a_new_file_teaches_the_first_steps(bare: Opened) -> None:
    assert bare.tab.page is None
    assert bare.tab.list.nothing.text() == "Chưa có kế hoạch nào trong tệp này."
    buttons = [button.text() for button in bare.tab.first_steps.findChildren(QPushButton)]
    assert buttons == ["Kế hoạch mới", "Nhập từ tệp…", "Xem năm mẫu"]


class Shown(QObject):
    """Notes every window that appears."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(type(watched).__name__)
        return False


def test_building_pages_flashes_no_window(opened: Opened, dressed: QApplication, qtbot: QtBot) -> None:
    shown = Shown()
    dressed.installEventFilter(shown)
    opened.tab.list.list.setCurrentRow(1)
    qtbot.waitUntil(lambda: page_of(opened).desk.plan.code == "BG-2021-2025")
    for page in Page:
        page_of(opened).show_page(page)
    page_of(opened).budget.details.trigger()
    qtbot.waitUntil(lambda: not opened.operations.is_busy, timeout=20_000)
    dressed.removeEventFilter(shown)
    assert shown.windows == []


# -- heading and steps of life ----------------------------------------------------------------------------------------


def test_submitting_locks_and_withdrawing_opens_again(draft: Opened, qtbot: QtBot) -> None:
    page = page_of(draft)
    assert (page.chip.text(), page.lock.isVisible()) == ("Nháp", False)
    draft.tab.commands.acts[page.sheet.acts[0]].trigger()
    assert page.chip.text() == "Đã trình"
    assert page.lock.isVisible()
    assert draft.furniture.toast.text.text() == "Đã trình kế hoạch BG-2021-2025"
    qtbot.mouseClick(draft.furniture.toast.button, Qt.MouseButton.LeftButton)
    assert page.chip.text() == "Nháp"


def test_issuing_without_number_says_what_is_missing(draft: Opened) -> None:
    draft.tab.commands.acts[Act.ISSUE].trigger()
    assert "số, ký hiệu" in draft.furniture.status.words.text()
    assert page_of(draft).chip.text() == "Nháp"


# -- Mục tiêu ----------------------------------------------------------------------------------------------------------


def test_a_target_is_edited_beside_its_list_and_follows_undo(draft: Opened, qtbot: QtBot) -> None:
    page = targets_of(draft)
    page.targets.table.setCurrentIndex(page.targets.model.index(0, 1))
    record = page.targets.current
    assert isinstance(record, Target)
    editor = page.form.editor("unit")
    assert isinstance(editor, QLineEdit)
    editor.setFocus()
    write(editor, "lượt người")
    qtbot.keyClick(editor, Key.Key_Return)
    desk = page_of(draft).desk
    assert desk.book.get(Target, record.id).unit == "lượt người"
    page_of(draft).undo()
    assert desk.book.get(Target, record.id).unit == ""
    assert page.form.form.field("unit").text == ""


def test_a_value_that_cannot_be_read_stays_in_its_field_with_the_reason(draft: Opened, qtbot: QtBot) -> None:
    page = targets_of(draft)
    page.targets.table.setCurrentIndex(page.targets.model.index(0, 1))
    editor = page.form.editor("value")
    assert isinstance(editor, QLineEdit)
    editor.setFocus()
    qtbot.keyClicks(editor, "4a")
    qtbot.keyClick(editor, Key.Key_Return)
    assert editor.text() == "4a"
    assert editor.property("invalid") is True
    editor.selectAll()
    qtbot.keyClicks(editor, "4,5")
    qtbot.keyClick(editor, Key.Key_Return)
    assert editor.property("invalid") is False
    assert page.form.form.field("value").text == "4,5"


def test_a_line_is_linked_with_a_target_and_counted(draft: Opened, qtbot: QtBot) -> None:
    page = targets_of(draft)
    desk = page_of(draft).desk
    lonely = next(
        row for row in range(page.targets.model.rowCount())
        if isinstance(record := page.targets.model.record_at(row), Target) and not page.table.links(record)
    )  # fmt: skip
    page.targets.table.setCurrentIndex(page.targets.model.index(lonely, 1))
    page.links.add.click()
    picker = page.findChild(LinePicker)
    assert picker is not None
    qtbot.keyClicks(picker.field, "van phong pham")
    assert picker.list.count() == 1
    qtbot.keyClick(picker.field, Key.Key_Return)
    assert page.links.list.count() == 1
    item = page.links.list.item(0)
    item.setCheckState(Qt.CheckState.Unchecked)
    record = page.targets.current
    assert isinstance(record, Target)
    assert not page.table.links(record)[0].link.counts
    page.links.remove.click()
    assert page.links.list.count() == 0
    assert desk.undo_stack.undo_words == "Bỏ mục chi khỏi mục tiêu"


def test_targets_are_added_moved_and_deleted_by_keyboard(draft: Opened, qtbot: QtBot) -> None:
    page = targets_of(draft)
    before = page.targets.model.rowCount()
    page.targets.table.setFocus()
    qtbot.keyClick(page.targets.table, Key.Key_Insert)
    assert page.targets.model.rowCount() == before + 1
    assert page.targets.table.currentIndex().row() == before
    page.targets.settle()
    fresh = page.targets.current
    qtbot.keyClick(page.targets.table, Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert page.targets.current == page.targets.model.record_at(before - 1)
    assert fresh is not None
    assert page.targets.current is not None
    assert page.targets.current.id == fresh.id
    qtbot.keyClick(page.targets.table, Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert page.targets.model.rowCount() == before
    assert draft.furniture.toast.isVisible()


def test_a_locked_plan_shows_its_targets_but_opens_no_field(opened: Opened) -> None:
    page = targets_of(opened)
    page.targets.table.setCurrentIndex(page.targets.model.index(0, 1))
    editor = page.form.editor("text")
    assert isinstance(editor, QPlainTextEdit)
    assert editor.isReadOnly()
    assert not page.targets.add.isEnabled()


# -- Thông tin ---------------------------------------------------------------------------------------------------------


def test_facts_are_taken_when_the_field_is_left(draft: Opened, qtbot: QtBot) -> None:
    page = facts_of(draft)
    number, place = page.forms[0].editor("number"), page.forms[0].editor("place")
    assert isinstance(number, QLineEdit)
    number.setFocus()
    number.selectAll()
    qtbot.keyClicks(number, "12/KH-UBND")
    place.setFocus()
    assert page_of(draft).desk.plan.number == "12/KH-UBND"
    assert page_of(draft).title.text().startswith("Kế hoạch 12/KH-UBND")
    assert draft.tab.plans.entries()[0].document == "12/KH-UBND"


def test_recipients_are_one_to_a_line(draft: Opened, qtbot: QtBot) -> None:
    page = facts_of(draft)
    editor = page.forms[1].editor("recipients")
    assert isinstance(editor, QPlainTextEdit)
    editor.setFocus()
    editor.setPlainText("Như trên;\n\n  Lưu: VT.  ")
    qtbot.keyClick(editor, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page_of(draft).desk.plan.recipients == ("Như trên;", "Lưu: VT.")


def test_choices_and_boxes_are_taken_at_once(draft: Opened, qtbot: QtBot) -> None:
    form = facts_of(draft).forms[2]
    unit, comma = form.editor("print_unit"), form.editor("group_comma")
    assert isinstance(unit, QComboBox)
    assert isinstance(comma, QCheckBox)
    unit.setCurrentIndex(unit.findText("nghìn đồng"))
    unit.activated.emit(unit.currentIndex())
    comma.click()
    plan = page_of(draft).desk.plan
    assert (plan.print_unit, plan.group_comma) == ("nghin", True)


def test_a_source_is_renamed_in_its_table_and_in_the_grid(draft: Opened) -> None:
    page = facts_of(draft)
    sources = page.tables[1]
    sources.model.setData(sources.model.index(0, 0), "NSTW")
    assert page_of(draft).desk.budget.frame.sources[0].code == "NSTW"
    assert page_of(draft).budget.toolbar.source.itemText(1) == "NSTW"


# -- Lịch sử -----------------------------------------------------------------------------------------------------------


def test_history_tells_field_by_field_what_was_changed(draft: Opened, qtbot: QtBot) -> None:
    facts_of(draft)
    desk = page_of(draft).desk
    desk.perform(set_field(desk.budget, desk.plan, "place", "Việt Yên"))
    page_of(draft).show_page(Page.HISTORY)
    history = page_of(draft).findChild(HistoryPage)
    assert history is not None
    qtbot.waitUntil(lambda: history.table.rowCount() == 1)
    assert text(history.table, 0, 3) == "Địa danh: Bắc Giang → Việt Yên"


def test_the_history_of_one_line_leaves_out_the_others(draft: Opened, qtbot: QtBot) -> None:
    page = page_of(draft)
    first, second = page.budget.grid.line(0), page.budget.grid.line(2)
    for line in (first, second):
        page.desk.perform(set_field(page.desk.budget, line, "note", "xem lại"))
    page.budget.go_to_line(second.id)
    draft.tab.commands.history.trigger()
    history = page.findChild(HistoryPage)
    assert history is not None
    qtbot.waitUntil(lambda: history.table.rowCount() == 1)
    assert "II.5" in history.about.text()


# -- Bản in ------------------------------------------------------------------------------------------------------------


def test_the_preview_is_the_final_paper_and_a_figure_leads_to_its_line(draft: Opened, qtbot: QtBot) -> None:
    paper = paper_of(draft, qtbot)
    page = page_of(draft)
    line = next(each for _, each in page.desk.budget.tree.walk() if each.text == "Văn phòng phẩm")
    paper.show_line(line.id)
    assert paper.paper is not None
    place = paper.paper.places_of(line.id)[0]
    width = paper.paper.page_sizes[place.page][0]
    assert paper.paper.line_at(place.page, width / 2, (place.top + place.bottom) / 2) == line.id
    paper.pages.line_clicked.emit(line.id)
    assert page.page is Page.BUDGET
    assert page.budget.current_line == line.id


def test_another_form_and_unit_print_another_paper(draft: Opened, qtbot: QtBot) -> None:
    paper = paper_of(draft, qtbot)
    first = paper.paper
    form = paper.options.form
    form.setCurrentIndex(form.findData("tay-ninh"))
    form.activated.emit(form.currentIndex())
    qtbot.waitUntil(lambda: paper.paper is not first, timeout=20_000)
    assert paper.sheet.document().tables[0].unit.label


def test_an_edit_makes_the_paper_anew_after_a_pause(draft: Opened, qtbot: QtBot) -> None:
    paper = paper_of(draft, qtbot)
    first, desk = paper.paper, page_of(draft).desk
    desk.perform(set_field(desk.budget, desk.plan, "appendix_title", "Dự toán thử"))
    qtbot.waitUntil(lambda: paper.paper is not first, timeout=20_000)
    assert paper.sheet.document().heading.title == "DỰ TOÁN THỬ"


def test_paper_is_let_go_with_its_page_though_the_page_is_still_known(opened: Opened, qtbot: QtBot) -> None:
    paper = paper_of(opened, qtbot)
    kept = weakref.ref(paper.paper)
    other = next(entry.plan_id for entry in opened.tab.plans.entries() if entry.plan_id != page_of(opened).desk.plan_id)
    opened.tab.open(other)
    qtbot.waitUntil(lambda: not isValid(paper))
    qtbot.waitUntil(lambda: kept() is None)
    qtbot.waitUntil(lambda: opened.tab.page is not None)


def test_pages_that_come_when_another_plan_is_open_are_let_go(opened: Opened, qtbot: QtBot) -> None:
    paper = paper_of(opened, qtbot)
    other = next(entry.plan_id for entry in opened.tab.plans.entries() if entry.plan_id != page_of(opened).desk.plan_id)
    opened.tab.open(other)  # aside, before the pages that are asked for next
    paper.options.changed.emit()
    qtbot.waitUntil(lambda: not isValid(paper) and not opened.operations.is_busy, timeout=20_000)
    assert paper.paper is None
    qtbot.waitUntil(lambda: opened.tab.page is not None)


def test_errors_put_the_draft_mark_on_paper_and_say_why(draft: Opened, qtbot: QtBot) -> None:
    paper = paper_of(draft, qtbot)
    assert paper.options.draft.isVisible()
    assert paper.sheet.document().watermark == "DỰ THẢO"


def test_pages_are_zoomed_and_turned_by_keyboard(draft: Opened, qtbot: QtBot) -> None:
    paper = paper_of(draft, qtbot)
    pages = paper.pages
    qtbot.keyClick(pages, Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert pages.zoom > 0
    qtbot.keyClick(pages, Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert pages.zoom == 0
    qtbot.keyClick(pages, Key.Key_End)
    assert pages.page == pages.page_count - 1
    assert paper.number.text() == f"Trang {pages.page_count}/{pages.page_count}"
    qtbot.keyClick(pages, Key.Key_Home)
    assert pages.page == 0
