"""The rules of merging, one story each."""

import pytest

from nscl_desktop.domain.changes import Fields
from nscl_desktop.domain.fields import Place, Value
from nscl_desktop.domain.merging.proposals import (
    CYCLE,
    EDITED,
    EXISTENCE,
    KEPT,
    MISSING,
    NEEDED,
    UNKNOWN,
    Key,
    Proposal,
)
from nscl_desktop.domain.merging.shape import shape_of
from nscl_desktop.domain.registry import RECORD_TYPES
from tests.merging.worlds import Machine, Office, cell, kind, line

A: Key = ("line", "A")
B: Key = ("line", "B")
CELL: Key = ("cell", "c-A")


@pytest.fixture
def office() -> Office:
    return Office(dict([line("A"), line("B"), cell("A", 5), kind("K")]))


def edit(who: Office | Machine, key: Key, **fields: Value) -> None:
    who.work({**who.state, key: {**who.state[key], **fields}})


def remove(who: Office | Machine, *keys: Key) -> None:
    who.work({key: values for key, values in who.state.items() if key not in keys})


def add(who: Office | Machine, record: tuple[Key, Fields]) -> None:
    who.work({**who.state, record[0]: record[1]})


def waiting(office: Office) -> set[tuple[Key, str, str]]:
    return {(each.key, each.field, each.why) for each in office.merged.waiting}


def test_a_field_that_one_side_changed_is_applied(office: Office) -> None:
    laptop = office.check_out("m")
    edit(laptop, A, text="một")
    edit(office, B, text="hai")
    office.receive(laptop.returned())
    assert (office.state[A]["text"], office.state[B]["text"]) == ("một", "hai")
    assert office.merged.conflicts == ()


def test_two_fields_of_one_record_are_no_conflict(office: Office) -> None:
    laptop = office.check_out("m")
    edit(laptop, A, text="một")
    edit(office, A, flag=True)
    office.receive(laptop.returned())
    assert (office.state[A]["text"], office.state[A]["flag"]) == ("một", True)


def test_all_who_changed_a_field_agree(office: Office) -> None:
    first, second = office.check_out("m"), office.check_out("n")
    edit(first, A, text="một")
    edit(second, A, text="một")
    office.receive(first.returned())
    office.receive(second.returned())
    assert office.state[A]["text"] == "một"
    assert office.merged.conflicts == ()


def test_where_they_differ_the_office_s_own_value_stays(office: Office) -> None:
    laptop = office.check_out("m")
    edit(laptop, A, text="máy")
    edit(office, A, text="văn phòng")
    office.receive(laptop.returned())
    (conflict,) = office.merged.conflicts
    assert (conflict.base, conflict.shown) == ("", "văn phòng")
    assert {claim.value for claim in conflict.claims} == {"máy", "văn phòng"}


def test_a_second_machine_withdraws_the_value_of_the_first(office: Office) -> None:
    first, second = office.check_out("m"), office.check_out("n")
    edit(first, A, text="một")
    edit(second, A, text="hai")
    office.receive(first.returned())
    assert office.state[A]["text"] == "một"
    office.receive(second.returned())
    assert office.state[A]["text"] == ""
    assert [each.field for each in office.merged.conflicts] == ["text"]


def test_an_edit_after_receiving_replaces_what_was_received(office: Office) -> None:
    laptop = office.check_out("m")
    edit(laptop, A, text="máy")
    office.receive(laptop.returned())
    edit(office, A, text="sửa lại")
    assert office.state[A]["text"] == "sửa lại"
    assert office.merged.conflicts == ()


def test_putting_back_what_a_machine_changed_is_an_edit(office: Office) -> None:
    laptop = office.check_out("m")
    edit(laptop, A, text="máy")
    office.receive(laptop.returned())
    edit(office, A, text="")
    assert office.state[A]["text"] == ""
    assert office.merged.conflicts == ()


def test_putting_back_what_was_given_out_stands_against_the_machine(office: Office) -> None:
    edit(office, A, text="cho mượn")
    laptop = office.check_out("m")
    edit(laptop, A, text="máy")
    edit(office, A, text="")
    office.receive(laptop.returned())
    assert [each.field for each in office.merged.conflicts] == ["text"]


def test_a_field_put_back_on_the_way_is_no_claim(office: Office) -> None:
    laptop = office.check_out("m")
    edit(laptop, A, text="thử")
    edit(laptop, A, text="")
    edit(office, A, text="văn phòng")
    office.receive(laptop.returned())
    assert office.state[A]["text"] == "văn phòng"
    assert office.merged.conflicts == ()


