"""What is loaded on the thread of long work: modules of our own, nothing of Qt's, which could end the program."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOADED = """
import json, os, sys, tempfile, threading
from pathlib import Path
from nscl_desktop.ui.application import make_application
application = make_application(["x"])
from nscl_desktop.ui.tabs import plans
from tests.ui.offices import sample_office
from tests.ui.windows import open_window

began, ended = threading.Event(), threading.Event()
load, told = plans._load_rest, {}

def classes_of_qt():
    modules = [module for name, module in sys.modules.items() if name.startswith("PySide6.")]
    return {f"{module.__name__}.{name}" for module in modules for name in vars(module)}

def watched(office):
    began.set()
    before = set(sys.modules), classes_of_qt()
    load(office)
    told["modules"] = sorted(set(sys.modules) - before[0])
    told["classes"] = sorted(classes_of_qt() - before[1])
    told["aside"] = threading.current_thread() is not threading.main_thread()
    ended.set()

plans._load_rest = watched
opened = open_window(sample_office("BG-2021-2025"), Path(tempfile.mkdtemp()))
opened.window.show()
while not began.is_set():
    application.processEvents()
ended.wait()  # nothing happens here meanwhile: all that is new was loaded aside
print(json.dumps(told), flush=True)
os._exit(0)
"""

OPENED = """
import json, os, sys, tempfile
from pathlib import Path
import nscl_desktop.app as composition
from nscl_desktop.ui.application import make_application
application = make_application(["x"])
folder = Path(tempfile.mkdtemp())
frame = composition.make_frame(application, folder)
session = composition.Session(frame, folder / "nscl.db")
open_aside, told = session._open_aside, {}

def classes_of_qt():
    modules = [module for name, module in list(sys.modules.items()) if name.startswith("PySide6.")]
    return {f"{module.__name__}.{name}" for module in modules for name in list(vars(module))}

def watched(picked):
    before = set(sys.modules), classes_of_qt()
    open_aside(picked)
    told["modules"] = sorted(set(sys.modules) - before[0])
    told["classes"] = sorted(classes_of_qt() - before[1])

def tell():
    print(json.dumps(told), flush=True)
    os._exit(0)

session._open_aside = watched
session.shown.connect(tell)
frame.window.painted.connect(session.open)
frame.window.show()
application.exec()
"""


def _run(script: str) -> dict[str, list[str]]:
    run = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True, text=True, env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
        timeout=120, check=False, cwd=ROOT,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    told: dict[str, list[str]] = json.loads(run.stdout.strip().splitlines()[-1])
    return told


def test_opening_a_file_makes_no_class_of_qt_aside() -> None:
    told = _run(OPENED)
    assert "nscl_desktop.ui.tabs.plans" in told["modules"]
    assert told["classes"] == []


def test_classes_of_qt_are_made_on_the_main_thread_alone() -> None:
    told = _run(LOADED)
    assert told["aside"]
    assert "nscl_desktop.ui.paper.paper_page" in told["modules"]
    assert told["classes"] == []
