"""A plan as one JSON file that a person can read and write: for handing a plan over, keeping it, and the samples.

Records nest under their owners in lists named by entity, in printed order. The form of each field follows from its
FieldSpec; resources/schema/nscl-plan.schema.json describes the file for editors. Money is whole đồng.
"""

import json
from collections import defaultdict
from collections.abc import Iterable

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.directory import Agency, SalaryBase
from nscl_desktop.domain.errors import Bug, UnreadableFileError
from nscl_desktop.domain.fields import Kind, Place
from nscl_desktop.domain.plans import Plan
from nscl_desktop.domain.records import Record, values_of
from nscl_desktop.exchange.plan_reading import PlanReading
from nscl_desktop.exchange.plan_shape import FORMAT, VERSION, shape_of
from nscl_desktop.exchange.plan_values import to_json
from nscl_desktop.exchange.strict_json import parse

_WIDTH = 120
_BULLET = "- "


class PlanFileError(UnreadableFileError):
    """The file was read to its end but is no sound plan. The sentence lists all faults, one to a line, with paths."""

    @property
    def findings(self) -> tuple[str, ...]:
        """The faults, each one sentence with its path."""
        lines = self.sentence.split("\n")
        return tuple(line.removeprefix(_BULLET) for line in lines if line.startswith(_BULLET))


def read_plan(text: str) -> Book:
    """The plan of a plan file with everything that belongs to it and the directory records it uses.

    Raises UnreadableFileError if the text is no JSON, and PlanFileError with all findings if it is no sound plan.
    """
    reading = PlanReading()
    book = reading.read(parse(text))
    if reading.findings:
        listed = "".join(f"\n{_BULLET}{finding}" for finding in reading.findings)
        raise PlanFileError(f"Tệp kế hoạch có {len(reading.findings)} chỗ phải sửa trước khi đọc được:{listed}")
    return book


def write_plan(book: Book, plan_id: str) -> str:
    """The plan as a file for ``read_plan``; the same records always give the same text.

    Agencies go along if the plan names them (with those that succeed them), salary bases always. Files that are
    attached are named but not contained.
    """
    owned = _by_owner(book)
    plan = _written(book.get(Plan, plan_id), owned)
    _require_all_lines(book, plan_id, owned)
    directory = {
        Agency.entity: [_written(agency, {}) for agency in _named_agencies(book, plan_id)],
        SalaryBase.entity: [_written(base, {}) for base in _in_order(book.table(SalaryBase).values())],
    }
    document = {"format": FORMAT, "version": VERSION, "directory": directory, "plan": plan}
    return _laid_out(document, "") + "\n"


def _by_owner(book: Book) -> dict[tuple[type[Record], str], list[Record]]:
    """Records by type and the key of what they are written inside; lines by the line above them."""
    owned: dict[tuple[type[Record], str], list[Record]] = defaultdict(list)
    for record in book.records():
        owner = shape_of(type(record)).owner
        if isinstance(record, Line) and record.place.parent:
            owned[Line, record.place.parent].append(record)
        elif owner:
            owned[type(record), getattr(record, owner)].append(record)
    return owned


def _in_order(records: Iterable[Record]) -> list[Record]:
    """Records in their own order; those without one by what they hold, so that the file does not depend on chance."""

    def key(record: Record) -> tuple[object, ...]:
        shape = shape_of(type(record))
        if shape.order:
            place = getattr(record, shape.order)
            return (place.position if isinstance(place, Place) else place, record.id)
        return (*(getattr(record, name) for name in shape.natural_key), record.id)

    return sorted(records, key=key)


def _written(record: Record, owned: dict[tuple[type[Record], str], list[Record]]) -> dict[str, object]:
    """A record as the file holds it: its fields that differ from their defaults, then what is nested in it."""
    shape, values = shape_of(type(record)), values_of(record)
    written: dict[str, object] = {}
    for spec in shape.fields:
        value = values[spec.name]
        if spec.kind is Kind.KEY or value != shape.defaults[spec.name]:
            written[spec.name] = to_json(spec, value)
    for child_type in shape.children:
        children = owned.get((child_type, record.id))
        if children:
            written[child_type.entity] = [_written(child, owned) for child in _in_order(children)]
    return written


def _require_all_lines(book: Book, plan_id: str, owned: dict[tuple[type[Record], str], list[Record]]) -> None:
    """A line below a line that is not there, or below itself, would be left out in silence."""
    reached: set[str] = set()
    waiting = list(owned.get((Line, plan_id), ()))
    while waiting:
        line = waiting.pop()
        reached.add(line.id)
        waiting.extend(owned.get((Line, line.id), ()))
    if any(line.plan_id == plan_id and line.id not in reached for line in book.table(Line).values()):
        raise Bug("Kế hoạch có mục chi không nằm dưới mục nào nên không ghi ra tệp được.")


def _named_agencies(book: Book, plan_id: str) -> list[Record]:
    """Agencies that the plan's records refer to, with all that succeed them."""
    agencies = book.table(Agency)
    own = (record for record in book.records() if getattr(record, "plan_id", "") == plan_id)
    waiting: list[str | None] = [getattr(record, "lead_id", None) for record in own]
    named: set[str] = set()
    while waiting:
        key = waiting.pop()
        if key and key not in named:
            named.add(key)
            waiting.append(agencies[key].succeeded_by)
    return _in_order(agencies[key] for key in named)


def _laid_out(value: object, indent: str, key: str = "") -> str:
    """JSON in which whatever fits stays on one line behind its key, so that a record is a line and not a column."""
    flat = f"{key}{json.dumps(value, ensure_ascii=False)}"
    if len(indent) + len(flat) < _WIDTH or not isinstance(value, dict | list) or not value:
        return flat
    inner = f"{indent} "
    if isinstance(value, dict):
        parts = [_laid_out(each, inner, f"{json.dumps(name, ensure_ascii=False)}: ") for name, each in value.items()]
        first, last = "{", "}"
    else:
        parts = [_laid_out(each, inner) for each in value]
        first, last = "[", "]"
    listed = ",\n".join(f"{inner}{part}" for part in parts)
    return f"{key}{first}\n{listed}\n{indent}{last}"
