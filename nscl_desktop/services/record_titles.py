"""What a record is called where records of every kind stand in one list: its kind, its name, and whose it is."""

from collections.abc import Mapping
from functools import cache

from nscl_desktop.domain.changes import Fields
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.merging.proposals import Key
from nscl_desktop.domain.naming import shortened
from nscl_desktop.domain.record_kinds import kind_named
from nscl_desktop.domain.records import fields_of

_NAMING = ("name", "title", "text", "code", "number", "label", "standard", "year", "date")
"""Fields that name a record, the most telling first."""
_LONGEST = 120
"""Characters of a name: those of firms differ at their ends."""


def title_of(key: Key, records: Mapping[Key, Fields]) -> str:
    """For example: người liên hệ “Nguyễn Văn An” (Công ty TNHH Một). What is not among ``records`` is named by kind."""
    values = records.get(key, {})
    name = _name(values)
    told = f"{kind_named(key[0]).noun} “{name}”" if name else kind_named(key[0]).noun
    above = (_name(records.get((target, _text(values.get(field))), {})) for field, target in _owners(key[0]))
    owner = next(filter(None, above), "")
    return f"{told} ({owner})" if owner else told


def name_of(values: Fields) -> str:
    """What a record is called without its kind; empty for one that has no name."""
    return _name(values)


@cache
def _owners(entity: str) -> tuple[tuple[str, str], ...]:
    """Fields that say whose a record is, and which kind that is: its owner first, else the unit that it is about."""
    specs = sorted(fields_of(kind_named(entity)), key=lambda spec: not spec.owner)
    return tuple((spec.name, spec.target) for spec in specs if spec.owner or spec.name == "enterprise_id")


def _name(values: Fields) -> str:
    return shortened(next((text for text in map(_text, map(values.get, _NAMING)) if text), ""), _LONGEST)


def _text(value: Value) -> str:
    return str(value or "")
