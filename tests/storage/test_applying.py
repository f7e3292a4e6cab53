"""The one way to write: all or nothing, only over what was expected, with the journal."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from nscl_desktop.domain.budget_lines import Allocation
from nscl_desktop.domain.changes import Change, ChangeSet, change_set, deleted, inserted, updated
from nscl_desktop.domain.errors import Bug, ConflictError, InputError
from nscl_desktop.domain.fields import Place
from nscl_desktop.domain.plans import Plan
from nscl_desktop.domain.records import new_id
from nscl_desktop.storage.opening import open_memory_store
from nscl_desktop.storage.store import Store
from tests.storage.books import WHO, SmallPlan, one, small_plan
from tests.storage.random_steps import contents


@pytest.fixture
def made() -> SmallPlan:
    return small_plan()


@pytest.fixture
def store(made: SmallPlan) -> Iterator[Store]:
    opened = open_memory_store()
    opened.apply(made.adding, **WHO)
    yield opened
    opened.close()


def refused(store: Store, step: ChangeSet) -> str:
    """The sentence with which a step is refused; the file is as before."""
    before, seq = contents(store.load_book()), store.last_seq()
    with pytest.raises(ConflictError) as caught:
        store.apply(step, **WHO)
    assert contents(store.load_book()) == before
    assert store.last_seq() == seq
    return caught.value.sentence


def test_an_edit_over_another_edit_is_refused_by_the_name_of_the_field(store: Store, made: SmallPlan) -> None:
    store.apply(one(updated(made.item, price=2_000_000)), **WHO)
    sentence = refused(store, one(updated(made.item, note="x"), updated(made.item, price=3_000_000)))
    assert sentence.startswith("“Đơn giá” của mục chi đã được sửa sau đó")


def test_edits_of_different_fields_do_not_disturb_each_other(store: Store, made: SmallPlan) -> None:
    store.apply(one(updated(made.item, price=2_000_000)), **WHO)
    store.apply(one(updated(made.item, note="tạm tính")), **WHO)
    item = store.load_book().get(type(made.item), made.item.id)
    assert (item.price, item.note) == (2_000_000, "tạm tính")


def test_a_move_over_another_move_is_refused(store: Store, made: SmallPlan) -> None:
    store.apply(one(updated(made.item, place=Place("", "a1"))), **WHO)
    sentence = refused(store, one(updated(made.item, place=Place(made.section.id, "a5"))))
    assert sentence.startswith("“Vị trí” của mục chi đã được sửa sau đó")


def test_two_moves_that_make_a_ring_are_refused(store: Store, made: SmallPlan) -> None:
    store.apply(one(updated(made.item, place=Place("", "a1"))), **WHO)
    store.apply(one(updated(made.section, place=Place(made.item.id, "a0"))), **WHO)
    moved_by_another = replace(made.item, place=Place("", "a1"))
    sentence = refused(store, one(updated(moved_by_another, place=Place(made.section.id, "a0"))))
    assert sentence.startswith("Không chuyển được mục chi vào dưới chính nó")


def test_deleting_what_was_edited_since_is_refused(store: Store, made: SmallPlan) -> None:
    store.apply(one(updated(made.cells[0], quantity=Decimal(3))), **WHO)
    assert "“Số lượng” của số liệu" in refused(store, one(deleted(made.cells[0])))


def test_editing_what_was_deleted_is_refused(store: Store, made: SmallPlan) -> None:
    store.apply(one(deleted(made.cells[0])), **WHO)
    assert "Không còn số liệu này" in refused(store, one(updated(made.cells[0], amount=1)))


def test_adding_a_record_twice_is_refused(store: Store, made: SmallPlan) -> None:
    assert "Đã có nguồn kinh phí này" in refused(store, one(inserted(made.source)))
    twice = Plan(id=new_id(), code="X", title="Y")
    assert "Đã có kế hoạch này" in refused(store, one(inserted(twice), inserted(twice)))


def test_saving_the_same_step_twice_is_refused(store: Store, made: SmallPlan) -> None:
    step = one(updated(made.item, price=2))
    store.apply(step, **WHO)
    assert "đã được lưu rồi" in refused(store, step)


def test_the_last_of_many_equal_edits_is_refused_with_all_before_it(store: Store, made: SmallPlan) -> None:
    stale = replace(made.cells[1], quantity=Decimal(7))
    edits = [updated(made.cells[0], quantity=Decimal(1)), updated(stale, quantity=Decimal(1))]
    assert "“Số lượng”" in refused(store, change_set("Sửa nhiều ô", edits))


def test_a_number_written_otherwise_is_still_the_same_number(store: Store, made: SmallPlan) -> None:
    same = replace(made.cells[0], quantity=Decimal("2.5"))  # stored as 2.50
    store.apply(one(updated(same, quantity=Decimal("4.0"))), **WHO)
    other = replace(made.cells[1], quantity=Decimal("2.500"))
    store.apply(one(deleted(other)), **WHO)
    cells = store.load_book().table(Allocation)
    assert [str(cell.quantity) for cell in cells.values()] == ["4.0"]


def test_deleting_what_others_point_at_names_who_does(store: Store, made: SmallPlan) -> None:
    sentence = refused(store, one(deleted(made.source)))
    assert sentence.startswith("Không xóa được nguồn kinh phí: một số liệu khác còn dùng đến (“Nguồn”)")


def test_pointing_at_nothing_is_refused(store: Store, made: SmallPlan) -> None:
    stray = replace(made.item, id=new_id(), lead_id=new_id())
    assert "“Cơ quan chủ trì” của mục chi chỉ tới cơ quan không có" in refused(store, one(inserted(stray)))


def test_what_a_copy_was_made_from_may_be_deleted(store: Store, made: SmallPlan) -> None:
    other = small_plan("TN-2021")
    copied = replace(other.item, origin_id=made.link.line_id)
    records = (other.agency, other.plan, other.section, copied)
    store.apply(change_set("Sao chép", map(inserted, records)), **WHO)
    doomed = (made.link, *made.cells, made.item)
    store.apply(change_set("Xóa", map(deleted, doomed)), **WHO)
    assert store.load_book().get(type(copied), copied.id).origin_id == made.item.id


def test_the_order_of_a_step_does_not_matter_to_its_links(made: SmallPlan) -> None:
    store = open_memory_store()
    store.apply(change_set("Ngược", [inserted(record) for record in reversed(made.records)]), **WHO)
    store.apply(change_set("Xóa", [deleted(record) for record in made.records]), **WHO)
    assert contents(store.load_book()) == []
    store.close()


def test_an_empty_step_is_no_step(store: Store) -> None:
    seq = store.last_seq()
    store.apply(ChangeSet("Không sửa gì", ()), **WHO)
    assert store.last_seq() == seq


@pytest.mark.parametrize(
    "change",
    [
        Change("voucher", "x", None, {"id": "x"}),
        Change("plan", "x", None, {"id": "x", "colour": "đỏ"}),
        Change("plan", "x", {"colour": "đỏ"}, {"colour": "xanh"}),
    ],
)
def test_unknown_entities_and_fields_are_faults_of_the_program(store: Store, change: Change) -> None:
    seq = store.last_seq()
    with pytest.raises(Bug):
        store.apply(ChangeSet("Lạ", (change,)), **WHO)
    assert store.last_seq() == seq


@pytest.mark.parametrize(
    ("value", "part"),
    [
        ({"price": 10**20}, "“Đơn giá” quá lớn"),
        ({"carried_quantity": Decimal("NaN")}, "“Số lượng chuyển tiếp” không phải là số"),
        ({"carried_quantity": Decimal("1E+1000000")}, "“Số lượng chuyển tiếp” không phải là số"),
        ({"note": "hỏng \ud800"}, "“Ghi chú” có ký tự hỏng"),
    ],
)
def test_what_no_column_can_hold_is_refused_in_words(
    store: Store, made: SmallPlan, value: dict[str, int | str | Decimal], part: str
) -> None:
    with pytest.raises(InputError) as caught:
        store.apply(one(updated(made.item, **value)), **WHO)
    assert part in caught.value.sentence


def test_a_text_of_two_megabytes_is_kept(store: Store, made: SmallPlan) -> None:
    note = "Ghi chú dài. " * 200_000
    store.apply(one(updated(made.item, note=note)), **WHO)
    assert store.load_book().get(type(made.item), made.item.id).note == note


def test_steps_are_saved_one_after_the_other(made: SmallPlan) -> None:
    inside, go_on = threading.Event(), threading.Event()

    def slow_clock() -> datetime:
        inside.set()
        go_on.wait(10)
        return datetime(2021, 8, 19, 10, 42, 7, tzinfo=UTC)

    store = open_memory_store(clock=slow_clock)
    thread = threading.Thread(target=store.apply, args=[made.adding], kwargs=WHO)
    thread.start()
    assert inside.wait(10)
    with pytest.raises(Bug):
        store.apply(one(inserted(made.agency)), **WHO)
    go_on.set()
    thread.join()
    assert store.last_seq() == 1
    store.close()
