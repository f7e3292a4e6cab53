"""Labels as papers write them, and the depths that follow from a list of them."""

import pytest

from nscl_desktop.domain.line_labels import LabelKind, bare_label, depths, is_label, kind_of, split_label


@pytest.mark.parametrize(
    "label, kind",
    [
        ("A.", LabelKind.LETTER), ("Đ", LabelKind.LETTER), ("IV", LabelKind.ROMAN), ("(I)", LabelKind.ROMAN),
        ("12.", LabelKind.NUMBER), ("1.1.2", LabelKind.NUMBER), ("II.3", LabelKind.NUMBER),
        ("đ)", LabelKind.SMALL_LETTER), ("ii)", LabelKind.SMALL_ROMAN), ("-", LabelKind.DASH), ("–", LabelKind.DASH),
        ("+", LabelKind.PLUS), ("", LabelKind.NONE), ("Tổng cộng", LabelKind.NONE), ("?", LabelKind.NONE),
    ],
)  # fmt: skip
def test_kinds_of_labels(label: str, kind: LabelKind) -> None:
    assert kind_of(label) is kind
    assert is_label(label) is (kind is not LabelKind.NONE)


def test_letters_that_are_roman_figures_too() -> None:
    assert kind_of("I", before="H") is LabelKind.LETTER
    assert kind_of("I", before="C") is LabelKind.ROMAN
    assert kind_of("i)", before="h)") is LabelKind.SMALL_LETTER
    assert kind_of("v)", before="u)") is LabelKind.SMALL_LETTER


@pytest.mark.parametrize(
    "text, label, rest",
    [
        ("III. Đào tạo nguồn nhân lực", "III", "Đào tạo nguồn nhân lực"),
        ("1.2 Hội nghị", "1.2", "Hội nghị"),
        ("1.2. Hội nghị", "1.2", "Hội nghị"),
        ("đ) Chi khác", "đ)", "Chi khác"),
        ("2/ Lớp", "2", "Lớp"),
        ("- Giải vàng", "-", "Giải vàng"),
        ("+Tem thư", "+", "Tem thư"),
        ("5S tại cơ sở giáo dục", "", "5S tại cơ sở giáo dục"),
        ("3.926 triệu", "", "3.926 triệu"),
        ("-5", "", "-5"),
        ("Tổng cộng", "", "Tổng cộng"),
    ],
)
def test_a_label_before_its_text(text: str, label: str, rest: str) -> None:
    assert split_label(text) == (label, rest)


def test_full_stops_and_brackets_are_no_part_of_a_label() -> None:
    assert [bare_label(each) for each in ("I.", "(I)", " 1.1. ", "a)")] == ["I", "I", "1.1", "a"]


@pytest.mark.parametrize(
    "labels, wanted",
    [
        ("I 1 2 II 1 III 7 - - IV", "0 1 1 0 1 0 1 2 2 0"),  # Tây Ninh
        ("5 6 7 III 1 2 IV 1", "0 0 0 0 1 1 0 1"),  # Bắc Giang, whose first page is missing
        ("A I 1 II B I 1 1.1 1.2 2 a) b) - +", "0 1 2 1 0 1 2 3 3 2 3 3 4 5"),
        ("I A 1 B II A", "0 1 2 1 0 1"),
        ("A B C D E G H I K", "0 0 0 0 0 0 0 0 0"),
        ("1 2 3", "0 0 0"),
        ("1 1.1 1.1.1 1.2 2", "0 1 2 1 0"),
    ],
)
def test_depths_follow_from_labels(labels: str, wanted: str) -> None:
    assert depths(labels.split()) == [int(depth) for depth in wanted.split()]


def test_lines_without_label_lie_below_the_labelled_one_above() -> None:
    assert depths(["IV", "", "-", "-", ""]) == [0, 1, 2, 2, 1]
    assert depths(["", "", ""]) == [0, 0, 0]
    assert depths([]) == []
