"""Everything on file as plain tables: a sheet for each kind of record, readable without the program.

Figures stay figures (đồng, numbers, years), all else is text, so that codes keep their noughts. A link is told twice:
by the name of the record that it points at, and by its key.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from nscl_desktop.domain.dates import format_short
from nscl_desktop.domain.fields import FieldSpec, Kind, Value
from nscl_desktop.domain.records import Record, fields_of

Cell = str | int | Decimal | None
Names = Mapping[tuple[str, str], str]
"""Kind and key → what a record is called."""
_FIGURES = (Kind.MONEY, Kind.INTEGER, Kind.NUMBER)
_UNFIT = re.compile(r"[\[\]:*?/\\]")
_LONGEST = 31  # letters of a sheet's name, Excel's limit


class Heading(NamedTuple):
    """A column's heading and what stands below it."""

    text: str
    kind: Kind


def headings(kind: type[Record]) -> list[Heading]:
    """The columns of a kind's sheet; its key stands last."""
    found: list[Heading] = []
    for spec in _specs(kind):
        if spec.kind is Kind.REF:
            found += [Heading(spec.label, Kind.TEXT), Heading(f"{spec.label} (khóa)", Kind.TEXT)]
        elif spec.kind is Kind.PLACE:
            found += [
                Heading("Thuộc về", Kind.TEXT),
                Heading("Thuộc về (khóa)", Kind.TEXT),
                Heading("Vị trí", Kind.TEXT),
            ]
        else:
            unit = " (đồng)" if spec.kind is Kind.MONEY and "(đồng)" not in spec.label else ""
            found.append(Heading(spec.label + unit, spec.kind if spec.kind in _FIGURES else Kind.TEXT))
    return [*found, Heading("Khóa", Kind.TEXT)]


def cells(record: Record, names: Names) -> list[Cell]:
    """A record's row under these columns."""
    return [
        *(cell for spec in _specs(type(record)) for cell in _cells(spec, getattr(record, spec.name), names)),
        record.id,
    ]


def targets(kind: type[Record]) -> list[str]:
    """Kinds whose names the links of a kind tell."""
    return [spec.target for spec in fields_of(kind) if spec.kind in (Kind.REF, Kind.PLACE)]


def sheet_name(kind: type[Record], taken: Collection[str]) -> str:
    """What the sheet of a kind is called; with a number where another bears the name."""
    plain = _UNFIT.sub(" ", kind.noun[:1].upper() + kind.noun[1:])[:_LONGEST].strip()
    known = {name.casefold() for name in taken}
    numbered = (plain if at == 1 else f"{plain[: _LONGEST - 4].strip()} ({at})" for at in range(1, len(known) + 2))
    return next(name for name in numbered if name.casefold() not in known)


def _specs(kind: type[Record]) -> list[FieldSpec]:
    return [spec for spec in fields_of(kind) if spec.kind is not Kind.KEY]


def _cells(spec: FieldSpec, value: Value, names: Names) -> Iterator[Cell]:
    if spec.kind is Kind.REF:
        key = str(value or "")
        yield from (names.get((spec.target, key), ""), key)
    elif spec.kind is Kind.PLACE:
        parent, position = value if isinstance(value, tuple) else ("", "")
        yield from (names.get((spec.target, parent), ""), parent, position)
    elif spec.kind is Kind.FLAG:
        yield "Có" if value else "Không"
    elif spec.kind is Kind.CHOICE:
        yield spec.choice_label(str(value))
    elif spec.kind is Kind.DATE:
        yield format_short(str(value))
    elif isinstance(value, tuple):
        yield "\n".join(value)
    else:
        yield value
