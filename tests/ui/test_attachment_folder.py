"""Attached files of a real data file: they come back with a restore, are looked after, and go only after asking."""

import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from nscl_desktop.domain.attached_files import EnterpriseFile
from nscl_desktop.domain.changes import ChangeSet, inserted
from nscl_desktop.office.data_file import DataFile
from nscl_desktop.office.window_office import WindowOffice
from nscl_desktop.presenters.attached_pictures import RecordFiles
from nscl_desktop.services.desk import Desk
from nscl_desktop.ui.dialogs.attachments_window import AttachmentsWindow
from nscl_desktop.ui.dialogs.restore_window import RestoreWindow
from tests.app.test_data_file import MainThread
from tests.enterprises.registers import unit
from tests.photos import phone_photo
from tests.ui.windows import Opened, open_window, refusals


def office_at(path: Path) -> WindowOffice:
    data = DataFile(path, person="An", machine="M", to_main=MainThread().send, clock=lambda: datetime.now(UTC))
    return WindowOffice(data, "An")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[WindowOffice]:
    """A data file with one unit, which has two photos; a backup was made then."""
    found = office_at(tmp_path / "van-phong" / "nscl.db")
    found.shelf.add(ChangeSet("Thêm", (inserted(unit("u", "Công ty Minh Đạt")),)))
    attach(found, *(phone_photo(tmp_path / f"{name}.jpg", (500, 400), seed=seed) for seed, name in enumerate("ab")))
    found.shelf.make()
    yield found
    found.shelf.close()


def attach(office: WindowOffice, *photos: Path) -> RecordFiles:
    files = RecordFiles(desk_of(office), EnterpriseFile, office.attachments)
    files.add(files.keep(photos, shrinks=True, keeps_original=False).taken)
    return files


def desk_of(office: WindowOffice) -> Desk:
    return office.enterprises.read("u")


def folder_of(office: WindowOffice) -> Path:
    return office.shelf.path.parent / "attachments"


def kept(office: WindowOffice) -> list[Path]:
    return sorted(folder_of(office).iterdir())


def spoil(path: Path) -> None:
    path.chmod(0o644)
    path.write_bytes(b"\xff\xd8\xff?")


def grow_old(office: WindowOffice) -> None:
    """What was attached just now is left alone for an hour."""
    for path in folder_of(office).parent.rglob("attachments/*"):
        os.utime(path, (1_700_000_000, 1_700_000_000))


def opened(window: Opened, qtbot: QtBot) -> AttachmentsWindow:
    made = AttachmentsWindow(window.around, window.window)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.state is not None)
    return made


def test_a_backup_on_a_stick_brings_its_photos_to_another_machine(
    office: WindowOffice, tmp_path: Path, qtbot: QtBot, dressed: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "usb"
    shutil.copytree(office.shelf.path.parent / "backups", stick)
    other = office_at(tmp_path / "may-khac" / "nscl.db")
    window = open_window(other, tmp_path)
    dialog = RestoreWindow(window.around, window.window)
    dialog.show()
    restored: list[bool] = []
    dialog.restored.connect(lambda: restored.append(True))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(next(stick.glob("*.db"))), ""))
    dialog.other.click()
    qtbot.waitUntil(lambda: bool(restored))
    files = RecordFiles(desk_of(other), EnterpriseFile, other.attachments)
    assert [path.name for path in map(files.path_of, files.files())] == [
        path.name for path in map(attached(office).path_of, attached(office).files())
    ]
    window.close()
    other.shelf.close()


def attached(office: WindowOffice) -> RecordFiles:
    return RecordFiles(desk_of(office), EnterpriseFile, office.attachments)


