"""Section Bảng kiểm as the office uses it: a sample taken over, a list written by keys alone, used, followed."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from nscl_desktop.domain.changes import ChangeSet, inserted
from nscl_desktop.domain.inspections import CHOICE, IN_USE, RETIRED, SURVEY, Checklist, Visit
from nscl_desktop.ui.checklists.checklist_page import ChecklistPage
from nscl_desktop.ui.checklists.preview_window import PreviewWindow
from nscl_desktop.ui.enterprises.change_window import AskWindow
from nscl_desktop.ui.tabs.checklists import ChecklistsTab
from tests.enterprises.registers import write
from tests.inspections.sheets import questions
from tests.ui.offices import MemoryOffice, fill
from tests.ui.windows import Opened, in_front, refusals, text
from tests.ui.writing import write as typed

LIST = Checklist(id="c", name="Kiểm tra tình hình thực hiện")


def tab_of(window: Opened, qtbot: QtBot) -> ChecklistsTab:
    return in_front(window, "inspections", ChecklistsTab(window.around), qtbot)


def page_of(tab: ChecklistsTab, qtbot: QtBot, key: str = "c") -> ChecklistPage:
    qtbot.waitUntil(lambda: tab.page is not None and tab.page.editor.key == key)
    assert tab.page is not None
    return tab.page


def draft(office: MemoryOffice) -> None:
    fill(office, LIST, *questions())


def words(page: ChecklistPage) -> list[str]:
    return [f"{row.depth}{row.number} {row.text}" for row in page.editor.rows()]


def saved(office: MemoryOffice, key: str = "c") -> Checklist:
    return office.checklists.all().get(Checklist, key)


def test_an_empty_file_offers_the_samples_and_one_is_taken_over(
    window: Opened, qtbot: QtBot, office: MemoryOffice
) -> None:
    tab = tab_of(window, qtbot)
    assert tab.nothing.title.text() == "Chưa có bảng kiểm nào"
    sample = office.checklists.samples()[0]
    tab._take_sample(sample.id, sample.name)  # noqa: SLF001 - what the menu of samples calls
    page = page_of(tab, qtbot, sample.id)
    assert (page.title.text(), page.editor.is_draft) == (sample.name, True)
    assert page.editor.faults() == ()
    tab._take_sample(sample.id, sample.name)  # noqa: SLF001
    qtbot.waitUntil(lambda: not window.operations.is_busy)
    assert tab.panel.list.count() == 1


def test_a_questionnaire_is_written_by_keys_alone(window: Opened, qtbot: QtBot, office: MemoryOffice) -> None:
    tab = tab_of(window, qtbot)
    tab.new_survey.trigger()
    dialog = tab.widget().findChildren(AskWindow)[0]
    dialog.fields[0].setText("Khảo sát hiện trạng")
    dialog.verb.click()
    qtbot.waitUntil(lambda: tab.page is not None)
    page = page_of(tab, qtbot, office.checklists.all().table(Checklist).copy().popitem()[0])
    assert not page.empty.isHidden()
    window.window.activateWindow()
    qtbot.waitUntil(window.window.isActiveWindow)
    page.adding[1].trigger()
    write_in_place(page, qtbot, "Thông tin chung")
    qtbot.keyClick(page.outline, Qt.Key.Key_Return)
    write_in_place(page, qtbot, "Số lao động")
    qtbot.keyClick(page.outline, Qt.Key.Key_Return)
    write_in_place(page, qtbot, "Đã áp dụng 5S")
    qtbot.keyClick(page.outline, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    write_in_place(page, qtbot, "Nhu cầu hỗ trợ")
    assert words(page) == ["0I Thông tin chung", "11 Số lao động", "12 Đã áp dụng 5S", "0II Nhu cầu hỗ trợ"]
    assert saved(office, page.editor.key).purpose == SURVEY


def write_in_place(page: ChecklistPage, qtbot: QtBot, text: str) -> None:
    editor = page.outline.indexWidget(page.outline.currentIndex())
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    typed(editor, text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(page.outline.hasFocus)


def test_questions_move_up_down_in_and_out_and_each_step_is_undone_by_name(
    window: Opened, qtbot: QtBot, office: MemoryOffice
) -> None:
    draft(office)
    tab = tab_of(window, qtbot)
    page = page_of(tab, qtbot)
    page.show_question("words")
    start = words(page)
    qtbot.keyClick(page.outline, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert "22.1 Nhận xét" in words(page)
    assert page.undo_action.text() == "Hoàn tác: chuyển câu “Nhận xét” vào một cấp"
    qtbot.keyClick(page.outline, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(page.outline, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(page.outline, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert words(page) == start
    assert page.outline.key == "words"
    page.delete_action.trigger()
    assert "13 Nhận xét" not in words(page)
    for _ in range(5):
        page.undo()
    assert words(page) == start
    page.redo()
    assert page.redo_action.isEnabled()


def test_the_fields_of_a_question_follow_its_kind(window: Opened, qtbot: QtBot, office: MemoryOffice) -> None:
    draft(office)
    page = page_of(tab_of(window, qtbot), qtbot)
    page.show_question("people")
    view = page.panel.view
    assert view is not None
    assert {"unit", "least", "most"} <= set(view.form.names)
    view.form.enter("kind", CHOICE)
    view = page.panel.view
    assert view is not None
    assert "options" in view.form.names
    assert "least" not in view.form.names
    assert "ít nhất hai lựa chọn" in page.faults.item(0).text()
    view.form.enter("options", "Có\nKhông")
    assert page.faults.count() == 0


def test_a_condition_is_chosen_among_the_answers_of_an_earlier_question(
    window: Opened, qtbot: QtBot, office: MemoryOffice
) -> None:
    draft(office)
    page = page_of(tab_of(window, qtbot), qtbot)
    page.show_question("words")
    view = page.panel.view
    assert view is not None
    offered = dict(view.form.offers("asked_if"))
    assert set(offered) == {"", "papers", "why", "people", "machine"}
    assert offered["machine"] == "II.2. Tình trạng máy"
    view.form.enter("asked_if", "machine")
    view = page.panel.view
    assert view is not None
    condition = view.editor("condition")
    assert isinstance(condition, QComboBox)
    assert [condition.itemText(row) for row in range(condition.count())] == ["(bất kỳ)", "Tốt", "Cũ", "Hỏng"]
    view.form.enter("condition", "Hỏng")
    row = next(each for each in page.editor.rows() if each.key == "words")
    assert row.asked_if == "khi câu II.2 = Hỏng"
    page.show_question("machine")
    for _ in range(3):
        qtbot.keyClick(page.outline, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert any("đứng sau nó" in page.faults.item(row).text() for row in range(page.faults.count()))


def test_a_list_with_faults_is_refused_and_one_in_use_is_followed_by_a_new_version(
    window: Opened, qtbot: QtBot, office: MemoryOffice
) -> None:
    draft(office)
    tab = tab_of(window, qtbot)
    page, told = page_of(tab, qtbot), refusals(window)
    page.editor.add("words")
    page.use.click()
    assert "chưa có nội dung" in told[-1]
    page.undo()
    page.use.click()
    assert saved(office).state == IN_USE
    assert (page.use.isHidden(), page.next.isHidden(), page.outline.is_open) == (True, False, False)
    assert not any(action.isEnabled() for action in page.editing)
    page.next.click()
    qtbot.waitUntil(lambda: tab.page is not None and tab.page.editor.key != "c")
    assert tab.page is not None
    fresh = tab.page
    assert "phiên bản 2 · đang soạn" in fresh.about.text()
    fresh.use.click()
    assert (saved(office).state, saved(office, fresh.editor.key).state) == (RETIRED, IN_USE)
    assert tab.panel.retired.text() == "Hiện cả 1 bản thôi dùng"
    tab.panel.retired.setChecked(True)
    assert tab.panel.list.count() == 2


def test_what_was_used_is_not_made_a_draft_again_by_undo(window: Opened, qtbot: QtBot, office: MemoryOffice) -> None:
    draft(office)
    page, told = page_of(tab_of(window, qtbot), qtbot), refusals(window)
    page.use.click()
    visit = Visit(id="v", checklist_id="c", date="2026-03-05")
    write(office.register.store, ChangeSet("Thêm lần kiểm tra", (inserted(visit),)))
    page.undo()
    assert "không rút về đang soạn được" in told[-1]
    assert saved(office).state == IN_USE
    page.retire_action.trigger()
    assert saved(office).state == RETIRED
    page.undo()
    assert saved(office).state == IN_USE


def test_the_preview_is_the_entry_screen_and_leaves_nothing(window: Opened, qtbot: QtBot, office: MemoryOffice) -> None:
    draft(office)
    tab = tab_of(window, qtbot)
    page_of(tab, qtbot).preview.click()
    dialog = tab.widget().findChildren(PreviewWindow)[0]
    qtbot.keyClick(dialog.page, Qt.Key.Key_2)
    dialog.page.go(1)
    assert dialog.page.words.text() == "2. Thiếu gì *"
    dialog.page.leave.click()
    assert office.checklists.visits("c") == 0


def test_a_list_goes_out_as_a_file_and_comes_in_as_a_draft(
    window: Opened, qtbot: QtBot, office: MemoryOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft(office)
    tab = tab_of(window, qtbot)
    page = page_of(tab, qtbot)
    start = words(page)
    target = str(tmp_path / "bang kiem.json")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (target, ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (target, ""))
    tab.menus()
    tab.export.trigger()
    qtbot.waitUntil(lambda: Path(target).exists() and not window.operations.is_busy)
    tab.import_action.trigger()
    qtbot.waitUntil(lambda: tab.page is not None and tab.page.editor.key != "c")
    assert tab.page is not None
    assert words(tab.page) == start
    why = next(row for row in tab.page.editor.rows() if row.text == "Thiếu gì")
    assert why.asked_if == "khi câu I.1 = Chưa đạt"
    tab.menus()
    tab.delete.trigger()
    qtbot.waitUntil(lambda: len(office.checklists.all().table(Checklist)) == 1)


def test_lists_are_sought_without_dau_and_opened_from_elsewhere(
    window: Opened, qtbot: QtBot, office: MemoryOffice
) -> None:
    draft(office)
    fill(office, Checklist(id="old", name="Bảng cũ", state=RETIRED))
    tab = tab_of(window, qtbot)
    page_of(tab, qtbot)
    tab.panel.search.setText("khong co")
    assert "Không có bảng kiểm nào khớp" in tab.panel.none_found.text()
    tab.panel.search.setText("tinh hinh")
    assert tab.panel.list.count() == 1
    tab.open_record("checklist", "old")
    assert page_of(tab, qtbot, "old").next.isHidden() is False
    tab.read_again()
    qtbot.waitUntil(lambda: tab.page is not None)


def test_the_history_tells_what_was_done_to_the_list(window: Opened, qtbot: QtBot, office: MemoryOffice) -> None:
    draft(office)
    page = page_of(tab_of(window, qtbot), qtbot)
    page.editor.rename("papers", "Hồ sơ đủ và đúng")
    page.pages.setCurrentWidget(page.history)
    qtbot.waitUntil(lambda: page.history.table.rowCount() > 0)
    assert text(page.history.table, 0, 2) == "Sửa câu “Hồ sơ đầy đủ”"
    page.take_focus()


def test_keys_go_round_from_list_to_outline_to_question(window: Opened, qtbot: QtBot, office: MemoryOffice) -> None:
    draft(office)
    tab = tab_of(window, qtbot)
    page = page_of(tab, qtbot)
    tab.come_in_front()
    assert tab.panel.list.hasFocus()
    tab.round.trigger()
    assert page.outline.hasFocus()
    tab.round.trigger()
    assert page.panel.view is not None
    assert page.panel.view.editor("text").hasFocus()
    tab.round.trigger()
    assert tab.panel.list.hasFocus()


def test_what_is_typed_is_kept_when_the_window_closes_or_another_list_is_chosen(
    window: Opened, qtbot: QtBot, office: MemoryOffice
) -> None:
    draft(office)
    tab = tab_of(window, qtbot)
    page = page_of(tab, qtbot)
    page.show_question("papers")
    page.outline.edit_words()
    editor = page.outline.indexWidget(page.outline.currentIndex())
    assert isinstance(editor, QLineEdit)
    editor.setText("Hồ sơ đủ")
    tab.settle()
    assert page.editor.rows()[1].text == "Hồ sơ đủ"
    tab.go_to_findings()
    page.editor.add("papers")
    tab.go_to_findings()
    assert page.editor.rows()[2].key == page.outline.key


def test_the_list_that_is_shown_is_the_one_chosen_at_the_left(
    window: Opened, qtbot: QtBot, office: MemoryOffice
) -> None:
    draft(office)
    tab = tab_of(window, qtbot)
    tab.panel.list.clear()
    tab.panel.search.setFocus()  # as long as nothing is listed
    tab._read()  # noqa: SLF001 - what happens when the section is first looked at
    page_of(tab, qtbot)
    qtbot.waitUntil(lambda: not window.operations.is_busy)
    assert tab.panel.list.hasFocus()
    assert [item.text() for item in tab.panel.list.selectedItems()] == [LIST.name]
