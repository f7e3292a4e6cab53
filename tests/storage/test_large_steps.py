"""A large step: watched while it is written, stopped with nothing written, and the list of units right after it."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest

from nscl_desktop.domain.changes import ChangeSet, change_set, inserted, updated
from nscl_desktop.domain.enterprise_list import FACTS, SOUGHT, list_row
from nscl_desktop.domain.enterprises import MARKS, Enterprise
from nscl_desktop.domain.fields import Kind, Value
from nscl_desktop.domain.records import fields_of
from nscl_desktop.services.enterprises import change_many
from nscl_desktop.storage.store import Store
from tests.enterprises.registers import made_up, store_of, write

MANY = 5_000


class Stopped(Exception):  # noqa: N818 - the user's wish, not an error
    pass


@pytest.fixture(scope="module")
def units() -> list[Enterprise]:
    random = Random(11)
    return [made_up(random, number) for number in range(MANY)]


def listed(store: Store) -> dict[str, tuple[object, ...]]:
    """What the list says of each unit, in the order of ListRow."""
    columns = "l.id, sort_key, kind, state, marks, sector, province, commune, tax, folded, marked"
    with store.reading() as connection:
        rows = connection.execute(f"SELECT {columns} FROM enterprise_list l JOIN enterprise_marked m ON m.id = l.id")  # noqa: S608 - names of columns
        return {row[0]: tuple(row) for row in rows}


def stop_at(words: str) -> Callable[[str], None]:
    def tell(said: str) -> None:
        if said.startswith(words):
            raise Stopped

    return tell


@pytest.mark.parametrize("words", ["Soạn nhật ký", "Ghi nhật ký", "Ghi dữ liệu", "Ghi danh sách"])
def test_a_step_that_is_stopped_leaves_nothing_behind(units: list[Enterprise], words: str) -> None:
    store = store_of(units)
    before = listed(store)
    step = change_many(units, "state", "paused")
    with pytest.raises(Stopped):
        write(store, step, stop_at(words))
    assert listed(store) == before
    assert store.last_seq() == 1
    assert {each.state for each in store.load_book().table(Enterprise).values()} == {"active"}
    write(store, step)  # and the way is free for the next
    assert {row[3] for row in listed(store).values()} == {"paused"}


def test_a_large_step_says_how_far_it_is_and_is_one_step_that_can_be_taken_back(units: list[Enterprise]) -> None:
    store = store_of(units)
    before, said = listed(store), list[str]()
    step = change_many(units, "is_ocop", value=True)
    write(store, step, said.append)
    assert f"Ghi nhật ký 2000/{MANY}" in said
    assert f"Ghi dữ liệu 4000/{MANY}" in said
    assert store.last_seq() == 2
    write(store, step.inverted("Hoàn tác"))
    assert listed(store) == before


def test_a_step_of_one_change_says_nothing(units: list[Enterprise]) -> None:
    store, said = store_of(units[:1]), list[str]()
    write(store, change_many(units[:1], "note", "Đã gọi"), said.append)
    assert said == []


OTHER: dict[Kind, Value] = {
    Kind.TEXT: "Chế Lan 12", Kind.LONG_TEXT: "Ghi", Kind.LINES: ("thép tấm",), Kind.FLAG: True, Kind.DATE: "2020-01-31",
    Kind.REF: "khác",
}  # fmt: skip
CHOSEN: dict[str, Value] = {
    "kind": "school", "state": "closed", "sector_edition": "2018", "sector_code": "C1071", "size_sector": "services",
}  # fmt: skip


@pytest.mark.parametrize(
    "spec", [each for each in fields_of(Enterprise) if each.name != "id"], ids=lambda each: each.name
)
@pytest.mark.parametrize("also", ["", "name", "state", "note"])
def test_after_a_change_of_any_field_the_list_says_what_the_records_say(spec: object, also: str) -> None:
    field = next(each for each in fields_of(Enterprise) if each is spec)
    random = Random(4)
    some = [made_up(random, number) for number in range(3)]
    store = store_of(some)
    new = {field.name: CHOSEN.get(field.name, OTHER.get(field.kind))}
    new |= {also: {"name": "Trường Ba Đình", "state": "paused", "note": "x"}[also]} if also and also not in new else {}
    write(store, change_set("Sửa", [updated(some[1], **new)]))
    fresh = store.load_book().table(Enterprise)
    assert getattr(fresh[some[1].id], field.name) == new[field.name] != getattr(some[1], field.name)
    assert listed(store) == {key: tuple(list_row(each)) for key, each in fresh.items()}


def test_the_fields_that_the_list_holds_are_all_that_its_rows_are_made_of() -> None:
    """Independently of FACTS and SOUGHT: whatever changes a row when it changes has to be in one of them."""
    plain = made_up(Random(4), 1)
    moved = set()
    for field in fields_of(Enterprise):
        new = {field.name: CHOSEN.get(field.name, OTHER.get(field.kind, "khác"))}
        if field.name != "id" and list_row(replace(plain, **new)) != list_row(plain):  # type: ignore[arg-type]  # values of many fields, by name
            moved.add(field.name)
    assert moved == {*FACTS, *SOUGHT}


def test_units_made_changed_and_deleted_in_one_step_stand_in_the_list_as_they_end() -> None:
    random = Random(8)
    some = [made_up(random, number) for number in range(4)]
    store = store_of(some[:2])
    named = replace(some[2], state="paused")
    changes = [
        inserted(some[2]), updated(some[2], state="paused"), updated(named, name="Hợp tác xã Đoàn Kết"),
        updated(some[0], kind="school"), updated(some[0], **dict.fromkeys(MARKS, True)),
        updated(some[1], note="x"), inserted(some[3]),
    ]  # fmt: skip
    write(store, change_set("Sửa", changes))
    fresh = store.load_book().table(Enterprise)
    assert listed(store) == {key: tuple(list_row(each)) for key, each in fresh.items()}
    write(store, ChangeSet("Xóa", tuple(inserted(each).inverted() for each in fresh.values())))
    assert listed(store) == {}
