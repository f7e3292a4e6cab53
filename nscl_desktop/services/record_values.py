"""A record with one field given another value, typed by the record and checked by the caller against its FieldSpec."""

from dataclasses import replace
from typing import Any, cast

from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.records import RecordT


def replaced(record: RecordT, field: str, value: Value) -> RecordT:
    """The record as it would be with ``value`` in ``field``."""
    return replace(record, **cast("dict[str, Any]", {field: value}))  # Any: the values of many field types
