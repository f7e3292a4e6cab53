"""Labels of budget lines (I, 1, 1.1, a), đ), -, +): which kind they are, and how deep their kind puts a line.

Tables pasted from Word and sheets of Excel are flat; the tree is in the labels alone. A kind of label that is met anew
opens a level below the line before it, one that was met returns to its level.
"""

import re
from collections.abc import Iterable, Sequence
from enum import IntEnum
from typing import NamedTuple


class LabelKind(IntEnum):
    """Kinds of labels from the outermost to the innermost, as plans order them."""

    LETTER = 0
    ROMAN = 1
    NUMBER = 2
    SMALL_LETTER = 3
    SMALL_ROMAN = 4
    NONE = 5
    DASH = 6
    PLUS = 7


class _Level(NamedTuple):
    kind: LabelKind
    parts: int
    """How many numbers a label such as 1.2.1 has; more of them lie deeper."""


_NEXT_LETTER = {"i": "h", "v": "u", "x": "v"}
"""Letters that are Roman figures too, and the letter that stands before them in a list of letters."""
_DASHES = frozenset("-–—•")
_AROUND = " \t\n.,:;/()"
_ROMAN = re.compile(r"[IVX]+")
_SMALL_ROMAN = re.compile(r"[ivx]+")
_NUMBERS = re.compile(r"(?:[IVX]+|[A-ZĐ]|\d{1,3})(?:\.\d{1,3})+|\d{1,3}")
_LEADING = re.compile(
    r"(?P<label>(?:[IVX]+|\d{1,2})(?:\.\d{1,2})+[.)]?|(?:[IVX]{1,6}|[A-ZĐ]|\d{1,2}|[a-zđ])[.)/])\s+(?=\S)"
    r"|(?P<sign>[-–—+•])\s*(?=[^\s\d])"
)


def bare_label(label: str) -> str:
    """The label without full stops and brackets around it: "I." and "(I)" are "I", "1.1." is "1.1"."""
    return label.strip(_AROUND)


def kind_of(label: str, before: str = "") -> LabelKind:
    """Which kind a label is; ``before`` is the letter label it may follow ("H" makes "I" a letter)."""
    bare = bare_label(label)
    if not bare:
        return LabelKind.NONE
    if bare[0] in _DASHES:
        return LabelKind.DASH
    if bare[0] == "+":
        return LabelKind.PLUS
    if _NUMBERS.fullmatch(bare):
        return LabelKind.NUMBER
    follows_letter = bool(before) and _NEXT_LETTER.get(bare.lower()) == bare_label(before).lower()
    if _ROMAN.fullmatch(bare) and not follows_letter:
        return LabelKind.ROMAN
    if _SMALL_ROMAN.fullmatch(bare) and not follows_letter:
        return LabelKind.SMALL_ROMAN
    if len(bare) == 1 and bare.isalpha():
        return LabelKind.LETTER if bare.isupper() else LabelKind.SMALL_LETTER
    return LabelKind.NONE


def is_label(text: str) -> bool:
    """Whether a text is nothing but a label."""
    return kind_of(text) is not LabelKind.NONE


def split_label(text: str) -> tuple[str, str]:
    """A label standing before a text in one cell, and the text: "III. Đào tạo…" → "III", "Đào tạo…".

    A closing bracket stays with the label, a full stop does not. ("", text) where there is none.
    """
    found = _LEADING.match(text)
    if not found:
        return "", text
    label = found["sign"] or found["label"].rstrip("./")
    return label, text[found.end() :]


def depths(labels: Sequence[str]) -> list[int]:
    """The depth of each line of a table from the labels alone, 0 at the top."""
    upper_first = _outermost(labels) is LabelKind.LETTER
    stack: list[_Level] = []
    letters: dict[LabelKind, str] = {}
    found = []
    for label in labels:
        before = letters.get(LabelKind.LETTER if label[:1].isupper() else LabelKind.SMALL_LETTER, "")
        kind = kind_of(label, before)
        letters[kind] = label
        level = _Level(kind, bare_label(label).count(".") if kind is LabelKind.NUMBER else 0)
        if level in stack:
            del stack[stack.index(level) + 1 :]
        else:
            while stack and _rank(stack[-1], upper_first=upper_first) > _rank(level, upper_first=upper_first):
                stack.pop()
            stack.append(level)
        found.append(len(stack) - 1)
    return found


def _outermost(labels: Iterable[str]) -> LabelKind:
    """Whether the table puts A, B, C above I, II, III or below them: the kind that comes first lies outside."""
    kinds = (kind_of(label) for label in labels)
    return next((kind for kind in kinds if kind in {LabelKind.LETTER, LabelKind.ROMAN}), LabelKind.LETTER)


def _rank(level: _Level, *, upper_first: bool) -> tuple[int, int]:
    kind = level.kind
    if not upper_first and kind in {LabelKind.LETTER, LabelKind.ROMAN}:
        kind = LabelKind(LabelKind.ROMAN - kind)
    return kind, level.parts
