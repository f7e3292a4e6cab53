"""The order of Vietnamese dictionaries and of lists of people, as plain binary order of keys."""

import sqlite3
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nscl_desktop.domain.sorting import person_sort_key, sort_key
from nscl_desktop.domain.text import nfc

TEXT = st.text(alphabet=st.characters(exclude_categories=()), max_size=20)

IN_ORDER = [
    ["a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "g", "h", "i", "k", "l", "m", "n", "o", "ô", "ơ", "p", "q", "r", "s"],
    ["s", "t", "u", "ư", "v", "x", "y", "z", "я"],
    ["ma", "mà", "mả", "mã", "má", "mạ"],
    ["an", "An", "AN", "àn", "ăn", "ân", "Ấn"],
    ["an", "an bình", "an giang", "ang"],
    ["Hà Bắc", "Hạ Bình", "Hà Bình Hai", "Ha Cường"],
    ["Châu Thành", "Dĩ An", "Dương Minh Châu", "Đắk Lắk", "Gò Dầu"],
    ["Điều 2", "Điều 9", "Điều 10", "Điều 10a", "Điều 100"],
    ["1", "1.2", "1.9", "1.10", "2", "10", "I", "II"],
    ["Năm 2021", "Năm 2021-2025", "Năm 2022"],
    ["", "0", "00", "1", "9", "a"],
    ["hoa", "hòa", "hóa", "hoa bình", "hoà bình"],
    ["e", "é", "ê", "f", "j", "ü", "ư", "w"],
    ["9" * 50, "1" + "0" * 50, "a"],
    ["công ty A", "Công ty A", "công ty B"],
]


@pytest.mark.parametrize("words", IN_ORDER, ids=lambda words: words[-1][:12])
def test_words_stand_in_dictionary_order(words: list[str]) -> None:
    assert [sort_key(w) for w in words] == sorted(sort_key(w) for w in words)


@pytest.mark.parametrize("words", IN_ORDER[:9], ids=lambda words: words[-1][:12])
def test_different_words_have_different_keys(words: list[str]) -> None:
    assert len({sort_key(w) for w in words}) == len(words)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("hòa", "hoà"),
        ("Công ty “An Bình”", "Công ty An Bình"),
        ("Bà Rịa - Vũng Tàu", "Bà Rịa–Vũng  Tàu"),
        ("Đồng", "Ðồng"),
        ("１２", "12"),
    ],
)
def test_punctuation_and_tone_placement_do_not_part_equals(a: str, b: str) -> None:
    assert sort_key(a) == sort_key(b)


@given(TEXT)
def test_all_forms_of_a_text_have_one_key(s: str) -> None:
    assert sort_key(s) == sort_key(nfc(s)) == sort_key(unicodedata.normalize("NFD", nfc(s)))
    assert person_sort_key(s) == person_sort_key(nfc(s))


@given(st.lists(st.text(alphabet="aăâbdđoôơuưyáàạấậđ ĐA19я", max_size=6), max_size=8))
def test_the_database_sorts_keys_as_the_program_does(words: list[str]) -> None:
    keys = [sort_key(w) for w in words]
    with sqlite3.connect(":memory:") as db:
        db.execute("create table t (key text)")
        db.executemany("insert into t values (?)", [(key,) for key in keys])
        assert [key for (key,) in db.execute("select key from t order by key")] == sorted(keys)
    db.close()


def _reference(word: str) -> tuple[list[int], list[int]]:
    """Dictionary order of a small word without capitals, spelled out by hand rather than computed from Unicode."""
    vowels = ["aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "b", "d", "đ", "eèẻẽéẹ", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ"]
    places = {c: (i, j) for i, group in enumerate(vowels) for j, c in enumerate(group)}
    return [places[c][0] for c in word], [max((places[c][1] for c in word), default=0)]


SYLLABLES = st.builds(
    "".join,
    st.tuples(st.text("bdđ", max_size=2), st.sampled_from("aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹoòỏõóọôồổỗốộơờởỡớợ"), st.text("bd")),
)


@given(SYLLABLES, SYLLABLES)
def test_two_syllables_compare_as_in_a_table_written_by_hand(a: str, b: str) -> None:
    assert (sort_key(a) < sort_key(b)) == (_reference(a) < _reference(b))


def test_people_stand_by_given_name_then_by_the_rest() -> None:
    people = ["Trần Văn An", "Nguyễn Thị Ánh", "Lê Ẩn", "Đỗ Bình", "Lê Hà", "Nguyễn Thu Hà", "Bùi Hạ", "Hạ"]
    expected = ["Trần Văn An", "Nguyễn Thị Ánh", "Lê Ẩn", "Đỗ Bình", "Lê Hà", "Nguyễn Thu Hà", "Hạ", "Bùi Hạ"]
    assert sorted(people, key=person_sort_key) == expected


def test_capitals_do_not_part_people_of_one_given_name() -> None:
    people = ["LÊ VĂN HÀ", "Bùi Thị Hà", "bùi thị hà", "Vũ hà"]
    assert sorted(people, key=person_sort_key) == ["bùi thị hà", "Bùi Thị Hà", "LÊ VĂN HÀ", "Vũ hà"]
