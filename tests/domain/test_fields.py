"""One description for each field: complete, Vietnamese, and in step with the record."""

import dataclasses
from decimal import Decimal

import pytest

from nscl_desktop.domain.budget_lines import Allocation, Line
from nscl_desktop.domain.fields import Kind
from nscl_desktop.domain.plan_records import PLAN_RECORDS
from nscl_desktop.domain.plans import Period, Plan
from nscl_desktop.domain.records import derived_id, fields_of, new_id, values_of
from nscl_desktop.domain.registry import BY_ENTITY, RECORD_TYPES
from nscl_desktop.domain.targets import Target

_HOLDS = {
    Kind.MONEY: int, Kind.INTEGER: int, Kind.NUMBER: Decimal, Kind.FLAG: bool, Kind.LINES: tuple, Kind.PLACE: tuple,
}  # fmt: skip


@pytest.mark.parametrize("record_type", RECORD_TYPES)
def test_every_field_has_a_label_and_a_kind_that_fits_what_it_holds(record_type: type) -> None:
    defaults = {item.name: item.default for item in dataclasses.fields(record_type)}
    for spec in fields_of(record_type):
        default = defaults[spec.name]
        assert spec.label[:1].isupper()
        assert spec.kind is Kind.KEY or default is None or isinstance(default, _HOLDS.get(spec.kind, str))
        assert spec.nullable is (default is None)
        if spec.kind in (Kind.REF, Kind.PLACE):
            assert spec.target in BY_ENTITY
        if spec.kind is Kind.CHOICE:
            assert default in dict(spec.choices)


def test_a_choice_is_shown_by_its_label_and_a_foreign_one_as_it_is() -> None:
    spec = next(spec for spec in fields_of(Plan) if spec.name == "status")
    assert spec.choice_label("draft") == "Nháp"
    assert spec.choice_label("lost") == "lost"


def test_what_only_remembers_where_it_came_from_is_no_part_of_the_plan() -> None:
    outside = {(each.entity, spec.name) for each in PLAN_RECORDS for spec in fields_of(each) if spec.outside}
    assert outside == {
        (Plan.entity, "period_plan_id"), (Plan.entity, "origin_id"), (Line.entity, "origin_id"),
        (Target.entity, "origin_id"),
    }  # fmt: skip


def test_values_of_a_record_are_all_its_fields() -> None:
    period = Period(id="p", plan_id="x", position="a0", year_from=2021, year_to=2025)
    assert values_of(period) == {"id": "p", "plan_id": "x", "position": "a0", "year_from": 2021, "year_to": 2025}


def test_keys_of_two_machines_meet_only_where_parents_and_natural_key_are_the_same() -> None:
    assert derived_id(Allocation.entity, "I", 2022) == derived_id(Allocation.entity, "I", 2022)
    assert derived_id(Allocation.entity, "I", 2022) != derived_id(Allocation.entity, "I", 2023)
    assert new_id() != new_id()
