"""One cell of a list of units → the value of its field; what cannot be read is said, with the cell, and left out."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from nscl_desktop.domain.dates import parse_date
from nscl_desktop.domain.enterprise_list import FLAGS
from nscl_desktop.domain.enterprises import KINDS, STATES
from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.fields import Value
from nscl_desktop.domain.money import MAX_DONG, MoneyUnit
from nscl_desktop.domain.money_reading import MAX_QUANTITY, parse_amount, parse_quantity
from nscl_desktop.domain.tax_codes import read_tax_code
from nscl_desktop.domain.text import fold, nfc, quoted
from nscl_desktop.services.unit_import_model import Raw, shown

_NOTHING = frozenset({"", "-", "–", "—", "…", "...", "không có", "chưa có", "n/a"})
_LONGEST_NOTHING = 12
_YES = frozenset({"x", "co", "v", "1", "dung", "true", "yes", "✓", "✔", "√", "", "da co"})
_NO = frozenset({"khong", "0", "false", "no", "sai", "chua"})
_KINDS: tuple[tuple[str, str], ...] = (
    ("llc_one", r"mot thanh vien|\bmtv\b|\b1 ?tv\b|1 thanh vien"),
    ("llc_more", r"hai thanh vien|\b2 ?tv\b|2 thanh vien"),
    ("joint_stock", r"co phan|^(ct)?cp$|\bctcp\b"),
    ("private", r"tu nhan|\bdntn\b"),
    ("partnership", r"hop danh"),
    ("cooperative_union", r"lien hiep"),
    ("cooperative_group", r"to hop tac|\btht\b"),
    ("cooperative", r"hop tac xa|\bhtx\b"),
    ("household", r"\bho\b|\bhkd\b|ca the"),
    ("branch", r"chi nhanh|phu thuoc"),
    ("clinic", r"benh vien|phong kham|tram y te|kham (benh|chua)"),
    ("school", r"truong|giao duc"),
)
_LIST = re.compile(r"[;\n,]+")
_STANDARD = re.compile(r"(.*?\d[\d/.-]*)\s*:\s*((?:19|20)\d\d)")
_NOUGHTS = {9: 1, 12: 1, 11: 1}
"""Digits of a tax code that was made a number → noughts that it has lost: codes of 10, 13 and 12 digits."""
_PHONE_DIGITS = (9, 10)

Reader = Callable[[Raw], Value]
"""The value of a filled cell; None where it says nothing; InputError where it cannot be read."""


def is_nothing(raw: Raw) -> bool:
    """Whether a cell is empty, or a dash or words that stand for that."""
    return raw is None or (isinstance(raw, str) and len(raw) < _LONGEST_NOTHING and raw.strip().casefold() in _NOTHING)


def tax_code(raw: Raw) -> str:
    """A code in its kept form, with the nought that Excel took when it made a number of it."""
    text = shown(raw)
    if isinstance(raw, int | float) and text.isdecimal():
        text = "0" * _NOUGHTS.get(len(text), 0) + text
    return read_tax_code(text).text


def phone(raw: Raw) -> str:
    """A number as it is dialled: Vietnamese ones begin with 0, which Excel takes away."""
    text = shown(raw)
    return f"0{text}" if has_lost_nought(raw) else text


def has_lost_nought(raw: Raw) -> bool:
    """Whether a cell is a number of as many digits as a telephone number without its 0."""
    return isinstance(raw, int | float) and len(shown(raw)) in _PHONE_DIGITS


def line(raw: Raw) -> str:
    """Text on one line."""
    return shown(raw)


def kind(raw: Raw) -> str:
    """The legal form by its words."""
    words = fold(shown(raw))
    for value, label in KINDS:
        if fold(label) == words:
            return value
    found = next((value for value, pattern in _KINDS if re.search(pattern, words)), None)
    if found is None:
        reason = "không rõ một thành viên hay hai thành viên" if "tnhh" in words else "không có trong danh mục"
        raise InputError(f"Loại hình {quoted(shown(raw))} {reason}; bỏ qua ô này.")
    return found


def state(raw: Raw) -> str:
    """Whether the unit is at work."""
    words = fold(shown(raw))
    found = next((value for value, label in STATES if words and words in fold(label)), None)
    if found is None:
        raise InputError(f"Tình trạng {quoted(shown(raw))} không có trong danh mục; bỏ qua ô này.")
    return found


def flag(raw: Raw) -> bool:
    """A tick or a word; whatever else is written in such a column says yes, too ("4 sao")."""
    return fold(shown(raw)) not in _NO


def day(raw: Raw) -> str:
    """A day, a month or a year as ISO."""
    if isinstance(raw, date):
        return f"{raw:%Y-%m-%d}"
    return parse_date(shown(raw))


def labour(raw: Raw) -> Decimal | None:
    """People; "45 người" is 45."""
    if type(raw) is int and 0 <= raw <= MAX_QUANTITY:
        return Decimal(raw)
    text = shown(raw)
    return parse_quantity(re.sub(r"\s*(người|lao động|lđ|nguoi)\.?$", "", text, flags=re.IGNORECASE))


def money(unit: MoneyUnit) -> Reader:
    """A reader of amounts in a unit."""

    def read(raw: Raw) -> Value:
        if type(raw) is int and 0 <= raw * unit.value <= MAX_DONG:
            return raw * unit.value
        return parse_amount(shown(raw), unit).value

    return read


def lines(raw: Raw) -> tuple[str, ...]:
    """What is listed in a cell, each once."""
    text = nfc(raw) if isinstance(raw, str) else shown(raw)
    return tuple(dict.fromkeys(part for each in _LIST.split(text) if (part := " ".join(each.split()).strip("-–•+ "))))


def certificates(raw: Raw, title: str) -> tuple[tuple[str, str], ...]:
    """Standards and editions that a cell names; a tick means the standard that the heading names."""
    if fold(shown(raw)) in _NO:
        return ()
    named = (title,) if fold(shown(raw)) in _YES else lines(raw)
    return tuple(_standard(each) for each in named)


def _standard(text: str) -> tuple[str, str]:
    """ISO 9001:2015 is the edition of 2015 of ISO 9001."""
    found = _STANDARD.fullmatch(text)
    return (found[1].strip(), found[2]) if found else (text, "")


READERS: dict[str, Reader] = {
    "tax_code": tax_code, "phone": phone, "kind": kind, "state": state, "founded_on": day, "products": lines,
    "labour": labour, **dict.fromkeys(FLAGS, flag),
}  # fmt: skip
"""Readers of fields that are more than a line of text."""
