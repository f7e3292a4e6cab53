"""A check list as a file of its own, so that offices can hand lists to each other. It comes in as a new draft.

The file is JSON: the list's and each question's fields, questions in the order of the list, by the names of the
records. Keys in the file only tie its questions together; new ones are given when it is read.
"""

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from nscl_desktop.domain.changes import ChangeSet, change_set, inserted
from nscl_desktop.domain.errors import InputError, UnreadableFileError
from nscl_desktop.domain.fields import FieldSpec, Place, Value
from nscl_desktop.domain.inspections import DRAFT, Checklist, Question
from nscl_desktop.domain.limits import accepted
from nscl_desktop.domain.records import Record, RecordT, fields_of, new_id, values_of
from nscl_desktop.domain.text import quoted
from nscl_desktop.exchange.package_values import DamagedPackageError, fields_from_json, fields_to_json
from nscl_desktop.exchange.strict_json import parse

FORMAT = "nscl-checklist"
_LISTED = ("name", "purpose", "note")
_UNKNOWN = "Tệp không phải bảng kiểm do chương trình này ghi ra; hãy chọn tệp khác."
_MOST_QUESTIONS = 2000


def write_checklist(checklist: Checklist, questions: Sequence[Question]) -> str:
    """The JSON text of one version; which version it was and who used it stays at home."""
    values = {name: value for name, value in values_of(checklist).items() if name in _LISTED}
    asked = [{name: value for name, value in values_of(each).items() if name != "checklist_id"} for each in questions]
    data = {
        "format": FORMAT,
        "version": 1,
        "checklist": fields_to_json(Checklist.entity, values),
        "questions": [fields_to_json(Question.entity, each) for each in asked],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def read_checklist_file(text: str) -> ChangeSet:
    """The step that adds the list as a draft; its scope is the new key.

    Raises:
        UnreadableFileError: for what is no such file, or holds values that a list cannot have.
    """
    data = parse(text)
    if not isinstance(data, dict) or data.get("format") != FORMAT or data.get("version") != 1:
        raise UnreadableFileError(_UNKNOWN)
    asked = data.get("questions")
    if not isinstance(asked, list) or len(asked) > _MOST_QUESTIONS:
        raise UnreadableFileError(_UNKNOWN)
    try:
        made = _record(Checklist, {**fields_from_json(Checklist.entity, data.get("checklist")), "id": new_id()})
        read = [fields_from_json(Question.entity, each) for each in asked]
    except DamagedPackageError as error:
        raise UnreadableFileError(_UNKNOWN) from error
    keys = {str(each.get("id")): new_id() for each in read}
    if len(keys) != len(read):
        raise UnreadableFileError(_UNKNOWN)
    checklist = replace(made, state=DRAFT, version=1, follows=None)
    questions = [_question(each, checklist.id, keys) for each in read]
    _require_tree(questions)
    records: list[Record] = [checklist, *questions]
    return change_set(f"Nhập bảng kiểm {quoted(checklist.name)}", map(inserted, records), checklist.id)


def _question(values: dict[str, Value], checklist_id: str, keys: dict[str, str]) -> Question:
    place = values.get("place")
    parent, position = place if isinstance(place, Place) else Place("", "a0")
    tied: dict[str, Value] = {
        "id": keys[str(values.get("id"))],
        "checklist_id": checklist_id,
        "place": Place(keys.get(parent, ""), position),
        "asked_if": keys.get(str(values.get("asked_if"))),
    }
    return _record(Question, {**values, **tied})


def _record(record_type: type[RecordT], values: dict[str, Value]) -> RecordT:
    specs: dict[str, FieldSpec] = {spec.name: spec for spec in fields_of(record_type)}
    try:
        checked: dict[str, Any] = {name: accepted(specs[name], value) for name, value in values.items()}  # many types
        made = record_type(**checked)
        for name, spec in specs.items():
            accepted(spec, getattr(made, name))
    except (InputError, TypeError) as error:
        sentence = error.sentence if isinstance(error, InputError) else _UNKNOWN
        raise UnreadableFileError(sentence) from error
    return made


def _require_tree(questions: Sequence[Question]) -> None:
    """No question may stand below itself."""
    parents = {each.id: each.place.parent for each in questions}
    for key in parents:
        seen, at = set(), key
        while at:
            if at in seen:
                raise UnreadableFileError(_UNKNOWN)
            seen.add(at)
            at = parents.get(at, "")
