"""Amounts in words read back, so that the words and the figures of a paper can be compared.

Every house style is read, any case and Unicode form. What is understood but written against the rules (tám mươi một)
gives a remark; what could mean two amounts (một triệu hai: 1.200.000 or 1.000.002?) is refused.
"""

import re
from dataclasses import dataclass

from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.money import MAX_DONG
from nscl_desktop.domain.text import nfc, quoted
from nscl_desktop.domain.words import BILLION, DIGITS

LONGEST_WORDS = 400

_SCALES = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": BILLION, "tỉ": BILLION}
_UNITS = {word: value for value, word in enumerate(DIGITS)} | {
    "mốt": 1,
    "tư": 4,
    "lăm": 5,
    "nhăm": 5,
    "bẩy": 7,
}
_ZERO_TENS = ("linh", "lẻ")
_TENS = ("mươi", "mười")
_VOCABULARY = {*_SCALES, *_UNITS, *_ZERO_TENS, *_TENS, "trăm", "đồng", "chẵn"}
# How 1, 4 and 5 are said behind these words; the first form is the one a remark proposes. All else as in DIGITS.
_SAID_BEHIND = {
    ("mươi", 1): ("mốt",),
    ("mươi", 4): ("tư", "bốn"),
    ("mươi", 5): ("lăm",),
    ("mười", 5): ("lăm",),
    ("linh", 4): ("bốn", "tư"),
    ("lẻ", 4): ("bốn", "tư"),
}
_AROUND = " \n\t()[]*_\"'“”‘’.,;:/"
_INTRODUCTION = re.compile(r"(?:số tiền )?(?:viết |ghi )?(bằng|bảng) chữ\s*:?\s*")
_ENDINGS = (["đồng", "việt", "nam"], ["đồng", "chẵn"], ["đồng"])


@dataclass(frozen=True)
class ReadWords:
    """The amount in đồng, and Vietnamese sentences on what the words write against the rules."""

    value: int
    remarks: tuple[str, ...] = ()


def read_words(text: str) -> ReadWords:
    """Read an amount in words, from 0 to 10^15 đồng, with or without "(bằng chữ: …)" around it.

    Raises:
        InputError: naming the word that cannot be read or stands where it makes no sense.
    """
    if len(text) > LONGEST_WORDS:
        raise InputError(f"Số tiền bằng chữ {quoted(text)} dài {len(text)} ký tự, hãy chỉ ghi một số tiền.")
    reader = _Reader(text)
    value = reader.amount()
    if value > MAX_DONG:
        raise InputError(f"Số tiền bằng chữ {quoted(text)} lớn hơn 1.000.000 tỷ đồng, hãy kiểm tra lại.")
    return ReadWords(value, tuple(dict.fromkeys(reader.remarks)))


