"""What a person may decide of what waits: all stays as it is, or a record goes although others wanted it."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import Change, Fields
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.limits import accepted
from nscl_desktop.domain.merging.merging import Merged
from nscl_desktop.domain.merging.proposals import EXISTENCE, KEPT, OFFICE, Key, Spot, Waiting
from nscl_desktop.domain.merging.proposing import Rules
from nscl_desktop.domain.merging.shape import Shape
from nscl_desktop.domain.record_kinds import kind_named
from nscl_desktop.domain.records import fields_of
from nscl_desktop.services.package_choice import ChoiceReader
from nscl_desktop.services.removal import removal


def decided_value(merged: Merged, spot: Spot, value: Value) -> Value:
    """The value as it is stored; InputError where the conflict is settled, or the field may not hold this."""
    if spot not in {(each.key, each.field) for each in merged.conflicts}:
        raise InputError("Chỗ khác nhau này đã được quyết định rồi; hãy xem lại danh sách.")
    (entity, _), name = spot
    return accepted(next(spec for spec in fields_of(kind_named(entity)) if spec.name == name), value)


def require_waiting(merged: Merged, places: Collection[Spot]) -> list[Waiting]:
    """What waits at these places; InputError where something waits no more."""
    found = [each for each in merged.waiting if (each.key, each.field) in places]
    if not found or {(each.key, each.field) for each in found} != set(places):
        raise InputError("Phần này không còn chờ nữa; hãy xem lại danh sách.")
    return found


def open_for(merged: Merged, check_outs: Collection[str]) -> list[Spot]:
    """The places that keep these check-outs from being closed for good.

    What waits of the office itself is among them: forgetting what lies before would forget it, too.
    """
    wanted = {OFFICE, *check_outs}
    conflicts = (each for each in merged.conflicts if {claim.author for claim in each.claims} & set(check_outs))
    waiting = (each for each in merged.waiting if wanted & set(each.authors))
    return [*((each.key, each.field) for each in conflicts), *((each.key, each.field) for each in waiting)]


def kept(items: Iterable[Waiting], merged: Merged, shape: Shape) -> Rules:
    """Everything stays as it is now: records that were to go stay, those that were to come do not."""
    rules: dict[Spot, Value] = {}
    for item in items:
        if item.key not in merged.records:
            rules[item.key, EXISTENCE] = False
        elif item.field == EXISTENCE:
            for key in _with_what_it_keeps(item, merged, shape):
                rules[key, EXISTENCE] = True
        else:
            rules[item.key, item.field] = merged.records[item.key].get(item.field)
    return tuple(rules.items())


def _with_what_it_keeps(item: Waiting, merged: Merged, shape: Shape) -> set[Key]:
    """The record, and those below it that were to go with it."""
    found = {item.key}
    below = [each for each in merged.waiting if each.why == KEPT and set(each.authors) & set(item.authors)]
    while more := {each.key for each in below if shape.owners(each.key, merged.records[each.key]) & found} - found:
        found |= more
    return found


def deletion(items: Iterable[Waiting], reader: ChoiceReader, shape: Shape) -> tuple[tuple[Change, ...], Rules]:
    """The records go, with all that belongs to them; links to them are emptied."""
    keys = {each.key for each in items}
    if any(each.field != EXISTENCE or each.key not in reader.records([each.key]) for each in items):
        raise InputError("Chỗ này không phải là một lần xóa đang chờ; hãy chọn giữ như hiện nay.")
    found: dict[Key, Fields] = dict(reader.records(keys))
    doomed = set(keys)
    fresh: set[Key] = doomed
    while fresh:
        users = reader.users(fresh)
        found.update(users)
        fresh = {key for key, values in users.items() if shape.owners(key, values) & doomed} - doomed
        doomed |= fresh
    changes = removal(_book(found), [each for each in _book(found).records() if (each.entity, each.id) in keys])
    gone = [(each.entity, each.id) for each in changes if each.after is None]
    return tuple(changes), tuple(((key, EXISTENCE), False) for key in gone)


def _book(records: Mapping[Key, Fields]) -> Book:
    return Book(kind_named(key[0])(**_values(values)) for key, values in records.items())


def _values(values: Fields) -> dict[str, Any]:  # Any: dataclasses take the fields' own types
    return dict(values)
