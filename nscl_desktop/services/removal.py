"""Deleting a record with everything that belongs to it, so that nothing is left pointing at nothing."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import Change, deleted, updated
from nscl_desktop.domain.fields import Kind, Value
from nscl_desktop.domain.record_kinds import kind_named
from nscl_desktop.domain.records import Record, fields_of

_LINKS = frozenset({"target_link", "task_link", "allocation", "statement"})
"""Records that mean nothing without the records they name. A stated figure of a line that is gone would else become one
of the whole plan."""


def removal(book: Book, records: Iterable[Record]) -> list[Change]:
    """Links from other records emptied, then the records and all they own deleted, owned first."""
    belonging = _belonging(book)
    doomed: dict[str, Record] = {}
    waiting = list(records)
    while waiting:
        record = waiting.pop()
        if record.id not in doomed:
            doomed[record.id] = record
            waiting.extend(belonging.get(record.id, ()))
    return [*_emptied_links(book, doomed), *(deleted(record) for record in reversed(doomed.values()))]


def _belonging(book: Book) -> dict[str, list[Record]]:
    found: dict[str, list[Record]] = defaultdict(list)
    for record in book.records():
        for name, kind in _owning_fields(record.entity):
            value = getattr(record, name)
            found[value.parent if kind is Kind.PLACE else value].append(record)
    return found


def _emptied_links(book: Book, doomed: dict[str, Record]) -> list[Change]:
    changes = []
    for record in book.records():
        names = _optional_links(record.entity)
        if names and record.id not in doomed:
            stale: dict[str, Value] = {name: None for name in names if getattr(record, name) in doomed}
            change = updated(record, **stale)
            if change:
                changes.append(change)
    return changes


@cache
def _owning_fields(entity: str) -> tuple[tuple[str, Kind], ...]:
    return tuple(
        (spec.name, spec.kind)
        for spec in fields_of(kind_named(entity))
        if spec.owner or spec.kind is Kind.PLACE or (spec.kind is Kind.REF and entity in _LINKS)
    )


@cache
def _optional_links(entity: str) -> tuple[str, ...]:
    if entity in _LINKS:
        return ()
    links = (spec for spec in fields_of(kind_named(entity)) if spec.kind is Kind.REF and not spec.owner)
    return tuple(spec.name for spec in links if not spec.outside)
