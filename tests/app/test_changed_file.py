"""One window, one data file after another: what is typed is kept, nothing of the old file stays, refusals lead back."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = Path(__file__).with_name("changed_file.py")


def toured(home: Path, *files: Path | str) -> dict[str, Any]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), "NSCL_HOME": str(home)}
    run = subprocess.run(
        [sys.executable, str(SCRIPT), str(home), *map(str, files)],
        capture_output=True, text=True, env=environment, timeout=120, check=False, cwd=ROOT,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    assert "Error" not in run.stderr
    told: dict[str, Any] = json.loads(run.stdout)
    return told


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A data file with the source plans, the draft among them open last."""
    path = tmp_path / "mẫu" / "mau.db"
    subprocess.run([sys.executable, "-m", "nscl_desktop", "sample", "--data", str(path)], check=True, cwd=ROOT)
    with closing(sqlite3.connect(path)) as connection, connection:
        key = connection.execute("SELECT id FROM plan WHERE code = 'BG-2021-2025'").fetchone()[0]
    (tmp_path / "window.ini").write_text(f"[General]\nplan={key}\n", "utf-8")
    return path


def test_another_file_is_opened_in_the_window_and_the_way_home_is_offered(sample: Path, tmp_path: Path) -> None:
    other = tmp_path / "khác" / "khac.db"
    subprocess.run([sys.executable, "-m", "nscl_desktop", "sample", "--data", str(other)], check=True, cwd=ROOT)
    found = toured(tmp_path, sample, other, "", sample)
    told = found["told"]
    assert [each["file"] for each in told] == ["mau.db", "khac.db", "nscl.db", "mau.db"]
    assert [each["home_offered"] for each in told] == [True, True, False, True]
    assert told[0]["plan"] == "BG-2021-2025"
    assert told[2]["plan"] == ""
    assert Path(found["last"]) == sample
    with closing(sqlite3.connect(sample)) as connection:
        typed = connection.execute("SELECT count(*) FROM line WHERE text = 'Đang gõ thì đổi tệp'").fetchone()
    assert typed == (1,)
    assert list(sample.parent.glob("backups/mau-*-close.db"))
    assert not sample.with_name("mau.db-wal").exists()


def test_a_file_that_cannot_be_opened_leads_back_to_the_one_before(sample: Path, tmp_path: Path) -> None:
    broken = tmp_path / "hong.db"
    broken.write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000)
    told = toured(tmp_path, sample, broken)["told"]
    assert "hong.db" in told[1]["refused"]
    assert told[1]["can_return"]
    assert told[2]["file"] == "mau.db"


def test_given_work_is_opened_in_the_window_and_called_by_its_name(sample: Path, tmp_path: Path) -> None:
    package = tmp_path / "ra.nsclgoi"
    words = [
        "package-create",
        "--machine",
        "Máy 02",
        "--plan",
        "BG-2021-2025",
        "-o",
        str(package),
        "--data",
        str(sample),
    ]
    subprocess.run([sys.executable, "-m", "nscl_desktop", *words], check=True, cwd=ROOT)
    found = toured(tmp_path, sample, package)
    told = found["told"]
    assert told[-1]["called"].startswith("Việc giao cho Máy 02, nhận ngày ")
    assert "Việc giao cho Máy 02" in told[-1]["title"]
    assert told[1]["home_offered"]
    assert Path(found["last"]) == tmp_path / "Viec duoc giao" / "ra" / "nscl.db"
    with closing(sqlite3.connect(found["last"])) as connection:
        assert connection.execute("SELECT code FROM plan").fetchall() == [("BG-2021-2025",)]
