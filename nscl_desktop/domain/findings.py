"""A finding: what the checker reports, as a compiler does: a stable code, the place, expected and found."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters: an error contradicts the figures, a warning wants a look, a note is for knowing."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding for one cause, with all its witnesses.

    ``subject`` names the cause stably (line key, statement key…), so that a waiver still fits after a restart.
    ``line_id`` is where "Đến đó" goes. ``expected`` and ``found`` are texts as the clerk would write them.
    """

    code: str
    severity: Severity
    place: str
    message: str
    expected: str = ""
    found: str = ""
    line_id: str = ""
    subject: str = ""
    witnesses: tuple[str, ...] = ()
    waived: str = ""
    """Reason for which a person accepted it; empty while it stands."""

    @property
    def key(self) -> str:
        """What a waiver refers to."""
        return f"{self.code}:{self.subject}"
