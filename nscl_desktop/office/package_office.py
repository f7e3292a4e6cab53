"""Packages for the window, over its open data file: nothing else is saved into it while they are at work."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.merging.proposals import Key
from nscl_desktop.exchange.package_file import RECEIPT
from nscl_desktop.office import package_desk as desk
from nscl_desktop.office.package_reception import stamp_or_none
from nscl_desktop.office.package_room import PackageRoom
from nscl_desktop.office.register_file import PackageFile
from nscl_desktop.services.package_report import Receipt
from nscl_desktop.services.package_views import (
    CheckOutState,
    GivenState,
    MergeView,
    OpenItems,
    PackageFacts,
    Watch,
    unwatched,
)
from nscl_desktop.storage import packages as rows
from nscl_desktop.storage.journal import from_stamp
from nscl_desktop.storage.store import Store


class PackageOffice:
    """The office's side, as ``presenters.package_office.Packages`` says."""

    def __init__(self, data: PackageFile) -> None:
        self._data = data

    def is_locked(self, path: Path) -> bool:
        """Whether a package needs a passphrase."""
        return desk.is_locked_file(path)

    def look(self, path: Path, passphrase: str = "") -> PackageFacts:
        """What a package is."""
        package = desk.read_package_file(path, passphrase)
        with self._data.registers(settled=True).reading() as connection:
            given = rows.assignment(connection)
            is_given = given is not None and given.check_out_id == package.check_out
            is_out = package.check_out in {each.id for each in rows.check_outs(connection)}
        is_ours = is_given if package.kind == RECEIPT else is_out
        return PackageFacts(package.kind, package.machine, stamp_or_none(package.at), package.program, is_ours)

    def check_outs(self) -> Sequence[CheckOutState]:
        """Work given out, newest first."""
        return self._reading().check_outs()[::-1]

    def create(
        self, machine: str, roots: Collection[Key], target: Path, passphrase: str = "", watch: Watch = unwatched
    ) -> str:
        """Write a package for a machine; the key of the check-out."""
        with self._writing() as room:
            return room.create(machine, roots, target, passphrase, watch)

    def preview(
        self,
        path: Path,
        passphrase: str = "",
        watch: Watch = unwatched,
        earlier: Sequence[tuple[Path, str]] = (),
    ) -> MergeView:
        """What receiving a package would do, once those ``earlier`` ones were received."""
        watch("Đang đọc gói")
        package = desk.read_package_file(path, passphrase)
        return self._reading().preview(package, [desk.read_package_file(*each) for each in earlier], watch)

    def receive(self, path: Path, passphrase: str = "", watch: Watch = unwatched) -> MergeView:
        """Receive a package in one step."""
        watch("Đang đọc gói")
        package = desk.read_package_file(path, passphrase)
        with self._writing() as room:
            return room.receive(package, watch=watch)

    def withdraw(self, check_out: str) -> None:
        """Take the newest reception of a check-out back."""
        with self._writing() as room:
            room.withdraw(check_out)

    def open_items(self) -> OpenItems:
        """Conflicts and whatever waits."""
        return self._reading().open_places()

    def decide(self, key: Key, field: str, value: Value) -> None:
        """Give a field in conflict its value."""
        with self._writing() as room:
            room.decide((key, field), value)

    def decide_all(self, decisions: Sequence[tuple[Key, str, Value]]) -> None:
        """Give fields in conflict their values, all in one step."""
        with self._writing() as room:
            room.decide_all([((key, field), value) for key, field, value in decisions])

    def settle(self, places: Collection[tuple[Key, str]], choice: str) -> None:
        """Decide what waits at these places."""
        with self._writing() as room:
            room.answer(places, choice)

    def close(self, check_out: str) -> None:
        """Nothing more comes of this check-out."""
        with self._writing() as room:
            room.close(check_out)

    def reopen(self, check_out: str) -> None:
        """Something comes after all."""
        with self._writing() as room:
            room.reopen(check_out)

    def write_receipt(self, check_out: str, target: Path, passphrase: str = "") -> None:
        """Write for the machine what became of its newest package."""
        self._reading().receipt(check_out, target, passphrase)

    def _room(self, store: Store) -> PackageRoom:
        who, machine = self._data.signature
        return PackageRoom(store, who=who, machine=machine)

    def _reading(self) -> PackageRoom:
        return self._room(self._data.registers(settled=True))

    @contextmanager
    def _writing(self) -> Iterator[PackageRoom]:
        with self._data.alone() as store:
            yield self._room(store)


class GivenWorkRoom:
    """A machine's side, as ``presenters.package_office.GivenWork`` says."""

    def __init__(self, data: PackageFile) -> None:
        self._data = data

    def given(self) -> GivenState | None:
        """What the open file was given."""
        with self._data.registers(settled=True).reading() as connection:
            found, returned = rows.assignment(connection), rows.returned(connection)
            if found is None:
                return None
            told = rows.who_and_when(connection, found.seq - 1)
        sent = max((number for number, _ in returned), default=found.seq)
        return GivenState(
            found.check_out_id, found.machine, from_stamp(told[found.seq][0]), len(returned),
            sum(number > sent for number in told),
        )  # fmt: skip

    def open_out(self, path: Path, data: Path, passphrase: str = "", watch: Watch = unwatched) -> int:
        """Make a new data file of an out-package."""
        watch("Đang đọc gói")
        package = desk.read_package_file(path, passphrase)
        who, machine = self._data.signature
        return desk.open_package(package, data, who=who, machine=machine, watch=watch)

    def write_return(self, target: Path, passphrase: str = "", watch: Watch = unwatched) -> int:
        """Write the results; the number of changes."""
        with self._data.alone() as store:
            return desk.write_return(store, target, passphrase, watch)

    def read_receipt(self, path: Path, passphrase: str = "") -> Receipt:
        """What the office says became of this machine's work."""
        return desk.read_receipt(self._data.registers(settled=True), desk.read_package_file(path, passphrase))