def test_a_restore_names_the_photos_that_no_copy_holds(office: WindowOffice, window: Opened, qtbot: QtBot) -> None:
    shutil.rmtree(folder_of(office))
    shutil.rmtree(office.shelf.path.parent / "backups" / "attachments")
    told = refusals(window)
    dialog = RestoreWindow(window.around, window.window)
    dialog.show()
    dialog.verb.click()
    qtbot.waitUntil(lambda: bool(told))
    (sentence,) = told
    assert sentence.startswith(
        "Đã khôi phục dữ liệu, nhưng 2 tệp đính kèm không có trong các bản sao: “a.jpg”, “b.jpg”."
    )
    assert "chép cả thư mục “attachments”" in sentence


def test_the_space_of_the_copies_is_shown(office: WindowOffice, window: Opened, qtbot: QtBot) -> None:
    dialog = RestoreWindow(window.around, window.window)
    qtbot.addWidget(dialog)
    assert "1 bản sao, " in dialog.space.text()
    assert "dùng chung 2 tệp đính kèm, " in dialog.space.text()
    assert str(office.shelf.path.parent / "backups") in dialog.space.text()


def test_missing_and_damaged_photos_are_named_and_fetched_back(
    office: WindowOffice, window: Opened, qtbot: QtBot
) -> None:
    before = [path.read_bytes() for path in kept(office)]
    kept(office)[0].unlink()
    spoil(kept(office)[0])
    dialog = opened(window, qtbot)
    assert dialog.state is not None
    assert {*dialog.state.missing, *dialog.state.damaged} == {"a.jpg", "b.jpg"}
    assert dialog.figures["Thiếu trên máy này"].text() == f"1 tệp: {dialog.state.missing[0]}"
    dialog.verb.click()
    qtbot.waitUntil(lambda: dialog.state is not None and not dialog.state.missing and not dialog.state.damaged)
    assert [path.read_bytes() for path in kept(office) if not path.name.startswith(".")] == before
    assert not dialog.verb.isEnabled()


def test_what_no_copy_holds_is_told(office: WindowOffice, window: Opened, qtbot: QtBot) -> None:
    shutil.rmtree(office.shelf.path.parent / "backups" / "attachments")
    kept(office)[0].unlink()
    dialog = opened(window, qtbot)
    dialog.verb.click()
    qtbot.waitUntil(lambda: dialog.message.text() == "Không có bản sao của 1 tệp; hãy thêm lại từ tệp gốc.")


def test_photos_that_no_record_needs_go_after_a_second_press(
    office: WindowOffice, window: Opened, qtbot: QtBot
) -> None:
    files = attached(office)
    files.remove(files.files()[:1])
    grow_old(office)
    dialog = opened(window, qtbot)
    assert dialog.state is not None
    assert dialog.state.unneeded == 1
    dialog.clean.click()
    assert "không hoàn tác được" in dialog.message.text()
    assert len(kept(office)) == 2
    dialog.clean.click()
    qtbot.waitUntil(lambda: dialog.state is not None and dialog.state.unneeded == 0)
    assert len(kept(office)) == 1
    assert len(list((office.shelf.path.parent / "backups" / "attachments").iterdir())) == 2  # the backup needs it


def test_a_backup_that_could_not_take_everything_along_says_so(
    office: WindowOffice, window: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    attach(office, phone_photo(tmp_path / "c.jpg", (400, 400), seed=9))
    newest = max(kept(office), key=lambda path: path.stat().st_mtime_ns)
    spoil(newest)
    dialog = RestoreWindow(window.around, window.window)
    qtbot.addWidget(dialog)
    dialog.now.click()
    qtbot.waitUntil(lambda: "1 tệp đính kèm đã hỏng" in dialog.message.text())


def test_an_empty_folder_has_nothing_to_do(tmp_path: Path, dressed: object, qtbot: QtBot) -> None:
    empty = office_at(tmp_path / "nscl.db")
    window = open_window(empty, tmp_path)
    dialog = opened(window, qtbot)
    assert dialog.figures["Trong thư mục"].text() == "Chưa có tệp nào"
    assert not dialog.verb.isEnabled()
    assert not dialog.clean.isEnabled()
    assert isinstance(dialog, QWidget)
    window.close()
    empty.shelf.close()
