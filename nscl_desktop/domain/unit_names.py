"""Whether two names are of one Vietnamese unit, with the reason: by brand, after form and trades are taken off.

Nothing is joined on the word of this module: `Grade.SAME` and `LIKELY` are shown to a clerk as "có thể trùng".
Two different dấu are two names (Minh Đạt, Minh Đát); a name without any dấu may be each of them. A slip of the keyboard
is told from another brand by the syllables: "Hoagn" is none, so it is "Hoang" mistyped; Hoàng and Hoành both are.
"""

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from nscl_desktop.domain.syllables import is_bare_syllable, is_syllable
from nscl_desktop.domain.unit_name_parts import UnitName, Words, brand_key, folded, marked, take_apart
from nscl_desktop.domain.unit_name_words import COMPANY, COOPERATIVE

_LETTERS = "abcdeghiklmnopqrstuvxfjwz"  # f, j, w, z are tones of Telex that stayed


class Grade(IntEnum):
    """How far two names are of one unit; from `LIKELY` on they are shown as duplicates."""

    DIFFERENT = 0
    POSSIBLE = 1
    LIKELY = 2
    SAME = 3


@dataclass(frozen=True, slots=True)
class Likeness:
    """A grade with its reason, a part of a sentence in Vietnamese."""

    grade: Grade
    reason: str


def same_unit(a: str, b: str) -> Likeness:
    """How far two names as written are of one unit."""
    return compare(take_apart(a), take_apart(b))


def compare(a: UnitName, b: UnitName) -> Likeness:
    """How far two names, taken apart, are of one unit."""
    against = _hindrance(a, b)
    if against:
        return Likeness(Grade.DIFFERENT, against)
    brand = _brands(a, b)
    if brand.grade <= Grade.POSSIBLE:
        return brand
    return min(
        (brand, _trades(a, b), _places(a, b), _forms(a, b)),
        key=lambda likeness: likeness.grade,
    )


def block_keys(name: UnitName) -> tuple[str, ...]:
    """Keys of which two names of one unit share at least one with the other's `block_keys` or `slip_keys`."""
    keys = [name.key, *map(brand_key, name.aliases)]
    if not name.brand:
        keys.append(" ".join(sorted(map(folded, (*name.trades, *name.numbers)))))
    return tuple(dict.fromkeys(key for key in keys if key))


def slip_keys(name: UnitName) -> tuple[str, ...]:
    """Keys of what a brand may be a slip of; none for a brand of sound syllables."""
    return tuple(sorted(_meant_brands(name.brand) - {name.key}))


def _hindrance(a: UnitName, b: UnitName) -> str:
    """What makes two names those of two units whatever their brands; "" when nothing does."""
    if a.head != b.head:
        return "một bên là đơn vị phụ thuộc, bên kia không phải hoặc thuộc loại khác"
    if brand_key(a.head_words) != brand_key(b.head_words):
        return "khác tên đơn vị phụ thuộc"
    if a.group and b.group and a.group != b.group:
        return "khác loại đơn vị"
    if a.group not in {COMPANY, COOPERATIVE} and a.group == b.group and a.marks != b.marks:
        return "khác cấp học hoặc khác loại cơ sở"
    if a.numbers != b.numbers:
        return "khác số trong tên"
    return ""


def _brands(a: UnitName, b: UnitName) -> Likeness:
    """The best likeness of a brand of one with a brand of the other."""
    if not a.brand and not b.brand:
        return Likeness(Grade.SAME, "cùng ngành nghề trong tên, không có tên riêng")
    pairs = [(one, other) for one in (a.brand, *a.aliases) for other in (b.brand, *b.aliases) if one and other]
    likenesses = [_brand(one, other, is_bare=a.is_bare or b.is_bare) for one, other in pairs]
    return max(likenesses, key=lambda each: each.grade, default=Likeness(Grade.DIFFERENT, "khác tên riêng"))


def _brand(one: Words, other: Words, *, is_bare: bool) -> Likeness:
    if list(map(marked, one)) == list(map(marked, other)):
        return Likeness(Grade.SAME, f"cùng tên riêng “{' '.join(one)}”")
    keys = brand_key(one), brand_key(other)
    if keys[0] == keys[1]:
        return _same_without_dau(one, other, is_bare=is_bare)
    if sorted(map(folded, one)) == sorted(map(folded, other)):
        grade = Grade.LIKELY if len(one) >= 4 else Grade.POSSIBLE
        return Likeness(grade, "tên riêng gồm cùng các tiếng, khác thứ tự")
    if keys[1] in _meant_brands(one) or keys[0] in _meant_brands(other):
        return Likeness(Grade.LIKELY, f"tên riêng chỉ khác một lỗi gõ: “{' '.join(one)}”, “{' '.join(other)}”")
    return Likeness(Grade.DIFFERENT, "khác tên riêng")


