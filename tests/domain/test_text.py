"""Text arrives in many forms and is kept, sought and compared in one."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nscl_desktop.domain.text import fold, match_key, nfc, quoted, rank, same_text

VIETNAMESE = st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyAĐÔƯ 0123àảãáạằấẫộởữỷỳễ\u0301\u0323\u0302-/", max_size=30)
ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=()), max_size=30) | VIETNAMESE


def test_decomposed_text_is_stored_composed() -> None:
    assert nfc(unicodedata.normalize("NFD", "Tiêu chuẩn Đo lường Chất lượng")) == "Tiêu chuẩn Đo lường Chất lượng"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("một\r\nhai\rba\vbốn\u2028năm\x85sáu\fbảy", "một\nhai\nba\nbốn\nnăm\nsáu\nbảy"),
        ("a\x00b\x07c\x1bd\x9fe", "abcde"),
        ("cột\tcột", "cột\tcột"),
        ("\ufeffKế\u200b hoạch\u00ad", "Kế hoạch"),
        ("nửa\ud83d", "nửa"),
        ("1\u00a0280", "1\u00a0280"),
        ("a\x00\u0301", "á"),
        ("Plain text 123", "Plain text 123"),
        ("", ""),
    ],
)
def test_line_ends_are_unified_and_invisible_characters_dropped(typed: str, kept: str) -> None:
    assert nfc(typed) == kept


@given(ANY_TEXT)
def test_stored_text_stays_as_it_is_when_stored_again(s: str) -> None:
    stored = nfc(s)
    assert nfc(stored) == stored
    assert unicodedata.is_normalized("NFC", stored)
    assert stored.encode().decode() == stored


@pytest.mark.parametrize(
    ("s", "key"),
    [
        ("Công ty Cổ phần ĐƯỜNG Biên Hòa", "cong ty co phan duong bien hoa"),
        ("  khỏe\u00a0 \n\tkhoẻ ", "khoe khoe"),
        (unicodedata.normalize("NFD", "Đặng Thị Thuỷ"), "dang thi thuy"),
        ("Ðồng Nai (chữ Ð lạ)", "dong nai (chu d la)"),
        ("ISO 9001:2015", "iso 9001:2015"),
        ("Straße", "strasse"),
        ("Công\x00 ty\u200b", "cong ty"),
    ],
)
def test_the_search_key_has_neither_case_nor_diacritics(s: str, key: str) -> None:
    assert fold(s) == key


@given(ANY_TEXT)
def test_the_search_key_is_the_same_for_all_forms_of_a_text(s: str) -> None:
    key = fold(s)
    assert fold(key) == key
    assert fold(nfc(s)) == fold(unicodedata.normalize("NFD", s)) == key
    assert fold(match_key(s)) == key


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("hòa bình", "HOÀ BÌNH"),
        ("Thủy sản", "Thuỷ  sản "),
        ("khỏe", "khoẻ"),
        ("quả", "qủa"),
        ("quỹ", "qũy"),
        ("huỳnh", "hùynh"),
        ("Hoàng", unicodedata.normalize("NFD", "hoàng")),
        ("Đồng", "Ðồng"),
        ("Sở Khoa học\r\nvà Công nghệ", "Sở khoa học và công nghệ"),
    ],
)
def test_texts_that_read_the_same_are_the_same(a: str, b: str) -> None:
    assert same_text(a, b)
    assert same_text(b, a)


@pytest.mark.parametrize(
    ("a", "b"), [("năm", "nam"), ("đa", "da"), ("hòa", "hóa"), ("mua", "mùa"), ("lụa", "lúa"), ("an bình", "anbình")]
)
def test_texts_that_read_differently_are_not_the_same(a: str, b: str) -> None:
    assert not same_text(a, b)


@given(VIETNAMESE)
def test_sameness_ignores_form_and_case(s: str) -> None:
    assert same_text(s, unicodedata.normalize("NFD", s).casefold())
    assert same_text(match_key(s), s)


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("công ty", "Công ty Đường", 0),
        ("đường", "Công ty Đường", 1),
        ("ường", "Công ty Đường", 2),
        ("cong", "Công ty Đường", 3),
        ("duong", "Công ty Đường", 4),
        ("uong", "Công ty Đường", 5),
        ("mía", "Công ty Đường", None),
        ("năm", "Nam", 3),
        ("nam", "Năm", 3),
        ("an", "Lan Anh", 1),
        ("an", "Lan Can", 2),
        ("hoà", "Cơ khí Hòa Hưng", 1),
        ("hoà", "Hoàng", 0),
        ("", "Công ty", 0),
        ("  CÔNG   TY ", "Công ty", 0),
        ("3900", "3900123456", 0),
        ("d", "Đ", 3),
    ],
)
def test_exact_diacritics_rank_first_then_the_beginning_of_a_word(query: str, text: str, expected: int | None) -> None:
    assert rank(query, text) == expected


def test_a_name_typed_with_its_marks_comes_before_its_lookalikes() -> None:
    names = ["Án Nam", "Cần An", "An Giang", "Ấn Độ", "Tân An"]
    found = sorted((r, n) for n in names if (r := rank("an", n)) is not None)
    assert [name for _, name in found] == ["An Giang", "Cần An", "Tân An", "Án Nam", "Ấn Độ"]


@given(VIETNAMESE, VIETNAMESE)
def test_whatever_contains_the_query_is_found(before: str, query: str) -> None:
    assert rank(query, f"{before} {query} sau") is not None


@pytest.mark.parametrize(
    ("s", "shown"),
    [
        ("68.4", "“68.4”"),
        ("hai\ndòng", "“hai dòng”"),
        ("9" * 2_000_000, "“" + "9" * 40 + "…”"),
        (" " * 500 + "xa", "“…”"),
        ("a" * 40, "“" + "a" * 40 + "”"),
        ("a" * 41, "“" + "a" * 40 + "…”"),
    ],
)
def test_a_quotation_is_short_and_on_one_line(s: str, shown: str) -> None:
    assert quoted(s) == shown
