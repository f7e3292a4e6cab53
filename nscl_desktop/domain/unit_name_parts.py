"""A unit's name taken apart: legal form, trades, brand, numbers, places; what `unit_names` compares part by part.

Phrases are matched with their dấu, or without where the word has none ("Cong ty co phan"). Form and trades are taken
off the front as whole phrases, places, trades and English forms off the end; what is left is the brand.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from nscl_desktop.domain.syllables import letters_and_tone
from nscl_desktop.domain.text import fold, nfc
from nscl_desktop.domain.unit_name_words import (
    AMBIGUOUS_TRADES,
    COMPANY,
    COOPERATIVE,
    FORMS,
    HEADS,
    LEVELS,
    PLACES,
    TAILS,
    TRADES,
)

Words = tuple[str, ...]

_WORD = re.compile(r"[^\W\d_]+|\d+")
_ASIDE = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_AND = frozenset({"và", "va"})
_ROMAN = {"ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8"}


@dataclass(frozen=True, slots=True)
class UnitName:
    """The parts. ``head``: the kind of dependent unit, "" for a unit itself; ``head_words``: its own words.

    ``marks``: what the form says (TNHH, THPT); ``aliases``: brands in brackets; ``is_bare``: written without any dấu.
    """

    group: str
    marks: frozenset[str]
    head: str
    head_words: Words
    trades: frozenset[str]
    brand: Words
    numbers: Words
    places: frozenset[str]
    aliases: tuple[Words, ...]
    is_bare: bool

    @property
    def key(self) -> str:
        """The brand's key, the same for all spellings that may be one: no dấu, no spaces, i for y."""
        return brand_key(self.brand)


class _Phrases:
    """Phrases found at a place of a name, the longest first."""

    def __init__(self, meanings: dict[str, str]) -> None:
        self._by_first: dict[str, list[tuple[Words, int, str, str]]] = {}
        for phrase, meaning in sorted(meanings.items(), key=lambda item: -len(item[0].split())):
            words = tuple(phrase.split())
            self._by_first.setdefault(folded(words[0]), []).append((words, len(words), folded(words[-1]), meaning))
        self._last = frozenset(last for phrases in self._by_first.values() for _, _, last, _ in phrases)

    def at(self, words: list[str], start: int) -> tuple[int, str] | None:
        """How many words the phrase at `start` takes, and its meaning."""
        phrases = self._by_first.get(folded(words[start]))
        if phrases is None:
            return None
        count = len(words)
        for phrase, size, last, meaning in phrases:
            end = start + size
            if end <= count and folded(words[end - 1]) == last and all(map(_is_word, words[start:end], phrase)):
                return size, meaning
        return None

    def before(self, words: list[str], end: int) -> tuple[int, str] | None:
        """How many words the longest phrase that ends at `end` takes, and its meaning."""
        if folded(words[end - 1]) not in self._last:
            return None
        for start in range(max(0, end - 6), end):
            found = self.at(words[:end], start)
            if found and start + found[0] == end:
                return found
        return None


@lru_cache(maxsize=1 << 16)
def folded(word: str) -> str:
    """A word's key without dấu; y counts as i (Kỹ, Kĩ; Lý, Lí)."""
    return fold(word).replace("y", "i")


@lru_cache(maxsize=1 << 16)
def marked(word: str) -> tuple[str, str]:
    """A word's key with dấu: letters, and the tone wherever it was placed; y counts as i."""
    letters, tone = letters_and_tone(word)
    return letters.replace("y", "i"), tone


@lru_cache(maxsize=1 << 16)
def _is_word(word: str, wanted: str) -> bool:
    return word == wanted or marked(word) == marked(wanted) or (word.isascii() and word == fold(wanted))


def brand_key(brand: Words) -> str:
    """The key of a brand's words, see `UnitName.key`."""
    return "".join(map(folded, brand))


_FORM = _Phrases({phrase: phrase for phrase in FORMS})
_HEAD = _Phrases(HEADS)
_TAIL = _Phrases({phrase: phrase for phrase in TAILS})
_LEVEL = _Phrases({phrase: phrase for phrase in LEVELS})
_PLACE = _Phrases({spelling: fold(place[0]) for place in PLACES for spelling in place})
_TRADE = _Phrases(
    {phrase: phrase for phrase in TRADES}
    | {short: phrase for phrase, shorts in TRADES.items() for short in shorts if short not in AMBIGUOUS_TRADES}
)
_SHORT_TRADES = {fold(short): phrase for phrase, shorts in TRADES.items() for short in shorts}
_INITIALS = {
    initials: phrase
    for phrase in TRADES
    if (initials := "".join(fold(word)[0] for word in phrase.split())) not in _SHORT_TRADES
    and not set("aeiouy") & set(initials)
}
_JOINED_TRADES = re.compile("(?:" + "|".join(sorted(_SHORT_TRADES, key=len, reverse=True)) + ")+")
_ONE_TRADE = re.compile("|".join(sorted(_SHORT_TRADES, key=len, reverse=True)))


