"""Putting a backup in the place of the data file, without losing what is there now."""

import shutil
import uuid
from datetime import datetime
from pathlib import Path

from nscl_desktop.domain.backup_copies import DAMAGED, RESTORE, BackupCopy
from nscl_desktop.domain.errors import EnvironmentProblem, UnreadableFileError
from nscl_desktop.storage.backups import copy_whole, free_name, make_backup
from nscl_desktop.storage.connections import bare_connection
from nscl_desktop.storage.header import require_ours
from nscl_desktop.storage.sqlite_errors import told_in_sentences

_COMPANIONS = ("-wal", "-shm", "-journal")


def restore(backup: Path, data: Path, folder: Path, now: datetime) -> BackupCopy | None:
    """Replace the data file, which must be closed, by a copy of ``backup``; the copy kept of the present state.

    A data file that can still be read is backed up; a damaged one is kept as it is; a missing one gives None. Raises
    UnreadableFileError for a backup that is no good, EnvironmentProblem when the data file is still open somewhere
    or there is no room: the data file is as before then.
    """
    require_ours(backup)
    fresh = data.with_name(f".{data.name}.{uuid.uuid4().hex}")
    try:
        copy_whole(backup, fresh)
        kept = _keep(data, folder, now)
        for companion in _COMPANIONS:  # of the old file: SQLite would mix them into the new one
            data.with_name(data.name + companion).unlink(missing_ok=True)
        fresh.replace(data)
    except OSError as error:
        raise EnvironmentProblem(
            f"Không thay được tệp dữ liệu “{data}”: tệp đang được mở ở chương trình khác hoặc không có quyền ghi. "
            "Hãy đóng chương trình kia rồi phục hồi lại."
        ) from error
    finally:
        fresh.unlink(missing_ok=True)
    return kept


def _keep(data: Path, folder: Path, now: datetime) -> BackupCopy | None:
    if not data.exists():
        return None
    try:
        require_ours(data)
        _gather(data)
        return make_backup(data, folder, RESTORE, now)
    except UnreadableFileError:
        return _keep_damaged(data, folder, now)


def _gather(data: Path) -> None:
    """Take the write-ahead log into the file; fails while any other program has the file open."""
    with told_in_sentences(str(data)), bare_connection(data) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")


def _keep_damaged(data: Path, folder: Path, now: datetime) -> BackupCopy:
    """Copy a file that SQLite cannot read byte by byte, with its companions: an expert may save more of it."""
    folder.mkdir(parents=True, exist_ok=True)
    at, target = free_name(data, folder, DAMAGED, now)
    shutil.copy2(data, target)
    for companion in _COMPANIONS:
        beside = data.with_name(data.name + companion)
        if beside.exists():
            shutil.copy2(beside, target.with_name(target.name + companion))
    return BackupCopy(target, at, DAMAGED, target.stat().st_size)
