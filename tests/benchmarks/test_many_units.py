"""One field of 20,000 units changed at once, as the window does it, and taken back: in compute of the processor.

The yardstick is what SQLite itself takes for the same: the old and the new value of each row noted in a table with the
journal's indexes, and the field written row by row, in one durable transaction.
"""

import shutil
import statistics
import time
from pathlib import Path
from random import Random

import pytest

from nscl_desktop.domain.changes import ChangeSet, inserted
from nscl_desktop.domain.enterprise_list import ListQuery
from nscl_desktop.domain.fields import Value
from nscl_desktop.office.enterprise_room import EnterpriseRoom
from nscl_desktop.services.enterprises import change_many
from nscl_desktop.storage.connections import bare_connection
from nscl_desktop.storage.opening import open_store
from tests.enterprises.registers import StoreAsFile, made_up, write

UNITS = 20_000
CASES: tuple[tuple[str, Value, float], ...] = (
    ("state", "paused", 9), ("is_ocop", True, 9), ("district", "Huyện Tân Biên", 9), ("province", "Tỉnh Long An", 20),
)  # fmt: skip
"""Field, new value, and how many times the yardstick it may take: places are among the words that are sought."""


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path, random = Path(tmp_path_factory.mktemp("many")) / "nscl.db", Random(5)
    store = open_store(path)
    write(store, ChangeSet("Nhập đơn vị", tuple(inserted(made_up(random, number)) for number in range(UNITS))))
    store.close()
    return path


def bare(path: Path) -> float:
    """The yardstick."""
    began = time.process_time()
    with bare_connection(path) as file:
        file.execute("PRAGMA synchronous=FULL")
        file.execute("CREATE TABLE noted (n INTEGER PRIMARY KEY, id TEXT, owner TEXT, root TEXT, old TEXT, new TEXT)")
        for column in ("id", "owner", "root"):
            file.execute(f"CREATE INDEX noted_{column} ON noted ({column})")
        file.execute("BEGIN IMMEDIATE")
        rows = file.execute("SELECT id, note FROM enterprise").fetchall()
        noted = ((n, key, key, key, f'{{"note":"{old}"}}', '{"note":"x"}') for n, (key, old) in enumerate(rows))
        file.executemany("INSERT INTO noted VALUES (?, ?, ?, ?, ?, ?)", noted)
        file.executemany("UPDATE enterprise SET note = 'x' WHERE id = ?", [row[:1] for row in rows])
        file.execute("COMMIT")
    return time.process_time() - began


def changed(path: Path, name: str, value: Value) -> tuple[float, float]:
    """What the program takes for the change, from the keys to the saved step; and for taking it back."""
    store = open_store(path)
    store.prepare_to_save()
    room = EnterpriseRoom(StoreAsFile(store))
    keys = room.keys(ListQuery())
    began = time.process_time()
    step = change_many(room.units(keys, len), name, value)
    room.add(step, len)
    there = time.process_time()
    room.add(step.inverted("Hoàn tác"), len)
    back = time.process_time()
    assert len(step.changes) == UNITS
    store.close()
    return there - began, back - there


@pytest.mark.benchmark
def test_one_field_of_20_000_units_against_the_bare_writing_of_it(register: Path, tmp_path: Path) -> None:
    print()
    for name, value, most in CASES:
        ratios, seconds = [], []
        for run in range(3):  # one beside the other, so that both have the machine in the same mood
            its, ours = (Path(shutil.copy(register, tmp_path / f"{who}-{name}-{run}.db")) for who in ("bare", "nscl"))
            yardstick, (there, back) = bare(its), changed(ours, name, value)
            ratios.append(there / yardstick)
            seconds.append((there, back, yardstick))
        there, back, yardstick = min(seconds)
        ratio = statistics.median(ratios)
        print(f"  {name:10} {there:6.2f} s, taken back {back:6.2f} s, yardstick {yardstick:6.2f} s  {ratio:6.2f} ×")
        assert ratio <= most
