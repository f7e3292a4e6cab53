"""Values of every kind go through JSON and come back the same, to the last digit."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nscl_desktop.domain.budget_lines import Line
from nscl_desktop.domain.errors import Bug
from nscl_desktop.domain.fields import FieldSpec, Kind, Place, Value
from nscl_desktop.domain.records import fields_of
from nscl_desktop.domain.registry import RECORD_TYPES
from nscl_desktop.storage.records_json import fields_from_json, fields_to_json

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20)
LARGEST = 2**63 - 1


def values(kind: Kind) -> st.SearchStrategy[Value]:
    by_kind: dict[Kind, st.SearchStrategy[Value]] = {
        Kind.MONEY: st.none() | st.integers(-LARGEST, LARGEST),
        Kind.INTEGER: st.none() | st.integers(-LARGEST, LARGEST),
        Kind.NUMBER: st.none() | DECIMALS,
        Kind.FLAG: st.booleans(),
        Kind.LINES: st.lists(TEXT, max_size=4).map(tuple),
        Kind.PLACE: st.builds(Place, TEXT, TEXT),
        Kind.REF: st.none() | TEXT,
    }
    return by_kind.get(kind, TEXT)


def all_fields(specs: tuple[FieldSpec, ...]) -> st.SearchStrategy[dict[str, Value]]:
    return st.fixed_dictionaries({spec.name: values(spec.kind) for spec in specs})


@given(data=st.data(), record_type=st.sampled_from(RECORD_TYPES))
def test_fields_come_back_as_they_went(data: st.DataObject, record_type: type[Line]) -> None:
    fields = data.draw(all_fields(fields_of(record_type)))
    back = fields_from_json(record_type.entity, fields_to_json(record_type.entity, fields))
    assert back == fields
    assert repr(back) == repr(fields)  # 1.5 and 1.50, True and 1, Place and tuple


def test_the_written_form_is_the_agreed_one() -> None:
    written = fields_to_json(
        "line", {"price": 1_500_000, "carried_quantity": Decimal("2.50"), "place": Place("", "a0"), "adds": True}
    )
    assert written == '{"price":1500000,"carried_quantity":"2.50","place":["","a0"],"adds":true}'


def test_nothing_is_not_the_same_as_no_fields() -> None:
    assert fields_to_json("line", None) is None
    assert fields_from_json("line", None) is None
    assert fields_from_json("line", fields_to_json("line", {})) == {}


def test_a_field_of_the_past_is_left_out() -> None:
    assert fields_from_json("plan", '{"code":"X","abolished":"y"}') == {"code": "X"}


def test_an_unknown_kind_of_record_is_a_fault() -> None:
    with pytest.raises(Bug):
        fields_to_json("voucher", {})
