"""Money is whole đồng in an `int`; đồng, nghìn, triệu and tỷ are ways of printing it.

Figures are printed as Vietnamese papers do: a dot after thousands, a comma before decimals.
"""

from decimal import Context, Decimal
from enum import Enum

from nscl_desktop.domain.errors import Bug, InputError
from nscl_desktop.domain.text import quoted

MAX_DONG = 10**15  # a million tỷ: above every state budget, so more is a slip of the keyboard
_EXACT = Context(prec=200)
_VIETNAMESE_MARKS = str.maketrans(",.", ".,")


class MoneyUnit(Enum):
    """The units a table may be printed in; the value is the unit's worth in đồng."""

    DONG = 1
    NGHIN = 10**3
    TRIEU = 10**6
    TY = 10**9

    @property
    def label(self) -> str:
        """As it stands after "Đơn vị tính:" and after a figure."""
        return {1: "đồng", 10**3: "nghìn đồng", 10**6: "triệu đồng", 10**9: "tỷ đồng"}[self.value]


def decimals_needed(dong: int, unit: MoneyUnit) -> int:
    """How many decimals show the amount exactly; a column that takes the most of its cells prints without rounding."""
    places = len(str(unit.value)) - 1
    while places and dong % 10 == 0:
        dong //= 10
        places -= 1
    return places


def format_amount(dong: int, unit: MoneyUnit = MoneyUnit.DONG, decimals: int | None = None) -> str:
    """An amount in đồng as a figure in `unit`, without the unit's name: 5835200000 in triệu đồng → 5.835,2.

    Without `decimals` the figure is exact, with as many decimals as it needs. With `decimals` there are just so many
    (5.835,20); what is cut off is rounded half up, away from zero (0,005 → 0,01; -0,005 → -0,01), and an amount that
    rounds to nothing carries no sign.
    """
    places = decimals_needed(dong, unit) if decimals is None else decimals
    rounded = (2 * abs(dong) * 10**places + unit.value) // (2 * unit.value)
    sign = "-" if dong < 0 and rounded else ""
    whole, fraction = divmod(rounded, 10**places)
    figure = f"{sign}{whole:,}".translate(_VIETNAMESE_MARKS)
    return f"{figure},{fraction:0{places}d}" if places else figure


def format_quantity(quantity: Decimal) -> str:
    """A quantity or percentage in full, without zeros at the end: Decimal("1290.840") → 1.290,84.

    Raises:
        Bug: for infinity and NaN, which no reader of ours lets in.
    """
    if not quantity.is_finite():
        raise Bug(f"Chương trình gặp một số lượng không phải là số ({quantity}).")
    figure = f"{quantity:,f}"
    if "." in figure:
        figure = figure.rstrip("0").rstrip(".")
    return "0" if quantity.is_zero() else figure.translate(_VIETNAMESE_MARKS)


def to_dong(number: Decimal, unit: MoneyUnit, shown: str) -> int:
    """A number of `unit` as whole đồng. `shown` is the text the user knows it by, quoted in the refusal.

    Raises:
        InputError: if a fraction of a đồng would be left, or the amount is above `MAX_DONG`. Nothing is rounded.
    """
    if not number.is_finite():
        raise InputError(f"Không đọc được số tiền {quoted(shown)}, hãy ghi lại bằng chữ số.")
    dong = _EXACT.multiply(number, Decimal(unit.value))
    amount = f"Số tiền {quoted(shown)} (đơn vị tính: {unit.label})"
    if dong.copy_abs() > MAX_DONG:
        raise InputError(f"{amount} lớn hơn 1.000.000 tỷ đồng, hãy kiểm tra lại các chữ số và đơn vị tính.")
    if dong != dong.to_integral_value():
        raise InputError(f"{amount} lẻ dưới 1 đồng, hãy ghi cho tròn đồng hoặc kiểm tra lại đơn vị tính.")
    return int(dong)
