"""The JSON Schema of plan files, for editors that check and complete while a person types.

It is derived from the FieldSpecs like reader and writer; resources/schema/nscl-plan.schema.json holds its text.
References and circles are beyond a schema: only ``read_plan`` finds them.
"""

import json

from nscl_desktop.domain.fields import FieldSpec, Kind
from nscl_desktop.domain.limits import ANY_RANGE, LONGEST, MOST_DONG, RANGES
from nscl_desktop.domain.plan_records import PLAN_RECORDS
from nscl_desktop.domain.plans import Plan
from nscl_desktop.domain.records import Record
from nscl_desktop.exchange.plan_shape import DIRECTORY, FORMAT, VERSION, shape_of

_TEXT = {"type": "string", "maxLength": LONGEST}


def plan_schema() -> dict[str, object]:
    """The schema (JSON Schema 2020-12) as JSON values."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Tệp kế hoạch năng suất chất lượng",
        "type": "object",
        "required": ["format", "version", "plan"],
        "additionalProperties": False,
        "properties": {
            "format": {"const": FORMAT},
            "version": {"const": VERSION},
            "directory": {
                "type": "object",
                "additionalProperties": False,
                "properties": {each.entity: _list_of(each) for each in DIRECTORY},
            },
            "plan": {"$ref": f"#/$defs/{Plan.entity}"},
        },
        "$defs": {each.entity: _definition(each) for each in PLAN_RECORDS},
    }


def schema_text() -> str:
    """The schema as the file that is shipped."""
    return json.dumps(plan_schema(), ensure_ascii=False, indent=1) + "\n"


def _list_of(record_type: type[Record]) -> dict[str, object]:
    return {"type": "array", "items": {"$ref": f"#/$defs/{record_type.entity}"}}


def _definition(record_type: type[Record]) -> dict[str, object]:
    shape = shape_of(record_type)
    properties = {spec.name: _property(record_type, spec) for spec in shape.fields}
    properties |= {child.entity: _list_of(child) for child in shape.children}
    return {
        "description": record_type.noun,
        "type": "object",
        "required": sorted(shape.required),
        "additionalProperties": False,
        "properties": properties,
    }


def _property(record_type: type[Record], spec: FieldSpec) -> dict[str, object]:
    described: dict[str, object] = {"title": spec.label}
    if spec.hint:
        described["description"] = spec.hint
    default = shape_of(record_type).defaults.get(spec.name)
    if default not in {None, "", ()} and spec.name not in shape_of(record_type).required:
        described["default"] = default
    return described | _type(spec)


def _type(spec: FieldSpec) -> dict[str, object]:
    least, most = RANGES.get(spec.name, ANY_RANGE)
    types: dict[Kind, dict[str, object]] = {
        Kind.KEY: {"type": "string", "minLength": 1},
        Kind.REF: {"type": "string", "minLength": 1},
        Kind.LINES: {"type": "array", "items": _TEXT},
        Kind.MONEY: {"type": "integer", "minimum": 0, "maximum": MOST_DONG},
        Kind.INTEGER: {"type": "integer", "minimum": least, "maximum": most},
        Kind.NUMBER: {
            "anyOf": [
                {"type": "string", "pattern": r"^[0-9]{1,12}(\.[0-9]{1,12})?$"},
                {"type": "integer", "minimum": 0},
            ]
        },
        Kind.DATE: {"type": "string", "pattern": "^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?$"},
        Kind.FLAG: {"type": "boolean"},
        Kind.CHOICE: {"enum": [value for value, _ in spec.choices]},
    }
    text = _TEXT | {"minLength": 1} if spec.required else _TEXT
    return types.get(spec.kind, text)
