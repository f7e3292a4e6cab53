"""How records lie in a plan file: what nests in what, which fields are written, which identify a record by themselves.

Reader, writer and JSON Schema ask here, so that they cannot disagree. Everything follows from the FieldSpecs.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from nscl_desktop.domain.budget_lines import Allocation, Line
from nscl_desktop.domain.directory import Agency, SalaryBase
from nscl_desktop.domain.fields import FieldSpec, Kind, Value
from nscl_desktop.domain.limits import RANGES
from nscl_desktop.domain.plan_records import PLAN_RECORDS
from nscl_desktop.domain.records import Record, derived_id, fields_of, values_of
from nscl_desktop.domain.targets import TargetLink, TaskLink

FORMAT, VERSION = "nscl-plan", 1
DIRECTORY: tuple[type[Record], ...] = (Agency, SalaryBase)
MAX_LINE_DEPTH = 20
"""Levels of budget lines; the papers have four. Without an end a hostile file would exhaust the stack."""

_NATURAL_KEYS: dict[str, tuple[str, ...]] = {
    Allocation.entity: ("line_id", "year", "source_id", "measure"),
    TargetLink.entity: ("target_id", "line_id"),
    TaskLink.entity: ("task_id", "line_id"),
}


@dataclass(frozen=True, slots=True)
class Shape:
    """How records of one type are written."""

    fields: tuple[FieldSpec, ...]
    """What stands in the file. Owner and order do not: they follow from where the record stands."""
    required: frozenset[str]
    """Fields without which a record makes no sense; an id is never one of them."""
    defaults: dict[str, Value]
    """What a field holds when the file does not mention it."""
    children: tuple[type[Record], ...]
    """Types of the records that are written inside, in file order."""
    natural_key: tuple[str, ...]
    """Fields from which the id is derived, which is then never written; empty for records with a key of their own."""
    owner: str | None
    order: str | None
    """Names of the fields that hold the owner and the order."""
    outside: frozenset[str]
    """References that may name a record of another plan: what this one was made from or belongs to."""
    keys: frozenset[str]
    """All keys that may stand in the JSON object."""


def _shape(record_type: type[Record]) -> Shape:
    specs = fields_of(record_type)
    natural_key = _NATURAL_KEYS.get(record_type.entity, ())
    defaults = values_of(record_type(id=""))
    del defaults["id"]
    fields = tuple(
        spec
        for spec in specs
        if not spec.owner
        and spec.kind not in {Kind.PLACE, Kind.POSITION}
        and not (spec.kind is Kind.KEY and natural_key)
    )
    children = tuple(each for each in PLAN_RECORDS if _nests(each, record_type))
    return Shape(
        fields=fields,
        required=frozenset(spec.name for spec in fields if _is_required(spec, defaults.get(spec.name), natural_key)),
        defaults=defaults,
        children=children,
        natural_key=natural_key,
        owner=next((spec.name for spec in specs if spec.owner), None),
        order=next((spec.name for spec in specs if spec.kind in {Kind.PLACE, Kind.POSITION}), None),
        outside=frozenset(
            spec.name for spec in fields if spec.target == record_type.entity and record_type not in DIRECTORY
        ),
        keys=frozenset({spec.name for spec in fields} | {child.entity for child in children}),
    )


def _is_required(spec: FieldSpec, default: Value, natural_key: tuple[str, ...]) -> bool:
    if spec.kind is Kind.KEY:
        return False
    no_year = spec.name in RANGES and default == 0  # the default stands for "not given"
    return spec.required or no_year or (spec.kind is Kind.REF and spec.name in natural_key)


def _nests(record_type: type[Record], inside: type[Record]) -> bool:
    if record_type is inside is Line:
        return True
    return any(spec.owner and spec.target == inside.entity for spec in fields_of(record_type))


_SHAPES = {record_type.entity: _shape(record_type) for record_type in PLAN_RECORDS}


def shape_of(record_type: type[Record]) -> Shape:
    """How records of this type are written."""
    return _SHAPES[record_type.entity]


def natural_id(record_type: type[Record], values: Mapping[str, Value]) -> str:
    """The id of a record that has a natural key; values that are not given are the defaults."""
    shape = shape_of(record_type)
    return derived_id(record_type.entity, *(str(values.get(name, shape.defaults[name])) for name in shape.natural_key))


def id_of_handle(record_type: type[Record], plan_code: str, handle: str) -> str:
    """The stable id of a handle that is only known inside the file; directory handles are shared by all files."""
    if record_type in DIRECTORY:
        return derived_id(record_type.entity, handle)
    return derived_id(record_type.entity, plan_code, handle)


def id_by_index(record_type: type[Record], owner_id: str, index: int) -> str:
    """The stable id of a record that the file gives none."""
    return derived_id(record_type.entity, owner_id, index)
