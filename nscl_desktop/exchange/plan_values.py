"""One field's value between JSON and the record: strict on the way in, as short as can be on the way out."""

import re
from datetime import date
from decimal import Decimal

from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import FieldSpec, Kind, Value
from nscl_desktop.domain.limits import accepted
from nscl_desktop.domain.text import nfc, quoted
from nscl_desktop.exchange.strict_json import Refused

_DECIMAL = re.compile(r"\d{1,12}(\.\d{1,12})?")
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_WANTED = {
    Kind.MONEY: "một số nguyên đồng, không dấu chấm phẩy, ví dụ 15000000",
    Kind.INTEGER: "một số nguyên, ví dụ 2021",
    Kind.NUMBER: 'một số trong ngoặc kép, dấu chấm trước phần lẻ, ví dụ "12.5"',
    Kind.FLAG: "true hoặc false",
    Kind.LINES: "một danh sách các dòng chữ",
}


def from_json(spec: FieldSpec, given: object) -> Value:
    """The value of a field that is neither key nor reference; raises InputError with a sentence for what cannot be."""
    value = _READERS[spec.kind](given) if spec.kind in _READERS else _text(given)
    if value is None:
        wanted = _WANTED.get(spec.kind, "một chuỗi chữ trong ngoặc kép")
        raise InputError(f"“{spec.label}” cần {wanted}, không phải {_shown(given)}.")
    if spec.kind is Kind.DATE:
        _check_date(spec, str(value))
    return accepted(spec, value)


def to_json(spec: FieldSpec, value: Value) -> object:
    """The value as JSON writes it: decimals as text, because JSON's own numbers lose digits."""
    if isinstance(value, Decimal):
        return format(value, "f")
    return list(value) if spec.kind is Kind.LINES and isinstance(value, tuple) else value


def _text(given: object) -> Value:
    return given if isinstance(given, str) else None


def _lines(given: object) -> Value:
    if not isinstance(given, list) or not all(isinstance(line, str) for line in given):
        return None
    return tuple(given)


def _whole(given: object) -> Value:
    return given if isinstance(given, int) and not isinstance(given, bool) else None


def _number(given: object) -> Value:
    if isinstance(given, str) and _DECIMAL.fullmatch(given):
        return Decimal(given)
    whole = _whole(given)
    return Decimal(whole) if isinstance(whole, int) else None


def _flag(given: object) -> Value:
    return given if isinstance(given, bool) else None


_READERS = {
    Kind.LINES: _lines, Kind.MONEY: _whole, Kind.INTEGER: _whole, Kind.NUMBER: _number, Kind.FLAG: _flag,
}  # fmt: skip


def _check_date(spec: FieldSpec, value: str) -> None:
    if not value:
        return
    found = _DATE.fullmatch(value)
    try:
        if found is None:
            raise ValueError
        date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        raise InputError(
            f"“{spec.label}” cần ngày dạng năm-tháng-ngày, ví dụ 2021-11-24 hoặc 2021-08, không phải {quoted(value)}."
        ) from None


def _shown(given: object) -> str:
    if isinstance(given, Refused):
        return f"số {quoted(given.written)}"
    if isinstance(given, str):
        return quoted(nfc(given))
    if given is None:
        return "null (để trống thì bỏ hẳn khóa này)"
    if isinstance(given, dict):
        return "một nhóm {…}"
    return "một danh sách […]" if isinstance(given, list) else quoted(str(given).lower())
