"""What a column is for, from the words of its heading: the vocabulary of provincial budget tables.

Seen on papers: STT / TT, Nội dung, ĐVT (and DVVT), Đơn giá (đồng), Kinh phí over Tổng cộng | NSNN | DN, Năm 2022 over
NSNN | DN, Đơn vị chủ trì (DOMAIN 12). Words are compared without case and diacritics.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from nscl_desktop.domain.errors import InputError
from nscl_desktop.domain.figures import CellKind, take_apart
from nscl_desktop.domain.money import MoneyUnit
from nscl_desktop.domain.text import fold


class Use(StrEnum):
    """What a column is for."""

    IGNORE = "ignore"
    LABEL = "label"
    TEXT = "text"
    UNIT = "unit"
    QUANTITY = "quantity"
    PRICE = "price"
    AMOUNT = "amount"
    LEAD = "lead"
    PARTNERS = "partners"
    SCHEDULE = "schedule"
    NOTE = "note"


FIGURES = frozenset({Use.QUANTITY, Use.PRICE, Use.AMOUNT})


@dataclass(frozen=True, slots=True)
class ColumnUse:
    """What one column holds. ``year`` 0 and ``source`` "" mean that the column says none.

    ``source`` is the source as the heading calls it; ``unit`` is the heading's own, against that of the table.
    """

    use: Use
    year: int = 0
    source: str = ""
    unit: MoneyUnit | None = None

    def is_finer_than(self, other: "ColumnUse") -> bool:
        """Whether this column splits up by year or source what the other one gives together."""
        return (
            self.use is other.use
            and (self.year, self.source) != (other.year, other.source)
            and other.year in (0, self.year)
            and other.source in ("", self.source)
        )


_LONGEST_HEADING = 300

_USES: tuple[tuple[Use, re.Pattern[str]], ...] = tuple(
    (use, re.compile(pattern))
    for use, pattern in (
        (Use.LABEL, r"stt|tt|so tt|so thu tu|muc so"),
        (Use.TEXT, r"(ten )?(cac )?(noi dung|nhiem vu|hang muc|danh muc|dien giai|khoan muc|hoat dong)\b.*"),
        (Use.UNIT, r"dv+t|don vi( tinh)?"),
        (Use.LEAD, r"((co quan|don vi)( co quan| don vi)? )?(chu tri|thuc hien)( thuc hien)?|dau moi"),
        (Use.PARTNERS, r"((co quan|don vi)( co quan| don vi)? )?phoi hop( thuc hien)?"),
        (Use.SCHEDULE, r"(thoi gian|tien do)\b.*"),
        (Use.NOTE, r"ghi chu|luu y"),
        (Use.QUANTITY, r"so luong|sl|khoi luong|so luot"),
        (Use.PRICE, r"don gia|dinh muc( chi)?|muc chi|muc ho tro|chi phi don vi"),
        (Use.AMOUNT, r"(tong )?(kinh phi|du toan|thanh tien|so tien|nhu cau kinh phi)( thuc hien| du toan| ho tro)*"),
        (Use.AMOUNT, r"tong( cong| so| tien)?|cong"),
    )
)
_NEUTRAL = re.compile(r"(nguon( kinh phi| von)?|trong do|chia ra|(phan |chia )?theo (nguon|nam)|phan ky|cac nam)")
"""Words of a group that say nothing about its columns."""
_SOURCES = re.compile(
    r"(nguon |von |kinh phi )?(nsnn|ns|dn|nstw|nsdp|ngan sach\b.*|doanh nghiep\b.*|xa hoi hoa|nguon khac|khac|doi ung"
    r"|su nghiep\b.*|trung uong|dia phuong|tu co|tai tro|hop phap khac)"
)
_PERIOD = re.compile(r"(giai doan )?(nam )?20\d\d ?[-–] ?(nam )?20\d\d")
_YEAR = re.compile(r"(nam )?(20\d\d)")
_AROUND = " -–—:;,./()"
_LIST_MARKS = re.compile(r"[,/]| va ")
_PARTS = re.compile(r"(?<!\d)\s+[-–—]\s+|\s+[-–—]\s+(?!\d)|:\s+")
_IN_BRACKETS = re.compile(r"\(([^()]*)\)")
_UNIT_CAPTION = re.compile(r"\(?(?:don vi(?: tinh)?|dv+t)(?: tien)? ?: ?([^)]*)\)?")
_UNITS = {
    **dict.fromkeys(("dong", "d", "vnd", "vnd.", "dong viet nam"), MoneyUnit.DONG),
    **dict.fromkeys(("nghin dong", "ngan dong", "1.000 dong", "1000 dong", "1.000d", "1000d"), MoneyUnit.NGHIN),
    **dict.fromkeys(("trieu dong", "trieu", "tr.dong", "tr. dong", "trd", "tr.d"), MoneyUnit.TRIEU),
    **dict.fromkeys(("ty dong", "ti dong", "ty"), MoneyUnit.TY),
}


def unit_named(text: str) -> MoneyUnit | None:
    """The unit of money that a text is, such as "triệu đồng" or "1.000 đồng"; None if it is something else."""
    return _UNITS.get(fold(text).strip(" .:;").removeprefix("dvt:").strip())


def unit_of_caption(text: str) -> MoneyUnit | None:
    """The unit in a line such as "(Đơn vị tính: triệu đồng)" above a table."""
    if len(text) > _LONGEST_HEADING:
        return None
    found = _UNIT_CAPTION.search(fold(text))
    return unit_named(found[1]) if found else None


def use_of(path: tuple[str, ...]) -> ColumnUse:
    """What a column holds, from its heading and the headings of the groups above it, outermost first.

    "Năm 2022 – NSNN" in one cell is read as the two headings "Năm 2022" and "NSNN".
    """
    made = ColumnUse(Use.IGNORE)
    uses: list[Use] = []
    year, source, unit = 0, "", None
    parts = tuple(part for text in path for part in _PARTS.split(text[:_LONGEST_HEADING]) if part.strip())
    for text in parts:
        words, unit_here = _without_unit(text)
        unit = unit_here or unit
        words, year_here = _without_year(words)
        year = year_here or year
        known = word_use(words)
        if known:
            uses.append(known)
        elif words and not _NEUTRAL.fullmatch(words) and (len(parts) > 1 or year or _SOURCES.fullmatch(words)):
            source = _as_written(text)
    if uses or year or source:
        made = ColumnUse(_strongest(uses), year, source, unit)
    return made if made.use in {Use.QUANTITY, Use.AMOUNT, Use.PRICE} else ColumnUse(made.use)


def word_use(words: str) -> Use | None:
    """What folded words name as a heading; None for words that are not in the vocabulary."""
    bare = _tidy(_LIST_MARKS.sub(" ", words))
    return next((use for use, pattern in _USES if pattern.fullmatch(bare)), None)


def names_a_year(text: str) -> bool:
    """Whether a heading is a year and nothing else: "Năm 2022", "2022"."""
    words, year = _without_year(_without_unit(text)[0])
    return bool(year) and not words


def is_figure(text: str) -> bool:
    """Whether a cell holds a number, perhaps with a unit or a footnote mark; a year alone is none."""
    try:
        return take_apart(text).kind is CellKind.NUMBER and not names_a_year(text)
    except InputError:
        return False


def is_heading_word(text: str) -> bool:
    """Whether a cell can belong to a heading: a word of the vocabulary, a year, or a funding source."""
    words = _without_year(_without_unit(text)[0])[0]
    return not words or bool(word_use(words) or _NEUTRAL.fullmatch(words) or _SOURCES.fullmatch(words))


def _strongest(uses: list[Use]) -> Use:
    """Số lượng over Tổng cộng, Kinh phí over Số lượng: the word that says most, innermost first."""
    for use in reversed(uses):
        if use is not Use.AMOUNT:
            return use
    return Use.AMOUNT


def _without_unit(text: str) -> tuple[str, MoneyUnit | None]:
    """The folded heading without a unit of money in brackets."""
    words = fold(text[:_LONGEST_HEADING])
    for found in _IN_BRACKETS.finditer(words):
        unit = unit_named(found[1])
        if unit:
            return (words[: found.start()] + words[found.end() :]).strip(_AROUND), unit
    return words.strip(_AROUND), None


def _without_year(words: str) -> tuple[str, int]:
    """The folded heading without its year; a stretch of years is no year but the sum over them."""
    without_period = _PERIOD.sub("", words)
    found = _YEAR.search(without_period)
    if not found:
        return _tidy(without_period), 0
    return _tidy(without_period[: found.start()] + " " + without_period[found.end() :]), int(found[2])


def _tidy(words: str) -> str:
    return " ".join(words.split()).strip(_AROUND)


_NOT_OF_SOURCE = re.compile(r"năm\s*20\d\d|20\d\d|^kinh phí(?= )|\([^()]*\)", re.IGNORECASE)


def _as_written(text: str) -> str:
    return " ".join(_NOT_OF_SOURCE.sub("", text).split()).strip(_AROUND)


def heading_paths(rows: Sequence[Sequence[str]], width: int) -> list[tuple[str, ...]]:
    """The headings above each column: a group holds for the empty cells behind it that have a heading below."""
    groups = [""] * len(rows)
    paths: list[tuple[str, ...]] = []
    for column in range(width):
        for level, row in enumerate(rows):
            below = any(each[column] for each in rows[level + 1 :])
            if row[column] or not below:
                groups[level:] = [row[column], *[""] * (len(rows) - level - 1)]
        path = list(dict.fromkeys(text for text in groups if text))
        paths.append(tuple(path))
    return paths


_NUMBERED = re.compile(r"\(?(\d{1,2}|[A-Z])\)?(?: ?=.*)?")


def is_numbering(row: Sequence[str]) -> bool:
    """Whether a row only numbers the columns: (1) (2) … (n), or A B 1 2 …."""
    found = [_NUMBERED.fullmatch(cell) for cell in row if cell]
    if len(found) < 3 or not all(found):
        return False
    numbers = [int(each[1]) for each in found if each and each[1].isdecimal()]
    return numbers[:1] == [1] and all(b == a + 1 for a, b in pairwise(numbers))


def unmerged_heading(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """A two-row heading in which Word gives each group as one cell: groups moved to the columns they stand over.

    Below its groups the second row begins anew: NSNN DN | NSNN DN. Rows that do not fit this are left as they are.
    """
    upper, lower = (list(row) for row in rows[:2]) if len(rows) == 2 else ([], [])
    groups = _cycles([text for text in lower if text])
    filled = len(upper) if all(upper) else upper.index("")
    if not groups or any(upper[filled:]) or filled >= len(lower):
        return [list(row) for row in rows]
    before = next(index for index, text in enumerate(lower) if text)
    after = filled - before - len(groups)
    if after < 0 or not all(lower[before : len(lower) - after]) or any(lower[len(lower) - after :]):
        return [list(row) for row in rows]
    spread = [
        text for name, group in zip(upper[before:], groups, strict=False) for text in (name, *[""] * (len(group) - 1))
    ]
    return [[*upper[:before], *spread, *upper[before + len(groups) : filled]], lower]


def _cycles(words: Sequence[str]) -> list[list[str]]:
    """The words cut where one comes again: T N D N D → T N D, N D."""
    groups: list[list[str]] = []
    for word in words:
        if not groups or word in groups[-1]:
            groups.append([])
        groups[-1].append(word)
    return groups
