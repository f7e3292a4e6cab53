"""Tab Kiểm tra as a clerk uses it: from nothing to signed minutes and a correction, plans, and what is to be mended."""

from datetime import date
from pathlib import Path

from docx import Document
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from nscl_desktop.domain.inspections import HOST, Participant, Recommendation
from nscl_desktop.domain.visit_rows import KnownPerson, VisitRow
from nscl_desktop.presenters.advice_list import OUTCOME, STANDING
from nscl_desktop.presenters.visit_list import VisitList
from nscl_desktop.ui.dialogs.dialog import Dialog
from nscl_desktop.ui.enterprises.change_window import AskWindow
from nscl_desktop.ui.enterprises.unit_picker import UnitPicker
from nscl_desktop.ui.inspections.blank_form_window import BlankFormWindow
from nscl_desktop.ui.inspections.new_visit_window import NewVisitWindow
from nscl_desktop.ui.inspections.visit_list_view import VisitListView
from nscl_desktop.ui.inspections.visit_page import VisitPage
from nscl_desktop.ui.sectioned_tab import SectionedTab
from nscl_desktop.ui.tabs.advice import AdviceTab
from nscl_desktop.ui.tabs.inspection_plans import InspectionPlansTab
from nscl_desktop.ui.tabs.visits import VisitsTab
from nscl_desktop.ui.visit_entry_page import EntryPage
from tests.ui.inspected import fill, inspections, visits_of
from tests.ui.offices import MemoryOffice
from tests.ui.windows import Opened, in_front, refusals, rest, text

Key = Qt.Key


def opened_tab(window: Opened, qtbot: QtBot) -> SectionedTab:
    return in_front(window, "inspections", inspections(window.around), qtbot)


def make_visit(window: Opened, qtbot: QtBot, visits: VisitsTab, unit: str = "co khi") -> VisitPage:
    """Through the window of a new visit, by the shipped list of inspections."""
    visits.asking.make_new()
    rest(window, qtbot)
    dialog = window.window.findChildren(NewVisitWindow)[0]
    dialog.unit.field.setText(unit)
    dialog.day.setText("5/3/2026")
    dialog.team[0].setText("Nguyễn Văn An, Phó Chi cục trưởng")
    dialog.host.setText("Lê Thị Bình, Giám đốc")
    dialog.verb.click()
    qtbot.waitUntil(lambda: visits.page is not None)
    rest(window, qtbot)
    window.window.activateWindow()
    qtbot.waitUntil(window.window.isActiveWindow)
    assert visits.page is not None
    return visits.page


def enter_all(visits: VisitsTab, qtbot: QtBot) -> None:
    """Answer question after question with the keyboard alone: the first answer, or words."""
    screen = entry_of(visits)
    for _ in range(40):
        if screen.answer.buttons:
            qtbot.keyClick(QApplication.focusWidget(), Key.Key_1)
        else:
            qtbot.keyClicks(QApplication.focusWidget(), "12")
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
        if screen.finish.hasFocus():
            return
    raise AssertionError("the entry never came to its end")


def entry_of(visits: VisitsTab) -> EntryPage:
    assert visits.entry is not None
    return visits.entry


def buttons(page: VisitPage) -> set[str]:
    """What the bar of actions offers."""
    return {button.text() for button in page.head.findChildren(QPushButton) if button.isVisibleTo(page)}


def test_an_empty_tab_says_what_belongs_there_and_what_is_needed_first(window: Opened, qtbot: QtBot) -> None:
    told = refusals(window)
    visits = visits_of(opened_tab(window, qtbot))
    assert visits.nothing.title.text() == "Chưa có lần kiểm tra nào"
    assert visits.page is None
    qtbot.mouseClick(visits.nothing.buttons[0], Qt.MouseButton.LeftButton)
    rest(window, qtbot)
    assert "đưa một bảng kiểm vào dùng" in told[-1]


