"""Text in TCVN3 (ABC) and VNI as it stands in cells of old Excel files: fonts drew Vietnamese out of Latin-1 signs.

TCVN 5712:1993 (VN3) gives each letter one character; VNI-Windows gives the vowel and a mark behind it. Callers ask
before `text.nfc`, which drops the soft hyphen (U+00AD) that is ư in TCVN3. Nothing is converted unasked, and a text
that can be read both ways (“hé”: hé, or hộ in TCVN3) is not recognised: wrong names are worse than strange ones.
"""

import re
from dataclasses import dataclass
from enum import Enum

from nscl_desktop.domain.syllables import is_bare_syllable, is_syllable
from nscl_desktop.domain.text import nfc


class Encoding(Enum):
    """The two encodings that offices used beside Unicode; the value is how clerks call them."""

    TCVN3 = "TCVN3 (ABC)"
    VNI = "VNI"


@dataclass(frozen=True, slots=True)
class Converted:
    """Text in Unicode NFC. ``case_unsure``: capitals with a tone cannot be told from small letters; look again."""

    text: str
    case_unsure: bool


_TCVN3_SMALL = dict(
    zip(
        "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\u00adõö÷øùúûüýþ",
        "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ",
        strict=True,
    )
)
_TCVN3 = {**_TCVN3_SMALL, **dict(zip("¡¢§£¤¥¦", "ĂÂĐÊÔƠƯ", strict=True))}
# A word that holds two of these plain capitals and no small letter is written in capitals
_TCVN3_CAPITALS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ¡¢§£¤¥¦")

_VNI_MARKS = {
    "a": dict(zip("øùûõïêèéúüëâàáåãä", "àáảãạăằắẳẵặâầấẩẫậ", strict=True)),
    "e": dict(zip("øùûõïâàáåãä", "èéẻẽẹêềếểễệ", strict=True)),
    "o": dict(zip("øùûõïâàáåãä", "òóỏõọôồốổỗộ", strict=True)),
    "ô": dict(zip("øùûõï", "ờớởỡợ", strict=True)),
    "u": dict(zip("øùûõï", "ùúủũụ", strict=True)),
    "ö": dict(zip("øùûõï", "ừứửữự", strict=True)),
    "y": dict(zip("øùûõ", "ỳýỷỹ", strict=True)),
}
_VNI_SMALL = {
    **{vowel + mark: letter for vowel, marks in _VNI_MARKS.items() for mark, letter in marks.items()},
    **dict(zip("ìíæóòôöîñ", "ìíỉĩịơưỵđ", strict=True)),
}
_VNI = {**_VNI_SMALL, **{key.upper(): letter.upper() for key, letter in _VNI_SMALL.items()}}
# The mark may stand in the other case than its vowel, as typed with the shift key let go
_VNI.update({key[0].upper() + key[1]: value.upper() for key, value in _VNI_SMALL.items() if len(key) == 2})
_VNI_PART = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))
_VNI_SIGNS = frozenset("".join(_VNI)) - frozenset(map(chr, range(128)))

# Words are cut at what both encodings leave alone; « and » are letters in TCVN3
_WORD = re.compile(r"[^\s\d!-/:-@\[-`{-~“”‘’–—…°²³±\u00a0]+")
_ABBREVIATION = re.compile("[A-ZĐ]{2,}")
_PLAIN_LETTERS = re.compile("[A-Za-z].*[A-Za-z]")  # "µm" and "m²" hold one
_CAPITAL_FONT = re.compile(r"\.vn.*h", re.IGNORECASE)


def recognise(text: str) -> Encoding | None:
    """The encoding a cell's text is surely in, None for Unicode, other languages and whatever could be either."""
    if text.isascii() or any(ord(char) > 0xFF and char.isalpha() for char in text):
        return None
    tcvn3, vni = _evidence(text, Encoding.TCVN3), _evidence(text, Encoding.VNI)
    if tcvn3 == vni:
        return None
    return Encoding.TCVN3 if tcvn3 > vni else Encoding.VNI


def convert(text: str, encoding: Encoding, font: str = "") -> Converted:
    """A cell's text out of an encoding. ``font``: the cell's font, since .VnTimeH draws small letters as capitals.

    TCVN3 has no capitals with a tone, so clerks typed small ones under a capitals' font. They are made capitals in a
    word of capitals; in other words (“Ủy”, typed as “ủy”) the case is not in the text, which `case_unsure` tells.
    """
    if encoding is Encoding.VNI:
        return Converted(nfc(_letters(text, encoding)), case_unsure=False)
    letters = _letters(text, encoding)
    if _CAPITAL_FONT.fullmatch(font):
        return Converted(nfc(letters.upper()), case_unsure=False)
    return _with_capitals(text, letters)


def _with_capitals(text: str, letters: str) -> Converted:
    """Raise toned letters in words of capitals, and in short words (“Hµ”) next to one."""
    words = list(_WORD.finditer(text))
    capitals = [-1, *(_capitals(word[0]) for word in words), -1]
    made, unsure = list(letters), False
    for index, word in enumerate(words, 1):
        has_tone = any(char in _TCVN3_SMALL for char in word[0])
        is_beside = capitals[index] >= 0 and max(capitals[index - 1], capitals[index + 1]) >= 2
        if capitals[index] >= 2 or is_beside:
            made[word.start() : word.end()] = letters[word.start() : word.end()].upper()
        if has_tone and capitals[index] < 2 and (capitals[index] >= 0 or word[0][0] in _TCVN3_SMALL):
            unsure = True
    return Converted(nfc("".join(made)), unsure)


def _capitals(word: str) -> int:
    """How many plain capitals a word has; -1 when a plain small letter stands among them."""
    if any("a" <= char <= "z" for char in word):
        return -1
    return sum(char in _TCVN3_CAPITALS for char in word)


def _evidence(text: str, encoding: Encoding) -> int:
    """How many more words are Vietnamese when read in the encoding than as they stand; 0 when they make no sense."""
    signs = _TCVN3.keys() if encoding is Encoding.TCVN3 else _VNI_SIGNS
    gained = strange = marked = plain = plausible = 0
    for word in (found[0] for found in _WORD.finditer(text)):
        if len(word) == 1:  # a sign on its own, as · and ©, proves nothing, nor does a letter as in "b)"
            continue
        if word.isascii():
            plain += 1
            plausible += is_bare_syllable(word) or word.isupper()
        else:
            marked += 1
            as_it_stands = is_syllable(nfc(word))
            read = _letters(word, encoding) if any(char in signs for char in word) else word
            if is_syllable(read):
                gained += not as_it_stands
            elif not _ABBREVIATION.fullmatch(read):
                strange += 1
    has_words = marked > 1 or _PLAIN_LETTERS.search(text) is not None
    return gained if has_words and 10 * strange <= marked and 2 * plausible >= plain else 0


def _letters(text: str, encoding: Encoding) -> str:
    if encoding is Encoding.TCVN3:
        return "".join(_TCVN3.get(char, char) for char in text)
    return _VNI_PART.sub(lambda found: _VNI[found[0]], text)
