"""Small sums typed into a cell ("=4*395", "=(2*40+50)", "=8×2+16,5×2"), kept beside the figure as its explanation.

Only numbers, + - × / and brackets: what the source papers write in their "Kinh phí = …" rows. The text is read by a
parser of its own with limits, never by Python, so a pasted text cannot do or cost anything.
"""

import re
from decimal import Decimal
from fractions import Fraction

from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.figures import COMMA_IS_DECIMAL, plain_signs, read_digits
from nscl_desktop.domain.text import quoted

LONGEST_FORMULA = 200
DEEPEST_FORMULA = 20
FORMULA_DECIMALS = 6
MAX_RESULT = 10**15

_TOKEN = re.compile(r"\d(?:[\d.,]*\d)?|\S")
_SIGNS = str.maketrans({"×": "*", "x": "*", "X": "*", "·": "*", "÷": "/", ":": "/", "[": "(", "]": ")"})


def evaluate_formula(text: str) -> Decimal:
    """The value of a formula; the leading "=" may be missing. Numbers are Vietnamese: 1.280 and 16,5.

    The sum is computed exactly; only the result is rounded, half up (away from zero), and only when it has more than
    six decimals, as after a division by three.

    Raises:
        InputError: for anything that is not such a formula, longer than 200 characters, nested deeper than 20,
            dividing by zero, or with a result above 10^15; a decimal dot (16.5) is refused, because nothing here could
            tell the user how it was understood.
    """
    if len(text) > LONGEST_FORMULA:
        raise InputError(
            f"Công thức {quoted(text)} dài {len(text)} ký tự, hãy rút gọn còn tối đa {LONGEST_FORMULA} ký tự."
        )
    value = _Reader(text).result()
    scale = 10**FORMULA_DECIMALS
    rounded = (2 * abs(value.numerator) * scale + value.denominator) // (2 * value.denominator)
    if rounded > MAX_RESULT * scale:
        raise InputError(f"Kết quả của công thức {quoted(text)} quá lớn, hãy kiểm tra lại các số.")
    return _decimal(-rounded if value < 0 else rounded)


def _decimal(millionths: int) -> Decimal:
    """Without zeros at the end, and never in the form 1E+3."""
    whole, fraction = divmod(abs(millionths), 10**FORMULA_DECIMALS)
    sign = "-" if millionths < 0 else ""
    digits = f"{fraction:0{FORMULA_DECIMALS}d}".rstrip("0")
    return Decimal(f"{sign}{whole}.{digits}" if digits else f"{sign}{whole}")


class _Reader:
    """Recursive descent over the tokens of one formula; one character of look-ahead is enough."""

    def __init__(self, text: str) -> None:
        self._text = text
        plain = plain_signs(text).removeprefix("=").translate(_SIGNS)
        self._tokens: list[str] = _TOKEN.findall(plain)
        self._place = 0
        self._depth = 0

    def result(self) -> Fraction:
        value = self._sum()
        if self._next():
            raise self._refusal()
        return value

    def _next(self) -> str:
        return self._tokens[self._place] if self._place < len(self._tokens) else ""

    def _take(self) -> str:
        token = self._next()
        self._place += 1
        return token

    def _sum(self) -> Fraction:
        value = self._product()
        while self._next() in ("+", "-"):
            is_minus = self._take() == "-"
            term = self._product()
            value = value - term if is_minus else value + term
        return value

    def _product(self) -> Fraction:
        value = self._factor()
        while self._next() in ("*", "/"):
            if self._take() == "*":
                value *= self._factor()
            else:
                divisor = self._factor()
                if not divisor:
                    raise InputError(f"Công thức {quoted(self._text)} chia cho 0, hãy sửa lại số chia.")
                value /= divisor
        return value

    def _factor(self) -> Fraction:
        sign = self._next()
        if sign[:1].isdigit():
            return self._number(self._take())
        if sign not in ("-", "+", "("):
            raise self._refusal()
        self._take()
        self._depth += 1
        if self._depth > DEEPEST_FORMULA:
            raise InputError(
                f"Công thức {quoted(self._text)} lồng quá {DEEPEST_FORMULA} bậc, hãy viết gọn lại hoặc tách ra nhiều ô."
            )
        value = self._sum() if sign == "(" else self._factor()
        if sign == "(" and self._take() != ")":
            raise InputError(f"Công thức {quoted(self._text)} thiếu dấu đóng ngoặc, hãy thêm dấu “)”.")
        self._depth -= 1
        return -value if sign == "-" else value

    def _number(self, digits: str) -> Fraction:
        number, notation = read_digits(digits, whole=False)
        if notation not in ((), (COMMA_IS_DECIMAL,)):
            raise InputError(
                f"Số {quoted(digits)} trong công thức {quoted(self._text)} viết chưa đúng, "
                "hãy dùng dấu phẩy cho phần thập phân và dấu chấm ngăn cách hàng nghìn (1.290,84)."
            )
        return Fraction(number)

    def _refusal(self) -> InputError:
        token = self._next()
        where = f"tại {quoted(token)}" if token else "vì công thức dừng giữa chừng"
        return InputError(
            f"Không đọc được công thức {quoted(self._text)} {where}, hãy chỉ dùng số, các dấu + - × / và ngoặc đơn."
        )
