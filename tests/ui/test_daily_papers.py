"""In giấy tờ as a clerk uses it: what is open, what is typed and remembered, files, templates."""

import io
from collections.abc import Sequence
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from nscl_desktop.domain.errors import EnvironmentProblem, InputError
from nscl_desktop.domain.records import Record
from nscl_desktop.domain.supports import Dossier
from nscl_desktop.presenters.daily_paper_office import Batch
from nscl_desktop.presenters.daily_paper_sheet import DailyPaperSheet, remembered
from nscl_desktop.services.daily_papers import DailyPaper
from nscl_desktop.services.paper_fields import Subject
from nscl_desktop.ui.dossier_papers.field_window import FieldWindow
from nscl_desktop.ui.dossier_papers.paper_window import PaperWindow, print_papers
from tests.dossiers.paper_values import KINDS, UNITS, WHOLE
from tests.reports.libreoffice import needs_libreoffice, page_texts
from tests.ui.offices import MemoryOffice, office_with
from tests.ui.windows import Opened, refusals, text, wishes

CONTRACT = DailyPaper("hop-dong", "Hợp đồng")
TODAY = "2021-12-15"


def stored() -> list[Record]:
    full = [
        *WHOLE.items,
        *WHOLE.money,
        *WHOLE.steps,
        *WHOLE.papers,
        *WHOLE.indicators,
        *WHOLE.contracts,
        *WHOLE.payments,
    ]
    second = Dossier(id="b", enterprise_id="tv", code="HS-02", title="Áp dụng 5S")
    return [*UNITS.values(), *KINDS.values(), WHOLE.dossier, second, *full]


@pytest.fixture
def office() -> MemoryOffice:
    return office_with(*stored())


def papers_of(window: Opened, qtbot: QtBot, keys: Sequence[str], title: str) -> PaperWindow:
    dialog = PaperWindow(window.around, window.around.office.daily_papers.papers(), keys, window.window)
    dialog.open()
    dialog.paper.setCurrentIndex(dialog.paper.findText(title))
    qtbot.waitUntil(lambda: not window.operations.is_busy and dialog.sheet.paper is not None)
    return dialog


def row_of(dialog: PaperWindow, label: str) -> int:
    return next(at for at in range(dialog.fields.rowCount()) if text(dialog.fields, at, 0) == label)


def texts_of(path: Path) -> str:
    document = docx.Document(io.BytesIO(path.read_bytes()))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(each.text for each in document.paragraphs), *cells])


