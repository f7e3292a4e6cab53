"""Bringing whole plans into a data file: the samples, a plan file, an Excel form. All or nothing, one named step."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import ChangeSet, change_set, inserted
from nscl_desktop.domain.directory import Agency, SalaryBase
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Kind
from nscl_desktop.domain.plan_records import PLAN_RECORDS
from nscl_desktop.domain.plans import Plan
from nscl_desktop.domain.records import Record, derived_id, fields_of

_DIRECTORY = (Agency, SalaryBase)


def add_plan(incoming: Book, present: Iterable[Record], taken_codes: Collection[str], *, words: str) -> ChangeSet:
    """Insert the one plan of ``incoming`` with its records; directory records that are ``present`` stay as they are.

    An agency that is present under another name comes in as one of its own: paper prints names as the plan has them.
    Raises InputError when the plan's code is taken, or its records are there already: a plan never replaces another, or
    part of one, unasked.
    """
    plan = next(iter(incoming.table(Plan).values()))
    if plan.code in taken_codes:
        raise InputError(f"Tệp dữ liệu đã có kế hoạch {plan.code}; hãy đổi mã hoặc xóa kế hoạch cũ rồi nhập lại.")
    known = {record.id: record for record in present}
    own = [record for record in incoming.records() if not isinstance(record, _DIRECTORY)]
    if any(record.id in known for record in own):
        raise InputError(
            f"Kế hoạch {plan.code} trong tệp mang khóa của một kế hoạch đang có trong tệp dữ liệu; hãy xóa kế hoạch cũ"
            " rồi nhập lại, hoặc dùng chức năng sao chép kế hoạch."
        )
    agencies = incoming.table(Agency).values()
    renamed = {each.id: _key_of_its_own(each) for each in agencies if known.get(each.id, each) != each}
    records = (_under(record, renamed) for record in incoming.records())
    fresh = [record for record in records if record.id not in known]
    return change_set(f"{words} {plan.code}", map(inserted, _owners_first(fresh)), plan.id)


def _key_of_its_own(agency: Agency) -> str:
    """Two imports of the same agency meet in one record."""
    return derived_id(Agency.entity, agency.id, agency.name, agency.valid_from, agency.valid_to)


def _under(record: Record, keys: Mapping[str, str]) -> Record:
    """The record with its own key, and those it points at, exchanged."""
    values: dict[str, Any] = {  # Any: dataclasses.replace takes the fields' own types
        spec.name: keys[value]
        for spec in fields_of(type(record))
        if spec.kind in (Kind.KEY, Kind.REF) and (value := getattr(record, spec.name)) in keys
    }
    return replace(record, **values) if values else record


def _owners_first(records: Collection[Record]) -> list[Record]:
    order = {record_type: index for index, record_type in enumerate(PLAN_RECORDS)}
    return sorted(records, key=lambda record: order[type(record)])
