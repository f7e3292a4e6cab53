"""Which words are Vietnamese syllables: garbled text and slips of the keyboard are told from other words by it.

A syllable is an onset and a rhyme, with a tone that the rhyme allows: rhymes closed by c, ch, p, t bear only sắc or
nặng. The table is that of school grammars; rare and dialectal rhymes are in it, since a name may hold them.
"""

import unicodedata
from functools import lru_cache

from nscl_desktop.domain.text import TONES, fold

_ONSET_LIST = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"
_RHYME_LIST = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong
    op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uâc uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt
    uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
    y yêm yên yêng yêt yêu ăk
"""  # ăk is that of Đắk Lắk
_ONSETS = frozenset(_ONSET_LIST.split()) | {""}
_RHYMES = frozenset(_RHYME_LIST.split())
_LONG_TONES = frozenset("\u0301\u0323")  # sắc, nặng
_CLOSED = ("c", "ch", "p", "t", "k")
_BARE_RHYMES = frozenset(map(fold, _RHYMES))


@lru_cache(maxsize=1 << 16)
def letters_and_tone(word: str) -> tuple[str, str]:
    """A word in small letters with its tone taken off, wherever it was placed (hòang and hoàng are one)."""
    parts = unicodedata.normalize("NFD", word.casefold())
    tones = "".join(part for part in parts if part in TONES)
    return unicodedata.normalize("NFC", "".join(part for part in parts if part not in TONES)), tones


@lru_cache(maxsize=1 << 16)
def is_syllable(word: str) -> bool:
    """Whether a word, written with its dấu, is a possible Vietnamese syllable; case does not matter."""
    letters, tone = letters_and_tone(word)
    if len(tone) > 1:
        return False
    is_closed = letters.endswith(_CLOSED)
    return (tone in _LONG_TONES if is_closed else True) and _has_onset_and_rhyme(letters, _RHYMES)


@lru_cache(maxsize=1 << 16)
def is_bare_syllable(word: str) -> bool:
    """Whether a word without any dấu may be a Vietnamese syllable that has lost them."""
    return _has_onset_and_rhyme(word.casefold(), _BARE_RHYMES)


def _has_onset_and_rhyme(letters: str, rhymes: frozenset[str]) -> bool:
    if letters in {"gi", "giêng", "giêc", "gin", "gia", "qua"}:  # the i or u belongs to both
        return True
    return any(letters[:size] in _ONSETS and _rhyme(letters, size) in rhymes for size in range(4))


def _rhyme(letters: str, size: int) -> str:
    """Write y as i behind an onset (kỹ, kĩ); q writes no u of its own."""
    rest = letters[size:]
    return "i" if size and rest == "y" else rest
