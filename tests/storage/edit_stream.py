"""A program that edits a data file without end and says what was saved: made to be killed."""

import random
from multiprocessing.connection import Connection
from pathlib import Path

from nscl_desktop.storage.opening import open_store
from tests.storage.random_steps import Author


def edit_until_killed(path: Path, seed: int, report: Connection) -> None:
    """Open the file and edit at random; each id is sent only after its step was saved."""
    store = open_store(path)
    author = Author(random.Random(seed), store.load_book())
    while True:
        step = author.step()
        store.apply(step, who="Nguyễn Thị Ánh", machine="MAY-01")
        report.send(step.id)
