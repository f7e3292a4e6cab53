"""What one piece of a pasted line is: a name, a year of birth, a telephone, a title, a unit."""

import re
from typing import NamedTuple

from nscl_desktop.domain.courses.pasted_words import (
    ACCENTED_UNITS,
    DEGREES,
    LABELS,
    MEN,
    NO_NAMES,
    SURNAMES,
    TITLES,
    UNITS,
    WOMEN,
)
from nscl_desktop.domain.text import fold, match_key

OTHER = "other"
FIRST_BORN, LAST_BORN = 1930, 2015
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", re.IGNORECASE)
_PHONE = re.compile(r"\+?[\d .()/-]{8,20}")
_DAY = re.compile(r"(?:\d{1,2}\s*[/.-]\s*){1,2}((?:19|20)\d\d)|((?:19|20)\d\d)-\d\d-\d\d.*")
_YEAR = re.compile(r"(?:năm\s+)?((?:19|20)\d\d)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")
_HONORIFIC = re.compile(r"^([^\W\d_/]+(?:/[^\W\d_]+)?)\.?\s*[:.]?\s+(?=\S)")
_MOST_WORDS = 6
_LONGEST_WORD = 8
_SEXES = {"nam": "male", "nu": "female", "male": "male", "female": "female"}


class Piece(NamedTuple):
    """What a text is, and its value as it is stored; ``is_sure`` of a name: it begins with a known surname."""

    what: str
    value: str
    is_sure: bool = True


def piece(text: str) -> Piece:
    """What a piece is; `OTHER` where that cannot be told from itself."""
    text = text.strip(" \t.,;:-–—•*·|")
    what, rest = _labelled(text)
    if what:
        known = _known(rest)
        return Piece(what, known.value if known.what == what else rest)
    return _known(text)


def born(text: str) -> str:
    """The year of birth in a year or a date; "" where there is none that somebody alive can have."""
    found = _DAY.fullmatch(text.strip()) or _YEAR.fullmatch(text.strip())
    year = next((each for each in found.groups() if each), "") if found else ""
    return year if year and FIRST_BORN <= int(year) <= LAST_BORN else ""


def phone(text: str) -> str:
    """Digits of a Vietnamese telephone number with its nought, which Excel drops; "" for anything else."""
    if not _PHONE.fullmatch(text.strip()):
        return ""
    digits = re.sub(r"\D", "", text.partition("/")[0] if text.count("/") == 1 else text)
    if digits.startswith("84") and len(digits) in (11, 12):
        digits = "0" + digits[2:]
    elif len(digits) == 9 and digits[0] in "35789":
        digits = "0" + digits
    return digits if digits.startswith("0") and len(digits) in (10, 11) else ""


def person_name(text: str) -> tuple[str, str, bool]:
    """(name, sex, whether it is sure) without Ông, Bà, ThS.; the name is "" where it can be none."""
    rest, sex = text.strip(), ""
    while found := _HONORIFIC.match(rest):
        key, behind = fold(found[1]), rest[found.end() :].split()
        if key in DEGREES or (key in (*MEN, *WOMEN) and len(behind) >= 2 and behind[0].lower() != "thị"):
            sex = sex or ("male" if key in MEN else "female" if key in WOMEN else "")
            rest = rest[found.end() :]
        else:
            break
    name, is_sure = _name(rest)
    return name, sex if name else "", is_sure


def is_unit(text: str) -> bool:
    """Whether a text begins as units do."""
    folded, marked = fold(text), match_key(text)
    return _begins(folded, UNITS) or marked.startswith(ACCENTED_UNITS) or "tnhh" in folded.split()


def is_title(text: str) -> bool:
    """Whether a text begins as positions do."""
    return _begins(fold(text), TITLES)


def _known(text: str) -> Piece:
    folded = fold(text)
    if found := _EMAIL.fullmatch(text):
        return Piece("email", found[0].lower())
    for what, value in (("phone", phone(text)), ("born", born(text)), ("sex", _SEXES.get(folded, ""))):
        if value:
            return Piece(what, value)
    is_school = match_key(text).startswith("trường ")
    if is_title(text) and not is_school:
        return Piece("title", text[:1].upper() + text[1:])
    if is_unit(text):
        return Piece("unit", text)
    name, _, is_sure = person_name(text)
    return Piece("name", text, is_sure) if name else Piece(OTHER, text)


def _labelled(text: str) -> tuple[str, str]:
    """What a piece says of itself: ("phone", "0901 234 567") of “SĐT: 0901 234 567”."""
    folded = fold(text)
    for what, labels in LABELS:
        for label in labels:
            if not folded.startswith(label):
                continue
            after = text[_length(text, len(label)) :]
            parted = after.lstrip(" .")
            if parted.startswith(":") or (what in ("phone", "born") and after[:1] in " .:" and _known_figure(after)):
                return what, parted.lstrip(":. ").strip()
    return "", text


def _length(text: str, folded_length: int) -> int:
    """How many letters of a text make so many folded ones: spaces may be more than one."""
    enough = (at for at in range(folded_length, len(text)) if len(fold(text[:at])) >= folded_length)
    return next(enough, len(text))


def _known_figure(text: str) -> bool:
    text = text.strip(" .:")
    return bool(phone(text) or born(text))


def _begins(folded: str, words: tuple[str, ...]) -> bool:
    found = (word.rstrip() for word in words)
    return any(folded == word or folded.startswith((f"{word} ", f"{word}.")) for word in found)


def _name(text: str) -> tuple[str, bool]:
    words = text.split()
    folded = fold(text)
    if not 2 <= len(words) <= _MOST_WORDS or folded.startswith(NO_NAMES):
        return "", False
    if not all(_WORD.fullmatch(word) and len(word) <= _LONGEST_WORD for word in words):
        return "", False
    is_known = fold(words[0]) in SURNAMES
    is_capital = all(word[0].isupper() for word in words)
    if not is_capital and not (is_known and len(words) <= 5):
        return "", False
    is_plain = all(word[1:] == word[1:].lower() for word in words) and is_capital
    return " ".join(words if is_plain else (word[0].upper() + word[1:].lower() for word in words)), is_known