def test_a_visit_goes_from_nothing_to_signed_minutes_and_is_corrected(
    window: Opened, qtbot: QtBot, office: MemoryOffice, tmp_path: Path
) -> None:
    fill(office.register.store)
    visits = visits_of(opened_tab(window, qtbot))
    page = make_visit(window, qtbot, visits)
    assert page.head.title.text() == "Công ty TNHH Cơ khí Tân Phát"
    assert page.facts.sheet.visit.location == "Lô C12, Tỉnh Tây Ninh"
    assert page.head.lacks.text() == "Còn thiếu: 11 câu trả lời (I.1, I.3, II.1…)"
    assert len(page.head.lacks.toolTip().split("\n")) == 11

    qtbot.keyClick(page.head.entry, Key.Key_F11)
    enter_all(visits, qtbot)
    screen = entry_of(visits)
    assert screen.saved.text().startswith("Đã ghi ")
    qtbot.keyClick(screen.finish, Key.Key_Space)
    rest(window, qtbot)
    assert visits.entry is None
    assert page.head.state.text() == "Xong tại chỗ"
    assert buttons(page) == {"Lập bản sửa…", "Ghi đã ký biên bản"}

    page.info.form.form.enter("number", "05")
    qtbot.mouseClick(page.head.sign, Qt.MouseButton.LeftButton)
    assert page.head.state.text() == "Đã ký biên bản"
    page.paper.fields["agency"].setText("CHI CỤC TĐC")
    page.paper.write(tmp_path / "bien-ban.docx")
    page.paper.write(tmp_path / "bien-ban.pdf")
    rest(window, qtbot)
    words = " ".join(paragraph.text for paragraph in Document(str(tmp_path / "bien-ban.docx")).paragraphs)
    assert "Kiểm tra tình hình thực hiện nội dung hỗ trợ tại Công ty" in words.replace("\n", " ")
    assert "Nguyễn Văn An, Phó Chi cục trưởng - Trưởng đoàn" in words
    assert (tmp_path / "bien-ban.pdf").read_bytes().startswith(b"%PDF")

    first = page.desk.root_id
    visits.commands.make_correction()
    asked = window.window.findChildren(AskWindow)[0]
    asked.verb.click()
    assert "Lý do sửa" in asked.message.text()
    asked.fields[0].setText("ghi nhầm ngày")
    asked.verb.click()
    rest(window, qtbot)
    assert visits.page is not None
    assert visits.page.desk.root_id != first
    assert visits.page.head.state.text() == "Nháp · bản sửa lần 1"
    assert visits.page.head.version.text() == "Lý do sửa: ghi nhầm ngày"
    qtbot.mouseClick(visits.page.head.other, Qt.MouseButton.LeftButton)
    rest(window, qtbot)
    assert visits.page.desk.root_id == first
    assert buttons(visits.page) == {"Mở bản sửa"}
    assert visits.page.facts.sheet.visit.state == "signed"


def test_each_answer_can_be_taken_back_by_name_and_stands_in_the_history(
    window: Opened, qtbot: QtBot, office: MemoryOffice
) -> None:
    fill(office.register.store)
    visits = visits_of(opened_tab(window, qtbot))
    page = make_visit(window, qtbot, visits)
    visits.open_entry()
    for key in (Key.Key_2, Key.Key_Return):
        qtbot.keyClick(QApplication.focusWidget(), key)
    visits.toggle_entry()
    assert page.facts.sheet.answered() == 1
    assert page.undo_action.text().startswith("Hoàn tác: trả lời câu “Hồ sơ hỗ trợ lưu")
    page.undo_action.trigger()
    assert page.facts.sheet.answered() == 0
    page.redo_action.trigger()
    page.pages.setCurrentWidget(page.history)
    rest(window, qtbot)
    done = [text(page.history.table, row, 2) for row in range(page.history.table.rowCount())]
    assert [words.split(":")[0].split(" câu")[0] for words in done] == [
        "Làm lại", "Hoàn tác", "Trả lời", "Thêm lần kiểm tra",
    ]  # fmt: skip


def test_a_question_is_opened_from_the_results_and_a_finding_becomes_a_recommendation(
    window: Opened, qtbot: QtBot, office: MemoryOffice
) -> None:
    fill(office.register.store)
    visits = visits_of(opened_tab(window, qtbot))
    page = make_visit(window, qtbot, visits)
    page.pages.setCurrentWidget(page.findings)
    page.findings.table.setCurrentCell(0, 0)
    qtbot.keyClick(page.findings.table, Key.Key_Return)
    screen = entry_of(visits)
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_2)
    screen.note.setText("thiếu bản cam kết")
    screen.leave.click()
    assert text(page.findings.table, 0, 2) == "Chưa đạt"
    page.pages.setCurrentWidget(page.advice)
    page.advice.failed_menu().actions()[0].trigger()
    (advice,) = page.facts.sheet.recommendations
    assert advice.finding == "thiếu bản cam kết"
    assert advice.text.startswith("Khắc phục: Hồ sơ hỗ trợ lưu")
    assert page.advice.failed() == ()


