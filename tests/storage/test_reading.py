"""What is read back: plans, lists, history, steps, and records as they were."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from nscl_desktop.domain.changes import deleted, updated
from nscl_desktop.domain.directory import Agency
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.plans import Plan
from nscl_desktop.storage.header import SCHEMA_VERSION
from nscl_desktop.storage.opening import open_memory_store
from nscl_desktop.storage.store import Store
from tests.storage.books import WHO, SmallPlan, one, small_plan

START = datetime(2021, 8, 19, 3, 42, 7, 123456, tzinfo=UTC)


class Clock:
    """Goes on by one minute with each look."""

    def __init__(self) -> None:
        self.now = START - timedelta(minutes=1)

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


@pytest.fixture
def made() -> SmallPlan:
    return small_plan()


@pytest.fixture
def store(made: SmallPlan) -> Iterator[Store]:
    opened = open_memory_store(Clock())
    opened.apply(made.adding, **WHO)
    yield opened
    opened.close()


def test_a_plan_is_loaded_with_the_directories_and_without_other_plans(store: Store, made: SmallPlan) -> None:
    other = small_plan("TN-2021")
    store.apply(other.adding, **WHO)
    book = store.load_book(made.plan.id)
    assert set(book.records()) == {*made.records, other.agency}
    assert set(store.load_book().records()) == {*made.records, *other.records}


def test_a_plan_that_is_gone_is_an_error_in_words(store: Store) -> None:
    with pytest.raises(InputError, match="Không còn kế hoạch này"):
        store.load_book("không có")


def test_the_list_of_plans_shows_each_plan_without_loading_it(store: Store, made: SmallPlan) -> None:
    signed = {"number": "431/KH-UBND", "date": "2021-02-26", "status": "issued"}
    store.apply(one(updated(made.plan, **signed)), **WHO)
    (row,) = store.plan_rows()
    assert (row.id, row.code, row.number, row.date, row.status) == (
        made.plan.id, "BD-2021-2030", "431/KH-UBND", "2021-02-26", "issued",
    )  # fmt: skip


def test_the_moment_returned_is_the_moment_noted(store: Store, made: SmallPlan) -> None:
    at = store.apply(one(updated(made.item, price=1)), **WHO)
    assert at == datetime(2021, 8, 19, 3, 43, 7, 123000, tzinfo=UTC)
    assert store.change_sets()[-1].at == at
    assert store.last_change() == at


def test_history_tells_who_changed_what_and_when_newest_first(store: Store, made: SmallPlan) -> None:
    store.apply(one(updated(made.item, price=2_000_000)), who="Trần Văn Bé", machine="MAY-02")
    newest, oldest = store.history(made.item.id)[0], store.history(made.item.id)[-1]
    assert (newest.who, newest.machine, newest.words) == ("Trần Văn Bé", "MAY-02", "Sửa")
    assert (newest.before, newest.after) == ({"price": 1_500_000}, {"price": 2_000_000})
    assert oldest.before is None
    assert (newest.owner_id, newest.root_id) == (made.plan.id, made.plan.id)


def test_the_history_of_a_line_holds_its_cells_even_deleted_ones(store: Store, made: SmallPlan) -> None:
    cell = made.cells[0]
    store.apply(one(deleted(cell)), **WHO)
    entry = store.history(made.item.id)[0]
    assert (entry.entity, entry.id, entry.after) == ("allocation", cell.id, None)
    assert (entry.owner_id, entry.root_id) == (made.item.id, made.plan.id)


def test_the_history_of_a_plan_holds_all_that_belongs_to_it(store: Store, made: SmallPlan) -> None:
    store.apply(small_plan("TN-2021").adding, **WHO)
    belonging = {record.id for record in made.records} - {made.agency.id}
    assert {entry.id for entry in store.history(made.plan.id)} == belonging
    assert len(store.history(made.plan.id, limit=3)) == 3


def test_steps_come_in_order_with_their_facts(store: Store, made: SmallPlan) -> None:
    edit = replace(one(updated(made.item, price=2)), scope=made.plan.id)
    undo = edit.inverted("Hoàn tác: Sửa")
    for step in (edit, undo):
        store.apply(step, **WHO)
    steps = store.change_sets(after_seq=1)
    assert [step.change_set for step in steps] == [edit, undo]
    assert [step.seq for step in steps] == [2, 3]
    assert steps[1].change_set.undoes == edit.id
    assert {step.schema_version for step in steps} == {SCHEMA_VERSION}


def test_steps_of_one_plan_are_told_from_the_others(store: Store, made: SmallPlan) -> None:
    other = small_plan("TN-2021")
    store.apply(other.adding, **WHO)
    store.apply(replace(one(updated(made.item, price=2)), scope=made.plan.id), **WHO)
    assert [step.seq for step in store.change_sets(scope=made.plan.id)] == [1, 3]
    assert [step.seq for step in store.change_sets(scope=made.plan.id, newest=1)] == [3]
    assert [step.seq for step in store.change_sets(newest=2)] == [2, 3]


def test_a_record_is_shown_as_it_was_on_a_date(store: Store, made: SmallPlan) -> None:
    moments = [store.apply(one(updated(made.plan, code="A")), **WHO)]
    moments.append(store.apply(one(updated(replace(made.plan, code="A"), code="B", province="Bình Dương")), **WHO))
    code_at = [store.record_as_of("plan", made.plan.id, at) for at in moments]
    assert code_at == [replace(made.plan, code="A"), replace(made.plan, code="B", province="Bình Dương")]
    assert store.record_as_of("plan", made.plan.id, moments[1] - timedelta(milliseconds=1)) == code_at[0]
    assert store.record_as_of("plan", made.plan.id, START - timedelta(minutes=5)) is None


def test_a_deleted_record_is_not_there_any_more_but_was(store: Store, made: SmallPlan) -> None:
    at = store.apply(one(deleted(made.link)), **WHO)
    assert store.record_as_of("target_link", made.link.id, at) is None
    assert store.record_as_of("target_link", made.link.id, at - timedelta(seconds=1)) == made.link


def test_a_new_store_is_empty() -> None:
    store = open_memory_store()
    assert (store.last_seq(), store.last_change(), store.plan_rows(), store.change_sets()) == (0, None, [], [])
    assert store.load_book().table(Plan) == {}
    assert store.load_book().table(Agency) == {}
    store.close()
