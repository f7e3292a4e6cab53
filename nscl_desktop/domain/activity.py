"""What was done in the last days, over all records: one line for each step of the journal."""

from datetime import datetime
from typing import NamedTuple


class ActivityStep(NamedTuple):
    """A step: when (UTC), who, where, what it was called, how many changes, and the one record that it was taken on.

    ``root_id`` is empty for a step over several records, such as an import.
    """

    seq: int
    at: datetime
    who: str
    machine: str
    words: str
    changes: int
    root_entity: str
    root_id: str
