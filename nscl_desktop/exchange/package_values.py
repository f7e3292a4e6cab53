"""Values of records inside packages: the form of plan files, and in addition keys, links and places.

A package may come from anyone. What has not the type of its field makes the whole package unreadable; whether a field
may hold such a value is another question (``limits.accepted``), asked of each claim when it is received.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from nscl_desktop.domain.changes import Fields
from nscl_desktop.domain.errors import UnreadableFileError
from nscl_desktop.domain.fields import FieldSpec, Kind, Place, Value
from nscl_desktop.domain.merging.proposals import Key
from nscl_desktop.domain.records import fields_of
from nscl_desktop.domain.registry import BY_ENTITY
from nscl_desktop.exchange.plan_values import to_json

_NUMBER = re.compile(r"-?\d{1,101}(\.\d{1,101})?")
_KEY = re.compile(r"[^\x00-\x1f\x7f]{1,36}")
_LARGEST = 2**63 - 1


class DamagedPackageError(UnreadableFileError):
    """The package is not what this program writes."""

    def __init__(self, sentence: str = "", place: str = "") -> None:
        super().__init__(
            sentence or "Gói dữ liệu bị hỏng hoặc đã bị sửa nên không đọc; hãy xin lại gói từ máy đã ghi ra nó.", place
        )


@cache
def specs_of_entity(entity: str) -> Mapping[str, FieldSpec]:
    """FieldSpecs by name; a kind of record that this version does not know makes the package unreadable."""
    if entity not in BY_ENTITY:
        raise DamagedPackageError
    return {spec.name: spec for spec in fields_of(BY_ENTITY[entity])}


def fields_to_json(entity: str, fields: Fields) -> dict[str, object]:
    """Values by field."""
    specs = specs_of_entity(entity)
    return {name: value_to_json(specs[name], value) for name, value in fields.items()}


def value_to_json(spec: FieldSpec, value: Value) -> object:
    """A value as JSON writes it; a place is [parent, position]."""
    return list(value) if isinstance(value, Place) else to_json(spec, value)


def fields_from_json(entity: str, given: object) -> dict[str, Value]:
    """Values by field; raises DamagedPackageError for what is no value of such a field."""
    specs = specs_of_entity(entity)
    if not isinstance(given, dict) or not given.keys() <= specs.keys():
        raise DamagedPackageError
    return {name: value_from_json(specs[name], value) for name, value in given.items()}


def value_from_json(spec: FieldSpec, given: object) -> Value:
    """The value of one field."""
    if given is None and spec.nullable:
        return None
    if spec.kind is Kind.PLACE:
        parent, position = texts(given, 2)
        return Place(parent and key_of(parent), position)
    if spec.kind is Kind.LINES:
        return texts(given)
    if spec.kind in {Kind.MONEY, Kind.INTEGER}:
        return whole(given)
    if spec.kind is Kind.NUMBER:
        return _number(given)
    if spec.kind is Kind.FLAG:
        if not isinstance(given, bool):
            raise DamagedPackageError
        return given
    return key_of(given) if spec.kind in {Kind.KEY, Kind.REF} else text(given)


def text(given: object) -> str:
    """A text that can be stored."""
    if not isinstance(given, str):
        raise DamagedPackageError
    try:
        given.encode()
    except UnicodeEncodeError:
        raise DamagedPackageError from None
    return given


def texts(given: object, number: int | None = None) -> tuple[str, ...]:
    """A list of texts; of so many, where that is asked."""
    if not isinstance(given, list) or (number is not None and len(given) != number):
        raise DamagedPackageError
    return tuple(text(each) for each in given)


def key_of(given: object) -> str:
    """The key of a record."""
    if not _KEY.fullmatch(text(given)):
        raise DamagedPackageError
    return text(given)


def record_key(entity: object, key: object) -> Key:
    """Kind and key of a record of a kind that this version knows."""
    specs_of_entity(text(entity))
    return text(entity), key_of(key)


def whole(given: object) -> int:
    """A whole number that a column can hold."""
    if not isinstance(given, int) or isinstance(given, bool) or abs(given) > _LARGEST:
        raise DamagedPackageError
    return given


def rows(given: object, width: int) -> list[list[object]]:
    """A list of lists of so many values each."""
    if not isinstance(given, list) or not all(isinstance(each, list) and len(each) == width for each in given):
        raise DamagedPackageError
    return given


def _number(given: object) -> Decimal:
    if not _NUMBER.fullmatch(text(given)):
        raise DamagedPackageError
    return Decimal(text(given))
