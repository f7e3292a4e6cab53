"""Reading amounts in words back: all house styles, slips of the pen with a remark, nonsense by name."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.words import CHOICES, WordStyle, amount_in_words
from nscl_desktop.domain.words_reading import ReadWords, read_words

STYLES = st.builds(
    WordStyle,
    group_comma=st.booleans(),
    capital=st.booleans(),
    **{field: st.sampled_from(choices) for field, choices in CHOICES.items()},
)
SMALL_GROUPS = st.sampled_from((0, 0, 1, 4, 5, 10, 14, 15, 21, 24, 25, 100, 101, 104, 105, 110, 515, 999))
AMOUNTS = (
    st.integers(0, 10**15)
    | st.lists(SMALL_GROUPS, min_size=5, max_size=5).map(lambda groups: sum(g * 1000**i for i, g in enumerate(groups)))
    | st.sampled_from((0, 10**9, 10**12, 10**15 - 1, 10**15))
)


@given(AMOUNTS, STYLES)
def test_every_amount_is_read_back_from_every_style(dong: int, style: WordStyle) -> None:
    assert read_words(amount_in_words(dong, style)) == ReadWords(dong)


@given(AMOUNTS, STYLES)
def test_case_and_unicode_form_do_not_matter(dong: int, style: WordStyle) -> None:
    words = amount_in_words(dong, style)
    assert read_words(unicodedata.normalize("NFD", words.upper())) == ReadWords(dong)


# Verbatim from the three source papers, with what stands around the words there.
@pytest.mark.parametrize(
    ("phrase", "dong"),
    [
        ("(bằng chữ: Năm tỷ, tám trăm ba mươi lăm triệu, hai trăm ngàn đồng)", 5_835_200_000),
        ("(bằng chữ: Bảy tỷ, sáu trăm năm mươi bốn triệu, hai trăm ngàn đồng).", 7_654_200_000),
        ("(Một tỷ, sáu trăm tám mươi bảy triệu, hai trăm chín mươi ngàn đồng)", 1_687_290_000),
        ("(Một tỷ, ba trăm tám mươi bảy triệu, hai trăm chín mươi ngàn đồng).", 1_387_290_000),
        ("(Ba trăm triệu đồng).", 300_000_000),
        ("(*Mười bốn tỷ bảy trăm sáu mươi bảy triệu năm trăm năm mươi nghìn đồng*)", 14_767_550_000),
        ("(*Mười một tỷ tám trăm năm mươi lăm triệu năm trăm năm mươi nghìn đồng*)", 11_855_550_000),
        ("(*Hai tỷ chín trăm mười hai triệu đồng*).", 2_912_000_000),
        ("(*Ba tỷ chín trăm linh ba triệu tám trăm năm mươi nghìn đồng*)", 3_903_850_000),
        ("(*Ba tỷ chín trăm hai mươi sáu triệu đồng*)", 3_926_000_000),
        ("(*Ba tỷ không trăm năm mươi sáu triệu bảy trăm nghìn đồng*)", 3_056_700_000),
    ],
)
def test_the_phrases_of_the_source_papers_are_read(phrase: str, dong: int) -> None:
    assert read_words(phrase) == ReadWords(dong)


@pytest.mark.parametrize(
    ("phrase", "dong", "remarks"),
    [
        (
            "(*Ba tỷ tám trăm tám mươi một triệu đồng*)",
            3_881_000_000,
            ["“tám mươi một” nên viết “tám mươi mốt”."],
        ),
        (
            "(Bảng chữ: Một tỷ, sáu trăm tám mươi bảy triệu, hai trăm chín mươi ngàn đồng)",
            1_687_290_000,
            ["“Bảng chữ” nên viết “Bằng chữ”."],
        ),
        ("hai mươi năm triệu đồng", 25_000_000, ["“hai mươi năm” nên viết “hai mươi lăm”."]),
        ("mười năm đồng", 15, ["“mười năm” nên viết “mười lăm”."]),
        ("mười nhăm đồng", 15, ["“mười nhăm” nên viết “mười lăm”."]),
        ("mười tư đồng", 14, ["“mười tư” nên viết “mười bốn”."]),
        ("mười mốt đồng", 11, ["“mười mốt” nên viết “mười một”."]),
        ("một mươi hai đồng", 12, ["“một mươi” nên viết “mười”."]),
        ("tám mười đồng", 80, ["“tám mười” nên viết “tám mươi”."]),
        ("một trăm linh lăm đồng", 105, ["“linh lăm” nên viết “linh năm”."]),
        ("bẩy trăm đồng", 700, ["“bẩy” nên viết “bảy”."]),
        ("hai tỷ mười lăm nghìn đồng", 2_000_015_000, ["Trước “mười lăm” thiếu “không trăm”."]),
        ("một triệu năm nghìn đồng", 1_005_000, ["Trước “năm” thiếu “không trăm”."]),
        ("một nghìn linh năm đồng", 1_005, ["Trước “linh năm” thiếu “không trăm”."]),
        ("một tỷ hai triệu đồng", 1_002_000_000, ["Trước “hai” thiếu “không trăm”."]),
        ("không trăm năm mươi triệu đồng", 50_000_000, ["“không trăm” ở đầu là thừa."]),
        ("hai tỷ không triệu đồng", 2 * 10**9, ["“không triệu” ở cuối là thừa."]),
        ("ba trăm triệu", 300_000_000, ["Thiếu chữ “đồng” ở cuối số tiền bằng chữ."]),
        (
            "một mươi một nghìn hai trăm hai mươi một",
            11_221,
            [
                "Thiếu chữ “đồng” ở cuối số tiền bằng chữ.",
                "“một mươi” nên viết “mười”.",
                "“hai mươi một” nên viết “hai mươi mốt”.",
            ],
        ),
        (
            "hai mươi một triệu không trăm hai mươi một nghìn đồng",
            21_021_000,
            ["“hai mươi một” nên viết “hai mươi mốt”."],
        ),
    ],
)
def test_a_slip_is_understood_with_a_remark(phrase: str, dong: int, remarks: list[str]) -> None:
    assert read_words(phrase) == ReadWords(dong, tuple(remarks))


@pytest.mark.parametrize(
    ("phrase", "dong"),
    [
        ("Ba tỉ đồng", 3 * 10**9),
        ("Một trăm linh tư đồng", 104),
        ("Hai mươi tư triệu không trăm ba mươi bốn nghìn đồng", 24_034_000),
        ("Ba trăm nghìn đồng chẵn./.", 300_000),
        ("Ba trăm nghìn đồng ./.", 300_000),
        ("“Ba trăm nghìn đồng Việt Nam”", 300_000),
        ("Viết bằng chữ: ba trăm nghìn đồng", 300_000),
        ("Số tiền bằng chữ : Ba trăm\nnghìn đồng;", 300_000),
        ("Ba Ðồng", 3),
        ("Không đồng", 0),
        ("MỘT TRIỆU TỶ ĐỒNG", 10**15),
    ],
)
def test_accepted_variants_need_no_remark(phrase: str, dong: int) -> None:
    assert read_words(phrase) == ReadWords(dong)


@pytest.mark.parametrize(
    ("phrase", "word"),
    [
        ("ba trăm ngìn đồng", "ngìn"),
        ("âm ba đồng", "âm"),
        ("3 triệu đồng", "3"),
        ("hăm mốt đồng", "hăm"),
        ("ba đô la", "đô"),
        ("hoàn đồng", "hoàn"),
    ],
)
def test_an_unknown_word_is_named(phrase: str, word: str) -> None:
    with pytest.raises(InputError, match=f"Không đọc được chữ “{word}”"):
        read_words(phrase)


@pytest.mark.parametrize(
    ("phrase", "word"),
    [
        ("một triệu hai đồng", "hai"),
        ("một trăm năm đồng", "năm"),
        ("hai mươi không đồng", "không"),
        ("hai mươi mươi đồng", "mươi"),
        ("không mươi đồng", "mươi"),
        ("mươi lăm đồng", "lăm"),
        ("hai ba đồng", "ba"),
        ("mười hai ba đồng", "ba"),
        ("linh năm đồng", "linh"),
        ("một trăm linh đồng", "linh"),
        ("một trăm linh không đồng", "không"),
        ("trăm đồng", "trăm"),
        ("mươi trăm đồng", "mươi"),
        ("không trăm đồng", "trăm"),
        ("không nghìn đồng", "không"),
        ("một triệu không đồng", "không"),
        ("một nghìn hai triệu đồng", "triệu"),
        ("một nghìn hai nghìn đồng", "nghìn"),
        ("một nghìn triệu đồng", "triệu"),
        ("nghìn đồng", "nghìn"),
        ("tỷ đồng", "tỷ"),
        ("một tỷ hai trăm tỷ đồng", "tỷ"),
        ("một tỷ tỷ đồng", "tỷ"),
        ("một nghìn hai tỷ đồng", "hai"),
        ("một nghìn không tỷ năm triệu đồng", "không"),
        ("năm đồng hai đồng", "đồng"),
        ("ba chẵn đồng", "chẵn"),
    ],
)
def test_a_word_where_it_makes_no_sense_is_named(phrase: str, word: str) -> None:
    with pytest.raises(InputError, match=f"Chữ “{word}” đứng không đúng chỗ"):
        read_words(phrase)


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("", "Không thấy số tiền"),
        ("(…)", "Không đọc được chữ “…”"),
        ("đồng", "Không thấy số tiền"),
        ("bằng chữ:", "Không thấy số tiền"),
        ("hai triệu tỷ đồng", "lớn hơn 1.000.000 tỷ"),
        ("một triệu tỷ không trăm linh một đồng", "lớn hơn 1.000.000 tỷ"),
        ("một " * 500_000, "2000000 ký tự"),
    ],
)
def test_what_holds_no_amount_is_refused_in_one_short_sentence(phrase: str, said: str) -> None:
    with pytest.raises(InputError, match=said) as caught:
        read_words(phrase)
    assert len(caught.value.sentence) < 200


WORDS = [
    *("không", "một", "mốt", "hai", "bốn", "tư", "năm", "lăm", "mười", "mươi", "trăm", "linh"),
    *("nghìn", "ngàn", "triệu", "tỷ", "đồng", "chẵn"),
]


def _one_style(words: str) -> list[str]:
    """The words of the number with the accepted alternatives made one, and gaps that may be read left out."""
    spelling = {"ngàn": "nghìn", "lẻ": "linh", "tư": "bốn", "chẵn": ""}
    number = " ".join(spelling.get(word, word) for word in words.casefold().split()).removesuffix(" ")
    return number.removesuffix(" đồng").replace("không triệu ", "").replace("không nghìn ", "").split()


@given(st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join))
def test_words_in_any_order_are_refused_or_remarked_unless_the_amount_is_written_so(words: str) -> None:
    outcome: ReadWords | str
    try:
        outcome = read_words(f"{words} đồng")
    except InputError as refusal:
        outcome = refusal.sentence
    if isinstance(outcome, str):
        assert outcome.endswith(".")
    else:
        assert outcome.remarks or _one_style(f"{words} đồng") == _one_style(amount_in_words(outcome.value))


@given(st.text(max_size=30))
def test_a_text_that_holds_no_amount_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(InputError) as caught:
        read_words(f"?{text}")
    assert caught.value.sentence.endswith(".")
