"""A program that merges packages and enters a visit without end, and says what is saved: made to be killed."""

from multiprocessing.connection import Connection
from pathlib import Path

from nscl_desktop.domain.changes import ChangeSet
from nscl_desktop.domain.inspections import Visit
from nscl_desktop.office.package_desk import read_package_file
from nscl_desktop.office.package_room import PackageRoom
from nscl_desktop.services.visit_work import set_visit_field
from nscl_desktop.storage.opening import open_store
from nscl_desktop.storage.store import Store


def merge_until_killed(data: Path, key: str, package: Path, report: Connection) -> None:
    """Receive the package and take it back, again and again; between that, and after it, count on in the visit."""
    store = open_store(data)
    room = PackageRoom(store, who="a", machine="b")
    incoming = read_package_file(package)
    while True:
        room.merge(incoming)
        report.send(enter(store))
        room.withdraw(key)
        report.send(enter(store))


def enter(store: Store) -> int:
    """One step of entry; the number that it wrote."""
    book = store.load_book()
    number = int(book.get(Visit, "v").location or 0) + 1
    step: ChangeSet = set_visit_field(book, "v", "location", str(number))
    store.apply(step, who="a", machine="b")
    return number
