"""kill -9 at any moment: what was reported as saved is there, the file is sound, and the journal equals the data."""

import multiprocessing
import random
import sqlite3
import sys
import time
from contextlib import closing
from multiprocessing.context import ForkServerContext, SpawnContext
from pathlib import Path

import pytest

from nscl_desktop.domain.book import Book
from nscl_desktop.storage.opening import open_store
from tests.storage.edit_stream import edit_until_killed
from tests.storage.random_steps import contents

FILES, KILLS = 10, 21  # 210 kills in all


@pytest.fixture(scope="module")
def processes() -> ForkServerContext | SpawnContext:
    """Where processes come from: forked from one that has loaded the storage already, so that 200 of them are quick."""
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["__main__", "tests.storage.edit_stream"])
    return context


def edit_and_kill(processes: ForkServerContext | SpawnContext, path: Path, chance: random.Random) -> list[str]:
    """Let a program edit the file, kill it at some moment, and return the ids that it reported as saved."""
    receiving, sending = processes.Pipe(duplex=False)
    process = processes.Process(target=edit_until_killed, args=(path, chance.randrange(2**32), sending))
    process.start()
    sending.close()
    edits = chance.randrange(8)
    reported = [receiving.recv() for _ in range(edits)]
    # Within the next edit; or, without any edit yet, while the file is made, opened or mended.
    killed_at = time.perf_counter() + chance.uniform(0, 0.006 if edits else 0.06)
    while time.perf_counter() < killed_at:
        pass
    process.kill()
    try:
        while True:
            reported.append(receiving.recv())
    except (EOFError, OSError):
        pass
    process.join()
    process.close()
    receiving.close()
    return reported


@pytest.mark.parametrize("seed", range(FILES))
def test_nothing_that_was_saved_is_lost_by_killing_the_program(
    processes: ForkServerContext | SpawnContext, tmp_path: Path, seed: int
) -> None:
    path, chance = tmp_path / "nscl.db", random.Random(seed)
    saved: list[str] = []
    for _ in range(KILLS):
        reported = edit_and_kill(processes, path, chance)
        saved += reported
        store = open_store(path)
        steps = store.change_sets()
        # At most one step may have been saved without there being time to say so.
        assert len([step for step in steps if step.change_set.id not in saved]) <= 1
        assert [step.change_set.id for step in steps if step.change_set.id in saved] == saved
        saved = [step.change_set.id for step in steps]
        replayed = Book()
        for step in steps:
            replayed.apply(step.change_set.changes)
        assert contents(store.load_book()) == contents(replayed)
        store.close()
        with closing(sqlite3.connect(path)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert saved
