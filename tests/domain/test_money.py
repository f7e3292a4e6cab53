"""Amounts printed as the source papers print them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nscl_desktop.domain.errors import Bug, InputError
from nscl_desktop.domain.money import MoneyUnit, decimals_needed, format_amount, format_quantity, to_dong

DONG, NGHIN, TRIEU, TY = MoneyUnit.DONG, MoneyUnit.NGHIN, MoneyUnit.TRIEU, MoneyUnit.TY
UNITS = st.sampled_from(MoneyUnit)


def test_units_carry_their_official_names() -> None:
    assert [(unit.value, unit.label) for unit in MoneyUnit] == [
        (1, "đồng"),
        (1_000, "nghìn đồng"),
        (1_000_000, "triệu đồng"),
        (1_000_000_000, "tỷ đồng"),
    ]


@pytest.mark.parametrize(
    ("dong", "unit", "decimals", "printed"),
    [
        (5_835_200_000, DONG, None, "5.835.200.000"),
        (5_835_200_000, TRIEU, None, "5.835,2"),
        (5_835_200_000, TRIEU, 2, "5.835,20"),
        (1_290_840_000, TRIEU, None, "1.290,84"),
        (417_200_000, TRIEU, 2, "417,20"),
        (14_767_550_000, TRIEU, None, "14.767,55"),
        (14_767_550_000, TY, None, "14,76755"),
        (14_767_550_000, TY, 1, "14,8"),
        (14_767_550_000, NGHIN, None, "14.767.550"),
        (2_230_000_000, TRIEU, 0, "2.230"),
        (0, TRIEU, None, "0"),
        (0, TRIEU, 2, "0,00"),
        (500_000, TRIEU, None, "0,5"),
        (1, TY, None, "0,000000001"),
        (5_000, TRIEU, 2, "0,01"),
        (4_999, TRIEU, 2, "0,00"),
        (1_500_000, TRIEU, 0, "2"),
        (-5_000, TRIEU, 2, "-0,01"),
        (-4_999, TRIEU, 2, "0,00"),
        (-1_687_290_000, DONG, None, "-1.687.290.000"),
        (7, DONG, 2, "7,00"),
        (10**15, DONG, None, "1.000.000.000.000.000"),
    ],
)
def test_an_amount_is_printed_in_its_unit(dong: int, unit: MoneyUnit, decimals: int | None, printed: str) -> None:
    assert format_amount(dong, unit, decimals) == printed


def test_a_column_printed_with_the_most_decimals_of_its_cells_is_exact() -> None:
    column = [83_440_000, 417_200_000, 0, 68_400_000, 34_000_000]
    assert [decimals_needed(dong, TRIEU) for dong in column] == [2, 1, 0, 1, 0]


@given(st.integers(-(10**15), 10**15), UNITS)
def test_an_exact_figure_keeps_every_dong(dong: int, unit: MoneyUnit) -> None:
    figure = format_amount(dong, unit)
    assert Decimal(figure.replace(".", "").replace(",", ".")) * unit.value == dong
    assert "," not in figure or not figure.endswith("0")


@given(st.integers(-(10**15), 10**15), UNITS, st.integers(0, 9))
def test_a_rounded_figure_is_at_most_half_a_step_away(dong: int, unit: MoneyUnit, decimals: int) -> None:
    figure = Decimal(format_amount(dong, unit, decimals).replace(".", "").replace(",", "."))
    assert abs(figure * unit.value - dong) * 2 * 10**decimals <= unit.value


@pytest.mark.parametrize(
    ("quantity", "printed"),
    [
        ("4", "4"),
        ("0", "0"),
        ("-0.00", "0"),
        ("12.25", "12,25"),
        ("1290.840", "1.290,84"),
        ("1E+3", "1.000"),
        ("1500", "1.500"),
        ("-2.50", "-2,5"),
        ("0.000001", "0,000001"),
    ],
)
def test_a_quantity_is_printed_without_zeros_at_the_end(quantity: str, printed: str) -> None:
    assert format_quantity(Decimal(quantity)) == printed


@pytest.mark.parametrize("quantity", ["NaN", "Infinity"])
def test_a_quantity_that_is_no_number_is_our_own_fault(quantity: str) -> None:
    with pytest.raises(Bug):
        format_quantity(Decimal(quantity))


@pytest.mark.parametrize(
    ("number", "unit", "dong"),
    [("68.4", TRIEU, 68_400_000), ("31.290", TRIEU, 31_290_000), ("1E+3", TY, 10**12), ("-0.5", NGHIN, -500)],
)
def test_a_number_of_units_becomes_whole_dong(number: str, unit: MoneyUnit, dong: int) -> None:
    assert to_dong(Decimal(number), unit, number) == dong


@pytest.mark.parametrize(
    ("number", "unit", "said"),
    [
        ("0.0000001", TRIEU, "lẻ dưới 1 đồng"),
        ("1E-300", TRIEU, "lẻ dưới 1 đồng"),
        ("0." + "3" * 60, TY, "lẻ dưới 1 đồng"),
        ("684." + "0" * 40 + "1", TRIEU, "lẻ dưới 1 đồng"),
        ("1000001", TY, "lớn hơn 1.000.000 tỷ đồng"),
        ("1E+308", DONG, "lớn hơn 1.000.000 tỷ đồng"),
        ("-1000000000000001", DONG, "lớn hơn 1.000.000 tỷ đồng"),
        ("Infinity", DONG, "Không đọc được"),
    ],
)
def test_no_dong_is_rounded_and_no_impossible_sum_accepted(number: str, unit: MoneyUnit, said: str) -> None:
    with pytest.raises(InputError, match=said) as caught:
        to_dong(Decimal(number), unit, f"ghi {number}")
    assert "“ghi " in caught.value.sentence
