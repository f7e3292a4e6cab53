"""Page Thông tin: a signer's picture under the table of signers, signed scans in their list."""

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from nscl_desktop.domain.plans import Attachment, Signer
from nscl_desktop.presenters.changed_places import Page
from nscl_desktop.services.plan_life import submit
from nscl_desktop.ui.facts_page import FactsPage
from nscl_desktop.ui.plan_page import PlanPage
from tests.reports.builders import signature_picture
from tests.ui.windows import Opened

NO_PNG = "Tệp “chu-ky.png” không phải ảnh PNG hoặc đã hỏng; hãy chọn ảnh chữ ký dạng .png nền trong suốt."
LACKING = "Ảnh chữ ký của Mai Sơn không có trên máy này, bản in để trống chỗ ký; hãy thêm lại từ tệp gốc."


def page_of(opened: Opened) -> PlanPage:
    assert opened.tab.page is not None
    return opened.tab.page


def facts_of(opened: Opened) -> FactsPage:
    page_of(opened).show_page(Page.FACTS)
    found = page_of(opened).findChild(FactsPage)
    assert found is not None
    return found


def signer_of(opened: Opened) -> Signer:
    desk = page_of(opened).desk
    return next(each for each in desk.book.table(Signer).values() if each.plan_id == desk.plan_id)


def scans_of(opened: Opened) -> list[Attachment]:
    return list(page_of(opened).desk.book.table(Attachment).values())


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def chosen(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The clerk chooses this file."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))


def test_a_picture_is_added_shown_replaced_and_taken_away(
    draft: Opened, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = facts_of(draft).signature
    assert (box.add.text(), box.remove.isVisible(), box.picture.isVisible()) == ("Thêm ảnh chữ ký…", False, False)
    chosen(written(tmp_path / "chu-ky.png", signature_picture()), monkeypatch)
    box.add.click()
    qtbot.waitUntil(lambda: bool(signer_of(draft).image))
    assert (box.add.text(), box.picture.isVisible()) == ("Thay ảnh chữ ký…", True)
    blue = box.picture.pixmap().toImage()
    colours = {blue.pixelColor(x, y).name() for x in range(0, blue.width(), 2) for y in range(0, blue.height(), 2)}
    assert {"#ffffff", "#1428a0"} <= colours
    box.remove.click()
    assert (signer_of(draft).image, box.picture.isVisible(), box.remove.isVisible()) == ("", False, False)
    page_of(draft).undo()
    assert box.picture.isVisible()


def test_what_is_no_png_is_refused_in_a_sentence(draft: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    box = facts_of(draft).signature
    with qtbot.waitSignal(draft.failures.sentence) as told:
        box.take(written(tmp_path / "chu-ky.png", b"\xff\xd8\xff\xe0"))
    assert told.args == [NO_PNG]
    assert signer_of(draft).image == ""


def test_a_picture_that_is_not_on_this_machine_is_told(draft: Opened) -> None:
    box = facts_of(draft).signature
    box.pictures.put(signer_of(draft).id, "a" * 64)
    assert box.words.text() == LACKING
    assert not box.remove.isHidden()


def test_nothing_is_offered_where_no_signer_is_chosen_or_the_plan_is_locked(opened: Opened, qtbot: QtBot) -> None:
    plan_id = next(each.plan_id for each in opened.tab.plans.entries() if each.name.startswith("Tây Ninh"))
    opened.tab.open(plan_id)
    qtbot.waitUntil(lambda: opened.tab.page is not None and opened.tab.page.desk.plan_id == plan_id)
    page = facts_of(opened)
    assert not page.signature.add.isEnabled()
    assert page.files.table.add.isEnabled()


def test_a_signed_scan_is_listed_and_opened_though_the_plan_is_submitted(
    draft: Opened, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, files = page_of(draft).desk, facts_of(draft).files
    desk.perform(submit(desk.book, desk.plan_id))
    assert not files.open.isEnabled()
    chosen(written(tmp_path / "Ban ky.pdf", b"%PDF-1.7"), monkeypatch)
    files.table.add.click()
    qtbot.waitUntil(lambda: [each.name for each in scans_of(draft)] == ["Ban ky.pdf"])
    shown: list[bytes] = []

    def show(url: QUrl) -> bool:
        shown.append(Path(url.toLocalFile()).read_bytes())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", show)
    files.open.click()
    assert shown == [b"%PDF-1.7"]
    with qtbot.waitSignal(draft.around.voice.refused) as told:
        monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
        files.open.click()
    assert told.args == ["Máy không có chương trình mở tệp “Ban ky.pdf”; hãy cài một chương trình xem tệp ấy."]
    files.table.delete.click()
    assert scans_of(draft) == []
    page_of(draft).undo()
    assert len(scans_of(draft)) == 1
