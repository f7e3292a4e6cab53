"""Writes nscl-0.1.0.db and the facts about it. Run again while 0.1.0 is not yet released, never afterwards:

python -m tests.old_files.write_0_1_0
"""

import json
import random
from collections import Counter
from pathlib import Path

from nscl_desktop.storage.opening import open_store
from tests.storage.books import WHO, small_plan
from tests.storage.random_steps import Author

FILE = Path(__file__).with_name("nscl-0.1.0.db")


def write() -> None:
    """A plan and forty random steps, so that every kind of record and of change is there."""
    FILE.unlink(missing_ok=True)
    store = open_store(FILE)
    made = small_plan("CU-2021")
    store.apply(made.adding, **WHO)
    author = Author(random.Random(1322), store.load_book())
    while store.last_seq() < 60:
        store.apply(author.step(), **WHO)
    records = Counter(record.entity for record in store.load_book().records())
    facts = {
        "plans": sorted([row.id, row.code, row.title] for row in store.plan_rows()),
        "records": dict(sorted(records.items())),
        "steps": store.last_seq(),
    }
    FILE.with_suffix(".json").write_text(json.dumps(facts, ensure_ascii=False, indent=1) + "\n", "utf-8")
    store.close()


if __name__ == "__main__":
    write()