def test_people_of_the_office_and_of_the_unit_are_chosen_not_typed(
    window: Opened, qtbot: QtBot, office: MemoryOffice
) -> None:
    fill(office.register.store)
    visits = visits_of(opened_tab(window, qtbot))
    page = make_visit(window, qtbot, visits)
    menu = page.info.people_menu([KnownPerson("Trần Thị Ngọc", "Chuyên viên", "Chi cục TĐC")])
    roles = {below.title(): below for below in menu.findChildren(QMenu)}
    roles["Thư ký"].actions()[0].trigger()
    roles["Đại diện đơn vị"].actions()[0].trigger()
    found = [(each.name, each.title, each.role) for each in page.facts.sheet.participants]
    assert found[2:] == [("Trần Thị Ngọc", "Chuyên viên", "clerk"), ("Võ Thành Long", "Quản đốc", HOST)]
    table = page.info.people
    table.choose(page.facts.sheet.participants[0].id)
    table.delete.click()
    assert "Nguyễn Văn An" not in [each.name for each in page.facts.sheet.participants]
    page.undo()
    assert isinstance(table.model.record_at(0), Participant)


def test_another_unit_is_chosen_and_a_draft_deleted_and_brought_back(
    window: Opened, qtbot: QtBot, office: MemoryOffice
) -> None:
    fill(office.register.store)
    undo: list[object] = []
    window.around.voice.done.connect(lambda _words, _button, then: undo.append(then))
    visits = visits_of(opened_tab(window, qtbot))
    key = make_visit(window, qtbot, visits).desk.root_id
    visits.commands.choose_unit()
    picker = window.window.findChildren(UnitPicker)[0]
    picker.search.setText("mang cau")
    picker.verb.click()
    rest(window, qtbot)
    assert visits.page is not None
    assert visits.page.head.title.text() == "Hợp tác xã Mãng cầu Minh Trung"
    visits.commands.delete.trigger()
    rest(window, qtbot)
    assert visits.visits.is_empty
    undo[-1]()  # type: ignore[operator]  # what the toast's button does
    rest(window, qtbot)
    assert visits.page.desk.root_id == key


def test_the_list_is_narrowed_and_a_visit_from_elsewhere_is_shown_all_the_same(
    window: Opened, qtbot: QtBot, office: MemoryOffice
) -> None:
    fill(office.register.store)
    tab = opened_tab(window, qtbot)
    visits = visits_of(tab)
    first = make_visit(window, qtbot, visits).desk.root_id
    second = make_visit(window, qtbot, visits, "mang cau").desk.root_id
    visits.list.search.setText("tan phat")
    assert (visits.list.list.count(), visits.list.current) == (1, "")
    visits.list.state.setCurrentIndex(visits.list.state.findData("signed"))
    visits.list.state.activated.emit(0)
    assert visits.list.empty.text() == "Không có lần nào như vậy."
    visits.list.date_from.setText("hôm kia")
    visits.list.date_from.editingFinished.emit()
    assert visits.list.date_from.property("invalid")
    window.around.voice.record_wanted.emit("visit", first)
    rest(window, qtbot)
    assert visits.list.current == first
    assert visits.page is not None
    assert visits.page.desk.root_id == first
    assert not visits.visits.is_narrowed
    assert {row.visit_id for row in visits.visits.entries("2026-03-10")} == {first, second}


def test_of_many_visits_the_first_are_listed_and_the_wanted_one(window: Opened, qtbot: QtBot) -> None:
    facts: dict[str, object] = {
        "version": 1, "number": "", "location": "", "enterprise_id": None, "unit": "Âu Lạc", "checklist": "",
        "purpose": "", "inspection_plan_id": None, "inspection_plan": "", "is_corrected": False, "open_advice": 0,
        "next_deadline": "", "state": "draft",
    }  # fmt: skip
    days = [f"2026-{month:02}-{day:02}" for month in range(1, 13) for day in range(1, 28)]
    rows = [VisitRow(id=day, date=day, **facts) for day in days]  # type: ignore[arg-type]  # of many types
    visits = VisitList()
    visits.load(rows)
    shown = VisitListView(visits, window.around.theme, "2026-03-10")
    qtbot.addWidget(shown)
    shown.refill()
    assert (shown.list.count(), shown.count.text()) == (300, "324 lần; hiện 300 lần đầu, hãy gõ để tìm")
    shown.refill("2026-01-01")
    assert (shown.list.count(), shown.current) == (301, "2026-01-01")


