"""What screens show of a handover ("Bàn giao"): whose it is, what it holds, what became of it where it was opened."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class HandoverView:
    """``size`` in bytes; ``attachments``, ``forms`` and ``templates`` are numbers of files.

    ``beside``: forms and templates that differ from those of the same name on this machine, and were put beside them
    with another ending.
    """

    who: str
    machine: str
    at: datetime | None
    program: str
    size: int
    attachments: int
    forms: int
    templates: int
    beside: tuple[str, ...] = ()
