"""Merge fields of a paper held against what there is to fill it with: unknown names, names without a value.

A field is written as in a template: ``don_vi.ten``; ``muc[].ten`` is a field of each row of ``muc``.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

PaperValue = str | Mapping[str, str] | Sequence[Mapping[str, str]]
Context = Mapping[str, PaperValue]
"""Texts, groups of texts ("don_vi" → "ten") and rows of texts, as they are to stand on the paper."""
ROWS = "[]"


@dataclass(frozen=True, slots=True)
class OpenFields:
    """What a template asks for: names the data does not know, and names without a value (of rows: in some row)."""

    unknown: tuple[str, ...]
    empty: tuple[str, ...]


def open_among(names: Iterable[str], context: Context) -> OpenFields:
    """Those of the fields that would stay blank, each once."""
    unknown: dict[str, None] = {}
    empty: dict[str, None] = {}
    for name in dict.fromkeys(names):
        values = _values(context, name.split("."))
        if values is None:
            unknown[name] = None
        elif not values or not all(values):
            empty[name] = None
    return OpenFields(tuple(unknown), tuple(empty))


def _values(value: object, names: Sequence[str]) -> list[object] | None:
    """What stands under a dotted name: one value, or one of each row; None where the name is not known."""
    if not names:
        return [value]
    name, is_rows = names[0].removesuffix(ROWS), names[0].endswith(ROWS)
    if not isinstance(value, Mapping) or name not in value:
        return None
    below = value[name]
    if not is_rows:
        return _values(below, names[1:])
    found = [_values(row, names[1:]) for row in below] if isinstance(below, list | tuple) else [None]
    known = [values for values in found if values is not None]
    return [each for values in known for each in values] if len(known) == len(found) else None
