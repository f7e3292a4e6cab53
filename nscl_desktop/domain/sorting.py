"""Vietnamese dictionary order as a stored key, because SQLite sorts by bytes and Qt's order depends on the machine.

Letters first (a ă â b c d đ e ê … o ô ơ … u ư … y), then tones (ngang huyền hỏi ngã sắc nặng), then capitals. A key of
Vietnamese text is printable ASCII; compared as binary strings (`COLLATE BINARY`, Python's `<`) keys give the order.
"""

import re
import unicodedata
from functools import lru_cache

from nscl_desktop.domain.text import TONES, PerCharacter, nfc

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
# What parts the levels of a key sorts before what parts words, and that before numbers, letters and foreign letters.
_LEVEL, _WORD, _FIRST_LETTER, _FOREIGN = " ", "!", "A", "~"
_NO_TONE, _FOREIGN_MARK = "0", "6"  # é is e with sắc; ü is u with a mark that sorts after all tones
_NUMBER = re.compile("[0-9]+")


def _letter_and_tone(char: str) -> tuple[str, str]:
    """A small letter → what it sorts by, and the number of its tone ("" without one)."""
    parts = unicodedata.normalize("NFD", char.replace("ð", "đ"))
    tone = "".join(str(TONES.index(c) + 1) for c in parts if c in TONES)
    letter = unicodedata.normalize("NFC", "".join(c for c in parts if c not in TONES))
    if letter not in _ALPHABET and parts[0] in _ALPHABET:
        letter, tone = parts[0], _FOREIGN_MARK
    place = _ALPHABET.find(letter)
    return (chr(ord(_FIRST_LETTER) + place) if place >= 0 else _FOREIGN + letter), tone


def _word_part(char: str) -> str:
    return char if char.isalnum() or unicodedata.combining(char) else " "


def _letters(char: str) -> str:
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    return "".join(_letter_and_tone(c)[0] for c in char.casefold() if not unicodedata.combining(c))


def _tones(char: str) -> str:
    if char.isdecimal():
        return ""
    return "".join(_letter_and_tone(c)[1] for c in char.casefold() if not unicodedata.combining(c))


def _capitals(char: str) -> str:
    return "1" if char != char.lower() else "" if unicodedata.combining(char) else "0"


_WORD_PARTS, _LETTERS, _TONES, _CAPITALS = map(PerCharacter, (_word_part, _letters, _tones, _capitals))


def _number(found: re.Match[str]) -> str:
    """Digits → their count and the digits, so that 9 sorts before 10. More than 99 digits sort among themselves."""
    digits = found[0].lstrip("0")
    return f"{min(len(digits), 99):02d}{digits}"


def _levels(s: str) -> tuple[str, str, str]:
    """The letters, tones and capitals of a text, each as a binary-ordered string.

    Zeros at the end of a level change nothing in the order and are left out, to keep the index small.
    """
    words = nfc(s).translate(_WORD_PARTS).split()
    letters, tones, capitals = zip(*map(_levels_of_word, words), strict=True) if words else ((), (), ())
    return _WORD.join(letters), "".join(tones).rstrip("0"), "".join(capitals).rstrip("0")


@lru_cache(maxsize=1 << 14)
def _levels_of_word(word: str) -> tuple[str, str, str]:
    """The levels of one word; a register of units repeats a few thousand."""
    letters = _NUMBER.sub(_number, word.translate(_LETTERS))
    return letters, word.translate(_TONES) or _NO_TONE, word.translate(_CAPITALS)


def sort_key(s: str) -> str:
    """A string whose binary order is Vietnamese dictionary order, whole numbers by their value.

    The placement of a tone (hòa, hoà), punctuation and spaces in number do not matter. Keys of different texts may be
    equal: add the record's id as a second term where the order must be total.
    """
    return _LEVEL.join(_levels(s)).rstrip(_LEVEL)


def person_sort_key(name: str) -> str:
    """The order of Vietnamese lists of people: by given name (the last word), tones included, then by the rest."""
    rest, _, given = " ".join(nfc(name).split()).rpartition(" ")
    letters, tones, given_capitals = _levels(given)
    rest_letters, rest_tones, rest_capitals = _levels(rest)
    parts = (letters, tones, rest_letters, rest_tones, given_capitals, rest_capitals)
    return _LEVEL.join(parts).rstrip(_LEVEL)
