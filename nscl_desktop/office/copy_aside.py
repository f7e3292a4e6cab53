"""A proved copy of the data file, made on another thread while the work that it is made for is still being prepared."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Self

from nscl_desktop.domain.backup_copies import IMPORT
from nscl_desktop.paths import backups_of
from nscl_desktop.storage.backups import make_backup, remove_backups
from nscl_desktop.storage.store import utc_now


class CopyAside:
    """The copy shows the file as it was when the block began; whoever writes in it calls ``require`` first.

    Copying and checking take most of the time of a merge. Without ``require`` the copy was for nothing and is removed.
    """

    def __init__(self, data: Path | None) -> None:
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="nscl-copy")
        self._copy = self._worker.submit(make_backup, data, backups_of(data), IMPORT, utc_now()) if data else None
        self._is_wanted = False

    def __enter__(self) -> Self:
        return self

    def require(self) -> None:
        """Wait for the copy; raises what making it raised."""
        if self._copy:
            self._copy.result()
        self._is_wanted = True

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._worker.shutdown(wait=True)
        if self._copy and (error or not self._is_wanted) and not self._copy.exception():
            remove_backups([self._copy.result()])
