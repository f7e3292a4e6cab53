"""Positions: any number of insertions anywhere, and binary order is the order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nscl_desktop.domain.errors import Bug
from nscl_desktop.domain.positions import between, sequence

LOWEST = "A" + "0" * 26
HIGHEST = "z" * 27


@given(st.lists(st.floats(min_value=0, max_value=1), max_size=60))
def test_keys_inserted_anywhere_stand_where_they_were_inserted(places: list[float]) -> None:
    keys: list[str] = []
    for place in places:
        index = round(place * len(keys))
        before = keys[index - 1] if index else None
        after = keys[index] if index < len(keys) else None
        keys.insert(index, between(before, after))
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)


@given(st.lists(st.sampled_from(["first", "last"]), max_size=100))
def test_between_two_neighbours_there_is_always_room(halves: list[str]) -> None:
    low, high = between(None, None), between(between(None, None), None)
    for half in halves:
        middle = between(low, high)
        assert low < middle < high
        low, high = (low, middle) if half == "first" else (middle, high)


def test_keys_stay_short_when_records_are_appended() -> None:
    keys = sequence(3000)
    assert keys == sorted(set(keys))
    assert max(map(len, keys)) == 3
    assert keys[:2] == ["a0", "a1"]


def test_keys_stay_short_when_records_are_put_first() -> None:
    keys = [between(None, None)]
    for _ in range(3000):
        keys.append(between(None, keys[-1]))
    assert keys == sorted(set(keys), reverse=True)
    assert max(map(len, keys)) == 3


def test_an_empty_list_needs_no_keys() -> None:
    assert sequence(0) == []


def test_there_is_room_beyond_the_last_and_before_the_first_whole_number() -> None:
    assert between(HIGHEST, None) > HIGHEST
    assert between(HIGHEST, HIGHEST + "1") > HIGHEST
    assert between(None, LOWEST + "1") > LOWEST
    second = "A" + "0" * 25 + "1"
    assert LOWEST < between(None, second) < second
    assert between(None, second + "V") == second


@pytest.mark.parametrize(
    ("a", "b", "middle"),
    [
        ("a0", "a1", "a0V"),
        ("a0", "a2", "a1"),
        ("a0V1", "a0V3", "a0V2"),
        ("a0V", "a0V1", "a0V0V"),
        ("a0V5", "a0W1", "a0W"),
        ("a0V5", "a0W", "a0VY"),
        ("a0", "a01", "a00V"),
        ("a0z", "a1", "a0zV"),
        ("Zz", "a0", "ZzV"),
    ],
)
def test_a_key_between_two_is_as_short_as_can_be(a: str, b: str, middle: str) -> None:
    assert between(a, b) == middle
    assert a < middle < b


@pytest.mark.parametrize(("a", "b"), [("a1", "a1"), ("a2", "a1"), ("b00", "az")])
def test_there_is_no_place_between_keys_in_the_wrong_order(a: str, b: str) -> None:
    with pytest.raises(Bug, match=f"giữa {a} và {b}"):
        between(a, b)


@pytest.mark.parametrize("key", ["", "a", "b0", "a00", "a1-", "é0", "1", LOWEST])
def test_what_is_no_key_is_refused(key: str) -> None:
    with pytest.raises(Bug, match="không hợp lệ"):
        between(key, None)
