"""The real program: started as a process, over a real data file, on a screen of its own where there is one."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = Path(__file__).with_name("started_window.py")


@pytest.fixture
def data_file(tmp_path: Path) -> Path:
    """A data file with the three source plans."""
    path = tmp_path / "nscl.db"
    subprocess.run([sys.executable, "-m", "nscl_desktop", "sample", "--data", str(path)], check=True, cwd=ROOT)
    return path


def started(data_file: Path, *before: str, platform: str = "offscreen", choose: str = "") -> dict[str, Any]:
    """What the started window tells about itself."""
    if choose:
        with sqlite3.connect(data_file) as connection:
            key = connection.execute("SELECT id FROM plan WHERE code = ?", (choose,)).fetchone()[0]
        (data_file.parent / "window.ini").write_text(f"[General]\nplan={key}\n", "utf-8")
    environment = {**os.environ, "QT_QPA_PLATFORM": platform, "PYTHONPATH": str(ROOT)}
    run = subprocess.run(
        [*before, sys.executable, str(SCRIPT), str(data_file)],
        capture_output=True, text=True, env=environment, timeout=120, check=False, cwd=ROOT,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    told: dict[str, Any] = json.loads(run.stdout)
    return told


def test_nothing_heavy_is_loaded_before_the_first_paint_and_the_plan_follows(data_file: Path) -> None:
    told = started(data_file)
    assert told["heavy_at_first_paint"] == []
    assert told["heavy_with_the_plan"] == []
    assert told["title"].startswith("Quyết định 2684/QĐ-UBND")
    assert told["total"] == 13_489_400_000


def test_an_edit_is_on_disk_and_a_copy_is_made_when_the_window_closes(data_file: Path) -> None:
    told = started(data_file, choose="BG-2021-2025")
    assert told["total"] == 14_767_550_000
    assert told["status"].startswith("Đã lưu ")
    with sqlite3.connect(data_file) as connection:
        found = connection.execute("SELECT count(*) FROM line WHERE text = 'Sửa khi chạy thử'").fetchone()
    assert found == (1,)
    assert list((data_file.parent / "backups").glob("nscl-*-close.db"))


@pytest.mark.skipif(not shutil.which("xvfb-run"), reason="no virtual screen on this machine")
def test_the_window_starts_on_a_real_screen(data_file: Path) -> None:
    told = started(data_file, "xvfb-run", "-a", platform="xcb")
    assert told["rows"] > 20


def test_a_damaged_file_is_told_in_the_window_and_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "hong.db"
    path.write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000)
    script = (
        "import sys\n"
        "from PySide6.QtCore import QTimer\n"
        "import nscl_desktop.app as a\n"
        "from pathlib import Path\n"
        "app = a.make_application(['x'])\n"
        "frame = a.make_frame(app, Path(sys.argv[1]).parent)\n"
        "session = a.Session(frame, Path(sys.argv[1]))\n"
        "def look():\n"
        "    from nscl_desktop.ui.opening_failed import OpeningFailed\n"
        "    page = frame.window.findChild(OpeningFailed)\n"
        "    if page is None:\n"
        "        QTimer.singleShot(10, look)\n"
        "        return\n"
        "    print(ascii(page.sentence))\n"
        "    frame.window.close()\n"
        "frame.window.painted.connect(session.open)\n"
        "frame.window.closing.connect(app.quit)\n"
        "QTimer.singleShot(10, look)\n"
        "frame.window.show()\n"
        "app.exec()\n"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    run = subprocess.run(
        [sys.executable, "-c", script, str(path)],
        capture_output=True, text=True, env=environment, timeout=60, check=True, cwd=ROOT,
    )  # fmt: skip
    assert "hong.db" in run.stdout
    assert path.read_bytes().startswith(b"SQLite format 3\x00\xff")
