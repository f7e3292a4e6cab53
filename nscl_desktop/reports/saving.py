"""Putting a finished file on disk whole or not at all."""

import os
from contextlib import suppress
from pathlib import Path

from nscl_desktop.domain.errors import EnvironmentProblem


def save_bytes(path: Path, data: bytes) -> None:
    """Write beside the target first, then take its place: a full disk or a lost share leaves the old file as it was.

    Raises:
        EnvironmentProblem: no such folder, no right to write, no room, or the file is open in another program.
    """
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        if path.exists() and not path.is_file() and not path.is_dir():  # a device or a pipe is written to, not replaced
            path.write_bytes(data)
            return
        unfinished.write_bytes(data)
        unfinished.replace(path)
    except OSError as error:
        with suppress(OSError):
            unfinished.unlink()
        if not path.parent.is_dir():
            raise EnvironmentProblem(f"Không có thư mục {path.parent}, hãy chọn nơi lưu khác.") from error
        raise EnvironmentProblem(
            f"Không ghi được tệp {path}: tệp đang mở trong chương trình khác, ổ đĩa đã đầy hoặc thư mục không cho ghi. "
            "Hãy đóng tệp đó hoặc chọn nơi lưu khác."
        ) from error
