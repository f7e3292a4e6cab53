"""The lists of training on screen: what stands in a line, what is found, how they are ordered."""

from collections.abc import Sequence
from functools import lru_cache

from nscl_desktop.domain.courses.rows import ClubRow, CourseRow, PersonRow
from nscl_desktop.domain.dates import format_short
from nscl_desktop.domain.sorting import person_sort_key, sort_key
from nscl_desktop.domain.text import fold
from nscl_desktop.domain.training import COURSE_STATES, EXPERT, LECTURER, MEMBER, SENT

_STATES = dict(COURSE_STATES)
ROLE_WORDS = {EXPERT: "chuyên gia", LECTURER: "giảng viên", MEMBER: "câu lạc bộ"}
STAFF = "staff"
PEOPLE_FILTERS = (
    ("", "Mọi người"), (EXPERT, "Chuyên gia năng suất chất lượng"), (LECTURER, "Giảng viên"),
    (MEMBER, "Thành viên câu lạc bộ"), (STAFF, "Người của văn phòng"),
)  # fmt: skip
MOST_SHOWN = 400
"""Lines of a list that are drawn at once; more are found by typing."""

Line = tuple[str, str, str]
"""Key, name, line below."""


def course_lines(rows: Sequence[CourseRow], text: str) -> list[Line]:
    """The courses that answer a text, newest first."""
    return [(row.id, row.title, below_course(row)) for row in _newest(rows) if _found(text, row.title, row.topic)]


def below_course(row: CourseRow) -> str:
    """When and where, how many took part, how far it is."""
    when = format_short(row.date_from) or (str(row.year) if row.year else "")
    sent = "cử đi học" if row.kind == SENT else ""
    heads = row.heads.words if row.heads.turns else f"{row.enrolled} học viên" if row.enrolled else ""
    return " · ".join(filter(None, (when, sent, _STATES[row.state], heads)))


def people_lines(rows: Sequence[PersonRow], text: str, wanted: str) -> list[Line]:
    """The people who answer a text and a filter, by given name."""
    return [(row.id, name_of(row), below_person(row)) for row in sought(rows, text, wanted)]


def sought(rows: Sequence[PersonRow], text: str, wanted: str = "") -> list[PersonRow]:
    """As above, the rows themselves."""
    words = fold(text).split()
    found = [
        row
        for row in rows
        if (not wanted or wanted in row.roles or (wanted == STAFF and row.is_staff))
        and all(word in _key(row) for word in words)
    ]
    return sorted(found, key=lambda row: (_order(row.name), row.id))


def name_of(row: PersonRow) -> str:
    """A person in a list, told from namesakes by the year of birth."""
    return f"{row.name} ({row.birth_year})" if row.birth_year else row.name


def below_person(row: PersonRow) -> str:
    """What they are, where, and how often they took part."""
    roles = ", ".join(words for role, words in ROLE_WORDS.items() if role in row.roles)
    turns = f"{row.turns} lượt học" if row.turns else ""
    return " · ".join(filter(None, (roles, row.title, row.unit, turns))) or "Chưa ghi đơn vị"


def club_lines(rows: Sequence[ClubRow], text: str) -> list[Line]:
    """The clubs that answer a text, by name."""
    found = sorted((row for row in rows if _found(text, row.name)), key=lambda row: (sort_key(row.name), row.id))
    return [(row.id, row.name, below_club(row)) for row in found]


def below_club(row: ClubRow) -> str:
    """Members and the founding."""
    founded = f"thành lập {format_short(row.founded_on)}" if row.founded_on else ""
    return " · ".join(filter(None, (f"{row.members} thành viên", founded, row.decision)))


def _found(text: str, *among: str) -> bool:
    key = fold(" ".join(among))
    return all(word in key for word in fold(text).split())


@lru_cache(maxsize=1 << 15)
def _key(row: PersonRow) -> str:
    """What of a person is sought in; thousands are asked with each typed key."""
    return fold(" ".join((row.name, row.unit, row.title, row.phone, str(row.birth_year or ""))))


@lru_cache(maxsize=1 << 15)
def _order(name: str) -> str:
    return person_sort_key(name)


def _newest(rows: Sequence[CourseRow]) -> list[CourseRow]:
    by_title = sorted(rows, key=lambda row: (sort_key(row.title), row.id))
    return sorted(by_title, key=lambda row: row.date_from or str(row.year or ""), reverse=True)