def test_an_edit_of_a_field_in_conflict_settles_nothing_in_silence(office: Office) -> None:
    laptop = office.check_out("m")
    edit(laptop, A, text="máy")
    edit(office, A, text="văn phòng")
    office.receive(laptop.returned())
    edit(office, A, text="gõ tiếp")
    (conflict,) = office.merged.conflicts
    assert conflict.shown == "gõ tiếp"
    assert {claim.value for claim in conflict.claims} == {"máy", "gõ tiếp"}


def test_a_decision_settles_a_conflict_for_good(office: Office) -> None:
    laptop = office.check_out("m")
    edit(laptop, A, text="máy")
    edit(office, A, text="văn phòng")
    package = laptop.returned()
    office.receive(package)
    office.decide(office.merged.conflicts[0], "thứ ba")
    office.receive(package)
    assert office.state[A]["text"] == "thứ ba"
    assert office.merged.conflicts == ()


def test_what_the_machine_changes_after_a_decision_is_new(office: Office) -> None:
    laptop = office.check_out("m")
    edit(laptop, A, text="máy")
    edit(office, A, text="văn phòng")
    office.receive(laptop.returned())
    office.decide(office.merged.conflicts[0], "văn phòng")
    edit(laptop, A, text="máy sửa nữa")
    office.receive(laptop.returned())
    assert [each.shown for each in office.merged.conflicts] == ["văn phòng"]


def test_a_newer_package_takes_the_place_of_an_older_one_even_if_that_comes_later(office: Office) -> None:
    laptop = office.check_out("m")
    edit(laptop, A, text="một")
    older = laptop.returned()
    edit(laptop, A, text="hai")
    office.receive(laptop.returned())
    office.receive(older)
    assert office.state[A]["text"] == "hai"


def test_a_machine_that_was_given_the_other_s_work_replaces_it(office: Office) -> None:
    first = office.check_out("m")
    edit(first, A, text="một")
    office.receive(first.returned())
    second = office.check_out("n")
    edit(second, A, text="hai")
    office.receive(second.returned())
    assert office.state[A]["text"] == "hai"
    assert office.merged.conflicts == ()


def test_parent_and_position_are_one_field(office: Office) -> None:
    laptop = office.check_out("m")
    edit(laptop, A, place=Place("B", "a"))
    edit(office, A, place=Place("", "z"))
    office.receive(laptop.returned())
    assert [each.field for each in office.merged.conflicts] == ["place"]
    assert office.state[A]["place"] == Place("", "z")


def test_moves_that_make_a_ring_together_are_held(office: Office) -> None:
    laptop = office.check_out("m")
    edit(laptop, A, place=Place("B", "a"))
    edit(office, B, place=Place("A", "a"))
    office.receive(laptop.returned())
    assert waiting(office) == {(A, "place", CYCLE), (B, "place", CYCLE)}
    assert office.state[A]["place"] == office.state[B]["place"] == Place("", "a")


def test_a_deletion_waits_for_what_someone_else_edited(office: Office) -> None:
    laptop = office.check_out("m")
    remove(laptop, B)
    edit(office, B, text="còn dùng")
    office.receive(laptop.returned())
    assert waiting(office) == {(B, EXISTENCE, EDITED)}
    assert office.state[B]["text"] == "còn dùng"


def test_a_yes_that_became_a_no_is_an_edit_too(office: Office) -> None:
    edit(office, B, flag=True)
    laptop = office.check_out("m")
    remove(laptop, B)
    edit(office, B, flag=False)
    office.receive(laptop.returned())
    assert waiting(office) == {(B, EXISTENCE, EDITED)}


def test_a_deletion_waits_while_a_record_that_stays_hangs_on_it(office: Office) -> None:
    laptop = office.check_out("m")
    remove(laptop, B)
    add(office, line("C", "B"))
    office.receive(laptop.returned())
    assert waiting(office) == {(B, EXISTENCE, NEEDED)}


def test_what_was_to_go_with_its_owner_stays_with_it(office: Office) -> None:
    laptop = office.check_out("m")
    remove(laptop, A, CELL)
    edit(office, A, text="còn dùng")
    office.receive(laptop.returned())
    assert waiting(office) == {(A, EXISTENCE, EDITED), (CELL, EXISTENCE, KEPT)}
    assert office.state[CELL]["amount"] == 5


