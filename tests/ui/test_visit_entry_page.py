"""The entry screen as a clerk uses it: keys alone, or large buttons; nothing is lost, and nobody is held up."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from nscl_desktop.domain.inspections import Answer
from nscl_desktop.presenters.visit_entry import VisitEntry
from nscl_desktop.services.visit_work import answer_id, set_visit_field
from nscl_desktop.ui.toast import Toast
from nscl_desktop.ui.visit_entry_page import EntryPage
from tests.inspections.desks import MemoryDesk
from tests.inspections.sheets import book

Key = Qt.Key


@pytest.fixture
def desk() -> MemoryDesk:
    return MemoryDesk(book())


@pytest.fixture
def page(dressed: QApplication, qtbot: QtBot, desk: MemoryDesk) -> EntryPage:
    made = EntryPage(VisitEntry(desk, "v"))
    qtbot.addWidget(made)
    made.resize(911, 600)
    made.show()
    qtbot.waitExposed(made)
    return made


def type_keys(qtbot: QtBot, *keys: Qt.Key) -> None:
    for key in keys:
        widget = QApplication.focusWidget()
        assert widget is not None
        qtbot.keyClick(widget, key)


def shown(page: EntryPage) -> str:
    return page.entry.question.id if page.entry.question else ""


def test_a_visit_is_entered_by_keys_alone(page: EntryPage, desk: MemoryDesk, qtbot: QtBot) -> None:
    type_keys(qtbot, Key.Key_2, Key.Key_Return)
    assert shown(page) == "why"
    assert isinstance(page.answer.field, QPlainTextEdit)
    qtbot.keyClicks(page.answer.field, "thieu so")
    type_keys(qtbot, Key.Key_Return)
    qtbot.keyClicks(page.answer.field, "12")
    type_keys(qtbot, Key.Key_Return, Key.Key_1, Key.Key_PageDown)
    assert shown(page) == "words"
    found = {each.question_id: each for each in desk.book.table(Answer).values()}
    assert (found["papers"].verdict, found["why"].text, found["people"].number, found["machine"].text) == (
        "failed", "thieu so", Decimal(12), "Tốt",
    )  # fmt: skip
    assert page.count.text() == "4/7 câu đã trả lời"


def test_an_answer_is_a_step_as_soon_as_it_is_pressed(page: EntryPage, desk: MemoryDesk, qtbot: QtBot) -> None:
    type_keys(qtbot, Key.Key_1)
    assert desk.book.get(Answer, answer_id("v", "papers")).verdict == "passed"
    assert shown(page) == "papers"
    assert page.saved.text().startswith("Đã ghi ")


def test_pressing_again_takes_the_answer_back(page: EntryPage, desk: MemoryDesk, qtbot: QtBot) -> None:
    type_keys(qtbot, Key.Key_1, Key.Key_1)
    assert desk.book.get(Answer, answer_id("v", "papers")).verdict == ""


def test_digits_in_a_field_are_digits(page: EntryPage, desk: MemoryDesk, qtbot: QtBot) -> None:
    page.note.setFocus()
    type_keys(qtbot, Key.Key_1, Key.Key_2)
    assert page.note.text() == "12"
    assert not any(button.isChecked() for button in page.answer.buttons)


def test_the_page_keys_go_back_and_on_out_of_any_field(page: EntryPage, qtbot: QtBot) -> None:
    type_keys(qtbot, Key.Key_2, Key.Key_PageDown, Key.Key_PageDown, Key.Key_PageUp, Key.Key_PageUp)
    assert shown(page) == "papers"


def test_points_are_given_by_their_own_digit(page: EntryPage, desk: MemoryDesk, qtbot: QtBot) -> None:
    page.entry.go_to("sort")
    page.show_question()
    type_keys(qtbot, Key.Key_4, Key.Key_PageDown, Key.Key_0)
    found = {each.question_id: each.number for each in desk.book.table(Answer).values()}
    assert found == {"sort": Decimal(4), "shine": Decimal(0)}


def test_a_figure_that_is_refused_stays_with_its_reason(page: EntryPage, qtbot: QtBot) -> None:
    page.entry.go_to("people")
    page.show_question()
    type_keys(qtbot, Key.Key_0, Key.Key_Return)
    assert shown(page) == "people"
    assert "nhận số từ 1 đến 500" in page.error.text()
    assert page.answer.text == "0"


def test_all_that_is_pressed_is_large_enough_for_a_finger(page: EntryPage) -> None:
    buttons = [each for each in page.findChildren(QPushButton) if each.isVisible()]
    assert len(buttons) >= 8
    assert all(button.height() >= 44 for button in buttons)


def test_opened_again_it_stands_at_the_same_question(page: EntryPage, desk: MemoryDesk, qtbot: QtBot) -> None:
    type_keys(qtbot, Key.Key_1, Key.Key_Return, Key.Key_Return)
    again = EntryPage(VisitEntry(desk, "v"))
    qtbot.addWidget(again)
    assert shown(again) == shown(page) == "machine"


def test_what_is_missing_is_listed_and_leads_to_its_question(page: EntryPage, qtbot: QtBot) -> None:
    page.entry.go_to("shine")
    page.show_question()
    qtbot.mouseClick(page.finish, Qt.MouseButton.LeftButton)
    assert [page.lacks.item(row).text() for row in range(page.lacks.count())] == ["Câu I.1: Hồ sơ đầy đủ"]
    type_keys(qtbot, Key.Key_Return)
    assert shown(page) == "papers"
    assert not page.lacks.isVisible()


def test_what_is_missing_beside_the_questions_leads_out_to_where_it_is_written(
    page: EntryPage, desk: MemoryDesk, qtbot: QtBot
) -> None:
    desk.perform(set_visit_field(desk.book, "v", "location", ""))
    page.entry.follow()
    qtbot.mouseClick(page.finish, Qt.MouseButton.LeftButton)
    assert page.lacks.item(0).text() == "Địa điểm – ghi ở trang Thông tin"
    with qtbot.waitSignal(page.left):
        type_keys(qtbot, Key.Key_Return)


def test_behind_the_last_question_stands_what_is_missing_or_the_end(page: EntryPage, qtbot: QtBot) -> None:
    page.entry.go_to("shine")
    page.show_question()
    page.go(1)
    assert page.lacks.isVisible()
    page.entry.go_to("papers")
    page.show_question()
    type_keys(qtbot, Key.Key_1)
    page.entry.go_to("shine")
    page.show_question()
    page.go(1)
    assert page.finish.hasFocus()
    with qtbot.waitSignal(page.finish_wanted):
        page.finish.click()


def test_a_finished_visit_is_read_only(page: EntryPage, qtbot: QtBot) -> None:
    type_keys(qtbot, Key.Key_1)
    page.entry.finish()
    page.show_question()
    assert not any(button.isEnabled() for button in page.answer.buttons)
    assert not page.finish.isVisible()


def test_leaving_keeps_what_stands_in_the_field(page: EntryPage, desk: MemoryDesk, qtbot: QtBot) -> None:
    page.note.setText("xem lại")
    with qtbot.waitSignal(page.left):
        page.leave.click()
    assert desk.book.get(Answer, answer_id("v", "papers")).note == "xem lại"


def test_steps_on_their_way_are_told_until_they_are_saved(page: EntryPage, desk: MemoryDesk, qtbot: QtBot) -> None:
    desk.waiting = 1
    type_keys(qtbot, Key.Key_1)
    assert page.saved.text() == "Đang ghi…"
    desk.waiting = 0
    qtbot.waitUntil(lambda: page.saved.text().startswith("Đã ghi "))


def test_a_word_about_what_happened_leaves_the_buttons_at_the_foot_free(page: EntryPage, qtbot: QtBot) -> None:
    toast = Toast(page)
    toast.say("Đã thêm 3 ảnh", "Hoàn tác")
    for button in (page.back, page.next):
        assert not toast.geometry().intersects(QRect(button.mapTo(page, QPoint()), button.size()))
    toast.button.click()