def test_open_fields_are_listed_typed_and_remembered_and_one_file_is_written_for_each_dossier(
    window: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = papers_of(window, qtbot, ["a", "b"], "Hợp đồng")
    assert "2 văn bản, còn" in dialog.about.text()
    number = row_of(dialog, "Số hợp đồng")
    assert text(dialog.fields, number, 1) == "Còn trống ở 1/2: HS-02 · Trung tâm Năng suất Phía Nam"
    assert text(dialog.fields, number, 2) == "Hồ sơ, mục Hợp đồng"
    dialog.fields.setCurrentCell(row_of(dialog, "Bên A (văn phòng): tên"), 0)
    dialog.text.setFocus()
    dialog.text.setPlainText("Chi cục Tiêu chuẩn Đo lường Chất lượng")
    dialog.text.left.emit()
    assert text(dialog.fields, row_of(dialog, "Bên A (văn phòng): tên"), 1) == "Đủ"
    folder = tmp_path / "ra"
    folder.mkdir()
    said: list[str] = []
    window.around.voice.done.connect(lambda words, *_: said.append(words))
    dialog.write(folder)
    qtbot.waitUntil(lambda: len(said) == 1)
    assert said == ["Đã ghi 2 tệp vào ra"]
    first, second = sorted(folder.iterdir())
    assert first.name == "Hợp đồng - HS-01 - Công ty TNHH Bột mì Gò Dầu & Con.docx"
    assert "BÊN A: Chi cục Tiêu chuẩn Đo lường Chất lượng" in texts_of(first)
    assert "Một trăm hai mươi triệu đồng" in texts_of(first)
    assert "……………" in texts_of(second)
    again = papers_of(window, qtbot, ["a"], "Biên bản thanh lý hợp đồng")
    assert again.sheet.typed == {"ben_a.ten": "Chi cục Tiêu chuẩn Đo lường Chất lượng"}


def test_people_are_typed_a_line_each_and_a_line_with_too_much_is_refused(window: Opened, qtbot: QtBot) -> None:
    dialog = papers_of(window, qtbot, ["a"], "Biên bản nghiệm thu")
    dialog.fields.setCurrentCell(row_of(dialog, "Người tham dự"), 0)
    assert "họ và tên; chức vụ; vai trò" in dialog.name.text()
    dialog.text.setPlainText("An; Trưởng; Chủ trì; thêm")
    dialog.text.left.emit()
    assert "quá nhiều phần" in dialog.message.text()
    dialog.text.setPlainText("An; Trưởng; Chủ trì\nHà; Chuyên viên; Thư ký")
    dialog.text.left.emit()
    assert dialog.message.text() == ""
    assert text(dialog.fields, row_of(dialog, "Người tham dự"), 3).endswith("Hà; Chuyên viên; Thư ký")


def test_a_field_of_the_data_leads_to_where_it_is_filled_in(window: Opened, qtbot: QtBot) -> None:
    wanted = wishes(window)
    dialog = papers_of(window, qtbot, ["b"], "Phiếu đăng ký")
    dialog.fields.setCurrentCell(row_of(dialog, "Đơn vị được hỗ trợ: điện thoại"), 0)
    dialog.go.click()
    dialog = papers_of(window, qtbot, ["b"], "Phiếu đăng ký")
    dialog.fields.setCurrentCell(row_of(dialog, "Các nội dung hỗ trợ"), 0)
    dialog.go.click()
    assert wanted == [("enterprise", "tv"), ("dossier", "b")]


def test_the_offices_template_goes_first_and_a_wrong_field_is_named(
    window: Opened, qtbot: QtBot, office: MemoryOffice, tmp_path: Path
) -> None:
    own = office.daily_papers.own_template(CONTRACT)
    document = docx.Document(str(own))
    document.paragraphs[0].text = "Mẫu của tỉnh: {{ don_vi.dia_chu }}"
    document.save(str(own))
    assert office.daily_papers.own_template(CONTRACT).read_bytes() == own.read_bytes()
    dialog = papers_of(window, qtbot, ["a"], "Hợp đồng (mẫu của văn phòng)")
    assert "Không có trường trộn “don_vi.dia_chu”. Có phải là “don_vi.dia_chi” không?" in dialog.message.text()
    own.write_bytes(b"khong phai tep Word")
    dialog.read()
    qtbot.waitUntil(lambda: "không phải là tệp Word" in dialog.message.text())
    assert not dialog.verb.isEnabled()


def test_the_table_of_fields_is_sought_and_copied(window: Opened, qtbot: QtBot) -> None:
    dialog = FieldWindow(window.window, Subject.DOSSIER)
    dialog.search.setText("ma so thue")
    assert [text(dialog.table, at, 0) for at in range(dialog.table.rowCount())] == [
        "{{ don_vi.ma_so_thue }}", "{{ ben_b.ma_so_thue }}", "{{ ben_a.ma_so_thue }}",
    ]  # fmt: skip
    dialog.verb.click()
    assert QApplication.clipboard().text() == "{{ don_vi.ma_so_thue }}"
    dialog.search.setText("noi dung ho tro")
    assert any("{%tr for x in muc %}" in text(dialog.table, at, 0) for at in range(dialog.table.rowCount()))


def test_nothing_chosen_is_said(window: Opened) -> None:
    refused = refusals(window)
    print_papers(QWidget(window.window), window.around, list)
    assert "Chưa chọn hồ sơ nào" in refused[0]


class WantsNoMore(Exception):  # noqa: N818 - the user's wish, not an error
    pass


def test_a_batch_that_is_stopped_leaves_nothing(office: MemoryOffice, tmp_path: Path) -> None:
    room = office.daily_papers
    batch = Batch(CONTRACT, room.of_dossiers(CONTRACT, ["a", "b"], TODAY), {})
    for stop_at in range(1, 5):
        told: list[str] = []

        def tell(words: str, at: int = stop_at, told: list[str] = told) -> None:
            told.append(words)
            if len(told) == at:
                raise WantsNoMore

        with pytest.raises(WantsNoMore):
            room.write(batch, tmp_path, tell)
        assert [path for path in tmp_path.iterdir() if path.suffix == ".docx"] == []
    with pytest.raises(EnvironmentProblem):
        room.write(batch, tmp_path / "không có", lambda _: None)


def test_files_that_are_there_are_never_replaced(office: MemoryOffice, tmp_path: Path) -> None:
    room = office.daily_papers
    batch = Batch(CONTRACT, room.of_dossiers(CONTRACT, ["a"], TODAY), {})
    first, second = (room.write(batch, tmp_path, lambda _: None)[0].name for _ in range(2))
    assert second == first.replace(".docx", " (2).docx")


@needs_libreoffice
def test_all_in_one_file_begins_each_paper_on_a_page_numbered_from_one(office: MemoryOffice, tmp_path: Path) -> None:
    room = office.daily_papers
    batch = Batch(CONTRACT, room.of_dossiers(CONTRACT, ["a", "b"], TODAY), {"so_ban": "04"}, is_joined=True)
    (path,) = room.write(batch, tmp_path, lambda _: None)
    assert path.name == "Hợp đồng - 2 hồ sơ.docx"
    pages = page_texts(path)
    assert [page.startswith("CỘNG HÒA") for page in pages] == [True, False, True, False]
    assert [page.split()[0] for page in pages[1::2]] == ["2", "2"]


def test_a_template_with_fields_in_its_header_is_not_joined(office: MemoryOffice, tmp_path: Path) -> None:
    room = office.daily_papers
    own = room.own_template(CONTRACT)
    document = docx.Document(str(own))
    document.sections[0].first_page_header.paragraphs[0].text = "{{ ho_so.ma }}"
    document.save(str(own))
    batch = Batch(CONTRACT, room.of_dossiers(CONTRACT, ["a", "b"], TODAY), {}, is_joined=True)
    with pytest.raises(InputError, match="trường trộn ở đầu trang hoặc chân trang"):
        room.write(batch, tmp_path, lambda _: None)


def test_ctrl_enter_goes_on_and_everything_can_be_shown(window: Opened, qtbot: QtBot) -> None:
    dialog = papers_of(window, qtbot, ["a"], "Biên bản nghiệm thu")
    some = dialog.fields.rowCount()
    dialog.whole.setChecked(True)
    assert dialog.fields.rowCount() > some
    dialog.whole.setChecked(False)
    dialog.fields.setCurrentCell(0, 0)
    first = text(dialog.fields, 0, 0)
    pressed: list[bool] = []
    dialog.verb.clicked.connect(pressed.append)
    dialog.activateWindow()
    dialog.fields.setFocus()
    qtbot.keyClick(dialog.fields, Qt.Key.Key_Return)
    assert dialog.focusWidget() is dialog.text
    assert pressed == []
    dialog.text.setPlainText("CHI CỤC")
    dialog._take_and_go_on()  # noqa: SLF001 - Ctrl+Enter
    assert text(dialog.fields, 0, 3) == "CHI CỤC"
    assert text(dialog.fields, 0, 0) == first
    assert dialog.fields.currentRow() == 1
    dialog.text.setPlainText("CHI CỤC TIÊU CHUẨN")
    dialog.reject()


def test_dossiers_that_are_gone_are_not_printed(window: Opened, qtbot: QtBot, office: MemoryOffice) -> None:
    assert office.daily_papers.of_dossiers(CONTRACT, ["khong-co"], TODAY) == []
    with pytest.raises(InputError, match="Không còn đợt xét chọn này"):
        office.daily_papers.of_round("khong-co")
    dialog = papers_of(window, qtbot, ["khong-co"], "Hợp đồng")
    assert dialog.about.text() == "Không còn hồ sơ nào để in."
    assert not dialog.verb.isEnabled()


def test_what_was_remembered_and_cannot_be_read_is_nothing() -> None:
    assert remembered("{hỏng") == {}
    assert remembered('{"co_quan.ten": "A", "so": "05", "ben_a.ten": 3}') == {"co_quan.ten": "A"}
    with pytest.raises(LookupError):
        DailyPaperSheet([]).batch(is_joined=False)
    assert DailyPaperSheet([]).faults == ()
