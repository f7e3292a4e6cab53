"""Whether somebody in a pasted list is on file: by name, year of birth and unit; dấu count, and their lack is told.

Nobody is joined silently: what agrees in name and in year or unit is taken as found, everything less is shown as
doubtful with its reason, and a row that says the same person again is called double.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from nscl_desktop.domain.courses.pasted import PastedPerson
from nscl_desktop.domain.courses.rows import PersonRow
from nscl_desktop.domain.text import fold, match_key
from nscl_desktop.domain.unit_names import Grade, same_unit


class State(StrEnum):
    """What a row is: a new person, one on file, perhaps one on file, somebody who is in the list already."""

    NEW = "new"
    FOUND = "found"
    DOUBTFUL = "doubtful"
    DOUBLE = "double"


STATE_WORDS = {
    State.NEW: "Mới", State.FOUND: "Đã có", State.DOUBTFUL: "Cần xem", State.DOUBLE: "Trùng",
}  # fmt: skip


class Match(NamedTuple):
    """A row of the list with what it is, why, and who on file it is or may be, likeliest first."""

    row: PastedPerson
    state: State
    why: str = ""
    candidates: tuple[PersonRow, ...] = ()


class _Likeness(NamedTuple):
    is_sure: bool
    why: str


def match_people(rows: Iterable[PastedPerson], known: Iterable[PersonRow], there: Collection[str]) -> tuple[Match, ...]:
    """Every row held against those on file and the rows above. ``there``: keys of those on the course already."""
    by_name: dict[str, list[PersonRow]] = defaultdict(list)
    for each in known:
        by_name[fold(each.name)].append(each)
    above: dict[str, list[PastedPerson]] = defaultdict(list)
    found = []
    for row in rows:
        key = fold(row.name)
        found.append(_matched(row, by_name[key], above[key], there))
        above[key].append(row)
    return tuple(found)


def _matched(
    row: PastedPerson, known: Sequence[PersonRow], above: Sequence[PastedPerson], there: Collection[str]
) -> Match:
    likely = [(each, likeness) for each in known if (likeness := _compare(row, each.name, each.birth_year, each.unit))]
    likely.sort(key=lambda pair: not pair[1].is_sure)
    candidates = tuple(each for each, _ in likely)
    double = next((each for each in above if _is_same(row, each)), None)
    if double:
        return Match(row, State.DOUBLE, f"trùng dòng {double.line} của danh sách", candidates)
    sure = [each for each, likeness in likely if likeness.is_sure]
    if len(sure) == 1 and sure[0].id in there:
        return Match(row, State.DOUBLE, "đã là học viên của lớp này", candidates)
    if len(sure) == 1:
        return Match(row, State.FOUND, likely[0][1].why, candidates)
    if likely:
        why = f"{len(sure)} người giống nhau trong tệp" if sure else likely[0][1].why
        return Match(row, State.DOUBTFUL, why, candidates)
    return Match(row, State.NEW)


def _is_same(row: PastedPerson, other: PastedPerson) -> bool:
    found = _compare(row, other.name, other.birth_year or None, other.unit)
    is_bare = not (row.birth_year or row.unit or other.birth_year or other.unit)
    return bool(found and found.is_sure) or (is_bare and match_key(row.name) == match_key(other.name))


def _compare(row: PastedPerson, name: str, birth_year: int | None, unit: str) -> _Likeness | None:
    """How far a row is somebody whose folded name is the same; None where it is surely another."""
    if row.birth_year and birth_year and row.birth_year != birth_year:
        return None
    is_exact = match_key(row.name) == match_key(name)
    if not is_exact and fold(name) != name.casefold() and fold(row.name) != row.name.casefold():
        return None  # both are written with dấu, and with different ones: two names
    same_year = bool(row.birth_year and birth_year)
    units = _units(row.unit, unit)
    words = [each for each in ("năm sinh" if same_year else "", "đơn vị" if units is True else "") if each]
    if not is_exact:
        return _Likeness(is_sure=False, why=f"chỉ khác dấu với {name}")
    if same_year and units is False:
        return _Likeness(is_sure=False, why=f"cùng họ tên và năm sinh nhưng ở {unit}")
    if units is False:
        return _Likeness(is_sure=False, why=f"cùng họ tên nhưng ở {unit}")
    if words:
        return _Likeness(is_sure=True, why=f"cùng họ tên, {', '.join(words)}")
    return _Likeness(is_sure=False, why="cùng họ tên, chưa có năm sinh và đơn vị để so")


def _units(one: str, other: str) -> bool | None:
    """Whether two units are the same; None where one of them is not known."""
    if not one or not other:
        return None
    return fold(one) == fold(other) or same_unit(one, other).grade >= Grade.LIKELY
