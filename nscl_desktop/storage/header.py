"""The first bytes of a file: what it is, found out without SQLite, which could write into it."""

from pathlib import Path

from nscl_desktop.domain.errors import EnvironmentProblem, UnreadableFileError
from nscl_desktop.storage.sqlite_errors import not_a_data_file

APPLICATION_ID = 0x4E53434C
"""“NSCL”, in the header of every data file: tells it from the SQLite files of other programs."""
SCHEMA_VERSION = 8
"""Number of the newest migration; PRAGMA user_version of every file that this program writes.

A new column comes with a migration of its own, NNNN_what.py: added empty, filled, then made NOT NULL in a batch,
because there are no server defaults. Tests compare the migrated schema with tables.py.
"""
_LENGTH = 100
_MAGIC = b"SQLite format 3\x00"


def is_ours(path: Path) -> bool:
    """Whether a file is a data file of this program, of whatever version; one that cannot be read is none."""
    try:
        with path.open("rb") as file:
            start = file.read(_LENGTH)
    except OSError:
        return False
    return start.startswith(_MAGIC) and int.from_bytes(start[68:72]) == APPLICATION_ID


def require_ours(path: Path) -> int:
    """The schema version of a data file of this program.

    Raises UnreadableFileError for any other file, an empty one too, and for one that a newer program wrote. The marks
    stand at fixed places (https://www.sqlite.org/fileformat.html, 1.3).
    """
    try:
        with path.open("rb") as file:
            start = file.read(_LENGTH)
    except OSError as error:
        raise EnvironmentProblem(
            f"Không đọc được tệp “{path}”: tệp đang bị khóa hoặc không có quyền đọc. Hãy kiểm tra rồi mở lại."
        ) from error
    if len(start) < _LENGTH or not start.startswith(_MAGIC):
        raise not_a_data_file(str(path))
    if int.from_bytes(start[68:72]) != APPLICATION_ID:
        raise UnreadableFileError(
            f"Tệp “{path}” là của chương trình khác; tệp được giữ nguyên. Hãy chọn tệp dữ liệu của chương trình này."
        )
    version = int.from_bytes(start[60:64])
    require_not_newer(path, version)
    return version


def require_not_newer(path: Path, version: int) -> None:
    """Refuse a file of a schema that this program does not know."""
    if version > SCHEMA_VERSION:
        raise UnreadableFileError(
            f"Tệp “{path}” do phiên bản mới hơn của chương trình ghi (dạng {version}, phiên bản này đọc được đến dạng "
            f"{SCHEMA_VERSION}); tệp được giữ nguyên. Hãy cài phiên bản mới của chương trình rồi mở lại."
        )
