"""Amounts in words: the phrases of the source papers, the rules of DOMAIN 9.1, and a table written differently."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.words import NORTH, SOUTH, WordStyle, amount_in_words

# The words stand on the papers beside these figures; 3.881.000.000 is corrected ("tám mươi một" there), and so are
# the digits of 3.926.000.000 ("3.926.000" there).
BINH_DUONG_AND_TAY_NINH = [
    (5_835_200_000, "Năm tỷ, tám trăm ba mươi lăm triệu, hai trăm ngàn đồng"),
    (7_654_200_000, "Bảy tỷ, sáu trăm năm mươi bốn triệu, hai trăm ngàn đồng"),
    (1_687_290_000, "Một tỷ, sáu trăm tám mươi bảy triệu, hai trăm chín mươi ngàn đồng"),
    (1_387_290_000, "Một tỷ, ba trăm tám mươi bảy triệu, hai trăm chín mươi ngàn đồng"),
    (300_000_000, "Ba trăm triệu đồng"),
]
BAC_GIANG = [
    (14_767_550_000, "Mười bốn tỷ bảy trăm sáu mươi bảy triệu năm trăm năm mươi nghìn đồng"),
    (11_855_550_000, "Mười một tỷ tám trăm năm mươi lăm triệu năm trăm năm mươi nghìn đồng"),
    (2_912_000_000, "Hai tỷ chín trăm mười hai triệu đồng"),
    (3_903_850_000, "Ba tỷ chín trăm linh ba triệu tám trăm năm mươi nghìn đồng"),
    (3_881_000_000, "Ba tỷ tám trăm tám mươi mốt triệu đồng"),
    (3_926_000_000, "Ba tỷ chín trăm hai mươi sáu triệu đồng"),
    (3_056_700_000, "Ba tỷ không trăm năm mươi sáu triệu bảy trăm nghìn đồng"),
]
RULES = [
    (0, "Không đồng"),
    (1, "Một đồng"),
    (10, "Mười đồng"),
    (11, "Mười một đồng"),
    (14, "Mười bốn đồng"),
    (15, "Mười lăm đồng"),
    (20, "Hai mươi đồng"),
    (21, "Hai mươi mốt đồng"),
    (24, "Hai mươi tư đồng"),
    (55, "Năm mươi lăm đồng"),
    (100, "Một trăm đồng"),
    (101, "Một trăm linh một đồng"),
    (104, "Một trăm linh bốn đồng"),
    (105, "Một trăm linh năm đồng"),
    (110, "Một trăm mười đồng"),
    (903, "Chín trăm linh ba đồng"),
    (1_005, "Một nghìn không trăm linh năm đồng"),
    (1_000_001, "Một triệu không trăm linh một đồng"),
    (1_000_105, "Một triệu một trăm linh năm đồng"),
    (1_002_003, "Một triệu không trăm linh hai nghìn không trăm linh ba đồng"),
    (2_000_015_000, "Hai tỷ không trăm mười lăm nghìn đồng"),
    (10**9, "Một tỷ đồng"),
    (10**12, "Một nghìn tỷ đồng"),
    (10**12 + 5, "Một nghìn tỷ không trăm linh năm đồng"),
    (1_005 * 10**9, "Một nghìn không trăm linh năm tỷ đồng"),
    (1_234_567_000_000, "Một nghìn hai trăm ba mươi tư tỷ năm trăm sáu mươi bảy triệu đồng"),
    (100_000 * 10**9, "Một trăm nghìn tỷ đồng"),
    (10**15, "Một triệu tỷ đồng"),
]


@pytest.mark.parametrize(("dong", "words"), BINH_DUONG_AND_TAY_NINH)
def test_the_southern_papers_are_written_word_for_word(dong: int, words: str) -> None:
    assert amount_in_words(dong, SOUTH) == words


@pytest.mark.parametrize(("dong", "words"), [*BAC_GIANG, *RULES])
def test_the_northern_paper_and_the_rules_are_written_word_for_word(dong: int, words: str) -> None:
    assert amount_in_words(dong, NORTH) == words


@pytest.mark.parametrize(
    ("style", "words"),
    [
        (SOUTH, "Một tỷ, hai trăm lẻ ba ngàn, không trăm hai mươi bốn đồng"),
        (NORTH, "Một tỷ hai trăm linh ba nghìn không trăm hai mươi tư đồng"),
        (replace(NORTH, empty_groups="read"), "Một tỷ không triệu hai trăm linh ba nghìn không trăm hai mươi tư đồng"),
        (
            replace(SOUTH, empty_groups="read"),
            "Một tỷ, không triệu, hai trăm lẻ ba ngàn, không trăm hai mươi bốn đồng",
        ),
        (replace(NORTH, suffix="đồng chẵn"), "Một tỷ hai trăm linh ba nghìn không trăm hai mươi tư đồng chẵn"),
        (replace(NORTH, suffix="đồng./."), "Một tỷ hai trăm linh ba nghìn không trăm hai mươi tư đồng./."),
        (replace(NORTH, capital=False), "một tỷ hai trăm linh ba nghìn không trăm hai mươi tư đồng"),
    ],
)
def test_each_house_style_changes_only_its_own_words(style: WordStyle, words: str) -> None:
    assert amount_in_words(1_000_203_024, style) == words


@pytest.mark.parametrize(
    ("dong", "words"),
    [
        (1_000_105, "Một triệu không nghìn một trăm linh năm đồng"),
        (2 * 10**9, "Hai tỷ đồng"),
        (10**12 + 500_000, "Một nghìn tỷ không triệu năm trăm nghìn đồng"),
        (10**9 + 1, "Một tỷ không triệu không nghìn không trăm linh một đồng"),
        (0, "Không đồng"),
    ],
)
def test_read_gaps_stand_only_between_groups(dong: int, words: str) -> None:
    assert amount_in_words(dong, replace(NORTH, empty_groups="read")) == words


@pytest.mark.parametrize("dong", [-1, 10**15 + 1, -(10**15)])
def test_a_negative_or_impossible_amount_is_refused(dong: int) -> None:
    with pytest.raises(InputError, match="từ 0 đến"):
        amount_in_words(dong)


@pytest.mark.parametrize(
    "make",
    [
        lambda: WordStyle(thousand="chục"),
        lambda: WordStyle(zero_tens="chục"),
        lambda: WordStyle(four="chục"),
        lambda: WordStyle(empty_groups="chục"),
        lambda: WordStyle(suffix="chục"),
    ],
)
def test_a_style_from_a_damaged_setting_is_refused(make: Callable[[], WordStyle]) -> None:
    with pytest.raises(InputError, match="không có lựa chọn “chục”"):
        make()


# An independent way to the same words: numbers below a thousand spelled out in a table, no arithmetic on digits.
_ONES = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
_AFTER_TENS = ["mốt", "hai", "ba", "tư", "lăm", *_ONES[5:]]
_BELOW_HUNDRED = (
    ["", *_ONES, "mười"]
    + [f"mười {one}" for one in [*_ONES[:4], "lăm", *_ONES[5:]]]
    + [words for ten in _ONES[1:] for words in (f"{ten} mươi", *(f"{ten} mươi {one}" for one in _AFTER_TENS))]
)
_FULL = [f"không trăm linh {one}" for one in _BELOW_HUNDRED[1:10]] + [f"không trăm {w}" for w in _BELOW_HUNDRED[10:]]
_BELOW_THOUSAND = _BELOW_HUNDRED + [
    words for one in _ONES for words in (f"{one} trăm", *(w.replace("không", one, 1) for w in _FULL))
]


def _reference(dong: int) -> str:
    """Decimal digits grouped in a string, each group looked up in the table; up to 999 tỷ."""
    groups = f"{dong:,}".split(",")
    said = []
    for place, digits in enumerate(groups):
        name = ["", " nghìn", " triệu", " tỷ"][len(groups) - place - 1]
        if digits != "000":
            table = _BELOW_THOUSAND if place == 0 or digits[0] != "0" else ["", *_FULL]
            said.append(table[int(digits)] + name)
    return " ".join(said) + " đồng"


def test_all_numbers_below_a_thousand_agree_with_the_table() -> None:
    style = replace(NORTH, capital=False)
    assert len(_BELOW_THOUSAND) == 1000
    assert [amount_in_words(n, style) for n in range(1, 1000)] == [_reference(n) for n in range(1, 1000)]


@given(
    st.integers(1, 10**12 - 1)
    | st.lists(st.sampled_from((0, 1, 4, 5, 10, 15, 101, 404)), min_size=4, max_size=4).map(
        lambda g: max(1, g[0] * 10**9 + g[1] * 10**6 + g[2] * 1000 + g[3])
    )
)
def test_larger_numbers_agree_with_the_table(dong: int) -> None:
    assert amount_in_words(dong, replace(NORTH, capital=False)) == _reference(dong)