@lru_cache(maxsize=4096)
def take_apart(name: str) -> UnitName:
    """The parts of a name as anybody may have written it; a name without any brand keeps its place or trade as one."""
    text = nfc(name).casefold()
    asides = [_words(aside) for aside in _ASIDE.findall(text)]
    words = _words(_ASIDE.sub(" ", text) if asides else text)
    head, own, words = _split_head(words)
    group, marks, start = _form(words)
    trades: set[str] = set()
    start = _leading_trades(words, start, trades)
    numbers, words = _numbers(words[start:])
    places: list[str] = []
    while words and (_cut_place(words, places) or _cut_tail(words) or _cut_trade(words, trades)):
        pass
    own_numbers, own = _numbers(own)
    own_places: list[str] = []
    while own and _cut_place(own, own_places):
        pass
    aliases: list[Words] = []
    for aside in asides:
        while aside and _cut_place(aside, own_places):
            pass
        if aside:
            aliases.append(tuple(aside))
    if not words and places:
        words = places.pop().split()
    return UnitName(
        group=group,
        marks=frozenset(marks),
        head=head,
        head_words=tuple(own),
        trades=frozenset(trades),
        brand=tuple(words),
        numbers=tuple(sorted(numbers + own_numbers)),
        places=frozenset(places + own_places),
        aliases=tuple(aliases),
        is_bare=text.isascii(),
    )


def _words(text: str) -> list[str]:
    """Words and numbers; "và" and "&" between trades say nothing."""
    return [word for word in _WORD.findall(text) if word not in _AND]


def _split_head(words: list[str]) -> tuple[str, list[str], list[str]]:
    """The kind of dependent unit, its own words before the firm's form, and the firm's name."""
    found = _HEAD.at(words, 0) if words else None
    is_form = found and (form := _FORM.at(words, 0)) and form[0] > found[0]  # xí nghiệp tư nhân
    if found is None or is_form:
        return "", [], words
    rest = words[found[0] :]
    for index in range(len(rest)):
        form = _FORM.at(rest, index)
        if form and len(form[1]) > 2 and FORMS[form[1]][0] in {COMPANY, COOPERATIVE}:
            own = rest[: index - 1] if index and rest[index - 1] in {"thuộc", "của"} else rest[:index]
            return found[1], own, rest[index:]
    return found[1], [], rest


def _form(words: list[str]) -> tuple[str, set[str], int]:
    group, marks, start = "", set[str](), 0
    while start < len(words) and (found := _FORM.at(words, start)):
        of_group, mark = FORMS[found[1]]
        if (group and of_group not in {"", group}) or (not group and not of_group):
            break
        group = group or of_group
        marks |= {mark} if mark else set()
        start += found[0]
    return group, marks, start


def _short_trades(word: str, *, beside_trade: bool) -> list[str]:
    """The trades of an abbreviation, alone (TM) or joined (SXTMDV); none for what is more probably a brand."""
    bare = fold(word)
    if bare in _INITIALS and (beside_trade or len(bare) > 2):
        return [_INITIALS[bare]]
    if not _JOINED_TRADES.fullmatch(bare):
        return []
    parts: list[str] = _ONE_TRADE.findall(bare)
    is_sure = len(parts) > 1 or beside_trade
    return [_SHORT_TRADES[part] for part in parts] if is_sure else []


def _leading_trades(words: list[str], start: int, trades: set[str]) -> int:
    has_trade = False
    while start < len(words):
        found = _TRADE.at(words, start)
        if found:
            trades.add(found[1])
            start += found[0]
        else:
            short = _short_trades(words[start], beside_trade=has_trade or _begins_trade(words, start + 1))
            if not short:
                return start
            trades.update(short)
            start += 1
        has_trade = True
    return start


def _begins_trade(words: list[str], start: int) -> bool:
    return start < len(words) and (folded(words[start]) in _SHORT_TRADES or _TRADE.at(words, start) is not None)


def _cut_place(words: list[str], places: list[str]) -> bool:
    """Take a place off the end: a province, or what stands behind a word such as "huyện"."""
    level = _LEVEL.before(words, len(words))
    if level:
        del words[-level[0] :]
        return True
    found = _PLACE.before(words, len(words))
    if found:
        del words[-found[0] :]
        places.append(found[1])
        return True
    for start in range(max(len(words) - 5, 0), len(words) - 1):
        level = _LEVEL.at(words, start)
        if level and start + level[0] < len(words):
            places.append(" ".join(words[start + level[0] :]))
            del words[start:]
            return True
    return False


def _cut_tail(words: list[str]) -> bool:
    found = _TAIL.before(words, len(words))
    if found:
        del words[-found[0] :]
    return found is not None


def _cut_trade(words: list[str], trades: set[str]) -> bool:
    found = _TRADE.before(words, len(words))
    if found:
        trades.add(found[1])
        del words[-found[0] :]
    return found is not None


def _numbers(words: list[str]) -> tuple[list[str], list[str]]:
    """Numbers in figures, and the other words; "số 01", "1" and "số 1" are one, II is 2, a last I is 1."""
    numbers: list[str] = []
    others: list[str] = []
    last = words[-1] if len(words) > 1 else ""
    for index, word in enumerate(words):
        number = _number(word)
        if not number and word == last == "i" and index == len(words) - 1:
            number = "1"
        if not number:
            others.append(word)
            continue
        numbers.append(number)
        if others and others[-1] in {"số", "so"}:
            others.pop()
    return numbers, others


@lru_cache(maxsize=1 << 16)
def _number(word: str) -> str:
    """A word as a number without noughts before it; "" for what is none."""
    return _ROMAN.get(word, word.lstrip("0") or "0" if word.isdecimal() else "")
