"""Reading one figure as people type, paste and print it; what it may mean is said, never guessed in silence.

Papers mix notations: 83,44 beside 68.4, 1.280 beside 1280, 31,290 triệu that means 31,29, footnote marks (628*),
and files made abroad bring 1,290.84. Source of the rule (dot after thousands, comma before decimals): the seeds and
invoice practice, DOMAIN 9.2.
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.text import PerCharacter, fold, nfc, quoted

LONGEST_FIGURE = 60

DOT_IS_DECIMAL = "dấu chấm là dấu thập phân"
COMMA_IS_DECIMAL = "dấu phẩy là dấu thập phân"
COMMA_IS_THOUSANDS = "dấu phẩy ngăn cách hàng nghìn"
SPACE_IS_THOUSANDS = "dấu cách ngăn cách hàng nghìn"
BRACKETS_ARE_MINUS = "số trong ngoặc đơn là số âm"
LOOSE_SIGN = "dấu đứng rời thuộc về số"


class CellKind(Enum):
    """What stands in a figure's cell. An empty cell, a dash and a zero are three different statements."""

    EMPTY = "empty"
    DASH = "dash"
    NUMBER = "number"


@dataclass(frozen=True)
class Figure:
    """A figure taken apart, its digits not yet understood."""

    kind: CellKind
    is_negative: bool = False
    digits: str = ""
    unit: str = ""  # what is written behind the digits, as a search key without spaces and dots
    mark: str = ""  # a reference to a footnote: *, **, (*), †, ¹
    remarks: tuple[str, ...] = ()


def _plain(char: str) -> str:
    """Digits of other widths as plain digits, full-width signs as ASCII, all dashes and spaces as one."""
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    if "！" <= char <= "～":
        char = chr(ord(char) - 0xFEE0)
    if char in "‐‑‒–—―−﹣":
        return "-"
    return " " if char.isspace() else char


_PLAIN = PerCharacter(_plain)
_MARK = re.compile(r" ?(\*{1,3}|\(\*{1,3}\)|[†‡]{1,3}|[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,2})$")
_UNIT = re.compile(r" ?((?:[^\W\d_]|₫)[^\d()+-]*)$")
_DIGITS = re.compile(r"\d(?:[\d., ]*\d)?")


def plain_signs(text: str) -> str:
    """The text with one kind of digit, dash, bracket and space, for readers that know only these."""
    return " ".join(nfc(text).translate(_PLAIN).split())


def unreadable(text: str) -> InputError:
    """The refusal of a text that is no figure, saying how one is written."""
    return InputError(
        f"Không đọc được số {quoted(text)}, hãy ghi theo mẫu 1.290,84 "
        "(dấu chấm ngăn cách hàng nghìn, dấu phẩy trước phần thập phân)."
    )


def take_apart(text: str) -> Figure:
    """Split a cell's text into sign, digits, unit and footnote mark.

    Raises:
        InputError: for anything that is neither empty, nor a dash, nor one figure.
    """
    if len(text) > 10 * LONGEST_FIGURE or len(rest := plain_signs(text)) > LONGEST_FIGURE:
        raise InputError(
            f"Nội dung {quoted(text)} quá dài để là một số ({len(text)} ký tự), hãy chỉ ghi một số trong ô."
        )
    if not rest or rest == "-":
        return Figure(CellKind.DASH if rest else CellKind.EMPTY)
    rest = rest.replace("\\*", "*")  # as Markdown writes a star
    rest, mark = _split_end(rest, _MARK)
    rest, unit = _split_end(rest, _UNIT)
    remarks: list[str] = []
    is_bracketed = rest.startswith("(") and rest.endswith(")")
    if is_bracketed:
        remarks.append(BRACKETS_ARE_MINUS)
        rest, inner_unit = _split_end(rest[1:-1].strip(), _UNIT)
        unit = inner_unit + unit
    sign = "" if is_bracketed else rest[:1] if rest[:1] in ("+", "-") else ""
    digits = rest.removeprefix(sign)
    if digits.startswith(" "):
        remarks.append(LOOSE_SIGN)
        digits = digits[1:]
    if not _DIGITS.fullmatch(digits):
        raise unreadable(text)
    unit = fold(unit).replace(" ", "").replace(".", "")
    return Figure(CellKind.NUMBER, is_bracketed or sign == "-", digits, unit, mark, tuple(remarks))


def _split_end(text: str, pattern: re.Pattern[str]) -> tuple[str, str]:
    found = pattern.search(text)
    return (text[: found.start()], found[1]) if found else (text, "")


_WHOLE = re.compile(r"\d+")
_VIETNAMESE = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")
_COMMA = re.compile(r"\d+,\d+")
_COMMA_OR_THOUSANDS = re.compile(r"[1-9]\d{0,2},\d{3}")
_DOT = re.compile(r"\d+\.\d+")
_FOREIGN = re.compile(r"[1-9]\d{0,2}(?:(?:,\d{3}){2,}|(?:,\d{3})+\.\d+)")
_SPACED = re.compile(r"[1-9]\d{0,2}(?: \d{3})+(?:[.,]\d+)?")


def read_digits(digits: str, *, whole: bool) -> tuple[Decimal, tuple[str, ...]]:
    """The number that digits with separators mean, and in which sense an unusual separator was taken.

    1.280 is 1280 in every table, as the rule says. 31,290 is 31,29 where fractions make sense; where only `whole`
    numbers do (đồng) it can only be 31.290.

    Raises:
        InputError: where no notation fits (1.28.000) or two contradict each other.
    """
    remarks: tuple[str, ...] = ()
    if _WHOLE.fullmatch(digits):
        number = digits
    elif _VIETNAMESE.fullmatch(digits):
        number = digits.replace(".", "").replace(",", ".")
    elif _COMMA_OR_THOUSANDS.fullmatch(digits):
        number = digits.replace(",", "" if whole else ".")
        remarks = (COMMA_IS_THOUSANDS if whole else COMMA_IS_DECIMAL,)
    elif _COMMA.fullmatch(digits):
        number = digits.replace(",", ".")
    elif _DOT.fullmatch(digits):
        number, remarks = digits, (DOT_IS_DECIMAL,)
    elif _FOREIGN.fullmatch(digits):
        number = digits.replace(",", "")
        remarks = (COMMA_IS_THOUSANDS, DOT_IS_DECIMAL) if "." in digits else (COMMA_IS_THOUSANDS,)
    elif _SPACED.fullmatch(digits):
        number = digits.replace(" ", "").replace(",", ".")
        remarks = (SPACE_IS_THOUSANDS, DOT_IS_DECIMAL) if "." in digits else (SPACE_IS_THOUSANDS,)
    else:
        raise unreadable(digits)
    return Decimal(number), remarks
