"""Figures as the papers, clerks and foreign files write them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.figures import CellKind
from nscl_desktop.domain.money import MoneyUnit, format_amount, format_quantity
from nscl_desktop.domain.money_reading import ParsedAmount, parse_amount, parse_quantity, read_quantity

DONG, NGHIN, TRIEU, TY = MoneyUnit.DONG, MoneyUnit.NGHIN, MoneyUnit.TRIEU, MoneyUnit.TY


@pytest.mark.parametrize(
    ("text", "unit", "dong"),
    [
        ("3.926.000", DONG, 3_926_000),
        ("1.687.290.000", DONG, 1_687_290_000),
        ("1280", TRIEU, 1_280_000_000),
        ("2.230", TRIEU, 2_230_000_000),
        ("1.290,84", TRIEU, 1_290_840_000),
        ("417,20", TRIEU, 417_200_000),
        ("83,44", TRIEU, 83_440_000),
        ("  62,7\n", TRIEU, 62_700_000),
        ("0,500", TRIEU, 500_000),
        ("14,76755", TY, 14_767_550_000),
        ("6.000", NGHIN, 6_000_000),
        ("0", TRIEU, 0),
        ("-0", DONG, 0),
        ("-1.000", DONG, -1_000),
        ("−5", TRIEU, -5_000_000),
        ("+5", TRIEU, 5_000_000),
        ("１．２８０", TRIEU, 1_280_000_000),
        ("500.000 đồng", DONG, 500_000),
        ("500.000đ.", DONG, 500_000),
        ("500.000 VNĐ", DONG, 500_000),
        ("500.000 ₫", DONG, 500_000),
        ("3,2 triệu", TRIEU, 3_200_000),
        ("16,5tr", TRIEU, 16_500_000),
        ("1.500 ngàn đồng", NGHIN, 1_500_000),
        ("1,2 tỉ đồng", TY, 1_200_000_000),
        ("1.500,00", DONG, 1_500),
        ("007", DONG, 7),
        ("1.000.000.000.000.000", DONG, 10**15),
    ],
)
def test_a_figure_written_by_the_rule_needs_no_interpretation(text: str, unit: MoneyUnit, dong: int) -> None:
    assert parse_amount(text, unit) == ParsedAmount(CellKind.NUMBER, dong)


@pytest.mark.parametrize(
    ("text", "unit", "dong", "interpretation"),
    [
        ("68.4", TRIEU, 68_400_000, "“68.4” được đọc là 68,4 triệu đồng: dấu chấm là dấu thập phân."),
        ("0.500", TRIEU, 500_000, "“0.500” được đọc là 0,5 triệu đồng: dấu chấm là dấu thập phân."),
        ("1280.500", TRIEU, 1_280_500_000, "“1280.500” được đọc là 1.280,5 triệu đồng: dấu chấm là dấu thập phân."),
        ("31,290", TRIEU, 31_290_000, "“31,290” được đọc là 31,29 triệu đồng: dấu phẩy là dấu thập phân."),
        ("31,290", DONG, 31_290, "“31,290” được đọc là 31.290 đồng: dấu phẩy ngăn cách hàng nghìn."),
        ("1500.00", DONG, 1_500, "“1500.00” được đọc là 1.500 đồng: dấu chấm là dấu thập phân."),
        (
            "1,290.84",
            TRIEU,
            1_290_840_000,
            "“1,290.84” được đọc là 1.290,84 triệu đồng: dấu phẩy ngăn cách hàng nghìn; dấu chấm là dấu thập phân.",
        ),
        ("1,290,000", DONG, 1_290_000, "“1,290,000” được đọc là 1.290.000 đồng: dấu phẩy ngăn cách hàng nghìn."),
        ("1 280", TRIEU, 1_280_000_000, "“1 280” được đọc là 1.280 triệu đồng: dấu cách ngăn cách hàng nghìn."),
        (
            "1\u00a0280,5",
            TRIEU,
            1_280_500_000,
            "“1 280,5” được đọc là 1.280,5 triệu đồng: dấu cách ngăn cách hàng nghìn.",
        ),
        (
            "1\u202f280.5",
            TRIEU,
            1_280_500_000,
            "“1 280.5” được đọc là 1.280,5 triệu đồng: dấu cách ngăn cách hàng nghìn; dấu chấm là dấu thập phân.",
        ),
        ("500.000 đồng", TRIEU, 500_000, "“500.000 đồng” được đọc là 0,5 triệu đồng: trong ô ghi đơn vị đồng."),
        ("3,2 triệu", DONG, 3_200_000, "“3,2 triệu” được đọc là 3.200.000 đồng: trong ô ghi đơn vị triệu đồng."),
        (
            "16.5 triệu đồng",
            DONG,
            16_500_000,
            "“16.5 triệu đồng” được đọc là 16.500.000 đồng: dấu chấm là dấu thập phân; trong ô ghi đơn vị triệu đồng.",
        ),
        ("(1.000)", DONG, -1_000, "“(1.000)” được đọc là -1.000 đồng: số trong ngoặc đơn là số âm."),
        ("(1.000 đồng)", DONG, -1_000, "“(1.000 đồng)” được đọc là -1.000 đồng: số trong ngoặc đơn là số âm."),
        ("( 1.000 ) đ", DONG, -1_000, "“( 1.000 ) đ” được đọc là -1.000 đồng: số trong ngoặc đơn là số âm."),
        ("- 5", TRIEU, -5_000_000, "“- 5” được đọc là -5 triệu đồng: dấu đứng rời thuộc về số."),
    ],
)
def test_an_ambiguous_figure_says_how_it_was_understood(
    text: str, unit: MoneyUnit, dong: int, interpretation: str
) -> None:
    assert parse_amount(text, unit) == ParsedAmount(CellKind.NUMBER, dong, "", interpretation)


@pytest.mark.parametrize(
    ("text", "dong", "mark"),
    [
        ("628*", 628_000_000, "*"),
        ("1.256\\*", 1_256_000_000, "*"),
        ("157 **", 157_000_000, "**"),
        ("157 (*)", 157_000_000, "(*)"),
        ("628 triệu đồng†", 628_000_000, "†"),
        ("628¹", 628_000_000, "¹"),
    ],
)
def test_a_footnote_mark_is_kept_beside_the_figure(text: str, dong: int, mark: str) -> None:
    assert parse_amount(text, TRIEU) == ParsedAmount(CellKind.NUMBER, dong, mark)


def test_empty_dash_and_zero_are_three_different_cells() -> None:
    assert parse_amount(" \u00a0\n") == ParsedAmount(CellKind.EMPTY)
    assert parse_amount("-") == parse_amount(" – ") == parse_amount("—") == ParsedAmount(CellKind.DASH)
    assert parse_amount("0") == ParsedAmount(CellKind.NUMBER, 0)


@pytest.mark.parametrize(
    "text",
    [
        *("Có dự án riêng", "1.28.000", "1,28,000", "1.290.84", "1 28", "0.500.000", "5.", ",5", ".5", "1..2"),
        *("(5", "5)", "-(5)", "(-5)", "((5))", "--5", "5-", "*", "đồng", "()", "1e5", "12/3", "=4*5", "0x10"),
        *("3 tỷ 200 triệu", "5 6", "½", "1'000", "۱x۲", "5%"),
    ],
)
def test_what_is_no_figure_is_refused_with_the_right_way_to_write_it(text: str) -> None:
    with pytest.raises(InputError, match=r"hãy ghi theo mẫu 1\.290,84"):
        parse_amount(text, TRIEU)


@pytest.mark.parametrize("text", ["5 kg", "12a", "5 đô la", "5 k"])
def test_an_unknown_unit_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="Không hiểu đơn vị tiền"):
        parse_amount(text, DONG)


@pytest.mark.parametrize(
    ("text", "unit", "said"),
    [
        ("0,0000001", TRIEU, "lẻ dưới 1 đồng"),
        ("68.4", DONG, "lẻ dưới 1 đồng"),
        ("1000000000000001", DONG, "lớn hơn 1.000.000 tỷ đồng"),
        ("9" * 20, TRIEU, "lớn hơn 1.000.000 tỷ đồng"),
        ("9" * 61, DONG, "quá dài để là một số"),
        ("1." * 1_000_000, TRIEU, "quá dài để là một số"),
        (" " * 2_000_000, TRIEU, "quá dài để là một số"),
    ],
)
def test_impossible_amounts_are_refused_in_one_short_sentence(text: str, unit: MoneyUnit, said: str) -> None:
    with pytest.raises(InputError, match=said) as caught:
        parse_amount(text, unit)
    assert len(caught.value.sentence) < 250


@given(st.integers(-(10**15), 10**15), st.sampled_from(MoneyUnit))
def test_every_printed_amount_is_read_back(dong: int, unit: MoneyUnit) -> None:
    assert parse_amount(format_amount(dong, unit), unit).value == dong
    assert parse_amount(f"{format_amount(dong, unit)} {unit.label}", TRIEU).value == dong


@given(st.text(max_size=40) | st.text("0123456789.,-+()* đtrỷ", max_size=25), st.sampled_from(MoneyUnit))
def test_any_text_is_read_or_refused_in_a_sentence(text: str, unit: MoneyUnit) -> None:
    outcome: ParsedAmount | str
    try:
        outcome = parse_amount(text, unit)
    except InputError as refusal:
        outcome = refusal.sentence
    if isinstance(outcome, str):
        assert outcome.endswith(".")
    else:
        assert (outcome.value is None) == (outcome.kind is not CellKind.NUMBER)


@pytest.mark.parametrize(
    ("text", "quantity", "interpretation"),
    [
        ("04", "4", ""),
        ("1.280", "1280", ""),
        ("12,25", "12.25", ""),
        ("-2", "-2", ""),
        ("-0", "0", ""),
        ("70.5", "70.5", "“70.5” được đọc là 70,5: dấu chấm là dấu thập phân."),
        ("1,290", "1.29", "“1,290” được đọc là 1,29: dấu phẩy là dấu thập phân."),
        ("1 000", "1000", "“1 000” được đọc là 1.000: dấu cách ngăn cách hàng nghìn."),
    ],
)
def test_a_quantity_is_read_like_an_amount(text: str, quantity: str, interpretation: str) -> None:
    parsed = read_quantity(text)
    assert (parsed.kind, parsed.value, parsed.interpretation) == (CellKind.NUMBER, Decimal(quantity), interpretation)
    assert parse_quantity(text) == Decimal(quantity)


def test_a_marked_quantity_keeps_its_mark() -> None:
    assert read_quantity("4*").mark == "*"


def test_an_empty_quantity_and_a_dash_differ_but_neither_is_a_number() -> None:
    assert (read_quantity("").kind, read_quantity("-").kind) == (CellKind.EMPTY, CellKind.DASH)
    assert parse_quantity("") is parse_quantity("-") is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("04 đợt", "đơn vị tính ở cột bên cạnh"),
        ("0,3333333", "quá 6 chữ số thập phân"),
        ("1000000000001", "quá lớn"),
        ("bốn", "Không đọc được số"),
        ("9" * 2_000_000, "quá dài"),
    ],
)
def test_impossible_quantities_are_refused(text: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        parse_quantity(text)


@given(st.decimals(-(10**12), 10**12, places=6))
def test_every_printed_quantity_is_read_back(quantity: Decimal) -> None:
    assert parse_quantity(format_quantity(quantity)) == quantity
