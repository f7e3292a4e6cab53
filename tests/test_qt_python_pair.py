"""The Qt binding and this Python fit together.

Some pairs (PySide6 6.12 on Python 3.11) drop one reference to None at every Qt call that returns nothing, and the
interpreter aborts after some thousand calls. Counted in a process of its own: a broken pair would take pytest along.
"""

import subprocess
import sys

CALLS = 500
COUNT_REFERENCES = f"""
import sys
from PySide6.QtGui import QStandardItem
item = QStandardItem("before")
item.setText("warmed up")
at_first = sys.getrefcount(None)
for _ in range({CALLS}):
    item.setText("again")
print(sys.getrefcount(None) - at_first, flush=True)
"""


def test_qt_calls_lose_no_references_to_none() -> None:
    counted = subprocess.run(
        [sys.executable, "-c", COUNT_REFERENCES], capture_output=True, text=True, check=True, timeout=60
    )
    # A few come and go with the interpreter's own work; a broken pair loses one for each call.
    assert abs(int(counted.stdout)) < CALLS // 5
