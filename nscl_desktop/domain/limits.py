"""Which values a field may hold; one clear sentence for each that it may not."""

from decimal import Decimal

from nscl_desktop.domain.dates import parse_date
from nscl_desktop.domain.errors import Bug, InputError
from nscl_desktop.domain.fields import FieldSpec, Kind, Place, Value
from nscl_desktop.domain.text import nfc, quoted

MOST_DONG = 10**15
MOST_QUANTITY = Decimal(10) ** 9
LONGEST = 20_000
"""Characters in one field; the longest paragraph of the source plans has about 1,300."""
RANGES: dict[str, tuple[int, int]] = {
    "year": (1900, 2199), "year_from": (1900, 2199), "year_to": (1900, 2199), "birth_year": (1900, 2199),
    "month": (1, 12), "month_from": (1, 12), "month_to": (1, 12), "day": (1, 31),
}  # fmt: skip
"""Least and greatest whole number by field name; a year of many digits would make endless tables."""
ANY_RANGE = (0, 10**15)
"""For whole numbers of other names, such as the bytes of an attachment."""

_TYPES: dict[Kind, type] = {
    Kind.LINES: tuple, Kind.MONEY: int, Kind.INTEGER: int, Kind.NUMBER: Decimal, Kind.FLAG: bool, Kind.PLACE: Place,
}  # fmt: skip
"""What each kind holds; all others hold text."""


def accepted(spec: FieldSpec, value: Value) -> Value:
    """The value as it is stored (text in NFC); raises InputError for what the field cannot hold.

    A value of another type than the field's is a Bug: whoever read it from a person has read it wrongly.
    """
    _check_type(spec, value)
    if isinstance(value, str):
        value = _text(spec, value)
    elif isinstance(value, tuple) and spec.kind is Kind.LINES:
        value = tuple(text for each in value if (text := _text(spec, each).strip()))
    elif isinstance(value, Decimal):
        _check_number(spec, value)
    elif isinstance(value, int) and spec.kind is Kind.MONEY:
        _check_range(spec, value, 0, MOST_DONG, "đồng")
    elif isinstance(value, int) and spec.kind is Kind.INTEGER:
        _check_integer(spec, value)
    if (value is None and not spec.nullable) or (spec.required and value == ""):
        raise InputError(f"“{spec.label}” không được để trống; hãy nhập rồi tiếp tục.")
    return value


def _check_type(spec: FieldSpec, value: Value) -> None:
    wanted = _TYPES.get(spec.kind, str)
    is_right = isinstance(value, wanted) and (wanted is bool or not isinstance(value, bool))
    if value is not None and not is_right:
        raise Bug(f"“{spec.label}” nhận một giá trị sai kiểu ({type(value).__name__}).")


def _text(spec: FieldSpec, text: str) -> str:
    if len(text) > LONGEST:
        shown = f"{len(text):,}".replace(",", ".")
        raise InputError(f"“{spec.label}” dài {shown} ký tự; hãy rút xuống dưới {LONGEST // 1000}.000 ký tự.")
    text = nfc(text).strip() if spec.kind in {Kind.TEXT, Kind.CHOICE} else nfc(text)
    if spec.kind in {Kind.TEXT, Kind.LINES} and "\n" in text.strip():
        raise InputError(f"“{spec.label}” chỉ nhận một dòng; hãy bỏ dấu xuống dòng.")
    if spec.kind is Kind.CHOICE and text not in dict(spec.choices):
        offered = ", ".join(label for _, label in spec.choices)
        raise InputError(f"“{spec.label}” không có lựa chọn {quoted(text)}; hãy chọn một trong: {offered}.")
    if spec.kind is Kind.DATE:
        _check_date(spec, text)
    return text


def _check_date(spec: FieldSpec, text: str) -> None:
    """Kept dates are whole or a beginning of one: 2021-11-24, 2021-08, 2021; nothing that merely reads as a date."""
    try:
        is_kept_form = parse_date(text) == text
    except InputError:
        is_kept_form = False
    if not is_kept_form:
        raise InputError(f"“{spec.label}” không phải một ngày có thật: {quoted(text)}; hãy ghi theo mẫu 24/11/2021.")


def _check_number(spec: FieldSpec, value: Decimal) -> None:
    if not value.is_finite():
        raise Bug(f"“{spec.label}” nhận một giá trị không phải là số ({value}).")
    _check_range(spec, value, Decimal(0), MOST_QUANTITY, "")


def _check_integer(spec: FieldSpec, value: int) -> None:
    least, most = RANGES.get(spec.name, ANY_RANGE)
    if not least <= value <= most:
        raise InputError(f"“{spec.label}” phải từ {least} đến {most}, không thể là {value}.")


def _check_range(spec: FieldSpec, value: int | Decimal, least: int | Decimal, most: int | Decimal, unit: str) -> None:
    if least <= value <= most:
        return
    if value < least:
        raise InputError(f"“{spec.label}” không được âm; hãy nhập số từ 0 trở lên.")
    bound = f"{most:,.0f} {unit}".replace(",", ".").rstrip()
    raise InputError(f"“{spec.label}” vượt quá {bound}; hãy kiểm tra lại số đã nhập.")
