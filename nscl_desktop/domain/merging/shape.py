"""How records hang together: what a merge must know of the kinds of records, taken from their FieldSpecs."""

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import cast

from nscl_desktop.domain.changes import Fields
from nscl_desktop.domain.fields import Kind, Place, Value
from nscl_desktop.domain.merging.proposals import Key
from nscl_desktop.domain.records import Record, fields_of


@dataclass(frozen=True, slots=True)
class Shape:
    """Fields by entity that point at other records: references, owners, and places in a tree; and empty values."""

    links: Mapping[str, Mapping[str, str]]
    """Entity → field → entity that it points at; a place points at its parent."""
    above: Mapping[str, tuple[str, ...]]
    """Entity → fields by which a record belongs to another one: owner and place."""
    empty: Mapping[str, Fields]
    """Entity → what its fields hold when nothing was entered."""

    def targets(self, key: Key, values: Fields) -> dict[str, Key]:
        """Field → record that it points at, where it points at one."""
        found = {name: (entity, _id(values.get(name))) for name, entity in self.links.get(key[0], {}).items()}
        return {name: target for name, target in found.items() if target[1]}

    def owners(self, key: Key, values: Fields) -> set[Key]:
        """The records that this one belongs to."""
        above = self.above.get(key[0], ())
        return {target for name, target in self.targets(key, values).items() if name in above}

    def place_of(self, entity: str) -> str:
        """Name of the field that holds the place in a tree; "" for entities without one."""
        fields = self.links.get(entity, {})
        return next((name for name in self.above.get(entity, ()) if fields[name] == entity), "")


def shape_of(record_types: Iterable[type[Record]]) -> Shape:
    """The shape of all these kinds of records; links that only remember ("outside") bind nothing."""
    links, above, empty = {}, {}, {}
    for kind in record_types:
        specs = fields_of(kind)
        bound = {spec.name: spec for spec in specs if spec.target and not spec.outside}
        links[kind.entity] = {name: spec.target for name, spec in bound.items()}
        above[kind.entity] = tuple(name for name, spec in bound.items() if spec.owner or spec.kind is Kind.PLACE)
        empty[kind.entity] = {item.name: cast("Value", item.default) for item in dataclasses.fields(kind)[1:]}
    return Shape(links, above, empty)


def _id(value: Value) -> str:
    if isinstance(value, Place):
        return value.parent
    return value if isinstance(value, str) else ""
