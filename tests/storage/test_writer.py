"""The queue: steps are saved in their order, and after a failure nothing is written on top of what is missing."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

import pytest

from nscl_desktop.domain.changes import ChangeSet, inserted, updated
from nscl_desktop.domain.errors import Bug, ConflictError, NsclError
from nscl_desktop.domain.plans import Plan
from nscl_desktop.storage.opening import open_memory_store
from nscl_desktop.storage.store import Store
from nscl_desktop.storage.writer import WriteQueue
from tests.storage.books import WHO, one

PLAN = Plan(id="11111111-1111-4111-8111-111111111111", code="0", title="Kế hoạch")


@dataclass
class Desk:
    """Whoever edits: keeps what the queue reports, and can hold the writing thread back."""

    saved: list[tuple[str, datetime]] = field(default_factory=list)
    failed: list[tuple[str, NsclError, tuple[str, ...]]] = field(default_factory=list)
    threads: set[str] = field(default_factory=set)
    may_save: threading.Event = field(default_factory=threading.Event)

    def on_saved(self, step_id: str, at: datetime) -> None:
        self.may_save.wait(10)
        self.threads.add(threading.current_thread().name)
        self.saved.append((step_id, at))

    def on_failed(self, step_id: str, error: NsclError, later: tuple[str, ...]) -> None:
        self.failed.append((step_id, error, later))


@pytest.fixture
def store() -> Iterator[Store]:
    opened = open_memory_store()
    opened.apply(one(inserted(PLAN)), **WHO)
    yield opened
    opened.close()


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def queue(store: Store, desk: Desk) -> Iterator[WriteQueue]:
    who = (WHO["who"], WHO["machine"])
    made = WriteQueue(store, sign=lambda: who, on_saved=desk.on_saved, on_failed=desk.on_failed)
    yield made
    desk.may_save.set()
    made.close()


def renaming(old: str, new: str) -> ChangeSet:
    change = updated(Plan(id=PLAN.id, code=old, title=PLAN.title), code=new)
    return one(change)


def code_of(store: Store) -> str:
    return store.load_book().get(Plan, PLAN.id).code


def test_steps_are_saved_in_their_order_by_one_other_thread(store: Store, desk: Desk, queue: WriteQueue) -> None:
    steps = [renaming(str(n), str(n + 1)) for n in range(20)]
    for step in steps:
        queue.submit(step)
    assert desk.saved == []
    desk.may_save.set()
    assert queue.drain(10)
    assert [step_id for step_id, _ in desk.saved] == [step.id for step in steps]
    assert [step.at for step in store.change_sets(after_seq=1)] == [at for _, at in desk.saved]
    assert (code_of(store), desk.threads) == ("20", {"database"})


def test_after_a_failure_nothing_behind_it_is_written(store: Store, desk: Desk, queue: WriteQueue) -> None:
    good, bad, later = renaming("0", "1"), renaming("sai", "2"), [renaming("2", "3"), renaming("3", "4")]
    for step in (good, bad, *later):
        queue.submit(step)
    desk.may_save.set()
    assert not queue.drain(10)
    ((step_id, error, behind),) = desk.failed
    assert (step_id, behind) == (bad.id, tuple(step.id for step in later))
    assert isinstance(error, ConflictError)
    assert code_of(store) == "1"


def test_writing_goes_on_after_resume_without_what_waited(store: Store, desk: Desk, queue: WriteQueue) -> None:
    desk.may_save.set()
    bad, behind, meanwhile = renaming("sai", "2"), renaming("2", "3"), renaming("3", "4")
    queue.submit(bad)
    queue.submit(behind)
    assert not queue.drain(10)
    queue.submit(meanwhile)  # the failure is not yet known to who submits
    assert queue.resume() == (behind.id, meanwhile.id)
    queue.submit(renaming("0", "mới"))
    assert queue.drain(10)
    assert code_of(store) == "mới"
    assert len(desk.failed) == 1


def test_a_failure_is_reported_before_waiting_for_it_ends(desk: Desk, queue: WriteQueue) -> None:
    desk.may_save.set()
    for _ in range(20):
        queue.submit(renaming("sai", "2"))
        assert not queue.drain(10)
        assert len(desk.failed) == 1
        desk.failed.clear()
        queue.resume()


def test_closing_saves_what_is_queued_first(store: Store, desk: Desk, queue: WriteQueue) -> None:
    for n in range(10):
        queue.submit(renaming(str(n), str(n + 1)))
    desk.may_save.set()
    assert queue.close() == ()
    assert code_of(store) == "10"
    with pytest.raises(Bug):
        queue.submit(renaming("10", "11"))


def test_closing_after_a_failure_names_what_was_never_saved(desk: Desk, queue: WriteQueue) -> None:
    desk.may_save.set()
    behind = renaming("2", "3")
    queue.submit(renaming("sai", "2"))
    assert not queue.drain(10)
    queue.submit(behind)
    assert queue.close() == (behind.id,)


def test_a_fault_of_the_program_is_reported_as_one(store: Store, desk: Desk, queue: WriteQueue) -> None:
    desk.may_save.set()
    wrong_kind = one(updated(PLAN, group_comma="không phải có hay không"))
    queue.submit(wrong_kind)
    assert not queue.drain(10)
    ((step_id, error, _),) = desk.failed
    assert (step_id, type(error)) == (wrong_kind.id, Bug)
    assert error.__cause__ is not None
    assert code_of(store) == "0"


def test_waiting_gives_up_after_the_given_time(desk: Desk, queue: WriteQueue) -> None:
    queue.submit(renaming("0", "1"))
    assert not queue.drain(timeout=0.01)
    desk.may_save.set()
    assert queue.drain(10)
