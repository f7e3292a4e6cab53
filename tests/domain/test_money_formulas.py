"""Formulas typed into cells, as the source papers write them in their "Kinh phí = …" rows."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.formulas import evaluate_formula


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("=4*395", "1580"),
        ("=(2*40+50)", "130"),
        ("=8×2+16,5×2", "49"),
        ("= 31,29 + 20,86 + 3 x 10,43", "83.44"),
        ("3,2+2,64+0,5", "6.34"),
        ("=1.490.000*21", "31290000"),
        ("=31,290*1", "31.29"),
        ("=10/4", "2.5"),
        ("=10 : 4", "2.5"),
        ("=1/3", "0.333333"),
        ("=2/3", "0.666667"),
        ("=-2/3", "-0.666667"),
        ("=1/3*3", "1"),
        ("=0,0000005", "0.000001"),
        ("=0,0000004", "0"),
        ("=-0,0000004", "0"),
        ("=2-3-4", "-5"),
        ("=24/4/3", "2"),
        ("=-(2+3)*4", "-20"),
        ("=+5--5", "10"),
        ("=2*[3+4]", "14"),
        ("=４×３９５", "1580"),
        ("=5−3", "2"),
        ("=1.000.000.000.000.000", "1000000000000000"),
        ("=" + "(" * 20 + "7" + ")" * 20, "7"),
        ("=(1)+(2)+(3)" + "+(1)" * 30, "36"),
    ],
)
def test_a_formula_has_the_value_worked_out_by_hand(text: str, value: str) -> None:
    assert str(evaluate_formula(text)) == value


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("=", "dừng giữa chừng"),
        ("", "dừng giữa chừng"),
        ("=4*", "dừng giữa chừng"),
        ("=4**2", "tại “\\*”"),
        ("=2 3", "tại “3”"),
        ("=2(3)", "tại “\\(”"),
        ("=SUM(A1)", "tại “S”"),
        ("=__import__", "tại “_”"),
        ("=5,", "tại “,”"),
        ("==4", "tại “=”"),
        ("=(2+3", "thiếu dấu đóng ngoặc"),
        ("=(2 3)", "thiếu dấu đóng ngoặc"),
        ("=2+3)", "tại “\\)”"),
        ("=1/0", "chia cho 0"),
        ("=1/(2-2)", "chia cho 0"),
        ("=16.5*2", "“16.5” trong công thức “=16.5\\*2” viết chưa đúng"),
        ("=1,290.84*2", "viết chưa đúng"),
        ("=1.28.000", "Không đọc được số"),
        ("=" + "(" * 21 + "7" + ")" * 21, "lồng quá 20 bậc"),
        ("=" + "-" * 21 + "7", "lồng quá 20 bậc"),
        ("=" + "9" * 150, "quá lớn"),
        ("=1.000.000.000.000.000+1", "quá lớn"),
        ("=-1.000.000.000.000.000-1", "quá lớn"),
        ("=1+" * 70, "tối đa 200 ký tự"),
        ("=" * 2_000_000, "tối đa 200 ký tự"),
    ],
)
def test_what_is_no_formula_is_refused_in_one_short_sentence(text: str, said: str) -> None:
    with pytest.raises(InputError, match=said) as caught:
        evaluate_formula(text)
    assert len(caught.value.sentence) < 250


def _written(tree: object) -> str:
    if isinstance(tree, tuple):
        left, sign, right = tree
        return f"({_written(left)}{sign}{_written(right)})"
    return str(tree).replace(".", ",")


def _value(tree: object) -> Fraction:
    if isinstance(tree, tuple):
        left, sign, right = tree
        a, b = _value(left), _value(right)
        return {"+": a + b, "-": a - b, "×": a * b}[str(sign)]
    return Fraction(str(tree))


NUMBERS = st.decimals(0, 99, places=2)
TREES = st.recursive(NUMBERS, lambda inner: st.tuples(inner, st.sampled_from("+-×"), inner), max_leaves=6)


@given(TREES)
def test_nested_sums_agree_with_exact_fractions(tree: object) -> None:
    value = _value(tree)
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    expected = exact.quantize(Decimal("0.000001"), ROUND_HALF_UP)
    if abs(value) > 10**15:
        with pytest.raises(InputError, match="quá lớn"):
            evaluate_formula(_written(tree))
    else:
        assert evaluate_formula("=" + _written(tree)) == expected


@given(st.text(max_size=60) | st.text("0123456789.,+-*/×x:()= ", max_size=60))
def test_any_text_is_computed_or_refused(text: str) -> None:
    outcome: Decimal | str
    try:
        outcome = evaluate_formula(text)
    except InputError as refusal:
        outcome = refusal.sentence
    assert outcome.endswith(".") if isinstance(outcome, str) else outcome.is_finite()
