"""Copying a plan's records under new keys: for a copy, a year's plan drawn from its period, or an adjusted version."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget_lines import Allocation, Line, allocation_id
from nscl_desktop.domain.changes import Change, inserted
from nscl_desktop.domain.fields import Kind, Place
from nscl_desktop.domain.plans import Measure, Period, Plan, Signer, Source
from nscl_desktop.domain.records import Record, derived_id, fields_of, new_id
from nscl_desktop.domain.statements import Footnote
from nscl_desktop.domain.targets import Obligation, Target, TargetLink, Task, TaskLink

CARRIED: tuple[type[Record], ...] = (
    Period, Source, Measure, Signer, Footnote, Line, Allocation, Target, TargetLink, Task, TaskLink, Obligation,
)  # fmt: skip
"""What goes along. The paper's own text, statements, corrections, waivers and scans stay with their plan, and so do the
pictures of signatures: nobody has signed the copy yet.
"""

Keep = Callable[[Record], bool]


def plan_records(book: Book, plan_id: str) -> list[Record]:
    """All records of one plan, the plan first, owners before what they own."""
    inside = {plan_id}
    found: list[Record] = []
    for record in book.records():
        owners = [getattr(record, spec.name) for spec in fields_of(type(record)) if spec.owner]
        if record.id == plan_id or any(owner in inside for owner in owners):
            inside.add(record.id)
            found.append(record)
    return found


def copied_records(book: Book, source: Plan, target: Plan, keep: Keep = lambda _: True) -> list[Change]:
    """Insertions that carry the records of ``source`` that ``keep`` accepts over to the new plan ``target``.

    Lines and targets remember what they were copied from (``origin_id``); links to what stays behind are emptied.
    """
    chosen = [record for record in plan_records(book, source.id) if isinstance(record, CARRIED) and keep(record)]
    keys = {source.id: target.id, **{record.id: new_id() for record in chosen}}
    changes = [inserted(target)]
    for record in chosen:
        fresh = _under_new_keys(record, keys)
        if fresh is not None:
            changes.append(inserted(fresh))
    return changes


def _under_new_keys(record: Record, keys: Mapping[str, str]) -> Record | None:
    values: dict[str, Any] = {"id": keys[record.id]}  # Any: dataclasses.replace takes the fields' own types
    for spec in fields_of(type(record)):
        value = getattr(record, spec.name)
        if spec.kind is Kind.PLACE and value.parent:
            values[spec.name] = Place(keys.get(value.parent, ""), value.position)
        elif spec.kind is Kind.REF and value and spec.target != "agency" and spec.name != "origin_id":
            values[spec.name] = keys.get(value)
    if any(value is None for name, value in values.items() if name in {"line_id", "source_id", "target_id", "task_id"}):
        return None
    if isinstance(record, Line | Target):
        values["origin_id"] = record.id
    if isinstance(record, Signer):
        values["image"] = ""
    fresh = replace(record, **values)
    return _with_derived_key(fresh)


def _with_derived_key(record: Record) -> Record:
    if isinstance(record, Allocation):
        return replace(record, id=allocation_id(record.line_id, record.year, record.source_id, record.measure))
    if isinstance(record, TargetLink):
        return replace(record, id=derived_id(record.entity, record.target_id, record.line_id))
    if isinstance(record, TaskLink):
        return replace(record, id=derived_id(record.entity, record.task_id, record.line_id))
    return record
