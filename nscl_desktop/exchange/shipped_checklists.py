"""The check lists that come with the program as samples: drafts, which the office edits and puts in use itself.

Their grammar is told in docs/checklists.md. Keys follow from the file's code and the question's place in it, so that
two machines that add the same sample have the same records.
"""

import tomllib
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet, change_set, inserted
from nscl_desktop.domain.fields import Place
from nscl_desktop.domain.inspections import DRAFT, HEADING, VERDICT, Checklist, Question
from nscl_desktop.domain.positions import sequence
from nscl_desktop.domain.records import Record, derived_id
from nscl_desktop.resource_files import resource_path

Entry = dict[str, Any]  # Any: what TOML holds


def shipped_checklists() -> tuple[tuple[Record, ...], ...]:
    """Each sample as its check list followed by its questions, headings before what they hold, by file name."""
    folder = resource_path("checklists")
    return tuple(read_checklist(path.read_text("utf-8")) for path in sorted(folder.glob("*.toml")))


def missing_checklists(book: Book) -> ChangeSet:
    """The step that adds the samples which a file does not have; empty where it has all of them."""
    known = book.table(Checklist)
    fresh = [record for records in shipped_checklists() if records[0].id not in known for record in records]
    return change_set("Thêm bảng kiểm mẫu", map(inserted, fresh))


def read_checklist(text: str) -> tuple[Record, ...]:
    """The records of one TOML text; a key that names nothing is a fault of the file, told by KeyError."""
    data = tomllib.loads(text)
    key = derived_id(Checklist.entity, "shipped", data["code"])
    made = Checklist(id=key, name=data["name"], purpose=data["purpose"], state=DRAFT, note=data["note"])
    return (made, *_questions(key, data))


def _questions(checklist_id: str, data: Entry) -> Iterator[Record]:
    defaults = data.get("defaults", {})
    named = {
        entry["key"]: _key(checklist_id, row, place)
        for row, section in enumerate(data["section"])
        for place, entry in enumerate(section["question"])
        if "key" in entry
    }
    rows = sequence(len(data["section"]))
    for row, section in enumerate(data["section"]):
        heading = _key(checklist_id, row)
        yield Question(
            id=heading, checklist_id=checklist_id, place=Place("", rows[row]), kind=HEADING, text=section["text"]
        )
        places = sequence(len(section["question"]))
        for place, entry in enumerate(section["question"]):
            key = _key(checklist_id, row, place)
            yield _question(key, checklist_id, Place(heading, places[place]), {**defaults, **entry}, named)


def _question(key: str, checklist_id: str, place: Place, entry: Entry, named: dict[str, str]) -> Question:
    return Question(
        id=key,
        checklist_id=checklist_id,
        place=place,
        kind=entry.get("kind", VERDICT),
        text=entry["text"],
        hint=entry.get("hint", ""),
        unit=entry.get("unit", ""),
        least=_number(entry.get("least")),
        most=_number(entry.get("most")),
        options=tuple(entry.get("options", ())),
        is_required=entry.get("required", False),
        asked_if=named[entry["asked_if"]] if "asked_if" in entry else None,
        condition=entry.get("condition", ""),
    )


def _number(value: int | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def _key(checklist_id: str, *places: int) -> str:
    return derived_id(Question.entity, checklist_id, *places)
