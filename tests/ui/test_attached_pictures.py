"""Photos and papers of any record: added, made smaller, described, opened, removed and taken back, by the widget."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from nscl_desktop.domain.attached_files import AttachedFile, EnterpriseFile
from nscl_desktop.domain.book import Book
from nscl_desktop.presenters.attached_pictures import RecordFiles
from nscl_desktop.services.desk import Desk
from nscl_desktop.ui.attached_pictures import PAPERS, PHOTOS, AttachedPictures
from nscl_desktop.ui.picture_card import PICTURE
from tests.enterprises.registers import store_of, unit
from tests.photos import phone_photo
from tests.ui.offices import MemoryOffice
from tests.ui.windows import Opened


class Holder:
    """A widget over one unit's files, with what a test wants to reach."""

    def __init__(self, window: Opened, office: MemoryOffice, qtbot: QtBot, *, is_touch: bool = False) -> None:
        office.register._store = store_of([unit("u", "Công ty Minh Đạt")])  # noqa: SLF001 - the test's own double
        self.desk: Desk = office.enterprises.read("u")
        self.window, self.office, self.qtbot = window, office, qtbot
        files = RecordFiles(self.desk, EnterpriseFile, office.attachments)
        words = PHOTOS if is_touch else PAPERS
        self.widget = AttachedPictures(files, window.around, self.desk.undo, words=words, is_touch=is_touch)
        self.desk.subscribe(lambda _: self.widget.refresh())
        self.refused: list[str] = []
        window.around.voice.refused.connect(self.refused.append)
        qtbot.addWidget(self.widget)
        self.widget.resize(760, 480)
        self.widget.show()

    @property
    def listed(self) -> Sequence[AttachedFile]:
        return self.widget.files.files()

    @property
    def saved(self) -> Book:
        """What the file holds."""
        return self.office.enterprises.read("u").book

    def take(self, *paths: Path) -> None:
        self.widget.take(paths)
        self.wait()

    def wait(self) -> None:
        self.qtbot.waitUntil(lambda: not self.window.operations.is_busy)


@pytest.fixture
def holder(window: Opened, office: MemoryOffice, qtbot: QtBot) -> Holder:
    return Holder(window, office, qtbot)


def chosen_by_clerk(monkeypatch: pytest.MonkeyPatch, *paths: Path) -> list[str]:
    """The clerk chooses these files; the folders that the dialog began in."""
    begun: list[str] = []

    def choose(_parent: object, _title: str, folder: str, _kinds: str) -> tuple[list[str], str]:
        begun.append(folder)
        return [str(path) for path in paths], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", choose)
    return begun


