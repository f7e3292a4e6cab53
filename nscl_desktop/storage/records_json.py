"""Field values as JSON, there and back exactly: the form of ``before`` and ``after`` in the journal.

Money is an integer, a decimal number a string with all its digits, a place ``[parent, position]``, lines an array.
What no column could hold is refused here, because every value that is written passes here.
"""

import json
from decimal import Decimal
from functools import cache
from typing import Any

from nscl_desktop.domain.changes import Fields
from nscl_desktop.domain.errors import Bug, InputError
from nscl_desktop.domain.fields import FieldSpec, Kind, Place, Value
from nscl_desktop.domain.record_kinds import kind_named
from nscl_desktop.domain.records import fields_of

_LARGEST = 2**63 - 1
_AS_THEY_ARE = frozenset({str, bool, type(None), tuple, Place})
"""Types of values that JSON writes as they are, and that no column refuses unless their letters are broken."""
_MOST_DIGITS = 100

# Made once: json.dumps would make an encoder for each record.
_write = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_Json = Any  # Any: json.loads says no more


@cache
def specs_by_name(entity: str) -> dict[str, FieldSpec]:
    """The FieldSpecs of an entity; an unknown entity is a fault of the program."""
    try:
        return {spec.name: spec for spec in fields_of(kind_named(entity))}
    except KeyError:
        raise Bug(f"Không có loại dữ liệu “{entity}”.") from None


def fields_to_json(entity: str, fields: Fields | None) -> str | None:
    """Fields of one record as a JSON object; None stays None.

    Raises InputError for what cannot be stored: a number too large, a text with broken characters.
    """
    if fields is None:
        return None
    specs = specs_by_name(entity)
    try:
        written = _write(
            dict(fields)
            if _AS_THEY_ARE.issuperset(map(type, fields.values())) and specs.keys() >= fields.keys()
            else {
                name: value if type(value) in _AS_THEY_ARE and name in specs else _encoded(specs[name], value)
                for name, value in fields.items()
            }
        )
        if not _is_sound(written):
            for name, value in fields.items():
                _require_sound(specs[name], value)
    except KeyError as error:
        raise Bug(f"“{entity}” không có trường {error}.") from error
    except InputError as error:
        raise error.at(kind_named(entity).noun.capitalize()) from None
    return written


def fields_from_json(entity: str, stored: str | None) -> Fields | None:
    """The fields again. A field that this version no longer has is left out."""
    if stored is None:
        return None
    specs = specs_by_name(entity)
    values = json.loads(stored)
    return {name: _decoded(specs[name].kind, value) for name, value in values.items() if name in specs}


def _encoded(spec: FieldSpec, value: Value) -> _Json:
    if isinstance(value, Decimal):
        # Beyond this the text of the number is no longer a quantity but an attack on memory.
        if not value.is_finite() or abs(value.adjusted()) > _MOST_DIGITS or len(value.as_tuple().digits) > _MOST_DIGITS:
            raise InputError(
                f"“{spec.label}” không phải là số hoặc quá lớn, không lưu được; hãy kiểm tra lại số đã nhập."
            )
        return str(value)
    if isinstance(value, int) and abs(value) > _LARGEST:
        raise InputError(f"“{spec.label}” quá lớn (trên 18 chữ số), không lưu được; hãy kiểm tra lại số đã nhập.")
    return value


def _is_sound(text: str) -> bool:
    """Whether a text can be written: halves of surrogate pairs cannot. Asked of a whole record at one stroke."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _require_sound(spec: FieldSpec, value: Value) -> None:
    texts = value if isinstance(value, tuple) else (value,)
    if not all(_is_sound(text) for text in texts if isinstance(text, str)):
        raise InputError(f"“{spec.label}” có ký tự hỏng, không lưu được; hãy gõ lại hoặc dán lại.")


def _decoded(kind: Kind, value: _Json) -> Value:
    if value is None:
        return None
    if kind is Kind.NUMBER:
        return Decimal(value)
    if kind is Kind.PLACE:
        return Place(*value)
    if kind is Kind.LINES:
        return tuple(value)
    result: Value = value
    return result
