"""The texts of the list in memory: whatever they know, the answer is the one that the file alone would give."""

from dataclasses import replace
from random import Random

import pytest

from nscl_desktop.domain.changes import Change, ChangeSet, change_set, deleted, inserted, updated
from nscl_desktop.domain.enterprise_list import ListQuery
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.storage.enterprise_queries import enterprise_page
from nscl_desktop.storage.enterprise_texts import ListTexts
from nscl_desktop.storage.store import Store
from tests.enterprises.registers import made_up, store_of, unit, write

TYPED = (
    "",
    "c",
    "may mac",
    "Minh Đạt",
    "minh dat",
    "hòa phát 1",
    "77",
    "khong co",
    "phuong an khang",
    "Hưng Thịnh Việt Á",
)


def asked(store: Store, query: ListQuery, texts: ListTexts | None, size: int = 20) -> list[str]:
    with store.reading() as connection:
        return [entry.id for entry in enterprise_page(connection, query, None, ("name",), size, texts).entries]


def prepared(store: Store) -> ListTexts:
    texts = ListTexts()
    with store.reading() as connection:
        texts.prepare(connection)
    return texts


@pytest.fixture(scope="module")
def store() -> Store:
    random = Random(3)
    return store_of(made_up(random, number) for number in range(600))


@pytest.mark.parametrize("text", TYPED)
@pytest.mark.parametrize("size", [3, 20, 700])
def test_the_answer_is_that_of_the_file(store: Store, text: str, size: int) -> None:
    texts = prepared(store)
    for query in (ListQuery(text), ListQuery(text, kinds=("llc_one",)), ListQuery(text, states=("closed",))):
        assert asked(store, query, texts, size) == asked(store, query, None, size)


def test_units_changed_since_are_found_by_what_they_are_now() -> None:
    random = Random(4)
    units = [made_up(random, number) for number in range(80)]
    store = store_of(units)
    texts = prepared(store)
    changes: list[Change | None] = []
    kept = list[Enterprise]()
    for each in units[:60]:
        if random.random() < 0.3:
            changes.append(deleted(each))
        else:
            changes.append(updated(each, name=f"Hợp tác xã {random.choice(TYPED)} {random.random()}"))
            kept.append(each)
    changes += [inserted(made_up(random, number)) for number in range(100, 130)]
    write(store, change_set("Sửa nhiều", changes))
    for text in (*TYPED, "hop tac xa"):
        for size in (3, 200):
            assert asked(store, ListQuery(text), texts, size) == asked(store, ListQuery(text), None, size)


def test_after_very_many_changes_the_file_alone_is_asked_until_the_texts_are_read_again(store: Store) -> None:
    texts = prepared(store)
    random = Random(5)
    more = [replace(made_up(random, number), name=f"Nhập mới {number}") for number in range(1000, 1600)]
    write(store, ChangeSet("Nhập", tuple(map(inserted, more))))
    with store.reading() as connection:
        assert texts.holding(connection, "nhap moi 15", 10) is None
        texts.prepare(connection)
        found = texts.holding(connection, "nhap moi 1599", 10)
    assert found is not None
    assert found.ids == (more[-1].id,)
    assert found.is_all
    assert asked(store, ListQuery("nhap moi 1599"), texts) == [more[-1].id]


def test_what_was_not_read_yet_is_not_waited_for() -> None:
    store = store_of([unit("a", "Âu Lạc")])
    with store.reading() as connection:
        assert ListTexts().holding(connection, "au", 5) is None
    assert asked(store, ListQuery("au"), ListTexts()) == ["a"]


def test_a_text_does_not_run_on_from_one_unit_into_the_next() -> None:
    store = store_of([unit("a", "Âu"), unit("b", "Lạc"), unit("c", "Zét")])
    texts = prepared(store)
    assert asked(store, ListQuery("aulac"), texts) == []
    assert asked(store, ListQuery("zet"), texts) == ["c"]
