"""Copies of the data file, each proved when it is made: SQLite's own backup call, then opened, checked and counted.

What is proved, and how that is made quick, is told in docs/adr/0023.
"""

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from nscl_desktop.domain.backup_copies import BackupCopy
from nscl_desktop.domain.errors import EnvironmentProblem
from nscl_desktop.storage.connections import bare_connection
from nscl_desktop.storage.flushing import flushed_meanwhile
from nscl_desktop.storage.soundness import require_sound, row_counts
from nscl_desktop.storage.sqlite_errors import told_in_sentences

_NAME = re.compile(r"(?P<stem>.+)-(?P<at>\d{8}-\d{6})-(?P<reason>[a-z]+)\.db")
_STAMP = "%Y%m%d-%H%M%S"
_HALF_MADE = ".part"
_ABANDONED = timedelta(hours=1)
"""A copy takes seconds; what has not grown for so long was begun by a program that was killed."""


def make_backup(data: Path, folder: Path, reason: str, now: datetime) -> BackupCopy:
    """Copy the data file as it is at this moment; it may be open and written to meanwhile.

    The copy appears under its name only after it was opened and found whole. Attached files that have come since the
    last copy are copied too; where that fails, the copy of the data counts all the same and says what is lacking.
    Raises EnvironmentProblem where there is no room or no right to write, UnreadableFileError where the data file
    itself is damaged.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _clear_away_abandoned(folder, now)
        at, target = free_name(data, folder, reason, now)
        copy_whole(data, target)
        return BackupCopy(target, at, reason, target.stat().st_size, _held(data, folder))
    except OSError as error:
        raise EnvironmentProblem(
            f"Không ghi được bản sao lưu vào thư mục “{folder}”; hãy kiểm tra quyền ghi và dung lượng ổ đĩa."
        ) from error


def _held(data: Path, folder: Path) -> str:
    """Copy the attached files; a sentence about those that could not be, empty where all are."""
    from nscl_desktop.storage.attachment_copies import hold_files  # the start does without

    try:
        lacking = len(hold_files(data, folder))
    except (OSError, EnvironmentProblem):
        return (
            "Dữ liệu đã được sao lưu, nhưng chưa chép được hết tệp đính kèm: ổ đĩa đã đầy hoặc thư mục sao lưu không"
            " cho ghi; hãy dọn chỗ rồi sao lưu lại."
        )
    return f"Dữ liệu đã được sao lưu, nhưng {lacking} tệp đính kèm đã hỏng nên không chép được." if lacking else ""


def copy_whole(source: Path, target: Path) -> None:
    """Copy one moment of an SQLite file into one plain file, which appears when it is proved sound and equal.

    Raises UnreadableFileError, naming ``source``, where the copy shows that the source is damaged.
    """
    half_made = target.with_name(f".{target.name}{_HALF_MADE}")
    try:
        with told_in_sentences(str(target)):
            expected = _copy(source, half_made)
            with flushed_meanwhile(half_made), bare_connection(half_made) as copy:
                require_sound(copy, source)
                found = row_counts(copy)
        if found != expected:
            raise EnvironmentProblem(
                f"Bản sao lưu vừa ghi (“{target.name}”) không giống tệp gốc nên đã bị bỏ; "
                "hãy kiểm tra ổ đĩa rồi sao lưu lại."
            )
        half_made.replace(target)
    finally:
        half_made.unlink(missing_ok=True)
        # a disk that fills up leaves SQLite's companion of the copy behind, too
        half_made.with_name(f"{half_made.name}-journal").unlink(missing_ok=True)


def _copy(source: Path, target: Path) -> dict[str, int]:
    """Copy and return the numbers of rows at the same moment."""
    with told_in_sentences(str(source)), bare_connection(source) as original:
        original.execute("BEGIN")
        counts = row_counts(original)
        with told_in_sentences(str(target)), bare_connection(target, "rwc") as copy:
            copy.execute("PRAGMA synchronous=OFF")  # all at once, while the copy is checked: copy_whole
            original.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")  # one file, without companions that would be left behind
        return counts


def _clear_away_abandoned(folder: Path, now: datetime) -> None:
    """Let go of what killed programs left of their copies: each is as large as the data file, and nobody sees it."""
    for path in folder.glob(f".*.db{_HALF_MADE}*"):
        with suppress(OSError):
            if path.stat().st_mtime < (now - _ABANDONED).timestamp():
                path.unlink()


def list_backups(data: Path, folder: Path) -> list[BackupCopy]:
    """The copies of this data file, newest first."""
    found = []
    for path in folder.glob("*.db"):
        name = _NAME.fullmatch(path.name)
        if name and name["stem"] == data.stem:
            at = datetime.strptime(name["at"], _STAMP).astimezone()
            found.append(BackupCopy(path, at, name["reason"], path.stat().st_size))
    return sorted(found, key=lambda copy: (copy.at, copy.path.name), reverse=True)


def remove_backups(copies: Iterable[BackupCopy]) -> None:
    """Let go of copies; one that another program holds open stays until the next time."""
    for copy in copies:
        with suppress(OSError):
            copy.path.unlink()


def free_name(data: Path, folder: Path, reason: str, now: datetime) -> tuple[datetime, Path]:
    """The name for a copy made now; where it is taken, that of the next free second."""
    at = now.astimezone().replace(microsecond=0)
    while (target := folder / f"{data.stem}-{at.strftime(_STAMP)}-{reason}.db").exists():
        at += timedelta(seconds=1)
    return at, target
