"""What the screens of packages ask of the world below. All calls are made aside; all that change something leave the
data file changed beneath the desks, so that every screen reads anew afterwards (``data_replaced``).

``watch`` is told what is being done and ends the work by raising: then everything is as before.
"""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Protocol

from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.merging.proposals import Key
from nscl_desktop.services.handover_views import HandoverView
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


class Packages(Protocol):
    """The office's side: giving work out, taking it in, deciding what stays open."""

    def is_locked(self, path: Path) -> bool:
        """Whether a package needs a passphrase; UnreadableFileError for a file that cannot be read."""

    def look(self, path: Path, passphrase: str = "") -> PackageFacts:
        """What a package is; UnreadableFileError for a damaged, foreign or newer one, or a wrong passphrase."""

    def check_outs(self) -> Sequence[CheckOutState]:
        """Work given out, newest first; the closed ones, too."""

    def create(
        self, machine: str, roots: Collection[Key], target: Path, passphrase: str = "", watch: Watch = unwatched
    ) -> str:
        """Write a package for a machine; the key of the check-out.

        ``roots`` are chosen records of any kind; what belongs to them and what they point at goes along.
        """

    def preview(
        self,
        path: Path,
        passphrase: str = "",
        watch: Watch = unwatched,
        earlier: Sequence[tuple[Path, str]] = (),
    ) -> MergeView:
        """What receiving a package would do, once those ``earlier`` ones (path, passphrase) were received; nothing is
        written.
        """

    def receive(self, path: Path, passphrase: str = "", watch: Watch = unwatched) -> MergeView:
        """Receive a package in one step, after a proved copy of the data file."""

    def withdraw(self, check_out: str) -> None:
        """Take the newest reception of a check-out back; what came from it before counts again."""

    def open_items(self) -> OpenItems:
        """Conflicts and whatever waits."""

    def decide(self, key: Key, field: str, value: Value) -> None:
        """Give a field in conflict its value: one of those that were given, or any other that the field may hold."""

    def decide_all(self, decisions: Sequence[tuple[Key, str, Value]]) -> None:
        """The same for many fields, all in one step: all of it or nothing."""

    def settle(self, places: Collection[tuple[Key, str]], choice: str) -> None:
        """Decide what waits at these places (record, field), all in one step; it must be among their ``choices``."""

    def close(self, check_out: str) -> None:
        """Nothing more comes of this check-out; InputError while something of it is open."""

    def reopen(self, check_out: str) -> None:
        """Something comes after all."""

    def write_receipt(self, check_out: str, target: Path, passphrase: str = "") -> None:
        """Write for the machine what became of its newest package."""


class GivenWork(Protocol):
    """A machine's side: opening what it was given, sending its results, reading what became of them."""

    def given(self) -> GivenState | None:
        """What the open file was given; None for a file that is no machine's."""

    def open_out(self, path: Path, data: Path, passphrase: str = "", watch: Watch = unwatched) -> int:
        """Make a new data file of an out-package; the number of its records. The open file stays as it is."""

    def write_return(self, target: Path, passphrase: str = "", watch: Watch = unwatched) -> int:
        """Write the results; the number of changes. Each package takes the place of those before it."""

    def read_receipt(self, path: Path, passphrase: str = "") -> Receipt:
        """What the office says became of this machine's work."""


class Handovers(Protocol):
    """Everything an office has, in one file ("Bàn giao"), and opened again elsewhere."""

    def is_locked(self, source: Path) -> bool:
        """Whether a handover needs a passphrase; UnreadableFileError for a file that cannot be read."""

    def write(self, target: Path, passphrase: str = "", watch: Watch = unwatched) -> HandoverView:
        """Write data, attached files, own forms, templates and settings into one file."""

    def look(self, source: Path, passphrase: str = "", watch: Watch = unwatched) -> HandoverView:
        """What a handover holds; all of it is proved. UnreadableFileError for what is damaged, foreign or newer."""

    def open(self, source: Path, data: Path, passphrase: str = "", watch: Watch = unwatched) -> HandoverView:
        """Make a new data file of it, with all that lies beside; the open file stays as it is."""

    def demo_year(self, watch: Watch = unwatched) -> Path:
        """The demo year, a data file of its own beside this machine's; made if it is not there. Aside."""
