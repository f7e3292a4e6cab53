"""What every record has in common: a UUID key, a kind, and its FieldSpecs."""

import uuid
from dataclasses import dataclass
from typing import ClassVar, TypeVar

from nscl_desktop.domain.fields import FieldSpec, Value, specs_of

_NAMESPACE = uuid.UUID("5b0a7b7e-6c39-5a3f-9f0e-132201322013")


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A row of the data file as a plain value; changed only by a ChangeSet."""

    entity: ClassVar[str] = ""
    noun: ClassVar[str] = ""

    id: str


RecordT = TypeVar("RecordT", bound=Record)


_known_specs: dict[str, tuple[FieldSpec, ...]] = {}


def fields_of(record_type: type[Record]) -> tuple[FieldSpec, ...]:
    """FieldSpecs of a record type, key first; read from the class once."""
    if record_type.entity not in _known_specs:
        _known_specs[record_type.entity] = specs_of(record_type)
    return _known_specs[record_type.entity]


def values_of(record: Record) -> dict[str, Value]:
    """All fields of a record by name, key included."""
    return {spec.name: getattr(record, spec.name) for spec in fields_of(type(record))}


def owner_field(record_type: type[Record]) -> str | None:
    """Name of the field that points at the record this one belongs to, if it has one."""
    return next((spec.name for spec in fields_of(record_type) if spec.owner), None)


def new_id() -> str:
    """Key of a record that its parents do not identify (UUID4: cannot collide between laptops)."""
    return str(uuid.uuid4())


def derived_id(entity: str, *parts: str | int) -> str:
    """Key of a record that its parents and natural key identify (UUID5: two laptops that add it agree)."""
    return str(uuid.uuid5(_NAMESPACE, "/".join((entity, *map(str, parts)))))
