"""Amounts in words, in the style of the house that prints them.

Words and figures of a plan are compared, so the words are written by rule alone and can be read back
(`words_reading`). The rules are those of DOMAIN 9.1: no legal text prescribes them, the source papers follow them.
"""

from dataclasses import dataclass

from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.money import MAX_DONG, format_amount

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
BILLION = 10**9
CHOICES = {
    "thousand": ("nghìn", "ngàn"),
    "zero_tens": ("linh", "lẻ"),
    "four": ("tư", "bốn"),
    "empty_groups": ("skip", "read"),
    "suffix": ("đồng", "đồng.", "đồng chẵn", "đồng./."),
}


@dataclass(frozen=True)
class WordStyle:
    """How one office writes amounts in words; the texts are among `CHOICES`.

    `four` is the 4 behind "mươi" (24: hai mươi tư, hai mươi bốn). `group_comma` puts a comma after each group.
    `empty_groups` "read" fills a gap between groups (1.000.105: Một triệu không nghìn một trăm linh năm đồng).

    Raises:
        InputError: for any other text; styles come from plans and settings, where no type checker looks.
    """

    thousand: str = "nghìn"
    zero_tens: str = "linh"
    four: str = "tư"
    group_comma: bool = False
    empty_groups: str = "skip"
    suffix: str = "đồng"
    capital: bool = True

    def __post_init__(self) -> None:
        for field, allowed in CHOICES.items():
            value = getattr(self, field)
            if value not in allowed:
                known = ", ".join(allowed)
                raise InputError(f"Cách viết số bằng chữ không có lựa chọn “{value}”, hãy chọn một trong: {known}.")


NORTH = WordStyle()  # Bắc Giang
SOUTH = WordStyle(thousand="ngàn", zero_tens="lẻ", four="bốn", group_comma=True)  # Bình Dương, Tây Ninh


def amount_in_words(dong: int, style: WordStyle = NORTH) -> str:
    """An amount in đồng in words, from 0 to 10^15.

    Raises:
        InputError: for a negative or larger amount, which no paper of a plan states in words.
    """
    if not 0 <= dong <= MAX_DONG:
        raise InputError(
            f"Không viết được số tiền {format_amount(dong)} đồng bằng chữ, "
            "chỉ nhận số tiền từ 0 đến 1.000.000 tỷ đồng; hãy kiểm tra lại số tiền."
        )
    billions, rest = divmod(dong, BILLION)
    groups = _groups(billions, style, follows=False)
    if groups:
        groups[-1] += " tỷ"
    groups += _groups(rest, style, follows=bool(billions))
    words = (", " if style.group_comma else " ").join(groups or ["không"])
    words = f"{words} {style.suffix}"
    return words[0].upper() + words[1:] if style.capital else words


def _groups(number: int, style: WordStyle, *, follows: bool) -> list[str]:
    """The groups of a number below 10^9 (or the million of billions), each with its name: triệu, nghìn, none.

    `follows`: words of billions stand before them, so that hundreds are read even when they are nought.
    """
    parts = ((number // 10**6, " triệu"), (number // 10**3 % 1000, f" {style.thousand}"), (number % 1000, ""))
    last = max((i for i, (value, _) in enumerate(parts) if value), default=-1)
    groups: list[str] = []
    for value, name in parts[: last + 1]:
        if value:
            groups.append(_hundreds(value, style, follows=follows or bool(groups)) + name)
        elif style.empty_groups == "read" and (follows or groups):
            groups.append(f"không{name}")
    return groups


def _hundreds(number: int, style: WordStyle, *, follows: bool) -> str:
    """1 to 999; behind another group the hundreds are always said, as "không trăm" if need be."""
    hundreds, tens, units = number // 100, number // 10 % 10, number % 10
    words = [DIGITS[hundreds], "trăm"] if hundreds or follows else []
    if tens == 0 and units and words:
        words.append(style.zero_tens)
    elif tens == 1:
        words.append("mười")
    elif tens:
        words += [DIGITS[tens], "mươi"]
    if units == 1 and tens > 1:
        words.append("mốt")
    elif units == 4 and tens > 1:
        words.append(style.four)
    elif units == 5 and tens:
        words.append("lăm")
    elif units:
        words.append(DIGITS[units])
    return " ".join(words)