def test_enter_in_the_list_goes_on_with_a_draft_in_the_whole_window(
    window: Opened, qtbot: QtBot, office: MemoryOffice
) -> None:
    fill(office.register.store)
    tab = opened_tab(window, qtbot)
    visits = visits_of(tab)
    make_visit(window, qtbot, visits)
    visits.list.list.setFocus()
    qtbot.keyClick(visits.list.list, Key.Key_Return)
    assert entry_of(visits).isVisible()
    bars = window.window.pages.tabBar(), tab.bar
    assert [bar.isVisible() for bar in bars] == [False, False]
    window.window.pages.setCurrentIndex(1)
    assert bars[0].isVisible()
    window.window.pages.setCurrentIndex(3)
    assert not bars[0].isVisible()
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_F11)
    assert visits.entry is None
    assert [bar.isVisible() for bar in bars] == [True, True]


def test_what_was_corrected_is_not_undone_behind_the_correction(
    window: Opened, qtbot: QtBot, office: MemoryOffice
) -> None:
    fill(office.register.store)
    told = refusals(window)
    tab = opened_tab(window, qtbot)
    finished_with_advice(window, qtbot, tab)
    visits = visits_of(tab)
    visits.commands.make_correction()
    asked = window.window.findChildren(AskWindow)[0]
    asked.fields[0].setText("ghi nhầm")
    asked.verb.click()
    rest(window, qtbot)
    assert visits.page is not None
    visits.page.head.other.click()
    rest(window, qtbot)
    visits.page.undo()
    assert "đã có bản sửa nên giữ nguyên" in told[-1]
    assert visits.page.facts.sheet.visit.state == "finished"


def test_a_plan_holds_its_visits(window: Opened, qtbot: QtBot, office: MemoryOffice) -> None:
    fill(office.register.store)
    tab = opened_tab(window, qtbot)
    tab.open_record("inspection_plan", "ip")
    rest(window, qtbot)
    plans = tab.sections[1].tab
    assert isinstance(plans, InspectionPlansTab)
    assert plans.page is not None
    assert plans.page.empty.isVisibleTo(plans.page)
    plans.make_new()
    asked = window.window.findChildren(AskWindow)[0]
    asked.fields[0].setText("Kiểm tra đột xuất")
    asked.verb.click()
    rest(window, qtbot)
    assert plans.page.title.text() == "Kiểm tra đột xuất"
    plans.page.form.form.enter("is_ad_hoc", "Có")
    rest(window, qtbot)
    assert plans.plans.entries()[-1].about == "Đột xuất"
    plan = plans.page.desk.root_id
    plans.page.new.click()
    rest(window, qtbot)
    dialog = window.window.findChildren(NewVisitWindow)[0]
    assert dialog.plan.currentData() == plan
    dialog.unit.field.setText("mang cau")
    dialog.verb.click()
    rest(window, qtbot)
    assert tab.bar.currentIndex() == 0
    tab.bar.setCurrentIndex(1)
    rest(window, qtbot)
    assert text(plans.page.visits, 0, 1) == "Hợp tác xã Mãng cầu Minh Trung"
    told = refusals(window)
    plans.delete.trigger()
    assert "còn 1 lần kiểm tra" in told[-1]
    plans.page.open.click()
    rest(window, qtbot)
    assert visits_of(tab).page is not None


def finished_with_advice(window: Opened, qtbot: QtBot, tab: SectionedTab) -> str:
    visits = visits_of(tab)
    page = make_visit(window, qtbot, visits)
    visits.open_entry()
    enter_all(visits, qtbot)
    visits.toggle_entry()
    table = page.advice.table
    key = str(table._records.add())  # noqa: SLF001 - the button would open an editor
    _, text, deadline, *_ = table._records.specs  # noqa: SLF001
    table._records.enter(page.desk.book.get(Recommendation, key), text, "Lập sổ theo dõi")  # noqa: SLF001
    table._records.enter(page.desk.book.get(Recommendation, key), deadline, "1/4/2026")  # noqa: SLF001
    page.finish()
    assert page.head.state.text() == "Xong tại chỗ"
    return key


