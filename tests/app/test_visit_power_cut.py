"""The power goes while a visit is entered in the real window: the next start goes on at the same question."""

import json
import os
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.inspections import INSPECTION, Checklist
from nscl_desktop.services.visit_work import new_visit
from nscl_desktop.storage.opening import open_store
from nscl_desktop.storage.visit_queries import usable_checklists
from tests.ui.inspected import fill

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = Path(__file__).with_name("entered_visit.py")


@pytest.fixture
def data_file(tmp_path: Path) -> Path:
    """A data file with two drafts."""
    path = tmp_path / "nscl.db"
    with closing(open_store(path)) as store:
        fill(store)
        with store.reading() as connection:
            made = Book(usable_checklists(connection))
        key = next(key for key, each in made.table(Checklist).items() if "tình hình" in each.name)
        assert made.get(Checklist, key).purpose == INSPECTION
        for unit in ("e2", "e1"):
            store.apply(new_visit(made, unit, key, date="2026-03-05"), who="an", machine="may")
    return path


def run(data_file: Path, what: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, str(SCRIPT), str(data_file), what],
        capture_output=True, text=True, env=environment, timeout=120, check=False, cwd=ROOT,
    )  # fmt: skip


def test_the_next_start_offers_to_go_on_at_the_same_question(data_file: Path) -> None:
    cut = run(data_file, "cut")
    assert cut.returncode == -signal.SIGKILL, cut.stderr
    before = json.loads(cut.stdout)
    looked = run(data_file, "look")
    assert looked.returncode == 0, looked.stderr
    after = json.loads(looked.stdout)
    assert after["question"] == before["question"]
    assert after["offered"].startswith("Nhập tiếp từ câu I.")
    assert after["progress"].startswith("2/")
    assert after["words"] == "ban cam ket"
