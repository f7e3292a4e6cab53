"""What the bin holds: records that were deleted whole, with all that went with them in the same step."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from nscl_desktop.domain.changes import Change, Fields
from nscl_desktop.domain.records import Record

Key = tuple[str, str]
"""Kind and key of a record."""


class DeletedRow(NamedTuple):
    """A deleted record as the journal tells it; ``title`` names it with its kind, ``words`` the step that took it."""

    entity: str
    id: str
    title: str
    at: datetime
    who: str
    machine: str
    words: str
    step_id: str


@dataclass(frozen=True, slots=True)
class DeletedWhole:
    """A deleted record with all that belonged to it, owners first.

    ``unlinked``: what the same step changed elsewhere so that nothing pointed here any more. ``has_lost_fields``: it
    was stored with fields that this version does not have.
    """

    row: DeletedRow
    records: tuple[Record, ...]
    unlinked: tuple[Change, ...] = ()
    has_lost_fields: bool = False


@dataclass(frozen=True, slots=True)
class Ground:
    """The file as it is now, as far as restoring asks: which keys are there, and values of the unlinked records."""

    there: frozenset[Key]
    values: Mapping[Key, Fields]
