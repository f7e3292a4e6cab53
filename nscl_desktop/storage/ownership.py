"""Where a changed record stands: its owner and the record at the top, written into the journal with each change.

Without it the history of a line could not find the cells that were deleted from it.
"""

from collections.abc import Iterable, Sequence
from functools import cache

from sqlalchemy import Connection, select

from nscl_desktop.domain.changes import Change
from nscl_desktop.domain.records import fields_of, owner_field
from nscl_desktop.domain.registry import BY_ENTITY
from nscl_desktop.storage.tables import DATA

_CHUNK = 500  # bound parameters of one query; SQLite allows 32,766, older builds 999


class Ownership:
    """Owner and top record of every record that a ChangeSet touches, as they are before it is applied."""

    def __init__(self, connection: Connection, changes: Sequence[Change]) -> None:
        self._connection = connection
        self._owners: dict[tuple[str, str], str] = {}
        for change in changes:
            self._note(change)
        self._look_up((change.entity, change.id) for change in changes)

    def owner(self, change: Change) -> str:
        """Key of the record that the changed one belongs to; its own where it belongs to nothing."""
        return self._owners.get((change.entity, change.id), change.id)

    def root(self, change: Change) -> str:
        """Key of the record at the top of the chain of owners."""
        entity, key = change.entity, change.id
        while (above := _owner_entity(entity)) and (entity, key) in self._owners:
            entity, key = above, self._owners[entity, key]
        return key

    def _note(self, change: Change) -> None:
        """What the change itself says: inserts and deletes hold all fields."""
        name = _owner_name(change.entity)
        if name and isinstance(owner := (change.after or change.before or {}).get(name), str):
            self._owners[change.entity, change.id] = owner

    def _look_up(self, wanted: Iterable[tuple[str, str]]) -> None:
        """Read the missing links, one level of owners after the other."""
        level = {pair for pair in wanted if _owner_entity(pair[0])}
        while level:
            for entity in {entity for entity, _ in level}:
                missing = [key for kind, key in level if kind == entity and (kind, key) not in self._owners]
                self._read(entity, missing)
            above = {
                (owner_entity, owner)
                for entity, key in level
                if (owner_entity := _owner_entity(entity)) and (owner := self._owners.get((entity, key)))
            }
            level = {pair for pair in above if _owner_entity(pair[0])}

    def _read(self, entity: str, keys: Sequence[str]) -> None:
        table = DATA[entity]
        owner = table.c[_owner_name(entity) or "id"]
        for start in range(0, len(keys), _CHUNK):
            query = select(table.c.id, owner).where(table.c.id.in_(keys[start : start + _CHUNK]))
            for key, owner_key in self._connection.execute(query):
                self._owners[entity, key] = owner_key


@cache
def _owner_name(entity: str) -> str | None:
    """The field that names the record which one of this entity belongs to."""
    return owner_field(BY_ENTITY[entity])


@cache
def _owner_entity(entity: str) -> str | None:
    """Entity that records of this one belong to."""
    return next((spec.target for spec in fields_of(BY_ENTITY[entity]) if spec.owner), None)
