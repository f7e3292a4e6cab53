"""Mã số thuế: 10 digits of a unit, 13 of its branch (NNNNNNNNNN-NNN), 12 of a person; text, never a number.

A failed check digit is a warning and never an error: the rule is nowhere in a legal text, it was read from programs
and holds for all public codes tried (DOMAIN 5.3). Numbers of persons (định danh cá nhân) replace the codes of
households from 01/7/2025 (Luật Quản lý thuế; Thông tư 86/2024/TT-BTC, unverified); they carry no check digit.
"""

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from operator import mul

from nscl_desktop.domain.text import nfc, quoted

_WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)
# Excel shows a leading apostrophe in exported cells, and turns a code read as a number into "100109106.0"
_TYPED_AS_NUMBER = re.compile(r"'?(\d{9,10})\.0")
_SEPARATORS = re.compile(r"[\s.'\-\u00ad\u2010-\u2015\u2212]+")


class TaxCodeKind(Enum):
    """What a code is by its length; `OTHER` is kept as it was typed."""

    NONE = "chưa có mã số thuế"
    UNIT = "mã 10 số của đơn vị"
    BRANCH = "mã 13 số của đơn vị phụ thuộc"
    PERSON = "số định danh cá nhân 12 số"
    OTHER = "không rõ loại mã"


@dataclass(frozen=True, slots=True)
class TaxCode:
    """A code in the form in which it is kept, with what is doubtful about it.

    ``warning``: one sentence, "" when nothing is doubtful. ``suggestion``: the code that was probably meant, to be
    offered and never taken unasked.
    """

    text: str
    kind: TaxCodeKind
    warning: str = ""
    suggestion: str = ""

    @property
    def parent(self) -> str:
        """The code of the unit that a branch hangs on; "" for all others."""
        return self.text[:10] if self.kind is TaxCodeKind.BRANCH else ""


def check_digit(first_nine: str) -> int | None:
    """The tenth digit of a unit's code: 10 − (S mod 11); None where that is 10, so that no valid digit exists."""
    digit = 10 - sum(map(mul, _WEIGHTS, map(int, first_nine))) % 11
    return digit if digit < 10 else None


@lru_cache(maxsize=1 << 14)
def read_tax_code(typed: str) -> TaxCode:
    """A code as it was typed, pasted or read from a cell, in its kept form; strange text comes back with a warning."""
    shown = " ".join(nfc(typed).split())
    number = _TYPED_AS_NUMBER.fullmatch(shown)
    digits = number[1] if number else _SEPARATORS.sub("", shown)
    if not digits:
        return TaxCode("", TaxCodeKind.NONE)
    if not (digits.isascii() and digits.isdecimal()):
        return _other(shown, f"Mã số thuế {quoted(shown)} có ký tự không phải chữ số; hãy kiểm tra lại.")
    if len(digits) == 10:
        return TaxCode(digits, TaxCodeKind.UNIT, _digit_warning(digits))
    if len(digits) == 13:
        return TaxCode(f"{digits[:10]}-{digits[10:]}", TaxCodeKind.BRANCH, _digit_warning(digits[:10]))
    if len(digits) == 12:
        return _person(digits)
    if len(digits) == 9 and not _digit_warning(f"0{digits}"):
        return _other(digits, f"Mã số thuế {digits} chỉ có 9 chữ số, có thể đã mất số 0 ở đầu.", f"0{digits}")
    return _other(
        digits, f"Mã số thuế {digits} có {len(digits)} chữ số; mã đúng có 10, 13 hoặc 12 chữ số, hãy kiểm tra lại."
    )


def is_proved(code: TaxCode) -> bool:
    """Whether the code carries a check digit and it holds: only then do two different codes tell two units apart."""
    return not code.warning and (code.kind is TaxCodeKind.UNIT or code.kind is TaxCodeKind.BRANCH)


def _other(text: str, warning: str, suggestion: str = "") -> TaxCode:
    return TaxCode(text, TaxCodeKind.OTHER, warning, suggestion)


def _person(digits: str) -> TaxCode:
    """Numbers of persons begin with the province's code 001 to 096, so another beginning is a branch short of its 0."""
    if digits[0] == "0":
        return TaxCode(digits, TaxCodeKind.PERSON)
    branch = f"0{digits}"
    if not _digit_warning(branch[:10]):
        warning = f"Mã {digits} có 12 chữ số nhưng không bắt đầu bằng số 0, có thể là mã 13 số đã mất số 0 ở đầu."
        return TaxCode(digits, TaxCodeKind.PERSON, warning, f"{branch[:10]}-{branch[10:]}")
    return TaxCode(
        digits, TaxCodeKind.PERSON, f"Số định danh cá nhân {digits} không bắt đầu bằng số 0; hãy kiểm tra lại."
    )


def _digit_warning(ten: str) -> str:
    expected = check_digit(ten[:9])
    if expected is None:
        return f"Mã số thuế {ten} có 9 chữ số đầu không ứng với chữ số kiểm tra nào; hãy kiểm tra lại."
    if expected != int(ten[9]):
        return (
            f"Mã số thuế {ten} sai chữ số kiểm tra: chữ số thứ mười là {ten[9]}, tính ra phải là {expected}; "
            "hãy kiểm tra lại."
        )
    return ""
