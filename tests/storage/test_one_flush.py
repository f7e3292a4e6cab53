"""One step is one durable commit with exactly one flush of the disk, counted where the system tells."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

EDITS = """
import os, sys
from pathlib import Path
from nscl_desktop.domain.changes import change_set, inserted, updated
from nscl_desktop.domain.plans import Plan, Source
from nscl_desktop.storage.opening import open_store
store = open_store(Path(sys.argv[1]))
plan = Plan(id="plan", code="0", title="Kế hoạch")
store.apply(change_set("Thêm", [inserted(plan)]), who="a", machine="b")
for number in range(1, int(sys.argv[2]) + 1):
    source = Source(id=str(number), plan_id=plan.id, code=str(number), name="Nguồn")
    rename = updated(Plan(id="plan", code=str(number - 1), title="Kế hoạch"), code=str(number))
    store.apply(change_set("Sửa", [rename, inserted(source)]), who="a", machine="b")
os._exit(0)  # without the tidying up that closing does
"""


def flushes(path: Path, edits: int) -> int:
    """How often the system was asked to bring data of the log to the disk."""
    trace = path.with_suffix(".strace")
    strace = ["strace", "-f", "-y", "-e", "trace=fsync,fdatasync,sync_file_range,msync", "-o", str(trace)]
    done = subprocess.run(
        [*strace, sys.executable, "-c", EDITS, str(path), str(edits)], capture_output=True, text=True, check=False
    )
    if not trace.exists() or "ptrace" in done.stderr:
        pytest.skip("strace is not allowed to trace here")
    assert done.returncode == 0, done.stderr
    lines = trace.read_text("utf-8", "replace").splitlines()
    return len([line for line in lines if re.search(r"sync\w*\(", line) and path.name in line])


@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not at hand")
def test_every_step_flushes_the_disk_exactly_once(tmp_path: Path) -> None:
    few, many = (flushes(tmp_path / f"{edits}.db", edits) for edits in (3, 23))
    assert many - few == 20
