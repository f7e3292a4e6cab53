"""Copies of the data file as they are listed for the user: when and why each was made."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

OPENING, CLOSING, UPGRADE, IMPORT, RESTORE, DAMAGED, BY_HAND = (
    "open", "close", "upgrade", "import", "restore", "damaged", "hand",
)  # fmt: skip
REASONS = (
    (OPENING, "Khi mở chương trình"),
    (CLOSING, "Khi đóng chương trình"),
    (UPGRADE, "Trước khi nâng cấp"),
    (IMPORT, "Trước khi nhập dữ liệu"),
    (RESTORE, "Trước khi phục hồi"),
    (DAMAGED, "Tệp hỏng được giữ lại"),
    (BY_HAND, "Theo yêu cầu"),
)


@dataclass(frozen=True, slots=True)
class BackupCopy:
    """One copy: ``at`` in the time zone of this machine, to the second; ``size`` in bytes, of the data alone.

    ``remark`` is a sentence, told once when the copy was made, about attached files that could not be copied along.
    """

    path: Path
    at: datetime
    reason: str
    size: int
    remark: str = field(default="", compare=False)

    @property
    def reason_label(self) -> str:
        """Why it was made, in words."""
        return dict(REASONS).get(self.reason, self.reason)
