"""Tab Đào tạo as a clerk uses it: a course opened, filled, marked, certified; people and clubs."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.ledger import BudgetYear, LedgerEntry
from nscl_desktop.domain.plans import Plan
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.training import Course, Enrolment, Person, PersonRole, Session
from nscl_desktop.services.course_parts import set_value
from nscl_desktop.ui.dossier_papers.paper_window import PaperWindow
from nscl_desktop.ui.dossiers.page_parts import AskValues
from nscl_desktop.ui.enterprises.unit_picker import UnitPicker
from nscl_desktop.ui.ledger.entry_window import EntryWindow
from nscl_desktop.ui.tabs.clubs import ClubsTab
from nscl_desktop.ui.tabs.courses import CoursesTab
from nscl_desktop.ui.tabs.experts import ExpertsTab
from nscl_desktop.ui.tabs.people import PeopleTab
from nscl_desktop.ui.training.course_page import CoursePage
from nscl_desktop.ui.training.course_windows import NewClubWindow, NewCourseWindow, NewPersonWindow, PersonPicker
from nscl_desktop.ui.training.paste_window import PasteWindow
from tests.enterprises.registers import unit
from tests.ui.offices import MemoryOffice, fill, office_with, sample_office
from tests.ui.windows import Opened, in_front, refusals, rest, text


def stored() -> list[Record]:
    return [
        unit("u1", "Công ty TNHH An Phát"),
        Person(id="p1", name="Nguyễn Thị An", birth_year=1985, unit="An Phát"),
        Person(id="p2", name="Trần Văn Bình", birth_year=1990, title="Giảng viên chính"),
        PersonRole(id="r2", person_id="p2", role="lecturer"),
        Course(id="k1", title="Công cụ 5S", year=2026, date_from="2026-05-11", most_people=1),
        Session(id="s1", course_id="k1", date="2026-05-11"),
        Enrolment(id="e1", course_id="k1", person_id="p1", position="a0", unit="An Phát", title="Tổ trưởng"),
    ]


@pytest.fixture
def office() -> MemoryOffice:
    return office_with(*stored())


def page_of(tab: CoursesTab, window: Opened, qtbot: QtBot) -> CoursePage:
    qtbot.waitUntil(lambda: tab.page is not None)
    rest(window, qtbot)
    assert tab.page is not None
    return tab.page


def pick(host: QWidget, qtbot: QtBot, words: str) -> None:
    """Choose somebody by a part of their name."""
    qtbot.waitUntil(lambda: bool(host.findChildren(PersonPicker)))
    window = host.findChildren(PersonPicker)[-1]
    window.search.setText(words)
    window.verb.click()


def test_a_course_is_opened_with_a_title_and_its_papers(window: Opened, qtbot: QtBot) -> None:
    tab = in_front(window, "training", CoursesTab(window.around), qtbot)
    page_of(tab, window, qtbot)
    tab.make_new()
    new = tab.widget().findChildren(NewCourseWindow)[0]
    new.verb.click()
    assert "Tên lớp" in new.message.text()
    new.title.setText("Kaizen cho hợp tác xã")
    new.day.setText("2/6/2026")
    new.verb.click()
    qtbot.waitUntil(lambda: page_of(tab, window, qtbot).title.text() == "Kaizen cho hợp tác xã")
    page = page_of(tab, window, qtbot)
    assert page.course is not None
    assert (page.course.year, page.course.date_from) == (2026, "2026-06-02")
    assert page.papers.about.text() == "Hồ sơ quyết toán còn thiếu 7 giấy tờ bắt buộc."
    assert [tab.list.item(at).text() for at in range(2)] == ["Kaizen cho hợp tác xã", "Công cụ 5S"]
    page.facts.form.enter("most_people", "40")
    assert page.undo_action.text().startswith("Hoàn tác: sửa lớp")
    page.undo()
    assert page.course.most_people is None
    tab._delete()  # noqa: SLF001 - the menu's command
    qtbot.waitUntil(lambda: tab.list.count() == 1)


def test_participants_come_from_those_on_file_and_too_many_are_only_remarked(window: Opened, qtbot: QtBot) -> None:
    tab = in_front(window, "training", CoursesTab(window.around), qtbot)
    page = page_of(tab, window, qtbot)
    page.pages.setCurrentWidget(page.people)
    page.people.table.add.click()
    pick(page, qtbot, "tran van binh")
    qtbot.waitUntil(lambda: tab.page is not page)
    page = page_of(tab, window, qtbot)
    assert [page.sheet.name_of(each) for each in page.sheet.whole.enrolments] == ["Nguyễn Thị An", "Trần Văn Bình"]
    assert page.facts.remarks.text() == "⚠ Có 2 học viên, vượt 1 người so với số tối đa 1."
    model = page.people.table.model
    header = page.people.table.table.horizontalHeader()
    shown = [str(model.headerData(header.logicalIndex(at), header.orientation())) for at in range(5)]
    assert shown == ["Họ và tên", "Năm sinh", "Đơn vị khi học (theo lời)", "Chức vụ khi học", "Điện thoại"]
    page.people.table.model.setData(model.index(0, 3), "Có tham dự")
    assert page.people.about.text() == "2 học viên trong danh sách; có tham dự: 1 lượt người, 1 người."
    assert "1 lượt người, 1 người" in page.about.text()


def test_sessions_offer_lecturers_and_costs_follow_quantity_and_price(window: Opened, qtbot: QtBot) -> None:
    tab = in_front(window, "training", CoursesTab(window.around), qtbot)
    page = page_of(tab, window, qtbot)
    sessions = page.sessions.table.model
    assert sessions.offers(3) == [("", "—"), ("p2", "Trần Văn Bình (1990)")]
    sessions.setData(sessions.index(0, 3), "Trần Văn Bình (1990)")
    assert page.sheet.whole.sessions[0].lecturer_id == "p2"
    page.costs.table.add.click()
    costs = page.costs.table.model
    costs.setData(costs.index(0, 1), "2")
    costs.setData(costs.index(0, 3), "1.500.000")
    assert costs.index(0, 4).data() == "3.000.000"
    assert page.costs.about.text() == (
        "Dự kiến 3.000.000 đồng. Sổ kinh phí chưa có khoản chi nào cho lớp này."
        " Chọn kế hoạch ở trang Thông tin để gắn với dòng dự toán."
    )  # fmt: skip
    assert text(page.costs.sums, 0, 0) == "Chưa chọn mục chi"


def test_people_are_filtered_by_role_and_have_a_unit_of_the_register(window: Opened, qtbot: QtBot) -> None:
    tab = in_front(window, "training", PeopleTab(window.around), qtbot)
    qtbot.waitUntil(lambda: tab.list.count() == 2)
    tab.role.setCurrentIndex(2)
    tab.role.activated.emit(2)
    assert tab.list.count() == 1
    tab.open_record("person", "p1")
    qtbot.waitUntil(lambda: tab.page is not None and tab.page.desk.root_id == "p1")
    page = tab.page
    assert page is not None
    assert text(page.courses, 0, 1) == "Công cụ 5S"
    page.choose.click()
    picker = page.findChildren(UnitPicker)[0]
    picker.verb.click()
    qtbot.waitUntil(lambda: tab.page is not page)
    rest(window, qtbot)
    assert tab.page is not None
    assert tab.page.unit.text() == "Đơn vị trong danh sách: Công ty TNHH An Phát"
    tab.make_new()
    new = tab.widget().findChildren(NewPersonWindow)[0]
    new.name.setText("Lê Thị Út")
    new.born.setText("2x")
    new.verb.click()
    assert new.message.text()
    new.born.setText("1979")
    new.verb.click()
    qtbot.waitUntil(lambda: tab.list.count() == 3)


def test_a_club_is_founded_and_gets_members(window: Opened, qtbot: QtBot) -> None:
    tab = in_front(window, "training", ClubsTab(window.around), qtbot)
    rest(window, qtbot)
    assert tab.nothing.title.text() == "Chưa có câu lạc bộ nào"
    tab.make_new()
    new = tab.widget().findChildren(NewClubWindow)[0]
    new.name.setText("CLB NSCL Trường Cao đẳng nghề")
    new.verb.click()
    qtbot.waitUntil(lambda: tab.page is not None)
    page = tab.page
    assert page is not None
    page.members.add.click()
    pick(page, qtbot, "an")
    qtbot.waitUntil(lambda: tab.page is not page)
    rest(window, qtbot)
    assert tab.page is not None
    assert tab.page.sheet.name_of(tab.page.sheet.members().records()[0]) == "Nguyễn Thị An"


def test_a_pasted_list_becomes_participants_in_one_step(window: Opened, qtbot: QtBot, office: MemoryOffice) -> None:
    tab = in_front(window, "training", CoursesTab(window.around), qtbot)
    page = page_of(tab, window, qtbot)
    page.pages.setCurrentWidget(page.people)
    QApplication.clipboard().setText(
        "Nguyễn Thị An - 1985 - An Phát\nTrần Văn Bình; 1990\nLê Thị Cúc - 1970 - Công ty TNHH An Phát - 912345678\n"
        "vâng"
    )
    page.people.ask_paste()
    qtbot.waitUntil(lambda: bool(page.findChildren(PasteWindow)))
    paste = page.findChildren(PasteWindow)[0]
    assert [text(paste.table, at, 1) for at in range(3)] == ["Trùng", "Đã có", "Mới"]
    assert (text(paste.table, 2, 6), paste.verb.text()) == ("0912345678", "Thêm 2 học viên")
    paste.table.setCurrentCell(1, 0)
    paste.window().activateWindow()
    paste.table.setFocus()
    qtbot.waitUntil(paste.table.hasFocus)
    qtbot.keyClick(paste.table, Qt.Key.Key_Delete)
    assert paste.verb.text() == "Thêm 1 học viên"
    paste.choice.setCurrentIndex(0)
    paste.choice.activated.emit(0)
    paste.verb.click()
    qtbot.waitUntil(lambda: tab.page is not page)
    page = page_of(tab, window, qtbot)
    assert [page.sheet.name_of(each) for each in page.sheet.whole.enrolments] == [
        "Nguyễn Thị An", "Trần Văn Bình", "Lê Thị Cúc",
    ]  # fmt: skip
    assert page.sheet.whole.enrolments[2].enterprise_id == "u1"
    assert len(office.courses.people()) == 3
    assert office.courses.history("k1")[0].words == "Dán 2 học viên vào lớp “Công cụ 5S”"


def test_attendance_is_typed_by_keyboard_and_leads_to_certificates(window: Opened, qtbot: QtBot) -> None:
    tab = in_front(window, "training", CoursesTab(window.around), qtbot)
    page = page_of(tab, window, qtbot)
    page.pages.setCurrentWidget(page.attendance)
    table, grid = page.attendance.table, page.attendance.grid
    assert grid.rule_words == "Để đạt: dự ít nhất 1/1 buổi. 1 đã đăng ký."
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 1))
    qtbot.keyClick(table, Qt.Key.Key_Space)
    cells = [table.model().index(0, at).data() for at in range(6)]
    assert cells == ["Nguyễn Thị An", "x", "", "1/1", "Có tham dự", ""]
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert table.model().index(0, 4).data() == "Đã đăng ký"
    QApplication.clipboard().setText("x\t7,5")
    table._paste()  # noqa: SLF001 - Ctrl+V
    assert [table.model().index(0, at).data() for at in (1, 2)] == ["x", "7,5"]
    refused = refusals(window)
    page.attendance.model.put(0, 1, [["có lẽ"]])
    page.attendance.model.put(0, 1, [["x", "5", "x"]])
    assert [each[:9] for each in refused] == ["Ô có mặt ", "Khối dán "]
    page.attendance.results.click()
    assert table.model().index(0, 4).data() == "Đạt"
    assert page.attendance.certify.text() == "Cấp 1 số chứng nhận…"
    page.attendance.certify.click()
    ask = page.findChildren(AskValues)[0]
    ask.verb.click()
    assert "chưa có {số}" in ask.message.text()
    page.facts.form.enter("certificate_series", "{số}/{năm}/CN-TĐC")
    ask.verb.click()
    assert table.model().index(0, 5).data() == "01/2026/CN-TĐC"
    table.setCurrentIndex(table.model().index(0, 1))
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert "Nguyễn Thị An ghi Đạt nhưng dự 0/1 buổi." in page.attendance.remarks.text()
    page.attendance.all.click()
    assert page.undo_action.text() == "Hoàn tác: ghi có mặt 1 ô ở lớp “Công cụ 5S”"


def test_lists_are_printed_for_a_session_and_at_a_rate(window: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    tab = in_front(window, "training", CoursesTab(window.around), qtbot)
    page = page_of(tab, window, qtbot)
    tab.print.trigger()
    rest(window, qtbot)
    printed = page.print
    assert printed.page is not None
    assert printed.page.preview.pages.page_count == 1
    assert [printed.session.itemText(at) for at in range(2)] == ["Cả lớp", "Buổi 1: cả ngày 11/5/2026"]
    printed.kind.setCurrentIndex(3)
    printed.kind.activated.emit(3)
    printed.rate.setText("100 000 đ")
    printed.rate.editingFinished.emit()
    assert (printed.rate.text(), printed.papers.rate) == ("100.000", 100_000)
    printed.page.write(tmp_path / "a.xlsx")
    rest(window, qtbot)
    assert (tmp_path / "a.xlsx").is_file()
    assert printed.papers.file_name() == "Danh sach thanh toan Cong cu 5S"
    for at in range(5):
        printed.kind.setCurrentIndex(at)
        printed.kind.activated.emit(at)
        rest(window, qtbot)


def test_certificates_are_written_from_the_template_and_the_next_ones_are_copies(
    window: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    tab = in_front(window, "training", CoursesTab(window.around), qtbot)
    page = page_of(tab, window, qtbot)
    page.desk.perform(set_value(page.sheet.whole.course, page.sheet.whole.enrolments[0], "certificate", "01/2026"))
    page.pages.setCurrentWidget(page.attendance)
    for expected in (0, 1):
        page.attendance.table.setCurrentIndex(page.attendance.model.index(0, 0))
        page.attendance.print.click()
        qtbot.waitUntil(lambda: any(each.isVisible() for each in page.findChildren(PaperWindow)))
        paper = next(each for each in page.findChildren(PaperWindow) if each.isVisible())
        paper.paper.setCurrentIndex(1)
        rest(window, qtbot)
        assert [each.name for each in paper.sheet.subjects] == ["Nguyễn Thị An"]
        folder = tmp_path / str(expected)
        folder.mkdir()
        paper.write(folder)
        rest(window, qtbot)
        assert [each.name for each in folder.iterdir()] == ["Giấy chứng nhận - 01-2026 - Nguyễn Thị An.docx"]
        assert page.sheet.whole.enrolments[0].copies == expected
    assert page.undo_action.text() == "Hoàn tác: in 1 giấy chứng nhận ở lớp “Công cụ 5S”"


def test_experts_are_held_against_the_plan_by_year(window: Opened, qtbot: QtBot, office: MemoryOffice) -> None:
    plan = sample_office("BD-2021-2030").shelf.book_of_all
    plan_id = next(iter(plan.table(Plan)))
    expert = PersonRole(id="r9", person_id="p1", role="expert", certified_on="2022-05-01", plan_id=plan_id)
    fill(office, *plan.records(), expert)
    tab = in_front(window, "training", ExpertsTab(window.around), qtbot)
    qtbot.waitUntil(lambda: tab.years.rowCount() == 10)
    assert [text(tab.years, 0, at) for at in range(6)] == ["2022", "3", "1", "3", "1", "còn thiếu 2"]
    assert text(tab.experts, 0, 0) == "Nguyễn Thị An"
    opened: list[tuple[str, str]] = []
    window.around.voice.record_wanted.connect(lambda entity, key: opened.append((entity, key)))
    tab.open.trigger()
    assert opened == [("person", "p1")]
    tab.plan.setCurrentIndex(1)
    tab.plan.activated.emit(1)
    assert not tab.years.isVisible()


def test_a_payment_is_written_into_the_ledger_for_the_course(
    window: Opened, qtbot: QtBot, office: MemoryOffice
) -> None:
    plan = sample_office("TN-2021").shelf.book_of_all
    plan_id = next(iter(plan.table(Plan)))
    line = next(each for each in plan.table(Line).values() if each.text.startswith("Tổ chức đào tạo"))
    allotted = LedgerEntry(id="l", year_id="y", line_id=line.id, source="NSNN", kind="allotted", amount=73_000_000)
    fill(office, *plan.records(), BudgetYear(id="y", plan_id=plan_id, year=2021), allotted)
    tab = in_front(window, "training", CoursesTab(window.around), qtbot)
    page = page_of(tab, window, qtbot)
    for name, value in (("plan_id", plan_id), ("line_id", line.id), ("year", 2021)):
        page.desk.perform(set_value(page.sheet.whole.course, page.sheet.whole.course, name, value))
    page.costs.pay.click()
    qtbot.waitUntil(lambda: bool(page.findChildren(EntryWindow)))
    entry = page.findChildren(EntryWindow)[0]
    assert (entry.texts.kind, entry.texts.line_id, entry.texts.year) == ("paid", line.id, 2021)
    entry.source.setCurrentIndex(entry.source.findData("NSNN"))
    entry.fields["amount"].setText("12 triệu")
    entry.fields["date"].setText("20/12/2021")
    entry.fields["reason"].setText("Chi theo chứng từ")
    entry.verb.click()
    assert entry.message.text() == ""
    rest(window, qtbot)
    page = page_of(tab, window, qtbot)
    assert "đã thanh toán 12.000.000 đồng" in page.costs.about.text()
    page.desk.perform(set_value(page.sheet.whole.course, page.sheet.whole.course, "year", 2022))
    refused = refusals(window)
    page.costs.pay.click()
    qtbot.waitUntil(lambda: refused == [
        "Niên độ 2022 của kế hoạch chưa mở sổ; hãy mở ở tab Thực hiện, phần Sổ kinh phí."
    ])  # fmt: skip
