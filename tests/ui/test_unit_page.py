"""A unit's page: what the other registers know of it, opened where it belongs; papers, the time line, the sheet."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QTableWidget
from pytestqt.qtbot import QtBot

from nscl_desktop.domain.changes import ChangeSet, inserted, updated
from nscl_desktop.domain.enterprises import Certificate
from nscl_desktop.domain.supports import Dossier
from nscl_desktop.ui.enterprises.listed_section import ListedSection
from nscl_desktop.ui.enterprises.unit_page import UnitPage
from nscl_desktop.ui.enterprises.unit_sections import UnitCertificates, UnitFiles, UnitInspections
from nscl_desktop.ui.paper.minutes_page import MinutesPage
from nscl_desktop.ui.record_history import RecordHistory
from tests.enterprises.full_unit import full_unit
from tests.enterprises.registers import unit, write
from tests.photos import phone_photo
from tests.ui.offices import MemoryOffice, office_with
from tests.ui.windows import Opened, text


@pytest.fixture
def office() -> MemoryOffice:
    records = [*full_unit(), unit("bare", "Hộ kinh doanh Nguyễn Văn Ba")]
    return office_with(*records)


class Visitor:
    """Somebody who looks at one page of a unit after the other."""

    def __init__(self, window: Opened, office: MemoryOffice, qtbot: QtBot, key: str = "u") -> None:
        self.window, self.office, self.qtbot = window, office, qtbot
        self.page = UnitPage(office.enterprises.read(key), window.around)
        self.opened: list[tuple[str, str]] = []
        window.around.voice.record_wanted.connect(lambda *place: self.opened.append(place))
        qtbot.addWidget(self.page)
        self.page.resize(960, 660)
        self.page.show()

    def go(self, title: str) -> object:
        titles = [self.page.pages.tabText(at) for at in range(self.page.pages.count())]
        self.page.pages.setCurrentIndex(titles.index(title))
        self.qtbot.waitUntil(lambda: not self.window.operations.is_busy)
        return self.page.made[title]

    def listed(self, title: str) -> ListedSection:
        found = self.go(title)
        assert isinstance(found, ListedSection)
        return found


@pytest.fixture
def visitor(window: Opened, office: MemoryOffice, qtbot: QtBot) -> Visitor:
    return Visitor(window, office, qtbot)


@pytest.fixture
def nobody(window: Opened, office: MemoryOffice, qtbot: QtBot) -> Visitor:
    return Visitor(window, office, qtbot, "bare")


def column(table: QTableWidget, at: int) -> list[str]:
    return [text(table, row, at) for row in range(table.rowCount())]


def test_supports_are_listed_and_open_where_they_belong(visitor: Visitor) -> None:
    section = visitor.listed("Hỗ trợ")
    assert column(section.table, 1) == ["Áp dụng công cụ 5S và Kaizen", "Áp dụng TCVN ISO 22000:2018"]
    section.table.setCurrentCell(1, 0)
    visitor.qtbot.keyClick(section.table, Qt.Key.Key_Return)
    section.table.cellDoubleClicked.emit(0, 0)
    assert visitor.opened == [("dossier", "d1"), ("dossier", "d1")]


def test_money_is_shown_by_source_with_a_sum(visitor: Visitor) -> None:
    section = visitor.listed("Kinh phí")
    assert column(section.table, 0) == ["Ngân sách nhà nước", "Doanh nghiệp đối ứng", "Tổng cộng"]
    assert column(section.table, 1) == ["125.000.000", "60.000.000", "185.000.000"]
    assert column(section.table, 4) == ["-", "60.000.000", "60.000.000"]
    last = section.table.item(2, 0)
    assert last is not None
    assert last.font().bold()
    assert section.hint.isHidden()


def test_what_was_changed_in_another_register_is_seen_when_one_comes_back(visitor: Visitor) -> None:
    section = visitor.listed("Hỗ trợ")
    dossier = next(each for each in full_unit() if isinstance(each, Dossier) and each.id == "d2")
    change = updated(dossier, title="Áp dụng Lean")
    assert change is not None
    write(visitor.office.register.store, ChangeSet("Sửa", (change,)))
    visitor.page.look_around()
    visitor.qtbot.waitUntil(lambda: "Áp dụng Lean" in column(section.table, 1))


def test_visits_and_what_is_to_be_mended_open_the_visit(visitor: Visitor) -> None:
    section = visitor.go("Kiểm tra")
    assert isinstance(section, UnitInspections)
    assert column(section.visits.table, 4) == ["1 kiến nghị chưa xong", ""]
    assert column(section.advice.table, 0) == ["Kẻ vạch lối đi khu đóng gói"]
    visitor.qtbot.keyClick(section.advice.table, Qt.Key.Key_Enter)
    visitor.qtbot.keyClick(section.visits.table, Qt.Key.Key_Enter)
    visitor.qtbot.keyClick(section.visits.table, Qt.Key.Key_Down)
    assert visitor.opened == [("visit", "v1"), ("visit", "v1")]


def test_a_certificate_is_edited_in_place_and_taken_back(visitor: Visitor) -> None:
    section = visitor.go("Chứng nhận")
    assert isinstance(section, UnitCertificates)
    section.add.click()
    assert section.model.rowCount() == 2
    visitor.page.undo()
    assert section.model.rowCount() == 1
    visitor.page.redo()
    assert len(visitor.page.desk.book.table(Certificate)) == 2
    visitor.page.settle()


def test_own_papers_and_those_of_dossiers_and_visits_stand_together(
    visitor: Visitor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    section = visitor.go("Tài liệu")
    assert isinstance(section, UnitFiles)
    assert section.own.list.count() == 2
    assert column(section.others.table, 0) == ["Lối đi bị che", "hop-dong-12.pdf"]
    assert column(section.others.table, 2) == ["Kiểm tra 20/11/2025", "Hồ sơ HS-2022-07"]
    refused: list[str] = []
    visitor.window.around.voice.refused.connect(refused.append)
    visitor.qtbot.keyClick(section.others.table, Qt.Key.Key_Return)
    assert refused[0].startswith("Tệp “Lối đi bị che” không có trên máy này")
    section.own.take([phone_photo(tmp_path / "a.jpg", (400, 300))])
    visitor.qtbot.waitUntil(lambda: section.own.list.count() == 3)
    shown: list[str] = []

    def show(url: QUrl) -> bool:
        shown.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", show)
    section.own.list.setCurrentRow(2)
    section.own.open.click()
    assert len(shown) == 1
    visitor.page.undo()
    assert section.own.list.count() == 2


def test_the_time_line_names_each_year_once_and_opens_records(visitor: Visitor) -> None:
    section = visitor.listed("Dòng thời gian")
    years = column(section.table, 0)
    assert [year for year in years if year] == ["2026", "2025", "2023", "2022", "2019", "2014"]
    section.table.setCurrentCell(column(section.table, 3).index("Khắc phục xong: Lập sổ vệ sinh máy"), 0)
    visitor.qtbot.keyClick(section.table, Qt.Key.Key_Return)
    section.table.setCurrentCell(column(section.table, 3).index("Thành lập"), 0)
    visitor.qtbot.keyClick(section.table, Qt.Key.Key_Return)
    assert visitor.opened == [("visit", "v1")]


def test_the_history_tells_who_changed_what(visitor: Visitor) -> None:
    visitor.page.facts.forms[0].form.enter("phone", "0276 111")
    section = visitor.go("Lịch sử")
    assert isinstance(section, RecordHistory)
    visitor.qtbot.waitUntil(lambda: section.table.rowCount() == 2)
    assert "Sửa điện thoại của" in text(section.table, 0, 2)
    assert section.empty.isHidden()


def test_the_sheet_is_seen_as_it_will_be_printed_and_written(
    visitor: Visitor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    section = visitor.go("Bản in")
    assert isinstance(section, MinutesPage)
    visitor.qtbot.waitUntil(lambda: section.preview.paper is not None, timeout=20_000)
    assert not section.fields["symbol"].isVisible()
    target = tmp_path / "phieu.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    with visitor.qtbot.waitSignal(visitor.window.around.voice.said) as said:
        section.word.click()
    assert said.args == ["Đã xuất Word: phieu.docx"]
    assert target.exists()
    assert visitor.page.overview.file_name().startswith("Phieu thong tin Cong ty TNHH Mot thanh vien")


def test_sections_without_anything_say_what_would_stand_there(nobody: Visitor) -> None:
    for title, words in (
        ("Hỗ trợ", "Lập hồ sơ ở phần Hồ sơ hỗ trợ"), ("Kinh phí", "Chưa có kinh phí"),
        ("Dòng thời gian", "Chưa có sự việc nào có ngày"),
    ):  # fmt: skip
        section = nobody.listed(title)
        assert not section.empty.isHidden()
        assert section.table.isHidden()
        assert words in section.empty.text()
    inspections = nobody.go("Kiểm tra")
    assert isinstance(inspections, UnitInspections)
    assert "Lập ở tab Kiểm tra" in inspections.visits.empty.text()
    assert inspections.advice.isHidden()
    files = nobody.go("Tài liệu")
    assert isinstance(files, UnitFiles)
    assert not files.own.empty.isHidden()
    certificates = nobody.go("Chứng nhận")
    assert isinstance(certificates, UnitCertificates)
    assert not certificates.empty.isHidden()


def test_a_unit_that_is_deleted_is_shut(nobody: Visitor) -> None:
    nobody.go("Hỗ trợ")
    desk = nobody.page.desk
    from_file = next(iter(desk.book.records()))
    desk.book.apply([inserted(from_file).inverted()])
    nobody.page.follow()
    assert not nobody.page.isEnabled()
    assert nobody.page.overview.money() == []
    assert nobody.page.overview.visits() == nobody.page.overview.advice() == nobody.page.overview.papers() == []
    assert nobody.page.overview.events() == []
    assert nobody.page.overview.file_name() == "Phieu thong tin"


def test_no_page_of_a_unit_is_higher_than_the_smallest_screen_leaves_it(visitor: Visitor) -> None:
    """1366×768 at 150 per cent is 910×512; task bar, title, menus, tabs and status bar leave 318 of it."""
    visitor.page.resize(500, 318)
    for at in range(1, visitor.page.pages.count()):
        visitor.go(visitor.page.pages.tabText(at))
    assert visitor.page.minimumSizeHint().height() <= 318
