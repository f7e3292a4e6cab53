"""The first bytes of a file: what it is, found out without SQLite, which could write into it."""

from dataclasses import dataclass
from pathlib import Path

from nscl_desktop.domain.errors import EnvironmentProblem

_LENGTH = 100
_MAGIC = b"SQLite format 3\x00"


@dataclass(frozen=True, slots=True)
class Header:
    """Marks that a program leaves in its SQLite files (https://www.sqlite.org/fileformat.html, 1.3)."""

    schema_version: int
    application_id: int


def read_header(path: Path) -> Header | None:
    """The header of an SQLite file; None for any other, an empty one too."""
    try:
        with path.open("rb") as file:
            start = file.read(_LENGTH)
    except OSError as error:
        raise EnvironmentProblem(
            f"Không đọc được tệp “{path}”: tệp đang bị khóa hoặc không có quyền đọc. Hãy kiểm tra rồi mở lại."
        ) from error
    if len(start) < _LENGTH or not start.startswith(_MAGIC):
        return None
    return Header(int.from_bytes(start[60:64]), int.from_bytes(start[68:72]))