def test_what_is_to_be_mended_is_closed_in_place_and_the_visit_follows(
    window: Opened, qtbot: QtBot, office: MemoryOffice
) -> None:
    fill(office.register.store)
    undo: list[object] = []
    tab = opened_tab(window, qtbot)
    key = finished_with_advice(window, qtbot, tab)
    tab.bar.setCurrentIndex(2)
    rest(window, qtbot)
    section = tab.sections[2].tab
    assert isinstance(section, AdviceTab)
    (entry,) = section.table.rows.entries
    assert entry.cells[STANDING].startswith("quá hạn ")
    window.around.voice.done.connect(lambda _words, _button, then: undo.append(then))
    section.table.rows.setData(section.table.rows.index(0, OUTCOME), "Đã lập sổ")
    rest(window, qtbot)
    section.close.click()
    rest(window, qtbot)
    assert section.table.rows.entries == ()
    section.open_record("recommendation", key)
    rest(window, qtbot)
    assert section.table.current is not None
    advice = section.table.current.row.advice
    assert (advice.closed_on, advice.outcome) == (date.today().isoformat(), "Đã lập sổ")  # noqa: DTZ011 - the clerk's day
    section.visit.click()
    rest(window, qtbot)
    page = visits_of(tab).page
    assert page is not None
    assert page.facts.sheet.recommendations[0].closed_on == advice.closed_on
    undo[-1]()  # type: ignore[operator]  # what the toast's button does
    rest(window, qtbot)
    tab.bar.setCurrentIndex(2)
    rest(window, qtbot)
    tab.bar.setCurrentIndex(0)
    rest(window, qtbot)
    shown = visits_of(tab).page
    assert shown is not None
    assert shown.facts.sheet.recommendations[0].closed_on == ""


def test_blank_forms_are_shown_of_every_list_in_use(window: Opened, qtbot: QtBot, office: MemoryOffice) -> None:
    fill(office.register.store)
    visits = visits_of(opened_tab(window, qtbot))
    visits.asking.show_blank()
    rest(window, qtbot)
    shown = window.window.findChildren(BlankFormWindow)[0]
    qtbot.waitUntil(lambda: shown.page.preview.paper is not None)
    first = shown.page.preview.paper
    shown.choice.setCurrentIndex(1)
    qtbot.waitUntil(lambda: shown.page.preview.paper is not first)
    assert shown.page.preview.pages.page_count > 0
    shown.close()


def test_windows_refuse_in_a_sentence(window: Opened, qtbot: QtBot, office: MemoryOffice) -> None:
    fill(office.register.store)
    visits = visits_of(opened_tab(window, qtbot))
    visits.asking.make_new()
    rest(window, qtbot)
    dialog: Dialog = window.window.findChildren(NewVisitWindow)[0]
    dialog.verb.click()
    assert "Chưa chọn đơn vị" in dialog.message.text()


def test_photos_of_a_question_are_added_on_the_entry_screen_and_taken_back(
    window: Opened, qtbot: QtBot, office: MemoryOffice, tmp_path: Path
) -> None:
    fill(office.register.store)
    undo: list[object] = []
    window.around.voice.done.connect(lambda _words, _button, then: undo.append(then))
    source = tmp_path / "kho.png"
    Image.new("RGB", (40, 30), "green").save(source)
    visits = visits_of(opened_tab(window, qtbot))
    page = make_visit(window, qtbot, visits)
    visits.open_entry()
    screen = entry_of(visits)
    photos = screen.photos
    assert photos is not None
    assert not photos.isVisibleTo(screen)
    screen.photo.click()
    assert photos.isVisibleTo(screen)
    photos.take([source])
    rest(window, qtbot)
    assert screen.photo.text() == "Ảnh (1)"
    assert [each.name for each in page.facts.sheet.files] == ["kho.png"]
    question = screen.words.text()
    screen.go(1)
    assert screen.photo.text() == "Ảnh"
    assert not photos.isVisibleTo(screen)
    screen.go(-1)
    assert (screen.words.text(), photos.isVisibleTo(screen)) == (question, True)
    undo[-1]()  # type: ignore[operator]  # what the toast's button does
    assert screen.photo.text() == "Ảnh"
    assert not page.facts.sheet.files
    visits.toggle_entry()
    assert page.files.list.count() == 0
