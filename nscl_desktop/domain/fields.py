"""One description for each field: it serves column, form editor, validation, Excel, packages and the merge screen.

A record class writes its fields as ``number: str = text("Số, ký hiệu")``: the attribute and its FieldSpec stand in one
place, so that they cannot drift apart.
"""

import dataclasses
import types
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any, NamedTuple, TypeVar

Value = str | int | bool | Decimal | tuple[str, ...] | tuple[str, str] | None
"""What a field can hold; money is whole đồng in an int."""


T = TypeVar("T")


class Kind(StrEnum):
    """What a field holds; decides editor, column type and JSON form."""

    KEY = "key"
    REF = "ref"
    TEXT = "text"
    LONG_TEXT = "long_text"
    LINES = "lines"
    MONEY = "money"
    NUMBER = "number"
    INTEGER = "integer"
    DATE = "date"
    FLAG = "flag"
    CHOICE = "choice"
    PLACE = "place"
    POSITION = "position"


class Place(NamedTuple):
    """Where a record stands in a tree: parent and position are one value, so that a move is one change.

    ``parent`` is "" at the top; ``position`` is a fractional key (see positions.py), ties broken by record id.
    """

    parent: str
    position: str


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """Name, official Vietnamese label, kind and rule of one field.

    ``target`` names the entity that a REF (or the parent of a PLACE) points at; ``owner`` marks the REF whose record
    this one belongs to and is deleted with. ``outside`` marks a REF that only remembers: its record may be in another
    plan, in another office's file, or deleted. ``nullable``: None stands for "empty"; other fields always hold a value.
    """

    name: str
    label: str
    kind: Kind
    required: bool = False
    choices: tuple[tuple[str, str], ...] = ()
    target: str = ""
    owner: bool = False
    outside: bool = False
    hint: str = ""
    nullable: bool = True

    def choice_label(self, value: str) -> str:
        """Vietnamese label of a stored choice; the value itself when it is not listed."""
        return dict(self.choices).get(value, value)


def _field(default: T, **spec: object) -> T:
    return dataclasses.field(default=default, metadata=types.MappingProxyType(spec))


def ref(target: str, label: str, *, owner: bool = False, outside: bool = False) -> Any:
    """Link to a record of ``target``; None where there is none (an owner is always there)."""
    spec = {"label": label, "kind": Kind.REF, "target": target, "owner": owner, "outside": outside, "required": owner}
    return _field("" if owner else None, **spec)


def text(label: str, *, required: bool = False, default: str = "", hint: str = "") -> str:
    """One line of text, NFC."""
    return _field(default, label=label, kind=Kind.TEXT, required=required, hint=hint)


def long_text(label: str, *, hint: str = "") -> str:
    """Text of several lines, NFC."""
    return _field("", label=label, kind=Kind.LONG_TEXT, hint=hint)


def lines(label: str, *, hint: str = "") -> tuple[str, ...]:
    """A list of short texts (recipients, legal bases); a tuple of str."""
    return _field((), label=label, kind=Kind.LINES, hint=hint)


def money(label: str, *, hint: str = "") -> int | None:
    """Whole đồng; None means empty, which is not zero."""
    return _field(None, label=label, kind=Kind.MONEY, hint=hint)


def number(label: str, *, hint: str = "") -> Decimal | None:
    """Decimal quantity or percentage; None means empty."""
    return _field(None, label=label, kind=Kind.NUMBER, hint=hint)


def integer(label: str, *, default: int | None = None, hint: str = "") -> Any:
    """Whole number such as a year or a month; None means empty."""
    return _field(default, label=label, kind=Kind.INTEGER, hint=hint)


def date(label: str, *, hint: str = "") -> str:
    """ISO date of which the end may be missing ("2021-08"): drafts are dated by hand after signing (NĐ 30/2020)."""
    return _field("", label=label, kind=Kind.DATE, hint=hint)


def flag(label: str, *, default: bool = False, hint: str = "") -> bool:
    """Yes or no."""
    return _field(default, label=label, kind=Kind.FLAG, hint=hint)


def choice(label: str, choices: tuple[tuple[str, str], ...], default: str, *, hint: str = "") -> str:
    """One of a closed list of (stored value, Vietnamese label)."""
    return _field(default, label=label, kind=Kind.CHOICE, choices=choices, hint=hint)


def place(target: str) -> Place:
    """Position below a parent record of ``target`` ("" at the top)."""
    return _field(Place("", ""), label="Vị trí", kind=Kind.PLACE, target=target)


def position() -> str:
    """Order among the records of the same owner: a fractional key."""
    return _field("", label="Thứ tự", kind=Kind.POSITION)


def specs_of(record_type: type) -> tuple[FieldSpec, ...]:
    """FieldSpecs of a record class in declared order, its id first."""
    made = []
    for item in dataclasses.fields(record_type):
        spec = dict(item.metadata) or {"label": "Khóa", "kind": Kind.KEY, "required": True}
        made.append(FieldSpec(name=item.name, nullable=item.default is None, **spec))
    return tuple(made)
