"""Where the window looks after the folder of attached files: what is missing, damaged, or needed by nobody any more."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from nscl_desktop.domain.attached_files import FolderState
from nscl_desktop.domain.errors import EnvironmentProblem
from nscl_desktop.paths import attachments_of, backups_of
from nscl_desktop.storage.attachment_copies import (
    bring_files,
    copies_folder,
    damaged_files,
    needed_files,
    remove_unneeded,
    unneeded_files,
)
from nscl_desktop.storage.attachments import file_of, kept_names


class AttachmentCare:
    """Over the data file at ``path``; ``settle`` waits until all of it is saved."""

    def __init__(self, path: Path, settle: Callable[[], object], clock: Callable[[], datetime]) -> None:
        self._path, self._settle, self._clock = path, settle, clock

    def held(self) -> tuple[int, int]:
        """How many copies go with the backups, and their bytes."""
        sizes = kept_names(copies_folder(backups_of(self._path)))
        return len(sizes), sum(sizes.values())

    def look(self, tell: Callable[[str], object]) -> FolderState:
        """How the folder stands; every file is read, and ``tell`` is told how far that is. Aside."""
        self._settle()
        folder = attachments_of(self._path)
        needed, sizes = needed_files(self._path), kept_names(folder)
        missing = sorted(called for digest, called in needed.items() if file_of(digest, folder) is None)
        broken = damaged_files(folder, lambda done: tell(f"Đang kiểm tra tệp đính kèm {done}/{len(sizes)}"))
        damaged = sorted(needed.get(name.partition(".")[0], name) for name in broken)
        spare = unneeded_files(self._path, self._clock())
        count = len(spare.files.keys() | spare.copies.keys())
        return FolderState(
            len(sizes), sum(sizes.values()), *self.held(), tuple(missing), tuple(damaged), count, spare.size
        )

    def fetch(self) -> tuple[str, ...]:
        """Bring missing and damaged files back from the copies; what those still missing are called. Aside."""
        self._settle()
        folder = attachments_of(self._path)
        for name in damaged_files(folder, lambda _: None):
            try:
                (folder / name).replace(folder / f".{name}.damaged")
            except OSError as error:
                raise EnvironmentProblem(
                    f"Không thay được tệp đính kèm bị hỏng “{name}”: tệp đang mở ở chương trình khác hoặc thư mục không"
                    " cho ghi. Hãy đóng chương trình kia rồi lấy lại."
                ) from error
        return bring_files(self._path, backups_of(self._path))

    def clean(self) -> int:
        """Remove the files that nobody needs any more; bytes that became free. Aside."""
        self._settle()
        return remove_unneeded(self._path, self._clock()).size
