"""Which values a field may hold; one clear sentence for each that it may not."""

from decimal import Decimal

from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import FieldSpec, Kind, Value
from nscl_desktop.domain.text import nfc

MOST_DONG = 10**15
MOST_QUANTITY = Decimal(10) ** 9
LONGEST = 20_000
"""Characters in one field; the longest paragraph of the source plans has about 1,300."""


def accepted(spec: FieldSpec, value: Value) -> Value:
    """The value as it is stored (text in NFC); raises InputError for what the field cannot hold."""
    if isinstance(value, str):
        value = nfc(value).strip() if spec.kind in {Kind.TEXT, Kind.CHOICE} else nfc(value)
        _check_text(spec, value)
    elif isinstance(value, tuple) and spec.kind is Kind.LINES:
        value = tuple(nfc(each).strip() for each in value if each.strip())
    elif spec.kind is Kind.MONEY and isinstance(value, int):
        _check_range(spec, value, 0, MOST_DONG, "đồng")
    elif isinstance(value, Decimal):
        _check_range(spec, value, Decimal(0), MOST_QUANTITY, "")
    if spec.required and value in (None, ""):
        raise InputError(f"“{spec.label}” không được để trống; hãy nhập rồi tiếp tục.")
    return value


def _check_text(spec: FieldSpec, value: str) -> None:
    if len(value) > LONGEST:
        shown = f"{len(value):,}".replace(",", ".")
        raise InputError(f"“{spec.label}” dài {shown} ký tự; hãy rút xuống dưới {LONGEST // 1000}.000 ký tự.")
    if spec.kind is Kind.TEXT and "\n" in value:
        raise InputError(f"“{spec.label}” chỉ nhận một dòng; hãy bỏ dấu xuống dòng.")
    if spec.kind is Kind.CHOICE and value not in dict(spec.choices):
        offered = ", ".join(label for _, label in spec.choices)
        raise InputError(f"“{spec.label}” không có lựa chọn “{value}”; hãy chọn một trong: {offered}.")


def _check_range(spec: FieldSpec, value: int | Decimal, least: int | Decimal, most: int | Decimal, unit: str) -> None:
    if least <= value <= most:
        return
    if value < least:
        raise InputError(f"“{spec.label}” không được âm; hãy nhập số từ 0 trở lên.")
    bound = f"{most:,.0f} {unit}".replace(",", ".").rstrip()
    raise InputError(f"“{spec.label}” vượt quá {bound}; hãy kiểm tra lại số đã nhập.")
