"""Scenes of the tabs Doanh nghiệp and Kiểm tra: a unit with everything, one with nothing, what belongs to them."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QTabWidget, QWidget

from nscl_desktop.domain.attached_files import EnterpriseFile
from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet, inserted
from nscl_desktop.office.attachment_room import AttachmentRoom
from nscl_desktop.paths import attachments_of
from nscl_desktop.services.attached_files import add_files
from nscl_desktop.storage.opening import open_store
from nscl_desktop.ui.dialogs.restore_window import RestoreWindow
from nscl_desktop.ui.dossiers.dossier_page import DossierPage
from nscl_desktop.ui.enterprises.unit_page import UnitPage
from nscl_desktop.ui.inspections.visit_page import VisitPage
from nscl_desktop.ui.tab import FILE
from tests.enterprises.full_unit import full_unit
from tests.enterprises.registers import unit, write
from tests.photos import phone_photo
from tests.screens.stage import Stage

PLANS, ENTERPRISES, INSPECTIONS = 1, 2, 3
SECTIONS = {
    ENTERPRISES: ("Đơn vị", "Hồ sơ hỗ trợ", "Đợt xét chọn", "Tổ chức tư vấn"),
    INSPECTIONS: ("Lần kiểm tra", "Đợt kiểm tra", "Kiến nghị", "Bảng kiểm", "Khảo sát"),
}
_BARE = unit("bare", "Hộ kinh doanh Nguyễn Văn Ba")


def fill(data: Path) -> None:
    """A data file with two units, one of them known in every way, and photos on disk."""
    store = open_store(data)
    write(store, ChangeSet("Thêm", tuple(map(inserted, [*full_unit(), _BARE]))))
    room, folder = AttachmentRoom(attachments_of(data)), data.parent / "DCIM"
    folder.mkdir()
    photos = [phone_photo(folder / f"Xưởng sản xuất {seed}.jpg", seed=seed) for seed in (1, 2, 3)]
    taken = [room.take(photo, 1600, keeps_original=False) for photo in photos]
    write(store, add_files(Book(), EnterpriseFile, "u", taken))
    store.close()


def units(stage: Stage) -> Iterator[str]:
    """Every page of a unit, full and bare, and a new one."""
    for key in ("u", "bare"):
        page = stage.show("enterprise", key, UnitPage)
        yield from _pages_of(stage, page, page.pages, f"unit-{key}")


def other_records(stage: Stage) -> Iterator[str]:
    """Every page of a dossier and of a visit."""
    dossier = stage.show("dossier", "d1", DossierPage)
    yield from _pages_of(stage, dossier, _tabs(dossier), "dossier")
    visit = stage.show("visit", "v1", VisitPage)
    yield from _pages_of(stage, visit, _tabs(visit), "visit")


def all_sections(stage: Stage) -> Iterator[str]:
    """Every section with what the file holds."""
    yield from _sections(stage, "full")


def empty_sections(stage: Stage) -> Iterator[str]:
    """Every section of a new file."""
    yield from _sections(stage, "empty")


def files_and_copies(stage: Stage) -> Iterator[str]:
    """The windows of backups and attached files, and that of a new unit."""
    stage.until(stage.is_open)
    for name in ("backups-with-files", "attached-files"):
        stage.window.pages.setCurrentIndex(PLANS)
        stage.tab.commands.backups.trigger()
        window = stage.window.findChildren(RestoreWindow)[-1]
        if name == "attached-files":
            window.files.click()
        yield name
    stage.section(ENTERPRISES, SECTIONS[ENTERPRISES][0])
    front = stage.window.current_tab
    new = front.menus()[FILE][0] if front else None
    assert new is not None
    new.trigger()
    yield "new-unit"


def _sections(stage: Stage, name: str) -> Iterator[str]:
    for tab, titles in SECTIONS.items():
        for number, title in enumerate(titles, start=1):
            stage.section(tab, title)
            yield f"sections-{name}-{tab}-{number}"


def _tabs(page: QWidget) -> QTabWidget:
    return page.findChildren(QTabWidget)[0]


def _pages_of(stage: Stage, page: QWidget, tabs: QTabWidget, name: str) -> Iterator[str]:
    assert page.isVisible()
    for number in range(tabs.count()):
        tabs.setCurrentIndex(number)
        stage.calm()
        yield f"{name}-{number + 1}"