def _same_without_dau(one: Words, other: Words, *, is_bare: bool) -> Likeness:
    """Brands alike but for dấu or spaces: lost dấu, an impossible syllable, or two names."""
    shown = f"“{' '.join(one)}”, “{' '.join(other)}”"
    if is_bare or list(map(folded, one)) != list(map(folded, other)):
        return Likeness(Grade.LIKELY, f"tên riêng giống nhau khi bỏ dấu và dấu cách: {shown}")
    differing = [pair for pair in zip(one, other, strict=True) if marked(pair[0]) != marked(pair[1])]
    if all(not is_syllable(left) or not is_syllable(right) for left, right in differing):
        return Likeness(Grade.LIKELY, f"tên riêng chỉ khác một dấu gõ thiếu: {shown}")
    return Likeness(Grade.POSSIBLE, f"tên riêng khác dấu: {shown}")


def _meant_brands(brand: Words) -> frozenset[str]:
    return frozenset(
        brand_key((*brand[:index], meant, *brand[index + 1 :]))
        for index, word in enumerate(brand)
        if not is_bare_syllable(folded(word))
        for meant in _meant(folded(word))
    )


@lru_cache(maxsize=1 << 14)
def _meant(word: str) -> frozenset[str]:
    """What a word that is no syllable may be a slip of: syllables one slip away; in foreign words only two letters
    exchanged or one doubled, since Toyota and Toyoda, Vinatex and Vinatax are brands.
    """
    splits = [(word[:index], word[index:]) for index in range(len(word) + 1)]
    exchanged = {left + right[1] + right[0] + right[2:] for left, right in splits if len(right) > 1}
    single = {left + right[1:] for left, right in splits if len(right) > 1 and right[0] == right[1]}
    doubled = {left + right[0] + right for left, right in splits if right} if len(word) > 5 else set()
    foreign = (exchanged | single | doubled) if len(word) > 4 else set()
    removed = {left + right[1:] for left, right in splits if right}
    replaced = {left + letter + right[1:] for left, right in splits if right for letter in _LETTERS}
    added = {left + letter + right for left, right in splits for letter in _LETTERS}
    sound = {each for each in exchanged | removed | replaced | added if len(each) > 1 and is_bare_syllable(each)}
    return frozenset((foreign | sound | _telex(word)) - {word})


def _telex(word: str) -> set[str]:
    """What keys of Telex were typed for with the typing program off: tuaans, ddoong, phuwowngf."""
    plain = re.sub(r"(?<=.)[sfrxj]$", "", re.sub("(a|e|o|d)\\1", r"\1", word.replace("w", "")))
    return {plain} if is_bare_syllable(plain) else set()


def _trades(a: UnitName, b: UnitName) -> Likeness:
    """Firms of one brand in other trades are other firms; a trade left out is a shortened name."""
    if a.trades == b.trades:
        return Likeness(Grade.SAME, "cùng ngành nghề trong tên")
    if not a.trades or not b.trades:
        is_telling = max(len(a.brand), len(b.brand)) >= 3 or not (a.marks and b.marks) or a.marks == b.marks
        grade = Grade.LIKELY if is_telling and (a.brand and b.brand) else Grade.POSSIBLE
        return Likeness(grade, "cùng tên riêng, một bên không ghi ngành nghề")
    if a.trades <= b.trades or b.trades <= a.trades:
        grade = Grade.LIKELY if a.brand and b.brand else Grade.POSSIBLE
        return Likeness(grade, "cùng tên riêng, một bên ghi ngành nghề ngắn hơn")
    return Likeness(Grade.POSSIBLE, "cùng tên riêng nhưng khác ngành nghề trong tên")


def _places(a: UnitName, b: UnitName) -> Likeness:
    if a.places == b.places:
        return Likeness(Grade.SAME, "cùng địa danh trong tên")
    if a.places and b.places and not (a.places <= b.places or b.places <= a.places):
        return Likeness(Grade.DIFFERENT, "cùng tên riêng nhưng khác địa danh")
    if a.head:
        return Likeness(Grade.POSSIBLE, "đơn vị phụ thuộc, một bên không ghi địa danh")
    return Likeness(Grade.LIKELY, "cùng tên riêng, một bên ghi thêm địa danh")


def _forms(a: UnitName, b: UnitName) -> Likeness:
    """Firms change their form (TNHH becomes cổ phần), but two short brands in two forms are more often two firms."""
    if a.marks == b.marks and a.group == b.group:
        return Likeness(Grade.SAME, "cùng loại hình")
    if not a.marks or not b.marks or a.marks <= b.marks or b.marks <= a.marks:
        return Likeness(Grade.LIKELY, "cùng tên riêng, một bên không ghi rõ loại hình")
    if len(a.brand) >= 3 or (a.trades == b.trades and a.trades):
        return Likeness(Grade.LIKELY, "cùng tên riêng, có thể đã đổi loại hình")
    return Likeness(Grade.POSSIBLE, "cùng tên riêng nhưng khác loại hình")
