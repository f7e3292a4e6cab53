"""A program that merges packages without end and says what it has received: made to be killed."""

from multiprocessing.connection import Connection
from pathlib import Path

from nscl_desktop.office.package_desk import read_package_file
from nscl_desktop.office.package_room import PackageRoom
from nscl_desktop.storage.opening import open_store


def merge_until_killed(data: Path, key: str, package: Path, report: Connection) -> None:
    """Receive the package and take it back, again and again."""
    store = open_store(data)
    room = PackageRoom(store, who="a", machine="b")
    incoming = read_package_file(package)
    while True:
        room.merge(incoming)
        report.send("in")
        room.withdraw(key)
        report.send("out")
