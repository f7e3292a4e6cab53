"""What screens show of packages: who has work out, what a package would do, what is left to a person.

Values are those of the fields; whoever shows them writes them as the field's kind asks. Moments are in UTC.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from nscl_desktop.domain.changes import Fields
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.merging.proposals import Key

Watch = Callable[[str], None]
"""Told what is being done now; whatever it raises ends the work, which then leaves everything as it was."""

ADDED, CHANGED, REMOVED = "added", "changed", "removed"
KEEP, DELETE = "keep", "delete"
"""What a person may decide of something that waits: all stays as it is now, or the record goes as was wanted."""


def unwatched(_words: str) -> None:
    """Nobody looks on."""


@dataclass(frozen=True, slots=True)
class CheckOutState:
    """Work that is out: to which machine, since when, what was chosen, and how often its results came home.

    ``closed`` is when the office said that nothing more comes of it; None while it may.
    """

    key: str
    machine: str
    at: datetime
    roots: tuple[Key, ...]
    returns: int = 0
    last_received: datetime | None = None
    closed: datetime | None = None


@dataclass(frozen=True, slots=True)
class GivenState:
    """In a machine's file: what it was given, and the packages that it has written; ``unreturned`` steps since."""

    check_out: str
    machine: str
    at: datetime
    returns: int
    unreturned: int


@dataclass(frozen=True, slots=True)
class PackageFacts:
    """What a package file says of itself: its kind ("out", "return", "receipt"), whose it is and when it was written.

    ``is_ours``: the open file gave this work out, or, for a receipt, was given it.
    """

    kind: str
    machine: str
    at: datetime | None
    program: str
    is_ours: bool


@dataclass(frozen=True, slots=True)
class Said:
    """A value that the office or a machine gave a field; who and when, where its package tells."""

    author: str
    """Key of the check-out; "office" for the office."""
    machine: str
    value: Value
    who: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ConflictView:
    """A field on which they differ; ``values`` begin with the office's own, where it gave one."""

    key: Key
    field: str
    title: str
    base: Value
    shown: Value
    values: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class WaitingView:
    """What is held back, in words, and what may be decided of it; ``field`` is "" for the record as a whole."""

    key: Key
    field: str
    title: str
    why: str
    reason: str
    wanted: tuple[Said, ...]
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RefusedView:
    """A value that cannot be received, and why."""

    key: Key
    field: str
    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class RecordNews:
    """What receiving does to one record: ADDED, CHANGED or REMOVED, with the changed fields before and after."""

    key: Key
    title: str
    what: str
    before: Fields
    after: Fields


@dataclass(frozen=True, slots=True)
class OpenItems:
    """All that is left to a person, of every machine."""

    conflicts: tuple[ConflictView, ...] = ()
    waiting: tuple[WaitingView, ...] = ()


@dataclass(frozen=True, slots=True)
class MergeView:
    """What receiving a package does, or would do.

    ``applied`` changes come in; the package's records that are ``same`` hold all that already; ``replaced`` values gave
    way to what somebody wanted who had seen them. ``is_known``: this package, or a newer one, came before, and nothing
    changes. ``open_items`` are those of all machines after receiving.
    """

    check_out: str
    machine: str
    at: datetime | None
    is_known: bool
    applied: int
    same: int
    replaced: int
    news: tuple[RecordNews, ...]
    open_items: OpenItems
    refused: tuple[RefusedView, ...]

    def count(self, what: str) -> int:
        """How many records are ADDED, CHANGED or REMOVED."""
        return sum(each.what == what for each in self.news)