class _Reader:
    """One text on its way to an amount; keeps the text for refusals and collects the remarks."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.remarks: list[str] = []

    def amount(self) -> int:
        words = self._words()
        if words == ["không"]:
            return 0
        billions: int | None = None
        total, smallest, group = 0, BILLION, list[str]()
        for word in words:
            scale = _SCALES.get(word)
            if scale is None:
                group.append(word)
                continue
            follows = billions is not None or smallest < BILLION
            if scale < smallest and group:
                total += scale * self._group(group, word, follows=follows)
                smallest = scale
            elif scale == BILLION and billions is None and (group or total):
                billions = total + (self._group(group, "", follows=follows) if group else 0)
                total, smallest = 0, BILLION
            else:
                raise self._misplaced(word)
            group = []
        if group:
            total += self._group(group, "", follows=billions is not None or smallest < BILLION)
        elif words[-2:-1] == ["không"]:
            self.remarks.append(f"“không {words[-1]}” ở cuối là thừa.")
        return (billions or 0) * BILLION + total

    def _words(self) -> list[str]:
        """The words of the number alone, small; what leads in and the currency are taken off."""
        line = nfc(self._text).casefold().replace("ð", "đ").strip(_AROUND)
        found = _INTRODUCTION.match(line)
        if found:
            line = line[found.end() :]
            if found[1] == "bảng":
                self.remarks.append("“Bảng chữ” nên viết “Bằng chữ”.")
        words = [word for word in re.split(r"[\s,;]+", line) if word]
        for ending in _ENDINGS:
            if words[-len(ending) :] == ending:
                words = words[: -len(ending)]
                break
        else:
            self.remarks.append("Thiếu chữ “đồng” ở cuối số tiền bằng chữ.")
        if not words:
            raise InputError(f"Không thấy số tiền bằng chữ trong {quoted(self._text)}, hãy ghi số tiền bằng chữ.")
        for word in words:
            if word not in _VOCABULARY:
                raise InputError(
                    f"Không đọc được chữ {quoted(word)} trong số tiền bằng chữ {quoted(self._text)}, hãy sửa lại."
                )
        return words

    def _misplaced(self, word: str) -> InputError:
        return InputError(
            f"Chữ {quoted(word)} đứng không đúng chỗ trong số tiền bằng chữ {quoted(self._text)}, hãy sửa lại."
        )

    def _group(self, words: list[str], scale: str, *, follows: bool) -> int:
        """The value (0 to 999) of the words in front of nghìn or triệu (`scale`), or of tỷ or the end (no `scale`).

        `follows`: greater groups stand before, so that the hundreds are said even when they are nought. A lone digit
        is then no amount of units: people say "một triệu hai" for 1.200.000.
        """
        if words == ["không"] and follows and scale:
            return 0
        hundreds, rest = 0, words
        if words[1:2] == ["trăm"]:
            hundreds = self._unit(words[0], ())
            rest = words[2:]
            if not follows and not hundreds:
                self.remarks.append("“không trăm” ở đầu là thừa.")
        elif follows and (scale or len(words) > 1):
            self.remarks.append(f"Trước “{' '.join(words)}” thiếu “không trăm”.")
        elif follows or words[0] in _ZERO_TENS:
            raise self._misplaced(words[0])
        below = self._below_hundred(rest, is_alone=rest is words) if rest else 0
        if not hundreds and not below:
            raise self._misplaced(words[-1])
        return 100 * hundreds + below

    def _below_hundred(self, words: list[str], *, is_alone: bool) -> int:
        """The tens and units; a unit may stand without tens only if no hundreds stand before it (`is_alone`)."""
        if words[0] in _ZERO_TENS:
            tens, front, units = 0, words[:1], words[1:]
            if not units:
                raise self._misplaced(words[0])
        elif words[0] == "mười":
            tens, front, units = 1, words[:1], words[1:]
        elif words[1:2] and words[1] in _TENS:
            tens, front, units = self._unit(words[0], ()), [words[0], "mươi"], words[2:]
            if tens == 0:
                raise self._misplaced(words[1])
            if tens == 1:
                front = ["mười"]
            if words[:2] != front:
                self._advise(words[:2], front)
        elif is_alone:
            tens, front, units = 0, [], words
        else:
            raise self._misplaced(words[0])
        if len(units) > 1:
            raise self._misplaced(units[1])
        return 10 * tens + (self._unit(units[0], tuple(front)) if units else 0)

    def _unit(self, word: str, front: tuple[str, ...]) -> int:
        """A digit; behind tens or "linh" it is never nought and may have a form of its own."""
        value = _UNITS.get(word)
        if value is None or (front and not value):
            raise self._misplaced(word)
        said = _SAID_BEHIND.get((front[-1] if front else "", value), (DIGITS[value],))
        if word not in said:
            self._advise([*front, word], [*front, said[0]])
        return value

    def _advise(self, written: list[str], right: list[str]) -> None:
        self.remarks.append(f"“{' '.join(written)}” nên viết “{' '.join(right)}”.")
