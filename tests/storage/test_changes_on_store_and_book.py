"""Memory, data tables and journal are three copies of one truth: any steps leave all three the same."""

from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from nscl_desktop.domain.book import Book
from nscl_desktop.domain.changes import Change, ChangeSet
from nscl_desktop.domain.errors import ConflictError
from nscl_desktop.domain.fields import Place, Value
from nscl_desktop.storage.opening import open_memory_store
from nscl_desktop.storage.store import Store
from tests.storage.random_steps import Author, contents


def apply(store: Store, step: ChangeSet) -> None:
    store.apply(step, who="Nguyễn Thị Ánh", machine="MAY-01")


def replayed(store: Store) -> Book:
    book = Book()
    for step in store.change_sets():
        book.apply(step.change_set.changes)
    return book


@settings(max_examples=25)
@example(seed=200, count=11)  # a question below itself
@given(seed=st.integers(0, 2**32), count=st.integers(1, 25))
def test_the_store_holds_what_the_book_holds_and_the_journal_tells_it_again(seed: int, count: int) -> None:
    store, author = open_memory_store(), Author(Random(seed))
    steps = [author.step() for _ in range(count)]
    for step in steps:
        apply(store, step)
    assert contents(store.load_book()) == contents(author.book)
    assert contents(replayed(store)) == contents(author.book)
    assert [step.change_set for step in store.change_sets()] == steps
    store.close()


@settings(max_examples=25)
@given(seed=st.integers(0, 2**32), count=st.integers(1, 12))
def test_undoing_every_step_leads_back_through_every_state(seed: int, count: int) -> None:
    store, author = open_memory_store(), Author(Random(seed))
    states, steps = [], []
    for _ in range(count):
        states.append(contents(author.book))
        steps.append(author.step())
        apply(store, steps[-1])
    for state, step in zip(reversed(states), reversed(steps), strict=True):
        undo = step.inverted(f"Hoàn tác: {step.words}")
        apply(store, undo)
        assert contents(store.load_book()) == state
    assert contents(replayed(store)) == []
    for step in steps:
        apply(store, replace(step, id=f"again-{step.id}"[:36]))
    assert contents(store.load_book()) == contents(author.book)
    store.close()


def other(value: Value) -> Value:
    """A value of the same kind that is not this one."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, (int, Decimal)):
        return value - 1
    if isinstance(value, Place):
        return Place(value.parent, f"{value.position}V")
    if isinstance(value, tuple):
        return (*value, "khác")
    return f"{value or ''}khác"


def spoiled(change: Change) -> Change:
    """The same change by someone who saw other values, or who does not know that the record is there."""
    if change.before is None:
        return Change(change.entity, change.id, change.after, None)
    name = max(change.before)
    return Change(change.entity, change.id, {**change.before, name: other(change.before[name])}, change.after)


@settings(max_examples=25)
@given(seed=st.integers(0, 2**32), count=st.integers(1, 12))
def test_a_step_that_does_not_fit_changes_nothing_at_all(seed: int, count: int) -> None:
    store, author = open_memory_store(), Author(Random(seed))
    for _ in range(count):
        apply(store, author.step())
    before, seq = contents(author.book), store.last_seq()
    step = author.step()
    bad = seed % len(step.changes)
    changes = (*step.changes[:bad], spoiled(step.changes[bad]), *step.changes[bad + 1 :])
    with pytest.raises(ConflictError):
        apply(store, replace(step, changes=changes))
    assert contents(store.load_book()) == before
    assert store.last_seq() == seq
    store.close()
