"""What the journal tells: the steps that were taken, and who changed which record when ("ai sửa, khi nào")."""

from dataclasses import dataclass
from datetime import datetime

from nscl_desktop.domain.changes import ChangeSet, Fields


@dataclass(frozen=True, slots=True)
class JournalStep:
    """A ChangeSet as it was saved. ``seq`` grows by one with each step; ``at`` is UTC and may jump with the clock.

    ``schema_version`` is that of the file when the step was taken: undo does not cross a migration.
    """

    seq: int
    at: datetime
    who: str
    machine: str
    schema_version: int
    change_set: ChangeSet


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One change of one record, with the step it belongs to.

    ``owner_id`` is the record that the changed one belongs to (the line of a cell), ``root_id`` the one at the top
    (the plan); both are the record itself where it belongs to nothing.
    """

    seq: int
    at: datetime
    who: str
    machine: str
    words: str
    entity: str
    id: str
    owner_id: str
    root_id: str
    before: Fields | None
    after: Fields | None
