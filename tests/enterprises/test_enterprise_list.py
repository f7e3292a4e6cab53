"""The list kept beside the records: always what the records give, sought by text and filters, read page by page."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nscl_desktop.domain.area_succession import province_key
from nscl_desktop.domain.changes import Change, inserted
from nscl_desktop.domain.enterprise_list import ListEntry, ListPlace, ListQuery, list_row
from nscl_desktop.domain.enterprises import Enterprise
from nscl_desktop.domain.records import fields_of
from nscl_desktop.storage.enterprise_list import rebuild
from nscl_desktop.storage.enterprise_queries import enterprise_count, enterprise_keys, enterprise_page, listed_words
from nscl_desktop.storage.opening import open_memory_store
from nscl_desktop.storage.store import Store
from tests.enterprises.registers import made_up, store_of, unit, write
from tests.storage.random_steps import Author

KEPT = """SELECT l.id, sort_key, kind, state, marks, sector, province, commune, tax, folded, marked
FROM enterprise_list AS l JOIN enterprise_marked AS m ON m.id = l.id"""


class RegisterAuthor(Author):
    """Makes, changes and deletes units only."""

    def _insert(self) -> Change:
        values = {spec.name: self._value(spec) for spec in fields_of(Enterprise)}
        return inserted(Enterprise(**values))  # type: ignore[arg-type]  # the author knows only FieldSpecs


def kept(store: Store) -> set[tuple[object, ...]]:
    with store.reading() as connection:
        return set(connection.execute(KEPT))


def shown(store: Store, query: ListQuery, size: int = 200) -> list[str]:
    """All keys of the list, read page by page."""
    found: list[str] = []
    end: ListPlace | None = None
    while True:
        with store.reading() as connection:
            page = enterprise_page(connection, query, end, ("name",), size)
        found += [entry.id for entry in page.entries]
        end = page.end
        if end is None:
            return found


@settings(max_examples=25)
@given(seed=st.integers(0, 2**32), count=st.integers(1, 12))
def test_the_list_always_says_what_the_records_say(seed: int, count: int) -> None:
    store, author = open_memory_store(), RegisterAuthor(Random(seed))
    for _ in range(count):
        step = author.step()
        write(store, step)
        if seed % 3 == 0:
            back = step.inverted("Hoàn tác")
            write(store, back)
            author.book.apply(back.changes)
        assert kept(store) == {tuple(list_row(each)) for each in author.book.table(Enterprise).values()}
    store.close()


def test_a_rebuilt_list_is_the_list_that_was_kept() -> None:
    random = Random(3)
    store = store_of(made_up(random, number) for number in range(30))
    before = kept(store)
    with store.reading() as connection:
        rebuild(connection)
        again = set(connection.execute(KEPT))
    assert again == before
    assert len(before) == 30


UNITS = (
    unit("c", "Công ty Cổ phần Hòa Phát", kind="joint_stock", province="Tỉnh Bắc Giang", tax_code="0100109106"),
    unit("b", "Công ty TNHH Hoa Phat", kind="llc_one", province="Tỉnh Bắc Ninh", is_ocop=True, commune="Xã Tân Dĩnh"),
    unit("a", "Âu Lạc", kind="cooperative", sector_code="C1071", is_ocop=True, is_startup=True, tax_code="0100109107"),
    unit("d", "Bình Minh", representative="Đỗ Thị Hoà", products=("Nước mắm", "Muối"), state="closed"),
    unit("e", "Bình Minh cũ", merged_into="d"),
)


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        (ListQuery(), ["a", "d", "c", "b"]),
        (ListQuery("hoa"), ["d", "c", "b"]),
        (ListQuery("Hòa"), ["d", "c", "b"]),
        (ListQuery("hoà phát"), ["c", "b"]),
        (ListQuery("hoa phat"), ["c", "b"]),
        (ListQuery("0100109106"), ["c"]),
        (ListQuery("nuoc mam"), ["d"]),
        (ListQuery("mắm muối"), []),
        (ListQuery("không có"), []),
        (ListQuery(kinds=("llc_one", "joint_stock")), ["c", "b"]),
        (ListQuery("hoa", kinds=("llc_one",)), ["b"]),
        (ListQuery(states=("closed",)), ["d"]),
        (ListQuery(states=("merged",)), ["e"]),
        (ListQuery(marks=("is_ocop",)), ["a", "b"]),
        (ListQuery(marks=("is_ocop", "is_startup")), ["a"]),
        (ListQuery(sectors=("2025/10",)), ["a"]),
        (ListQuery(provinces=(province_key("Bắc Giang"), province_key("Bắc Ninh"))), ["c", "b"]),
        (ListQuery(communes=("xa tan dinh",)), ["b"]),
        (ListQuery(tax=("missing",)), ["d", "b"]),
        (ListQuery(tax=("doubtful",)), ["a"]),
        (ListQuery("minh", within=("a", "c")), []),
    ],
)
@pytest.mark.parametrize("size", [1, 2, 200])
def test_text_and_filters_together_say_what_is_shown_and_names_with_the_typed_dau_come_first(
    query: ListQuery, keys: list[str], size: int
) -> None:
    store = store_of(UNITS)
    assert shown(store, query, size) == keys
    with store.reading() as connection:
        assert enterprise_count(connection, query) == len(keys)
        assert sorted(enterprise_keys(connection, query)) == sorted(keys)


def test_a_page_holds_the_columns_asked_for_as_the_fields_hold_them() -> None:
    store = store_of(UNITS)
    with store.reading() as connection:
        page = enterprise_page(connection, ListQuery("au lac"), None, ("is_ocop", "products", "name"))
    assert page.entries == (ListEntry("a", (True, (), "Âu Lạc")),)
    assert page.end is None


def test_the_words_in_use_can_be_offered_as_filters() -> None:
    store = store_of(UNITS)
    with store.reading() as connection:
        assert set(listed_words(connection, "province")) == {"Tỉnh Bắc Giang", "Tỉnh Bắc Ninh"}
