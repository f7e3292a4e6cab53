"""Real data files that go through the same stories as the toys of tests/merging: an office and machines on disk."""

from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from nscl_desktop.domain.changes import Change, ChangeSet
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.merging.merging import Merged
from nscl_desktop.domain.merging.proposals import Key, Spot
from nscl_desktop.exchange.package_file import Package
from nscl_desktop.exchange.package_proposals import dump, records_to_json
from nscl_desktop.office.package_desk import open_package, read_package_file, write_return
from nscl_desktop.office.package_room import PackageRoom
from nscl_desktop.storage.opening import open_store
from nscl_desktop.storage.package_records import PackageRecords
from nscl_desktop.storage.store import Store


class Signature(TypedDict):
    """Who takes a step, and where."""

    who: str
    machine: str


WHO = Signature(who="Nguyễn Thị Ánh", machine="VĂN PHÒNG")


def exported(store: Store) -> str:
    """All records as JSON, in a fixed order."""
    with store.reading() as connection:
        reader = PackageRecords(connection)
        return dump(records_to_json(reader.records(reader.all_keys())))


def work(store: Store, *changes: Change | None) -> None:
    """One step of whoever sits at this file."""
    store.apply(ChangeSet("Sửa", tuple(each for each in changes if each)), **WHO)


@dataclass
class RealMachine:
    """A machine's own data file, made from an out-package."""

    key: str
    store: Store
    folder: Path
    written: int = 0

    def returned(self) -> Package:
        """A return package, written to disk and read again."""
        self.written += 1
        target = self.folder / f"{self.written}.nsclgoi"
        write_return(self.store, target)
        return read_package_file(target)


class RealOffice:
    """The office's data file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.store = open_store(folder / "nscl.db")
        self.room = PackageRoom(self.store, **WHO)

    @staticmethod
    def opened(path: Path) -> Store:
        """Another file, such as a copy."""
        return open_store(path)

    def work(self, *changes: Change | None) -> None:
        """One step, after which what waited for it happens."""
        work(self.store, *changes)
        self.room.settle()

    def check_out(self, name: str, *roots: Key) -> RealMachine:
        """A machine with the chosen records, or with all."""
        folder = self.folder / name
        folder.mkdir()
        with self.store.reading() as connection:
            chosen = roots or tuple(PackageRecords(connection).all_keys())
        key = self.room.create(name, chosen, folder / "out.nsclgoi")
        open_package(read_package_file(folder / "out.nsclgoi"), folder / "nscl.db", **WHO)
        return RealMachine(key, open_store(folder / "nscl.db"), folder)

    def open_conflicts(self) -> list[tuple[Spot, Value, list[tuple[str, Value]]]]:
        """Where, what is shown, and who wants what."""
        return conflicts_of(self.room.open_items())


def conflicts_of(merged: Merged) -> list[tuple[Spot, Value, list[tuple[str, Value]]]]:
    """What can be compared between the real thing and its model."""
    return [
        ((each.key, each.field), each.shown, [(claim.author, claim.value) for claim in each.claims])
        for each in merged.conflicts
    ]
