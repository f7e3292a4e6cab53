"""Photos of a visit go out with its unit, come home with their files, and are merged like every other record."""

from pathlib import Path

from nscl_desktop.domain.attached_files import EnterpriseFile, VisitFile
from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import inserted
from nscl_desktop.domain.inspections import Checklist, Visit
from nscl_desktop.domain.records import Record
from nscl_desktop.office.attachment_room import AttachmentRoom
from nscl_desktop.paths import attachments_of
from nscl_desktop.presenters.attached_pictures import RecordFiles
from nscl_desktop.services.attached_files import add_files, remove_files, set_file
from nscl_desktop.services.desk import Desk
from nscl_desktop.storage.rows import read_records
from nscl_desktop.storage.store import Store
from tests.enterprises.registers import unit
from tests.packages.offices import RealMachine, RealOffice, work
from tests.photos import phone_photo


def room_of(store: Store) -> AttachmentRoom:
    assert store.path is not None
    return AttachmentRoom(attachments_of(store.path))


def records_of(store: Store, kind: type[Record]) -> list[Record]:
    with store.reading() as connection:
        return list(read_records(connection, kind))


def book_of(store: Store, *kinds: type[Record]) -> Book:
    return Book(each for kind in kinds for each in records_of(store, kind))


def photographed(machine: RealMachine, path: Path) -> VisitFile:
    """A photo at question q of visit v, made smaller, its original kept."""
    taken = room_of(machine.store).take(path, 1600, keeps_original=True)
    book = book_of(machine.store, Visit, VisitFile)
    work(machine.store, *add_files(book, VisitFile, "v", [taken], "q").changes)
    made = next(each for each in records_of(machine.store, VisitFile) if getattr(each, "sha256", "") == taken.sha256)
    assert isinstance(made, VisitFile)
    return made


def office_with_a_visit(folder: Path) -> RealOffice:
    office = RealOffice(folder)
    visit = Visit(id="v", enterprise_id="u", checklist_id="c")
    office.work(inserted(unit("u", "Minh Đạt")), inserted(Checklist(id="c", name="5S")), inserted(visit))
    registration = room_of(office.store).take(phone_photo(folder / "dk.jpg", (600, 400)), 1600, keeps_original=False)
    office.work(*add_files(Book(), EnterpriseFile, "u", [registration]).changes)
    return office


def test_a_photo_taken_at_the_unit_comes_home_with_its_file_and_its_original(tmp_path: Path) -> None:
    office = office_with_a_visit(tmp_path / "office")
    machine = office.check_out("Máy 02", ("enterprise", "u"))
    (registration,) = records_of(machine.store, EnterpriseFile)
    assert room_of(machine.store).file_of(str(getattr(registration, "sha256", ""))) is not None
    photo = photographed(machine, phone_photo(tmp_path / "IMG_1.jpg"))
    assert photo.original
    report = office.room.merge(machine.returned())
    assert not report.refused
    assert records_of(office.store, VisitFile) == [photo]
    home, out = room_of(office.store), room_of(machine.store)
    for digest in (photo.sha256, photo.original):
        there, here = out.file_of(digest), home.file_of(digest)
        assert there is not None
        assert here is not None
        assert here.read_bytes() == there.read_bytes()


def test_photos_of_two_machines_at_one_question_are_both_kept(tmp_path: Path) -> None:
    office = office_with_a_visit(tmp_path / "office")
    machines = [office.check_out(f"Máy {number}", ("enterprise", "u")) for number in (1, 2)]
    photos = [
        photographed(machine, phone_photo(tmp_path / f"{seed}.jpg", seed=seed))
        for seed, machine in enumerate(machines, start=1)
    ]
    for machine in reversed(machines):
        office.room.merge(machine.returned())
    desk = Desk(book_of(office.store, Visit, VisitFile), "v", Unheard())
    listed = RecordFiles(desk, VisitFile, room_of(office.store), "q")
    assert {each.id for each in listed.files()} == {each.id for each in photos}
    assert all(listed.path_of(each).exists() for each in listed.files())


def test_a_caption_at_home_and_one_outside_differ_and_a_removed_photo_comes_back_by_undo(tmp_path: Path) -> None:
    office = office_with_a_visit(tmp_path / "office")
    (file,) = records_of(office.store, EnterpriseFile)
    assert isinstance(file, EnterpriseFile)
    machine = office.check_out("Máy 02", ("enterprise", "u"))
    book = Book([file])
    office.work(*set_file(book, file, "caption", "Giấy đăng ký").changes)
    work(machine.store, *set_file(book, file, "caption", "Đăng ký kinh doanh").changes)
    office.room.merge(machine.returned())
    assert [(each.key, each.field) for each in office.room.open_items().conflicts] == [
        (("enterprise_file", file.id), "caption")
    ]
    work(machine.store, *remove_files(Book(records_of(machine.store, EnterpriseFile)), [_only(machine)]).changes)
    office.room.merge(machine.returned())
    assert len(records_of(office.store, EnterpriseFile)) == 1  # waits: the office has described it meanwhile


def _only(machine: RealMachine) -> EnterpriseFile:
    (found,) = records_of(machine.store, EnterpriseFile)
    assert isinstance(found, EnterpriseFile)
    return found


class Unheard:
    """A queue in front of no file."""

    def submit(self, change_set: object) -> None:
        """Saved at once."""
