"""Amounts and quantities as typed, pasted or imported → exact numbers, with a sentence wherever the text was ambiguous.

A figure read a thousand times too large or too small without a word is the worst fault an import can have; so whatever
is not written by the rule carries its interpretation for the user to see, and what fits no notation is refused.
"""

from dataclasses import dataclass
from decimal import Decimal

from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.figures import CellKind, read_digits, take_apart
from nscl_desktop.domain.money import MoneyUnit, format_amount, format_quantity, to_dong
from nscl_desktop.domain.text import quoted

MAX_QUANTITY = 10**12
QUANTITY_DECIMALS = 6

_UNIT_STEMS = {
    MoneyUnit.NGHIN: ("nghin", "ngan"),
    MoneyUnit.TRIEU: ("trieu", "tr"),
    MoneyUnit.TY: ("ty", "ti"),
}
_WRITTEN_UNITS = {
    "dong": MoneyUnit.DONG,
    "d": MoneyUnit.DONG,
    "vnd": MoneyUnit.DONG,
    "₫": MoneyUnit.DONG,
    **{stem + end: unit for unit, stems in _UNIT_STEMS.items() for stem in stems for end in ("", "dong", "d", "vnd")},
}


@dataclass(frozen=True)
class ParsedAmount:
    """What a money cell says. `value` is in đồng, None unless `kind` is NUMBER; zero is a number.

    `mark` is the footnote mark behind the figure. `interpretation` is a Vietnamese sentence saying how an ambiguous
    text was understood, empty for a figure written by the rule.
    """

    kind: CellKind
    value: int | None = None
    mark: str = ""
    interpretation: str = ""


@dataclass(frozen=True)
class ParsedQuantity:
    """What a cell for quantities or percentages says; fields as in `ParsedAmount`."""

    kind: CellKind
    value: Decimal | None = None
    mark: str = ""
    interpretation: str = ""


def parse_amount(text: str, unit: MoneyUnit = MoneyUnit.DONG) -> ParsedAmount:
    """Read a money cell of a table printed in `unit`; a unit written in the cell itself (3,2 triệu) goes before it.

    Raises:
        InputError: if the text is no figure, is not whole đồng, or is above `MAX_DONG`; with a sentence that quotes it.
    """
    figure = take_apart(text)
    if figure.kind is not CellKind.NUMBER:
        return ParsedAmount(figure.kind)
    written = _WRITTEN_UNITS.get(figure.unit) if figure.unit else unit
    if written is None:
        raise InputError(
            f"Không hiểu đơn vị tiền trong {quoted(text)}, hãy dùng đồng, nghìn đồng, triệu đồng hoặc tỷ đồng."
        )
    number, notation = read_digits(figure.digits, whole=written is MoneyUnit.DONG)
    value = to_dong(-number if figure.is_negative else number, written, text)
    remarks = [*figure.remarks, *notation]
    if written is not unit:
        remarks.append(f"trong ô ghi đơn vị {written.label}")
    meaning = f"{format_amount(value, unit)} {unit.label}"
    return ParsedAmount(CellKind.NUMBER, value, figure.mark, _interpretation(text, meaning, remarks))


def read_quantity(text: str) -> ParsedQuantity:
    """Read a cell for quantities or percentages, at most six decimals.

    Raises:
        InputError: if the text is no plain figure, is too large or too finely divided.
    """
    figure = take_apart(text)
    if figure.kind is not CellKind.NUMBER:
        return ParsedQuantity(figure.kind)
    if figure.unit:
        raise InputError(f"Ô số lượng {quoted(text)} chỉ được ghi số, hãy ghi đơn vị tính ở cột bên cạnh.")
    number, notation = read_digits(figure.digits, whole=False)
    if number > MAX_QUANTITY:
        raise InputError(f"Số lượng {quoted(text)} quá lớn, hãy kiểm tra lại các chữ số.")
    rounded = round(number, QUANTITY_DECIMALS)
    if rounded != number:
        raise InputError(f"Số lượng {quoted(text)} có quá {QUANTITY_DECIMALS} chữ số thập phân, hãy ghi gọn lại.")
    value = -number if figure.is_negative and number else number
    remarks = [*figure.remarks, *notation]
    return ParsedQuantity(CellKind.NUMBER, value, figure.mark, _interpretation(text, format_quantity(value), remarks))


def parse_quantity(text: str) -> Decimal | None:
    """The quantity alone, None for an empty cell or a dash; use `read_quantity` where the reading can be shown.

    Raises:
        InputError: as `read_quantity`.
    """
    return read_quantity(text).value


def _interpretation(text: str, meaning: str, remarks: list[str]) -> str:
    return f"{quoted(text)} được đọc là {meaning}: {'; '.join(remarks)}." if remarks else ""