def test_photos_are_added_in_one_step_made_smaller_and_shown(
    holder: Holder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert holder.widget.empty.isVisible()
    paths = [phone_photo(tmp_path / f"IMG_{number}.jpg", seed=number) for number in (1, 2)]
    chosen_by_clerk(monkeypatch, *paths)
    holder.widget.add.click()
    holder.wait()
    assert [(each.name, each.kind, each.taken_on) for each in holder.listed] == [
        ("IMG_1.jpg", "photo", "2026-03-15"), ("IMG_2.jpg", "photo", "2026-03-15"),
    ]  # fmt: skip
    kept = holder.office.attachments.file_of(holder.listed[0].sha256)
    assert kept is not None
    with Image.open(kept) as picture:
        assert picture.size == (1600, 1200)
    assert len(list(holder.office.folder.iterdir())) == 2
    holder.wait()
    assert holder.widget.list.item(0).data(PICTURE).toImage().pixelColor(5, 5).red() > 150
    holder.desk.undo()
    assert (len(holder.listed), holder.widget.empty.isVisible()) == (0, True)
    holder.desk.redo()
    assert len(holder.saved.table(EnterpriseFile)) == 2


def test_the_clerk_s_choice_to_keep_photos_as_they_are_is_remembered(holder: Holder, tmp_path: Path) -> None:
    assert holder.widget.shrinks.isChecked()
    holder.widget.keeps.click()
    holder.take(phone_photo(tmp_path / "a.jpg"))
    (first,) = holder.listed
    original = holder.office.attachments.file_of(first.original)
    assert original is not None
    assert original.read_bytes() == (tmp_path / "a.jpg").read_bytes()
    holder.widget.shrinks.click()
    assert not holder.widget.keeps.isEnabled()
    holder.take(phone_photo(tmp_path / "b.jpg", seed=5))
    whole = holder.office.attachments.file_of(holder.listed[1].sha256)
    assert whole is not None
    assert whole.read_bytes() == (tmp_path / "b.jpg").read_bytes()
    again = AttachedPictures(holder.widget.files, holder.window.around, holder.desk.undo)
    holder.qtbot.addWidget(again)
    assert (again.shrinks.isChecked(), again.keeps.isChecked()) == (False, True)


def test_what_is_no_picture_is_refused_and_the_others_are_added(holder: Holder, tmp_path: Path) -> None:
    (tmp_path / "hop-dong.docx").write_bytes(b"PK\x03\x04")
    (tmp_path / "hop-dong.pdf").write_bytes(b"%PDF-1.7")
    holder.take(tmp_path / "hop-dong.docx", tmp_path / "hop-dong.pdf")
    assert [(each.name, each.kind) for each in holder.listed] == [("hop-dong.pdf", "pdf")]
    assert holder.refused == ["Tệp “hop-dong.docx” không phải bản quét; hãy chọn tệp .pdf hoặc ảnh (.png, .jpg, .tif)."]
    holder.take(tmp_path / "hop-dong.pdf")
    assert holder.refused[1] == "Tệp “hop-dong.pdf” đã có trong danh sách này, không cần thêm lần nữa."


def test_a_photo_is_described_in_place(holder: Holder, tmp_path: Path) -> None:
    holder.take(phone_photo(tmp_path / "a.jpg", (600, 400)))
    widget = holder.widget
    assert widget.describing.isVisible()
    widget.caption.setText("Khu đóng gói")
    widget.day.setText("31/02/2026")
    widget.settle()
    assert holder.listed[0].caption == "Khu đóng gói"
    assert "31/02/2026" in holder.refused[0]
    assert widget.day.text() == "15/3/2026"
    widget.day.setText("16/3/2026")
    widget.settle()
    widget.kind.setCurrentIndex(0)
    widget.kind.activated.emit(0)
    assert (holder.listed[0].taken_on, holder.listed[0].kind) == ("2026-03-16", "scan")
    assert widget.about.text().startswith("a.jpg · 16/3/2026 · Bản quét · ")
    widget.set_open(False)
    assert not widget.describing.isEnabled()
    assert not widget.add.isEnabled()


def test_a_photo_is_opened_by_enter_and_removed_by_del_and_comes_back(
    holder: Holder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    holder.take(phone_photo(tmp_path / "a.jpg", (600, 400)), phone_photo(tmp_path / "b.jpg", (500, 400)))
    shown: list[str] = []

    def show(url: QUrl) -> bool:
        shown.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", show)
    widget = holder.widget
    widget.list.setFocus()
    widget.list.setCurrentRow(0)
    holder.qtbot.keyClick(widget.list, Qt.Key.Key_Return)
    assert Path(shown[0]).read_bytes() == (tmp_path / "a.jpg").read_bytes()
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    widget.open.click()
    assert holder.refused == ["Máy không có chương trình mở tệp “a.jpg”; hãy cài một chương trình xem tệp ấy."]
    widget.list.selectAll()
    assert (widget.open.isEnabled(), widget.describing.isVisible()) == (False, False)
    with holder.qtbot.waitSignal(holder.window.around.voice.done) as done:
        widget.remove.click()
    assert done.args is not None
    assert done.args[:2] == ["Đã xóa 2 ảnh", "Hoàn tác"]
    assert holder.saved.table(EnterpriseFile) == {}
    done.args[2]()
    assert [each.name for each in holder.listed] == ["a.jpg", "b.jpg"]
    assert len(list(holder.office.folder.iterdir())) == 2


def test_a_file_that_is_gone_is_marked_and_told(holder: Holder, tmp_path: Path) -> None:
    holder.take(phone_photo(tmp_path / "a.jpg", (600, 400)))
    for path in holder.office.folder.iterdir():
        path.unlink()
    holder.widget.refresh()
    assert "không có trên máy này" in holder.widget.about.text()
    holder.widget.open.click()
    assert holder.refused == [
        "Tệp “a.jpg” không có trên máy này; hãy chép lại từ bản sao lưu hoặc thêm lại từ tệp gốc."
    ]


def test_the_camera_s_folder_is_asked_for_once(holder: Holder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    camera, asked = tmp_path / "DCIM", []
    camera.mkdir()
    begun = chosen_by_clerk(monkeypatch, phone_photo(camera / "a.jpg", (600, 400)))

    def ask(*_: object) -> str:
        asked.append(camera)
        return str(camera)

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", ask)
    holder.widget.camera.click()
    holder.wait()
    holder.widget.camera.click()
    holder.wait()
    assert (len(asked), begun) == (1, [str(camera), str(camera)])


def test_files_are_dropped_into_the_list(holder: Holder, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(phone_photo(tmp_path / "a.jpg", (600, 400)))), QUrl("https://a.vn/b.jpg")])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    holder.widget.dropEvent(event)
    holder.wait()
    assert [each.name for each in holder.listed] == ["a.jpg"]


def test_photos_of_one_question_are_not_those_of_another(
    window: Opened, office: MemoryOffice, qtbot: QtBot, tmp_path: Path
) -> None:
    holder = Holder(window, office, qtbot, is_touch=True)
    holder.widget.show_about("q1")
    holder.take(phone_photo(tmp_path / "a.jpg", (600, 400)))
    assert holder.widget.add.minimumHeight() >= 44
    assert holder.widget.list.height() > 150
    holder.widget.show_about("q2")
    assert holder.widget.list.count() == 0
    holder.widget.show_about("q1")
    assert holder.widget.list.count() == 1
