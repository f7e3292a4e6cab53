"""A real data file of every released version is opened, upgraded, and holds what it held."""

import json
import shutil
from collections import Counter
from pathlib import Path

import pytest

from nscl_desktop.domain.book import Book
from nscl_desktop.storage.opening import open_store
from tests.storage.random_steps import contents

OLD_FILES = sorted((Path(__file__).resolve().parent.parent / "old_files").glob("*.db"))


def test_there_is_a_file_of_every_released_version() -> None:
    assert [path.name for path in OLD_FILES] == ["nscl-0.1.0.db"]


@pytest.mark.parametrize("old", OLD_FILES, ids=lambda path: path.stem)
def test_an_old_file_opens_with_all_that_it_held(old: Path, tmp_path: Path) -> None:
    path = tmp_path / old.name
    shutil.copy(old, path)
    facts = json.loads(old.with_suffix(".json").read_text("utf-8"))
    store = open_store(path)
    assert sorted([row.id, row.code, row.title] for row in store.plan_rows()) == facts["plans"]
    book = store.load_book()
    assert Counter(record.entity for record in book.records()) == facts["records"]
    assert store.last_seq() == facts["steps"]
    replayed = Book()
    for step in store.change_sets():
        replayed.apply(step.change_set.changes)
    assert contents(book) == contents(replayed)
    store.close()
