"""Waiting for the disk without waiting idly: what was just written is read and checked while it is on its way."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from nscl_desktop.domain.errors import EnvironmentProblem


@contextmanager
def flushed_meanwhile(path: Path) -> Iterator[None]:
    """Have a file that was written reach the disk while the block reads it; the block ends when it is there.

    Raises EnvironmentProblem where the disk refuses it.
    """
    from concurrent.futures import ThreadPoolExecutor  # the start does without

    with path.open("r+b", buffering=0) as file, ThreadPoolExecutor(1, thread_name_prefix="nscl-flush") as aside:
        flushed = aside.submit(os.fsync, file.fileno())
        yield
        try:
            flushed.result()
        except OSError as error:
            raise EnvironmentProblem(
                f"Ổ đĩa báo lỗi khi ghi bản sao “{path.name}”; hãy kiểm tra dung lượng và tình trạng ổ đĩa rồi làm lại."
            ) from error
