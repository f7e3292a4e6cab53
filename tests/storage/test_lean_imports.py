"""Heavy parts load only when they are needed: an object mapper never, the migrations only for an older file,
SQLAlchemy only for the first step that is saved.
"""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.storage.books import file_with_a_plan

OPEN_AND_READ = """
import sys
from datetime import datetime, timezone
from pathlib import Path
from nscl_desktop.storage.opening import open_store
store = open_store(Path(sys.argv[1]))
(plan,) = store.plan_rows()
store.load_book(plan.id)
store.change_sets(scope=plan.id, newest=9, without_whole_plans=True)
store.history(plan.id)
store.record_as_of("plan", plan.id, datetime.now(timezone.utc))
print(store.last_seq(), store.last_change() is not None)
read = list(sys.modules)
store.prepare_to_save()
store.close()
print("sqlalchemy" in sys.modules, *read, sep="\\n")
"""
OPEN_AND_EDIT = """
import sys
from pathlib import Path
from nscl_desktop.domain.changes import ChangeSet, inserted
from nscl_desktop.domain.plans import Plan
from nscl_desktop.storage.backups import make_backup
from nscl_desktop.storage.opening import open_store
from nscl_desktop.storage.store import utc_now
from nscl_desktop.storage.writer import WriteQueue
store = open_store(Path(sys.argv[1]))
store.apply(ChangeSet("Thêm", (inserted(Plan(id="x", code="X", title="Y")),)), who="a", machine="b")
store.load_book()
make_backup(Path(sys.argv[1]), Path(sys.argv[2]), "close", utc_now())
store.close()
sys.stdout.write("\\n".join(sys.modules))
"""


@pytest.fixture(params=[True, False], ids=["an up-to-date file", "a new file"])
def loaded(request: pytest.FixtureRequest, tmp_path: Path) -> set[str]:
    path = tmp_path / "nscl.db"
    if request.param:
        file_with_a_plan(path)
    command = [sys.executable, "-W", "error", "-c", OPEN_AND_EDIT, str(path), str(tmp_path / "backups")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines())


def test_reading_needs_nothing_but_the_driver_and_saving_can_be_prepared(tmp_path: Path) -> None:
    path = tmp_path / "nscl.db"
    file_with_a_plan(path)
    command = [sys.executable, "-W", "error", "-c", OPEN_AND_READ, str(path)]
    said, prepared, *read = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    assert (said, prepared) == ("1 True", "True")
    assert "sqlite3" in read
    assert {name for name in read if name.startswith(("sqlalchemy", "alembic", "mako"))} == set()
    assert [each.name for each in tmp_path.iterdir()] == ["nscl.db"]


def test_neither_the_object_mapper_nor_the_migrations_are_loaded(loaded: set[str]) -> None:
    assert "sqlalchemy" in loaded
    assert {name for name in loaded if name.startswith(("sqlalchemy.orm", "alembic", "mako"))} == set()


def test_the_migrations_need_no_object_mapper_either() -> None:
    script = "import sys, nscl_desktop.storage.upgrading; sys.exit('sqlalchemy.orm' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