def test_a_deletion_that_nobody_minds_is_done(office: Office) -> None:
    laptop = office.check_out("m")
    remove(laptop, A, CELL)
    edit(office, B, text="khác")
    office.receive(laptop.returned())
    assert A not in office.state
    assert CELL not in office.state
    assert waiting(office) == set()


def test_who_edits_and_then_deletes_wants_nothing_of_it(office: Office) -> None:
    laptop = office.check_out("m")
    edit(laptop, B, text="một")
    remove(laptop, B)
    remove(office, B)
    laptop.published.append(1)
    office.receive(laptop.returned())
    assert B not in office.state
    assert waiting(office) == set()


def test_both_delete(office: Office) -> None:
    laptop = office.check_out("m")
    remove(laptop, B)
    remove(office, B)
    office.receive(laptop.returned())
    assert B not in office.state
    assert waiting(office) == set()


def test_the_office_deletes_what_a_machine_added(office: Office) -> None:
    laptop = office.check_out("m")
    add(laptop, line("C"))
    office.receive(laptop.returned())
    remove(office, ("line", "C"))
    assert ("line", "C") not in office.state
    assert waiting(office) == set()


def test_the_same_record_added_by_two_is_one(office: Office) -> None:
    laptop = office.check_out("m")
    add(laptop, cell("B", 1))
    add(office, cell("B", 2))
    office.receive(laptop.returned())
    (conflict,) = office.merged.conflicts
    assert (conflict.key, conflict.field, conflict.shown) == (("cell", "c-B"), "amount", 2)
    assert office.state["cell", "c-B"]["owner"] == "B"


def test_taking_a_reception_back_gives_the_state_before(office: Office) -> None:
    laptop = office.check_out("m")
    edit(laptop, A, text="máy")
    add(laptop, line("C", "A"))
    before = office.state
    office.receive(laptop.returned())
    office.withdraw("m")
    assert office.state == before


def test_what_hangs_on_a_reception_that_was_taken_back_waits(office: Office) -> None:
    laptop = office.check_out("m")
    add(laptop, line("C"))
    office.receive(laptop.returned())
    edit(office, A, place=Place("C", "a"))
    add(office, line("D", "C"))
    edit(office, ("line", "C"), text="sửa")
    office.withdraw("m")
    unknown = ("line", "C")
    assert waiting(office) == {
        (A, "place", MISSING),
        (("line", "D"), EXISTENCE, MISSING),
        (unknown, EXISTENCE, UNKNOWN),
    }
    assert office.state[A]["place"] == Place("", "a")


def test_a_record_added_and_deleted_after_a_package_stays_deleted(office: Office) -> None:
    laptop = office.check_out("m")
    add(laptop, line("C"))
    first = laptop.returned()
    remove(laptop, ("line", "C"))
    office.receive(first)
    office.receive(laptop.returned())
    assert ("line", "C") not in office.state
    assert office.merged.waiting == ()


def test_it_waits_when_the_office_went_on_with_it(office: Office) -> None:
    laptop = office.check_out("m")
    add(laptop, line("C", text="mới"))
    office.receive(laptop.returned())
    edit(office, ("line", "C"), flag=True)
    remove(laptop, ("line", "C"))
    office.receive(laptop.returned())
    assert waiting(office) == {(("line", "C"), EXISTENCE, EDITED)}
    assert office.state["line", "C"]["text"] == "mới"


def test_nothing_received_is_the_office_s_own_state(office: Office) -> None:
    edit(office, A, text="một")
    add(office, line("C", "A"))
    remove(office, B)
    assert office.state.keys() == {A, CELL, ("line", "C"), ("kind", "K")}


def test_the_shape_of_the_real_records_is_read_from_their_fields() -> None:
    shape = shape_of(RECORD_TYPES)
    assert shape.links["line"]["place"] == "line"
    assert shape.above["allocation"] == ("line_id",)
    assert shape.place_of("line") == "place"
    assert shape.place_of("plan") == ""
    assert "origin_id" not in shape.links["plan"], "a link that only remembers binds nothing"


def test_packages_of_one_machine_are_told_apart_by_their_revision(office: Office) -> None:
    laptop = office.check_out("m")
    edit(laptop, A, text="một")
    assert laptop.returned() == Proposal("m", 1, laptop.returned().claims)
