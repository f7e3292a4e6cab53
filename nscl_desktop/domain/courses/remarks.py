"""What a course's page remarks, with numbers: it warns and never blocks, since the office may know better."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from nscl_desktop.domain.courses.numbering import gaps
from nscl_desktop.domain.courses.results import standing
from nscl_desktop.domain.courses.whole import WholeCourse
from nscl_desktop.domain.text import match_key
from nscl_desktop.domain.training import ABSENT, PASSED, Enrolment

_NAMED = 3
"""Names in a sentence; the rest is counted."""


class CourseRemark(NamedTuple):
    """A sentence and the enrolments that it is about."""

    words: str
    enrolments: tuple[str, ...] = ()


def course_remarks(whole: WholeCourse, taken: Iterable[str] = (), year: int = 0) -> tuple[CourseRemark, ...]:
    """All of them. ``taken`` are certificates that other courses gave out of the same series, ``year`` is its {năm}."""
    found = [
        *_capacity(whole), *_sessions(whole), *_twice(whole), *_passed(whole), *_unearned(whole),
        *_numbers(whole, tuple(taken), year),
    ]  # fmt: skip
    return tuple(found)


def _capacity(whole: WholeCourse) -> list[CourseRemark]:
    most = whole.course.most_people
    count = sum(each.state != ABSENT for each in whole.enrolments)
    if most is None or count <= most:
        return []
    return [CourseRemark(f"Có {count} học viên, vượt {count - most} người so với số tối đa {most}.")]


def _sessions(whole: WholeCourse) -> list[CourseRemark]:
    needed, there = whole.course.sessions_to_pass, len(whole.sessions)
    if needed is None or not there or needed <= there:
        return []
    return [CourseRemark(f"Phải dự {needed} buổi để đạt mà lớp chỉ có {there} buổi, nên không ai đạt được.")]


def _twice(whole: WholeCourse) -> list[CourseRemark]:
    by_person: dict[str, list[Enrolment]] = defaultdict(list)
    for each in whole.enrolments:
        if each.person_id:
            by_person[each.person_id].append(each)
    return [
        CourseRemark(f"{whole.name_of(some[0])} có {len(some)} lần trong danh sách.", _keys(some))
        for some in by_person.values()
        if len(some) > 1
    ]


def _passed(whole: WholeCourse) -> list[CourseRemark]:
    found = []
    for each in whole.enrolments:
        why = standing(whole, each).why if each.state == PASSED else ""
        if why:
            found.append(CourseRemark(f"{whole.name_of(each)} ghi Đạt nhưng {why}.", (each.id,)))
    return found


def _unearned(whole: WholeCourse) -> list[CourseRemark]:
    some = [each for each in whole.enrolments if each.certificate and each.state != PASSED]
    if not some:
        return []
    return [CourseRemark(f"{len(some)} học viên có số chứng nhận mà chưa đạt: {_names(whole, some)}.", _keys(some))]


def _numbers(whole: WholeCourse, taken: Sequence[str], year: int) -> list[CourseRemark]:
    given: dict[str, list[Enrolment]] = defaultdict(list)
    for each in whole.enrolments:
        if each.certificate:
            given[match_key(each.certificate)].append(each)
    elsewhere = {match_key(each) for each in taken}
    found = []
    for key, some in given.items():
        number = some[0].certificate
        if len(some) > 1:
            words = f"Số chứng nhận {number} cấp cho {len(some)} người: {_names(whole, some)}."
            found.append(CourseRemark(words, _keys(some)))
        if key in elsewhere:
            words = f"Số chứng nhận {number} của {_names(whole, some)} đã cấp ở lớp khác."
            found.append(CourseRemark(words, _keys(some)))
    known = [*taken, *(each.certificate for each in whole.enrolments)]
    missing = gaps(whole.course.certificate_series, year, known)
    if missing:
        more = f" và {len(missing) - _NAMED} số nữa" if len(missing) > _NAMED else ""
        found.append(CourseRemark(f"Dãy số chứng nhận còn trống {', '.join(missing[:_NAMED])}{more}."))
    return found


def _names(whole: WholeCourse, some: Sequence[Enrolment]) -> str:
    names = ", ".join(whole.name_of(each) for each in some[:_NAMED])
    return f"{names} và {len(some) - _NAMED} người nữa" if len(some) > _NAMED else names


def _keys(some: Iterable[Enrolment]) -> tuple[str, ...]:
    return tuple(each.id for each in some)
