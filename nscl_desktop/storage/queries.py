"""Reading whole plans and lists out of the tables."""

import dataclasses
import sqlite3
from collections.abc import Iterator
from functools import cache

from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.plan_records import PLAN_RECORDS
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.domain.plans import Plan
from nscl_desktop.domain.record_kinds import kind_named
from nscl_desktop.domain.records import Record, fields_of
from nscl_desktop.storage.rows import quoted, read_records, select


def all_records(connection: sqlite3.Connection) -> Iterator[Record]:
    """Everything in the file, owners before what they own."""
    from nscl_desktop.domain.registry import RECORD_TYPES  # many, and no plan needs them to be opened

    for record_type in RECORD_TYPES:
        yield from read_records(connection, record_type)


def plan_records(connection: sqlite3.Connection, plan_id: str) -> Iterator[Record]:
    """One plan with all that belongs to it, and the directories, which belong to no plan."""
    if connection.execute(select(Plan.entity, ["id"], "id = ?"), [plan_id]).fetchone() is None:
        raise InputError("Không còn kế hoạch này trong tệp dữ liệu; hãy chọn kế hoạch khác.")
    for record_type in PLAN_RECORDS:
        belongs = _belongs_to(record_type.entity, Plan.entity)
        yield from read_records(connection, record_type, belongs, [plan_id] if belongs else [])


@cache
def _belongs_to(entity: str, root: str) -> str:
    """The condition that a record belongs to one of kind ``root``, by however many owners; empty where to none."""
    if entity == root:
        return "id = ?"
    owner = next((spec for spec in fields_of(kind_named(entity)) if spec.owner), None)
    if owner is None:
        return ""
    if owner.target == root:
        return f"{quoted(owner.name)} = ?"
    above = _belongs_to(owner.target, root)
    return f"{quoted(owner.name)} IN ({select(owner.target, ['id'], above)})" if above else ""


def plan_rows(connection: sqlite3.Connection) -> list[PlanRow]:
    """The facts of every plan that the list of plans shows; unsorted, because sorting follows the screen."""
    names = [item.name for item in dataclasses.fields(PlanRow)]
    return [PlanRow(**dict(zip(names, row, strict=True))) for row in connection.execute(select(Plan.entity, names))]
