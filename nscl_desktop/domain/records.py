"""What every record has in common: a UUID key, a kind, and its FieldSpecs."""

import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from itertools import count
from operator import attrgetter
from typing import ClassVar, TypeVar, dataclass_transform

from nscl_desktop.domain.fields import FieldSpec, Kind, Value, specs_of

_NAMESPACE = uuid.UUID("5b0a7b7e-6c39-5a3f-9f0e-132201322013")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Record:
    """A row of the data file as a plain value; changed only by a ChangeSet."""

    entity: ClassVar[str] = ""
    noun: ClassVar[str] = ""

    id: str

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Record) and type(other) is type(self) and values_of(other) == values_of(self)

    def __hash__(self) -> int:
        return hash((self.entity, self.id))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in values_of(self).items())})"


RecordT = TypeVar("RecordT", bound=Record)


@dataclass_transform(frozen_default=True, kw_only_default=True)
def record(kind: type[RecordT]) -> type[RecordT]:
    """Make a class a kind of record: a frozen value with slots.

    What all kinds have in common (comparing, showing) stands in Record: made anew for each, it took a third of the time
    that these classes take at the start of the program.
    """
    return dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)(kind)


_known_specs: dict[str, tuple[FieldSpec, ...]] = {}


def fields_of(record_type: type[Record]) -> tuple[FieldSpec, ...]:
    """FieldSpecs of a record type, key first; read from the class once."""
    if record_type.entity not in _known_specs:
        _known_specs[record_type.entity] = specs_of(record_type)
    return _known_specs[record_type.entity]


def values_of(record: Record) -> dict[str, Value]:
    """All fields of a record by name, key included."""
    names, values = _known_getters.get(record.entity) or _getter(type(record))
    return dict(zip(names, values(record), strict=True))


_known_getters: dict[str, tuple[tuple[str, ...], Callable[[Record], tuple[Value, ...]]]] = {}


def _getter(record_type: type[Record]) -> tuple[tuple[str, ...], Callable[[Record], tuple[Value, ...]]]:
    """The names of a kind's fields and what reads all of them at one stroke; a record has its key and more."""
    names = tuple(spec.name for spec in fields_of(record_type))
    _known_getters[record_type.entity] = names, attrgetter(*names)
    return _known_getters[record_type.entity]


def owner_field(record_type: type[Record]) -> str | None:
    """Name of the field that points at the record this one belongs to, if it has one."""
    return next((spec.name for spec in fields_of(record_type) if spec.owner), None)


def place_field(record_type: type[Record]) -> str:
    """Name of the field that says where a record stands in a tree; "" for kinds without one."""
    return next((spec.name for spec in fields_of(record_type) if spec.kind is Kind.PLACE), "")


def new_id() -> str:
    """Key of a record that its parents do not identify (UUID4: cannot collide between laptops)."""
    return _new_key.get()()


_new_key: ContextVar[Callable[[], str]] = ContextVar("new_key", default=lambda: str(uuid.uuid4()))


@contextmanager
def keys_in_order(of: str) -> Iterator[None]:
    """New keys follow from ``of`` and their number, so that the same steps make the same records on every machine.

    Only for records that are nobody's work (the demo year): real ones made alike on two laptops would be taken for one.
    """
    numbers = count(1)
    token = _new_key.set(lambda: derived_id("in order", of, next(numbers)))
    try:
        yield
    finally:
        _new_key.reset(token)


def derived_id(entity: str, *parts: str | int) -> str:
    """Key of a record that its parents and natural key identify (UUID5: two laptops that add it agree)."""
    return str(uuid.uuid5(_NAMESPACE, "/".join((entity, *map(str, parts)))))
