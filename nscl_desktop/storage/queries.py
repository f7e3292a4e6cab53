"""Reading whole plans and lists out of the tables."""

import dataclasses
from collections.abc import Iterator

from sqlalchemy import ColumnElement, Connection, select

from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.plan_rows import PlanRow
from nscl_desktop.domain.plans import Plan
from nscl_desktop.domain.records import Record, fields_of
from nscl_desktop.domain.registry import BY_ENTITY, RECORD_TYPES
from nscl_desktop.storage.rows import read_records
from nscl_desktop.storage.tables import DATA


def all_records(connection: Connection) -> Iterator[Record]:
    """Everything in the file, owners before what they own."""
    for record_type in RECORD_TYPES:
        yield from read_records(connection, record_type, select(DATA[record_type.entity]))


def plan_records(connection: Connection, plan_id: str) -> Iterator[Record]:
    """One plan with all that belongs to it, and the directories, which belong to no plan."""
    plans = DATA[Plan.entity]
    if connection.execute(select(plans.c.id).where(plans.c.id == plan_id)).first() is None:
        raise InputError("Không còn kế hoạch này trong tệp dữ liệu; hãy chọn kế hoạch khác.")
    for record_type in RECORD_TYPES:
        query = select(DATA[record_type.entity])
        belongs = _belongs_to(record_type.entity, plan_id)
        yield from read_records(connection, record_type, query if belongs is None else query.where(belongs))


def _belongs_to(entity: str, plan_id: str) -> ColumnElement[bool] | None:
    """The condition that a record belongs to the plan, by however many owners; None where it belongs to none."""
    table = DATA[entity]
    if entity == Plan.entity:
        return table.c.id == plan_id
    owner = next((spec for spec in fields_of(BY_ENTITY[entity]) if spec.owner), None)
    if owner is None:
        return None
    if owner.target == Plan.entity:
        return table.c[owner.name] == plan_id
    above = _belongs_to(owner.target, plan_id)
    return None if above is None else table.c[owner.name].in_(select(DATA[owner.target].c.id).where(above))


def plan_rows(connection: Connection) -> list[PlanRow]:
    """The facts of every plan that the list of plans shows; unsorted, because sorting follows the screen."""
    names = [item.name for item in dataclasses.fields(PlanRow)]
    plans = DATA[Plan.entity]
    rows = connection.execute(select(*(plans.c[name] for name in names)))
    return [PlanRow(**row) for row in rows.mappings()]
