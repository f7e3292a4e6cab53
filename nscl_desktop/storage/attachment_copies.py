"""The copies of attached files that go with the backups, and which files any record still needs (docs/adr/0022).

Attached files never change, so one copy of each serves all backups: it lies in a folder beside them, under the same
name, which is its content. A backup copies only what has come since the last; a restore brings back what is missing.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from nscl_desktop.domain.attached_files import FILE_RECORDS
from nscl_desktop.domain.errors import EnvironmentProblem, NsclError
from nscl_desktop.paths import attachments_of, backups_of
from nscl_desktop.storage.attachments import copy_kept, file_of, kept_names, read_kept
from nscl_desktop.storage.connections import bare_connection
from nscl_desktop.storage.header import is_ours
from nscl_desktop.storage.sqlite_errors import told_in_sentences

_NAMING = (
    ("attachment", "sha256", "name"),
    ("signer", "image", "name"),
    *((kind.entity, column, "name") for kind in FILE_RECORDS for column in ("sha256", "original")),
)
"""Table, column that names a content, column with what it is called."""
FOLDER = "attachments"
_FRESH = timedelta(hours=1)


class Unneeded(NamedTuple):
    """Files that no record of any data file in the folder names: beside the data, and among the copies."""

    files: Mapping[str, int]
    copies: Mapping[str, int]

    @property
    def size(self) -> int:
        """Bytes that removing them frees."""
        return sum(self.files.values()) + sum(self.copies.values())


def copies_folder(backups: Path) -> Path:
    """Where the copies of attached files lie: with the backups, so that both are taken along together."""
    return backups / FOLDER


def hold_files(data: Path, backups: Path) -> tuple[str, ...]:
    """Copy the attached files that are not among the copies yet; names of those that could not be, damaged or gone.

    Raises EnvironmentProblem where there is no room or no right to write.
    """
    source, target = attachments_of(data), copies_folder(backups)
    held = kept_names(target)
    lacking = [name for name, size in kept_names(source).items() if held.get(name) != size]
    return tuple(name for name in sorted(lacking) if not copy_kept(name, source, target))


def needed_files(data: Path) -> dict[str, str]:
    """Content → what it is called, of every file that a record of a data file or backup names, of any schema."""
    with told_in_sentences(str(data)), bare_connection(data, "ro") as connection:
        return dict(_named(connection))


def bring_files(data: Path, *backups: Path) -> tuple[str, ...]:
    """Fetch attached files that records name and that are missing from the copies; what those still missing are called.

    A copy that is damaged, or that cannot be written here, leaves its file missing.
    """
    target, missing = attachments_of(data), []
    for digest, called in sorted(needed_files(data).items(), key=lambda pair: pair[1]):
        if file_of(digest, target) is None and not _brought(digest, target, backups):
            missing.append(called)
    return tuple(missing)


def damaged_files(folder: Path, tell: Callable[[int], object]) -> tuple[str, ...]:
    """Names of the files in a folder that are not what they were; ``tell`` is given how many were read."""
    found = []
    for done, name in enumerate(sorted(kept_names(folder)), start=1):
        tell(done)
        if read_kept(name.partition(".")[0], folder) is None:
            found.append(name)
    return tuple(found)


def unneeded_files(data: Path, now: datetime) -> Unneeded:
    """Attached files that no data file in the folder needs, and copies that no backup needs either.

    What came within the last hour is left alone: it may be on its way into the list. While a backup cannot be read, no
    copy is unneeded. Raises UnreadableFileError where a data file in the folder cannot be read.
    """
    backups = backups_of(data)
    needed = _needed_by(_data_files(data.parent))
    files = _without(kept_names(attachments_of(data)), needed)
    try:
        copies = _without(kept_names(copies_folder(backups)), _needed_by(_data_files(backups)) | needed)
    except NsclError:
        copies = {}
    return Unneeded(_old(files, attachments_of(data), now), _old(copies, copies_folder(backups), now))


def remove_unneeded(data: Path, now: datetime) -> Unneeded:
    """Remove them; looked up anew, so that nothing goes that was attached meanwhile. What went.

    A file that another program holds open stays until the next time.
    """
    found = unneeded_files(data, now)
    files = _removed(found.files, attachments_of(data))
    return Unneeded(files, _removed(found.copies, copies_folder(backups_of(data))))


def _brought(digest: str, target: Path, backups: Iterable[Path]) -> bool:
    for folder in (each for backup in backups for each in (copies_folder(backup), backup.parent / FOLDER)):
        found = file_of(digest, folder)
        if found is not None and found.parent != target:
            with suppress(EnvironmentProblem):
                if copy_kept(found.name, folder, target):
                    return True
    return False


def _named(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    for table, column, name in _NAMING:
        if table in tables:
            query = f"SELECT {column}, {name} FROM {table} WHERE {column} <> ''"  # noqa: S608 - names of this module
            yield from connection.execute(query)


def _data_files(folder: Path) -> list[Path]:
    """Files of this program, of newer versions too; other files of the same ending are none of ours."""
    return [path for path in sorted(folder.glob("*.db")) if is_ours(path)]


def _needed_by(paths: Iterable[Path]) -> set[str]:
    return {digest for path in paths for digest in needed_files(path)}


def _without(files: Mapping[str, int], needed: set[str]) -> dict[str, int]:
    return {name: size for name, size in files.items() if name.partition(".")[0] not in needed}


def _old(files: Mapping[str, int], folder: Path, now: datetime) -> dict[str, int]:
    newest = (now - _FRESH).timestamp()
    return {name: size for name, size in files.items() if (folder / name).stat().st_mtime <= newest}


def _removed(files: Mapping[str, int], folder: Path) -> dict[str, int]:
    gone = {}
    for name, size in files.items():
        with suppress(OSError):
            (folder / name).chmod(0o644)  # Windows removes no file that is read-only
            (folder / name).unlink()
            gone[name] = size
    return gone
