"""Records by key, by what points at them, and by what they belong to: what packages and merges read."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from nscl_desktop.domain.changes import Fields
from nscl_desktop.domain.fields import Kind
from nscl_desktop.domain.merging.proposals import Key
from nscl_desktop.domain.records import Record, fields_of, values_of
from nscl_desktop.domain.registry import BY_ENTITY, RECORD_TYPES
from nscl_desktop.storage.rows import quoted, read_records

_CHUNK = 500


class PackageRecords:
    """The records of one moment, on a connection that is inside a transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def records(self, keys: Collection[Key]) -> dict[Key, Fields]:
        """Those of the keys that are there."""
        wanted: dict[str, list[str]] = defaultdict(list)
        for entity, key in keys:
            if entity in BY_ENTITY:
                wanted[entity].append(key)
        return _by_key(each for entity, ids in wanted.items() for each in self._where(entity, "id", ids))

    def users(self, keys: Collection[Key], *, owned_only: bool = False) -> dict[Key, Fields]:
        """The records that point at one of the keys; only those that belong to them, where that is asked."""
        targets: dict[str, list[str]] = defaultdict(list)
        for entity, key in keys:
            targets[entity].append(key)
        found: dict[Key, Fields] = {}
        for record_type in RECORD_TYPES:
            for spec in fields_of(record_type):
                if not spec.target or spec.outside or (owned_only and not spec.owner):
                    continue
                column = f"{spec.name}_parent" if spec.kind is Kind.PLACE else spec.name
                found.update(_by_key(self._where(record_type.entity, column, targets.get(spec.target, ()))))
        return found

    def pointing(self, entity: str, column: str, ids: Iterable[str]) -> dict[Key, Fields]:
        """The records of a kind that point at some others with one field."""
        return _by_key(self._where(entity, column, ids))

    def all_of(self, entity: str) -> dict[Key, Fields]:
        """Every record of a kind."""
        return _by_key(read_records(self._connection, BY_ENTITY[entity]))

    def all_keys(self) -> set[Key]:
        """Of every record there is."""
        return {key for record_type in RECORD_TYPES for key in self.all_of(record_type.entity)}

    def _where(self, entity: str, column: str, ids: Iterable[str]) -> Iterator[Record]:
        rest = iter(ids)
        while chunk := list(islice(rest, _CHUNK)):
            condition = f"{quoted(column)} IN ({', '.join('?' * len(chunk))})"
            yield from read_records(self._connection, BY_ENTITY[entity], condition, chunk)


def _by_key(records: Iterable[Record]) -> dict[Key, Fields]:
    return {(each.entity, each.id): values_of(each) for each in records}
