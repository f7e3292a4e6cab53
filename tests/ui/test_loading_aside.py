"""What is loaded on the thread of long work: modules of our own, never one of Qt, which would end the program."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOADED = """
import json, os, sys, tempfile, threading
from pathlib import Path
from PySide6.QtWidgets import QApplication

class Listening:
    found = []

    def find_spec(self, name, path=None, target=None):
        self.found.append((name, threading.current_thread() is threading.main_thread()))

from nscl_desktop.ui.application import make_application
application = make_application(["x"])
from tests.ui.offices import sample_office
from tests.ui.windows import open_window
sys.meta_path.insert(0, Listening())
opened = open_window(sample_office("BG-2021-2025"), Path(tempfile.mkdtemp()))
opened.window.show()
while "nscl_desktop.ui.command_palette" not in sys.modules or opened.operations.is_busy:
    application.processEvents()
print(json.dumps(Listening.found), flush=True)
os._exit(0)
"""


def test_modules_of_qt_are_loaded_on_the_main_thread_alone() -> None:
    run = subprocess.run(
        [sys.executable, "-c", LOADED],
        capture_output=True, text=True, env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
        timeout=120, check=False, cwd=ROOT,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    loaded = {(str(name), bool(on_main)) for name, on_main in json.loads(run.stdout.strip().splitlines()[-1])}
    aside = {name for name, on_main in loaded if not on_main}
    assert "nscl_desktop.ui.paper.paper_page" in aside
    assert [name for name in aside if name.startswith("PySide6")] == []
    assert ("PySide6.QtPrintSupport", True) in loaded
