"""A copy counts once the disk has it: it is flushed while it is checked, and appears after both."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from nscl_desktop.domain.errors import EnvironmentProblem
from nscl_desktop.storage.flushing import flushed_meanwhile
from tests.storage.books import file_with_a_plan

COPY = """
import sys
from pathlib import Path
from nscl_desktop.storage.backups import copy_whole
copy_whole(Path(sys.argv[1]), Path(sys.argv[2]))
"""
NO_DISK = Path("/dev/full")


@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not at hand")
def test_a_copy_is_on_the_disk_before_it_appears_under_its_name(tmp_path: Path) -> None:
    data, trace = tmp_path / "nscl.db", tmp_path / "strace"
    file_with_a_plan(data)
    watched = "trace=pwrite64,fsync,fdatasync,rename,renameat,renameat2"
    strace = ["strace", "-f", "-y", "-e", watched, "-o", str(trace)]
    command = [*strace, sys.executable, "-c", COPY, str(data), str(tmp_path / "copy.db")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if not trace.exists() or "ptrace" in done.stderr:
        pytest.skip("strace is not allowed to trace here")
    assert done.returncode == 0, done.stderr
    calls = re.findall(r"^\d+ +(\w+)\(.*\.copy\.db\.part[>\"]", trace.read_text("utf-8", "replace"), re.MULTILINE)
    written = max(at for at, call in enumerate(calls) if call == "pwrite64")
    assert [call.rstrip("at2") for call in calls[written + 1 :]] == ["fsync", "rename"]


def test_the_block_ends_when_the_file_is_there(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"content")
    with flushed_meanwhile(path):
        read = path.read_bytes()
    assert read == b"content"


@pytest.mark.skipif(not NO_DISK.exists(), reason="only Linux has a device that cannot be flushed")
def test_a_disk_that_refuses_what_was_written_is_told_in_a_sentence() -> None:
    with pytest.raises(EnvironmentProblem, match="Ổ đĩa báo lỗi khi ghi bản sao “full”"), flushed_meanwhile(NO_DISK):
        pass


def test_what_goes_wrong_meanwhile_is_told_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.touch()
    with pytest.raises(ZeroDivisionError), flushed_meanwhile(path):
        raise ZeroDivisionError
