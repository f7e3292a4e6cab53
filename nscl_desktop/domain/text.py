"""Vietnamese text as the program keeps, seeks and compares it: one Unicode form, search keys, equality.

The same word reaches us composed or decomposed, with the tone on either vowel (hòa, hoà), in any case and with stray
spaces. It is stored in one form (NFC) and compared by keys, so that nobody has to know which form a paper used.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

SHOWN_LENGTH = 40
TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền hỏi ngã sắc nặng: the order of Vietnamese dictionaries

_LINE_BREAK = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# Control characters, soft hyphens, zero widths, directions of writing, halves of surrogate pairs, non-characters
_REMOVED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)


class PerCharacter(dict[int, str]):
    """A table for `str.translate` that works out each character once, so that 100,000 names take a moment."""

    def __init__(self, value_of: Callable[[str], str]) -> None:
        super().__init__()
        self._value_of = value_of

    def __missing__(self, code: int) -> str:
        value = self[code] = self._value_of(chr(code))
        return value


def nfc(s: str) -> str:
    """Text as it is stored: NFC, lines ended by newline, nothing invisible.

    Every entrance (keyboard, clipboard, file) passes through here. Control characters, lone surrogates and
    zero-width marks are dropped: SQLite, XLSX or DOCX would refuse them later, far from their source. Newlines,
    tabs and non-breaking spaces stay.
    """
    if s.isprintable():  # nothing to be dropped is
        return s if s.isascii() else unicodedata.normalize("NFC", s)
    return unicodedata.normalize("NFC", _REMOVED.sub("", _LINE_BREAK.sub("\n", s)))


def _folded(char: str) -> str:
    parts = unicodedata.normalize("NFD", unicodedata.normalize("NFD", _REMOVED.sub("", char)).casefold())
    # đ has no decomposition; ð looks like it as a capital (Ð) and comes out of old encodings
    return "".join(c for c in parts if not unicodedata.combining(c)).replace("đ", "d").replace("ð", "d")


_FOLDED = PerCharacter(_folded)


def fold(s: str) -> str:
    """The key of searching: lower case, no diacritics, đ as d, single spaces.

    A text answers a query when its key contains the query's key.
    """
    if s.isprintable():  # words are parted by plain spaces then, and none of them ends anew when it is folded
        return " ".join(filter(None, map(_folded_word, s.split())))
    return " ".join(s.translate(_FOLDED).split())


@lru_cache(maxsize=1 << 14)
def _folded_word(word: str) -> str:
    """The key of one word; a register of units repeats a few thousand."""
    return word.lower() if word.isascii() else word.translate(_FOLDED)


def fold_lines(s: str) -> str:
    """`fold` of each line."""
    if s.replace("\n", "").isprintable():
        return _words_of_lines(s, _folded_word)
    return "\n".join(map(fold, s.split("\n")))


def _words_of_lines(s: str, key_of: Callable[[str], str]) -> str:
    """The keys of all words of printable lines, single spaces between them; a line break counts as a word."""
    words = filter(None, map(key_of, s.replace("\n", " \n ").split(" ")))
    return " ".join(words).replace(" \n", "\n").replace("\n ", "\n")


def _old_placements() -> dict[str, str]:
    """Each spelling with the tone on the second vowel (hoà, thuỷ, quả) → with the tone on the first (hòa, thủy, qủa).

    The first is the better key: "hoà" being typed is then found at the beginning of "hoàn" and of "hòa" alike.
    """
    placements = {}
    for tone in TONES:
        for first, second in ("oa", "oe", "uy"):
            placements[first + unicodedata.normalize("NFC", second + tone)] = (
                unicodedata.normalize("NFC", first + tone) + second
            )
        for vowel in "aăâeêioôơ":
            placements["qu" + unicodedata.normalize("NFC", vowel + tone)] = (
                "q" + unicodedata.normalize("NFC", "u" + tone) + vowel
            )
    return placements


_OLD_PLACEMENTS = _old_placements()
_NEW_PLACEMENT = re.compile("|".join(_OLD_PLACEMENTS))


def match_key(s: str) -> str:
    """The key of sameness: diacritics count; Unicode form, case, tone placement and runs of spaces do not."""
    if s.isprintable():
        return " ".join(map(_matched_word, s.split()))
    return " ".join(_matched(s).split())


@lru_cache(maxsize=1 << 14)
def _matched_word(word: str) -> str:
    return word.lower() if word.isascii() else _matched(word)


def match_key_lines(s: str) -> str:
    """`match_key` of each line."""
    if s.replace("\n", "").isprintable():
        return _words_of_lines(s, _matched_word)
    return "\n".join(map(match_key, nfc(s).split("\n")))


def _matched(s: str) -> str:
    text = unicodedata.normalize("NFC", nfc(s).casefold().replace("ð", "đ"))
    return _NEW_PLACEMENT.sub(lambda found: _OLD_PLACEMENTS[found[0]], text)


def same_text(a: str, b: str) -> bool:
    """Whether two names or sentences are the same to a reader; "năm" and "nam" are not."""
    return match_key(a) == match_key(b)


def _found_at(query: str, text: str) -> int | None:
    """0 at the beginning of the text, 1 at the beginning of a word, 2 inside a word, None nowhere."""
    place = first = text.find(query)
    while place > 0 and text[place - 1].isalnum():
        place = text.find(query, place + 1)
    if place >= 0:
        return min(place, 1)
    return 2 if first > 0 else None


def rank(query: str, text: str) -> int | None:
    """How well `text` answers `query`: smaller is better, None if it does not.

    0-2: found with its diacritics as typed, at the beginning of the text, of a word, inside a word; 3-5: found
    only without diacritics, likewise. An empty query finds everything at 0.
    """
    exact = _found_at(match_key(query), match_key(text))
    if exact is not None:
        return exact
    folded = _found_at(fold(query), fold(text))
    return None if folded is None else folded + 3


def quoted(s: str, length: int = SHOWN_LENGTH) -> str:
    """A user's own text for quoting inside a sentence: on one line, in “…”, cut after `length` characters."""
    line = " ".join(nfc(s[: 4 * length]).split())
    is_cut = len(line) > length or len(s) > 4 * length
    return f"“{line[:length].rstrip()}…”" if is_cut else f"“{line}”"
