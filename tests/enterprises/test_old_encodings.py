"""Old encodings: known phrases, all lines of the source papers there and back, and texts that must be left alone."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nscl_desktop.domain.old_encodings import Converted, Encoding, convert, recognise
from nscl_desktop.domain.syllables import is_syllable
from nscl_desktop.domain.text import nfc
from tests.enterprises.encoded import VN3, in_tcvn3, in_vni

TEXTS = sorted((Path(__file__).parents[1] / "samples" / "seed_texts").iterdir())
LINES = sorted({line for path in TEXTS for line in nfc(path.read_text("utf-8")).splitlines() if line.strip()})
WORDS = sorted({word for line in LINES for word in line.split()})

TCVN3 = [
    ("C\u00abng ty cæ phÇn", "Công ty cổ phần"),
    ("Céng hßa x· héi chñ nghÜa ViÖt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
    ("§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc"),
    ("TØnh B¾c Giang", "Tỉnh Bắc Giang"),
    ("Tr\u00adêng THPT Ng« SÜ Liªn", "Trường THPT Ngô Sĩ Liên"),
    ("NguyÔn V¨n Hïng", "Nguyễn Văn Hùng"),
    ("Sè 12, ®\u00adêng Hïng V\u00ad¬ng", "Số 12, đường Hùng Vương"),
    ("Hîp t¸c x· n«ng nghiÖp", "Hợp tác xã nông nghiệp"),
]
VNI = [
    ("Coâng ty coå phaàn", "Công ty cổ phần"),
    ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
    ("Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc"),
    ("COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("Thaønh phoá Hoà Chí Minh", "Thành phố Hồ Chí Minh"),
    ("Tænh Taây Ninh", "Tỉnh Tây Ninh"),
    ("Tröôøng Tieåu hoïc Leâ Quyù Ñoân", "Trường Tiểu học Lê Quý Đôn"),
    ("Ủy".replace("Ủ", "UÛ") + " ban nhaân daân", "Ủy ban nhân dân"),
]
OTHERS = [
    "Productivity and quality", "Société Générale", "Café crème brûlée", "Où est-il ?", "pâté", "Hôtel de l'Opéra",
    "São Paulo", "El Niño", "España", "München", "Citroën", "Nestlé", "Lean®", "ABC® Pro", "Công ty cổ phần",
    "Hà Nam", "bé Tám", "Hé", "là thánh thú", "© 2021 ABC", "5 µm", "10 µg/m³", "20 °C ± 0,5", "«ABC»", "1½", "·",
    "", "0100109106", "Société à responsabilité limitée", "Bình Dương", "THÀNH CÔNG", "Crédit Agricole Côte d'Azur",
]  # fmt: skip


@pytest.mark.parametrize(
    ("encoded", "encoding", "text"),
    [(old, Encoding.TCVN3, new) for old, new in TCVN3] + [(old, Encoding.VNI, new) for old, new in VNI],
)
def test_phrases_of_old_files_are_recognised_and_converted(encoded: str, encoding: Encoding, text: str) -> None:
    assert recognise(encoded) is encoding
    assert convert(encoded, encoding).text == text


@pytest.mark.parametrize("text", OTHERS)
def test_other_texts_are_left_alone(text: str) -> None:
    assert recognise(text) is None


def test_no_line_and_no_word_of_the_source_papers_is_taken_for_an_old_encoding() -> None:
    assert len(LINES) > 300
    assert [text for text in LINES + WORDS if recognise(text)] == []


def test_every_line_of_the_source_papers_comes_back_from_vni() -> None:
    assert [line for line in LINES if convert(in_vni(line), Encoding.VNI).text != line] == []


def test_every_line_of_the_source_papers_comes_back_from_tcvn3_but_for_the_case_it_does_not_hold() -> None:
    converted = {line: convert(in_tcvn3(line), Encoding.TCVN3) for line in LINES}
    assert [line for line, made in converted.items() if made.text.lower() != line.lower()] == []
    wrong = [line for line, made in converted.items() if made.text != line and not made.case_unsure]
    assert wrong == []


@pytest.mark.parametrize(("encoding", "encode"), [(Encoding.TCVN3, in_tcvn3), (Encoding.VNI, in_vni)])
def test_nearly_all_encoded_lines_are_recognised_and_none_as_the_other(encoding: Encoding, encode: object) -> None:
    assert callable(encode)
    encoded = [str(encode(line)) for line in LINES if not line.isascii()]
    found = [recognise(line) for line in encoded]
    assert set(found) <= {encoding, None}
    assert found.count(encoding) >= 0.95 * len(encoded)


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join))
def test_any_words_of_the_papers_come_back(text: str) -> None:
    assert convert(in_vni(text), Encoding.VNI).text == text
    assert convert(in_tcvn3(text), Encoding.TCVN3).text.lower() == text.lower()


def test_words_of_capitals_are_capitals_again() -> None:
    old = in_tcvn3("TỔ CHỨC NHÂN DÂN TỈNH")
    assert convert(old, Encoding.TCVN3) == Converted("TỔ CHỨC NHÂN DÂN TỈNH", case_unsure=True)  # "Tæ": TỔ or Tổ
    old = in_tcvn3("NHÂN DÂN TỈNH LẠNG SƠN")
    assert convert(old, Encoding.TCVN3) == Converted("NHÂN DÂN TỈNH LẠNG SƠN", case_unsure=False)


def test_a_font_of_capitals_makes_capitals_and_another_does_not() -> None:
    old = in_tcvn3("công ty cổ phần")
    assert convert(old, Encoding.TCVN3, ".VnTimeH") == Converted("CÔNG TY CỔ PHẦN", case_unsure=False)
    assert convert(old, Encoding.TCVN3, ".VnTime").text == "công ty cổ phần"


def test_case_that_is_not_in_the_text_is_said() -> None:
    assert convert(in_tcvn3("Ủy ban"), Encoding.TCVN3) == Converted("ủy ban", case_unsure=True)
    assert convert(in_tcvn3("Hà Nội"), Encoding.TCVN3) == Converted("Hà Nội", case_unsure=True)  # HÀ is typed alike
    assert not convert(in_tcvn3("công ty"), Encoding.TCVN3).case_unsure


def test_the_table_of_tcvn3_has_every_small_letter() -> None:
    assert len([letter for letter in VN3 if letter.islower()]) == 67  # 12 vowels × 6 tones + đ, less 6 plain ones


@pytest.mark.parametrize("word", ["nghiêng", "Hòang", "kỹ", "kĩ", "giêng", "quý", "khuỷu", "gì", "Đắk", "thuở", "ăn"])
def test_syllables_are_known(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["Phat", "hoagn", "Kaizen", "cafộ", "càp", "hòá", "strong", "", "ngh"])
def test_other_words_are_no_syllables(word: str) -> None:
    assert not is_syllable(word)
